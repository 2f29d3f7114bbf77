/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-plane-private.h"

/* Degrees around the area that the plane is meant for: projections work that far, and a map of the area
 * shows no more of the world.
 */
#define AREA_MARGIN 40.0
/* The most degrees that the ends of an edge may be apart. */
#define LONGEST_EDGE 1.0
/* If an edge becomes this many times longer than on the ground, the plane is torn there. */
#define TEAR 20.0
#define METRES_PER_DEGREE 111195.0

typedef struct
{
  Ris3Plane *plane;
  Ris3Box area;    /* what is kept, in degrees */
  GArray *ring;    /* Ris3Point: the current ring */
  GArray *scratch; /* the ring of the next step, or before the last */
  Ris3ShapesBuilder *builder;
} Work;

static inline double
get_coordinate (const Ris3Point *point, gboolean is_y)
{
  return is_y ? point->y : point->x;
}

static void
swap (Work *work)
{
  GArray *ring = work->ring;

  work->ring = work->scratch;
  work->scratch = ring;
}

/* Keeps what lies on one side of a meridian or parallel (Sutherland and Hodgman, 1974). What it leaves
 * along the line between two parts has no area.
 */
static void
clip (Work *work, gboolean is_y, double limit, double side)
{
  const Ris3Point *points = (const Ris3Point *) (gpointer) work->ring->data;
  guint n_points = work->ring->len;

  g_array_set_size (work->scratch, 0);
  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      double from = (limit - get_coordinate (&points[j], is_y)) * side;
      double to = (limit - get_coordinate (&points[i], is_y)) * side;

      if ((from < 0) != (to < 0))
        {
          double part = from / (from - to);
          Ris3Point cut
              = { points[j].x + part * (points[i].x - points[j].x), points[j].y + part * (points[i].y - points[j].y) };

          g_array_append_val (work->scratch, cut);
        }
      if (to >= 0)
        g_array_append_val (work->scratch, points[i]);
    }
  swap (work);
}

static void
divide_edges (Work *work)
{
  const Ris3Point *points = (const Ris3Point *) (gpointer) work->ring->data;
  guint n_points = work->ring->len;

  g_array_set_size (work->scratch, 0);
  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      double dx = points[i].x - points[j].x, dy = points[i].y - points[j].y;
      guint n_parts = (guint) ceil (MAX (fabs (dx), fabs (dy)) / LONGEST_EDGE);

      for (guint part = 1; part < n_parts; part++)
        {
          Ris3Point between = { points[j].x + dx * part / n_parts, points[j].y + dy * part / n_parts };

          g_array_append_val (work->scratch, between);
        }
      g_array_append_val (work->scratch, points[i]);
    }
  swap (work);
}

/* Whether all of the ring can be converted to the plane, in one piece. */
static gboolean
holds_together (const Ris3Point *degrees, const Ris3Point *points, guint n_points, gboolean in_metres)
{
  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      double ground
          = METRES_PER_DEGREE
            * hypot (degrees[i].y - degrees[j].y, (degrees[i].x - degrees[j].x) * cos (degrees[i].y * (G_PI / 180)));

      if (!isfinite (points[i].x) || !isfinite (points[i].y))
        return FALSE;
      if (in_metres && !(hypot (points[i].x - points[j].x, points[i].y - points[j].y) <= TEAR * (ground + 100)))
        return FALSE;
    }
  return TRUE;
}

/* A ring in degrees, shifted by multiples of 360°. */
static void
add_ring (Work *work, const Ris3Point *degrees, guint n_points, double turn)
{
  Ris3Box box = RIS3_BOX_EMPTY;
  Ris3Point *points;

  g_array_set_size (work->ring, n_points);
  points = (Ris3Point *) (gpointer) work->ring->data;
  for (guint i = 0; i < n_points; i++)
    {
      points[i] = (Ris3Point){ degrees[i].x + turn, degrees[i].y };
      ris3_box_add_point (&box, points[i]);
    }
  if (!(box.x0 < work->area.x1 && box.x1 > work->area.x0 && box.y0 < work->area.y1 && box.y1 > work->area.y0))
    return;
  if (box.x0 < work->area.x0)
    clip (work, FALSE, work->area.x0, -1);
  if (box.x1 > work->area.x1)
    clip (work, FALSE, work->area.x1, 1);
  if (box.y0 < work->area.y0)
    clip (work, TRUE, work->area.y0, -1);
  if (box.y1 > work->area.y1)
    clip (work, TRUE, work->area.y1, 1);
  if (work->ring->len == 0)
    return;
  divide_edges (work);

  g_array_set_size (work->scratch, 0);
  g_array_append_vals (work->scratch, work->ring->data, work->ring->len);
  points = (Ris3Point *) (gpointer) work->ring->data;
  ris3_plane_project_points (work->plane, points, work->ring->len);
  if (holds_together ((const Ris3Point *) (gpointer) work->scratch->data, points, work->ring->len,
                      work->plane != ris3_plane_get_mercator ()))
    ris3_shapes_builder_add_ring (work->builder, points, work->ring->len);
}

Ris3Shapes *
ris3_shapes_project (const Ris3Shapes *shapes, Ris3Plane *from, Ris3Plane *to)
{
  g_autofree Ris3Point *degrees = NULL;
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  Work work = { .plane = to, .ring = first, .scratch = second };

  g_return_val_if_fail (shapes != NULL && from != NULL && to != NULL, NULL);

  work.builder = ris3_shapes_builder_new ();
  work.area = ris3_plane_get_area (to);
  work.area.x0 -= AREA_MARGIN;
  work.area.x1 += AREA_MARGIN;
  work.area.y0 -= AREA_MARGIN;
  work.area.y1 += AREA_MARGIN;
  if (work.area.x1 - work.area.x0 >= 360)
    {
      work.area.x0 = -180;
      work.area.x1 = 180;
    }

  degrees = g_memdup2 (shapes->points, shapes->n_points * sizeof *degrees);
  ris3_plane_unproject_points (from, degrees, shapes->n_points);
  for (guint shape = 0; shape < shapes->n_shapes; shape++)
    {
      ris3_shapes_builder_begin_shape (work.builder);
      for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
        for (double turn = -360; turn <= 360; turn += 360)
          add_ring (&work, degrees + shapes->ring_points[ring],
                    shapes->ring_points[ring + 1] - shapes->ring_points[ring], turn);
    }
  return ris3_shapes_builder_end (work.builder);
}

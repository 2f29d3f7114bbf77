/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-shapes-private.h"

/* The private part of each Ris3Shapes: the memory of the arrays in the public part. */
typedef struct
{
  Ris3Shapes shapes; /* must be first */
  gatomicrefcount ref_count;
  GBytes *shape_rings;
  GBytes *ring_points;
  GBytes *points;
  GBytes *shape_boxes;
  GBytes *ring_boxes;
} RealShapes;

struct _Ris3ShapesBuilder
{
  GArray *shape_rings; /* guint32: the first ring of each shape */
  GArray *ring_points; /* guint32: the first point of each ring */
  GArray *points;      /* Ris3Point */
  GArray *shape_boxes; /* Ris3Box */
  GArray *ring_boxes;  /* Ris3Box */
};

void
ris3_box_add_point (Ris3Box *box, Ris3Point point)
{
  box->x0 = MIN (box->x0, point.x);
  box->y0 = MIN (box->y0, point.y);
  box->x1 = MAX (box->x1, point.x);
  box->y1 = MAX (box->y1, point.y);
}

void
ris3_box_add_box (Ris3Box *box, const Ris3Box *other)
{
  if (other->x1 < other->x0)
    return;

  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

static gboolean
box_contains (const Ris3Box *box, Ris3Point point)
{
  return point.x >= box->x0 && point.x <= box->x1 && point.y >= box->y0 && point.y <= box->y1;
}

/* Whether a ray from point to the right crosses the ring an odd number of times. An edge
 * counts with its upper end only, so a point on a shared edge is in one of the two neighbours.
 */
static gboolean
ring_contains (const Ris3Point *ring, guint n_points, Ris3Point point)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      /* The lower end first, so that both neighbours of an edge compute the same crossing. */
      const Ris3Point *a = ring[i].y < ring[j].y ? &ring[i] : &ring[j];
      const Ris3Point *b = a == &ring[i] ? &ring[j] : &ring[i];

      if ((a->y > point.y) != (b->y > point.y) && point.x < a->x + (point.y - a->y) / (b->y - a->y) * (b->x - a->x))
        inside = !inside;
    }

  return inside;
}

gboolean
ris3_shapes_contain (const Ris3Shapes *shapes, guint shape, Ris3Point point)
{
  gboolean inside = FALSE;

  g_return_val_if_fail (shapes != NULL, FALSE);
  g_return_val_if_fail (shape < shapes->n_shapes, FALSE);

  if (!box_contains (&shapes->shape_boxes[shape], point))
    return FALSE;

  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      guint first = shapes->ring_points[ring];

      if (box_contains (&shapes->ring_boxes[ring], point)
          && ring_contains (shapes->points + first, shapes->ring_points[ring + 1] - first, point))
        inside = !inside;
    }

  return inside;
}

GBytes *
ris3_array_free_to_bytes (GArray *array)
{
  gsize size = (gsize) array->len * g_array_get_element_size (array);

  return g_bytes_new_take (g_realloc (g_array_free (array, FALSE), size), size);
}

GBytes *
ris3_strings_free_to_bytes (GStringChunk *strings)
{
  return g_bytes_new_with_free_func ("", 0, (GDestroyNotify) g_string_chunk_free, strings);
}

Ris3Shapes *
ris3_shapes_new (GBytes *shape_rings, GBytes *ring_points, GBytes *points, GBytes *shape_boxes, GBytes *ring_boxes)
{
  RealShapes *real = g_new0 (RealShapes, 1);

  g_atomic_ref_count_init (&real->ref_count);
  real->shape_rings = shape_rings;
  real->ring_points = ring_points;
  real->points = points;
  real->shape_boxes = shape_boxes;
  real->ring_boxes = ring_boxes;

  real->shapes.n_shapes = (guint) (g_bytes_get_size (shape_boxes) / sizeof (Ris3Box));
  real->shapes.n_rings = (guint) (g_bytes_get_size (ring_boxes) / sizeof (Ris3Box));
  real->shapes.n_points = (guint) (g_bytes_get_size (points) / sizeof (Ris3Point));
  real->shapes.shape_rings = g_bytes_get_data (shape_rings, NULL);
  real->shapes.ring_points = g_bytes_get_data (ring_points, NULL);
  real->shapes.points = g_bytes_get_data (points, NULL);
  real->shapes.shape_boxes = g_bytes_get_data (shape_boxes, NULL);
  real->shapes.ring_boxes = g_bytes_get_data (ring_boxes, NULL);

  return &real->shapes;
}

Ris3Shapes *
ris3_shapes_ref (Ris3Shapes *shapes)
{
  g_return_val_if_fail (shapes != NULL, NULL);

  g_atomic_ref_count_inc (&((RealShapes *) shapes)->ref_count);

  return shapes;
}

void
ris3_shapes_unref (Ris3Shapes *shapes)
{
  RealShapes *self = (RealShapes *) shapes;

  g_return_if_fail (shapes != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->shape_rings);
  g_bytes_unref (self->ring_points);
  g_bytes_unref (self->points);
  g_bytes_unref (self->shape_boxes);
  g_bytes_unref (self->ring_boxes);
  g_free (self);
}

Ris3ShapesBuilder *
ris3_shapes_builder_new (void)
{
  Ris3ShapesBuilder *self = g_new0 (Ris3ShapesBuilder, 1);

  self->shape_rings = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ring_points = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  self->shape_boxes = g_array_new (FALSE, FALSE, sizeof (Ris3Box));
  self->ring_boxes = g_array_new (FALSE, FALSE, sizeof (Ris3Box));

  return self;
}

void
ris3_shapes_builder_begin_shape (Ris3ShapesBuilder *self)
{
  guint32 first_ring;
  Ris3Box box = RIS3_BOX_EMPTY;

  g_return_if_fail (self != NULL);

  first_ring = self->ring_points->len;
  g_array_append_val (self->shape_rings, first_ring);
  g_array_append_val (self->shape_boxes, box);
}

void
ris3_shapes_builder_add_ring (Ris3ShapesBuilder *self, const Ris3Point *points, guint n_points)
{
  guint32 first_point;
  Ris3Box box = RIS3_BOX_EMPTY;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->shape_boxes->len > 0);

  if (n_points > 1 && points[0].x == points[n_points - 1].x && points[0].y == points[n_points - 1].y)
    n_points--;
  if (n_points < 3)
    return;

  for (guint i = 0; i < n_points; i++)
    {
      if (!isfinite (points[i].x) || !isfinite (points[i].y))
        return;
      ris3_box_add_point (&box, points[i]);
    }

  first_point = self->points->len;
  g_array_append_val (self->ring_points, first_point);
  g_array_append_vals (self->points, points, n_points);
  g_array_append_val (self->ring_boxes, box);
  ris3_box_add_box (&g_array_index (self->shape_boxes, Ris3Box, self->shape_boxes->len - 1), &box);
}

Ris3Shapes *
ris3_shapes_builder_end (Ris3ShapesBuilder *self)
{
  guint32 n_rings, n_points;
  Ris3Shapes *shapes;

  g_return_val_if_fail (self != NULL, NULL);

  /* The ends of the last shape and the last ring. */
  n_rings = self->ring_points->len;
  n_points = self->points->len;
  g_array_append_val (self->shape_rings, n_rings);
  g_array_append_val (self->ring_points, n_points);

  shapes = ris3_shapes_new (ris3_array_free_to_bytes (g_steal_pointer (&self->shape_rings)),
                            ris3_array_free_to_bytes (g_steal_pointer (&self->ring_points)),
                            ris3_array_free_to_bytes (g_steal_pointer (&self->points)),
                            ris3_array_free_to_bytes (g_steal_pointer (&self->shape_boxes)),
                            ris3_array_free_to_bytes (g_steal_pointer (&self->ring_boxes)));
  ris3_shapes_builder_free (self);

  return shapes;
}

void
ris3_shapes_builder_free (Ris3ShapesBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->shape_rings, g_array_unref);
  g_clear_pointer (&self->ring_points, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->shape_boxes, g_array_unref);
  g_clear_pointer (&self->ring_boxes, g_array_unref);
  g_free (self);
}

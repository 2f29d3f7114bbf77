/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-inside-private.h"
#include "geo/ris3-plane-private.h"
#include "geo/ris3-region-apart.h"

static Ris3Point *
move_points (const Ris3Point *points, guint n_points, Ris3Plane *from, Ris3Plane *to)
{
  Ris3Point *moved = g_memdup2 (points, n_points * sizeof *points);

  ris3_plane_unproject_points (from, moved, n_points);
  ris3_plane_project_points (to, moved, n_points);
  return moved;
}

static gboolean
are_finite (const Ris3Point *points, guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      return FALSE;
  return TRUE;
}

/* The same shapes and rings with other points; those before first and from end on are left empty. So is a shape with a
 * point that cannot be projected: part of it would share no line with its neighbours.
 */
static Ris3Shapes *
move_shapes (const Ris3Shapes *shapes, guint first, guint end, Ris3Plane *from, Ris3Plane *to)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  guint first_point = shapes->ring_points[shapes->shape_rings[first]];
  guint end_point = shapes->ring_points[shapes->shape_rings[end]];
  g_autofree Ris3Point *points = move_points (shapes->points + first_point, end_point - first_point, from, to);

  for (guint shape = 0; shape < shapes->n_shapes; shape++)
    {
      guint first_ring = shapes->shape_rings[shape], end_ring = shapes->shape_rings[shape + 1];
      guint start = shapes->ring_points[first_ring];

      ris3_shapes_builder_begin_shape (builder);
      if (shape < first || shape >= end
          || !are_finite (points + start - first_point, shapes->ring_points[end_ring] - start))
        continue;
      for (guint ring = first_ring; ring < end_ring; ring++)
        ris3_shapes_builder_add_ring (builder, points + shapes->ring_points[ring] - first_point,
                                      shapes->ring_points[ring + 1] - shapes->ring_points[ring]);
    }
  return ris3_shapes_builder_end (builder);
}

static gboolean
is_within (const Ris3Shapes *shapes, const Ris3Region *region)
{
  for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
    if (ris3_shapes_contain (shapes, leaf, region->inside))
      return TRUE;
  return FALSE;
}

/* Moves the point inside; where a bent line has come between, finds another one in the largest leaf. */
static void
move_inside (const Ris3Shapes *shapes, Ris3Plane *from, Ris3Plane *to, Ris3Region *region)
{
  double largest = 0;

  ris3_plane_unproject_points (from, &region->inside, 1);
  ris3_plane_project_points (to, &region->inside, 1);
  if (is_within (shapes, region))
    return;

  region->inside = (Ris3Point){ NAN, NAN };
  for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
    {
      const Ris3Box *box = &shapes->shape_boxes[leaf];
      double size = (box->x1 - box->x0) * (box->y1 - box->y0);

      if (shapes->shape_rings[leaf] == shapes->shape_rings[leaf + 1] || size <= largest)
        continue;
      largest = size;
      region->inside = ris3_inside_point (shapes, leaf);
    }
}

static Ris3Boundaries *
project (Ris3Boundaries *self, guint first_leaf, guint end_leaf, Ris3Plane *plane)
{
  Ris3Plane *from = ris3_boundaries_get_plane (self);
  Ris3Boundaries *projected = ris3_boundaries_copy_records (self);

  projected->plane = ris3_plane_ref (plane);
  projected->shapes = move_shapes (ris3_boundaries_get_shapes (self), first_leaf, end_leaf, from, plane);
  for (guint i = 0; i < projected->regions->len; i++)
    {
      Ris3Region *region = &g_array_index (projected->regions, Ris3Region, i);

      region->box = (Ris3Box) RIS3_BOX_EMPTY;
      for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
        ris3_box_add_box (&region->box, &projected->shapes->shape_boxes[leaf]);
      move_inside (projected->shapes, from, plane, region);
    }
  return projected;
}

Ris3Boundaries *
ris3_boundaries_project (Ris3Boundaries *self, Ris3Plane *plane)
{
  g_return_val_if_fail (self != NULL && plane != NULL, NULL);
  if (ris3_plane_equal (ris3_boundaries_get_plane (self), plane))
    return ris3_boundaries_ref (self);
  return project (self, 0, ris3_boundaries_get_shapes (self)->n_shapes, plane);
}

Ris3Boundaries *
ris3_boundaries_project_region (Ris3Boundaries *self, guint region, Ris3Plane *plane)
{
  const Ris3Region *record;

  g_return_val_if_fail (self != NULL && plane != NULL && region < self->regions->len, NULL);
  record = ris3_boundaries_get_region (self, region);
  return project (self, record->first_leaf, record->first_leaf + record->n_leaves, plane);
}

Ris3Shapes *
ris3_shapes_near (const Ris3Shapes *shapes, const Ris3Box *box)
{
  Ris3ShapesBuilder *builder;

  g_return_val_if_fail (shapes != NULL && box != NULL, NULL);
  builder = ris3_shapes_builder_new ();
  for (guint shape = 0; shape < shapes->n_shapes; shape++)
    {
      ris3_shapes_builder_begin_shape (builder);
      for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
        {
          const Ris3Box *own = &shapes->ring_boxes[ring];

          if (own->x1 >= box->x0 && own->x0 <= box->x1 && own->y1 >= box->y0 && own->y0 <= box->y1)
            ris3_shapes_builder_add_ring (builder, shapes->points + shapes->ring_points[ring],
                                          shapes->ring_points[ring + 1] - shapes->ring_points[ring]);
        }
    }
  return ris3_shapes_builder_end (builder);
}

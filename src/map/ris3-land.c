/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-land.h"

static void
add_rings (Ris3ShapesBuilder *builder, const Ris3Shapes *shapes, guint shape)
{
  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    ris3_shapes_builder_add_ring (builder, shapes->points + shapes->ring_points[ring],
                                  shapes->ring_points[ring + 1] - shapes->ring_points[ring]);
}

Ris3Shapes *
ris3_land_add_countries (const Ris3Shapes *land, Ris3Boundaries *frame)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  const Ris3Shapes *leaves = ris3_boundaries_get_shapes (frame);

  for (guint i = 0; land != NULL && i < land->n_shapes; i++)
    {
      ris3_shapes_builder_begin_shape (builder);
      add_rings (builder, land, i);
    }
  /* Filled even-odd, leaves that do not overlap are their union. */
  for (guint i = 0; i < ris3_boundaries_get_n_regions (frame); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (frame, i);

      if (region->parent >= 0)
        continue;
      ris3_shapes_builder_begin_shape (builder);
      for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
        add_rings (builder, leaves, leaf);
    }
  return ris3_shapes_builder_end (builder);
}

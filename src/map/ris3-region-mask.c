/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-mask.h"

#include <math.h>

#include "map/ris3-region-raster.h"

/* From Iceland to the east of Türkiye, 0.3 degrees of longitude a cell, and from Svalbard to Crete. */
#define COLUMNS 240
#define ROWS 374
#define WEST -25.5
#define NORTH 81

struct _Ris3RegionMask
{
  Ris3Frame frame; /* a pixel is a cell */
  /* Regions' cells above and left of each corner of cells: the count in any rectangle is four look-ups. */
  guint32 sums[(ROWS + 1) * (COLUMNS + 1)];
};

static void
mark (guint8 *cells, gint column, gint row)
{
  if (column >= 0 && column < COLUMNS && row >= 0 && row < ROWS)
    cells[row * COLUMNS + column] = 1;
}

/* What is smaller than a cell may lie between the places where the raster was read. */
static void
mark_box (guint8 *cells, const Ris3Frame *frame, const Ris3Box *box)
{
  gint first_column = (gint) floor ((box->x0 - frame->x) * frame->scale);
  gint last_column = (gint) floor ((box->x1 - frame->x) * frame->scale);
  gint first_row = (gint) floor ((box->y0 - frame->y) * frame->scale);
  gint last_row = (gint) floor ((box->y1 - frame->y) * frame->scale);

  if (last_column - first_column > 1 || last_row - first_row > 1)
    return;
  for (gint row = first_row; row <= last_row; row++)
    for (gint column = first_column; column <= last_column; column++)
      mark (cells, column, row);
}

static guint8 *
find_cells (Ris3Boundaries *boundaries, const Ris3Frame *frame)
{
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, NULL);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  g_autofree guint8 *is_overseas = g_new0 (guint8, shapes->n_shapes);
  guint8 *cells = g_new0 (guint8, ROWS * COLUMNS);

  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      is_overseas[leaf]
          = ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf))->is_overseas;
      if (!is_overseas[leaf])
        mark_box (cells, frame, &shapes->shape_boxes[leaf]);
    }
  ris3_region_raster_fill (raster, frame);
  for (gint row = 0; row < ROWS; row++)
    for (gint column = 0; column < COLUMNS; column++)
      {
        gint leaf = ris3_region_raster_pick (raster, column + 0.5, row + 0.5);

        if (leaf >= 0 && !is_overseas[leaf])
          mark (cells, column, row);
      }
  return cells;
}

Ris3RegionMask *
ris3_region_mask_new (Ris3Boundaries *boundaries)
{
  Ris3RegionMask *self;
  g_autofree guint8 *cells = NULL;

  g_return_val_if_fail (boundaries != NULL, NULL);
  self = g_new0 (Ris3RegionMask, 1);
  self->frame = (Ris3Frame){
    .x = ris3_mercator_x (WEST),
    .y = ris3_mercator_y (NORTH),
    .scale = COLUMNS / (ris3_mercator_x (46) - ris3_mercator_x (WEST)),
    .width = COLUMNS,
    .height = ROWS,
  };
  cells = find_cells (boundaries, &self->frame);
  for (guint row = 0; row < ROWS; row++)
    for (guint column = 0; column < COLUMNS; column++)
      self->sums[(row + 1) * (COLUMNS + 1) + column + 1]
          = self->sums[row * (COLUMNS + 1) + column + 1] + self->sums[(row + 1) * (COLUMNS + 1) + column]
            - self->sums[row * (COLUMNS + 1) + column] + cells[row * COLUMNS + column];
  return self;
}

void
ris3_region_mask_free (Ris3RegionMask *self)
{
  g_return_if_fail (self != NULL);
  g_free (self);
}

static gint
to_cell (double position, gint limit)
{
  return CLAMP ((gint) position, 0, limit);
}

gboolean
ris3_region_mask_is_clear (const Ris3RegionMask *self, const Ris3Box *box)
{
  gint left, right, top, bottom;

  g_return_val_if_fail (self != NULL && box != NULL, TRUE);
  left = to_cell (floor ((box->x0 - self->frame.x) * self->frame.scale), COLUMNS);
  right = to_cell (ceil ((box->x1 - self->frame.x) * self->frame.scale), COLUMNS);
  top = to_cell (floor ((box->y0 - self->frame.y) * self->frame.scale), ROWS);
  bottom = to_cell (ceil ((box->y1 - self->frame.y) * self->frame.scale), ROWS);
  if (left >= right || top >= bottom)
    return TRUE;
  return self->sums[bottom * (COLUMNS + 1) + right] + self->sums[top * (COLUMNS + 1) + left]
         == self->sums[top * (COLUMNS + 1) + right] + self->sums[bottom * (COLUMNS + 1) + left];
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-raster-private.h"

#include <math.h>

/* How far a line may move for fewer points, in samples. */
#define TOLERANCE 0.5

Ris3RegionRaster *
ris3_region_raster_new (Ris3Boundaries *boundaries, Ris3Shapes *land)
{
  Ris3RegionRaster *self;
  guint n_indices;

  g_return_val_if_fail (boundaries != NULL, NULL);
  self = g_new0 (Ris3RegionRaster, 1);
  n_indices = 1 + ris3_boundaries_get_shapes (boundaries)->n_shapes + (land != NULL ? land->n_shapes : 0);
  self->sample_size = n_indices <= G_MAXUINT16 ? sizeof (guint16) : sizeof (guint32);
  self->boundaries = ris3_boundaries_ref (boundaries);
  self->land = land != NULL ? ris3_shapes_ref (land) : NULL;
  self->bands = g_array_new (FALSE, TRUE, sizeof (guint));
  self->band_leaves = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ris3_region_raster_free (Ris3RegionRaster *self)
{
  g_return_if_fail (self != NULL);
  ris3_boundaries_unref (self->boundaries);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  g_free (self->index);
  g_free (self->blocks);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->band_leaves, g_array_unref);
  g_free (self);
}

void
ris3_region_raster_fill (Ris3RegionRaster *self, const Ris3Frame *frame)
{
  gsize size;

  g_return_if_fail (self != NULL && frame != NULL);
  g_return_if_fail (frame->scale > 0 && frame->width < G_MAXINT16 && frame->height < G_MAXINT16);

  self->frame = *frame;
  self->columns = frame->width * 2 + RIS3_RASTER_MARGIN;
  self->rows = frame->height * 2 + RIS3_RASTER_MARGIN;
  self->leaves = ris3_boundaries_get_shapes_within (self->boundaries, TOLERANCE / (frame->scale * 2));
  size = (gsize) self->columns * self->rows;
  if (size > self->index_size)
    {
      g_free (self->index);
      self->index = g_malloc_n (size, self->sample_size);
      self->index_size = size;
    }
  self->blocks_border = 0;
  _ris3_region_raster_fill_index (self);
}

static guint
tile_offset (double world_position, guint tile_size)
{
  return (guint) (gint64) fmod (floor (world_position), tile_size) & (tile_size - 1);
}

void
ris3_region_raster_shade (Ris3RegionRaster *self, Ris3Paint *paint, guint32 *pixels, gsize stride)
{
  const Ris3Shapes *leaves;
  guint tile_x, tile_y;

  g_return_if_fail (self != NULL && self->index != NULL && paint != NULL && pixels != NULL);
  g_return_if_fail (stride >= self->frame.width * sizeof (guint32));
  g_return_if_fail (2 * paint->border_width <= RIS3_RASTER_MARGIN);
  leaves = ris3_boundaries_get_shapes (self->boundaries);
  g_return_if_fail (paint->n_indices == 1 + leaves->n_shapes + (self->land != NULL ? self->land->n_shapes : 0));

  if (self->blocks_border == 0)
    {
      gsize size = (gsize) self->frame.height * (self->frame.width / RIS3_RASTER_BLOCK_PIXELS);

      if (size > self->blocks_size)
        {
          g_free (self->blocks);
          self->blocks = g_new (guint32, size);
          self->blocks_size = size;
        }
    }
  tile_x = tile_offset (self->frame.x * self->frame.scale, paint->tile_size);
  tile_y = tile_offset (self->frame.y * self->frame.scale, paint->tile_size);
  if (self->sample_size == sizeof (guint32))
    _ris3_region_raster_shade_wide (self, paint, pixels, stride, tile_x, tile_y);
  else
    _ris3_region_raster_shade_narrow (self, paint, pixels, stride, tile_x, tile_y);
  self->blocks_border = paint->border_width;
}

gint
ris3_region_raster_pick (Ris3RegionRaster *self, double x, double y)
{
  gsize sample;
  guint value;

  g_return_val_if_fail (self != NULL, -1);
  if (!(x >= 0 && y >= 0 && x < self->frame.width && y < self->frame.height))
    return -1;
  sample = (gsize) (y * 2) * self->columns + (gsize) (x * 2);
  value = self->sample_size == sizeof (guint32) ? ((const guint32 *) self->index)[sample]
                                                : ((const guint16 *) self->index)[sample];
  return value <= ris3_boundaries_get_shapes (self->boundaries)->n_shapes ? (gint) value - 1 : -1;
}

const Ris3Frame *
ris3_region_raster_get_frame (Ris3RegionRaster *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->frame;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-raster-private.h"

#include <math.h>
#include <string.h>

#include "geo/ris3-parallel.h"

/* Sample rows that one chunk of work fills: few enough that uneven bands even out over the cores,
 * many enough that a region is seldom cut in two.
 */
#define BAND_ROWS 96

/* How far a line may move for fewer points, in samples. */
#define TOLERANCE 0.5

/* A crossing of a polygon's edge with the centre line of a sample row. */
typedef struct
{
  gint32 column; /* the first sample right of it */
  gint32 next;   /* in its row, from left to right; -1 ends */
} Crossing;

typedef struct
{
  Ris3RegionRaster *raster;
  gint first_row;
  gint end_row;
  double top; /* in the plane, and a row more on each side */
  double bottom;
  Crossing *crossings;
  guint n_crossings;
  guint n_allocated;
  gint32 heads[BAND_ROWS];
} Band;

/* The first sample whose centre is not left of position, between low and limit. Without branches: of small areas no
 * processor guesses which way they would go.
 */
static inline gint
first_sample (double position, gint low, gint limit)
{
  double clamped = position - 0.5;
  gint sample;

  clamped = clamped > low ? clamped : low;
  clamped = clamped < limit ? clamped : limit;
  sample = (gint) clamped;
  return sample + (sample < clamped);
}

static inline void
add_crossing (Band *band, gint row, gint column)
{
  gint32 *link = &band->heads[row - band->first_row];
  Crossing *crossing;

  while (*link >= 0 && band->crossings[*link].column < column)
    link = &band->crossings[*link].next;
  crossing = &band->crossings[band->n_crossings];
  crossing->column = column;
  crossing->next = *link;
  *link = band->n_crossings++;
}

static void
reserve_crossings (Band *band, guint n_more)
{
  if (band->n_crossings + n_more <= band->n_allocated)
    return;
  band->n_allocated = MAX (band->n_crossings + n_more, band->n_allocated * 2);
  band->crossings = g_renew (Crossing, band->crossings, band->n_allocated);
}

static void
add_ring (Band *band, const Ris3Point *points, guint n_points, gint first_row, gint end_row)
{
  const Ris3Frame *frame = &band->raster->frame;
  gint columns = band->raster->columns;
  double scale = frame->scale * 2;
  double previous_x = (points[n_points - 1].x - frame->x) * scale;
  double previous_y = (points[n_points - 1].y - frame->y) * scale;
  gint previous_row = first_sample (previous_y, first_row, end_row);

  for (guint i = 0; i < n_points; i++)
    {
      double x = (points[i].x - frame->x) * scale;
      double y = (points[i].y - frame->y) * scale;
      gint this_row = first_sample (y, first_row, end_row);

      if (this_row != previous_row)
        {
          gint row = MIN (previous_row, this_row), last = MAX (previous_row, this_row);
          double slope = (x - previous_x) / (y - previous_y);

          reserve_crossings (band, last - row);
          for (; row < last; row++)
            add_crossing (band, row, first_sample (previous_x + (row + 0.5 - previous_y) * slope, 0, columns));
        }
      previous_x = x;
      previous_y = y;
      previous_row = this_row;
    }
}

static inline __attribute__ ((always_inline)) void
fill_span (Band *band, gint row, gint first, gint end, guint value, gboolean is_wide)
{
  gsize start = (gsize) row * band->raster->columns;

  if (is_wide)
    for (gint column = first; column < end; column++)
      ((guint32 *) band->raster->index)[start + column] = value;
  else
    for (gint column = first; column < end; column++)
      ((guint16 *) band->raster->index)[start + column] = (guint16) value;
}

static inline __attribute__ ((always_inline)) void
fill_spans (Band *band, guint value, gint first_row, gint end_row, gboolean is_wide)
{
  for (gint row = first_row; row < end_row; row++)
    {
      gint32 crossing = band->heads[row - band->first_row];

      while (crossing >= 0)
        {
          const Crossing *left = &band->crossings[crossing];
          const Crossing *right;

          /* Rings are closed, so crossings come in pairs. */
          g_assert (left->next >= 0);
          right = &band->crossings[left->next];
          fill_span (band, row, left->column, right->column, value, is_wide);
          crossing = right->next;
        }
    }
}

static void
fill_shape (Band *band, const Ris3Shapes *shapes, guint shape, guint value)
{
  const Ris3Frame *frame = &band->raster->frame;
  const Ris3Box *box = &shapes->shape_boxes[shape];
  double scale = frame->scale * 2;
  gint first_row, end_row;

  /* Of a hundred thousand shapes, few are in a band. */
  if (box->y1 < band->top || box->y0 > band->bottom)
    return;
  if ((box->x1 - frame->x) * scale <= 0 || (box->x0 - frame->x) * scale >= band->raster->columns)
    return;
  first_row = first_sample ((box->y0 - frame->y) * scale, band->first_row, band->end_row);
  end_row = first_sample ((box->y1 - frame->y) * scale, band->first_row, band->end_row);
  if (first_row >= end_row)
    return;

  band->n_crossings = 0;
  for (gint row = first_row; row < end_row; row++)
    band->heads[row - band->first_row] = -1;

  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      const Ris3Box *ring_box = &shapes->ring_boxes[ring];
      guint first_point = shapes->ring_points[ring];

      /* Left of the picture a ring adds only pairs of crossings in column 0. */
      if ((ring_box->x1 - frame->x) * scale <= 0 || (ring_box->x0 - frame->x) * scale >= band->raster->columns
          || first_sample ((ring_box->y0 - frame->y) * scale, first_row, end_row)
                 == first_sample ((ring_box->y1 - frame->y) * scale, first_row, end_row))
        continue;
      add_ring (band, shapes->points + first_point, shapes->ring_points[ring + 1] - first_point, first_row, end_row);
    }
  if (band->raster->sample_size == sizeof (guint32))
    fill_spans (band, value, first_row, end_row, TRUE);
  else
    fill_spans (band, value, first_row, end_row, FALSE);
}

static void
fill_band (guint chunk, gpointer data)
{
  Ris3RegionRaster *self = data;
  const Ris3Shapes *leaves = self->leaves;
  Band band = { .raster = self, .first_row = chunk * BAND_ROWS, .n_allocated = 4096 };

  band.end_row = MIN ((guint) band.first_row + BAND_ROWS, self->rows);
  band.top = self->frame.y + (band.first_row - 1) / (self->frame.scale * 2);
  band.bottom = self->frame.y + (band.end_row + 1) / (self->frame.scale * 2);
  band.crossings = g_new (Crossing, band.n_allocated);
  memset ((guint8 *) self->index + (gsize) band.first_row * self->columns * self->sample_size, 0,
          (gsize) (band.end_row - band.first_row) * self->columns * self->sample_size);

  for (guint i = 0; self->land != NULL && i < self->land->n_shapes; i++)
    fill_shape (&band, self->land, i, 1 + leaves->n_shapes + i);
  for (guint i = 0; i < leaves->n_shapes; i++)
    fill_shape (&band, leaves, i, 1 + i);
  g_free (band.crossings);
}

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
  ris3_parallel_for ((self->rows + BAND_ROWS - 1) / BAND_ROWS, fill_band, self);
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
          self->blocks = g_new (guint8, size);
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

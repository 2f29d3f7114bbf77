/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-raster-private.h"

#include <math.h>
#include <string.h>

#include "map/ris3-parallel.h"

/* Pixel rows of one chunk of work. */
#define BAND_ROWS 32

typedef guint16 Samples __attribute__ ((vector_size (16)));
typedef guint64 SamplePairs __attribute__ ((vector_size (16)));

typedef struct
{
  Ris3RegionRaster *raster;
  Ris3Paint *paint;
  guint8 *pixels;
  gsize stride;
  guint tile_x; /* where in the hatching's tile pixel (0, 0) lies: hatching is fixed to the map */
  guint tile_y;
} Shading;

static inline Samples
load_samples (const guint16 *from)
{
  Samples samples;

  memcpy (&samples, from, sizeof samples);
  return samples;
}

/* Whether the pixels of eight samples, in all rows that their borders look at, show one index. */
static inline gboolean
is_uniform (const guint16 *samples, gsize columns, guint border)
{
  guint16 first = samples[0];
  Samples wanted = { first, first, first, first, first, first, first, first };
  Samples difference = { 0 };
  SamplePairs pairs;

  for (guint row = 0; row < 2 + border; row++, samples += columns)
    difference |= (load_samples (samples) ^ wanted) | (load_samples (samples + border) ^ wanted);
  pairs = (SamplePairs) difference;
  return (pairs[0] | pairs[1]) == 0;
}

static inline guint32
border_colour (const Ris3Paint *paint, guint a, guint b)
{
  guint country_a = paint->countries[a];
  guint country_b = paint->countries[b];

  if (country_a == 0 || country_b == 0)
    return paint->coast;
  if (country_a != country_b)
    return paint->country_border;
  return country_a == 1 ? paint->land_border : paint->region_border;
}

static inline guint32
sample_colour (const Ris3Paint *paint, const guint16 *sample, gsize columns, guint tile_position)
{
  guint here = sample[0];
  guint group = paint->groups[here];
  guint beside = sample[paint->border_width];
  guint below = sample[paint->border_width * columns];

  if (paint->groups[beside] != group)
    return border_colour (paint, here, beside);
  if (paint->groups[below] != group)
    return border_colour (paint, here, below);
  return paint->tiles[paint->styles[here] * paint->tile_size * paint->tile_size + tile_position];
}

static inline guint32
mixed_pixel (const Ris3Paint *paint, const guint16 *samples, gsize columns, guint tile_position)
{
  const guint32 mask = 0x00ff00ff;
  guint32 colours[4];
  guint32 even = 0x00020002, odd = 0x00020002; /* rounding */

  colours[0] = sample_colour (paint, samples, columns, tile_position);
  colours[1] = sample_colour (paint, samples + 1, columns, tile_position);
  colours[2] = sample_colour (paint, samples + columns, columns, tile_position);
  colours[3] = sample_colour (paint, samples + columns + 1, columns, tile_position);
  for (guint i = 0; i < 4; i++)
    {
      even += colours[i] & mask;
      odd += (colours[i] >> 8) & mask;
    }
  return ((even >> 2) & mask) | (((odd >> 2) & mask) << 8);
}

static void
shade_row (const Shading *shading, guint y)
{
  const Ris3Paint *paint = shading->paint;
  const Ris3RegionRaster *raster = shading->raster;
  gsize columns = raster->columns;
  const guint16 *samples = raster->index + (gsize) y * 2 * columns;
  guint32 *pixels = (guint32 *) (void *) (shading->pixels + y * shading->stride);
  guint mask = paint->tile_size - 1;
  guint tile_row = ((y + shading->tile_y) & mask) * paint->tile_size;
  guint width = raster->view.width;

  for (guint x = 0; x < width; x += 4)
    {
      guint n = MIN (4, width - x);

      if (is_uniform (samples + 2 * x, columns, paint->border_width))
        {
          guint style = paint->styles[samples[2 * x]];
          const guint32 *tile = paint->tiles + style * paint->tile_size * paint->tile_size + tile_row;

          if (paint->plain[style] && n == 4)
            {
              guint32 colour = tile[0];

              pixels[x] = colour;
              pixels[x + 1] = colour;
              pixels[x + 2] = colour;
              pixels[x + 3] = colour;
            }
          else
            for (guint i = x; i < x + n; i++)
              pixels[i] = tile[(i + shading->tile_x) & mask];
        }
      else
        for (guint i = x; i < x + n; i++)
          pixels[i] = mixed_pixel (paint, samples + 2 * i, columns, tile_row + ((i + shading->tile_x) & mask));
    }
}

static void
shade_band (guint chunk, gpointer data)
{
  const Shading *shading = data;
  guint end = MIN ((chunk + 1) * BAND_ROWS, shading->raster->view.height);

  for (guint y = chunk * BAND_ROWS; y < end; y++)
    shade_row (shading, y);
}

static guint
tile_offset (double world_position, guint tile_size)
{
  return (guint) (gint64) fmod (floor (world_position), tile_size) & (tile_size - 1);
}

void
ris3_region_raster_shade (Ris3RegionRaster *self, Ris3Paint *paint, guint32 *pixels, gsize stride)
{
  Shading shading = { .raster = self, .paint = paint, .pixels = (guint8 *) pixels, .stride = stride };
  const Ris3Shapes *leaves;

  g_return_if_fail (self != NULL && self->index != NULL && paint != NULL && pixels != NULL);
  g_return_if_fail (stride >= self->view.width * sizeof (guint32));
  g_return_if_fail (2 * paint->border_width <= RIS3_RASTER_MARGIN);
  leaves = ris3_boundaries_get_shapes (self->boundaries);
  g_return_if_fail (paint->n_indices == 1 + leaves->n_shapes + (self->land != NULL ? self->land->n_shapes : 0));

  shading.tile_x = tile_offset (self->view.x * self->view.scale, paint->tile_size);
  shading.tile_y = tile_offset (self->view.y * self->view.scale, paint->tile_size);
  ris3_parallel_for ((self->view.height + BAND_ROWS - 1) / BAND_ROWS, shade_band, &shading);
}

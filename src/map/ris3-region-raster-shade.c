/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-raster-private.h"

#include <string.h>

#include "geo/ris3-parallel.h"

/* Compiled for each width of the samples: ris3-region-raster-shade-wide.c includes it. */
#ifndef SHADE_FUNC
#define SHADE_FUNC _ris3_region_raster_shade_narrow
typedef guint16 Sample;
#endif

/* Pixel rows of one chunk of work. */
#define BAND_ROWS 32

/* What can be known of a block: that it shows one index with no border near, and which, or that its first or second
 * half does.
 */
#define BLOCK_PIXELS RIS3_RASTER_BLOCK_PIXELS
enum
{
  BLOCK_FIRST_HALF = 1 << 0,
  BLOCK_SECOND_HALF = 1 << 1,
  BLOCK_WHOLE = 1 << 2,
};
#define BLOCK_INDEX_SHIFT 3

#define LANES (16 / sizeof (Sample))

typedef Sample Samples __attribute__ ((vector_size (16)));
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
load_samples (const Sample *from)
{
  Samples samples;

  memcpy (&samples, from, sizeof samples);
  return samples;
}

/* Whether n_pixels pixels (four or eight: twice as many samples), in all rows and columns that their
 * borders look at, show one index. A border is no wider than the fewest lanes, four.
 */
static inline __attribute__ ((always_inline)) gboolean
is_uniform (const Sample *samples, gsize columns, guint border, guint n_pixels)
{
  Samples wanted = samples[0] - (Samples){ 0 };
  Samples difference = { 0 };
  SamplePairs pairs;

  for (guint row = 0; row < 2 + border; row++, samples += columns)
    {
      for (guint i = 0; i < 2 * n_pixels; i += LANES)
        difference |= load_samples (samples + i) ^ wanted;
      difference |= load_samples (samples + 2 * n_pixels - LANES + border) ^ wanted;
    }
  pairs = (SamplePairs) difference;
  return (pairs[0] | pairs[1]) == 0;
}

/* The same for the four samples of one pixel. */
static inline gboolean
is_pixel_uniform (const Sample *samples, gsize columns, guint border)
{
  const Sample *second = samples + columns;
  const Sample *below = samples + border * columns;
  const Sample *second_below = below + columns;
  Sample first = samples[0];
  Sample difference = (samples[1] ^ first) | (samples[border] ^ first) | (samples[border + 1] ^ first);

  difference |= (second[0] ^ first) | (second[1] ^ first) | (second[border] ^ first) | (second[border + 1] ^ first);
  difference |= (below[0] ^ first) | (below[1] ^ first) | (second_below[0] ^ first) | (second_below[1] ^ first);
  return difference == 0;
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
  if (country_a == 1)
    return paint->land_border;
  if (paint->styles[a] == paint->styles[b] && paint->inner[paint->styles[a]] != 0)
    return paint->inner[paint->styles[a]];
  return paint->region_border;
}

static inline guint32
sample_colour (const Ris3Paint *paint, const Sample *sample, gsize columns, guint border, const guint32 *tiles)
{
  guint here = sample[0];
  guint group = paint->groups[here];
  guint beside = sample[border];
  guint below = sample[border * columns];

  if (paint->groups[beside] != group)
    return border_colour (paint, here, beside);
  if (paint->groups[below] != group)
    return border_colour (paint, here, below);
  return tiles[paint->styles[here] * paint->tile_size * paint->tile_size];
}

static inline guint32
mixed_pixel (const Ris3Paint *paint, const Sample *samples, gsize columns, guint border, const guint32 *tiles)
{
  const guint32 mask = 0x00ff00ff;
  guint32 colours[4];
  guint32 even = 0x00020002, odd = 0x00020002; /* rounding */

  colours[0] = sample_colour (paint, samples, columns, border, tiles);
  colours[1] = sample_colour (paint, samples + 1, columns, border, tiles);
  colours[2] = sample_colour (paint, samples + columns, columns, border, tiles);
  colours[3] = sample_colour (paint, samples + columns + 1, columns, border, tiles);
  for (guint i = 0; i < 4; i++)
    {
      even += colours[i] & mask;
      odd += (colours[i] >> 8) & mask;
    }
  return ((even >> 2) & mask) | (((odd >> 2) & mask) << 8);
}

typedef struct
{
  const Sample *samples; /* of pixel row y */
  guint32 *pixels;
  gsize columns;
  const guint32 *tiles; /* each style's row of its tile for y */
  guint tile_pixels;
  guint tile_x;
  guint mask;
} Row;

static inline __attribute__ ((always_inline)) void
shade_uniform (const Ris3Paint *paint, const Row *row, guint x, guint n_pixels, guint index)
{
  guint style = paint->styles[index];
  const guint32 *tile = row->tiles + style * row->tile_pixels;

  if (paint->plain[style])
    for (guint i = 0; i < n_pixels; i++)
      row->pixels[x + i] = tile[0];
  else
    for (guint i = 0; i < n_pixels; i++)
      row->pixels[x + i] = tile[(x + i + row->tile_x) & row->mask];
}

static inline __attribute__ ((always_inline)) void
shade_pixel (const Ris3Paint *paint, const Row *row, guint x, guint border)
{
  const Sample *samples = row->samples + 2 * x;

  if (is_pixel_uniform (samples, row->columns, border))
    shade_uniform (paint, row, x, 1, samples[0]);
  else
    row->pixels[x] = mixed_pixel (paint, samples, row->columns, border, row->tiles + ((x + row->tile_x) & row->mask));
}

static inline __attribute__ ((always_inline)) guint32
look_at_block (const Sample *samples, gsize columns, const guint border)
{
  guint32 block = 0;

  if (is_uniform (samples, columns, border, BLOCK_PIXELS))
    return (guint32) samples[0] << BLOCK_INDEX_SHIFT | BLOCK_WHOLE;
  if (is_uniform (samples, columns, border, BLOCK_PIXELS / 2))
    block |= BLOCK_FIRST_HALF;
  if (is_uniform (samples + BLOCK_PIXELS, columns, border, BLOCK_PIXELS / 2))
    block |= BLOCK_SECOND_HALF;
  return block;
}

static inline __attribute__ ((always_inline)) void
shade_block (const Ris3Paint *paint, const Row *row, guint x, guint32 block, const guint border)
{
  /* Most of a map is large areas of one region or of sea: there, the samples need not be read again. */
  if (block & BLOCK_WHOLE)
    {
      shade_uniform (paint, row, x, BLOCK_PIXELS, block >> BLOCK_INDEX_SHIFT);
      return;
    }
  for (guint half = 0; half < 2; half++, x += BLOCK_PIXELS / 2)
    if (block & (half == 0 ? BLOCK_FIRST_HALF : BLOCK_SECOND_HALF))
      shade_uniform (paint, row, x, BLOCK_PIXELS / 2, row->samples[2 * x]);
    else
      for (guint i = x; i < x + BLOCK_PIXELS / 2; i++)
        shade_pixel (paint, row, i, border);
}

/* Inlined for each usual width of the border, so that the inner loops have a constant length. */
static inline __attribute__ ((always_inline)) void
shade_row (const Shading *shading, guint y, const guint border)
{
  const Ris3Paint *paint = shading->paint;
  const Ris3RegionRaster *raster = shading->raster;
  guint mask = paint->tile_size - 1;
  Row row = {
    .samples = (const Sample *) raster->index + (gsize) y * 2 * raster->columns,
    .pixels = (guint32 *) (void *) (shading->pixels + y * shading->stride),
    .columns = raster->columns,
    .tiles = paint->tiles + ((y + shading->tile_y) & mask) * paint->tile_size,
    .tile_pixels = paint->tile_size * paint->tile_size,
    .tile_x = shading->tile_x,
    .mask = mask,
  };
  guint width = raster->frame.width;
  guint32 *blocks = raster->blocks + (gsize) y * (width / BLOCK_PIXELS);
  guint x = 0;

  for (; x + BLOCK_PIXELS <= width; x += BLOCK_PIXELS, blocks++)
    {
      if (raster->blocks_border != border)
        *blocks = look_at_block (row.samples + 2 * x, row.columns, border);
      shade_block (paint, &row, x, *blocks, border);
    }
  for (; x < width; x++)
    shade_pixel (paint, &row, x, border);
}

static void
shade_band (guint chunk, gpointer data)
{
  const Shading *shading = data;
  guint end = MIN ((chunk + 1) * BAND_ROWS, shading->raster->frame.height);

  for (guint y = chunk * BAND_ROWS; y < end; y++)
    if (shading->paint->border_width == 1)
      shade_row (shading, y, 1);
    else if (shading->paint->border_width == 2)
      shade_row (shading, y, 2);
    else
      shade_row (shading, y, shading->paint->border_width);
}

void
SHADE_FUNC (Ris3RegionRaster *self, Ris3Paint *paint, guint32 *pixels, gsize stride, guint tile_x, guint tile_y)
{
  Shading shading = { self, paint, (guint8 *) pixels, stride, tile_x, tile_y };

  ris3_parallel_for ((self->frame.height + BAND_ROWS - 1) / BAND_ROWS, shade_band, &shading);
}

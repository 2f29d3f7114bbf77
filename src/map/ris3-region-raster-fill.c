/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which area each sample lies in: even-odd, by rows. */

#include "config.h"

#include "map/ris3-region-raster-private.h"

#include <string.h>

#include "geo/ris3-parallel.h"

/* Sample rows that one chunk of work fills: few enough that uneven bands even out over the cores,
 * many enough that a region is seldom cut in two.
 */
#define BAND_ROWS 96

/* A shape of so few points crosses no row more often: its crossings need no list. */
#define FEW_POINTS 32
/* Bytes that are filled at once. */
#define BLOCK 16

/* A crossing of a polygon's edge with the centre line of a sample row. */
typedef struct
{
  gint32 column; /* the first sample right of it */
  gint32 next;   /* in its row, from left to right; -1 ends */
} Crossing;

/* The crossings of a row by a shape of few points, in any order. */
typedef struct
{
  gint32 n;
  gint32 columns[FEW_POINTS];
} Row;

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
  Row few[BAND_ROWS];
  guint8 block[BLOCK]; /* of the shape that is filled */
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

static inline void
add_crossing_of_few (Band *band, gint row, gint column)
{
  Row *few = &band->few[row - band->first_row];

  few->columns[few->n++] = column;
}

static inline __attribute__ ((always_inline)) void
add_ring (Band *band, const Ris3Point *points, guint n_points, gint first_row, gint end_row, gboolean are_few)
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

          if (!are_few)
            reserve_crossings (band, last - row);
          for (; row < last; row++)
            {
              gint column = first_sample (previous_x + (row + 0.5 - previous_y) * slope, 0, columns);

              if (are_few)
                add_crossing_of_few (band, row, column);
              else
                add_crossing (band, row, column);
            }
        }
      previous_x = x;
      previous_y = y;
      previous_row = this_row;
    }
}

/* Whole blocks, of which the last may cover some of what the one before has filled. */
static inline __attribute__ ((always_inline)) void
fill_span (Band *band, gint row, gint first, gint end, gsize sample_size)
{
  guint8 *sample = (guint8 *) band->raster->index + ((gsize) row * band->raster->columns + first) * sample_size;
  gssize size = (gssize) (end - first) * (gssize) sample_size;
  guint8 *last = sample + size - BLOCK;

  if (size < BLOCK)
    {
      for (; size > 0; size -= (gssize) sample_size, sample += sample_size)
        memcpy (sample, band->block, sample_size);
      return;
    }
  for (; sample < last; sample += BLOCK)
    memcpy (sample, band->block, BLOCK);
  memcpy (last, band->block, BLOCK);
}

static inline __attribute__ ((always_inline)) void
fill_list (Band *band, gint row, gsize sample_size)
{
  gint32 crossing = band->heads[row - band->first_row];

  while (crossing >= 0)
    {
      const Crossing *left = &band->crossings[crossing];
      const Crossing *right;

      /* Rings are closed, so crossings come in pairs. */
      g_assert (left->next >= 0);
      right = &band->crossings[left->next];
      fill_span (band, row, left->column, right->column, sample_size);
      crossing = right->next;
    }
}

static inline __attribute__ ((always_inline)) void
fill_few (Band *band, gint row, gsize sample_size)
{
  Row *few = &band->few[row - band->first_row];

  if (few->n == 2)
    {
      fill_span (band, row, MIN (few->columns[0], few->columns[1]), MAX (few->columns[0], few->columns[1]),
                 sample_size);
      return;
    }
  for (gint i = 1; i < few->n; i++)
    {
      gint32 column = few->columns[i];
      gint j = i;

      for (; j > 0 && few->columns[j - 1] > column; j--)
        few->columns[j] = few->columns[j - 1];
      few->columns[j] = column;
    }
  for (gint i = 0; i + 1 < few->n; i += 2)
    fill_span (band, row, few->columns[i], few->columns[i + 1], sample_size);
}

static inline __attribute__ ((always_inline)) void
fill_rows (Band *band, guint value, gint first_row, gint end_row, gboolean are_few, gsize sample_size)
{
  for (guint i = 0; i < BLOCK / sample_size; i++)
    if (sample_size == sizeof (guint32))
      ((guint32 *) (gpointer) band->block)[i] = value;
    else
      ((guint16 *) (gpointer) band->block)[i] = (guint16) value;
  for (gint row = first_row; row < end_row; row++)
    if (are_few)
      fill_few (band, row, sample_size);
    else
      fill_list (band, row, sample_size);
}

static void
fill_shape (Band *band, const Ris3Shapes *shapes, guint shape, guint value)
{
  const Ris3Frame *frame = &band->raster->frame;
  const Ris3Box *box = &shapes->shape_boxes[shape];
  double scale = frame->scale * 2;
  gint first_row, end_row;
  gboolean are_few;

  /* Of a hundred thousand shapes, few are in a band. */
  if (box->y1 < band->top || box->y0 > band->bottom)
    return;
  if ((box->x1 - frame->x) * scale <= 0 || (box->x0 - frame->x) * scale >= band->raster->columns)
    return;
  first_row = first_sample ((box->y0 - frame->y) * scale, band->first_row, band->end_row);
  end_row = first_sample ((box->y1 - frame->y) * scale, band->first_row, band->end_row);
  if (first_row >= end_row)
    return;

  are_few = shapes->ring_points[shapes->shape_rings[shape + 1]] - shapes->ring_points[shapes->shape_rings[shape]]
            <= FEW_POINTS;
  band->n_crossings = 0;
  for (gint row = first_row; row < end_row; row++)
    if (are_few)
      band->few[row - band->first_row].n = 0;
    else
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
      if (are_few)
        add_ring (band, shapes->points + first_point, shapes->ring_points[ring + 1] - first_point, first_row, end_row,
                  TRUE);
      else
        add_ring (band, shapes->points + first_point, shapes->ring_points[ring + 1] - first_point, first_row, end_row,
                  FALSE);
    }
  if (band->raster->sample_size == sizeof (guint32) && are_few)
    fill_rows (band, value, first_row, end_row, TRUE, sizeof (guint32));
  else if (band->raster->sample_size == sizeof (guint32))
    fill_rows (band, value, first_row, end_row, FALSE, sizeof (guint32));
  else
    fill_rows (band, value, first_row, end_row, are_few, sizeof (guint16));
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
  for (guint i = g_array_index (self->bands, guint, chunk); i < g_array_index (self->bands, guint, chunk + 1); i++)
    {
      guint leaf = g_array_index (self->band_leaves, guint, i);

      fill_shape (&band, leaves, leaf, 1 + leaf);
    }
  g_free (band.crossings);
}

/* The bands that a leaf may be in; it is looked at more closely there. FALSE: in none. */
static inline gboolean
find_bands (Ris3RegionRaster *self, guint leaf, guint n_bands, guint *first, guint *last)
{
  const Ris3Box *box = &self->leaves->shape_boxes[leaf];
  double scale = self->frame.scale * 2;
  double top = ((box->y0 - self->frame.y) * scale - 2) / BAND_ROWS;
  double bottom = ((box->y1 - self->frame.y) * scale + 2) / BAND_ROWS;

  if (!(bottom >= 0 && top < n_bands && top <= bottom))
    return FALSE;
  if ((box->x1 - self->frame.x) * scale <= 0 || (box->x0 - self->frame.x) * scale >= self->columns)
    return FALSE;
  *first = (guint) MAX (top, 0);
  *last = (guint) MIN (bottom, n_bands - 1);
  return TRUE;
}

/* Of a hundred thousand leaves, few are in each band: they are sorted once, in their order. */
static void
sort_leaves (Ris3RegionRaster *self, guint n_bands)
{
  guint n = 0, first, last;

  g_array_set_size (self->bands, 0);
  g_array_set_size (self->bands, n_bands + 2);
  /* Two places on: how many; then, one on, where the next of the band goes. */
  for (guint leaf = 0; leaf < self->leaves->n_shapes; leaf++)
    if (find_bands (self, leaf, n_bands, &first, &last))
      for (; first <= last; first++)
        g_array_index (self->bands, guint, first + 2)++;
  for (guint band = 2; band < n_bands + 2; band++)
    g_array_index (self->bands, guint, band) = n += g_array_index (self->bands, guint, band);
  g_array_set_size (self->band_leaves, n);
  for (guint leaf = 0; leaf < self->leaves->n_shapes; leaf++)
    if (find_bands (self, leaf, n_bands, &first, &last))
      for (; first <= last; first++)
        g_array_index (self->band_leaves, guint, g_array_index (self->bands, guint, first + 1)++) = leaf;
}

void
_ris3_region_raster_fill_index (Ris3RegionRaster *self)
{
  guint n_bands = (self->rows + BAND_ROWS - 1) / BAND_ROWS;

  sort_leaves (self, n_bands);
  ris3_parallel_for (n_bands, fill_band, self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* More areas than 16 bits can number, and that each sample has the area that it lies in. */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "geo/ris3-boundaries-private.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"
#include "map/ris3-region-raster-private.h"

#define COLUMNS 300
#define ROWS 250

static Ris3Boundaries *
make_many (void)
{
  GStringChunk *strings = g_string_chunk_new (16384);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (Ris3Region));
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  Ris3Region country = { .code = "XX", .name = "X", .name_latin = "X", .country = "XX", .parent = -1 };
  g_autoptr (GError) error = NULL;
  Ris3Boundaries *boundaries;

  g_array_append_val (regions, country);
  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      double x = i % COLUMNS / 1000.0, y = i / COLUMNS / 1000.0, side = 1 / 1000.0;
      Ris3Point points[] = { { x, y }, { x + side, y }, { x + side, y + side }, { x, y + side } };
      g_autofree char *code = g_strdup_printf ("%u", i);
      Ris3Region region = country;

      region.code = g_string_chunk_insert (strings, code);
      region.level = 4;
      region.parent = 0;
      g_array_append_val (regions, region);
      ris3_shapes_builder_begin_shape (builder);
      ris3_shapes_builder_add_ring (builder, points, G_N_ELEMENTS (points));
    }
  boundaries = ris3_boundaries_new_own ("many", ris3_strings_free_to_bytes (strings), regions,
                                        ris3_shapes_builder_end (builder), &error);
  g_assert_no_error (error);
  return boundaries;
}

static void
test_pick_many (void)
{
  g_autoptr (Ris3Boundaries) boundaries = make_many ();
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, NULL);
  Ris3Frame frame = { .scale = 4000, .width = COLUMNS * 4, .height = ROWS * 4 };

  ris3_region_raster_fill (raster, &frame);
  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      g_assert_cmpint (ris3_region_raster_pick (raster, i % COLUMNS * 4 + 2, i / COLUMNS * 4 + 2), ==, (gint) i);
      g_assert_cmpint (ris3_boundaries_find (boundaries, code), ==, (gint) i + 1);
    }
}

/* What many areas are drawn with draws few ones as ever. */
static void
test_same_pixels (void)
{
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_NUTS_3);

  for (guint scale_factor = 1; scale_factor <= 4; scale_factor++)
    {
      g_autoptr (Ris3Paint) paint
          = ris3_paint_new (classification, fixture_get_land (), ris3_palette_get (RIS3_PALETTE_LIGHT), scale_factor);
      g_autoptr (Ris3RegionRaster) narrow = ris3_region_raster_new (fixture_get_boundaries (2016), fixture_get_land ());
      g_autoptr (Ris3RegionRaster) wide = ris3_region_raster_new (fixture_get_boundaries (2016), fixture_get_land ());
      Ris3Frame frame = fixture_frame_of_europe (777, 555);
      gsize n = 777 * 555;
      g_autofree guint32 *expected = g_new0 (guint32, n);
      g_autofree guint32 *got = g_new0 (guint32, n);

      g_assert_cmpuint (narrow->sample_size, ==, 2);
      wide->sample_size = 4;
      ris3_region_raster_fill (narrow, &frame);
      ris3_region_raster_fill (wide, &frame);
      ris3_region_raster_shade (narrow, paint, expected, 777 * sizeof (guint32));
      ris3_region_raster_shade (wide, paint, got, 777 * sizeof (guint32));
      g_assert_cmpmem (expected, n * sizeof (guint32), got, n * sizeof (guint32));
    }
}

static gint
first_sample (double position, guint limit)
{
  return (gint) CLAMP (ceil (position - 0.5), 0, limit);
}

static int
compare_columns (const void *a, const void *b)
{
  return *(const gint *) a - *(const gint *) b;
}

/* The plain way: the crossings of each row, sorted, and each sample between two of them. */
static void
fill_plainly (Ris3RegionRaster *raster, const Ris3Shapes *shapes, guint shape, guint value, guint32 *samples)
{
  double scale = raster->frame.scale * 2;
  g_autofree GArray **rows = g_new0 (GArray *, raster->rows);

  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      guint end = shapes->ring_points[ring + 1];
      Ris3Point from = shapes->points[end - 1];

      for (guint i = shapes->ring_points[ring]; i < end; i++)
        {
          Ris3Point to = shapes->points[i];
          double x0 = (from.x - raster->frame.x) * scale, y0 = (from.y - raster->frame.y) * scale;
          double x1 = (to.x - raster->frame.x) * scale, y1 = (to.y - raster->frame.y) * scale;
          gint row0 = first_sample (y0, raster->rows), row1 = first_sample (y1, raster->rows);

          for (gint row = MIN (row0, row1); row < MAX (row0, row1); row++)
            {
              gint column = first_sample (x0 + (row + 0.5 - y0) * ((x1 - x0) / (y1 - y0)), raster->columns);

              if (rows[row] == NULL)
                rows[row] = g_array_new (FALSE, FALSE, sizeof (gint));
              g_array_append_val (rows[row], column);
            }
          from = to;
        }
    }
  for (guint row = 0; row < raster->rows; row++)
    {
      if (rows[row] == NULL)
        continue;
      qsort (rows[row]->data, rows[row]->len, sizeof (gint), compare_columns);
      for (guint i = 0; i < rows[row]->len; i += 2)
        for (gint column = g_array_index (rows[row], gint, i); column < g_array_index (rows[row], gint, i + 1);
             column++)
          samples[row * raster->columns + column] = value;
      g_array_unref (rows[row]);
    }
}

static void
assert_filled (Ris3Boundaries *boundaries, Ris3Shapes *land, const Ris3Frame *frame)
{
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, land);
  g_autofree guint32 *expected = NULL;
  gsize n;

  ris3_region_raster_fill (raster, frame);
  n = (gsize) raster->rows * raster->columns;
  expected = g_new0 (guint32, n);
  for (guint i = 0; land != NULL && i < land->n_shapes; i++)
    fill_plainly (raster, land, i, 1 + raster->leaves->n_shapes + i, expected);
  for (guint i = 0; i < raster->leaves->n_shapes; i++)
    fill_plainly (raster, raster->leaves, i, 1 + i, expected);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (raster->sample_size == sizeof (guint16) ? ((guint16 *) raster->index)[i]
                                                              : ((guint32 *) raster->index)[i],
                      ==, expected[i]);
}

/* A comb with a hole: few points, and rows that cross it often. */
static Ris3Shapes *
make_comb (void)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  const Ris3Point hole[] = { { 0.33, 0.045 }, { 0.36, 0.042 }, { 0.35, 0.055 } };
  Ris3Point points[10];

  for (guint i = 0; i < 8; i++)
    points[i] = (Ris3Point){ 0.31 + i * 0.01, i % 2 == 0 ? 0.001 : 0.037 };
  points[8] = (Ris3Point){ 0.38, 0.06 };
  points[9] = (Ris3Point){ 0.31, 0.061 };
  ris3_shapes_builder_begin_shape (builder);
  ris3_shapes_builder_add_ring (builder, points, G_N_ELEMENTS (points));
  ris3_shapes_builder_add_ring (builder, hole, G_N_ELEMENTS (hole));
  return ris3_shapes_builder_end (builder);
}

/* Areas of few points and of many, of several rings, smaller than a sample and larger than the picture. */
static void
test_samples (void)
{
  g_autoptr (Ris3Boundaries) many = make_many ();
  g_autoptr (Ris3Shapes) comb = make_comb ();
  Ris3Frame europe = fixture_frame_of_europe (311, 233);
  Ris3Frame near = { .x = 0.52, .y = 0.28, .scale = 20000, .width = 240, .height = 200 };
  Ris3Frame small = { .x = -0.01, .y = 0.013, .scale = 777.7, .width = 250, .height = 190 };
  Ris3Frame beside = { .x = 0.27, .y = -0.01, .scale = 1500, .width = 200, .height = 150 };
  Ris3Frame large = { .x = 0.1003, .y = 0.0502, .scale = 30000, .width = 200, .height = 150 };

  assert_filled (fixture_get_boundaries (2016), fixture_get_land (), &europe);
  assert_filled (fixture_get_boundaries (2016), fixture_get_land (), &near);
  assert_filled (many, NULL, &small);
  assert_filled (many, NULL, &large);
  assert_filled (many, comb, &beside);
  assert_filled (fixture_get_boundaries (2016), comb, &beside);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/region-raster/wide/pick", test_pick_many);
  g_test_add_func ("/map/region-raster/wide/same-pixels", test_same_pixels);
  g_test_add_func ("/map/region-raster/wide/samples", test_samples);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* More areas than 16 bits can number. */

#include "config.h"

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

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/region-raster/wide/pick", test_pick_many);
  g_test_add_func ("/map/region-raster/wide/same-pixels", test_same_pixels);
  return fixture_run ();
}

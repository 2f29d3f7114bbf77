/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What holds for any picture of the region raster. Hand-made polygons are given as neighbouring land,
 * in an ocean without regions; elsewhere the real regions are drawn.
 */

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"

/* A power of two, so that whole pixels are exact. */
#define PAN_SCALE 8192.0

static guint32
opaque (guint32 colour)
{
  return 0xff000000 | colour;
}

static Ris3Classification *
classify_default (void)
{
  return fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
}

/* The picture of a frame, its rows without gaps. (transfer full) */
static guint32 *
draw (const Ris3Frame *frame, Ris3Shapes *land, Ris3PaletteName name, guint scale_factor)
{
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (fixture_get_boundaries (2016), land);
  g_autoptr (Ris3Classification) classification = classify_default ();
  g_autoptr (Ris3Paint) paint = ris3_paint_new (classification, land, ris3_palette_get (name), scale_factor);
  guint32 *pixels = g_new0 (guint32, (gsize) frame->width * frame->height);

  ris3_region_raster_fill (raster, frame);
  ris3_region_raster_shade (raster, paint, pixels, frame->width * sizeof *pixels);
  return pixels;
}

static void
assert_opaque (const guint32 *pixels, const Ris3Frame *frame)
{
  for (gsize i = 0; i < (gsize) frame->width * frame->height; i++)
    g_assert_cmphex (pixels[i] >> 24, ==, 0xff);
}

/* A ring around a part of the Pacific, in pixels of the frame below. */
typedef struct
{
  guint n_points;
  double points[8][2];
} Ring;

static const Ris3Frame ocean = { 0.05, 0.5, 1e5, 100, 100 };

static Ris3Shapes *
make_land (const Ring *rings, guint n_rings)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();

  ris3_shapes_builder_begin_shape (builder);
  for (guint ring = 0; ring < n_rings; ring++)
    {
      Ris3Point points[8];

      for (guint i = 0; i < rings[ring].n_points; i++)
        points[i] = (Ris3Point){ ocean.x + rings[ring].points[i][0] / ocean.scale,
                                 ocean.y + rings[ring].points[i][1] / ocean.scale };
      ris3_shapes_builder_add_ring (builder, points, rings[ring].n_points);
    }
  return ris3_shapes_builder_end (builder);
}

static void
assert_land_at (const guint32 *pixels, guint x, guint y, gboolean is_land)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);

  g_assert_cmphex (pixels[y * ocean.width + x], ==, opaque (is_land ? palette->land : palette->sea));
}

static void
test_holes (void)
{
  /* Land, a lake in it, an island in the lake; the direction of rings does not matter. */
  static const Ring rings[] = {
    { 4, { { 10, 10 }, { 90, 10 }, { 90, 90 }, { 10, 90 } } },
    { 4, { { 30, 30 }, { 70, 30 }, { 70, 70 }, { 30, 70 } } },
    { 4, { { 45, 45 }, { 45, 55 }, { 55, 55 }, { 55, 45 } } },
  };
  g_autoptr (Ris3Shapes) land = make_land (rings, G_N_ELEMENTS (rings));
  g_autofree guint32 *pixels = draw (&ocean, land, RIS3_PALETTE_LIGHT, 1);

  assert_land_at (pixels, 5, 50, FALSE);
  assert_land_at (pixels, 20, 50, TRUE);
  assert_land_at (pixels, 40, 50, FALSE);
  assert_land_at (pixels, 50, 50, TRUE);
  assert_land_at (pixels, 60, 50, FALSE);
  assert_land_at (pixels, 80, 50, TRUE);
  assert_land_at (pixels, 95, 50, FALSE);
}

static void
test_odd_rings (void)
{
  /* A bow tie; a needle without area; a ring that turns back on itself; corners on samples' centres. */
  static const Ring rings[] = {
    { 4, { { 10, 10 }, { 40, 40 }, { 40, 10 }, { 10, 40 } } },
    { 3, { { 60, 20 }, { 90, 20 }, { 75, 20 } } },
    { 6, { { 60, 30 }, { 90, 30 }, { 90, 50 }, { 60, 50 }, { 90, 50 }, { 90, 30 } } },
    { 4, { { 20.25, 70.25 }, { 20.75, 70.25 }, { 20.75, 70.75 }, { 20.25, 70.75 } } },
  };
  g_autoptr (Ris3Shapes) land = make_land (rings, G_N_ELEMENTS (rings));
  g_autofree guint32 *pixels = draw (&ocean, land, RIS3_PALETTE_LIGHT, 1);

  assert_opaque (pixels, &ocean);
  assert_land_at (pixels, 13, 25, TRUE);
  assert_land_at (pixels, 37, 25, TRUE);
  assert_land_at (pixels, 25, 13, FALSE);
  assert_land_at (pixels, 25, 37, FALSE);
  assert_land_at (pixels, 75, 15, FALSE);
  assert_land_at (pixels, 75, 60, FALSE);
}

static void
test_anywhere (void)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  static const Ris3Frame far_away[] = {
    { 5, 5, 1000, 33, 17 },
    { -7, 0.3, 1e6, 64, 64 },
    { 0.5, -1e6, 3, 20, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (far_away); i++)
    {
      g_autofree guint32 *pixels = draw (&far_away[i], fixture_get_land (), RIS3_PALETTE_LIGHT, 1);

      for (guint j = 0; j < far_away[i].width * far_away[i].height; j++)
        g_assert_cmphex (pixels[j], ==, opaque (palette->sea));
    }
}

/* At 2^30 pixels around the world a frame lies within one region, or on one border. */
static void
test_extreme_zoom (void)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  const double scale = 1 << 30;

  for (guint leaf = 0; leaf < shapes->n_shapes; leaf += 40)
    {
      const Ris3Region *region
          = ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf));
      Ris3Point corner = shapes->points[shapes->ring_points[shapes->shape_rings[leaf]]];
      Ris3Frame inside = { region->inside.x - 50 / scale, region->inside.y - 50 / scale, scale, 100, 100 };
      Ris3Frame at_corner = { corner.x - 50 / scale, corner.y - 50 / scale, scale, 100, 100 };
      g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, NULL);
      g_autofree guint32 *pixels = draw (&at_corner, NULL, RIS3_PALETTE_LIGHT, 1);

      assert_opaque (pixels, &at_corner);
      ris3_region_raster_fill (raster, &inside);
      for (guint y = 0; y < 100; y += 9)
        for (guint x = 0; x < 100; x += 9)
          g_assert_cmpint (ris3_region_raster_pick (raster, x, y), ==, leaf);
    }
}

static void
test_sizes (void)
{
  static const guint sizes[][2]
      = { { 1, 1 }, { 1, 300 }, { 300, 1 }, { 3, 5 }, { 95, 97 }, { 257, 96 }, { 4096, 2048 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Ris3Frame frame = fixture_frame_of_europe (sizes[i][0], sizes[i][1]);
      g_autofree guint32 *pixels = draw (&frame, fixture_get_land (), RIS3_PALETTE_DARK, 1);

      assert_opaque (pixels, &frame);
    }
}

/* The same raster for views of several sizes, large and small in turn. */
static void
test_reuse (void)
{
  static const guint widths[] = { 10, 700, 30, 900, 1 };
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (fixture_get_boundaries (2016), fixture_get_land ());
  g_autoptr (Ris3Classification) classification = classify_default ();
  g_autoptr (Ris3Paint) paint
      = ris3_paint_new (classification, fixture_get_land (), ris3_palette_get (RIS3_PALETTE_LIGHT), 1);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Ris3Frame frame = fixture_frame_of_europe (widths[i], widths[i]);
      gsize n_pixels = (gsize) frame.width * frame.height;
      g_autofree guint32 *fresh = draw (&frame, fixture_get_land (), RIS3_PALETTE_LIGHT, 1);
      g_autofree guint32 *pixels = g_new0 (guint32, n_pixels);

      ris3_region_raster_fill (raster, &frame);
      ris3_region_raster_shade (raster, paint, pixels, frame.width * sizeof *pixels);
      g_assert_cmpmem (pixels, n_pixels * sizeof *pixels, fresh, n_pixels * sizeof *fresh);
    }
}

/* Moved by whole pixels, the picture is the same, hatching included. */
static void
test_pan (void)
{
  const guint size = 600;
  static const gint moves[][2] = { { 1, 0 }, { 0, 1 }, { 17, 5 }, { 200, 301 }, { -3, 64 } };
  const double x = floor (ris3_mercator_x (-5) * PAN_SCALE) / PAN_SCALE;
  const double y = floor (ris3_mercator_y (58) * PAN_SCALE) / PAN_SCALE;
  const Ris3Frame frame = { x, y, PAN_SCALE, size, size };
  g_autofree guint32 *before = draw (&frame, fixture_get_land (), RIS3_PALETTE_LIGHT, 1);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      Ris3Frame moved = { x + moves[i][0] / PAN_SCALE, y + moves[i][1] / PAN_SCALE, PAN_SCALE, size, size };
      g_autofree guint32 *after = draw (&moved, fixture_get_land (), RIS3_PALETTE_LIGHT, 1);

      for (gint row = 0; row < (gint) size; row++)
        for (gint column = 0; column < (gint) size; column++)
          {
            gint old_row = row + moves[i][1], old_column = column + moves[i][0];

            if (old_row >= 0 && old_row < (gint) size && old_column >= 0 && old_column < (gint) size)
              g_assert_cmphex (after[row * size + column], ==, before[old_row * size + old_column]);
          }
    }
}

static gboolean
is_plain_around (const guint32 *pixels, guint width, guint x, guint y)
{
  for (guint row = y - 1; row <= y + 1; row++)
    for (guint column = x - 1; column <= x + 1; column++)
      if (pixels[row * width + column] != pixels[y * width + x])
        return FALSE;
  return TRUE;
}

/* On a finer screen, what is one colour stays so, and borders keep their visible width. */
static void
test_scale_factor (void)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  Ris3Frame one = fixture_frame_of_europe (500, 400);
  Ris3Frame two = { one.x, one.y, one.scale * 2, one.width * 2, one.height * 2 };
  g_autofree guint32 *coarse = draw (&one, fixture_get_land (), RIS3_PALETTE_LIGHT, 1);
  g_autofree guint32 *fine = draw (&two, fixture_get_land (), RIS3_PALETTE_LIGHT, 2);
  guint n_compared = 0, n_different = 0, n_border_coarse = 0, n_border_fine = 0;

  assert_opaque (fine, &two);
  for (guint y = 1; y < one.height - 1; y++)
    for (guint x = 1; x < one.width - 1; x++)
      if (is_plain_around (coarse, one.width, x, y))
        {
          n_different += fine[2 * y * two.width + 2 * x] != coarse[y * one.width + x];
          n_compared++;
        }
  g_assert_cmpuint (n_compared, >, one.width * one.height / 2);
  /* Islets that fell between the samples before. */
  g_assert_cmpuint (n_different, <, n_compared / 100);

  for (guint i = 0; i < one.width * one.height; i++)
    n_border_coarse += coarse[i] == opaque (palette->region_border);
  for (guint i = 0; i < two.width * two.height; i++)
    n_border_fine += fine[i] == opaque (palette->region_border);
  g_assert_cmpuint (n_border_fine, >, 2 * n_border_coarse);
}

/* Shading again changes colours, the same ones everywhere, and nothing else. */
static void
test_recolour (void)
{
  Ris3Frame frame = fixture_frame_of_europe (640, 480);
  gsize n_pixels = (gsize) frame.width * frame.height, size = n_pixels * sizeof (guint32);
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (fixture_get_boundaries (2016), fixture_get_land ());
  g_autoptr (Ris3Classification) classification = classify_default ();
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  g_autoptr (Ris3Paint) light
      = ris3_paint_new (classification, fixture_get_land (), ris3_palette_get (RIS3_PALETTE_LIGHT), 1);
  g_autoptr (Ris3Paint) dark
      = ris3_paint_new (classification, fixture_get_land (), ris3_palette_get (RIS3_PALETTE_DARK), 1);
  g_autofree guint32 *first = g_malloc (size);
  g_autofree guint32 *other = g_malloc (size);
  g_autofree guint32 *again = g_malloc (size);

  ris3_region_raster_fill (raster, &frame);
  ris3_region_raster_shade (raster, light, first, frame.width * sizeof (guint32));
  ris3_region_raster_shade (raster, dark, other, frame.width * sizeof (guint32));
  ris3_region_raster_shade (raster, light, again, frame.width * sizeof (guint32));
  g_assert_cmpmem (first, size, again, size);

  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme) - 1; klass++)
    {
      guint32 from = opaque (ris3_class_scheme_get_fill (scheme, klass, ris3_palette_get (RIS3_PALETTE_LIGHT)).colour);
      guint32 to = opaque (ris3_class_scheme_get_fill (scheme, klass, ris3_palette_get (RIS3_PALETTE_DARK)).colour);
      guint n_found = 0;

      if (ris3_classification_count_class (classification, klass) == 0)
        continue;

      for (gsize i = 0; i < n_pixels; i++)
        if (first[i] == from)
          {
            g_assert_cmphex (other[i], ==, to);
            n_found++;
          }
      g_assert_cmpuint (n_found, >, 0);
    }
  for (gsize i = 0; i < n_pixels; i++)
    if (first[i] == opaque (ris3_palette_get (RIS3_PALETTE_LIGHT)->sea))
      g_assert_cmphex (other[i], ==, opaque (ris3_palette_get (RIS3_PALETTE_DARK)->sea));
}

static void
fill_with_cairo (cairo_surface_t *surface, const Ris3Shapes *shapes, guint shape, const Ris3Frame *frame)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      cairo_new_sub_path (cr);
      for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
        cairo_line_to (cr, (shapes->points[i].x - frame->x) * frame->scale,
                       (shapes->points[i].y - frame->y) * frame->scale);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* Each leaf, as large as a frame, beside Cairo's fill of the same polygons. */
static void
test_coverage (void)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, NULL);
  const guint size = 96;
  double worst = 0, worst_surplus = 0, sum = 0;

  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      Ris3Frame frame = ris3_frame_of_box (&shapes->shape_boxes[leaf], size, size);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
      const guint8 *expected;
      double difference = 0, surplus = 0;

      fill_with_cairo (surface, shapes, leaf, &frame);
      expected = cairo_image_surface_get_data (surface);
      ris3_region_raster_fill (raster, &frame);
      for (guint y = 0; y < size; y++)
        for (guint x = 0; x < size; x++)
          {
            guint n_hits = 0;
            double error;

            for (guint sample = 0; sample < 4; sample++)
              n_hits += ris3_region_raster_pick (raster, x + sample % 2 * 0.5 + 0.25, y + sample / 2 * 0.5 + 0.25)
                        == (gint) leaf;
            error = n_hits / 4.0 - expected[y * cairo_image_surface_get_stride (surface) + x] / 255.0;
            difference += fabs (error);
            surplus += error;
          }
      cairo_surface_destroy (surface);
      difference /= size * size;
      worst = MAX (worst, difference);
      worst_surplus = MAX (worst_surplus, fabs (surplus) / size / size);
      sum += difference;
    }
  g_test_message ("mean absolute difference in coverage: %.4f, worst region %.4f; in area %.4f", sum / shapes->n_shapes,
                  worst, worst_surplus);
  g_assert_cmpfloat (sum / shapes->n_shapes, <, 0.005);
  g_assert_cmpfloat (worst, <, 0.02);
  g_assert_cmpfloat (worst_surplus, <, 0.002);
}

static void
test_pick_outside (void)
{
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (fixture_get_boundaries (2016), fixture_get_land ());
  Ris3Frame frame = fixture_frame_of_europe (300, 200);

  ris3_region_raster_fill (raster, &frame);
  g_assert_cmpint (ris3_region_raster_pick (raster, -0.001, 100), ==, -1);
  g_assert_cmpint (ris3_region_raster_pick (raster, 300, 100), ==, -1);
  g_assert_cmpint (ris3_region_raster_pick (raster, 100, 200), ==, -1);
  g_assert_cmpint (ris3_region_raster_pick (raster, NAN, 100), ==, -1);
  /* Algeria is land, not a region. */
  g_assert_cmpint (ris3_region_raster_pick (raster, (ris3_mercator_x (3) - frame.x) * frame.scale,
                                            (ris3_mercator_y (35) - frame.y) * frame.scale),
                   ==, -1);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/region-raster/holes", test_holes);
  g_test_add_func ("/map/region-raster/odd-rings", test_odd_rings);
  g_test_add_func ("/map/region-raster/anywhere", test_anywhere);
  g_test_add_func ("/map/region-raster/extreme-zoom", test_extreme_zoom);
  g_test_add_func ("/map/region-raster/sizes", test_sizes);
  g_test_add_func ("/map/region-raster/reuse", test_reuse);
  g_test_add_func ("/map/region-raster/pan", test_pan);
  g_test_add_func ("/map/region-raster/scale-factor", test_scale_factor);
  g_test_add_func ("/map/region-raster/recolour", test_recolour);
  g_test_add_func ("/map/region-raster/coverage", test_coverage);
  g_test_add_func ("/map/region-raster/pick-outside", test_pick_outside);
  return fixture_run ();
}

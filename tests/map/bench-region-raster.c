/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a frame of the map costs, beside a yardstick: the same polygons filled and stroked by Cairo,
 * a region at a time. Ratios can be compared between machines, milliseconds cannot.
 */

#include <cairo.h>
#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"

#define N_RUNS 21
#define PICK_GRID 1000

typedef struct
{
  Ris3Boundaries *boundaries;
  Ris3Classification *classification;
  Ris3Paint *paint;
  Ris3RegionRaster *raster;
  Ris3Frame frame;
  cairo_surface_t *surface;
  Ris3Point *points;  /* of all leaves, in pixels of the frame */
  gint64 picked;      /* a sum, so that the compiler cannot drop any pick */
  Ris3Shapes *land;   /* NULL: none */
  Ris3View *views[2]; /* of two indicators, in turn */
  guint turn;
} Bench;

typedef void (*BenchFunc) (Bench *bench);

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
measure_once (Bench *bench, BenchFunc func)
{
  gint64 start = g_get_monotonic_time ();

  func (bench);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static double
median (double *times)
{
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static void
set_source (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
draw_yardstick (Bench *bench)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (bench->boundaries);
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  cairo_t *cr = cairo_create (bench->surface);

  set_source (cr, palette->sea);
  cairo_paint (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (cr, 1);
  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      guint territory = ris3_classification_get_leaf_territory (bench->classification, leaf);

      for (guint ring = shapes->shape_rings[leaf]; ring < shapes->shape_rings[leaf + 1]; ring++)
        {
          cairo_new_sub_path (cr);
          for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
            cairo_line_to (cr, bench->points[i].x, bench->points[i].y);
          cairo_close_path (cr);
        }
      set_source (cr, ris3_class_scheme_get_fill (
                          ris3_classification_get_scheme (bench->classification),
                          ris3_classification_get_territory (bench->classification, territory)->klass, palette)
                          .colour);
      cairo_fill_preserve (cr);
      set_source (cr, palette->region_border);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
shade (Bench *bench)
{
  ris3_region_raster_shade (bench->raster, bench->paint,
                            (guint32 *) (void *) cairo_image_surface_get_data (bench->surface),
                            cairo_image_surface_get_stride (bench->surface));
}

static void
draw_frame (Bench *bench)
{
  ris3_region_raster_fill (bench->raster, &bench->frame);
  shade (bench);
}

/* Two maps that are compared, of half the width each, with rasters of their own: this one's twice costs the same. */
static void
draw_pair (Bench *bench)
{
  draw_frame (bench);
  bench->frame.x += 1e-9; /* … as nothing is kept of a frame before */
  draw_frame (bench);
}

/* Another indicator: its classes. The area of each region stays as it is. */
static Ris3Classification *
classify_next (Bench *bench)
{
  return ris3_classification_new (ris3_classification_get_placement (bench->classification),
                                  bench->views[bench->turn++ % 2]);
}

static void
classify_only (Bench *bench)
{
  ris3_classification_unref (classify_next (bench));
}

/* … and its colours on the map, as when a person chooses it. */
static void
change_indicator (Bench *bench)
{
  Ris3Classification *classification = classify_next (bench);

  ris3_paint_unref (bench->paint);
  bench->paint = ris3_paint_new (classification, bench->land, ris3_palette_get (RIS3_PALETTE_LIGHT), 1);
  shade (bench);
  ris3_classification_unref (classification);
}

static void
fill_only (Bench *bench)
{
  ris3_region_raster_fill (bench->raster, &bench->frame);
}

static void
pick_grid (Bench *bench)
{
  for (guint y = 0; y < PICK_GRID; y++)
    for (guint x = 0; x < PICK_GRID; x++)
      bench->picked += ris3_region_raster_pick (bench->raster, (x + 0.5) * bench->frame.width / PICK_GRID,
                                                (y + 0.5) * bench->frame.height / PICK_GRID);
}

static void
bench_init (Bench *bench, guint width, guint height, Ris3Shapes *land)
{
  const Ris3Shapes *shapes;
  Ris3View *view;

  *bench = (Bench){ .land = land };
  bench->boundaries = fixture_get_boundaries (2016);
  bench->classification = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_NUTS_3);
  view = ris3_classification_get_view (bench->classification);
  bench->views[0] = ris3_view_with_indicator (view, FIXTURE_HEALTH);
  bench->views[1] = ris3_view_with_indicator (view, ris3_indicator_find ("year"));
  bench->paint = ris3_paint_new (bench->classification, land, ris3_palette_get (RIS3_PALETTE_LIGHT), 1);
  bench->raster = ris3_region_raster_new (bench->boundaries, land);
  bench->frame = fixture_frame_of_europe (width, height);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  shapes = ris3_boundaries_get_shapes (bench->boundaries);
  bench->points = g_new (Ris3Point, shapes->n_points);
  for (guint i = 0; i < shapes->n_points; i++)
    bench->points[i] = (Ris3Point){ (shapes->points[i].x - bench->frame.x) * bench->frame.scale,
                                    (shapes->points[i].y - bench->frame.y) * bench->frame.scale };
}

static void
bench_clear (Bench *bench)
{
  cairo_surface_destroy (bench->surface);
  ris3_region_raster_free (bench->raster);
  ris3_paint_unref (bench->paint);
  ris3_classification_unref (bench->classification);
  for (guint i = 0; i < G_N_ELEMENTS (bench->views); i++)
    ris3_view_unref (bench->views[i]);
  g_free (bench->points);
}

static double
get_peak_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = g_strstr_len (status, -1, "VmHWM:");
  return line != NULL ? g_ascii_strtoull (line + 6, NULL, 10) / 1024.0 : 0;
}

static void
bench_region_raster (void)
{
  Bench hd, hd_land, uhd, half;
  struct
  {
    Bench *bench;
    BenchFunc func;
    double times[N_RUNS];
  } rows[] = {
    { &hd, draw_yardstick }, { &hd, draw_frame },       { &hd, fill_only },   { &hd, shade },
    { &hd, pick_grid },      { &hd_land, draw_frame },  { &uhd, draw_frame }, { &half, draw_pair },
    { &hd, classify_only },  { &hd, change_indicator },
  };
  double yardstick, frame, fill, recolour, picks, frame_land, frame_uhd, frame_pair, classes, change;

  bench_init (&hd, 1920, 1080, NULL);
  bench_init (&hd_land, 1920, 1080, fixture_get_land ());
  bench_init (&uhd, 3840, 2160, NULL);
  bench_init (&half, 960, 1080, NULL);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    rows[row].func (rows[row].bench);
  /* In turn, so that other work of the machine affects all alike. */
  for (guint run = 0; run < N_RUNS; run++)
    for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
      rows[row].times[run] = measure_once (rows[row].bench, rows[row].func);
  yardstick = median (rows[0].times);
  frame = median (rows[1].times);
  fill = median (rows[2].times);
  recolour = median (rows[3].times);
  picks = median (rows[4].times);
  frame_land = median (rows[5].times);
  frame_uhd = median (rows[6].times);
  frame_pair = median (rows[7].times);
  classes = median (rows[8].times);
  change = median (rows[9].times);

  g_test_message ("%u regions, %u points, %u threads, medians of %d",
                  ris3_boundaries_get_shapes (hd.boundaries)->n_shapes,
                  ris3_boundaries_get_shapes (hd.boundaries)->n_points, g_get_num_processors (), N_RUNS);
  g_test_message ("yardstick (Cairo, fill and stroke)  %7.2f ms", yardstick);
  g_test_message ("new frame, 1920x1080                %7.2f ms   yardstick/frame    %5.1f   goal >= 12", frame,
                  yardstick / frame);
  g_test_message ("  fill alone                        %7.2f ms", fill);
  g_test_message ("  with the neighbouring land        %7.2f ms", frame_land);
  g_test_message ("recolour                            %7.2f ms   yardstick/recolour %5.1f   goal >= 40", recolour,
                  yardstick / recolour);
  g_test_message ("change of the indicator             %7.2f ms   yardstick/change   %5.1f", change,
                  yardstick / change);
  g_test_message ("  its classes alone                 %7.2f ms   the rest           %5.2f ms   goal < 3 ms", classes,
                  change - classes);
  g_test_message ("new frame, 3840x2160                %7.2f ms   4K/HD              %5.1f   goal <= 4", frame_uhd,
                  frame_uhd / frame);
  g_test_message ("two maps, 960x1080 each             %7.2f ms   pair/frame         %5.1f", frame_pair,
                  frame_pair / frame);
  g_test_message ("hit test                            %7.2f ns", picks * 1e6 / PICK_GRID / PICK_GRID);
  g_test_message ("peak memory                         %7.1f MB", get_peak_megabytes ());
  g_assert_cmpfloat (frame, >, 0);

  bench_clear (&hd);
  bench_clear (&hd_land);
  bench_clear (&uhd);
  bench_clear (&half);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/region-raster/benchmark", bench_region_raster);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a page costs as a file, beside a yardstick: the same polygons filled and stroked by Cairo, one after the other,
 * and Cairo's PNG of that. Ratios can be compared between machines, milliseconds cannot.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "fixture.h"
#include "map/ris3-extent.h"
#include "map/ris3-palette.h"
#include "report/ris3-map-page-private.h"

#define N_RUNS 7

/* Of the European Union, as NUTS has them. */
static const char *const members[]
    = { "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK" };

typedef struct
{
  Ris3Geodata *loaded;
  Ris3Geodata *geodata;
  Ris3MapPage page;
  Ris3PageFormat format;
  char *path;
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The median of several runs, in milliseconds. */
static double
measure (Bench *bench, void (*func) (Bench *bench))
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      func (bench);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, N_RUNS, sizeof *times, compare);
  return times[N_RUNS / 2];
}

static void
project (Bench *bench)
{
  g_autoptr (Ris3Geodata) geodata = ris3_map_page_project (bench->loaded, RIS3_MAP_PAGE_CRS, NULL);

  g_assert_nonnull (geodata);
}

/* From an open atlas: what the window does for a page, but for the lists of strategies that it has. */
static void
prepare_and_write (Bench *bench)
{
  Ris3MapPage page = bench->page;
  g_autoptr (Ris3Geodata) geodata = ris3_map_page_project (bench->loaded, RIS3_MAP_PAGE_CRS, NULL);
  g_autoptr (Ris3Placement) placement = ris3_placement_new_of_atlas (geodata, fixture_get_atlas ());
  g_autoptr (Ris3Classification) classification
      = ris3_classification_new (placement, ris3_classification_get_view (page.classification));

  page.classification = classification;
  g_assert_true (ris3_map_page_add_insets (&page, geodata, bench->loaded, NULL));
  g_assert_true (ris3_map_page_write (&page, bench->format, bench->path, NULL, 0, NULL, NULL, NULL));
  g_ptr_array_unref (page.insets);
}

static void
write_page (Bench *bench)
{
  g_assert_true (ris3_map_page_write (&bench->page, bench->format, bench->path, NULL, 0, NULL, NULL, NULL));
}

static void
write_members (Bench *bench)
{
  Ris3MapPage page = bench->page;
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page.classification);

  page.insets = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      page.extent = ris3_extent_of_region (boundaries, (guint) ris3_boundaries_find (boundaries, members[i]), 0.1);
      g_assert_true (ris3_map_page_write (&page, bench->format, bench->path, NULL, 0, NULL, NULL, NULL));
    }
}

static void
set_source (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
write_yardstick (Bench *bench)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  Ris3Classification *classification = bench->page.classification;
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (ris3_classification_get_boundaries (classification));
  Ris3Frame frame = ris3_frame_of_box (&bench->page.extent, bench->page.width, bench->page.height);
  g_autoptr (cairo_surface_t) surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) bench->page.width, (int) bench->page.height);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  set_source (cr, palette->sea);
  cairo_paint (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (cr, 1);
  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      guint index = ris3_classification_get_leaf_territory (classification, leaf);
      guint klass = ris3_classification_get_territory (classification, index)->klass;

      for (guint ring = shapes->shape_rings[leaf]; ring < shapes->shape_rings[leaf + 1]; ring++)
        {
          for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
            cairo_line_to (cr, (shapes->points[i].x - frame.x) * frame.scale,
                           (shapes->points[i].y - frame.y) * frame.scale);
          cairo_close_path (cr);
        }
      set_source (cr,
                  ris3_class_scheme_get_fill (ris3_classification_get_scheme (classification), klass, palette).colour);
      cairo_fill_preserve (cr);
      set_source (cr, palette->region_border);
      cairo_stroke (cr);
    }
  g_assert_cmpint (cairo_surface_write_to_png (surface, bench->path), ==, CAIRO_STATUS_SUCCESS);
}

static void
set_format (Bench *bench, Ris3PageFormat format)
{
  bench->format = format;
  /* A file of another kind is not replaced. */
  g_remove (bench->path);
}

static void
print (const char *what, double milliseconds, double yardstick)
{
  g_print ("  %-66s %8.1f ms   ratio %5.2f\n", what, milliseconds, milliseconds / yardstick);
}

static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static void
set_page (Bench *bench, const Ris3PageOptions *options)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ris3_map_page_set_options (&bench->page, options, &error));
}

static void
run_large (Bench *bench)
{
  g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text ("size=841x1189mm dpi=300", NULL, NULL);
  gint64 start = g_get_monotonic_time ();
  GStatBuf info;
  long before = get_peak ();

  set_page (bench, options);
  set_format (bench, RIS3_PAGE_FORMAT_PNG);
  write_page (bench);
  g_stat (bench->path, &info);
  g_print ("A0 at 300 dots an inch, %u by %u pixels, once: %.1f s, file %.1f MB, peak memory %ld MiB (%ld before)\n",
           bench->page.width, bench->page.height, (double) (g_get_monotonic_time () - start) / 1e6,
           (double) info.st_size / 1e6, get_peak (), before);
}

int
main (int argc, char **argv)
{
  g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text ("size=1920x1080 dpi=96", NULL, NULL);
  Bench bench = { 0 };
  g_autoptr (Ris3Classification) flat = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  GStatBuf info;
  double yardstick;

  fixture_init (&argc, &argv);
  bench.loaded = fixture_get_geodata (2016);
  bench.path = g_build_filename (g_get_tmp_dir (), "ris3-bench-map-page", NULL);
  flat = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_NUTS_3);
  bench.geodata = ris3_map_page_project (bench.loaded, RIS3_MAP_PAGE_CRS, NULL);
  placement = ris3_placement_new_of_atlas (bench.geodata, fixture_get_atlas ());
  bench.page.classification = ris3_classification_new (placement, ris3_classification_get_view (flat));
  bench.page.extent = ris3_extent_of_europe (ris3_boundaries_get_plane (ris3_geodata_get_boundaries (bench.geodata)));
  set_page (&bench, options);
  ris3_map_page_add_insets (&bench.page, bench.geodata, bench.loaded, NULL);

  g_print ("NUTS 2016 at 1:%u M, %u points, medians of %u runs; the yardstick is Cairo's fill, stroke and PNG\n",
           ris3_boundaries_get_scale (fixture_get_boundaries (2016)),
           ris3_boundaries_get_shapes (fixture_get_boundaries (2016))->n_points, N_RUNS);
  yardstick = measure (&bench, write_yardstick);
  print ("yardstick, 1920 by 1080 pixels", yardstick, yardstick);
  print ("projection to EPSG:3035", measure (&bench, project), yardstick);
  set_format (&bench, RIS3_PAGE_FORMAT_PNG);
  print ("page as PNG, 1920 by 1080 pixels", measure (&bench, write_page), yardstick);
  print ("the same with projection, classes and insets", measure (&bench, prepare_and_write), yardstick);
  set_format (&bench, RIS3_PAGE_FORMAT_SVG);
  print ("page as SVG", measure (&bench, write_page), yardstick);
  g_stat (bench.path, &info);
  print ("the same with projection, classes and insets", measure (&bench, prepare_and_write), yardstick);
  g_print ("  the SVG has %.2f MB\n", (double) info.st_size / 1e6);
  set_format (&bench, RIS3_PAGE_FORMAT_PDF);
  print ("page as PDF", measure (&bench, write_page), yardstick);
  set_format (&bench, RIS3_PAGE_FORMAT_PNG);
  print ("a page as PNG for each of the 27 member states", measure (&bench, write_members), yardstick);
  run_large (&bench);

  g_remove (bench.path);
  g_free (bench.path);
  g_ptr_array_unref (bench.page.insets);
  ris3_classification_unref (bench.page.classification);
  ris3_geodata_unref (bench.geodata);
  return fixture_run ();
}

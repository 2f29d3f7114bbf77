/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What 100,000 areas cost, as LAU has them: reading, finding the lineage, and a frame of the map, beside the same frame
 * of the NUTS 3 regions that come with the program.
 */

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "map/ris3-geodata.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"

#define COLUMNS 320
#define ROWS 313
#define N_BENDS 5 /* of a side */
#define N_RUNS 11

static char *folder;

/* A corner of the grid, moved a little. */
static Ris3Point
get_corner (guint column, guint row)
{
  return (Ris3Point){ -9 + 39.0 * (column + 0.2 * sin (column * 12.9 + row * 78.2)) / COLUMNS,
                      36 + 30.0 * (row + 0.2 * cos (column * 39.3 + row * 11.1)) / ROWS };
}

/* The points of a side without its end, the same from both neighbours. */
static void
add_side (GString *text, Ris3Point from, Ris3Point to)
{
  gboolean is_reverse = from.x > to.x || (from.x == to.x && from.y > to.y);
  Ris3Point a = is_reverse ? to : from, b = is_reverse ? from : to;

  for (guint i = 0; i <= N_BENDS; i++)
    {
      double part = (double) (is_reverse ? N_BENDS + 1 - i : i) / (N_BENDS + 1);
      double bend = 0.15 * sin (part * G_PI) * sin (part * 17 + a.x * 100);

      g_string_append_printf (text, "[%.6f,%.6f],", a.x + (b.x - a.x) * part + (b.y - a.y) * bend,
                              a.y + (b.y - a.y) * part - (b.x - a.x) * bend);
    }
}

static void
write_grid (const char *path)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[\n");
  g_autoptr (GError) error = NULL;

  for (guint row = 0; row < ROWS; row++)
    for (guint column = 0; column < COLUMNS; column++)
      {
        Ris3Point corners[] = { get_corner (column, row), get_corner (column + 1, row),
                                get_corner (column + 1, row + 1), get_corner (column, row + 1) };

        g_string_append_printf (text,
                                "%s{\"type\":\"Feature\",\"properties\":{\"GISCO_ID\":\"XX_%06u\",\"LAU_NAME\":\"Area "
                                "%u\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[",
                                row + column > 0 ? ",\n" : "", row * COLUMNS + column, row * COLUMNS + column);
        for (guint i = 0; i < 4; i++)
          add_side (text, corners[i], corners[(i + 1) % 4]);
        g_string_append_printf (text, "[%.6f,%.6f]]]}}", corners[0].x, corners[0].y);
      }
  g_string_append (text, "\n]}\n");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

typedef struct
{
  Ris3RegionRaster *raster;
  Ris3Paint *paint;
  double fills[N_RUNS];
  double shades[N_RUNS];
} Map;

static void
map_init (Map *map, Ris3Classification *classification)
{
  map->raster = ris3_region_raster_new (ris3_classification_get_boundaries (classification), fixture_get_land ());
  map->paint = ris3_paint_new (classification, fixture_get_land (), ris3_palette_get (RIS3_PALETTE_LIGHT), 1);
}

static void
measure (Map *map, guint run, const Ris3Frame *frame, guint32 *pixels)
{
  gint64 start = g_get_monotonic_time ();

  ris3_region_raster_fill (map->raster, frame);
  map->fills[run] = since (start);
  start = g_get_monotonic_time ();
  ris3_region_raster_shade (map->raster, map->paint, pixels, frame->width * sizeof (guint32));
  map->shades[run] = since (start);
}

static void
tell (const char *title, Map *map)
{
  qsort (map->fills, N_RUNS, sizeof (double), compare_doubles);
  qsort (map->shades, N_RUNS, sizeof (double), compare_doubles);
  g_test_message ("%s: fill %.1f ms, shade %.1f ms, a frame %.1f ms", title, map->fills[N_RUNS / 2],
                  map->shades[N_RUNS / 2], map->fills[N_RUNS / 2] + map->shades[N_RUNS / 2]);
}

static void
bench (void)
{
  g_autofree char *path = g_build_filename (folder, "lau.geojson", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3OwnBoundaries) own = NULL;
  g_autoptr (Ris3Boundaries) frame_boundaries = NULL;
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3View) view = ris3_view_new ();
  g_autoptr (Ris3View) areas = ris3_view_with_level_rule (view, RIS3_LEVEL_RULE_NUTS_3);
  g_autoptr (Ris3Classification) own_classification = NULL;
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_NUTS_3);
  Ris3Frame frame = fixture_frame_of_europe (1920, 1080);
  g_autofree guint32 *pixels = g_new (guint32, 1920 * 1080);
  Map shipped, many;
  gint64 start;

  write_grid (path);
  own = ris3_own_boundaries_new (path, ris3_boundary_mapping_from_text ("code=GISCO_ID name=LAU_NAME"), 2016, NULL,
                                 &error);
  g_assert_no_error (error);
  frame_boundaries = ris3_geodata_load_boundaries (2016, NULL, &error);
  start = g_get_monotonic_time ();
  boundaries = ris3_boundary_source_read (path, own->mapping, frame_boundaries, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%u areas, %u points", ris3_boundaries_get_shapes (boundaries)->n_shapes,
                  ris3_boundaries_get_shapes (boundaries)->n_points);
  g_test_message ("read and checked: %.0f ms", since (start));
  start = g_get_monotonic_time ();
  geodata = ris3_geodata_load_own (own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("read, with the lineage from each NUTS version, and stored: %.0f ms", since (start));
  g_clear_pointer (&geodata, ris3_geodata_unref);
  start = g_get_monotonic_time ();
  geodata = ris3_geodata_load_own (own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("the same from the store, at the second start: %.0f ms", since (start));
  start = g_get_monotonic_time ();
  placement = ris3_placement_new (geodata, ris3_atlas_get_strategies (fixture_get_atlas ()));
  own_classification = ris3_classification_new (placement, areas);
  g_test_message ("placed and classified: %.1f ms", since (start));

  map_init (&shipped, classification);
  start = g_get_monotonic_time ();
  ris3_boundaries_make_details (ris3_geodata_get_boundaries (geodata));
  g_test_message (
      "thinned: %.0f ms, %u points in the view of Europe", since (start),
      ris3_boundaries_get_shapes_within (ris3_geodata_get_boundaries (geodata), 0.25 / frame.scale)->n_points);
  map_init (&many, own_classification);
  for (guint run = 0; run < N_RUNS; run++)
    {
      measure (&shipped, run, &frame, pixels);
      measure (&many, run, &frame, pixels);
    }
  tell ("1920x1080, NUTS 3", &shipped);
  tell ("1920x1080, these ", &many);
  ris3_region_raster_free (shipped.raster);
  ris3_region_raster_free (many.raster);
  ris3_paint_unref (shipped.paint);
  ris3_paint_unref (many.paint);
  g_unlink (path);
}

/* Of the store: one file in two folders. */
static void
remove_folder (void)
{
  g_autofree char *program = g_build_filename (folder, "ris3-atlas", NULL);
  g_autofree char *store = g_build_filename (program, "boundaries", NULL);
  g_autoptr (GDir) listing = g_dir_open (store, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (store, name, NULL);

      g_unlink (path);
    }
  g_rmdir (store);
  g_rmdir (program);
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int status;

  folder = g_dir_make_tmp ("ris3-own-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/own-boundaries/benchmark", bench);
  status = fixture_run ();
  remove_folder ();
  return status;
}

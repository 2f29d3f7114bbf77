/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "geo-fixture.h"
#include "geo/ris3-lineage.h"

/* Writes a file into a new folder; remove_file() removes both. */
static char *
write_file (const char *name, const char *contents, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-geo-XXXXXX", &error);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);

  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Every reader of the room must refuse the file alike. */
static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ris3_boundaries_load (path, 2016, 3, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);

  g_assert_null (ris3_land_load (path, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, code);
  g_clear_error (&error);

  g_assert_null (ris3_lineage_load (path, 2013, 2016, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, code);
}

static void
test_no_file (void)
{
  assert_refused ("/nonexistent/boundaries.gpkg", RIS3_GEO_ERROR_OPEN);
}

static void
test_no_geodata (void)
{
  g_autofree char *path = write_file ("boundaries.gpkg", "no geodata at all", 17);

  assert_refused (path, RIS3_GEO_ERROR_OPEN);
  remove_file (path);
}

/* GDAL could read these, as what they are or as what they name. */
static void
test_other_geodata (void)
{
  static const char *const files[][2] = {
    { "other.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}" },
    { "boundaries.gpkg", "{\"type\":\"FeatureCollection\",\"features\":[]}" },
    { "boundaries.gpkg", "<OGRVRTDataSource><OGRVRTLayer name=\"land\"><SrcDataSource>/etc/passwd</SrcDataSource>"
                         "<SrcLayer>x</SrcLayer></OGRVRTLayer></OGRVRTDataSource>" },
    { "boundaries.csv", "code,level\nAT,0\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_file (files[i][0], files[i][1], strlen (files[i][1]));

      assert_refused (path, RIS3_GEO_ERROR_OPEN);
      remove_file (path);
    }
}

/* Nothing waits for the other end of a pipe. */
static void
test_no_regular_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-geo-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "pipe.gpkg", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, RIS3_GEO_ERROR_OPEN);
  assert_refused (folder, RIS3_GEO_ERROR_OPEN);
  remove_file (path);
}

/* The environment of the caller does not decide what reads our data. */
static void
test_environment (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = NULL;

  /* Before GDAL is first needed; it skips, traces and logs as these say. */
  g_setenv ("GDAL_SKIP", "GPKG", TRUE);
  g_setenv ("OGR_SKIP", "GPKG", TRUE);
  g_setenv ("OGR_SQLITE_PRAGMA", "query_only=1,no_such_thing", TRUE);
  boundaries = ris3_boundaries_load (fixture_path (), 2016, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_boundaries_get_shapes (boundaries)->n_points, >, 10000);
  g_unsetenv ("GDAL_SKIP");
  g_unsetenv ("OGR_SKIP");
  g_unsetenv ("OGR_SQLITE_PRAGMA");
}

/* A file that ends in the middle is refused, or read if its rest was not needed, but never crashes. */
static void
test_torn_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (fixture_path (), &contents, &length, &error);
  g_assert_no_error (error);

  for (guint part = 1; part < 8; part++)
    {
      g_autofree char *path = write_file ("torn.gpkg", contents, length / 8 * part);
      g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (path, 2021, 10, NULL, &error);

      g_assert_true ((boundaries == NULL) == (error != NULL));
      if (boundaries != NULL)
        g_assert_cmpint (ris3_boundaries_find (boundaries, "UKN0G"), >=, 0);
      g_clear_error (&error);
      remove_file (path);
    }
}

static void
test_missing_version (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ris3_boundaries_load (fixture_path (), 1999, 0, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "1999"));
  g_clear_error (&error);

  g_assert_null (ris3_boundaries_load (fixture_path (), 1999, 10, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING);
  g_clear_error (&error);

  g_assert_null (ris3_lineage_load (fixture_path (), 1999, 2016, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING);
}

static void
test_finest_scale (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (fixture_path (), 2016, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ris3_boundaries_get_scale (boundaries), ==, 3);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_boundaries_load (fixture_path (), 2016, 3, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ris3_land_load (fixture_path (), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ris3_lineage_load (fixture_path (), 2013, 2016, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
is_land (const Ris3Shapes *land, double longitude, double latitude)
{
  Ris3Point point = { ris3_mercator_x (longitude), ris3_mercator_y (latitude) };

  for (guint i = 0; i < land->n_shapes; i++)
    if (ris3_shapes_contain (land, i, point))
      return TRUE;

  return FALSE;
}

static void
test_land (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Shapes) land = ris3_land_load (fixture_path (), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (land->n_shapes, >, 150);

  g_assert_true (is_land (land, 37.6, 55.7));   /* Moscow */
  g_assert_true (is_land (land, 21.16, 42.66)); /* Prishtina */
  g_assert_true (is_land (land, 20.46, 44.4));  /* near Belgrade: Serbia is not a region of 2013 */
  g_assert_true (is_land (land, 17, 79));       /* Svalbard, not a region before 2021 */
  g_assert_true (is_land (land, 178, 66.5));    /* Chukotka, on both sides of 180° */
  g_assert_true (is_land (land, -173, 65.5));
  g_assert_false (is_land (land, 10.5, 51));   /* Germany is regions */
  g_assert_false (is_land (land, 33.4, 35.1)); /* and so is all of Cyprus */
  g_assert_false (is_land (land, -30, 45));
  g_assert_false (is_land (land, 0, -80)); /* no Antarctica */

  /* No line runs across the map from one side of 180° to the other. */
  for (guint ring = 0; ring < land->n_rings; ring++)
    for (guint i = land->ring_points[ring] + 1; i < land->ring_points[ring + 1]; i++)
      g_assert_cmpfloat (fabs (land->points[i].x - land->points[i - 1].x), <, 0.2);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  /* First, as GDAL looks at the environment only once. */
  g_test_add_func ("/geo/loading/environment", test_environment);
  g_test_add_func ("/geo/loading/no-regular-file", test_no_regular_file);
  g_test_add_func ("/geo/loading/no-file", test_no_file);
  g_test_add_func ("/geo/loading/no-geodata", test_no_geodata);
  g_test_add_func ("/geo/loading/other-geodata", test_other_geodata);
  g_test_add_func ("/geo/loading/torn-file", test_torn_file);
  g_test_add_func ("/geo/loading/missing-version", test_missing_version);
  g_test_add_func ("/geo/loading/finest-scale", test_finest_scale);
  g_test_add_func ("/geo/loading/cancelled", test_cancelled);
  g_test_add_func ("/geo/loading/land", test_land);

  return g_test_run ();
}

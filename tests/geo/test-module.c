/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <unistd.h>

#include <string.h>

#include <glib/gstdio.h>

#include "geo-fixture.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-nuts-version.h"
#include "geo/ris3-table.h"

/* The module is opened once in a process, so these run in this order. */

static const char *with_cache;
static const char *table;
static const char *other_module_dir;
static char *right_module_dir;

static gboolean
has_gdal (void)
{
  g_autofree char *maps = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents ("/proc/self/maps", &maps, NULL, &error);
  g_assert_no_error (error);
  return strstr (maps, "/libgdal") != NULL;
}

/* Whatever needs GDAL says what is wrong. */
static void
assert_refused (const char *reason)
{
  GError *errors[5] = { NULL };
  g_autofree char *sheet = g_strdup_printf ("%s/ris3-test-module-%d.ods", g_get_tmp_dir (), (int) getpid ());

  g_assert_null (ris3_boundaries_load (fixture_path (), 2016, 10, NULL, &errors[0]));
  g_assert_null (ris3_land_load (fixture_path (), NULL, &errors[1]));
  g_assert_null (ris3_lineage_load (fixture_path (), 2013, 2016, NULL, &errors[2]));
  g_assert_true (g_file_set_contents (sheet, "PK\003\004", 4, NULL));
  g_assert_null (ris3_table_load (sheet, NULL, &errors[3]));
  g_unlink (sheet);
  g_assert_null (ris3_plane_new ("EPSG:3035", &errors[4]));
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_error (errors[i], RIS3_GEO_ERROR, RIS3_GEO_ERROR_MODULE);
      g_assert_nonnull (strstr (errors[i]->message, reason));
      g_assert_nonnull (strstr (errors[i]->message, "Install the program again."));
      g_error_free (errors[i]);
    }
  g_assert_false (has_gdal ());
}

static void
test_not_needed (void)
{
  g_setenv ("RIS3_MODULE_DIR", "/nonexistent", TRUE);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    for (guint scale = 0; scale <= 10; scale += scale == 0 ? 3 : 7)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3Boundaries) boundaries
            = ris3_boundaries_load (with_cache, ris3_nuts_versions[i], scale, NULL, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (ris3_boundaries_get_n_regions (boundaries), >, 1900);
      }
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    for (guint j = 0; j < RIS3_N_NUTS_VERSIONS; j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3Lineage) lineage
            = ris3_lineage_load (with_cache, ris3_nuts_versions[i], ris3_nuts_versions[j], NULL, &error);

        g_assert_no_error (error);
      }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (Ris3Shapes) land = ris3_land_load (with_cache, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (land->n_shapes, >, 150);
  }
  g_assert_false (has_gdal ());
}

static void
test_missing (void)
{
  g_setenv ("RIS3_MODULE_DIR", "/nonexistent", TRUE);
  assert_refused ("/nonexistent/libris3-geo-gdal.so");
}

static void
test_no_module (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-geo-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "libris3-geo-gdal.so", NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, "no library at all", -1, &error);
  g_assert_no_error (error);
  g_setenv ("RIS3_MODULE_DIR", folder, TRUE);
  assert_refused (path);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_other_version (void)
{
  g_setenv ("RIS3_MODULE_DIR", other_module_dir, TRUE);
  assert_refused ("version 0.0.1 of RIS3 Atlas");
}

/* What failed before works when the module is there. */
static void
test_opened (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Table) loaded = NULL;
  g_autoptr (Ris3Plane) plane = NULL;

  g_setenv ("RIS3_MODULE_DIR", right_module_dir, TRUE);
  loaded = ris3_table_load (table, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_table_get_n_rows (loaded), >, 200);
  plane = ris3_plane_new ("EPSG:3035", &error);
  g_assert_no_error (error);
  g_assert_true (has_gdal ());
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 5);
  with_cache = argv[2];
  table = argv[3];
  other_module_dir = argv[4];
  right_module_dir = g_strdup (g_getenv ("RIS3_MODULE_DIR"));

  g_test_add_func ("/geo/module/not-needed", test_not_needed);
  g_test_add_func ("/geo/module/missing", test_missing);
  g_test_add_func ("/geo/module/no-module", test_no_module);
  g_test_add_func ("/geo/module/other-version", test_other_version);
  g_test_add_func ("/geo/module/opened", test_opened);

  status = g_test_run ();
  g_free (right_module_dir);
  return status;
}

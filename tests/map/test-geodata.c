/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-geodata.h"

static void
assert_complete (Ris3Geodata *geodata, guint nuts_version)
{
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (geodata);
  guint n_rows;

  g_assert_cmpuint (ris3_boundaries_get_nuts_version (boundaries), ==, nuts_version);
  g_assert_cmpuint (ris3_boundaries_get_scale (boundaries), ==, 3);
  g_assert_cmpuint (ris3_geodata_get_land (geodata)->n_shapes, >, 150);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      Ris3Lineage *lineage = ris3_geodata_get_lineage (geodata, ris3_nuts_versions[i]);

      g_assert_true ((lineage == NULL) == (ris3_nuts_versions[i] == nuts_version));
      if (lineage == NULL)
        continue;
      g_assert_cmpuint (ris3_lineage_get_from_version (lineage), ==, ris3_nuts_versions[i]);
      g_assert_cmpuint (ris3_lineage_get_to_version (lineage), ==, nuts_version);
      g_assert_nonnull (ris3_lineage_lookup (lineage, "AT", &n_rows));
    }
  g_assert_null (ris3_geodata_get_lineage (geodata, 1999));
}

static void
test_load_file (void)
{
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Geodata) geodata
          = ris3_geodata_load_file (fixture_get_boundaries_path (), ris3_nuts_versions[i], NULL, &error);

      g_assert_no_error (error);
      assert_complete (geodata, ris3_nuts_versions[i]);
    }
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static Ris3Geodata *
load_async (guint nuts_version, gboolean cancel, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  ris3_geodata_load_async (nuts_version, cancellable, on_loaded_cb, &result);
  if (cancel)
    g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ris3_geodata_load_finish (result, error);
}

/* As the program loads what comes along with it, and where that is missing. */
static void
test_load_async (void)
{
  g_autofree char *folder = g_path_get_dirname (fixture_get_boundaries_path ());
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;

  g_setenv ("RIS3_DATA_DIR", folder, TRUE);
  geodata = load_async (RIS3_DEFAULT_NUTS_VERSION, FALSE, &error);
  g_assert_no_error (error);
  assert_complete (geodata, RIS3_DEFAULT_NUTS_VERSION);

  g_assert_null (load_async (RIS3_DEFAULT_NUTS_VERSION, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (load_async (1999, FALSE, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING);
  g_clear_error (&error);

  g_setenv ("RIS3_DATA_DIR", "/nonexistent", TRUE);
  g_assert_null (load_async (RIS3_DEFAULT_NUTS_VERSION, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "boundaries.gpkg"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/map/geodata/load-file", test_load_file);
  g_test_add_func ("/map/geodata/load-async", test_load_async);

  return fixture_run ();
}

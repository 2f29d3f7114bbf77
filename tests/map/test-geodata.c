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

/* As the program loads its own data, and when those are missing. */
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

/* Whether a style's tile has the colour. */
static gboolean
has_colour (Ris3Paint *paint, guint style, guint32 colour)
{
  gsize n_pixels = (gsize) paint->tile_size * paint->tile_size;

  for (gsize i = 0; i < n_pixels; i++)
    if (((paint->tiles[style * n_pixels + i] ^ colour) & 0xffffff) == 0)
      return TRUE;
  return FALSE;
}

/* Classes and paint of one plane colour the picture of another: on a printed map each region has, at the point
 * inside it, its own colour of the screen map.
 */
static void
test_other_plane (void)
{
  const guint size = 160, middle = size / 2;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Plane) plane = ris3_plane_new ("EPSG:3035", &error);
  g_autoptr (Ris3Geodata) geodata
      = ris3_geodata_load_file (fixture_get_boundaries_path (), RIS3_DEFAULT_NUTS_VERSION, NULL, &error);
  g_autoptr (Ris3Geodata) projected = ris3_geodata_project (geodata, plane);
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (projected);
  Ris3Shapes *land = ris3_geodata_get_land (projected);
  g_autoptr (Ris3Classification) classification
      = fixture_classify (RIS3_DEFAULT_NUTS_VERSION, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3Paint) paint = ris3_paint_new (classification, land, ris3_palette_get (RIS3_PALETTE_LIGHT), 1);
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, land);
  g_autofree guint32 *pixels = g_new0 (guint32, size * size);

  g_assert_no_error (error);
  g_assert_true (ris3_geodata_get_lineage (projected, 2013) == ris3_geodata_get_lineage (geodata, 2013));
  for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (boundaries)->n_shapes; leaf++)
    {
      const Ris3Region *region
          = ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf));
      double half = MAX (region->box.x1 - region->box.x0, region->box.y1 - region->box.y0) / 4;
      Ris3Box around
          = { region->inside.x - half, region->inside.y - half, region->inside.x + half, region->inside.y + half };
      Ris3Frame frame = ris3_frame_of_box (&around, size, size);

      ris3_region_raster_fill (raster, &frame);
      g_assert_cmpint (ris3_region_raster_pick (raster, middle, middle), ==, (gint) leaf);
      ris3_region_raster_shade (raster, paint, pixels, size * sizeof *pixels);
      g_assert_true (has_colour (paint, paint->styles[1 + leaf], pixels[middle * size + middle]));
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/map/geodata/load-file", test_load_file);
  g_test_add_func ("/map/geodata/load-async", test_load_async);
  g_test_add_func ("/map/geodata/other-plane", test_other_plane);

  return fixture_run ();
}

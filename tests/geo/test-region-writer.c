/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <cpl_vsi.h>
#include <gdal.h>
#include <glib/gstdio.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "geo-fixture.h"
#include "geo/ris3-gdal-polygons-private.h"
#include "geo/ris3-region-writer.h"

typedef struct
{
  Ris3Boundaries *boundaries;
  GArray *regions;
} Fixture;

static const char *const suffixes[] = { "gpkg", "geojson", "fgb" };
static const char *const columns[] = { "code", "name", "level", "longitude" };
static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT, RIS3_COLUMN_INTEGER, RIS3_COLUMN_REAL };
static const char *const about_columns[] = { "item", "value" };
static const Ris3ColumnKind about_kinds[] = { RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT };

static const char *
get_cell (guint row, guint column, gpointer user_data)
{
  static char text[40];
  Fixture *fixture = user_data;
  const Ris3Region *region
      = ris3_boundaries_get_region (fixture->boundaries, g_array_index (fixture->regions, guint, row));

  switch (column)
    {
    case 0:
      return region->code;
    case 1:
      return region->name;
    case 2:
      g_snprintf (text, sizeof text, "%u", region->level);
      return text;
    default:
      g_ascii_formatd (text, sizeof text, "%.4f", ris3_mercator_longitude (region->inside.x));
      return region->level == 3 ? text : NULL;
    }
}

static const char *
get_about (guint row, guint column, gpointer user_data)
{
  static const char *const cells[]
      = { "Title", "A “title” with \"quotes\"\\, and\na line", "Licence", "© EuroGeographics" };

  return cells[row * 2 + column];
}

/* (transfer full) */
static char *
write_file (Fixture *fixture, Ris3RegionsFormat format)
{
  const Ris3SheetSource rows
      = { "regions", columns, kinds, G_N_ELEMENTS (columns), fixture->regions->len, get_cell, fixture };
  const Ris3SheetSource about = { "about", about_columns, about_kinds, 2, 2, get_about, NULL };
  const Ris3RegionsSource source
      = { &rows, (const guint *) (gpointer) fixture->regions->data, fixture->boundaries, &about, "A title", "<qgis/>" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_strconcat ("ris3-regions-XXXXXX.", suffixes[format], NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  int fd = g_mkstemp (path);
  gint progress = 0;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  bytes = ris3_regions_write (format, &source, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress, ==, (int) rows.n_rows);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* Twice the area within a ring, positive if it runs counter-clockwise. */
static double
get_turn (OGRGeometryH ring)
{
  double sum = 0;

  for (int i = 0; i + 1 < OGR_G_GetPointCount (ring); i++)
    sum += OGR_G_GetX (ring, i) * OGR_G_GetY (ring, i + 1) - OGR_G_GetX (ring, i + 1) * OGR_G_GetY (ring, i);
  return sum;
}

/* RFC 7946, 3.1.6. */
static void
assert_right_hand (OGRGeometryH geometry)
{
  gboolean is_polygon = wkbFlatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon;

  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    if (is_polygon)
      g_assert_true ((get_turn (OGR_G_GetGeometryRef (geometry, i)) > 0) == (i == 0));
    else
      assert_right_hand (OGR_G_GetGeometryRef (geometry, i));
}

/* All regions of a version: each is there, whole, valid, and where it belongs. */
static void
check_layer (Fixture *fixture, Ris3RegionsFormat format, OGRLayerH layer)
{
  OGRFeatureH feature;
  guint n_found = 0;
  g_autofree double *areas = g_new0 (double, ris3_boundaries_get_n_regions (fixture->boundaries));

  g_assert_cmpint (OGR_L_GetFeatureCount (layer, TRUE), ==, (int) fixture->regions->len);
  g_assert_cmpint (OSRIsGeographic (OGR_L_GetSpatialRef (layer)), ==, TRUE);
  while ((feature = OGR_L_GetNextFeature (layer)) != NULL)
    {
      OGRGeometryH geometry = OGR_F_GetGeometryRef (feature);
      gint index = ris3_boundaries_find (fixture->boundaries, OGR_F_GetFieldAsString (feature, 0));
      const Ris3Region *region = ris3_boundaries_get_region (fixture->boundaries, (guint) index);
      OGREnvelope box;

      n_found++;
      g_assert_cmpstr (OGR_F_GetFieldAsString (feature, 1), ==, region->name);
      g_assert_cmpint (OGR_F_GetFieldAsInteger (feature, 2), ==, (int) region->level);
      g_assert_cmpint (OGR_F_IsFieldSetAndNotNull (feature, 3), ==, region->level == 3);
      /* GDAL's writer of RFC 7946 makes a polygon of one that is alone. */
      g_assert_true (wkbFlatten (OGR_G_GetGeometryType (geometry)) == wkbMultiPolygon
                     || format == RIS3_REGIONS_GEOJSON);
      if (!OGR_G_IsValid (geometry))
        g_error ("%s is not valid", region->code);
      if (format == RIS3_REGIONS_GEOJSON)
        assert_right_hand (geometry);
      OGR_G_GetEnvelope (geometry, &box);
      g_assert_cmpfloat_with_epsilon (box.MinX, ris3_mercator_longitude (region->box.x0), 1e-6);
      g_assert_cmpfloat_with_epsilon (box.MaxX, ris3_mercator_longitude (region->box.x1), 1e-6);
      g_assert_cmpfloat_with_epsilon (box.MaxY, ris3_mercator_latitude (region->box.y0), 1e-6);
      g_assert_cmpfloat_with_epsilon (box.MinY, ris3_mercator_latitude (region->box.y1), 1e-6);
      areas[index] = OGR_G_Area (geometry);
      OGR_F_Destroy (feature);
    }
  g_assert_cmpuint (n_found, ==, fixture->regions->len);

  /* No slivers between the parts of a region, and nothing twice. */
  for (guint i = 0; i < n_found; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (fixture->boundaries, i);
      double sum = 0;

      for (guint k = 0; k < region->n_leaves; k++)
        sum += areas[ris3_boundaries_get_leaf_region (fixture->boundaries, region->first_leaf + k)];
      g_assert_cmpfloat_with_epsilon (areas[i], sum, 1e-6 * sum);
    }
}

static void
test_formats (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (fixture_path (), 2016, 10, NULL, &error);
  Fixture fixture = { boundaries, g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_assert_no_error (error);
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    g_array_append_val (fixture.regions, i);
  for (guint format = RIS3_REGIONS_GPKG; format <= RIS3_REGIONS_FLATGEOBUF; format++)
    {
      g_autofree char *path = write_file (&fixture, format);
      GDALDatasetH dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, NULL, NULL);

      g_assert_nonnull (dataset);
      check_layer (&fixture, format, GDALDatasetGetLayer (dataset, 0));
      GDALClose (dataset);
      g_unlink (path);
    }
  g_array_unref (fixture.regions);
}

/* What goes along with the regions. */
static void
test_base (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (fixture_path (), 2021, 10, NULL, &error);
  Fixture fixture = { boundaries, g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autofree char *gpkg = NULL;
  g_autofree char *geojson = NULL;
  g_autofree char *json = NULL;
  GDALDatasetH dataset;
  OGRFeatureH feature;
  OGRLayerH layer;
  guint region;

  g_assert_no_error (error);
  region = (guint) ris3_boundaries_find (boundaries, "MT");
  g_array_append_val (fixture.regions, region);
  gpkg = write_file (&fixture, RIS3_REGIONS_GPKG);
  geojson = write_file (&fixture, RIS3_REGIONS_GEOJSON);

  dataset = GDALOpenEx (gpkg, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, NULL, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpint (GDALDatasetGetLayerCount (dataset), ==, 3);
  layer = GDALDatasetGetLayerByName (dataset, "about");
  feature = OGR_L_GetNextFeature (layer);
  g_assert_cmpstr (OGR_F_GetFieldAsString (feature, 1), ==, get_about (0, 1, NULL));
  OGR_F_Destroy (feature);
  layer = GDALDatasetGetLayerByName (dataset, "layer_styles");
  g_assert_cmpstr (OGR_L_GetFIDColumn (layer), ==, "id");
  feature = OGR_L_GetNextFeature (layer);
  g_assert_cmpstr (OGR_F_GetFieldAsString (feature, OGR_F_GetFieldIndex (feature, "f_table_name")), ==, "regions");
  g_assert_cmpstr (OGR_F_GetFieldAsString (feature, OGR_F_GetFieldIndex (feature, "styleQML")), ==, "<qgis/>");
  g_assert_cmpint (OGR_F_GetFieldAsInteger (feature, OGR_F_GetFieldIndex (feature, "useAsDefault")), ==, 1);
  OGR_F_Destroy (feature);
  g_assert_cmpstr (OGR_L_GetGeometryColumn (GDALDatasetGetLayerByName (dataset, "regions")), ==, "geom");
  GDALClose (dataset);

  g_assert_true (g_file_get_contents (geojson, &json, NULL, NULL));
  g_test_message ("%.600s", json);
  g_assert_nonnull (strstr (json, "\"Title\": \"A “title” with \\\"quotes\\\"\\\\, and\\na line\""));
  g_assert_null (strstr (json, "\"crs\""));
  g_unlink (gpkg);
  g_unlink (geojson);
  g_array_unref (fixture.regions);
}

static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (fixture_path (), 2021, 10, NULL, &error);
  Fixture fixture = { boundaries, g_array_new (FALSE, TRUE, sizeof (guint)) };
  const Ris3SheetSource rows = { "regions", columns, kinds, G_N_ELEMENTS (columns), 1, get_cell, &fixture };
  const guint first = 0;
  const Ris3RegionsSource source = { .rows = &rows, .regions = &first, .boundaries = boundaries };

  g_array_set_size (fixture.regions, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_regions_write (RIS3_REGIONS_GPKG, &source, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_array_unref (fixture.regions);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/geo/region-writer/formats", test_formats);
  g_test_add_func ("/geo/region-writer/base", test_base);
  g_test_add_func ("/geo/region-writer/cancel", test_cancel);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <glib/gi18n-lib.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "geo/ris3-gdal-cells-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-gdal-polygons-private.h"

static const struct
{
  const char *driver;
  const char *suffix;
} formats[] = {
  [RIS3_REGIONS_GPKG] = { "GPKG", "gpkg" },
  [RIS3_REGIONS_GEOJSON] = { "GeoJSON", "geojson" },
  [RIS3_REGIONS_FLATGEOBUF] = { "FlatGeobuf", "fgb" },
};

static void
add_json_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (json, "\\%c", *text);
    else if ((guchar) *text < ' ')
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

/* The member "about" of the collection, in the way in which the driver takes members from another file. */
static char *
make_native (const Ris3SheetSource *about)
{
  GString *json = g_string_new ("NATIVE_DATA={\"type\":\"FeatureCollection\",\"about\":{");

  for (guint row = 0; row < about->n_rows; row++)
    {
      g_string_append (json, row > 0 ? "," : "");
      add_json_text (json, about->get_cell (row, 0, about->user_data));
      g_string_append_c (json, ':');
      add_json_text (json, about->get_cell (row, 1, about->user_data));
    }
  g_string_append (json, "}}");
  return g_string_free (json, FALSE);
}

static char **
make_layer_options (Ris3RegionsFormat format, const Ris3RegionsSource *source)
{
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();

  if (format == RIS3_REGIONS_GPKG && source->title != NULL && *source->title != '\0')
    {
      g_autofree char *description = g_strconcat ("DESCRIPTION=", source->title, NULL);

      g_strv_builder_add (options, description);
    }
  if (format == RIS3_REGIONS_GEOJSON)
    {
      g_strv_builder_add (options, "RFC7946=YES");
      if (source->about != NULL)
        {
          g_autofree char *native = make_native (source->about);

          g_strv_builder_add (options, native);
          g_strv_builder_add (options, "NATIVE_MEDIA_TYPE=application/vnd.geo+json");
        }
    }
  return g_strv_builder_end (options);
}

static OGRFieldType
get_type (Ris3ColumnKind kind)
{
  return kind == RIS3_COLUMN_INTEGER ? OFTInteger64 : kind == RIS3_COLUMN_REAL ? OFTReal : OFTString;
}

static gboolean
add_field (OGRLayerH layer, const char *name, OGRFieldType type, GError **error)
{
  OGRFieldDefnH field = OGR_Fld_Create (name, type);
  OGRErr result = OGR_L_CreateField (layer, field, TRUE);

  OGR_Fld_Destroy (field);
  return result == OGRERR_NONE || ris3_gdal_output_fail (error);
}

/* A layer with the columns of a sheet. */
static OGRLayerH
make_layer (GDALDatasetH dataset,
            const Ris3SheetSource *sheet,
            const Ris3ColumnKind *kinds,
            gboolean has_geometry,
            char **options,
            GError **error)
{
  OGRSpatialReferenceH wgs84 = NULL;
  OGRLayerH layer;

  if (has_geometry)
    {
      wgs84 = OSRNewSpatialReference (NULL);
      OSRSetFromUserInput (wgs84, "EPSG:4326");
      OSRSetAxisMappingStrategy (wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    }
  layer = GDALDatasetCreateLayer (dataset, sheet->name, wgs84, has_geometry ? wkbMultiPolygon : wkbNone, options);
  if (wgs84 != NULL)
    OSRRelease (wgs84);
  if (layer == NULL)
    {
      ris3_gdal_output_fail (error);
      return NULL;
    }
  for (guint i = 0; i < sheet->n_columns; i++)
    if (!add_field (layer, sheet->columns[i], get_type (kinds[i]), error))
      return NULL;
  return layer;
}

static void
set_cells (OGRFeatureH feature, const Ris3SheetSource *sheet, const Ris3ColumnKind *kinds, guint row)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const char *text = sheet->get_cell (row, i, sheet->user_data);

      if (text == NULL || *text == '\0')
        OGR_F_SetFieldNull (feature, (int) i);
      else if (get_type (kinds[i]) == OFTInteger64)
        OGR_F_SetFieldInteger64 (feature, (int) i, g_ascii_strtoll (text, NULL, 10));
      else if (get_type (kinds[i]) == OFTReal)
        OGR_F_SetFieldDouble (feature, (int) i, g_ascii_strtod (text, NULL));
      else
        OGR_F_SetFieldString (feature, (int) i, text);
    }
}

static gboolean
write_region (OGRLayerH layer, const Ris3RegionsSource *source, const Ris3ColumnKind *kinds, guint row, GError **error)
{
  g_auto (OGRFeatureH) feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  OGRGeometryH geometry = ris3_gdal_make_multipolygon (source->boundaries, source->regions[row]);

  if (geometry == NULL)
    return ris3_gdal_output_fail (error);
  set_cells (feature, source->rows, kinds, row);
  OGR_F_SetGeometryDirectly (feature, geometry);
  return OGR_L_CreateFeature (layer, feature) == OGRERR_NONE || ris3_gdal_output_fail (error);
}

static gboolean
write_regions (GDALDatasetH dataset,
               Ris3RegionsFormat format,
               const Ris3RegionsSource *source,
               gint *progress,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree Ris3ColumnKind *kinds = g_new (Ris3ColumnKind, source->rows->n_columns);
  g_auto (GStrv) options = make_layer_options (format, source);
  OGRLayerH layer;

  for (guint i = 0; i < source->rows->n_columns; i++)
    kinds[i] = ris3_gdal_find_kind (source->rows, i, RIS3_TABLE_XLSX);
  layer = make_layer (dataset, source->rows, kinds, TRUE, options, error);
  if (layer == NULL)
    return FALSE;
  for (guint row = 0; row < source->rows->n_rows; row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_region (layer, source, kinds, row, error))
        return FALSE;
      if (progress != NULL)
        g_atomic_int_inc (progress);
    }
  return TRUE;
}

static gboolean
write_about (GDALDatasetH dataset, const Ris3SheetSource *about, GError **error)
{
  OGRLayerH layer = make_layer (dataset, about, about->kinds, FALSE, NULL, error);

  if (layer == NULL)
    return FALSE;
  for (guint row = 0; row < about->n_rows; row++)
    {
      g_auto (OGRFeatureH) feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

      set_cells (feature, about, about->kinds, row);
      if (OGR_L_CreateFeature (layer, feature) != OGRERR_NONE)
        return ris3_gdal_output_fail (error);
    }
  return TRUE;
}

/* The table in which QGIS looks for the style of a layer, as QGIS itself makes it. */
static gboolean
write_style (GDALDatasetH dataset, const Ris3RegionsSource *source, GError **error)
{
  static const char *const options[] = { "FID=id", NULL };
  const struct
  {
    const char *name;
    OGRFieldType type;
    const char *text;
  } fields[] = {
    { "f_table_catalog", OFTString, "" },
    { "f_table_schema", OFTString, "" },
    { "f_table_name", OFTString, source->rows->name },
    { "f_geometry_column", OFTString, "geom" },
    { "styleName", OFTString, source->rows->name },
    { "styleQML", OFTString, source->style },
    { "styleSLD", OFTString, "" },
    { "useAsDefault", OFTInteger, NULL },
    { "description", OFTString, source->title != NULL ? source->title : "" },
    { "owner", OFTString, "" },
    { "ui", OFTString, NULL },
    { "update_time", OFTDateTime, NULL },
  };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_auto (OGRFeatureH) feature = NULL;
  OGRLayerH layer = GDALDatasetCreateLayer (dataset, "layer_styles", NULL, wkbNone, (char **) options);

  if (layer == NULL)
    return ris3_gdal_output_fail (error);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!add_field (layer, fields[i].name, fields[i].type, error))
      return FALSE;
  feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].text != NULL)
      OGR_F_SetFieldString (feature, (int) i, fields[i].text);
    else if (fields[i].type == OFTInteger)
      OGR_F_SetFieldInteger (feature, (int) i, 1);
    else if (fields[i].type == OFTDateTime)
      OGR_F_SetFieldDateTime (feature, (int) i, g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now), g_date_time_get_hour (now),
                              g_date_time_get_minute (now), g_date_time_get_second (now), 100);
  return OGR_L_CreateFeature (layer, feature) == OGRERR_NONE || ris3_gdal_output_fail (error);
}

GBytes *
ris3_gdal_write_regions (Ris3RegionsFormat format,
                         const Ris3RegionsSource *source,
                         gint *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autoptr (Ris3GdalOutput) output = ris3_gdal_output_new (formats[format].driver, formats[format].suffix, error);

  if (output == NULL || !write_regions (output->dataset, format, source, progress, cancellable, error))
    return NULL;
  if (format == RIS3_REGIONS_GPKG
      && ((source->about != NULL && !write_about (output->dataset, source->about, error))
          || (source->style != NULL && !write_style (output->dataset, source, error))))
    return NULL;
  return ris3_gdal_output_end (output, error);
}

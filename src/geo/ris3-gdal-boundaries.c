/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"

enum
{
  FIELD_CODE,
  FIELD_LEVEL,
  FIELD_COUNTRY,
  FIELD_PARENT,
  FIELD_NAME,
  FIELD_NAME_LATIN,
  FIELD_NAME_ENGLISH,
  FIELD_OVERSEAS,
  FIELD_INSIDE_LONGITUDE,
  FIELD_INSIDE_LATITUDE,
  N_FIELDS
};

static const char *const field_names[N_FIELDS]
    = { "code",       "level",        "country",  "parent",           "name",
        "name_latin", "name_english", "overseas", "inside_longitude", "inside_latitude" };

/* Finds the layer of one version; a scale of 0 becomes the finest that there is. */
static OGRLayerH
find_layer (GDALDatasetH dataset, const char *path, guint nuts_version, guint *scale, GError **error)
{
  static const guint scales[] = { 3, 10 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("nuts_%u_%02um", nuts_version, scales[i]);
      OGRLayerH layer = NULL;

      if (*scale == 0 || *scale == scales[i])
        layer = GDALDatasetGetLayerByName (dataset, name);
      if (layer != NULL)
        {
          *scale = scales[i];
          return layer;
        }
    }

  if (*scale == 0)
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("“%s” does not contain the regions of NUTS %u"),
                 path, nuts_version);
  else
    g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                 _ ("“%s” does not contain the regions of NUTS %u at 1:%u million"), path, nuts_version, *scale);
  return NULL;
}

/* The region that contains the one that is being read: as rows are in tree order, it is the last one of the
 * level above. -1 if the row says otherwise, which ris3_boundaries_new() will refuse.
 */
static gint
find_parent (GArray *regions, const gint last[4], guint level, const char *code)
{
  if (level == 0 || level > 3 || last[level - 1] < 0)
    return -1;

  return strcmp (g_array_index (regions, Ris3Region, last[level - 1]).code, code) == 0 ? last[level - 1] : -1;
}

static const char *
get_string (OGRFeatureH feature, int field, GStringChunk *strings)
{
  if (!OGR_F_IsFieldSetAndNotNull (feature, field))
    return NULL;

  return g_string_chunk_insert (strings, OGR_F_GetFieldAsString (feature, field));
}

static gboolean
read_region (OGRFeatureH feature,
             const int fields[N_FIELDS],
             gint last[4],
             GStringChunk *strings,
             GArray *regions,
             GError **error)
{
  Ris3Region region = { 0 };
  int level = OGR_F_GetFieldAsInteger (feature, fields[FIELD_LEVEL]);

  region.code = get_string (feature, fields[FIELD_CODE], strings);
  region.name = get_string (feature, fields[FIELD_NAME], strings);
  region.name_latin = get_string (feature, fields[FIELD_NAME_LATIN], strings);
  region.name_english = get_string (feature, fields[FIELD_NAME_ENGLISH], strings);
  region.country = get_string (feature, fields[FIELD_COUNTRY], strings);
  if (region.code == NULL || region.name == NULL || region.name_latin == NULL || region.country == NULL || level < 0
      || level > 3)
    {
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) OGR_F_GetFID (feature));

      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("Row %s of the regions lacks a code, a name, a country or a level"), row);
      return FALSE;
    }

  region.level = (guint) level;
  region.is_overseas = OGR_F_GetFieldAsInteger (feature, fields[FIELD_OVERSEAS]) != 0;
  region.inside.x = ris3_mercator_x (OGR_F_GetFieldAsDouble (feature, fields[FIELD_INSIDE_LONGITUDE]));
  region.inside.y = ris3_mercator_y (OGR_F_GetFieldAsDouble (feature, fields[FIELD_INSIDE_LATITUDE]));
  region.parent = find_parent (regions, last, region.level, OGR_F_GetFieldAsString (feature, fields[FIELD_PARENT]));
  last[level] = (gint) regions->len;
  g_array_append_val (regions, region);

  return TRUE;
}

static Ris3Boundaries *
read_layer (OGRLayerH layer, guint nuts_version, guint scale, GCancellable *cancellable, GError **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (16384);
  g_autoptr (GArray) regions = g_array_sized_new (FALSE, FALSE, sizeof (Ris3Region), 2048);
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  g_autoptr (Ris3ShapesBuilder) builder = ris3_shapes_builder_new ();
  gint last[4] = { -1, -1, -1, -1 };
  int fields[N_FIELDS];

  for (gsize i = 0; i < N_FIELDS; i++)
    if ((fields[i] = ris3_gdal_find_field (layer, field_names[i], error)) < 0)
      return NULL;

  for (;;)
    {
      g_auto (OGRFeatureH) feature = NULL;
      const Ris3Region *region;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if ((feature = OGR_L_GetNextFeature (layer)) == NULL)
        break;
      if (!read_region (feature, fields, last, strings, regions, error))
        return NULL;

      region = &g_array_index (regions, Ris3Region, regions->len - 1);
      if (region->level != 3)
        continue;
      ris3_shapes_builder_begin_shape (builder);
      if (ris3_gdal_add_rings (OGR_F_GetGeometryRef (feature), builder, scratch))
        continue;
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("The region %s has no area that can be drawn in the layer “%s”. Use other boundaries."),
                   region->code, OGR_L_GetName (layer));
      return NULL;
    }

  /* Only this tells a broken file from the end of the rows. */
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read the layer “%s”: %s"),
                   OGR_L_GetName (layer), ris3_gdal_message ());
      return NULL;
    }
  if (regions->len == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("The layer “%s” is empty. Use other boundaries."),
                   OGR_L_GetName (layer));
      return NULL;
    }

  return ris3_boundaries_new (nuts_version, scale, ris3_strings_free_to_bytes (g_steal_pointer (&strings)),
                              g_steal_pointer (&regions), ris3_shapes_builder_end (g_steal_pointer (&builder)), error);
}

Ris3Boundaries *
ris3_gdal_load_boundaries (const char *path, guint nuts_version, guint scale, GCancellable *cancellable, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = FALSE;
  g_auto (GDALDatasetH) dataset = NULL;
  OGRLayerH layer;

  quiet = ris3_gdal_quiet ();
  dataset = ris3_gdal_open (path, "GPKG", NULL, error);
  if (dataset == NULL)
    return NULL;
  layer = find_layer (dataset, path, nuts_version, &scale, error);
  if (layer == NULL)
    return NULL;

  return read_layer (layer, nuts_version, scale, cancellable, error);
}

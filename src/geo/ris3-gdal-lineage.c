/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-lineage-private.h"
#include "geo/ris3-shapes-private.h"

#define LINEAGE_LAYER "lineage"

enum
{
  FIELD_FROM_CODE,
  FIELD_TO_CODE,
  FIELD_KIND,
  FIELD_SHARE_OF_FROM,
  FIELD_SHARE_OF_TO,
  N_FIELDS
};

static const char *const field_names[N_FIELDS] = { "from_code", "to_code", "kind", "share_of_from", "share_of_to" };

static gboolean
read_row (OGRFeatureH feature, GStringChunk *strings, GArray *rows, const int fields[N_FIELDS], GError **error)
{
  const char *kind = OGR_F_GetFieldAsString (feature, fields[FIELD_KIND]);
  Ris3LineageRow row = {
    .from_code = g_string_chunk_insert_const (strings, OGR_F_GetFieldAsString (feature, fields[FIELD_FROM_CODE])),
    .to_code = g_string_chunk_insert_const (strings, OGR_F_GetFieldAsString (feature, fields[FIELD_TO_CODE])),
    .share_of_from = OGR_F_GetFieldAsDouble (feature, fields[FIELD_SHARE_OF_FROM]),
    .share_of_to = OGR_F_GetFieldAsDouble (feature, fields[FIELD_SHARE_OF_TO]),
  };

  if (!ris3_lineage_kind_from_string (kind, &row.kind) || *row.from_code == '\0' || *row.to_code == '\0'
      || !(row.share_of_from >= 0 && row.share_of_from <= 1) || !(row.share_of_to >= 0 && row.share_of_to <= 1))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) OGR_F_GetFID (feature));

      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("Row %s of the lineage table makes no sense (%s, “%s”)"), number, row.from_code, kind);
      return FALSE;
    }
  g_array_append_val (rows, row);

  return TRUE;
}

static gboolean
read_rows (OGRLayerH layer,
           guint from_version,
           guint to_version,
           GStringChunk *strings,
           GArray *rows,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *filter = g_strdup_printf ("from_version = %u AND to_version = %u", from_version, to_version);
  int fields[N_FIELDS];

  for (gsize i = 0; i < N_FIELDS; i++)
    if ((fields[i] = ris3_gdal_find_field (layer, field_names[i], error)) < 0)
      return FALSE;
  OGR_L_SetAttributeFilter (layer, filter);

  for (;;)
    {
      g_auto (OGRFeatureH) feature = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if ((feature = OGR_L_GetNextFeature (layer)) == NULL)
        break;
      if (!read_row (feature, strings, rows, fields, error))
        return FALSE;
    }

  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read the layer “%s”: %s"), LINEAGE_LAYER,
                   ris3_gdal_message ());
      return FALSE;
    }
  g_array_sort (rows, ris3_lineage_compare_rows);

  return TRUE;
}

Ris3Lineage *
ris3_gdal_load_lineage (const char *path,
                        guint from_version,
                        guint to_version,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_auto (GDALDatasetH) dataset = ris3_gdal_open (path, "GPKG", NULL, error);
  g_autoptr (GStringChunk) strings = g_string_chunk_new (16384);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Ris3LineageRow));
  OGRLayerH layer;

  if (dataset == NULL)
    return NULL;
  layer = GDALDatasetGetLayerByName (dataset, LINEAGE_LAYER);
  if (layer != NULL && !read_rows (layer, from_version, to_version, strings, rows, cancellable, error))
    return NULL;
  if (rows->len == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("“%s” does not say what became of the regions of NUTS %u in NUTS %u"), path, from_version,
                   to_version);
      return NULL;
    }

  return ris3_lineage_new (from_version, to_version, ris3_strings_free_to_bytes (g_steal_pointer (&strings)),
                           g_steal_pointer (&rows));
}

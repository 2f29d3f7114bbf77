/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-private.h"

static gboolean
read_rows (Ris3Table *self, OGRLayerH layer, GCancellable *cancellable, GError **error)
{
  guint n_columns = self->columns->len;

  for (;;)
    {
      g_auto (OGRFeatureH) feature = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if ((feature = OGR_L_GetNextFeature (layer)) == NULL)
        return TRUE;
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (self->cells, OGR_F_IsFieldSetAndNotNull (feature, (int) i) ? g_string_chunk_insert (
                                          self->strings, OGR_F_GetFieldAsString (feature, (int) i))
                                                                                    : NULL);
    }
}

Ris3Table *
ris3_gdal_load_table (const char *path, GCancellable *cancellable, GError **error)
{
  static const char *const options[] = { "HEADERS=FORCE", "FIELD_TYPES=STRING", NULL };
  g_autoptr (Ris3Table) self = NULL;
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_auto (GDALDatasetH) dataset
      = ris3_gdal_open (path, g_str_has_suffix (folded, ".ods") ? "ODS" : "XLSX", options, error);
  g_autofree char *name = g_filename_display_basename (path);
  OGRFeatureDefnH definition;
  OGRLayerH layer;

  if (dataset == NULL)
    return NULL;
  layer = GDALDatasetGetLayer (dataset, 0);
  self = ris3_table_new ();
  definition = layer != NULL ? OGR_L_GetLayerDefn (layer) : NULL;
  for (int i = 0; definition != NULL && i < OGR_FD_GetFieldCount (definition); i++)
    g_ptr_array_add (self->columns, g_strdup (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i))));
  if (self->columns->len == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("“%s” has no columns"), name);
      return NULL;
    }
  if (!read_rows (self, layer, cancellable, error))
    return NULL;
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name,
                   ris3_gdal_message ());
      return NULL;
    }
  for (guint row = 1; row <= self->cells->len / self->columns->len; row++)
    g_array_append_val (self->lines, row);
  return g_steal_pointer (&self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-private.h"

/* Finds where the records of a CSV file begin, and checks that none has more cells than the first: OGR does
 * neither. Blank lines do not count as records, as in OGR.
 */
static gboolean
scan_csv (Ris3Table *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  gboolean quoted = FALSE;
  gboolean is_blank = TRUE;
  gboolean is_first = TRUE;
  guint line = 1;
  guint start = 1;
  guint n_cells = 1;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  for (gsize i = 0; i <= length; i++)
    {
      gboolean at_end = i == length;
      char c = at_end ? '\n' : text[i];

      if (c == '"')
        quoted = !quoted;
      if (c == ',' && !quoted)
        n_cells++;
      if (c != '\n' && c != '\r')
        is_blank = FALSE;
      if (c != '\n')
        continue;
      line++;
      if (quoted && !at_end)
        continue;

      if (!is_blank && is_first)
        is_first = FALSE;
      else if (!is_blank)
        {
          if (n_cells > self->columns->len)
            {
              g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                           _ ("%s:%u: the row has %u cells, but there are %u columns. Remove the surplus, or put the "
                              "cell that holds a comma into quotes."),
                           name, start, n_cells, self->columns->len);
              return FALSE;
            }
          g_array_append_val (self->lines, start);
        }
      start = line;
      n_cells = 1;
      is_blank = TRUE;
    }
  if (quoted)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("%s: a quotation mark is opened but never closed. Add the missing one."), name);
      return FALSE;
    }
  return TRUE;
}

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
        g_ptr_array_add (self->cells, OGR_F_IsFieldSetAndNotNull (feature, (int) i)
                                          ? g_strdup (OGR_F_GetFieldAsString (feature, (int) i))
                                          : NULL);
    }
}

Ris3Table *
ris3_gdal_load_table (const char *path, GCancellable *cancellable, GError **error)
{
  static const char *const options[]
      = { "HEADERS=YES", "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=NO", "KEEP_GEOM_COLUMNS=YES", NULL };
  g_autoptr (Ris3Table) self = NULL;
  g_auto (Ris3GdalQuiet) quiet = FALSE;
  g_auto (GDALDatasetH) dataset = NULL;
  g_autofree char *name = NULL;
  OGRFeatureDefnH definition;
  OGRLayerH layer;
  guint n_rows;

  name = g_filename_display_basename (path);
  quiet = ris3_gdal_quiet ();
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), name, g_strerror (errno));
      return NULL;
    }
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, options, NULL);
  layer = dataset != NULL ? GDALDatasetGetLayer (dataset, 0) : NULL;
  if (layer == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("“%s” is not a table that RIS3 Atlas can read"),
                   name);
      return NULL;
    }

  self = ris3_table_new ();

  definition = OGR_L_GetLayerDefn (layer);
  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
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

  n_rows = self->cells->len / self->columns->len;
  if (g_strcmp0 (GDALGetDriverShortName (GDALGetDatasetDriver (dataset)), "CSV") != 0)
    for (guint row = 1; row <= n_rows; row++)
      g_array_append_val (self->lines, row);
  else if (!scan_csv (self, path, error))
    return NULL;
  if (self->lines->len != n_rows)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("“%s” has %u rows, of which %u can be read. Check its quotes."), name, self->lines->len, n_rows);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-private.h"

/* Rows, between two looks at the cancellable. */
#define STEP 256

/* The first row is the names of the columns. What OGR made of a row is compared with what is in the file. */
static gboolean
read_row (Ris3Table *self, const Ris3CsvText *csv, guint index, const char *name, OGRLayerH layer, GError **error)
{
  g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
  guint line = g_array_index (csv->lines, guint, index);

  if (feature == NULL || !OGR_F_IsFieldSetAndNotNull (feature, (int) csv->n_columns - 1)
      || OGR_F_IsFieldSetAndNotNull (feature, (int) csv->n_columns))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("%s:%u: the row cannot be read whole. Write it in a simpler way."), name, line);
      return FALSE;
    }
  for (guint i = 0; i < csv->n_columns; i++)
    {
      const char *text = OGR_F_GetFieldAsString (feature, (int) i);

      if (index == 0)
        g_ptr_array_add (self->columns, g_strdup (text));
      else
        g_ptr_array_add (self->cells, *text != '\0' ? g_string_chunk_insert (self->strings, text) : (char *) "");
    }
  if (index == 0)
    self->heading_row = line;
  else
    g_array_append_val (self->lines, line);
  return TRUE;
}

Ris3Table *
ris3_gdal_read_csv (const Ris3CsvText *csv,
                    const char *name,
                    guint max_rows,
                    gint *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  static const char *const drivers[] = { "CSV", NULL };
  static const char *const options[] = { "HEADERS=YES",        "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=NO",
                                         "MERGE_SEPARATOR=NO", "MAX_LINE_SIZE=-1",   NULL };
  g_autoptr (Ris3Table) self = ris3_table_new ();
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autofree char *path = ris3_gdal_make_name ("csv");
  guint n_rows = csv->lines->len;
  GDALDatasetH dataset;
  OGRLayerH layer;
  gboolean is_read = TRUE;

  if (max_rows > 0)
    n_rows = MIN (n_rows, max_rows + 1);
  VSIFCloseL (VSIFileFromMemBuffer (path, (GByte *) csv->text, csv->length, FALSE));
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, NULL);
  layer = dataset != NULL ? GDALDatasetGetLayer (dataset, 0) : NULL;
  if (layer == NULL || OGR_FD_GetFieldCount (OGR_L_GetLayerDefn (layer)) != (int) csv->n_columns + 1)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), name, ris3_gdal_message ());
      is_read = FALSE;
    }
  for (guint i = 0; is_read && i < n_rows; i++)
    {
      if (i % STEP == 0 && progress != NULL)
        g_atomic_int_set (progress, (gint) i);
      is_read = !(i % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
                && read_row (self, csv, i, name, layer, error);
    }
  if (is_read && progress != NULL)
    g_atomic_int_set (progress, (gint) self->lines->len);
  if (dataset != NULL)
    GDALClose (dataset);
  VSIUnlink (path);
  return is_read ? g_steal_pointer (&self) : NULL;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-parallel.h"
#include "geo/ris3-table-private.h"

/* Rows, between two looks at the cancellable. */
#define STEP 256

typedef struct
{
  const Ris3CsvText *csv;
  const char *name;
  guint n_rows; /* that are wanted; the first is the names of the columns */
  gsize head;   /* how long the first row of csv is, from which OGR takes what it would otherwise guess */
  Ris3Table *table;
  gint *progress;
  GCancellable *cancellable;
  GStringChunk **strings; /* one a part */
  GError **errors;
} Reading;

static void
set_cell (Reading *self, GStringChunk *strings, guint row, guint column, const char *text)
{
  if (row == 0)
    self->table->columns->pdata[column] = g_strdup (text);
  else
    self->table->cells->pdata[(gsize) (row - 1) * self->csv->n_columns + column]
        = *text != '\0' ? g_string_chunk_insert (strings, text) : (char *) "";
}

/* The first row is the names of the columns. What OGR made of a row is compared with what is in the file. */
static gboolean
read_row (Reading *self, guint row, GStringChunk *strings, OGRLayerH layer, GError **error)
{
  const Ris3CsvText *csv = self->csv;
  g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
  guint line = g_array_index (csv->lines, guint, row);

  if (feature == NULL || !OGR_F_IsFieldSetAndNotNull (feature, (int) csv->n_columns - 1)
      || OGR_F_IsFieldSetAndNotNull (feature, (int) csv->n_columns))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("%s:%u: the row cannot be read whole. Write it in a simpler way."), self->name, line);
      return FALSE;
    }
  for (guint i = 0; i < csv->n_columns; i++)
    set_cell (self, strings, row, i, OGR_F_GetFieldAsString (feature, (int) i));
  if (row == 0)
    self->table->heading_row = line;
  else
    g_array_index (self->table->lines, guint, row - 1) = line;
  return TRUE;
}

static gboolean
read_rows (Reading *self, guint first, guint end, GStringChunk *strings, OGRLayerH layer, GError **error)
{
  for (guint i = first; i < end; i++)
    {
      if (i % STEP == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!read_row (self, i, strings, layer, error))
        return FALSE;
      if (i % STEP == 0 && self->progress != NULL)
        g_atomic_int_add (self->progress, (gint) MIN (STEP, end - i));
    }
  return TRUE;
}

/* The text of a part, with the row that OGR needs before it. (transfer full): copy: NULL: it is in the whole */
static const char *
get_text (Reading *self, guint part, char **copy, gsize *length)
{
  const Ris3CsvText *csv = self->csv;
  gsize start = part > 0 ? g_array_index (csv->starts, gsize, part - 1) : self->head;
  gsize end = part < csv->starts->len ? g_array_index (csv->starts, gsize, part) : csv->length;

  *copy = NULL;
  *length = self->head + end - start;
  if (part == 0)
    return csv->text;
  *copy = g_malloc (*length);
  memcpy (*copy, csv->text, self->head);
  memcpy (*copy + self->head, csv->text + start, end - start);
  return *copy;
}

static void
read_part (guint part, gpointer user_data)
{
  static const char *const drivers[] = { "CSV", NULL };
  static const char *const options[] = { "HEADERS=YES",        "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=NO",
                                         "MERGE_SEPARATOR=NO", "MAX_LINE_SIZE=-1",   NULL };
  Reading *self = user_data;
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autofree char *path = ris3_gdal_make_name ("csv");
  g_autofree char *copy = NULL;
  gsize length;
  const char *text = get_text (self, part, &copy, &length);
  guint first = part * RIS3_CSV_TEXT_PART;
  GDALDatasetH dataset;
  OGRLayerH layer;

  VSIFCloseL (VSIFileFromMemBuffer (path, (GByte *) text, length, FALSE));
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, NULL);
  layer = dataset != NULL ? GDALDatasetGetLayer (dataset, 0) : NULL;
  if (layer != NULL && OGR_FD_GetFieldCount (OGR_L_GetLayerDefn (layer)) == (int) self->csv->n_columns + 1)
    read_rows (self, first, MIN (first + RIS3_CSV_TEXT_PART, self->n_rows), self->strings[part], layer,
               &self->errors[part]);
  else
    g_set_error (&self->errors[part], RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN, _ ("Cannot read “%s”: %s"), self->name,
                 ris3_gdal_message ());
  if (dataset != NULL)
    GDALClose (dataset);
  VSIUnlink (path);
}

/* The error of the first part that has one. */
static gboolean
check_parts (Reading *self, guint n_parts, GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < n_parts; i++)
    if (self->errors[i] != NULL && ok)
      {
        g_propagate_error (error, g_steal_pointer (&self->errors[i]));
        ok = FALSE;
      }
    else
      g_clear_error (&self->errors[i]);
  return ok;
}

Ris3Table *
ris3_gdal_read_csv (const Ris3CsvText *csv,
                    const char *name,
                    guint max_rows,
                    gint *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  guint n_rows = max_rows > 0 ? MIN (csv->lines->len, max_rows + 1) : csv->lines->len;
  guint n_parts = (n_rows + RIS3_CSV_TEXT_PART - 1) / RIS3_CSV_TEXT_PART;
  g_autofree GStringChunk **strings = g_new (GStringChunk *, n_parts);
  g_autofree GError **errors = g_new0 (GError *, n_parts);
  g_autoptr (Ris3Table) self = ris3_table_new ();
  Reading reading = { csv, name, n_rows, 0, self, progress, cancellable, strings, errors };

  reading.head = (gsize) ((const char *) memchr (csv->text, '\n', csv->length) + 1 - csv->text);
  for (guint i = 0; i < n_parts; i++)
    strings[i] = ris3_table_add_strings (self);
  g_ptr_array_set_size (self->columns, (gint) csv->n_columns);
  g_ptr_array_set_size (self->cells, (gint) ((n_rows - 1) * csv->n_columns));
  g_array_set_size (self->lines, n_rows - 1);
  if (progress != NULL)
    g_atomic_int_set (progress, 0);
  ris3_parallel_for (n_parts, read_part, &reading);
  if (!check_parts (&reading, n_parts, error))
    return NULL;
  if (progress != NULL)
    g_atomic_int_set (progress, (gint) self->lines->len);
  return g_steal_pointer (&self);
}

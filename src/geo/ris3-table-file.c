/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-table-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-csv-text-private.h"
#include "geo/ris3-file-private.h"
#include "geo/ris3-formula-guard.h"
#include "geo/ris3-gdal-module-private.h"
#include "geo/ris3-table-private.h"

/* The largest file: twice that of 150,000 priorities. */
#define MAX_FILE ((gsize) 64 * 1024 * 1024)
/* A file that another core is of use for. */
#define LARGE ((gsize) 1024 * 1024)

struct _Ris3TableFile
{
  gatomicrefcount ref_count;
  char *path;
  char *name; /* for messages */
  guint heading_row;
  GBytes *bytes; /* NULL of a CSV */
  Ris3SheetKind kind;
  Ris3CsvText *csv;  /* or NULL */
  GPtrArray *sheets; /* of Ris3Sheet */
};

static void
sheet_free (gpointer data)
{
  Ris3Sheet *sheet = data;

  g_free ((char *) sheet->name);
  g_free (sheet);
}

Ris3TableFile *
ris3_table_file_ref (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_table_file_unref (Ris3TableFile *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->csv, ris3_csv_text_free);
  g_ptr_array_unref (self->sheets);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* Spreadsheets are ZIP archives; an ODS begins with its kind. */
static Ris3SheetKind
find_kind (GBytes *bytes, const char *path)
{
  static const char zip[] = "PK\003\004";
  static const char ods[] = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
  g_autofree char *folded = g_ascii_strdown (path, -1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length < strlen (zip) || memcmp (data, zip, strlen (zip)) != 0)
    return RIS3_SHEET_CSV;
  if (length > 30 + strlen (ods) && memcmp (data + 30, ods, strlen (ods)) == 0)
    return RIS3_SHEET_ODS;
  return g_str_has_suffix (folded, ".ods") ? RIS3_SHEET_ODS : RIS3_SHEET_XLSX;
}

/* Old spreadsheets, and those with a password, are files of another kind, which read as a text would be nonsense. */
static gboolean
refuse_others (Ris3TableFile *self, GError **error)
{
  static const char old[] = "\xd0\xcf\x11\xe0";
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  if (length < strlen (old) || memcmp (data, old, strlen (old)) != 0)
    return FALSE;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN,
               _ ("“%s” is a spreadsheet in an old format (XLS), or has a password. Save it as XLSX or ODS without a "
                  "password."),
               self->name);
  return TRUE;
}

gboolean
ris3_table_file_is_text (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  bytes = ris3_file_read (path, MAX_FILE, NULL);
  return bytes != NULL && find_kind (bytes, path) == RIS3_SHEET_CSV;
}

/* GDAL, which cuts the text into cells, takes a while to load; another core can do that. */
static gpointer
load_module (gpointer unused)
{
  ris3_gdal_module_open (NULL);
  return NULL;
}

static gboolean
open_csv (Ris3TableFile *self, const Ris3TableOptions *options, GError **error)
{
  Ris3Sheet *sheet;
  GThread *loading = g_bytes_get_size (self->bytes) > LARGE ? g_thread_new ("gdal", load_module, NULL) : NULL;
  char *dot;

  self->csv = ris3_csv_text_new (self->bytes, self->name, options, error);
  if (loading != NULL)
    g_thread_join (loading);
  if (self->csv == NULL)
    return FALSE;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  sheet = g_new0 (Ris3Sheet, 1);
  sheet->name = g_strdup (self->name);
  dot = strrchr (sheet->name, '.');
  if (dot != NULL && dot != sheet->name)
    *dot = '\0';
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

Ris3TableFile *
ris3_table_file_open (const char *path, const Ris3TableOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3TableFile) self = NULL;
  const Ris3GdalFunctions *gdal;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (options == NULL || options->separator == '\0'
                            || strchr (RIS3_TABLE_SEPARATORS, options->separator) != NULL,
                        NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = g_new0 (Ris3TableFile, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->heading_row = options != NULL ? options->heading_row : 0;
  self->name = g_filename_display_basename (path);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->bytes = ris3_file_read (path, MAX_FILE, error);
  if (self->bytes == NULL || refuse_others (self, error))
    return NULL;
  self->kind = find_kind (self->bytes, path);
  if (self->kind == RIS3_SHEET_CSV)
    return open_csv (self, options, error) ? g_steal_pointer (&self) : NULL;
  gdal = ris3_gdal_module_open (error);
  if (gdal == NULL || !gdal->look_at_sheets (path, self->bytes, self->kind, self->sheets, error))
    return NULL;
  return g_steal_pointer (&self);
}

guint
ris3_table_file_get_n_sheets (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->sheets->len;
}

const Ris3Sheet *
ris3_table_file_get_sheet (Ris3TableFile *self, guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);
  return g_ptr_array_index (self->sheets, sheet);
}

const char *
ris3_table_file_get_encoding (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->csv != NULL ? self->csv->encoding : NULL;
}

char
ris3_table_file_get_separator (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, '\0');
  return self->csv != NULL ? self->csv->separator : '\0';
}

/* Parts of the cells that are there. */
static void
unguard (Ris3Table *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    table->cells->pdata[i] = (gpointer) ris3_formula_unguard (table->cells->pdata[i]);
}

Ris3Table *
ris3_table_file_read (Ris3TableFile *self,
                      guint sheet,
                      guint max_rows,
                      gint *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  Ris3ReadingLimits limits = { max_rows, self != NULL ? self->heading_row : 0, progress, cancellable };
  const Ris3GdalFunctions *gdal;
  g_autoptr (Ris3Table) table = NULL;

  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  gdal = ris3_gdal_module_open (error);
  if (gdal == NULL)
    return NULL;
  if (self->csv == NULL)
    return gdal->read_sheet (self->path, self->bytes, self->kind, sheet, &limits, error);
  table = gdal->read_csv (self->csv, self->name, max_rows, progress, cancellable, error);
  if (table != NULL)
    unguard (table);
  return g_steal_pointer (&table);
}

static void
row_free (gpointer data)
{
  Ris3TableRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
add_row (GPtrArray *rows, guint line, const char *const *cells, guint n_cells)
{
  Ris3TableRow *row = g_new (Ris3TableRow, 1);

  row->line = line;
  row->cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    row->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (rows, row);
}

GPtrArray *
ris3_table_file_peek_table (Ris3Table *table, guint n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  guint n = ris3_table_get_n_columns (table);

  g_return_val_if_fail (table != NULL, rows);
  add_row (rows, table->heading_row, ris3_table_get_columns (table), n);
  for (guint i = 0; i + 1 < n_rows && i < table->lines->len; i++)
    add_row (rows, g_array_index (table->lines, guint, i), ris3_table_get_cells (table) + (gsize) i * n, n);
  return rows;
}

GPtrArray *
ris3_table_file_peek (const char *path,
                      const Ris3TableOptions *options,
                      guint sheet,
                      guint n_rows,
                      GCancellable *cancellable,
                      GError **error)
{
  Ris3TableOptions from_top = options != NULL ? *options : (Ris3TableOptions){ 0 };
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (Ris3Table) table = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  from_top.heading_row = 0;
  name = g_filename_display_basename (path);
  bytes = ris3_file_read (path, MAX_FILE, error);
  if (bytes == NULL)
    return NULL;
  if (find_kind (bytes, path) == RIS3_SHEET_CSV)
    {
      rows = g_ptr_array_new_with_free_func (row_free);
      return ris3_csv_text_peek (bytes, name, &from_top, n_rows, rows, error) ? g_steal_pointer (&rows) : NULL;
    }
  file = ris3_table_file_open (path, &from_top, cancellable, error);
  if (file != NULL)
    table = ris3_table_file_read (file, MIN (sheet, file->sheets->len - 1), n_rows, NULL, cancellable, error);
  return table != NULL ? ris3_table_file_peek_table (table, n_rows) : NULL;
}

Ris3Table *
ris3_table_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, NULL, cancellable, error);

  return file != NULL ? ris3_table_file_read (file, 0, 0, NULL, cancellable, error) : NULL;
}

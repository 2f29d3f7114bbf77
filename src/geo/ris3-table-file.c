/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-table-file.h"

#include <string.h>

#include "geo/ris3-csv-text-private.h"
#include "geo/ris3-file-private.h"
#include "geo/ris3-gdal-module-private.h"

/* A table of this size is read whole into memory. */
#define MAX_CSV (64 * 1024 * 1024)

struct _Ris3TableFile
{
  gatomicrefcount ref_count;
  const Ris3GdalFunctions *gdal;
  char *name;
  Ris3CsvText *csv; /* or NULL */
  gpointer book;    /* or NULL */
  GMutex lock;      /* of book */
  GArray *sheets;   /* of Ris3Sheet */
};

static void
clear_sheet (gpointer sheet)
{
  g_free ((char *) ((Ris3Sheet *) sheet)->name);
}

static gboolean
open_csv (Ris3TableFile *self, const char *path, const Ris3TableOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = ris3_file_read (path, MAX_CSV, error);
  Ris3Sheet sheet = { NULL, FALSE };
  const char *dot = strrchr (self->name, '.');

  if (bytes == NULL)
    return FALSE;
  self->csv = ris3_csv_text_new (bytes, self->name, options, error);
  sheet.name
      = dot != NULL && dot > self->name ? g_strndup (self->name, (gsize) (dot - self->name)) : g_strdup (self->name);
  g_array_append_val (self->sheets, sheet);
  return self->csv != NULL;
}

Ris3TableFile *
ris3_table_file_open (const char *path, const Ris3TableOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3TableFile) self = NULL;
  g_autofree char *folded = NULL;
  gboolean is_ods;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = g_new0 (Ris3TableFile, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->name = g_filename_display_basename (path);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Ris3Sheet));
  g_array_set_clear_func (self->sheets, clear_sheet);
  self->gdal = ris3_gdal_module_open (error);
  if (self->gdal == NULL)
    return NULL;

  folded = g_ascii_strdown (path, -1);
  is_ods = g_str_has_suffix (folded, ".ods");
  if (!is_ods && !g_str_has_suffix (folded, ".xlsx"))
    return open_csv (self, path, options, error) ? g_steal_pointer (&self) : NULL;
  self->book = self->gdal->book_open (path, is_ods ? "ODS" : "XLSX", self->sheets, error);
  return self->book != NULL ? g_steal_pointer (&self) : NULL;
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
  g_clear_pointer (&self->csv, ris3_csv_text_free);
  if (self->book != NULL)
    self->gdal->book_close (self->book);
  g_mutex_clear (&self->lock);
  g_array_unref (self->sheets);
  g_free (self->name);
  g_free (self);
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
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sheet < self->sheets->len, NULL);
  return &g_array_index (self->sheets, Ris3Sheet, sheet);
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

Ris3Table *
ris3_table_file_read (Ris3TableFile *self,
                      guint sheet,
                      guint max_rows,
                      gint *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sheet < MAX (self->sheets->len, 1), NULL);

  if (self->csv != NULL)
    return self->gdal->read_csv (self->csv, self->name, max_rows, progress, cancellable, error);
  locker = g_mutex_locker_new (&self->lock);
  return self->gdal->book_read (self->book, self->name, sheet, max_rows, progress, cancellable, error);
}

Ris3Table *
ris3_table_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, NULL, cancellable, error);

  return file != NULL ? ris3_table_file_read (file, 0, 0, NULL, cancellable, error) : NULL;
}

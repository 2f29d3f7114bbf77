/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-table-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-csv-private.h"
#include "geo/ris3-file-private.h"

#define MAX_CSV (256 * 1024 * 1024)

#define UTF8_MARK "\xef\xbb\xbf"
#define UTF16LE_MARK "\xff\xfe"
#define UTF16BE_MARK "\xfe\xff"

struct _Ris3TableFile
{
  gatomicrefcount ref_count;
  char *encoding; /* of CSV */
  char *sheet_name;
  Ris3Sheet sheet;
  Ris3Table *table;
};

static gboolean
is_spreadsheet (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx") || g_str_has_suffix (folded, ".ods");
}

static gboolean
begins_with (const char *text, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0;
}

/* Half of the bytes of a Western text in UTF-16 are NUL, on the one or the other side. */
static const char *
guess_utf16 (const char *text, gsize length)
{
  gsize n_even = 0, n_odd = 0, n = MIN (length, 4096);

  for (gsize i = 0; i < n; i++)
    {
      n_even += text[i] == '\0' && i % 2 == 0 ? 1 : 0;
      n_odd += text[i] == '\0' && i % 2 == 1 ? 1 : 0;
    }
  if (n_odd * 4 > n)
    return "UTF-16LE";
  return n_even * 4 > n ? "UTF-16BE" : NULL;
}

static const char *
guess_encoding (const char *text, gsize length)
{
  const char *utf16 = guess_utf16 (text, length);

  if (begins_with (text, length, UTF16LE_MARK))
    return "UTF-16LE";
  if (begins_with (text, length, UTF16BE_MARK))
    return "UTF-16BE";
  if (utf16 != NULL)
    return utf16;
  /* A NUL is refused where it stands. */
  return begins_with (text, length, UTF8_MARK) || memchr (text, '\0', length) != NULL
                 || g_utf8_validate (text, (gssize) length, NULL)
             ? "UTF-8"
             : "WINDOWS-1252";
}

static Ris3Table *
load_csv (Ris3TableFile *self, const char *path, const char *encoding, GError **error)
{
  g_autoptr (GBytes) bytes = ris3_file_read (path, MAX_CSV, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *converted = NULL;
  g_autoptr (GError) problem = NULL;
  const char *text;
  gsize length, n_written;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  self->encoding = g_strdup (encoding != NULL ? encoding : guess_encoding (text, length));
  if (g_ascii_strcasecmp (self->encoding, "UTF-8") == 0)
    return ris3_csv_read (text, length, name, error);
  converted = g_convert (text, (gssize) length, "UTF-8", self->encoding, NULL, &n_written, &problem);
  if (converted != NULL)
    return ris3_csv_read (converted, n_written, name, error);
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("“%s” is not in the encoding %s. Choose another encoding, or save the file as UTF-8."), name,
               self->encoding);
  return NULL;
}

Ris3TableFile *
ris3_table_file_open (const char *path, const Ris3TableOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3TableFile) self = g_new0 (Ris3TableFile, 1);
  char *dot;

  g_return_val_if_fail (path != NULL, NULL);
  g_atomic_ref_count_init (&self->ref_count);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->sheet_name = g_filename_display_basename (path);
  dot = strrchr (self->sheet_name, '.');
  if (dot != NULL)
    *dot = '\0';
  self->sheet.name = self->sheet_name;
  self->table = is_spreadsheet (path) ? ris3_table_load (path, cancellable, error)
                                      : load_csv (self, path, options != NULL ? options->encoding : NULL, error);
  return self->table != NULL ? g_steal_pointer (&self) : NULL;
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
  g_free (self->encoding);
  g_free (self->sheet_name);
  g_clear_pointer (&self->table, ris3_table_unref);
  g_free (self);
}

guint
ris3_table_file_get_n_sheets (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return 1;
}

const Ris3Sheet *
ris3_table_file_get_sheet (Ris3TableFile *self, guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet == 0, NULL);
  return &self->sheet;
}

const char *
ris3_table_file_get_encoding (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->encoding;
}

char
ris3_table_file_get_separator (Ris3TableFile *self)
{
  g_return_val_if_fail (self != NULL, '\0');
  return '\0';
}

Ris3Table *
ris3_table_file_read (Ris3TableFile *self,
                      guint sheet,
                      guint max_rows,
                      gint *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (self != NULL && sheet == 0, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (progress != NULL)
    g_atomic_int_set (progress, (gint) ris3_table_get_n_rows (self->table));
  return ris3_table_ref (self->table);
}

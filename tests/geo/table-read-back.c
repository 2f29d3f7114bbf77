/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "table-read-back.h"

#include <glib/gstdio.h>

#include "geo/ris3-formula-guard.h"
#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-spreadsheet-text-private.h"
#include "geo/ris3-table.h"

static const char *const suffixes[] = { "csv", "xlsx", "ods" };

/* (transfer full) */
static Ris3Table *
read_table (GBytes *bytes, Ris3TableFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("ris3-table-XXXXXX.", suffixes[format], NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  Ris3Table *table;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return table;
}

/* Rows without any cell are none, as lines without any are none in a CSV. */
static gboolean
is_row (Ris3Table *table, guint row)
{
  guint n_columns = ris3_table_get_n_columns (table);
  gboolean has_text = FALSE;

  for (guint i = 0; i < n_columns; i++)
    has_text = has_text || ris3_table_get_cells (table)[row * n_columns + i] != NULL;
  return has_text;
}

/* GDAL writes a day with strokes. */
static char *
format_day (const char *text)
{
  return g_regex_match_simple ("^[0-9]{4}/[0-9]{2}/[0-9]{2}$", text, 0, 0)
             ? g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 5, text + 8)
             : NULL;
}

GPtrArray *
table_read_back (GBytes *bytes, Ris3TableFormat format, guint *n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) decoded
      = format == RIS3_TABLE_ODS ? ris3_gdal_decode_ods (bytes, G_MAXSIZE, &error) : g_bytes_ref (bytes);
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Ris3Table) table = NULL;

  g_assert_no_error (error);
  /* GDAL 3.6 knows no such options of opening, which the reader gives. */
  g_setenv ("OGR_XLSX_HEADERS", "FORCE", TRUE);
  g_setenv ("OGR_XLSX_FIELD_TYPES", "STRING", TRUE);
  g_setenv ("OGR_ODS_HEADERS", "FORCE", TRUE);
  g_setenv ("OGR_ODS_FIELD_TYPES", "STRING", TRUE);
  table = read_table (decoded, format);
  *n_columns = ris3_table_get_n_columns (table);
  for (guint i = 0; i < ris3_table_get_n_rows (table) * *n_columns; i++)
    {
      const char *text = ris3_table_get_cells (table)[i];
      char *other;

      if (!is_row (table, i / *n_columns))
        continue;
      other = text != NULL && format == RIS3_TABLE_XLSX ? ris3_xlsx_text_unescape (text) : NULL;
      if (text == NULL)
        text = "";
      if (other == NULL && format == RIS3_TABLE_XLSX)
        other = format_day (text);
      if (format == RIS3_TABLE_CSV)
        text = ris3_formula_unguard (text);
      if (format == RIS3_TABLE_ODS)
        text = ris3_ods_text_unmark (text);
      g_ptr_array_add (cells, other != NULL ? other : g_strdup (text));
    }
  return cells;
}

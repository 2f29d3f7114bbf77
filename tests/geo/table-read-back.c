/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "table-read-back.h"

#include <glib/gstdio.h>

#include "geo/ris3-table-file.h"

static const char *const suffixes[] = { "csv", "xlsx", "ods" };

/* (transfer full) */
static Ris3Table *
read_table (GBytes *bytes, Ris3TableFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("ris3-table-XXXXXX.", suffixes[format], NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (Ris3TableFile) file = NULL;
  Ris3Table *table;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  file = ris3_table_file_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  table = ris3_table_file_read (file, 0, 0, NULL, NULL, &error);
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

GPtrArray *
table_read_back (GBytes *bytes, Ris3TableFormat format, guint *n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Ris3Table) table = read_table (bytes, format);

  *n_columns = ris3_table_get_n_columns (table);
  for (guint i = 0; i < ris3_table_get_n_rows (table) * *n_columns; i++)
    {
      const char *text = ris3_table_get_cells (table)[i];

      if (is_row (table, i / *n_columns))
        g_ptr_array_add (cells, g_strdup (text != NULL ? text : ""));
    }
  return cells;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changesets of rows that are known to be new: what a session would have made of them, in the order of their keys. */

#include "config.h"

#include "model/ris3-change-log-private.h"

#include <string.h>

static void
append_byte (sqlite3_str *bytes, guint8 byte)
{
  sqlite3_str_append (bytes, (const char *) &byte, 1);
}

/* SQLite's own form: seven bits a byte, the highest first; of lengths below 2^28, which all are. */
static void
append_number (sqlite3_str *bytes, guint number)
{
  for (guint shift = 21; shift > 0; shift -= 7)
    if (number >> shift != 0)
      append_byte (bytes, (guint8) (0x80 | ((number >> shift) & 0x7f)));
  append_byte (bytes, (guint8) (number & 0x7f));
}

static void
append_value (sqlite3_str *bytes, sqlite3_stmt *row, int column)
{
  int type = sqlite3_column_type (row, column);
  guint64 big;
  double real;

  append_byte (bytes, (guint8) type);
  switch (type)
    {
    case SQLITE_INTEGER:
      big = GUINT64_TO_BE ((guint64) sqlite3_column_int64 (row, column));
      sqlite3_str_append (bytes, (const char *) &big, sizeof big);
      break;
    case SQLITE_FLOAT:
      real = sqlite3_column_double (row, column);
      memcpy (&big, &real, sizeof big);
      big = GUINT64_TO_BE (big);
      sqlite3_str_append (bytes, (const char *) &big, sizeof big);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      {
        const void *value = type == SQLITE_TEXT ? sqlite3_column_text (row, column) : sqlite3_column_blob (row, column);
        int length = sqlite3_column_bytes (row, column);

        append_number (bytes, (guint) length);
        sqlite3_str_append (bytes, value, length);
        break;
      }
    case SQLITE_NULL:
    default:
      break;
    }
}

static void
append_table (sqlite3_str *bytes, const Ris3KnownTable *table)
{
  append_byte (bytes, 'T');
  append_number (bytes, table->columns->len);
  for (guint i = 0; i < table->columns->len; i++)
    {
      guint8 place = 0;

      for (guint j = 0; j < table->keys->len && place == 0; j++)
        if (g_array_index (table->keys, guint, j) == i)
          place = (guint8) (j + 1);
      append_byte (bytes, place);
    }
  sqlite3_str_append (bytes, table->name, (int) strlen (table->name) + 1);
}

static gboolean
append_rows (sqlite3_str *bytes,
             Ris3Connection *connection,
             const Ris3KnownTable *table,
             gboolean is_first,
             Ris3InsertedRows *rows,
             GError **error)
{
  const char *key = g_ptr_array_index (table->columns, g_array_index (table->keys, guint, 0));
  g_autofree char *sql
      = g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" BETWEEN ? AND ? ORDER BY \"%s\"", table->name, key, key);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "ii", rows->first, rows->last);
  for (rows->n_rows = 0;; rows->n_rows++)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (is_first && rows->n_rows == 0)
        append_table (bytes, table);
      append_byte (bytes, SQLITE_INSERT);
      append_byte (bytes, 0); /* not by a trigger */
      for (guint i = 0; i < table->columns->len; i++)
        append_value (bytes, statement, (int) i);
    }
}

static gint
compare_tables (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ris3InsertedRows *) a)->table, ((const Ris3InsertedRows *) b)->table);
}

gboolean
ris3_changeset_add_inserted (Ris3Changeset *self,
                             Ris3Connection *connection,
                             const Ris3References *references,
                             GArray *inserted,
                             GError **error)
{
  sqlite3_str *bytes = sqlite3_str_new (NULL);
  const Ris3KnownTable *last = NULL;
  gboolean ok = TRUE;
  int code;

  /* Each table is named once. */
  g_array_sort (inserted, compare_tables);
  for (guint i = 0; ok && i < inserted->len; i++)
    {
      Ris3InsertedRows *rows = &g_array_index (inserted, Ris3InsertedRows, i);
      const Ris3KnownTable *table = ris3_references_find_table (references, rows->table);

      ok = append_rows (bytes, connection, table, table != last, rows, error);
      if (rows->n_rows > 0)
        last = table;
    }
  if (self->size > 0)
    sqlite3_str_append (bytes, self->bytes, self->size);
  code = sqlite3_str_errcode (bytes);
  ris3_changeset_clear (self);
  self->size = sqlite3_str_length (bytes);
  self->bytes = sqlite3_str_finish (bytes);
  if (ok && code != SQLITE_OK)
    {
      ris3_connection_set_error (connection, code, error);
      ok = FALSE;
    }
  return ok;
}

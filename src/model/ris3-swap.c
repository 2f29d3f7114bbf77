/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-swap-private.h"

typedef struct
{
  const Ris3KnownTable *table;
  char *key;
  sqlite3_value **keys;   /* as they are, one for each column of the table; NULL for others */
  sqlite3_value **values; /* as they become; NULL: as they are */
} Row;

static void
free_values (sqlite3_value **values, guint n)
{
  for (guint i = 0; i < n; i++)
    sqlite3_value_free (values[i]);
  g_free (values);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  free_values (row->keys, row->table->columns->len);
  free_values (row->values, row->table->columns->len);
  g_free (row->key);
  g_free (row);
}

void
ris3_swap_clear (Ris3Swap *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

void
ris3_swap_add (Ris3Swap *self, const Ris3KnownTable *table, sqlite3_changeset_iter *iter)
{
  Row *row = g_new0 (Row, 1);

  if (self->rows == NULL)
    self->rows = g_ptr_array_new_with_free_func (row_free);
  row->table = table;
  row->keys = g_new0 (sqlite3_value *, table->columns->len);
  row->values = g_new0 (sqlite3_value *, table->columns->len);
  for (guint i = 0; i < table->keys->len; i++)
    {
      guint column = g_array_index (table->keys, guint, i);
      sqlite3_value *value = NULL;

      sqlite3changeset_old (iter, (int) column, &value);
      row->keys[column] = sqlite3_value_dup (value);
    }
  for (guint i = 0; i < table->columns->len; i++)
    {
      sqlite3_value *value = NULL;

      sqlite3changeset_new (iter, (int) i, &value);
      row->values[i] = sqlite3_value_dup (value);
    }
  row->key = ris3_known_table_get_key (table, row->keys);
  g_ptr_array_add (self->rows, row);
}

/* The row's key as a condition, with parameters that have the numbers of the columns. */
static sqlite3_stmt *
prepare (Ris3Connection *connection, const char *begin, const Row *row, GError **error)
{
  g_autoptr (GString) sql = g_string_new (begin);
  sqlite3_stmt *statement;

  g_string_append_printf (sql, " FROM \"%s\" WHERE ", row->table->name);
  for (guint i = 0; i < row->table->keys->len; i++)
    {
      guint column = g_array_index (row->table->keys, guint, i);

      g_string_append_printf (sql, "%s\"%s\" = ?%u", i > 0 ? " AND " : "",
                              (const char *) g_ptr_array_index (row->table->columns, column), column + 1);
    }
  statement = ris3_connection_prepare (connection, sql->str, error);
  for (guint i = 0; statement != NULL && i < row->table->keys->len; i++)
    {
      guint column = g_array_index (row->table->keys, guint, i);

      sqlite3_bind_value (statement, (int) column + 1, row->keys[column]);
    }
  return statement;
}

static char *
list_columns (const Ris3KnownTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", (const char *) g_ptr_array_index (table->columns, i));
  return g_string_free (text, FALSE);
}

/* What the update does not change stays. */
static gboolean
take_out (Row *row, Ris3Connection *connection, GError **error)
{
  g_autofree char *columns = list_columns (row->table);
  g_autofree char *begin = g_strdup_printf ("SELECT %s", columns);
  g_autoptr (sqlite3_stmt) select = prepare (connection, begin, row, error);
  g_autoptr (sqlite3_stmt) removal = prepare (connection, "DELETE", row, error);
  gboolean has_row = FALSE;

  if (select == NULL || removal == NULL || !ris3_connection_step (connection, select, &has_row, error))
    return FALSE;
  for (guint i = 0; has_row && i < row->table->columns->len; i++)
    if (row->values[i] == NULL)
      row->values[i] = sqlite3_value_dup (sqlite3_column_value (select, (int) i));
  sqlite3_reset (select);
  return ris3_connection_run (connection, removal, error);
}

/* *fits: FALSE if a constraint forbids it */
static gboolean
put_back (const Row *row, Ris3Connection *connection, gboolean *fits, GError **error)
{
  g_autofree char *columns = list_columns (row->table);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) addition = NULL;
  int code;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (", row->table->name, columns);
  for (guint i = 0; i < row->table->columns->len; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  addition = ris3_connection_prepare (connection, sql->str, error);
  if (addition == NULL)
    return FALSE;
  for (guint i = 0; i < row->table->columns->len; i++)
    sqlite3_bind_value (addition, (int) i + 1, row->values[i]);
  code = sqlite3_step (addition);
  *fits = (code & 0xff) != SQLITE_CONSTRAINT;
  if (code != SQLITE_DONE && *fits)
    ris3_connection_set_error (connection, code, error);
  return code == SQLITE_DONE;
}

gboolean
ris3_swap_perform (const Ris3Swap *self,
                   Ris3Connection *connection,
                   const Ris3KnownTable **table,
                   char **key,
                   GError **error)
{
  *table = NULL;
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (!take_out (g_ptr_array_index (self->rows, i), connection, error))
      return FALSE;
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      gboolean fits = TRUE;

      if (put_back (row, connection, &fits, error))
        continue;
      if (!fits)
        {
          *table = row->table;
          *key = g_strdup (row->key);
        }
      return FALSE;
    }
  return TRUE;
}

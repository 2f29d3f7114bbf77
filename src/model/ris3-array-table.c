/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A virtual table of SQLite, which only the statements of this program see. */

#include "config.h"

#include "model/ris3-array-table-private.h"

#define NAME "ris3_array"
/* The type of its pointers, as SQLite wants it. */
#define POINTER "ris3-array-table"

typedef struct
{
  sqlite3_vtab_cursor base;
  Ris3ArrayTable *array;
} Cursor;

static int
on_connect (sqlite3 *handle,
            void *data,
            int n_arguments,
            const char *const *arguments,
            sqlite3_vtab **table,
            char **words)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE x (");
  int code;

  for (guint i = 0; i < RIS3_ARRAY_TABLE_N_COLUMNS; i++)
    g_string_append_printf (sql, "c%u, ", i);
  g_string_append (sql, "array HIDDEN)");
  code = sqlite3_declare_vtab (handle, sql->str);
  if (code != SQLITE_OK)
    return code;
  sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY);
  *table = sqlite3_malloc (sizeof (sqlite3_vtab));
  if (*table == NULL)
    return SQLITE_NOMEM;
  **table = (sqlite3_vtab){ 0 };
  return SQLITE_OK;
}

static int
on_disconnect (sqlite3_vtab *table)
{
  sqlite3_free (table);
  return SQLITE_OK;
}

/* It is read only with an array. */
static int
on_best_index (sqlite3_vtab *table, sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].iColumn == RIS3_ARRAY_TABLE_N_COLUMNS && info->aConstraint[i].usable
        && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        return SQLITE_OK;
      }
  return SQLITE_CONSTRAINT;
}

static int
on_open (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->base;
  return SQLITE_OK;
}

static int
on_close (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
on_filter (sqlite3_vtab_cursor *cursor, int number, const char *text, int n_values, sqlite3_value **values)
{
  Cursor *self = (Cursor *) cursor;

  self->array = sqlite3_value_pointer (values[0], POINTER);
  if (self->array == NULL)
    return SQLITE_MISUSE;
  self->array->row = 0;
  return SQLITE_OK;
}

static int
on_next (sqlite3_vtab_cursor *cursor)
{
  Ris3ArrayTable *array = ((Cursor *) cursor)->array;

  if (array->passed != NULL)
    array->passed (array->user_data, array->row);
  array->row++;
  return SQLITE_OK;
}

static int
on_eof (sqlite3_vtab_cursor *cursor)
{
  const Ris3ArrayTable *array = ((Cursor *) cursor)->array;

  return array->row >= array->n_rows;
}

static int
on_column (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  const Ris3ArrayTable *array = ((Cursor *) cursor)->array;
  Ris3ArrayValue value;

  if (column >= RIS3_ARRAY_TABLE_N_COLUMNS)
    return SQLITE_OK;
  value = array->get_column (array->user_data, array->row, (guint) column);
  switch (value.type)
    {
    case SQLITE_INTEGER:
      sqlite3_result_int64 (context, value.integer);
      break;
    case SQLITE_FLOAT:
      sqlite3_result_double (context, value.real);
      break;
    case SQLITE_TEXT:
      sqlite3_result_text (context, value.text, value.length, SQLITE_STATIC);
      break;
    case SQLITE_NULL:
    default:
      break;
    }
  return SQLITE_OK;
}

static int
on_rowid (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = ((Cursor *) cursor)->array->row;
  return SQLITE_OK;
}

/* Without xCreate: it is there without a CREATE TABLE. */
static const sqlite3_module module = {
  .xConnect = on_connect,
  .xBestIndex = on_best_index,
  .xDisconnect = on_disconnect,
  .xOpen = on_open,
  .xClose = on_close,
  .xFilter = on_filter,
  .xNext = on_next,
  .xEof = on_eof,
  .xColumn = on_column,
  .xRowid = on_rowid,
};

gboolean
ris3_array_table_run (Ris3ArrayTable *self, Ris3Connection *connection, const char *sql, int *code, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  *code = sqlite3_create_module (ris3_connection_get_handle (connection), NAME, &module, NULL);
  if (*code != SQLITE_OK)
    {
      ris3_connection_set_error (connection, *code, error);
      return FALSE;
    }
  statement = ris3_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_pointer (statement, 1, self, POINTER, NULL);
  *code = sqlite3_step (statement);
  return TRUE;
}

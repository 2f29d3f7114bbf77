/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Old and new values, from changesets. */

#include "config.h"

#include "model/ris3-history-private.h"

static void
add_value (GPtrArray *values,
           const char *table,
           const char *key,
           const char *field,
           sqlite3_value *before,
           sqlite3_value *after,
           int operation)
{
  Ris3ChangedValue *value = g_new0 (Ris3ChangedValue, 1);
  const char *old = before != NULL ? (const char *) sqlite3_value_text (before) : NULL;
  const char *new = after != NULL ? (const char *) sqlite3_value_text (after) : NULL;

  value->table = g_intern_string (table);
  value->key = g_utf8_make_valid (key, -1);
  value->field = g_intern_string (field);
  value->before = old != NULL ? g_utf8_make_valid (old, -1) : NULL;
  value->after = new != NULL ? g_utf8_make_valid (new, -1) : NULL;
  value->kind = operation == SQLITE_INSERT   ? RIS3_VALUE_ADDED
                : operation == SQLITE_DELETE ? RIS3_VALUE_DELETED
                                             : RIS3_VALUE_CHANGED;
  g_ptr_array_add (values, value);
}

static gboolean
is_empty (sqlite3_value *value)
{
  return value == NULL || sqlite3_value_bytes (value) == 0;
}

static void
add_row (GPtrArray *values, const Ris3KnownTable *table, sqlite3_changeset_iter *iter, int operation, int n_columns)
{
  g_autofree sqlite3_value **before = g_new0 (sqlite3_value *, n_columns);
  g_autofree sqlite3_value **after = g_new0 (sqlite3_value *, n_columns);
  g_autofree char *key = NULL;

  for (int i = 0; i < n_columns; i++)
    {
      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, i, &before[i]);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, i, &after[i]);
    }
  key = ris3_known_table_get_key (table, operation == SQLITE_INSERT ? after : before);
  if (operation != SQLITE_UPDATE)
    add_value (values, table->name, key, "", NULL, NULL, operation);
  for (int i = 0; i < n_columns; i++)
    if (operation == SQLITE_UPDATE ? after[i] != NULL : !is_empty (before[i]) || !is_empty (after[i]))
      add_value (values, table->name, key, g_ptr_array_index (table->columns, i), before[i], after[i], operation);
}

typedef struct
{
  gint64 change_id;
  guint max_rows; /* 0: all */
  gboolean wants_names;
  GPtrArray *values;
} Reading;

static gboolean
read_values (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (Ris3References) references = ris3_references_read (connection, error);
  g_auto (Ris3Changeset) changeset = { 0 };
  sqlite3_changeset_iter *iter = NULL;
  guint n_rows;

  if (references == NULL
      || !ris3_change_log_read (connection, references, reading->change_id, &changeset, &n_rows, error))
    return FALSE;
  if (changeset.size == 0 || sqlite3changeset_start (&iter, changeset.size, changeset.bytes) != SQLITE_OK)
    return TRUE;
  for (guint n = 0; (reading->max_rows == 0 || n < reading->max_rows) && sqlite3changeset_next (iter) == SQLITE_ROW;
       n++)
    {
      const char *name;
      int n_columns;
      int operation;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      add_row (reading->values, ris3_references_find_table (references, name), iter, operation, n_columns);
    }
  sqlite3changeset_finalize (iter);
  return !reading->wants_names || ris3_history_add_names (connection, references, reading->values, error);
}

static GPtrArray *
read_all (const char *path, Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) connection = ris3_history_open (path, cancellable, error);

  reading->values = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_changed_value_free);
  if (connection != NULL && ris3_connection_read (connection, read_values, reading, error))
    return reading->values;
  g_ptr_array_unref (reading->values);
  return NULL;
}

GPtrArray *
ris3_history_read_values (const char *path, gint64 change_id, GCancellable *cancellable, GError **error)
{
  Reading reading = { .change_id = change_id };

  g_return_val_if_fail (path != NULL, NULL);
  return read_all (path, &reading, cancellable, error);
}

GPtrArray *
ris3_history_read_named_values (const char *path,
                                gint64 change_id,
                                guint max_rows,
                                GCancellable *cancellable,
                                GError **error)
{
  Reading reading = { .change_id = change_id, .max_rows = max_rows, .wants_names = TRUE };

  g_return_val_if_fail (path != NULL, NULL);
  return read_all (path, &reading, cancellable, error);
}

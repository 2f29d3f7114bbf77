/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Old and new values, from changesets; and what of the history is read off the thread of the views. */

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
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *name;
      int n_columns;
      int operation;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      add_row (reading->values, ris3_references_find_table (references, name), iter, operation, n_columns);
    }
  sqlite3changeset_finalize (iter);
  return TRUE;
}

GPtrArray *
ris3_history_read_values (const char *path, gint64 change_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_changed_value_free);
  Reading reading = { change_id, values };

  g_return_val_if_fail (path != NULL, NULL);
  connection = ris3_history_open (path, cancellable, error);
  if (connection == NULL || !ris3_connection_read (connection, read_values, &reading, error))
    return NULL;
  return g_steal_pointer (&values);
}

/* What is asked, with texts of its own. */
typedef struct
{
  char *path;
  Ris3HistoryQuery query;
  gint64 change_id;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;
  const char **texts[] = { &request->query.table,       &request->query.key,    &request->query.strategy_id,
                           &request->query.region_code, &request->query.actor,  &request->query.kind,
                           &request->query.from_day,    &request->query.to_day, &request->query.text };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *) *texts[i]);
  g_free (request->path);
  g_free (request);
}

static Request *
request_new (const char *path, const Ris3HistoryQuery *query)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  if (query == NULL)
    return request;
  request->query = *query;
  request->query.table = g_strdup (query->table);
  request->query.key = g_strdup (query->key);
  request->query.strategy_id = g_strdup (query->strategy_id);
  request->query.region_code = g_strdup (query->region_code);
  request->query.actor = g_strdup (query->actor);
  request->query.kind = g_strdup (query->kind);
  request->query.from_day = g_strdup (query->from_day);
  request->query.to_day = g_strdup (query->to_day);
  request->query.text = g_strdup (query->text);
  return request;
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GListModel *changes = ris3_history_read (request->path, &request->query, cancellable, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_values_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GPtrArray *values = ris3_history_read_values (request->path, request->change_id, cancellable, &error);

  if (values != NULL)
    g_task_return_pointer (task, values, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_history_read_async (const char *path,
                         const Ris3HistoryQuery *query,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL && query != NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_history_read_async);
  g_task_set_task_data (task, request_new (path, query), request_free);
  g_task_run_in_thread (task, read_in_thread);
}

GListModel *
ris3_history_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_history_read_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ris3_history_read_values_async (const char *path,
                                gint64 change_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (path != NULL);
  request = request_new (path, NULL);
  request->change_id = change_id;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_history_read_values_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_values_in_thread);
}

GPtrArray *
ris3_history_read_values_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_history_read_values_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of the history is read off the thread of the views. */

#include "config.h"

#include "model/ris3-history.h"

/* What is asked. */
typedef struct
{
  char *path;
  Ris3HistoryQuery *query;
  gint64 change_id;
  guint max_rows;
} Request;

typedef struct
{
  char **actors;
  char **kinds;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_strfreev (choices->actors);
  g_strfreev (choices->kinds);
  g_free (choices);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->query, ris3_history_query_free);
  g_free (request->path);
  g_free (request);
}

static Request *
request_new (const char *path, const Ris3HistoryQuery *query)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->query = query != NULL ? ris3_history_query_copy (query) : NULL;
  return request;
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GListModel *changes = ris3_history_read (request->path, request->query, cancellable, &error);

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
  GPtrArray *values
      = ris3_history_read_named_values (request->path, request->change_id, request->max_rows, cancellable, &error);

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
ris3_history_read_named_values_async (const char *path,
                                      gint64 change_id,
                                      guint max_rows,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (path != NULL);
  request = request_new (path, NULL);
  request->change_id = change_id;
  request->max_rows = max_rows;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_history_read_named_values_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_values_in_thread);
}

GPtrArray *
ris3_history_read_named_values_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_history_read_named_values_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_choices_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Choices *choices = g_new0 (Choices, 1);
  GError *error = NULL;

  choices->actors = ris3_history_read_actors (task_data, cancellable, &error);
  if (choices->actors != NULL)
    choices->kinds = ris3_history_read_kinds (task_data, cancellable, &error);
  if (error == NULL)
    {
      g_task_return_pointer (task, choices, choices_free);
      return;
    }
  choices_free (choices);
  g_task_return_error (task, error);
}

void
ris3_history_read_choices_async (const char *path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_history_read_choices_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_choices_in_thread);
}

gboolean
ris3_history_read_choices_finish (GAsyncResult *result, char ***actors, char ***kinds, GError **error)
{
  Choices *choices;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_history_read_choices_async), FALSE);
  choices = g_task_propagate_pointer (G_TASK (result), error);
  if (choices == NULL)
    return FALSE;
  *actors = g_steal_pointer (&choices->actors);
  *kinds = g_steal_pointer (&choices->kinds);
  choices_free (choices);
  return TRUE;
}

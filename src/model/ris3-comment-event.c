/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-comment-event.h"

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-loader-private.h"

typedef struct
{
  char *comment_id; /* NULL: all */
  GPtrArray *events;
} Reading;

void
ris3_comment_event_free (Ris3CommentEvent *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->at);
  g_free (self->actor);
  g_free (self->actor_role);
  g_free (self->from_state);
  g_free (self->to_state);
  g_free (self->reason);
  g_free (self->change_title);
  g_free (self);
}

#define SELECT                                                                                                         \
  "SELECT e.comment_id, e.change_id, e.at, e.actor, e.actor_role, e.from_state, e.to_state, e.reason, l.title"         \
  " FROM comment_event AS e LEFT JOIN change_log AS l ON l.id = e.change_id"

static gboolean
read_event (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3CommentEvent *event = g_new0 (Ris3CommentEvent, 1);
  char **const texts[] = { &event->at,       &event->actor,  &event->actor_role,  &event->from_state,
                           &event->to_state, &event->reason, &event->change_title };

  event->comment_id = sqlite3_column_int64 (row, 0);
  event->change_id = sqlite3_column_int64 (row, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = ris3_statement_get_text (row, 2 + (int) i);

      *texts[i] = text != NULL ? text : g_strdup ("");
    }
  g_ptr_array_add (user_data, event);
  return TRUE;
}

static gboolean
read_events (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  g_ptr_array_set_size (reading->events, 0);
  return ris3_loader_for_each_row (connection,
                                   reading->comment_id != NULL ? SELECT " WHERE e.comment_id = ?1 ORDER BY e.id"
                                                               : SELECT " ORDER BY e.comment_id, e.id",
                                   reading->comment_id, read_event, reading->events, error);
}

static gboolean
read_listed_events (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  g_ptr_array_set_size (reading->events, 0);
  return ris3_loader_for_each_row (connection, reading->comment_id, NULL, read_event, reading->events, error);
}

GPtrArray *
ris3_comment_events_read_many (const char *path,
                               const gint64 *comment_ids,
                               guint n,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_comment_event_free);
  g_autoptr (GString) sql = g_string_new (SELECT " WHERE e.comment_id IN (");
  Reading reading = { NULL, events };

  g_return_val_if_fail (path != NULL && (comment_ids != NULL || n == 0), NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", comment_ids[i]);
  g_string_append (sql, ") ORDER BY e.comment_id, e.id");
  reading.comment_id = sql->str;
  if (!ris3_connection_read_file (path, !ris3_atlas_file_is_writable (path), cancellable, read_listed_events, &reading,
                                  error))
    return NULL;
  return g_steal_pointer (&events);
}

GPtrArray *
ris3_comment_events_read (const char *path, gint64 comment_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_comment_event_free);
  g_autofree char *key = comment_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, comment_id) : NULL;
  Reading reading = { key, events };

  g_return_val_if_fail (path != NULL, NULL);
  if (!ris3_connection_read_file (path, !ris3_atlas_file_is_writable (path), cancellable, read_events, &reading, error))
    return NULL;
  return g_steal_pointer (&events);
}

/* What is asked. */
typedef struct
{
  char *path;
  gint64 comment_id;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GPtrArray *events = ris3_comment_events_read (request->path, request->comment_id, cancellable, &error);

  if (events != NULL)
    g_task_return_pointer (task, events, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_comment_events_read_async (const char *path,
                                gint64 comment_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (path != NULL);
  request = g_new0 (Request, 1);
  request->path = g_strdup (path);
  request->comment_id = comment_id;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_comment_events_read_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
ris3_comment_events_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_comment_events_read_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

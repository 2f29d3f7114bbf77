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

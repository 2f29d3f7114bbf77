/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A step in the history of a comment: that it came, or went from one state to another. Strings are never NULL. */
typedef struct
{
  gint64 comment_id;
  char *at;    /* ISO 8601, in UTC */
  char *actor; /* a person, as in the history of the atlas */
  char *actor_role;
  char *from_state; /* "": it came */
  char *to_state;
  char *reason;
  gint64 change_id;   /* the edit that applied it; 0: none */
  char *change_title; /* its title; "" */
} Ris3CommentEvent;

void ris3_comment_event_free (Ris3CommentEvent *self);

/* The history of a comment, or of all if the id is 0, by comment and then the oldest first (element-type
 * Ris3CommentEvent). In any thread. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
GPtrArray *ris3_comment_events_read (const char *path, gint64 comment_id, GCancellable *cancellable, GError **error);
/* The same of several comments, n of them. (transfer full) */
GPtrArray *ris3_comment_events_read_many (const char *path,
                                          const gint64 *comment_ids,
                                          guint n,
                                          GCancellable *cancellable,
                                          GError **error);
/* The same of one or all, off the thread of the views. */
void ris3_comment_events_read_async (const char *path,
                                     gint64 comment_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *ris3_comment_events_read_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CommentEvent, ris3_comment_event_free)

G_END_DECLS

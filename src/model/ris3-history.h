/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change.h"

G_BEGIN_DECLS

/* What is asked of the history. What is NULL or 0 asks for nothing. Of what it is about, one at most holds. */
typedef struct
{
  const char *table; /* a row: its table and key */
  const char *key;
  const char *strategy_id; /* the strategy with its priorities, their themes and notes, also those that were deleted */
  gint64 priority_id;      /* the priority with its themes and notes, without those below it */
  guint nuts_version;      /* a region: whatever is recorded for it, strategies with all that is theirs */
  const char *region_code;
  const char *const *strategies; /* beside the region: ids of others that are told of it; NULL-terminated */

  const char *actor;    /* exactly this person */
  const char *kind;     /* one or several, by spaces: "undo redo"; or all whose name begins so: "priority" */
  const char *from_day; /* "2026-11-29", in local time: this day and later */
  const char *to_day;   /* this day and earlier */
  const char *text;     /* in the title, without regard to case */
  gint64 change_id;     /* this one alone */
  gint64 before_id;     /* older than this change: the next page */
  gint64 since_id;      /* this change and newer */
  guint limit;          /* at most so many */
} Ris3HistoryQuery;

/* With texts of its own. (transfer full) */
Ris3HistoryQuery *ris3_history_query_copy (const Ris3HistoryQuery *self);
void ris3_history_query_free (Ris3HistoryQuery *self);

/* Reads the history, the newest change first; in any thread. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED.
 * Returns a list of Ris3Change. (transfer full) */
GListModel *
ris3_history_read (const char *path, const Ris3HistoryQuery *query, GCancellable *cancellable, GError **error);

/* Reads what a change changed (element-type Ris3ChangedValue), row after row; of rows that were added or deleted, what
 * is not empty. Where it is not known any more, there is nothing. Errors as above. (transfer full) */
GPtrArray *ris3_history_read_values (const char *path, gint64 change_id, GCancellable *cancellable, GError **error);

/* Whom there are in the history, in their order. (transfer full) */
char **ris3_history_read_actors (const char *path, GCancellable *cancellable, GError **error);
/* Which kinds there are, each once, by what they begin with: "priority", "strategy", "undo". (transfer full) */
char **ris3_history_read_kinds (const char *path, GCancellable *cancellable, GError **error);

/* As ris3_history_read_values (), with the names of the rows and what they hold now: for people.
 * max_rows: no more than so many; 0: all. (transfer full) */
GPtrArray *ris3_history_read_named_values (const char *path,
                                           gint64 change_id,
                                           guint max_rows,
                                           GCancellable *cancellable,
                                           GError **error);

/* The same, off the thread of the views. The query is copied. */
void ris3_history_read_async (const char *path,
                              const Ris3HistoryQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GListModel *ris3_history_read_finish (GAsyncResult *result, GError **error);
void ris3_history_read_named_values_async (const char *path,
                                           gint64 change_id,
                                           guint max_rows,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *ris3_history_read_named_values_finish (GAsyncResult *result, GError **error);
/* Whom and which kinds there are. */
void ris3_history_read_choices_async (const char *path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean ris3_history_read_choices_finish (GAsyncResult *result, char ***actors, char ***kinds, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3HistoryQuery, ris3_history_query_free)

G_END_DECLS

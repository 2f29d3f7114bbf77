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
  guint nuts_version;      /* a region: whatever is recorded for it, strategies with all that is theirs */
  const char *region_code;

  const char *actor;    /* exactly this person */
  const char *kind;     /* exactly this kind, or all whose name begins so: "priority" */
  const char *from_day; /* "2026-11-29", in local time: this day and later */
  const char *to_day;   /* this day and earlier */
  const char *text;     /* in the title, without regard to case */
  gint64 change_id;     /* this one alone */
  gint64 before_id;     /* older than this change: the next page */
  guint limit;          /* at most so many */
} Ris3HistoryQuery;

/* Reads the history, the newest change first; in any thread. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED.
 * Returns a list of Ris3Change. (transfer full) */
GListModel *
ris3_history_read (const char *path, const Ris3HistoryQuery *query, GCancellable *cancellable, GError **error);

/* Reads what a change changed (element-type Ris3ChangedValue), row after row; of rows that were added or deleted, what
 * is not empty. Where it is not known any more, there is nothing. Errors as above. (transfer full) */
GPtrArray *ris3_history_read_values (const char *path, gint64 change_id, GCancellable *cancellable, GError **error);

/* Whom there are in the history, in their order. (transfer full) */
char **ris3_history_read_actors (const char *path, GCancellable *cancellable, GError **error);

/* The same as the first two, off the thread of the views. The query is copied. */
void ris3_history_read_async (const char *path,
                              const Ris3HistoryQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GListModel *ris3_history_read_finish (GAsyncResult *result, GError **error);
void ris3_history_read_values_async (const char *path,
                                     gint64 change_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *ris3_history_read_values_finish (GAsyncResult *result, GError **error);

G_END_DECLS

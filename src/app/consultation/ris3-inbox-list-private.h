/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-inbox-list.h"

#include "map/ris3-comment-scope.h"

G_BEGIN_DECLS

/* A comment with what it is sorted by. */
typedef struct
{
  Ris3Comment *comment; /* owned */
  const char *key;      /* of keys, or of the comment */
  gint64 id;
  gboolean is_open;
  gboolean is_unread;
  gint state;
} Ris3InboxEntry;

struct _Ris3InboxList
{
  GObject parent_instance;

  Ris3ReadingMarks *marks;
  Ris3Session *session; /* names regions; NULL until it is read */
  Ris3Atlas *atlas;
  Ris3FilterResult *filter;
  Ris3CommentScope *scope; /* what the filter means; NULL: no atlas yet */
  GArray *all;             /* of Ris3InboxEntry, in order */
  GPtrArray *shown;        /* of Ris3Comment */
  GHashTable *keys;        /* text → what it is compared by */
  GHashTable *only;        /* of gint64: all that is listed; NULL: what the filter leaves */
  GHashTable *kept;        /* of gint64: listed among the unread ones as long as they are selected */
  Ris3InboxShown what;
  Ris3InboxColumn column;
  gboolean descending;
  gboolean has_due;
  gboolean knows_versions; /* the following */
  gboolean needs_geodata;  /* of the map, to compare regions of the comments and of strategies */
  guint counts[RIS3_N_INBOX_SHOWN];
};

/* ris3-inbox-list-columns.c: by the chosen column. */
void _ris3_inbox_list_sort (Ris3InboxList *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-reading-marks.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* Which comments are listed. */
typedef enum
{
  RIS3_INBOX_OPEN,    /* they wait for a decision */
  RIS3_INBOX_DECIDED, /* the others */
  RIS3_INBOX_ALL,
  RIS3_INBOX_UNREAD, /* by this person; who reads one of them still has it before their eyes then */
  RIS3_N_INBOX_SHOWN,
} Ris3InboxShown;

/* What they are sorted by. */
typedef enum
{
  RIS3_INBOX_STATE,
  RIS3_INBOX_REGION,
  RIS3_INBOX_ABOUT,
  RIS3_INBOX_FROM,
  RIS3_INBOX_RECEIVED,
  RIS3_INBOX_DUE,
  RIS3_N_INBOX_COLUMNS,
} Ris3InboxColumn;

#define RIS3_TYPE_INBOX_LIST (ris3_inbox_list_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxList, ris3_inbox_list, RIS3, INBOX_LIST, GObject)

/* The comments of an atlas that a filter leaves, without those that reply to others, in the order that was chosen: a
 * list of Ris3Comment. In the beginning it lists those that are open, the newest first. Where little has changed, only
 * that is announced, so that a selection stays.
 *
 * Signal "marked" (): some comments are unread now, or are not any more; no row is another one for that
 * Signal "columns-changed" (): whether any row has a date that is due */
Ris3InboxList *ris3_inbox_list_new (void);

/* Reads the comments of its atlas (anew), if it has one. marks: of the same session, and always the same */
void ris3_inbox_list_read (Ris3InboxList *self, Ris3Session *session, Ris3ReadingMarks *marks);
/* The session has other boundaries, or the first, which may call regions otherwise, and place those of other versions
 * elsewhere: all rows are announced. */
void ris3_inbox_list_follow_boundaries (Ris3InboxList *self);
/* What a filter of all periods has found; NULL: nothing is filtered. */
void ris3_inbox_list_set_filter_result (Ris3InboxList *self, Ris3FilterResult *result);
/* Lists only comments of these ids, whatever the filter leaves; NULL: all that it leaves. */
void ris3_inbox_list_set_only (Ris3InboxList *self, const gint64 *ids, guint n_ids);
gboolean ris3_inbox_list_has_only (Ris3InboxList *self);
/* Comments that stay listed among those that are unread, also if they are read now and the list is read anew: until
 * others are to be kept, or something else is shown. */
void ris3_inbox_list_keep (Ris3InboxList *self, const gint64 *ids, guint n_ids);
void ris3_inbox_list_set_shown (Ris3InboxList *self, Ris3InboxShown shown);
Ris3InboxShown ris3_inbox_list_get_shown (Ris3InboxList *self);
void ris3_inbox_list_sort_by (Ris3InboxList *self, Ris3InboxColumn column, gboolean descending);
Ris3InboxColumn ris3_inbox_list_get_sorting (Ris3InboxList *self, gboolean *descending);

/* How many there are of a kind, after the filter; n_all: how many comments the atlas has, replies aside. */
guint ris3_inbox_list_count (Ris3InboxList *self, Ris3InboxShown shown);
guint ris3_inbox_list_get_n_all (Ris3InboxList *self);
/* Whether the filter leaves a comment, whatever else is listed or not. */
gboolean ris3_inbox_list_leaves (Ris3InboxList *self, gint64 id);
/* FALSE: it is not listed. */
gboolean ris3_inbox_list_find (Ris3InboxList *self, gint64 id, guint *position);

/* What a column says of a comment, for people. (transfer full) */
char *ris3_inbox_list_get_text (Ris3InboxList *self, Ris3Comment *comment, Ris3InboxColumn column);
/* The date by which the request that it answers was due; "": none. (transfer none) */
const char *ris3_inbox_list_get_due (Ris3Atlas *atlas, Ris3Comment *comment);
/* Whether any comment of the atlas answers a request with such a date. */
gboolean ris3_inbox_list_has_due (Ris3InboxList *self);
/* Whether the person has not read it yet. */
gboolean ris3_inbox_list_is_unread (Ris3InboxList *self, Ris3Comment *comment);

G_END_DECLS

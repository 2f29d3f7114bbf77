/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/consultation/ris3-inbox-list.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INBOX_PAGE (ris3_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxPage, ris3_inbox_page, RIS3, INBOX_PAGE, GtkWidget)

/* The inbox: the comments that the filter leaves as a list, and the selected one beside it, or below it where the page
 * is narrow, unless it is folded away (inbox.detail); the settings remember that, and how the room is divided. Offers
 * the actions inbox.next, inbox.previous, inbox.shown (s: "open", "decided", "all" or "unread"), inbox.show-target,
 * inbox.reply, inbox.edit, and those that bring what is selected to another state: inbox.acknowledge, inbox.review,
 * inbox.apply, inbox.accept, inbox.accept-partly, inbox.not-accept, inbox.note, inbox.applied, inbox.close; each has a
 * letter as its key. inbox.mark-read and inbox.mark-unread are no edits; nor is that a comment which is shown alone for
 * a moment is marked as read.
 *
 * Signals:
 *   map-wanted (): what is selected is to be shown on the map
 *   figure-wanted (const char *name, const char *view): the map of a view, in its text form, is to be shown
 *   unplaced (const char *name): it has no place on the map
 *   edit-refused (): somebody wanted to decide something, but the atlas is only read
 *   move-refused (string): why none of the selected comments can become what a key asked for
 *   hidden (gint64): a comment of this id was added, which the filter hides
 */
GtkWidget *ris3_inbox_page_new (Ris3Session *session, Ris3ReadingMarks *marks, GSettings *settings);

/* What a filter of all periods leaves; NULL: nothing is filtered. */
void ris3_inbox_page_set_filter_result (Ris3InboxPage *self, Ris3FilterResult *result);
/* Selects a comment, also of those that are not shown so far; one that the filter hides is listed alone. */
void ris3_inbox_page_show (Ris3InboxPage *self, gint64 id);
/* Lists only these comments, and selects the first, until a person wants all again. words: a sentence that says so */
void ris3_inbox_page_show_only (Ris3InboxPage *self, const gint64 *ids, guint n_ids, const char *words);
Ris3InboxList *ris3_inbox_page_get_list (Ris3InboxPage *self); /* (transfer none) */
/* The only one that is selected; NULL: none, or several. (transfer none) */
Ris3Comment *ris3_inbox_page_get_comment (Ris3InboxPage *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/consultation/ris3-inbox-list.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INBOX_ROW (ris3_inbox_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxRow, ris3_inbox_row, RIS3, INBOX_ROW, GtkWidget)

/* A comment in the list: its columns, and below them the beginning of its text. One that is unread is bold, with a
 * dot. What it says is laid out when it is drawn, as a list has many more rows than are seen. */
GtkWidget *ris3_inbox_row_new (Ris3InboxList *list);
/* comment: NULL for none */
void ris3_inbox_row_set_comment (Ris3InboxRow *self, Ris3Comment *comment);
/* The comment may have been marked as read, or as unread. */
void ris3_inbox_row_follow_marks (Ris3InboxRow *self);
Ris3Comment *ris3_inbox_row_get_comment (Ris3InboxRow *self); /* (transfer none) */
/* What a screen reader says of it. (transfer full) */
char *ris3_inbox_row_describe (Ris3InboxList *list, Ris3Comment *comment);

/* What is shown at a place of the row, in full, if it is cut off there; NULL: it is not, or it is not drawn yet.
 * (transfer full) */
char *ris3_inbox_row_dup_cut_off (Ris3InboxRow *self, int x, int y);

G_END_DECLS

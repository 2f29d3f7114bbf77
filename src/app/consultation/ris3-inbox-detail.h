/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INBOX_DETAIL (ris3_inbox_detail_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxDetail, ris3_inbox_detail, RIS3, INBOX_DETAIL, GtkWidget)

/* All of one comment beside the list: what it says and proposes beside what is recorded now, its decision, its history
 * and its replies; above it what can be done with it, by the actions of the page (Ris3InboxPage). */
GtkWidget *ris3_inbox_detail_new (Ris3Session *session);
/* Shows a comment as it is now; of several, only how many they are. comments: of Ris3Comment */
void ris3_inbox_detail_show (Ris3InboxDetail *self, GPtrArray *comments);
/* Asks which files are to be attached to the comment that is shown, and attaches them. */
void ris3_inbox_detail_attach (Ris3InboxDetail *self);

G_END_DECLS

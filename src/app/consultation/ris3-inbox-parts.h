/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-atlas.h"
#include "model/ris3-comment-event.h"

G_BEGIN_DECLS

/* What the page of a comment is made of; all are floating, and NULL where there is nothing to say. */

/* A titled part: takes the content. */
GtkWidget *ris3_inbox_part_new (const char *title, GtkWidget *content);
/* State, author, dates and channel, and what became of what it is about. */
GtkWidget *ris3_inbox_part_new_origin (Ris3Atlas *atlas, Ris3Comment *comment);
/* The passage that it is about, and its page. */
GtkWidget *ris3_inbox_part_new_quote (Ris3Comment *comment);
/* What it proposes, field by field beside what is recorded now, and what else it says of it. */
GtkWidget *ris3_inbox_part_new_proposal (Ris3Atlas *atlas, Ris3Comment *comment);
/* The same of such a text that is about a row of a table ("strategy" or "priority"). */
GtkWidget *ris3_inbox_part_new_change (Ris3Atlas *atlas, const char *change, const char *target, const char *key);
/* What is to be heeded: by words and a sign, not by colour alone. */
GtkWidget *ris3_inbox_part_new_warning (const char *words);
/* The replies to it, and those to them, in their order. */
GtkWidget *ris3_inbox_part_new_replies (Ris3Atlas *atlas, Ris3Comment *comment);
/* Its states, as they were read (of Ris3CommentEvent). */
GtkWidget *ris3_inbox_part_new_history (GPtrArray *events);

G_END_DECLS

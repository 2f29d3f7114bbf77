/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-priority-comments.h"
#include "model/ris3-priority.h"

G_BEGIN_DECLS

/* Whether a label is a number, which stands beside the text: "3.1.2". */
gboolean ris3_priority_label_is_number (const char *label);

/* What people call a priority: its text, or if there is none, its label. (transfer none) */
const char *ris3_priority_get_shown_text (Ris3Priority *priority);

/* A short text beside that of a priority: its number, its page. Floating. */
GtkWidget *ris3_priority_side_label_new (const char *text, const char *css_class);

/* What a priority says, one below the other: its text first, then its label, the original, and its marks. Floating.
 *
 * label_above: that of the row above, which is not repeated
 * comments: those about it
 * selectable: whether the text can be selected with the pointer
 */
GtkWidget *ris3_priority_body_new (Ris3Priority *priority,
                                   const char *label_above,
                                   const Ris3PriorityComments *comments,
                                   gboolean selectable);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The priority tree of a strategy as an indented list: label, text, page; where the document names
 * personalised medicine, a mark; the themes. priorities: a GListModel of Ris3Priority. Floating.
 */
GtkWidget *ris3_priority_tree_new (GListModel *priorities);

/* How many statements a tree holds; areas only name what others stand under. */
guint ris3_priority_tree_count (GListModel *priorities);

G_END_DECLS

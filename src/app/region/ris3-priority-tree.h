/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The priority tree of a strategy as an indented list: label, text, page, themes, and a mark
 * where the document names personalised medicine. priorities: a GListModel of Ris3Priority. Floating.
 */
GtkWidget *ris3_priority_tree_new (GListModel *priorities);

/* The number of statements in a tree, without areas, which only group others. */
guint ris3_priority_tree_count (GListModel *priorities);

G_END_DECLS

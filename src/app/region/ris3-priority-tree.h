/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/region/ris3-priority-row.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PRIORITY_TREE (ris3_priority_tree_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PriorityTree, ris3_priority_tree, RIS3, PRIORITY_TREE, GtkBox)

/* The priority tree of a strategy as an indented list: label, text, page, themes, and a mark
 * where the document names personalised medicine. While the session is edited, the rows can be moved with keys and
 * pointer. The Tab key comes to the row that had the focus last, and not to each.
 *
 * Signals:
 *   drafts-closed (): nothing is being written any more in a tree whose strategy is gone
 */
GtkWidget *ris3_priority_tree_new (Ris3Session *session);

/* Rows that have not changed stay as they are. */
void ris3_priority_tree_show (Ris3PriorityTree *self, Ris3Strategy *strategy, gboolean editing);
/* The strategy does not exist any more. FALSE if nothing is being written, so that the tree can go as well. */
gboolean ris3_priority_tree_set_deleted (Ris3PriorityTree *self);

/* Where a dragged row would go, beside or into another. */
typedef enum
{
  RIS3_DROP_BEFORE,
  RIS3_DROP_AFTER,
  RIS3_DROP_BELOW,
} Ris3DropPlace;

/* Shows it: by a line above a row, or below all that belongs to it, or by the row itself. row: NULL for nothing */
void ris3_priority_tree_mark_drop (Ris3PriorityTree *self, Ris3PriorityRow *row, Ris3DropPlace place);

/* The number of statements in a tree, without areas, which only group others. */
guint ris3_priority_tree_count (GListModel *priorities);

G_END_DECLS

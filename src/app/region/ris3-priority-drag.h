/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/region/ris3-priority-tree.h"

G_BEGIN_DECLS

/* Dragging a row of a tree to another place of the same tree. (transfer full), all */

GtkEventController *ris3_priority_drag_source_new (Ris3PriorityRow *row);
GtkEventController *ris3_priority_drag_target_new (Ris3PriorityTree *tree);

/* Where a row would go if it were dropped on a place of another: FALSE if it cannot, or is there already. */
gboolean ris3_priority_drag_find_place (Ris3PriorityRow *dragged,
                                        Ris3PriorityRow *on,
                                        Ris3DropPlace place,
                                        gint64 *parent_id,
                                        gint64 *after_id);

G_END_DECLS

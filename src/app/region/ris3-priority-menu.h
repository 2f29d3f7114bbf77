/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/region/ris3-priority-row.h"

G_BEGIN_DECLS

/* All that can be done with a priority where it stands; "priority-row.edit-text" is an action of its row. (transfer
 * full)
 */
GMenuModel *ris3_priority_menu_new (const Ris3PriorityPlace *place);

/* Whether it can be moved by one: "up", "down", "in" or "out". */
gboolean ris3_priority_menu_can_shift (const Ris3PriorityPlace *place, const char *way);

G_END_DECLS

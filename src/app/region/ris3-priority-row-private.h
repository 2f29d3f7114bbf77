/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/region/ris3-priority-row.h"

G_BEGIN_DECLS

void _ris3_priority_row_add_keys (GtkWidgetClass *klass);
/* Emits "leave". */
void _ris3_priority_row_leave (Ris3PriorityRow *self, GtkDirectionType direction);

G_END_DECLS

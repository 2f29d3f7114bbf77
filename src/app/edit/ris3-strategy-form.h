/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"

G_BEGIN_DECLS

/* Adds edit.strategy-form, edit.strategy-add and edit.strategy-apply. */
void ris3_strategy_form_add_actions (Ris3EditDesk *desk);

/* What the forms of strategies have in common: all fields. period: of a new one; NULL: not known */
void ris3_strategy_form_add_fields (Ris3EditForm *form, Ris3Atlas *atlas, const char *period);
/* The step that adds one to a region. (transfer full) */
Ris3Edit *ris3_strategy_form_new_addition (const Ris3RegionName *region);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-edit-forms.h"

#include "app/edit/ris3-strategy-form.h"

void
ris3_edit_forms_add_actions (Ris3EditDesk *desk)
{
  ris3_strategy_form_add_actions (desk);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_SWITCH (ris3_form_switch_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormSwitch, ris3_form_switch, RIS3, FORM_SWITCH, Ris3FormField)

/* Yes or no: "1", "0". label: with a mnemonic */
Ris3FormField *ris3_form_switch_new (const char *column, const char *label);

G_END_DECLS

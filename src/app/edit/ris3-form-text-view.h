/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_TEXT_VIEW (ris3_form_text_view_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormTextView, ris3_form_text_view, RIS3, FORM_TEXT_VIEW, Ris3FormField)

/* Text of several lines. Tab goes on to the next field. label: with a mnemonic */
Ris3FormField *ris3_form_text_view_new (const char *column, const char *label, guint n_lines);

G_END_DECLS

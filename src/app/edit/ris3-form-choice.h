/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_CHOICE (ris3_form_choice_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormChoice, ris3_form_choice, RIS3, FORM_CHOICE, Ris3FormField)

/* One of several values. label: with a mnemonic; searchable: by typing, for a long list */
Ris3FormField *ris3_form_choice_new (const char *column, const char *label, gboolean searchable);
/* Takes away all that can be chosen. */
void ris3_form_choice_clear (Ris3FormChoice *self);
/* title: what a person reads. A value in the file that is none of those is added as it is. */
void ris3_form_choice_add (Ris3FormChoice *self, const char *value, const char *title);
/* words: what else a searchable one finds it by; NULL: nothing */
void ris3_form_choice_add_found (Ris3FormChoice *self, const char *value, const char *title, const char *words);
/* Whether a value is one of those that can be chosen. */
gboolean ris3_form_choice_has (Ris3FormChoice *self, const char *value);
/* Who an author or an organisation is: "regional authority" … */
Ris3FormField *ris3_form_choice_new_role (const char *column, const char *label);
/* Not answered, no, yes: "", "0", "1". */
Ris3FormField *ris3_form_choice_new_answer (const char *column, const char *label);

G_END_DECLS

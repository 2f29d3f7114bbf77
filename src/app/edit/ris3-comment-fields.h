/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

/* The fields of a comment that its forms have in common: of a new one, of one that is edited, of a reply. Each function
 * adds some to a form, in the order of that; the fields are of the form. */

/* What it says. label: with a mnemonic (transfer none) */
Ris3FormField *ris3_comment_fields_add_text (Ris3EditForm *form, const char *label);
/* preset: of a new one (transfer none) */
Ris3FormField *ris3_comment_fields_add_role (Ris3EditForm *form, const char *preset);
/* An organisation that is not known is added with the comment: appends that to an edit. region: where it is; NULL: that
 * is not known */
void ris3_comment_fields_append_organisation (Ris3EditForm *form, Ris3Edit *edit, const Ris3RegionName *region);
/* When it came, by default today, and how. label: of the date, with a mnemonic */
void ris3_comment_fields_add_way (Ris3EditForm *form, const char *label);
/* How it comes if it is an e-mail, as the file has it. (transfer none) */
const char *ris3_comment_fields_get_mail (void);
/* Its language, and what it says in English. */
void ris3_comment_fields_add_language (Ris3EditForm *form);
/* The passage that it is about, and what it wants to be changed. Returns the proposal (Ris3FormProposal). (transfer
 * none) */
Ris3FormField *ris3_comment_fields_add_passage (Ris3EditForm *form);

/* Shows the form, where what a letter says is typed or pasted first. */
void ris3_comment_fields_present (Ris3EditForm *form);

G_END_DECLS

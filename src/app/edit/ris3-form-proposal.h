/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_PROPOSAL (ris3_form_proposal_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormProposal, ris3_form_proposal, RIS3, FORM_PROPOSAL, Ris3FormField)

/* The proposed change of a comment (ris3-proposal.h): in words, and field by field beside what is recorded now. */
Ris3FormField *ris3_form_proposal_new (const char *column, const char *label);
/* What the comment is about; its fields can be filled in. What was filled in before is kept where the fields are the
 * same. table: "region", "strategy" or "priority" */
void ris3_form_proposal_set_target (Ris3FormProposal *self, Ris3Atlas *atlas, const char *table, const char *key);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-edit-forms.h"

#include "app/edit/ris3-activity-form.h"
#include "app/edit/ris3-comment-form.h"
#include "app/edit/ris3-note-form.h"
#include "app/edit/ris3-organisation-form.h"
#include "app/edit/ris3-participation-form.h"
#include "app/edit/ris3-person-form.h"
#include "app/edit/ris3-priority-form.h"
#include "app/edit/ris3-request-form.h"
#include "app/edit/ris3-round-form.h"
#include "app/edit/ris3-strategy-form.h"

void
ris3_edit_forms_add_actions (Ris3EditDesk *desk)
{
  ris3_strategy_form_add_actions (desk);
  ris3_priority_form_add_actions (desk);
  ris3_note_form_add_actions (desk);
  ris3_activity_form_add_actions (desk);
  ris3_participation_form_add_actions (desk);
  ris3_comment_form_add_actions (desk);
  ris3_organisation_form_add_actions (desk);
  ris3_person_form_add_actions (desk);
  ris3_round_form_add_actions (desk);
  ris3_request_form_add_actions (desk);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds the actions of all forms:
 *
 *   edit.strategy-form (s), edit.priority-form, edit.note-form, edit.activity-form, edit.participation-form (x): an id
 *   edit.strategy-apply (x): records the strategy that the comment of this id proposes
 *   edit.strategy-add, edit.activity-add, edit.participation-add (s): a region, "2016 FRL0"
 *   edit.priority-add ((sxx)): as in ris3_edit_new_priority_add ()
 *   edit.note-add ((ss)): "region", "strategy" or "priority", and its key
 *   edit.organisation-add (), edit.organisation-form (x), edit.round-add (), edit.round-form (x): an id
 *   edit.request-form (x): the id of a request
 *   edit.person-add, edit.person-form (x): the id of an organisation, of a person
 *   edit.comment-add (ss), edit.comment-form, edit.comment-reply (x): see ris3-comment-form.h
 */
void ris3_edit_forms_add_actions (Ris3EditDesk *desk);

G_END_DECLS

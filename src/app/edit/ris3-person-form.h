/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds the actions edit.person-add (x): the id of an organisation, and edit.person-form (x): that of a person.
 *
 * What is saved so is no edit, and the form says so; then the session tells that a row of "contact" was added, also if
 * it was changed. */
void ris3_person_form_add_actions (Ris3EditDesk *desk);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds the actions edit.round-form (x): the id of a round of consultation; and edit.round-add: a new one, of what the
 * filter shows. */
void ris3_round_form_add_actions (Ris3EditDesk *desk);

G_END_DECLS

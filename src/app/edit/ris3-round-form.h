/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds the action edit.round-form (x): the id of a round of consultation. */
void ris3_round_form_add_actions (Ris3EditDesk *desk);

G_END_DECLS

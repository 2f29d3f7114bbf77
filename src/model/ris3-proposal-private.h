/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-proposal.h"

G_BEGIN_DECLS

/* The field of the priority or strategy that is to be added; NULL: it is none of that. (transfer none) */
const char *_ris3_proposal_get_new_field (const char *field);

/* Where a priority of a number belongs: below that of the number before its last dot, or beside those that have the
 * same, in their order; else last at the top. parent_id, after_id: (out): as ris3_edit_new_priority_add () takes them
 */
void _ris3_proposal_find_place (Ris3Strategy *strategy, const char *label, gint64 *parent_id, gint64 *after_id);

G_END_DECLS

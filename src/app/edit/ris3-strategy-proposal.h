/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Opens the form of a new strategy, filled in with what a comment on a region says of it, and asks for the reason of
 * the decision, if that is not made yet. Saving it is one edit, which accepts the comment, records the strategy, and
 * says that the comment is applied, so that it leads to the strategy. Without such a comment, nothing happens. */
void ris3_strategy_proposal_open (Ris3EditDesk *desk, gint64 comment_id);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-consultation-round.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* The organisations that only a round has made, as authorities that were not known yet (Ris3RoundPlan), as nobody has
 * touched them since, and that nothing else refers to: no person, comment, activity or other round. In any thread.
 * (element-type gint64) Errors: RIS3_ATLAS_ERROR. (transfer full) */
GArray *ris3_round_removal_read (const char *path, gint64 round_id, GCancellable *cancellable, GError **error);
/* The edit that deletes a round with these: one edit, and one undo. (transfer full) */
Ris3Edit *ris3_round_removal_make_edit (Ris3ConsultationRound *round, GArray *organisations);

G_END_DECLS

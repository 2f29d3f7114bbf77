/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-round-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_ROUND_CANDIDATE (ris3_round_candidate_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RoundCandidate, ris3_round_candidate, RIS3, ROUND_CANDIDATE, GObject)

/* An authority that could be asked in a round, and is not: one that a round of all regions would ask (Ris3RoundPlan).
 * Strings are never NULL. */
guint ris3_round_candidate_get_nuts_version (Ris3RoundCandidate *self);
const char *ris3_round_candidate_get_region_code (Ris3RoundCandidate *self); /* about which it would be asked */
/* NULL: the region has no authority yet; one is added, to be named later. (transfer none) */
Ris3Organisation *ris3_round_candidate_get_organisation (Ris3RoundCandidate *self);

/* All that a round does not ask yet, in the order of the codes of their regions (element-type Ris3RoundCandidate).
 * get_key: as in ris3_round_plan_count_without () (transfer full) */
GPtrArray *ris3_round_candidates_list (Ris3Atlas *atlas,
                                       Ris3ConsultationRound *round,
                                       Ris3RegionKeyFunc get_key,
                                       gpointer user_data);
/* The edit that asks some of them, too: one edit, and one undo.
 *
 * plan: of which channel, asked, opened_on (the day on which they were asked, if they were) and name_region count
 * candidates: not empty
 *
 * (transfer full) */
Ris3Edit *ris3_round_candidates_make_edit (const Ris3RoundPlan *plan,
                                           Ris3Atlas *atlas,
                                           Ris3ConsultationRound *round,
                                           GPtrArray *candidates);

G_END_DECLS

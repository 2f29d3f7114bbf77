/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-round-plan.h"

G_BEGIN_DECLS

/* By the key of their region, an array of the authorities that can be asked (Ris3Organisation). (transfer full) */
GHashTable *_ris3_round_plan_index_authorities (Ris3Atlas *atlas, Ris3RegionKeyFunc get_key, gpointer user_data);
/* The key of a code that is the same in no other version. */
char *_ris3_round_plan_get_own_key (guint nuts_version, const char *code, gpointer user_data);
/* Appends an authority of a region that has none yet. Gives its step. */
guint _ris3_round_plan_append_organisation (const Ris3RoundPlan *self,
                                            Ris3Edit *edit,
                                            Ris3Atlas *atlas,
                                            guint nuts_version,
                                            const char *code);
/* Appends that an organisation is asked about a region. round_id: 0: the round that the first step adds; organisation:
 * 0: the one that a step adds */
void _ris3_round_plan_append_request (const Ris3RoundPlan *self,
                                      Ris3Edit *edit,
                                      gint64 round_id,
                                      guint nuts_version,
                                      const char *code,
                                      gint64 organisation,
                                      guint step);

G_END_DECLS

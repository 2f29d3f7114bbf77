/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-round-plan.h"

G_BEGIN_DECLS

/* Whom a round that is opened now will ask: what the filter of a session shows. */
typedef struct _Ris3RoundScope Ris3RoundScope;

/* The session must have an atlas. (transfer full) */
Ris3RoundScope *ris3_round_scope_new (Ris3Session *session);
void ris3_round_scope_free (Ris3RoundScope *self);

/* In sentences: how many, by which filter, and who is added or left out. (transfer full) */
char *ris3_round_scope_describe (Ris3RoundScope *self);
/* The edit that opens a round of it; plan: without its scope, others and name_region. Errors: as of
 * ris3_round_plan_make_edit (). (transfer full) */
Ris3Edit *ris3_round_scope_make_edit (Ris3RoundScope *self, const Ris3RoundPlan *plan, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RoundScope, ris3_round_scope_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* Which comments a filter means: inbox and register have the same. A comment on a priority, if the filter has found
 * that priority; on a strategy, if it has found that; on a region as a whole, if it has found a strategy of that
 * region, or of one that it lies in. Immutable. */
typedef struct _Ris3CommentScope Ris3CommentScope;

/* filter: (nullable): NULL: all comments. (transfer full) */
Ris3CommentScope *ris3_comment_scope_new (Ris3Atlas *atlas, Ris3FilterResult *filter);
void ris3_comment_scope_free (Ris3CommentScope *self);

/* Whether the filter means a comment of this atlas. */
gboolean ris3_comment_scope_has (const Ris3CommentScope *self, Ris3Comment *comment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CommentScope, ris3_comment_scope_free)

G_END_DECLS

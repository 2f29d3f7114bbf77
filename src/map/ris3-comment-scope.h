/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"
#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* Which comments a filter means: inbox and register have the same. A comment on a priority, if the filter has found
 * that priority; on a strategy, if it has found that; on a region as a whole, if it has found a strategy of that
 * region, or of one that it lies in. A region of another NUTS version is found where strategies of it are placed.
 * Immutable. */
typedef struct _Ris3CommentScope Ris3CommentScope;

/* filter: (nullable): NULL: all comments
 * geodata: (nullable): of any NUTS version: through it, regions of several versions are compared, which takes time, and
 *   is of use only where there are such (ris3_comment_scope_needs_geodata ()); NULL: those of different versions are
 *   different
 *
 * (transfer full) */
Ris3CommentScope *ris3_comment_scope_new (Ris3Atlas *atlas, Ris3FilterResult *filter, Ris3Geodata *geodata);
/* Whether strategies and comments are recorded of regions of several NUTS versions, so that geodata is of use: looks at
 * all of them, and holds until they change. */
gboolean ris3_comment_scope_needs_geodata (Ris3Atlas *atlas);
void ris3_comment_scope_free (Ris3CommentScope *self);

/* Whether the filter means a comment of this atlas. */
gboolean ris3_comment_scope_has (const Ris3CommentScope *self, Ris3Comment *comment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CommentScope, ris3_comment_scope_free)

G_END_DECLS

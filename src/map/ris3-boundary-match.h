/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* How the codes of boundaries of one's own meet those of an atlas: what is without a counterpart, either way. */
typedef struct
{
  GPtrArray *missing;  /* "FR82 (NUTS 2013)": regions of strategies whose code no area has */
  GPtrArray *by_place; /* "FR82 (NUTS 2013): FRL0": regions of strategies that are shown on areas of other codes, as
                          these lie where they do, whether or not an area has their code */
  GPtrArray *unplaced; /* "FR82 (NUTS 2013)": of those that are not shown at all, as too little of an area is theirs */
  guint n_elsewhere;   /* of these two, the regions whose code an area has: it lies elsewhere */
  GPtrArray *unknown;  /* codes of areas that no NUTS version has */
  guint n_known;       /* areas that one has */
} Ris3BoundaryMatch;

/* boundaries: one's own
 * strategies: a GListModel of Ris3Strategy
 *
 * Errors: of ris3_geodata_load (). (transfer full)
 */
Ris3BoundaryMatch *
ris3_boundary_match_new (Ris3Boundaries *boundaries, GListModel *strategies, GCancellable *cancellable, GError **error);
void ris3_boundary_match_free (Ris3BoundaryMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3BoundaryMatch, ris3_boundary_match_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Where Europe's regions are, coarsely: answers at once whether a box is free of them. What lies overseas is left
 * out. Immutable.
 */
typedef struct _Ris3RegionMask Ris3RegionMask;

/* boundaries: in normalised Web Mercator. (transfer full) */
Ris3RegionMask *ris3_region_mask_new (Ris3Boundaries *boundaries);
void ris3_region_mask_free (Ris3RegionMask *self);

/* Whether no region lies in box, in the plane of the boundaries. */
gboolean ris3_region_mask_is_clear (const Ris3RegionMask *self, const Ris3Box *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionMask, ris3_region_mask_free)

G_END_DECLS

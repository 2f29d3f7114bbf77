/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Puts boundaries together: sums up the tree (leaves, boxes) and finds the borders.
 *
 * strings: (transfer full) what holds the strings of the regions
 * regions: (transfer full) array of Ris3Region, sorted by code; first_leaf, n_leaves and box are set here
 * shapes: (transfer full) one shape a region of level 3, in the order of the regions
 *
 * Errors: RIS3_GEO_ERROR_INVALID if that is no tree of regions in tree order.
 */
Ris3Boundaries *ris3_boundaries_new (guint nuts_version,
                                     guint scale,
                                     GStringChunk *strings,
                                     GArray *regions,
                                     Ris3Shapes *shapes,
                                     GError **error);

G_END_DECLS

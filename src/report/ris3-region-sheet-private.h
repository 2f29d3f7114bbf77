/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-facts.h"
#include "report/ris3-sheet-flow-private.h"

G_BEGIN_DECLS

/* Adds what is said of a region: first what stands beside its map, then the rest. */
void _ris3_region_sheet_add_head (Ris3SheetFlow *flow, const Ris3RegionFacts *facts);
void _ris3_region_sheet_add_body (Ris3SheetFlow *flow, const Ris3RegionFacts *facts);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"

G_BEGIN_DECLS

/* What pages about single regions are made with: an atlas, and the map that shows where each region is, which is drawn
 * once for all of them. See ris3-region-sheet.h and ris3-pack-print.h. */
typedef struct _Ris3SheetMaker Ris3SheetMaker;

/* classification: of the atlas, in the plane of the locator maps (ris3_map_page_project ()) (transfer full) */
Ris3SheetMaker *ris3_sheet_maker_new (Ris3Atlas *atlas, Ris3Classification *classification);
void ris3_sheet_maker_free (Ris3SheetMaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3SheetMaker, ris3_sheet_maker_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/ris3-sheet-maker.h"

#include "report/ris3-locator-map-private.h"
#include "report/ris3-sheet-flow-private.h"

G_BEGIN_DECLS

struct _Ris3SheetMaker
{
  Ris3Atlas *atlas;
  Ris3Classification *classification;
  Ris3LocatorMap *map;
};

typedef void (*Ris3SheetFoot) (Ris3SheetMaker *self, gconstpointer data, guint page, guint n_pages, cairo_t *cr);

/* Draws all pages of a flow, the first one with the map, if it has one, and each with its foot. Returns how many there
 * are.
 * region: of the map; samples: its legend's, as _ris3_locator_map_add_legend () gives them; NULL: no map */
guint _ris3_sheet_maker_draw (Ris3SheetMaker *self,
                              Ris3SheetFlow *flow,
                              guint region,
                              GArray *samples,
                              Ris3SheetFoot draw_foot,
                              gconstpointer data,
                              cairo_t *cr);

G_END_DECLS

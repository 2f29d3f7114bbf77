/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "report/ris3-sheet-flow-private.h"

G_BEGIN_DECLS

/* Where regions are: a small map of each one's country, or of itself if it lies overseas, at the upper right of the
 * first page of a sheet, with its legend beside it. This makes the maps of many sheets; each country is drawn once. */
typedef struct _Ris3LocatorMap Ris3LocatorMap;

/* What stands beside a class, or beside a mark upon any class. Never NULL. */
typedef const char *(*Ris3LocatorTitle) (Ris3ClassScheme *scheme, guint klass, Ris3Marks mark, gpointer data);

/* classification: in the plane of the maps (ris3_map_page_project ()) (transfer full) */
Ris3LocatorMap *_ris3_locator_map_new (Ris3Classification *classification);
void _ris3_locator_map_free (Ris3LocatorMap *self);

/* Keeps the room of a map clear in a flow at its beginning. FALSE: there is no map of the region. */
gboolean _ris3_locator_map_keep_room (Ris3LocatorMap *self, guint region, Ris3SheetFlow *flow);
/* Adds the legend, and returns where its samples are to be drawn. (transfer full) */
GArray *
_ris3_locator_map_add_legend (Ris3LocatorMap *self, Ris3SheetFlow *flow, Ris3LocatorTitle get_title, gpointer data);
/* Draws the map of a region that has one, and the samples of its legend. */
void _ris3_locator_map_draw (Ris3LocatorMap *self, guint region, GArray *samples, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3LocatorMap, _ris3_locator_map_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "app/region/ris3-region-item.h"
#include "app/ris3-session.h"
#include "map/ris3-region-finder.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_MODEL (ris3_region_model_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionModel, ris3_region_model, RIS3, REGION_MODEL, GObject)

/* A GListModel of Ris3RegionItem: every region of the session's boundaries, by country in the order of the
 * locale, then by code. The list and the search of a window share one. Items are matched by code: when the
 * boundaries change, items-changed covers only the regions that were added or removed; when classes change,
 * it is not emitted, as the items notify that themselves.
 *
 * Signals: territories-changed (): it has changed which of the items are areas of the map
 *   (ris3_region_item_is_territory()), or the boundaries have changed; emitted once all items are up to date
 */
Ris3RegionModel *ris3_region_model_new (Ris3Session *session);

/* Property current (Ris3RegionItem, read-only): the area that the selected region is or lies in, else the
 * item of the region itself; NULL if none is selected. (transfer none)
 */
Ris3RegionItem *ris3_region_model_get_current (Ris3RegionModel *self);
/* The item of a region of the boundaries. (transfer none) */
Ris3RegionItem *ris3_region_model_get_by_region (Ris3RegionModel *self, guint region);
/* What finds regions in the boundaries; NULL while there are none. (transfer none) */
Ris3RegionFinder *ris3_region_model_get_finder (Ris3RegionModel *self);

G_END_DECLS

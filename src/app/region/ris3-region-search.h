/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-region-model.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_SEARCH (ris3_region_search_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionSearch, ris3_region_search, RIS3, REGION_SEARCH, GtkWidget)

/* An entry that finds regions of all levels by name, code or country, without regard to case and
 * accents, and shows them below itself, the best first.
 *
 * Signals: activated (int region): a region was chosen; nothing is selected yet
 */
GtkWidget *ris3_region_search_new (Ris3RegionModel *regions);

/* Moves the focus to the entry and selects its text, so that typing replaces it. */
void ris3_region_search_focus (Ris3RegionSearch *self);

G_END_DECLS

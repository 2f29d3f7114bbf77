/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-region-model.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_LIST (ris3_region_list_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionList, ris3_region_list, RIS3, REGION_LIST, GtkWidget)

/* All areas of the map as a list by country: the way to the regions for people who cannot see the map
 * or have no pointer. A click or Enter selects the region in the session; what is selected there is
 * marked here and scrolled to.
 */
GtkWidget *ris3_region_list_new (Ris3Session *session, Ris3RegionModel *regions);

G_END_DECLS

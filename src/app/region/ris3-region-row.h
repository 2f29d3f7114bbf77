/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-region-item.h"
#include "app/region/ris3-row-refresh.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_ROW (ris3_region_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionRow, ris3_region_row, RIS3, REGION_ROW, GtkWidget)

/* A region as a row of a list view: class swatch, name, a line below it, code.
 *
 * refresh: asked when to show what has changed, with ris3_region_row_refresh (); NULL: it is shown at once
 */
GtkWidget *ris3_region_row_new (Ris3RowRefresh *refresh);

/* Shows what the map shows of the region now.
 *
 * row: a Ris3RegionRow that is bound
 */
void ris3_region_row_refresh (GtkWidget *row);

/* heading: a line above the row, or NULL
 * title: what stands for the region's name
 * subtitle: the line below it; NULL: what the map shows of the region, whenever it changes
 */
void ris3_region_row_bind (Ris3RegionRow *self,
                           Ris3RegionItem *item,
                           const char *heading,
                           const char *title,
                           const char *subtitle);
void ris3_region_row_unbind (Ris3RegionRow *self);

G_END_DECLS

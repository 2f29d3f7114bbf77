/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "geo/ris3-table.h"
#include "map/ris3-column-mapping.h"
#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_TABLE_PREVIEW (ris3_table_preview_get_type ())
G_DECLARE_FINAL_TYPE (Ris3TablePreview, ris3_table_preview, RIS3, TABLE_PREVIEW, GtkWidget)

/* The first rows of a table as a grid: as they are in a file, or as they are understood, with what is wrong or was not
 * plain written into the cell. */

/* table: NULL for an empty grid */
void ris3_table_preview_show_table (Ris3TablePreview *self, Ris3Table *table);
/* The columns that are mapped. */
void ris3_table_preview_show_plan (Ris3TablePreview *self, Ris3ImportPlan *plan, const Ris3ColumnMapping *mapping);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_ITEM (ris3_import_item_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportItem, ris3_import_item, RIS3, IMPORT_ITEM, GObject)

/* A row of a plan, for lists. */
Ris3ImportItem *ris3_import_item_new (Ris3ImportPlan *plan, guint row);
Ris3ImportPlan *ris3_import_item_get_plan (Ris3ImportItem *self); /* (transfer none) */
guint ris3_import_item_get_row (Ris3ImportItem *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/table/ris3-import-item.h"
#include "app/table/ris3-import-rows.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_ROW (ris3_import_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportRow, ris3_import_row, RIS3, IMPORT_ROW, GtkWidget)

/* A row of a dry run: what it is, whether it is imported, and each difference or problem in words. */
GtkWidget *ris3_import_row_new (void);
void ris3_import_row_show (Ris3ImportRow *self, Ris3ImportRows *rows, Ris3ImportItem *item);
/* Before the widget is used for another row. */
void ris3_import_row_clear (Ris3ImportRow *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/table/ris3-import-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_SHEETS_GROUP (ris3_import_sheets_group_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportSheetsGroup, ris3_import_sheets_group, RIS3, IMPORT_SHEETS_GROUP, AdwPreferencesGroup)

/* The sheets of a workbook, each with a tick and what it is taken for. Without several sheets it is hidden.
 *
 * Signals:
 *   ticked (guint sheet, gboolean ticked): the person wants the sheet, or does not
 */
void ris3_import_sheets_group_show (Ris3ImportSheetsGroup *self, Ris3ImportDraft *draft);
/* “Strategies (hidden)”, on one line. (transfer full) */
char *ris3_import_sheets_group_describe (Ris3TableFile *file, guint sheet);

G_END_DECLS

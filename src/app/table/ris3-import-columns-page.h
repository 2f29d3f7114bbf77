/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/table/ris3-import-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_COLUMNS_PAGE (ris3_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportColumnsPage, ris3_import_columns_page, RIS3, IMPORT_COLUMNS_PAGE, GtkWidget)

/* The second step of an import: which column of the file is which of the atlas, as it was guessed and can be corrected,
 * and beneath how the first rows are understood by that.
 *
 * Signals:
 *   changed (): a column was chosen
 */

/* Shows the columns of the sheet that the draft shows. atlas_path: that it is imported into */
void ris3_import_columns_page_show (Ris3ImportColumnsPage *self, Ris3ImportDraft *draft, const char *atlas_path);
/* Gives the keys to the first column that needs a choice. */
void ris3_import_columns_page_focus (Ris3ImportColumnsPage *self);

G_END_DECLS

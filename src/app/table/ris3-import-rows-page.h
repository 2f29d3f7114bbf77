/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/table/ris3-import-rows.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_ROWS_PAGE (ris3_import_rows_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportRowsPage, ris3_import_rows_page, RIS3, IMPORT_ROWS_PAGE, GtkWidget)

/* The last step of an import: the dry run, counted and filtered by what would become of the rows, with a choice of
 * those that are imported. Its buttons have the actions import.compare, import.copy-report and import.save-report.
 *
 * Signals:
 *   chosen-changed (): other rows are chosen
 */

/* plans: of Ris3ImportPlan, compared; NULL for an empty page
 * is_edited: a person has worked on them already */
void ris3_import_rows_page_show (Ris3ImportRowsPage *self, GPtrArray *plans, gboolean is_edited);
/* NULL without plans. (transfer none) */
Ris3ImportRows *ris3_import_rows_page_get_rows (Ris3ImportRowsPage *self);
/* Whether there is any row that can be imported. */
gboolean ris3_import_rows_page_has_possible (Ris3ImportRowsPage *self);
/* Whether a person has chosen other rows than all. */
gboolean ris3_import_rows_page_is_edited (Ris3ImportRowsPage *self);
/* Says why the rows cannot be imported as they are, and offers to compare again; NULL: nothing. */
void ris3_import_rows_page_tell_problem (Ris3ImportRowsPage *self, const char *words);
/* Gives the keys to the rows, or to what there is instead. */
void ris3_import_rows_page_focus (Ris3ImportRowsPage *self);

G_END_DECLS

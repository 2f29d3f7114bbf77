/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_ROWS (ris3_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportRows, ris3_import_rows, RIS3, IMPORT_ROWS, GObject)

/* The rows of a dry run as a list of Ris3ImportItem, those in some states alone; an item is made when it is looked at.
 * What a person chooses goes through here, so that every row that is seen follows.
 *
 * Signals:
 *   chosen-changed (): other rows are chosen
 */

/* Rows in the states that have their bit set in states. (transfer full) */
Ris3ImportRows *ris3_import_rows_new (Ris3ImportPlan *plan, Ris3Exchange table, guint states);
Ris3ImportPlan *ris3_import_rows_get_plan (Ris3ImportRows *self); /* (transfer none) */
Ris3Exchange ris3_import_rows_get_table (Ris3ImportRows *self);
void ris3_import_rows_set_states (Ris3ImportRows *self, guint states);
guint ris3_import_rows_get_states (Ris3ImportRows *self);
/* Whether a row can be imported at all. */
gboolean ris3_import_rows_can_choose (Ris3ImportRows *self, guint row);
/* Chooses a row, and those that it needs; or takes it off, and those that need it. */
void ris3_import_rows_choose (Ris3ImportRows *self, guint row, gboolean chosen);
/* How many of the rows that are listed can be imported, and how many of these are chosen. */
guint ris3_import_rows_count_possible (Ris3ImportRows *self, guint *n_chosen);
/* All that are listed and can be imported, or none of them. */
void ris3_import_rows_choose_all (Ris3ImportRows *self, gboolean chosen);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_ROWS (ris3_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportRows, ris3_import_rows, RIS3, IMPORT_ROWS, GObject)

/* The rows of a dry run as a list of Ris3ImportItem, those in some states alone; an item is made when it is looked at.
 * Of a workbook they are those of several plans, one after the other. What a person chooses goes through here, so that
 * every row that is seen follows.
 *
 * Signals:
 *   chosen-changed (): other rows are chosen
 */

/* Rows in the states that have their bit set in states, be they remarked upon or not. plans: of Ris3ImportPlan.
 * (transfer full) */
Ris3ImportRows *ris3_import_rows_new (GPtrArray *plans, guint states);
GPtrArray *ris3_import_rows_get_plans (Ris3ImportRows *self); /* (transfer none) */
guint ris3_import_rows_get_n_plans (Ris3ImportRows *self);
/* only_remarked: those alone of which there is something to know */
void ris3_import_rows_set_states (Ris3ImportRows *self, guint states, gboolean only_remarked);

/* Of all plans together, listed or not. */
guint ris3_import_rows_count_all (Ris3ImportRows *self);
guint ris3_import_rows_count_in_state (Ris3ImportRows *self, Ris3ImportState state);
guint ris3_import_rows_count_remarked (Ris3ImportRows *self);
guint ris3_import_rows_count_chosen (Ris3ImportRows *self);
guint ris3_import_rows_count_written (Ris3ImportRows *self);
/* Whether any row that can be imported is one of that table. */
gboolean ris3_import_rows_has_possible_of (Ris3ImportRows *self, Ris3Exchange table);

/* Whether a row can be imported at all. */
gboolean ris3_import_rows_can_choose (Ris3ImportPlan *plan, guint row);
/* Chooses a row, and those that it needs; or takes it off, and those that need it. */
void ris3_import_rows_choose (Ris3ImportRows *self, Ris3ImportPlan *plan, guint row, gboolean chosen);
/* How many of the rows that are listed can be imported, and how many of these are chosen. */
guint ris3_import_rows_count_possible (Ris3ImportRows *self, guint *n_chosen);
/* All that are listed and can be imported, or none of them. */
void ris3_import_rows_choose_all (Ris3ImportRows *self, gboolean chosen);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-headed-sheet.h"
#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* A sheet of a table file, its first rows, and how a person wants it to be understood: which exchanged table it is,
 * which of its columns are which. A CSV is its only sheet. */
typedef struct _Ris3ImportSheet Ris3ImportSheet;

/* Guesses the columns of what was opened. (transfer full) */
Ris3ImportSheet *ris3_import_sheet_new (const Ris3HeadedSheet *headed);
/* (transfer full) */
Ris3ImportSheet *ris3_import_sheet_copy (const Ris3ImportSheet *self);
void ris3_import_sheet_free (Ris3ImportSheet *self);

/* Its place in the file, from 0. */
guint ris3_import_sheet_get_number (const Ris3ImportSheet *self);
guint ris3_import_sheet_get_heading_row (const Ris3ImportSheet *self);
/* The first rows, as Ris3TableRow, of which one has the headings; NULL if there are none. (transfer none) */
GPtrArray *ris3_import_sheet_get_rows (const Ris3ImportSheet *self);
Ris3Table *ris3_import_sheet_get_sample (const Ris3ImportSheet *self); /* (transfer none) */
Ris3Exchange ris3_import_sheet_get_table (const Ris3ImportSheet *self);
/* Whether the headings are those of a table. */
gboolean ris3_import_sheet_is_guessed (const Ris3ImportSheet *self);
/* Whether the columns are those of the last time, and whether a person has said which table it is. */
gboolean ris3_import_sheet_is_remembered (const Ris3ImportSheet *self);
gboolean ris3_import_sheet_is_table_chosen (const Ris3ImportSheet *self);
/* (transfer none) */
const Ris3ColumnMapping *ris3_import_sheet_get_mapping (const Ris3ImportSheet *self);
/* The columns as they were guessed for the same table. (transfer none) */
const Ris3ColumnMapping *ris3_import_sheet_get_guess (const Ris3ImportSheet *self);
/* Whether a person has chosen the column of the table here. */
gboolean ris3_import_sheet_is_column_chosen (const Ris3ImportSheet *self, guint column);

/* Chooses the exchanged table, and guesses the columns for it. */
void ris3_import_sheet_choose_table (Ris3ImportSheet *self, Ris3Exchange table);
/* Chooses a column of the file, or with -1 none, for one of the table. */
void ris3_import_sheet_choose_column (Ris3ImportSheet *self, guint column, gint from);
/* By what strategies are known, and whether empty cells empty the value; usual, and not, at first. */
void ris3_import_sheet_choose_identity (Ris3ImportSheet *self, Ris3ImportIdentity identity);
void ris3_import_sheet_choose_clears (Ris3ImportSheet *self, gboolean clears);
Ris3ImportIdentity ris3_import_sheet_get_identity (const Ris3ImportSheet *self);
gboolean ris3_import_sheet_get_clears (const Ris3ImportSheet *self);
/* Takes what was remembered for these headings; FALSE, with nothing changed, if it does not fit. */
gboolean ris3_import_sheet_recall (Ris3ImportSheet *self, const char *text);

/* All that is chosen of how it is compared, as a text that differs when that does. (transfer full) */
char *ris3_import_sheet_dup_choices (const Ris3ImportSheet *self);
/* A sentence why it cannot be compared with these columns; NULL if it can. (transfer full) */
char *ris3_import_sheet_dup_problem (const Ris3ImportSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ImportSheet, ris3_import_sheet_free)

G_END_DECLS

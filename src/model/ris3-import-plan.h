/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-edit.h"
#include "model/ris3-exchange.h"

G_BEGIN_DECLS

/* What the rows of a table would do to an atlas: first rows are added, as they were understood; then they are compared
 * with the atlas (the dry run); then those that a person has chosen become one edit. It belongs to one thread at a
 * time; while its edit is applied, others may only read it. */
typedef struct _Ris3ImportPlan Ris3ImportPlan;

typedef enum
{
  RIS3_IMPORT_NEW,
  RIS3_IMPORT_CHANGED,
  RIS3_IMPORT_SAME,
  RIS3_IMPORT_REFUSED,
  RIS3_N_IMPORT_STATES,
} Ris3ImportState;

/* By what a row of the file is taken for a strategy of the atlas. */
typedef enum
{
  RIS3_IDENTITY_USUAL,         /* its identifier; a row without one by region, period and title, or, where the file
                                  has no titles, by region and period */
  RIS3_IDENTITY_KEY,           /* its identifier alone: a row without one is new */
  RIS3_IDENTITY_REGION_PERIOD, /* whatever its identifier and title */
  RIS3_IDENTITY_REGION_PERIOD_TITLE, /* whatever its identifier */
  RIS3_N_IDENTITIES,
} Ris3ImportIdentity;

/* For files and programs: "usual", "identifier", "region-period", "region-period-title". (transfer none) */
const char *ris3_import_identity_get_name (Ris3ImportIdentity identity);
/* The reverse of ris3_import_identity_get_name (). */
gboolean ris3_import_identity_from_name (const char *name, Ris3ImportIdentity *identity);

/* file_name, sheet: for messages; sheet may be NULL. (transfer full) */
Ris3ImportPlan *ris3_import_plan_new (Ris3Exchange table, const char *file_name, const char *sheet);
Ris3ImportPlan *ris3_import_plan_ref (Ris3ImportPlan *self);
void ris3_import_plan_unref (Ris3ImportPlan *self);

Ris3Exchange ris3_import_plan_get_table (Ris3ImportPlan *self);
const char *ris3_import_plan_get_file_name (Ris3ImportPlan *self); /* (transfer none) */
const char *ris3_import_plan_get_sheet (Ris3ImportPlan *self);     /* NULL: none. (transfer none) */

/* Says that the file has a column, under that name of its own; values of the others are left as they are in the atlas,
 * and get their default in new rows. Before the first row. heading: NULL: it follows from others */
void ris3_import_plan_add_column (Ris3ImportPlan *self, guint column, const char *heading);
gboolean ris3_import_plan_has_column (Ris3ImportPlan *self, guint column);
/* What the column is called in the file, else in exchanged tables. (transfer none) */
const char *ris3_import_plan_get_heading (Ris3ImportPlan *self, guint column);

/* How the dry run finds strategies, and whether a cell that is empty empties the value of the atlas, or, as it does
 * otherwise, leaves it as it is. Before the dry run. */
void ris3_import_plan_set_identity (Ris3ImportPlan *self, Ris3ImportIdentity identity);
void ris3_import_plan_set_clears (Ris3ImportPlan *self, gboolean clears);

/* Begins a row. line: in the file, or row of the sheet, from 1 */
void ris3_import_plan_add_row (Ris3ImportPlan *self, guint line);
/* The value of the row in a column that was added: numbers, answers ("1", "0", "") and dates (ISO 8601) in the form in
 * which they are stored; themes "scheme version code" separated by ";", or codes of the atlas's own themes. */
void ris3_import_plan_set (Ris3ImportPlan *self, guint column, const char *value);
/* Says why the value cannot be understood and what to do; the row is refused. */
void ris3_import_plan_refuse (Ris3ImportPlan *self, guint column, const char *problem);
/* Says how a value was understood where that is not plain ("Lombardia" is ITC4, by its name). */
void ris3_import_plan_remark (Ris3ImportPlan *self, guint column, const char *remark);

/* What a cell that is refused may mean: a value that could stand in its place, and what that is called. */
typedef struct
{
  char *value;
  char *name;
} Ris3ImportSuggestion;

/* An array of them, the likeliest first. (transfer full) */
GPtrArray *ris3_import_suggestions_new (void);
void ris3_import_suggestions_add (GPtrArray *self, const char *value, const char *name);
/* Says what a value may mean that cannot be understood. suggestions: kept, and shared by all cells that have them */
void ris3_import_plan_suggest (Ris3ImportPlan *self, guint column, GPtrArray *suggestions);

/* Says that another table is imported before this one, in the same edit: its new rows can be named here (strategies by
 * priorities, organisations by contacts). Of another sheet of the same table, a row that this one has again is refused
 * here, and so are priorities of a strategy of which that one has some. It is compared first. */
void ris3_import_plan_add_earlier (Ris3ImportPlan *self, Ris3ImportPlan *earlier);

/* The dry run: finds the row of the atlas that each row means (its key; without one, what makes it the same for a
 * person: strategy of the same region, period and title …), and what would change. Off the main thread. It can be
 * repeated, and then all rows that can be are chosen again.
 * progress: atomic, rows that are done; may be NULL. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. */
gboolean ris3_import_plan_compare (Ris3ImportPlan *self,
                                   const char *atlas_path,
                                   gint *progress,
                                   GCancellable *cancellable,
                                   GError **error);

guint ris3_import_plan_get_n_rows (Ris3ImportPlan *self);
guint ris3_import_plan_get_n_in_state (Ris3ImportPlan *self, Ris3ImportState state);
guint ris3_import_plan_get_line (Ris3ImportPlan *self, guint row);
Ris3ImportState ris3_import_plan_get_state (Ris3ImportPlan *self, guint row);
/* What the row is called for people: the title of a strategy … (transfer full) */
char *ris3_import_plan_dup_title (Ris3ImportPlan *self, guint row);
/* As understood; NULL if the file has no such column. (transfer none) */
const char *ris3_import_plan_get_value (Ris3ImportPlan *self, guint row, guint column);
/* As in the atlas; NULL if the row is new. (transfer none) */
const char *ris3_import_plan_get_old_value (Ris3ImportPlan *self, guint row, guint column);
/* Whether old and new value differ. A position differs if the row comes elsewhere among its siblings. */
gboolean ris3_import_plan_is_changed (Ris3ImportPlan *self, guint row, guint column);
/* The problem of a cell, or its remark; NULL without. (transfer none) */
const char *ris3_import_plan_get_problem (Ris3ImportPlan *self, guint row, guint column);
const char *ris3_import_plan_get_remark (Ris3ImportPlan *self, guint row, guint column);
/* What the cell may mean, as Ris3ImportSuggestion; NULL: nothing. (transfer none) */
GPtrArray *ris3_import_plan_get_suggestions (Ris3ImportPlan *self, guint row, guint column);
/* Which rows have remarks: one truth a row; n: how many. (transfer full) */
gboolean *ris3_import_plan_find_remarked (Ris3ImportPlan *self, guint *n);
/* The problem of a cell with file, sheet, row and column; NULL without. (transfer full) */
char *ris3_import_plan_dup_message (Ris3ImportPlan *self, guint row, guint column);

/* Which rows are imported: at first all that are new or changed. One that others need (a parent, a strategy) is
 * imported with them; ticking it off takes them off too. */
void ris3_import_plan_set_chosen (Ris3ImportPlan *self, guint row, gboolean chosen);
gboolean ris3_import_plan_is_chosen (Ris3ImportPlan *self, guint row);
guint ris3_import_plan_get_n_chosen (Ris3ImportPlan *self);

/* The chosen rows as one edit, "Import 12 strategies from “table.xlsx”". It expects what the dry run has seen: a row
 * that somebody changes meanwhile is a conflict. Contacts, as personal data, are not recorded in the history, and so
 * not undone; an edit of contacts alone is none of the history. (transfer full) */
Ris3Edit *ris3_import_plan_make_edit (Ris3ImportPlan *self);
/* The same for several tables, in the order in which they are imported. (transfer full) */
Ris3Edit *ris3_import_plans_make_edit (Ris3ImportPlan *const *plans, guint n_plans);
/* How many of the chosen rows the edit has written so far, while it is applied in another thread. */
guint ris3_import_plan_get_n_written (Ris3ImportPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ImportPlan, ris3_import_plan_unref)

G_END_DECLS

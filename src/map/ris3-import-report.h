/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* What a compared plan would do, line by line, to be read, copied and saved. It keeps the plan, and is made anew when
 * that is compared again. */
typedef struct _Ris3ImportReport Ris3ImportReport;

typedef enum
{
  RIS3_REPORT_ROW,     /* what becomes of the row as a whole */
  RIS3_REPORT_CHANGE,  /* of a cell: the old value and the new one */
  RIS3_REPORT_PROBLEM, /* of a cell: what is wrong and what to do */
  RIS3_REPORT_REMARK,  /* of a cell: how it was understood */
} Ris3ImportReportKind;

typedef struct
{
  guint row; /* of the plan */
  Ris3ImportState state;
  Ris3ImportReportKind kind;
  guint column; /* of the exchanged table; 0 for a row as a whole */
} Ris3ImportReportLine;

#define RIS3_IMPORT_STATE_BIT(state) (1u << (state))
#define RIS3_IMPORT_ALL_STATES ((1u << RIS3_N_IMPORT_STATES) - 1)

/* states: which rows it has, bits of RIS3_IMPORT_STATE_BIT (). (transfer full) */
Ris3ImportReport *ris3_import_report_new (Ris3ImportPlan *plan, guint states);
void ris3_import_report_free (Ris3ImportReport *self);

guint ris3_import_report_get_n_lines (Ris3ImportReport *self);
const Ris3ImportReportLine *ris3_import_report_get_line (Ris3ImportReport *self, guint line);
/* “Row 5, “Year”: “2014” becomes “2015”.” (transfer full) */
char *ris3_import_report_dup_line_text (Ris3ImportReport *self, guint line);
/* All lines, and the summary. (transfer full) */
char *ris3_import_report_dup_text (Ris3ImportReport *self);

/* As a table: the headings, in the language of the locale, and the cells, NULL where one is empty.
 * NULL-terminated (transfer none); (transfer full) */
const char *const *ris3_import_report_get_headings (Ris3ImportReport *self, guint *n_columns);
char *ris3_import_report_dup_cell (Ris3ImportReport *self, guint line, guint column);

/* "317 rows: 3 new, 2 changed, 311 the same, 1 refused." (transfer full) */
char *ris3_import_report_dup_summary (Ris3ImportPlan *plan);
/* For files and programs: "new", "changed", "same", "refused". (transfer none) */
const char *ris3_import_state_get_name (Ris3ImportState state);
/* For people: “New”. (transfer none) */
const char *ris3_import_state_get_title (Ris3ImportState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ImportReport, ris3_import_report_free)

G_END_DECLS

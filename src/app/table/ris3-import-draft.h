/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-file.h"
#include "map/ris3-column-mapping.h"
#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_DRAFT (ris3_import_draft_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportDraft, ris3_import_draft, RIS3, IMPORT_DRAFT, GObject)

/* A table file on its way into an atlas: opened, understood, compared. What takes time is done in a worker thread; the
 * draft itself is used on the main thread, and is always one whole thing: what was there stays until it is replaced.
 */
Ris3ImportDraft *ris3_import_draft_new (void);

/* What is being done, for a progress bar. */
typedef enum
{
  RIS3_IMPORT_READING,
  RIS3_IMPORT_UNDERSTANDING,
  RIS3_IMPORT_COMPARING,
} Ris3ImportStage;

/* The stage and how many rows of it are done; n_rows: of how many, 0 if that is not known. */
Ris3ImportStage ris3_import_draft_get_progress (Ris3ImportDraft *self, guint *n_done, guint *n_rows);

#define RIS3_IMPORT_ANY_SHEET G_MAXUINT

/* Opens a file and reads its first rows; guesses which exchanged table it is, and its columns.
 *
 * encoding: NULL, separator: '\0': they are found out
 * sheet: RIS3_IMPORT_ANY_SHEET for the first that is known, or not hidden
 * heading_row: the line with the headings; 0 for the one that looks most like it
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. */
void ris3_import_draft_open_async (Ris3ImportDraft *self,
                                   const char *path,
                                   const char *encoding,
                                   char separator,
                                   guint sheet,
                                   guint heading_row,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ris3_import_draft_open_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error);

/* Of an opened file. (transfer none) */
const char *ris3_import_draft_get_path (Ris3ImportDraft *self);
Ris3TableFile *ris3_import_draft_get_file (Ris3ImportDraft *self);
guint ris3_import_draft_get_sheet (Ris3ImportDraft *self);
/* The first rows of the file, as Ris3TableRow, of which one has the headings; NULL if there are none. (transfer none)
 */
GPtrArray *ris3_import_draft_get_rows (Ris3ImportDraft *self);
guint ris3_import_draft_get_heading_row (Ris3ImportDraft *self);
Ris3Table *ris3_import_draft_get_sample (Ris3ImportDraft *self);
/* Whether the table was guessed by the file, and not chosen. */
gboolean ris3_import_draft_is_guessed (Ris3ImportDraft *self);
/* NULL without an opened file. (transfer none) */
Ris3ColumnMapping *ris3_import_draft_get_mapping (Ris3ImportDraft *self);
/* The columns as they were guessed for the same table. (transfer none) */
const Ris3ColumnMapping *ris3_import_draft_get_guess (Ris3ImportDraft *self);

/* Chooses the exchanged table, and guesses the columns for it. */
void ris3_import_draft_choose_table (Ris3ImportDraft *self, Ris3Exchange table);
/* Chooses a column of the file, or with -1 none, for one of the table. */
void ris3_import_draft_choose_column (Ris3ImportDraft *self, guint column, gint from);
/* By what strategies are known, and whether empty cells empty the value; usual, and not, at first. */
void ris3_import_draft_choose_identity (Ris3ImportDraft *self, Ris3ImportIdentity identity);
void ris3_import_draft_choose_clears (Ris3ImportDraft *self, gboolean clears);
Ris3ImportIdentity ris3_import_draft_get_identity (Ris3ImportDraft *self);
gboolean ris3_import_draft_get_clears (Ris3ImportDraft *self);
/* All that is chosen of how the file is compared, as a text that differs when that does. (transfer full) */
char *ris3_import_draft_dup_choices (Ris3ImportDraft *self);
/* Takes what was remembered for these headings; FALSE, with nothing changed, if it does not fit. */
gboolean ris3_import_draft_recall (Ris3ImportDraft *self, const char *text);

/* How the first rows are understood. (transfer full) Errors: G_IO_ERROR_CANCELLED, and what the boundaries that come
 * along cannot be read for. */
void ris3_import_draft_preview_async (Ris3ImportDraft *self,
                                      const char *atlas_path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
Ris3ImportPlan *ris3_import_draft_preview_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error);

/* The dry run: reads the file anew and compares all rows with the atlas. (transfer full) Errors: RIS3_GEO_ERROR,
 * RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. */
void ris3_import_draft_compare_async (Ris3ImportDraft *self,
                                      const char *atlas_path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
Ris3ImportPlan *ris3_import_draft_compare_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS

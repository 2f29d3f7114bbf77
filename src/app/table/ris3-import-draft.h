/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/table/ris3-import-sheet.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_DRAFT (ris3_import_draft_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportDraft, ris3_import_draft, RIS3, IMPORT_DRAFT, GObject)

/* A table file on its way into an atlas: opened, understood, compared; of a workbook, all of its sheets that are
 * ticked, one of which is shown. What takes time is done in a worker thread; the draft itself is used on the main
 * thread, and is always one whole thing: what was there stays until it is replaced.
 */
Ris3ImportDraft *ris3_import_draft_new (void);

/* What is being done, for a progress bar. */
typedef enum
{
  RIS3_IMPORT_READING,
  RIS3_IMPORT_UNDERSTANDING,
  RIS3_IMPORT_COMPARING,
} Ris3ImportStage;

/* The stage, of the sheet that is being read, and how many rows of it are done; n_rows: of how many, 0 if that is not
 * known. */
Ris3ImportStage ris3_import_draft_get_progress (Ris3ImportDraft *self, guint *n_done, guint *n_rows);

#define RIS3_IMPORT_ANY_SHEET G_MAXUINT

/* Opens a file and reads the first rows of its sheets that are not hidden; guesses which exchanged tables they are, and
 * their columns. None is ticked then.
 *
 * encoding: NULL, separator: '\0': they are found out
 * sheet: of the file that is open, to open that one alone and show it: what was said of the others stays;
 *   RIS3_IMPORT_ANY_SHEET for all
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
/* A sheet of the file; NULL if it has not been opened, as hidden ones are not at first. (transfer none) */
Ris3ImportSheet *ris3_import_draft_get_sheet (Ris3ImportDraft *self, guint number);
/* The sheet that is shown; NULL without an opened file. (transfer none) */
Ris3ImportSheet *ris3_import_draft_get_shown (Ris3ImportDraft *self);
void ris3_import_draft_show (Ris3ImportDraft *self, guint number);

/* Ticks the opened sheets that are known, by their headings or from the last time, and shows the first of these; where
 * none is known, the first that is opened. */
void ris3_import_draft_tick_known (Ris3ImportDraft *self);
/* An opened sheet is imported, or not. One that is ticked is shown; where the shown one is not ticked any more, the
 * first that is. */
void ris3_import_draft_tick (Ris3ImportDraft *self, guint number, gboolean ticked);
gboolean ris3_import_draft_is_ticked (Ris3ImportDraft *self, guint number);
/* What is ticked, as Ris3ImportSheet, in the order in which it is imported: what others name comes first. (transfer
 * full) */
GPtrArray *ris3_import_draft_list_ticked (Ris3ImportDraft *self);
/* A sentence why the sheets that are ticked cannot be imported together; NULL if they can. (transfer full) */
char *ris3_import_draft_dup_problem (Ris3ImportDraft *self);
/* Says which region a text of the file means, in all rows that have it; the newest of these can be taken back. Another
 * file knows nothing of it. text: as in the file; code: of the default NUTS version */
void ris3_import_draft_add_meaning (Ris3ImportDraft *self, const char *text, const char *code);
/* FALSE: nothing was said. */
gboolean ris3_import_draft_take_back_meaning (Ris3ImportDraft *self);

/* All that is chosen of how the file is compared, as a text that differs when that does. (transfer full) */
char *ris3_import_draft_dup_choices (Ris3ImportDraft *self);

/* How the first rows of the shown sheet are understood. (transfer full) Errors: G_IO_ERROR_CANCELLED, and what the
 * boundaries that come along cannot be read for. */
void ris3_import_draft_preview_async (Ris3ImportDraft *self,
                                      const char *atlas_path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
Ris3ImportPlan *ris3_import_draft_preview_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error);

/* The dry run: reads the file anew and compares all rows of the ticked sheets with the atlas. As Ris3ImportPlan, in the
 * order of ris3_import_draft_list_ticked (). (transfer full) Errors: RIS3_GEO_ERROR, RIS3_ATLAS_ERROR,
 * G_IO_ERROR_CANCELLED. */
void ris3_import_draft_compare_async (Ris3ImportDraft *self,
                                      const char *atlas_path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *ris3_import_draft_compare_finish (Ris3ImportDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS

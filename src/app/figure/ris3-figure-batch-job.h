/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "report/ris3-batch.h"

G_BEGIN_DECLS

/* Many files of what a session shows (Ris3Batch), listed and written in worker threads, on an atlas that is opened for
 * it: edits meanwhile are not in it. One call at a time; what it says is for the thread that calls. */
typedef struct _Ris3FigureBatchJob Ris3FigureBatchJob;

/* options: the page of each map; copied
 * extent: of each map that is not of one country, as a view keeps it; NULL: all of Europe
 *
 * (transfer full) */
Ris3FigureBatchJob *
ris3_figure_batch_job_new (Ris3Session *session, const Ris3PageOptions *options, const char *extent);
Ris3FigureBatchJob *ris3_figure_batch_job_ref (Ris3FigureBatchJob *self);
void ris3_figure_batch_job_unref (Ris3FigureBatchJob *self);

/* Lists the files of a pattern in a folder (both in the file system's encoding), and looks which exist, or have a table
 * beside them that does.
 *
 * table: as of ris3_batch_set_tables ()
 *
 * Errors: as ris3_batch_read_pattern (), ris3_batch_new () */
void ris3_figure_batch_job_list_async (Ris3FigureBatchJob *self,
                                       const char *folder,
                                       const char *pattern,
                                       const char *table,
                                       gpointer source,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean ris3_figure_batch_job_list_finish (Ris3FigureBatchJob *self, GAsyncResult *result, GError **error);
/* What was listed: names below the folder, for people, NULL-terminated. (transfer none) */
const char *const *ris3_figure_batch_job_get_names (Ris3FigureBatchJob *self);
guint ris3_figure_batch_job_get_n_files (Ris3FigureBatchJob *self);
guint ris3_figure_batch_job_get_n_existing (Ris3FigureBatchJob *self);

/* Writes what was listed; whether each was is told by the next functions. skips: leaves figures and tables that exist
 * alone; of a figure that is left, no table is written either */
void ris3_figure_batch_job_write_async (Ris3FigureBatchJob *self,
                                        gboolean skips,
                                        gpointer source,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void ris3_figure_batch_job_write_finish (Ris3FigureBatchJob *self, GAsyncResult *result);
/* Stops it: the file at hand is not written. */
void ris3_figure_batch_job_stop (Ris3FigureBatchJob *self);
gboolean ris3_figure_batch_job_is_stopped (Ris3FigureBatchJob *self);
/* How many files are dealt with; from any thread, while they are. */
guint ris3_figure_batch_job_get_n_done (Ris3FigureBatchJob *self);
guint ris3_figure_batch_job_get_n_written (Ris3FigureBatchJob *self);
guint ris3_figure_batch_job_get_n_skipped (Ris3FigureBatchJob *self);
/* Sentences about those that could not be written, NULL-terminated. (transfer none) */
const char *const *ris3_figure_batch_job_get_failures (Ris3FigureBatchJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FigureBatchJob, ris3_figure_batch_job_unref)

G_END_DECLS

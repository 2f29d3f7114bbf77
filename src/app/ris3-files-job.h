/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Many files, listed and then written one by one in worker threads. One call at a time; what it says is for the thread
 * that calls. */
typedef struct _Ris3FilesJob Ris3FilesJob;

/* What the files are, with data of its own. All but free are called in a worker thread. */
typedef struct
{
  /* Lists the files: ris3_files_job_add () for each. Errors: then nothing is listed */
  gboolean (*list) (Ris3FilesJob *job, gpointer data, GError **error);
  gboolean (*exists) (gpointer data, guint position); /* what would be replaced */
  gboolean (*keeps) (gpointer data, guint position);  /* what is left out where those are kept; NULL: the same */
  /* Errors: a sentence, or G_IO_ERROR_CANCELLED: it was stopped (ris3_files_job_is_stopped ()) */
  gboolean (*write) (Ris3FilesJob *job, gpointer data, guint position, GError **error);
  void (*free) (gpointer data);
} Ris3FilesWriter;

/* writer: static; data: taken. (transfer full) */
Ris3FilesJob *ris3_files_job_new (const Ris3FilesWriter *writer, gpointer data);
Ris3FilesJob *ris3_files_job_ref (Ris3FilesJob *self);
void ris3_files_job_unref (Ris3FilesJob *self);
gpointer ris3_files_job_get_data (Ris3FilesJob *self);

/* Lists the files anew. source: kept until then. Errors: of the writer */
void ris3_files_job_list_async (Ris3FilesJob *self, gpointer source, GAsyncReadyCallback callback, gpointer user_data);
gboolean ris3_files_job_list_finish (Ris3FilesJob *self, GAsyncResult *result, GError **error);
/* While they are listed: the next one. name: for people; taken */
void ris3_files_job_add (Ris3FilesJob *self, char *name);

/* 0: nothing is listed */
guint ris3_files_job_get_n_files (Ris3FilesJob *self);
/* Their names, for people, NULL-terminated; NULL: nothing is listed. (transfer none) */
const char *const *ris3_files_job_get_names (Ris3FilesJob *self);
/* Those of them that existed when they were listed. (transfer none) */
const char *const *ris3_files_job_get_existing (Ris3FilesJob *self);

/* Writes what is listed; a file that cannot be written leaves the others. skips: leaves files that exist */
void ris3_files_job_write_async (Ris3FilesJob *self,
                                 gboolean skips,
                                 gpointer source,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void ris3_files_job_write_finish (Ris3FilesJob *self, GAsyncResult *result);
gboolean ris3_files_job_skips (Ris3FilesJob *self);
/* Ends it after the file at hand, or before, if the writer looks. Any thread. */
void ris3_files_job_stop (Ris3FilesJob *self);
gboolean ris3_files_job_is_stopped (Ris3FilesJob *self);
/* How many are done with, also while it writes; any thread. */
guint ris3_files_job_get_n_done (Ris3FilesJob *self);

/* Afterwards. */
guint ris3_files_job_get_n_written (Ris3FilesJob *self);
guint ris3_files_job_get_n_skipped (Ris3FilesJob *self);
/* Those that it was stopped before. */
guint ris3_files_job_get_n_rest (Ris3FilesJob *self);
/* What went wrong, in sentences, NULL-terminated. (transfer none) */
const char *const *ris3_files_job_get_failures (Ris3FilesJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FilesJob, ris3_files_job_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-pack-answers.h"

G_BEGIN_DECLS

/* Packs that came back, which a worker thread reads one after the other, beside the atlas as it is in its file. Nothing
 * is changed. */
typedef struct _Ris3AnswersReading Ris3AnswersReading;

/* paths: in the file system's encoding, NULL-terminated (transfer full) */
Ris3AnswersReading *ris3_answers_reading_new (Ris3Atlas *atlas, const char *const *paths);
Ris3AnswersReading *ris3_answers_reading_ref (Ris3AnswersReading *self);
void ris3_answers_reading_unref (Ris3AnswersReading *self);

/* How many files are read, and of how many. */
guint ris3_answers_reading_get_n_done (Ris3AnswersReading *self, guint *n_files);

/* Once. It ends after the file that is being read when it is cancelled. */
void ris3_answers_reading_run_async (Ris3AnswersReading *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* What is wrong with a file is among the answers. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3PackAnswers *ris3_answers_reading_run_finish (Ris3AnswersReading *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3AnswersReading, ris3_answers_reading_unref)

G_END_DECLS

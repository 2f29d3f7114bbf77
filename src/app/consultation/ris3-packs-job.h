/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-table-writer.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* The packs of a round, which a worker thread lists, and writes one by one, of the atlas as it is in its file. */
typedef struct _Ris3PacksJob Ris3PacksJob;

/* How they are made. Borrowed. */
typedef struct
{
  const char *folder; /* in the file system's encoding */
  Ris3TableFormat format;
  const char *language; /* of ris3_pack_words_get_languages (); NULL: each contact's own */
  gboolean with_sheets; /* a fact sheet beside each, as PDF */
} Ris3PacksChoice;

/* requests: the ids (gint64) of those that are wanted; NULL: all of the round (transfer full) */
Ris3PacksJob *ris3_packs_job_new (Ris3Atlas *atlas, gint64 round_id, GArray *requests);
Ris3PacksJob *ris3_packs_job_ref (Ris3PacksJob *self);
void ris3_packs_job_unref (Ris3PacksJob *self);

/* Lists the files anew. Nothing else may be asked of the job until it is finished. source: kept until then
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR; then nothing is listed */
void ris3_packs_job_list_async (Ris3PacksJob *self,
                                const Ris3PacksChoice *choice,
                                gpointer source,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ris3_packs_job_list_finish (Ris3PacksJob *self, GAsyncResult *result, GError **error);

guint ris3_packs_job_get_n_packs (Ris3PacksJob *self);
/* Their names, without the folder, for people, NULL-terminated; NULL: nothing is listed. (transfer none) */
const char *const *ris3_packs_job_get_names (Ris3PacksJob *self);
/* Those of them that exist already, or whose fact sheet does. (transfer none) */
const char *const *ris3_packs_job_get_existing (Ris3PacksJob *self);
/* Who gets none, each with the reason in a sentence, NULL-terminated. (transfer none) */
const char *const *ris3_packs_job_get_without (Ris3PacksJob *self);

/* Writes what is listed; a file that cannot be written leaves the others. skips: leaves files that exist */
void ris3_packs_job_write_async (Ris3PacksJob *self,
                                 gboolean skips,
                                 gpointer source,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void ris3_packs_job_write_finish (Ris3PacksJob *self, GAsyncResult *result);
/* Ends it after the pack that is being written. Any thread. */
void ris3_packs_job_stop (Ris3PacksJob *self);
/* How many are done with, also while it writes. */
guint ris3_packs_job_get_n_done (Ris3PacksJob *self);

/* Afterwards. */
guint ris3_packs_job_get_n_written (Ris3PacksJob *self);
guint ris3_packs_job_get_n_skipped (Ris3PacksJob *self);
/* What went wrong, in sentences, NULL-terminated. (transfer none) */
const char *const *ris3_packs_job_get_failures (Ris3PacksJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PacksJob, ris3_packs_job_unref)

G_END_DECLS

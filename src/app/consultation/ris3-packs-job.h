/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-files-job.h"
#include <gio/gio.h>

#include "geo/ris3-table-writer.h"
#include "map/ris3-pack-sender.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* How the packs of a round are made. Borrowed. */
typedef struct
{
  const char *folder; /* in the file system's encoding */
  Ris3TableFormat format;
  const char *language; /* of ris3_pack_words_get_languages (); NULL: each contact's own */
  gboolean with_pdfs;   /* a PDF of the same beside each */
} Ris3PacksChoice;

/* The packs of a round, of the atlas as it is in its file. To list them fails with RIS3_ATLAS_ERROR, G_IO_ERROR.
 *
 * requests: the ids (gint64) of those that are wanted; NULL: all of the round
 *
 * (transfer full) */
Ris3FilesJob *ris3_packs_job_new (Ris3Atlas *atlas, gint64 round_id, GArray *requests);
/* What is listed next. */
void ris3_packs_job_choose (Ris3FilesJob *job, const Ris3PacksChoice *choice);
/* In whose name they are written next; not while that goes on. Nobody's, in the beginning. */
void ris3_packs_job_set_sender (Ris3FilesJob *job, const Ris3PackSender *sender);

G_END_DECLS

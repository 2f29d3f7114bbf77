/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-pack.h"
#include "report/ris3-batch-pattern.h"
#include "report/ris3-map-maker.h"

G_BEGIN_DECLS

/* Consultation packs as files, named by a pattern and written one by one; beside each, if that is wanted, a PDF of
 * the same under its name (ris3-pack-print.h). It belongs to one thread at a time. */
typedef struct _Ris3PackBatch Ris3PackBatch;

/* A pattern that would give the packs of all regions one name is refused.
 *
 * output: the name of the files, in the file system's encoding
 * format: (out): by the ending of the name
 *
 * Errors: G_IO_ERROR_INVALID_FILENAME, a sentence that says what a name may be. (transfer full) */
Ris3BatchPattern *ris3_pack_batch_read_pattern (const char *output, Ris3TableFormat *format, GError **error);

/* atlas: that the packs are of
 * packs: of ris3_packs_list () (element-type Ris3Pack)
 * pattern: of ris3_pack_batch_read_pattern () (transfer full)
 * folder: that the names are in, in the file system's encoding; NULL: as they are
 * maker: of the maps of PDFs, borrowed; NULL: without these
 *
 * (transfer full) */
Ris3PackBatch *ris3_pack_batch_new (Ris3Atlas *atlas,
                                    GPtrArray *packs,
                                    Ris3BatchPattern *pattern,
                                    Ris3TableFormat format,
                                    const char *folder,
                                    Ris3MapMaker *maker);
void ris3_pack_batch_free (Ris3PackBatch *self);

guint ris3_pack_batch_get_n_packs (Ris3PackBatch *self);
/* (transfer none) */
const Ris3Pack *ris3_pack_batch_get_pack (Ris3PackBatch *self, guint position);
/* Its file, in the file system's encoding. (transfer none) */
const char *ris3_pack_batch_get_path (Ris3PackBatch *self, guint position);
/* Whether it would replace a file that exists: its own, or that of its PDF. */
gboolean ris3_pack_batch_exists (Ris3PackBatch *self, guint position);

/* Writes one of them with its PDF, in the name of a sender; folders of its name are made. Each file appears once it is
 * complete.
 *
 * Errors: as ris3_pack_write (), ris3_map_maker_get_placement (), ris3_pack_print_write (): a sentence. The
 * pack may have been written then, without its PDF. */
gboolean ris3_pack_batch_write (Ris3PackBatch *self, guint position, const Ris3PackSender *sender, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PackBatch, ris3_pack_batch_free)

G_END_DECLS

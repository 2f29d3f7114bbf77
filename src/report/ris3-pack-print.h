/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-pack.h"

G_BEGIN_DECLS

/* The PDF beside a consultation pack, to be read and printed: what its spreadsheet has, in the same language, with the
 * map of the region. It names no persons. This makes many of one atlas: what they share is done once. */
typedef struct _Ris3PackPrint Ris3PackPrint;

/* classification: of the atlas, in the plane of the locator maps (ris3_map_page_project ()) (transfer full) */
Ris3PackPrint *ris3_pack_print_new (Ris3Atlas *atlas, Ris3Classification *classification);
void ris3_pack_print_free (Ris3PackPrint *self);

/* Writes the PDF of a pack; its file appears once it is complete (Ris3OutputFile). A region that the boundaries do not
 * have has no map.
 *
 * path: a file name in the file system's encoding
 *
 * Errors: G_IO_ERROR, a sentence that names the file */
gboolean ris3_pack_print_write (Ris3PackPrint *self,
                                const Ris3Pack *pack,
                                const char *path,
                                const Ris3FileId *inputs,
                                guint n_inputs,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PackPrint, ris3_pack_print_free)

G_END_DECLS

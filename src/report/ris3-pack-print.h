/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-pack.h"
#include "model/ris3-output-file.h"
#include "report/ris3-sheet-maker.h"

G_BEGIN_DECLS

/* The PDF beside a consultation pack, to be read and printed: what its spreadsheet has, in the same language, with the
 * map of the region. It names no persons. Its file appears once it is complete (Ris3OutputFile). A region that the
 * boundaries do not have has no map.
 *
 * path: a file name in the file system's encoding
 *
 * Errors: G_IO_ERROR, a sentence that names the file */
gboolean ris3_pack_print_write (Ris3SheetMaker *self,
                                const Ris3Pack *pack,
                                const Ris3PackSender *sender,
                                const char *path,
                                const Ris3FileId *inputs,
                                guint n_inputs,
                                GError **error);

G_END_DECLS

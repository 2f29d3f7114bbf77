/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-comment-register.h"
#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* The register of comments to be read and sent back, on A4 as PDF: by country and region, within one in
 * the order of the register, each comment with who gave it in which role and when, what it proposes, its state, and the
 * decision with its day and reason. No names of persons but for those in texts of comments. Its file appears once it is
 * complete (Ris3OutputFile).
 *
 * filter: which comments these are, in words; NULL: all
 * path: a file name in the file system's encoding; "-" is standard output
 * n_pages: (out) (optional)
 *
 * Errors: G_IO_ERROR, a sentence that names the file
 */
gboolean ris3_register_sheet_write (Ris3CommentRegister *comments,
                                    const char *filter,
                                    const char *path,
                                    const Ris3FileId *inputs,
                                    guint n_inputs,
                                    guint *n_pages,
                                    GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* Whether a name may be that of what is written: it ends in the suffix of its kind, or in none. Streams have no
 * kind: "-", and whatever lies in /dev or is no regular file.
 *
 * Errors: G_IO_ERROR_INVALID_FILENAME, with a sentence.
 */
gboolean ris3_output_kind_check_name (const char *name, Ris3OutputFlags flags, GError **error);

/* Whether an existing file may be replaced: it holds no known kind of file other than that which is written.
 *
 * name: as the user gave it, for messages
 * Errors: G_IO_ERROR_EXISTS, with a sentence.
 */
gboolean ris3_output_kind_check_file (const char *name, const char *path, Ris3OutputFlags flags, GError **error);

G_END_DECLS

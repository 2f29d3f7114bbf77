/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* Fills a new file with func, opens and checks it as any atlas, and puts it at path in one step (Ris3OutputFile), where
 * no journal of what was there before is left. After an error nothing is left behind, and what was at path stays.
 *
 * replace: whether path may exist
 * inputs: the files that were read, n_inputs of them; path must not be one of these
 */
gboolean ris3_atlas_file_make (const char *path,
                               gboolean replace,
                               const Ris3FileId *inputs,
                               guint n_inputs,
                               Ris3TransactionFunc func,
                               gpointer user_data,
                               GError **error);

/* Copies the database of a connection to a new file at path, page by page, in one consistent state. It was
 * checked when it was opened. */
gboolean ris3_atlas_file_backup (Ris3Connection *from, const char *path, gboolean replace, GError **error);

/* The same for a copy that a person asked for, which is checked like any atlas.
 * The file of the connection need not have a name any more.
 *
 * progress: where other threads read how far it is, in thousandths; may be NULL */
gboolean
ris3_atlas_file_copy (Ris3Connection *from, const char *path, gboolean replace, gint *progress, GError **error);

/* Whether the file may be written: its write permissions count even for root, and the journal needs the folder. */
gboolean ris3_atlas_file_is_writable (const char *path);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an atlas holds at a time, in a text that is kept to compare it with later: "sha256=… changes=12", the digest of
 * its file and the length of its history.
 *
 * path: in the file system's encoding. Off the main thread: all of the file is read.
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR. (transfer full) */
char *ris3_atlas_state_read (const char *path, GError **error);

/* Whether an atlas is as it was.
 *
 * n_changes: (out): what its history has more now, if it is the same atlas; 0: nothing, or it is another one */
gboolean ris3_atlas_state_is_same (const char *former, const char *now, guint *n_changes);

/* How many changes its history had. */
guint ris3_atlas_state_get_changes (const char *state);

G_END_DECLS

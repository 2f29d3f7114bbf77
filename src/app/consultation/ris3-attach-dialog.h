/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* Asks whether files are to be stored in the atlas or linked, and attaches them to a comment of the atlas of the
 * session. Of those that are too large to be stored, it says so. Whatever else is shown by then, they are meant for
 * this comment; if another atlas is open, nothing happens.
 *
 * files: paths in the file system's encoding, NULL-terminated, at least one */
void ris3_attach_dialog_ask (GtkWindow *parent, Ris3Session *session, gint64 comment_id, const char *const *files);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The user's own copy of the default atlas, in the user's data folder: made from the installed one
 * when it is not there yet (off the main thread, through a temporary file). Finishing gives its path
 * (transfer full), or with an error NULL.
 */
void ris3_default_atlas_ensure_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *ris3_default_atlas_ensure_finish (GAsyncResult *result, GError **error);

G_END_DECLS

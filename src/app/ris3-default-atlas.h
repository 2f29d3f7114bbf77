/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Opens the user's own copy of the default atlas, in the user's data folder; it is made from the
 * installed one if it does not exist yet. All of this runs off the main thread and in one task: when the
 * program starts, the main loop has no time for a second one. Errors: RIS3_ATLAS_ERROR, G_FILE_ERROR,
 * G_IO_ERROR_CANCELLED. Finishing: (transfer full)
 */
void ris3_default_atlas_open_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
Ris3Atlas *ris3_default_atlas_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many statements each strategy makes, areas not counted: its id to the number (GPOINTER_TO_UINT ()); none without
 * any. Reads them from the file, off the main thread. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
GHashTable *ris3_priority_counts_load (const char *atlas_path, GCancellable *cancellable, GError **error);

G_END_DECLS

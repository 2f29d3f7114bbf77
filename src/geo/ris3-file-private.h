/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads all of a regular file. It does not wait for the writer of a FIFO, and what is larger than limit, in bytes,
 * is refused before memory is asked for.
 *
 * Errors: RIS3_GEO_ERROR_OPEN, with a sentence that names the path. (transfer full)
 */
GBytes *ris3_file_read (const char *path, gsize limit, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a file as UTF-8, without its byte order mark.
 *
 * encoding: as iconv calls it; NULL: it is found out by the mark, by what UTF-16 looks like, else UTF-8 if it is valid,
 *   else Windows-1252, which any bytes are
 * found: (out) (transfer none): the encoding
 *
 * Errors: RIS3_GEO_ERROR_INVALID with the line of what is not in that encoding. (transfer full) */
GBytes *ris3_table_decode (GBytes *bytes, const char *encoding, const char *name, const char **found, GError **error);

G_END_DECLS

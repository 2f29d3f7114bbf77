/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages in which answers may be written, which are more than packs speak (ris3-pack-words.h): all that have a
 * code in ris3_language_get_codes (). Any thread may ask. */

/* What each is called in itself, as "français"; NULL-terminated. (transfer none) */
const char *const *ris3_pack_language_get_names (void);
/* What one of them is called in itself. code: of one of them (transfer none): it stays for good */
const char *ris3_pack_language_get_name (const char *code);
/* The code of the one that a text means: by its code, or its name in itself, or in a language that packs speak. NULL:
 * none is known. (transfer none): it stays for good */
const char *ris3_pack_language_find (const char *text);

G_END_DECLS

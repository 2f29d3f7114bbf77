/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a language is called, by its ISO 639-1 code, in the language of the locale: "French"; the code itself if that is
 * not known. (transfer none): it stays for good */
const char *ris3_language_get_name (const char *code);
/* The codes of the languages that have a name here, NULL-terminated. (transfer container) */
const char **ris3_language_get_codes (void);

G_END_DECLS

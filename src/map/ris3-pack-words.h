/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in consultation packs (data/headings/packs.ini), whatever the locale: authorities are written to in their
 * own language. Any thread may ask. */

/* The languages, ISO 639-1, English first; NULL-terminated. (transfer none) */
const char *const *ris3_pack_words_get_languages (void);
/* The same language, if packs speak it, else "en". (transfer none): it stays for good */
const char *ris3_pack_words_fit_language (const char *language);

/* The official language of the country of a region, if it has but one and packs speak it, else "en". (transfer none):
 * it stays for good */
const char *ris3_pack_words_guess_language (const char *region_code);

/* A word or sentence by its name, such as "proposed-label". (transfer none): it stays for good */
const char *ris3_pack_words_get (const char *name, const char *language);

/* A day in the words of a language: "11. Januar 2027". date: ISO 8601; what is no day stays as it is. (transfer full)
 */
char *ris3_pack_words_format_date (const char *date, const char *language);

/* Which of some names a text means in any of the languages; case, accents and punctuation do not matter.
 *
 * names: NULL-terminated
 * language: (out) (optional): one in which it does
 *
 * The index of the name, -1: none */
gint ris3_pack_words_find (const char *const *names, const char *text, const char **language);

G_END_DECLS

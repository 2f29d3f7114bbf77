/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a country is called in the language of the locale, else in English; NULL: not known. Eurostat's codes.
 * (transfer none) */
const char *ris3_country_find_name (const char *code);
/* The same; the code itself if the name is not known. (transfer none): it stays for good */
const char *ris3_country_get_name (const char *code);
/* "eu27" …; NULL: it is in none of the groups. (transfer none) */
const char *ris3_country_get_group (const char *code);
/* Calls func for each name of a country in each of the program's languages and in English. */
void ris3_country_for_each_name (void (*func) (const char *code, const char *name, gpointer user_data),
                                 gpointer user_data);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date as it is written in a text: "2026-11-23" is "23 November 2026". It is in the language of the texts around
 * it, which is that of the translation in force, not the one that the locale has for dates: without a translation of
 * a Turkish locale, both are English. What is no date stays as it is.
 *
 * iso_date: "YYYY-MM-DD"
 * (transfer full)
 */
char *ris3_date_to_text (const char *iso_date);

G_END_DECLS

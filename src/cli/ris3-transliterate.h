/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text in a character set that lacks some of its characters, as in a bare container or under cron: these are
 * written in Latin letters without accents, so that it can still be read. Only what has no such form becomes “?”.
 *
 * (transfer full), in that character set
 */
char *ris3_transliterate (const char *text, const char *charset);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text of a file as a terminal, a log or a label's markup may have it: a terminal obeys control characters, and
 * markup may not hold them. Each becomes the picture of it, such as “␛”, and what is not UTF-8 becomes “�”; line ends
 * and tabs stay. (transfer full)
 */
char *ris3_printable_text (const char *text);
/* The same as markup, for a label that has some: g_markup_escape_text() alone leaves control characters, which make a
 * label empty. (transfer full) */
char *ris3_printable_markup (const char *text);

G_END_DECLS

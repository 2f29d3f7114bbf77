/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A spreadsheet takes a cell of a CSV file for a formula, and runs it, if it begins with = + - @, a tab or a line end.
 * An apostrophe before it makes it a text; a text that already has apostrophes there gets one more, so that undoing
 * takes away what was added and nothing else. A text that begins with an apostrophe and goes on harmlessly stays as
 * it is.
 */

/* The text of a cell as it is written into a CSV file; NULL: as it is. (transfer full) */
char *ris3_formula_guard (const char *text);
/* The text of a cell that was read from a CSV file: a part of text. (transfer none) */
const char *ris3_formula_unguard (const char *text);

G_END_DECLS

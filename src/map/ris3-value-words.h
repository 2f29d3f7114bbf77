/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a value of a row of the atlas says to people: of a change, or of what is recorded. */

/* Whether a field is the answer to a question: 1, 0, or nothing. */
gboolean ris3_value_is_answer (const char *field);
/* A value as the atlas has it, in the language of the locale: "Yes", a date, the title of a kind; any other text as it
 * is.
 *
 * value: NULL: there is none
 * name: what the row or theme that it names is called; NULL: it names none
 *
 * (transfer full) */
char *ris3_value_to_text (const char *table, const char *field, const char *value, const char *name);

G_END_DECLS

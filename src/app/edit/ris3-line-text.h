/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-outline-line.h"

G_BEGIN_DECLS

#define RIS3_TYPE_LINE_TEXT (ris3_line_text_get_type ())
G_DECLARE_FINAL_TYPE (Ris3LineText, ris3_line_text, RIS3, LINE_TEXT, GtkWidget)

/* The text of a line of an outline: a label that wraps, and a text field in its place while it has the focus, so that
 * thousands of lines cost little. */

/* NULL: none. */
void ris3_line_text_set_line (Ris3LineText *self, Ris3OutlineLine *line);
/* Puts the cursor into it; offset in letters. */
void ris3_line_text_edit (Ris3LineText *self, guint offset);
/* Where the cursor is; FALSE while it is not edited. */
gboolean ris3_line_text_get_cursor (Ris3LineText *self, guint *offset, gboolean *has_selection);

G_END_DECLS

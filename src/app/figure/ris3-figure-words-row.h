/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_FIGURE_WORDS_ROW (ris3_figure_words_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FigureWordsRow, ris3_figure_words_row, RIS3, FIGURE_WORDS_ROW, AdwPreferencesRow)

/* A row to write a paragraph in, below its title: as an AdwEntryRow, but what is longer than the row goes on in the
 * next line. The key of the title, and Tab, lead into it; Return does nothing, as a paragraph is one.
 *
 * Signal "changed": the text is another */

/* Without line ends: what is pasted in several lines is one. (transfer none), until it changes */
const char *ris3_figure_words_row_get_text (Ris3FigureWordsRow *self);
void ris3_figure_words_row_set_text (Ris3FigureWordsRow *self, const char *text);

G_END_DECLS

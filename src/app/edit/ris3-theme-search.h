/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/edit/ris3-theme-finder.h"

G_BEGIN_DECLS

#define RIS3_TYPE_THEME_SEARCH (ris3_theme_search_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ThemeSearch, ris3_theme_search, RIS3, THEME_SEARCH, GtkWidget)

/* An entry that finds themes as somebody types, and shows them below itself, grouped by codebook.
 *
 * Signals:
 *   chosen (string key): as ris3_theme_get_key ()
 *   backspace (): pressed while there is no text
 */

/* What is searched; NULL: nothing yet. */
void ris3_theme_search_set_finder (Ris3ThemeSearch *self, Ris3ThemeFinder *finder);
/* Says which themes are chosen already: asked for each that is shown. data must live as long as the search. */
typedef gboolean (*Ris3ThemeIsChosen) (const char *key, gpointer data);
void ris3_theme_search_set_is_chosen (Ris3ThemeSearch *self, Ris3ThemeIsChosen is_chosen, gpointer data);

G_END_DECLS

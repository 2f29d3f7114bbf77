/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_THEME_CHOOSER (ris3_theme_chooser_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ThemeChooser, ris3_theme_chooser, RIS3, THEME_CHOOSER, GtkWidget)

/* The themes of a priority or activity, to be chosen from the codebooks of the session's atlas: the chosen ones in
 * their order, the most important first; what the text suggests, for a person to accept; and a search in all codebooks.
 * Nothing is chosen but by a person. Its label for the screen reader is that of whoever puts it into a form.
 *
 * Signals:
 *   changed (): a person has chosen, taken out or moved a theme
 *   pm-suggested (G_TYPE_STRV words): the text itself says personalised medicine, by these words; empty: no more
 */
GtkWidget *ris3_theme_chooser_new (Ris3Session *session);

/* themes: NULL-terminated, each "scheme version code", as ris3_edit_set_themes () takes them and ris3_theme_get_key ()
 * gives them (ris3_atlas_read_themes_async () reads those of a row). NULL: none. "changed" is not emitted. */
void ris3_theme_chooser_set_themes (Ris3ThemeChooser *self, const char *const *themes);
/* In the order of the person; NULL-terminated. (transfer full) */
char **ris3_theme_chooser_get_themes (Ris3ThemeChooser *self);

/* What suggestions are made from, as in ris3_suggestions_find (); it can be called at each key that is pressed. */
void
ris3_theme_chooser_set_text (Ris3ThemeChooser *self, const char *original, const char *language, const char *english);

G_END_DECLS

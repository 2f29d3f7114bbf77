/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_THEME_SUGGESTION (ris3_theme_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ThemeSuggestion, ris3_theme_suggestion, RIS3, THEME_SUGGESTION, GtkButton)

/* A theme that a text suggests, with the words that say so, to be accepted by a click. It does not look like a theme
 * that is chosen. */
GtkWidget *ris3_theme_suggestion_new (const char *key, const char *name, char *const *words);
const char *ris3_theme_suggestion_get_key (Ris3ThemeSuggestion *self);
/* Whether it shows just this. */
gboolean ris3_theme_suggestion_is (Ris3ThemeSuggestion *self, const char *key, char *const *words);

/* “because of “biomarker, imaging””: the first of the words. (transfer full) */
char *ris3_theme_suggestion_get_reason (char *const *words);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-theme-chooser.h"
#include "app/edit/ris3-theme-search.h"
#include "app/ris3-flow.h"

G_BEGIN_DECLS

struct _Ris3ThemeChooser
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3ThemeFinder *finder; /* NULL until the codebooks are read */
  GCancellable *reading;   /* of the codebooks, else NULL */

  char *original, *language, *english;
  guint suggestion_source;  /* waits for the person to stop typing, else 0 */
  GCancellable *suggesting; /* else NULL */
  GPtrArray *found;         /* of Ris3Suggestion; NULL: none yet */
  char **pm_words;          /* as they were told last; NULL: none */

  Ris3Flow *chips; /* of Ris3ThemeChip: what is chosen */
  GtkWidget *suggested;
  Ris3Flow *suggestions;
  Ris3ThemeSearch *search;
  GtkLabel *problem;
};

/* The chip of a theme; NULL if it is not chosen. (transfer none) */
GtkWidget *_ris3_theme_chooser_find_chip (Ris3ThemeChooser *self, const char *key);
void _ris3_theme_chooser_append_chip (Ris3ThemeChooser *self, const char *key);
/* A person has changed what is chosen. */
void _ris3_theme_chooser_tell_changed (Ris3ThemeChooser *self);
/* Says what a person should know of; nothing of what was cancelled. */
void _ris3_theme_chooser_tell_problem (Ris3ThemeChooser *self, const GError *error);
void _ris3_theme_chooser_cancel (GCancellable **cancellable);
/* Those that are not chosen yet. */
void _ris3_theme_chooser_show_suggestions (Ris3ThemeChooser *self);

G_END_DECLS

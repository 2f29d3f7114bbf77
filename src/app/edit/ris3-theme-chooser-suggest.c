/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the text suggests, for a person to accept. */

#include "config.h"

#include "app/edit/ris3-theme-chooser-private.h"

#include "app/edit/ris3-theme-suggestion.h"
#include "app/ris3-session-suggestions.h"

/* So long after the last key that was pressed, suggestions are looked for. */
#define SUGGESTION_DELAY 250 /* ms */

static void
on_suggestion_accepted_cb (GtkWidget *button, Ris3ThemeChooser *self)
{
  g_autofree char *key = g_strdup (ris3_theme_suggestion_get_key (RIS3_THEME_SUGGESTION (button)));
  GtkWidget *next = gtk_widget_get_next_sibling (button);

  /* The button goes, but not the focus. */
  gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (self->search));
  if (_ris3_theme_chooser_find_chip (self, key) == NULL)
    _ris3_theme_chooser_append_chip (self, key);
  _ris3_theme_chooser_tell_changed (self);
}

/* Those that are not chosen yet. A button that shows the same as before stays, with its focus. */
void
_ris3_theme_chooser_show_suggestions (Ris3ThemeChooser *self)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions));
  GtkWidget *last = NULL;

  for (guint i = 0; self->found != NULL && self->finder != NULL && i < self->found->len; i++)
    {
      const Ris3Suggestion *suggestion = self->found->pdata[i];
      const Ris3Theme *theme = ris3_theme_finder_lookup_own (self->finder, suggestion->code);
      g_autofree char *key = theme != NULL ? ris3_theme_get_key (theme) : NULL;
      GtkWidget *button;

      if (theme == NULL || _ris3_theme_chooser_find_chip (self, key) != NULL)
        continue;
      for (button = old; button != NULL; button = gtk_widget_get_next_sibling (button))
        if (ris3_theme_suggestion_is (RIS3_THEME_SUGGESTION (button), key, suggestion->words))
          break;
      if (button == old && old != NULL)
        old = gtk_widget_get_next_sibling (old);
      if (button == NULL)
        {
          button = ris3_theme_suggestion_new (key, theme->name, suggestion->words);
          g_signal_connect (button, "clicked", G_CALLBACK (on_suggestion_accepted_cb), self);
        }
      gtk_widget_insert_after (button, GTK_WIDGET (self->suggestions), last);
      last = button;
    }
  while (old != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (old);

      gtk_widget_unparent (old);
      old = next;
    }
  gtk_widget_set_visible (self->suggested, last != NULL);
}

static void
tell_pm (Ris3ThemeChooser *self)
{
  static const char *const none[] = { NULL };
  char **words = NULL;

  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const Ris3Suggestion *suggestion = self->found->pdata[i];

      if (g_str_equal (suggestion->code, RIS3_SUGGESTION_EXPLICIT_PM))
        words = suggestion->words;
    }
  if (words == NULL && self->pm_words == NULL)
    return;
  if (words != NULL && self->pm_words != NULL
      && g_strv_equal ((const char *const *) words, (const char *const *) self->pm_words))
    return;
  g_strfreev (self->pm_words);
  self->pm_words = g_strdupv (words);
  g_signal_emit_by_name (self, "pm-suggested", words != NULL ? (const char *const *) words : none);
}

static void
on_suggested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ris3ThemeChooser) self = RIS3_THEME_CHOOSER (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ris3_session_suggest_finish (RIS3_SESSION (source), result, &error);

  if (found == NULL)
    {
      _ris3_theme_chooser_tell_problem (self, error);
      return;
    }
  g_clear_object (&self->suggesting);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_ptr_array_ref (found->pdata[0]);
  _ris3_theme_chooser_show_suggestions (self);
  tell_pm (self);
}

static gboolean
on_suggestion_time_cb (gpointer data)
{
  Ris3ThemeChooser *self = data;
  Ris3SuggestionText text = { self->original, self->language, self->english };

  self->suggestion_source = 0;
  _ris3_theme_chooser_cancel (&self->suggesting);
  self->suggesting = g_cancellable_new ();
  ris3_session_suggest_async (self->session, &text, 1, self->suggesting, on_suggested_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
ris3_theme_chooser_set_text (Ris3ThemeChooser *self, const char *original, const char *language, const char *english)
{
  g_return_if_fail (RIS3_IS_THEME_CHOOSER (self));
  if (g_strcmp0 (self->original, original) == 0 && g_strcmp0 (self->language, language) == 0
      && g_strcmp0 (self->english, english) == 0)
    return;
  g_free (self->original);
  g_free (self->language);
  g_free (self->english);
  self->original = g_strdup (original);
  self->language = g_strdup (language);
  self->english = g_strdup (english);
  g_clear_handle_id (&self->suggestion_source, g_source_remove);
  self->suggestion_source = g_timeout_add (SUGGESTION_DELAY, on_suggestion_time_cb, self);
}

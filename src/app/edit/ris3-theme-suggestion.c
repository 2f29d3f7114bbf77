/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-theme-suggestion.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

/* What is shown of the words found, in words and in characters; the tooltip has them all. */
#define MAX_WORDS 3
#define MAX_LENGTH 60
#define MAX_TOOLTIP 600

struct _Ris3ThemeSuggestion
{
  GtkButton parent_instance;

  char *key;
  char **words;
  GtkLabel *name;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (Ris3ThemeSuggestion, ris3_theme_suggestion, GTK_TYPE_BUTTON)

static char *
name_reason (char *const *words, guint max_words, gsize max_length)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *shortened = NULL;

  for (guint i = 0; words[i] != NULL && i < max_words; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", words[i]);
  if (g_strv_length ((char **) words) > max_words)
    g_string_append (list, ", …");
  shortened = ris3_text_shorten (list->str, max_length);
  /* Translators: why a theme is suggested: “biomarkers, imaging” are words of the text */
  return g_strdup_printf (_ ("because of “%s”"), shortened);
}

char *
ris3_theme_suggestion_get_reason (char *const *words)
{
  g_return_val_if_fail (words != NULL, NULL);
  return name_reason (words, MAX_WORDS, MAX_LENGTH);
}

static void
ris3_theme_suggestion_finalize (GObject *object)
{
  Ris3ThemeSuggestion *self = RIS3_THEME_SUGGESTION (object);

  g_free (self->key);
  g_strfreev (self->words);
  G_OBJECT_CLASS (ris3_theme_suggestion_parent_class)->finalize (object);
}

static void
ris3_theme_suggestion_class_init (Ris3ThemeSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_theme_suggestion_finalize;
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
ris3_theme_suggestion_init (Ris3ThemeSuggestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (GTK_WIDGET (self), "theme-suggestion");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), texts);
  self->name = add_label (texts);
  self->reason = add_label (texts);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "quiet");
  gtk_button_set_child (GTK_BUTTON (self), box);
}

GtkWidget *
ris3_theme_suggestion_new (const char *key, const char *name, char *const *words)
{
  Ris3ThemeSuggestion *self;
  g_autofree char *reason = NULL;
  g_autofree char *all = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (key != NULL && name != NULL && words != NULL, NULL);
  self = g_object_new (RIS3_TYPE_THEME_SUGGESTION, NULL);
  reason = ris3_theme_suggestion_get_reason (words);
  all = name_reason (words, G_MAXUINT, MAX_TOOLTIP);
  /* Translators: a button that accepts a suggested theme: its name, and “because of …” */
  label = g_strdup_printf (_ ("Add “%s”, %s"), name, reason);
  self->key = g_strdup (key);
  self->words = g_strdupv ((char **) words);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const char *
ris3_theme_suggestion_get_key (Ris3ThemeSuggestion *self)
{
  g_return_val_if_fail (RIS3_IS_THEME_SUGGESTION (self), NULL);
  return self->key;
}

gboolean
ris3_theme_suggestion_is (Ris3ThemeSuggestion *self, const char *key, char *const *words)
{
  g_return_val_if_fail (RIS3_IS_THEME_SUGGESTION (self), FALSE);
  return g_str_equal (self->key, key) && g_strv_equal ((const char *const *) self->words, (const char *const *) words);
}

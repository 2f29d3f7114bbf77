/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-themes.h"

struct _Ris3FormThemes
{
  Ris3FormField parent_instance;

  Ris3ThemeChooser *chooser;
};

G_DEFINE_FINAL_TYPE (Ris3FormThemes, ris3_form_themes, RIS3_TYPE_FORM_FIELD)

static char *
ris3_form_themes_get_value (Ris3FormField *field)
{
  g_auto (GStrv) themes = ris3_theme_chooser_get_themes (RIS3_FORM_THEMES (field)->chooser);

  return g_strjoinv ("\n", themes);
}

static void
ris3_form_themes_set_value (Ris3FormField *field, const char *value)
{
  g_auto (GStrv) themes = g_strsplit (value, "\n", -1);

  ris3_theme_chooser_set_themes (RIS3_FORM_THEMES (field)->chooser, (const char *const *) themes);
}

static void
ris3_form_themes_class_init (Ris3FormThemesClass *klass)
{
  RIS3_FORM_FIELD_CLASS (klass)->get_value = ris3_form_themes_get_value;
  RIS3_FORM_FIELD_CLASS (klass)->set_value = ris3_form_themes_set_value;
}

static void
ris3_form_themes_init (Ris3FormThemes *self)
{
}

Ris3FormField *
ris3_form_themes_new (Ris3Session *session, const char *label)
{
  Ris3FormThemes *self = g_object_new (RIS3_TYPE_FORM_THEMES, NULL);
  GtkWidget *chooser = ris3_theme_chooser_new (session);

  self->chooser = RIS3_THEME_CHOOSER (chooser);
  ris3_form_field_build (RIS3_FORM_FIELD (self), "themes", label, chooser, chooser);
  ris3_form_field_set_storage (RIS3_FORM_FIELD (self), RIS3_FORM_STORAGE_THEMES);
  g_signal_connect_object (chooser, "changed", G_CALLBACK (ris3_form_field_emit_changed), self, G_CONNECT_SWAPPED);
  return RIS3_FORM_FIELD (self);
}

Ris3ThemeChooser *
ris3_form_themes_get_chooser (Ris3FormThemes *self)
{
  g_return_val_if_fail (RIS3_IS_FORM_THEMES (self), NULL);
  return self->chooser;
}

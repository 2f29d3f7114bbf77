/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-preferences.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "model/ris3-editor.h"
#include "model/ris3-printable.h"

struct _Ris3Preferences
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesGroup *person_group;
  GtkEntry *person;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (Ris3Preferences, ris3_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
ris3_preferences_dispose (GObject *object)
{
  Ris3Preferences *self = RIS3_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ris3_preferences_parent_class)->dispose (object);
}

static void
ris3_preferences_class_init (Ris3PreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/window/ris3-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3Preferences, person_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3Preferences, person);
}

static void
ris3_preferences_init (Ris3Preferences *self)
{
  const char *account = ris3_editor_get_account ();
  /* A group's description is Pango markup. */
  g_autofree char *shown = ris3_printable_markup (account);
  /* Translators: %s is the name of the account with which somebody has logged in to the computer. */
  g_autofree char *description = g_strdup_printf (
      _ ("The history says under this name who made a change, to everybody who opens the atlas. If it is empty, your "
         "changes are under the name of your account: %s."),
      shown);

  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  self->settings = g_settings_new (RIS3_APPLICATION_ID);
  adw_preferences_group_set_description (self->person_group, description);
  gtk_entry_set_placeholder_text (self->person, account);
  g_settings_bind (self->settings, "person", self->person, "text", G_SETTINGS_BIND_DEFAULT);
}

void
ris3_preferences_present (GtkWindow *parent)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();
  GtkWidget *self = NULL;

  for (GList *l = toplevels; l != NULL && self == NULL; l = l->next)
    if (RIS3_IS_PREFERENCES (l->data))
      self = l->data;
  if (self == NULL)
    self = g_object_new (RIS3_TYPE_PREFERENCES, NULL);
  /* About and preferences belong to the program; a window beside the map's is not what they are above. */
  while (parent != NULL && gtk_window_get_transient_for (parent) != NULL)
    parent = gtk_window_get_transient_for (parent);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}

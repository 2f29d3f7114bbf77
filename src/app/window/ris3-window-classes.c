/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Classes and colours are chosen in the panel beside the map, in the place of the regions. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include "app/classes/ris3-classes-panel.h"

static void
close_classes (Ris3Window *self)
{
  if (self->classes == NULL)
    return;
  gtk_stack_remove (self->panel_stack, self->classes);
  self->classes = NULL;
  _ris3_window_show_in_panel (self);
}

static void
on_closed_cb (Ris3Window *self)
{
  gboolean reveal = self->panel_was_open_before_classes;

  _ris3_window_focus_page (self);
  close_classes (self);
  if (_ris3_window_shows_map (self))
    adw_flap_set_reveal_flap (self->flap, reveal || ris3_session_get_selected_region (self->session) >= 0);
}

static void
classes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  if (ris3_session_get_classification (self->session) == NULL)
    return;
  if (!_ris3_window_shows_map (self))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string ("map"));
  if (self->classes == NULL)
    {
      self->panel_was_open_before_classes = adw_flap_get_reveal_flap (self->flap);
      self->classes = ris3_classes_panel_new (self->session);
      g_signal_connect_object (self->classes, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->panel_stack, self->classes, "classes");
      _ris3_window_show_in_panel (self);
    }
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_grab_focus (self->classes);
}

void
_ris3_window_install_class_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.classes", NULL, classes_action);
}

void
_ris3_window_add_classes (Ris3Window *self)
{
  g_signal_connect_object (self->session, "notify::atlas", G_CALLBACK (close_classes), self, G_CONNECT_SWAPPED);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window says in passing: one toast at a time, and the newest is what a person wants to know. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include "model/ris3-printable.h"

/* Beside the panel there must be room for a toast of this width; else it lies on both. */
#define LEAST_ROOM 240
/* How long it stays after it said something last; long enough to reach its button. */
#define SECONDS 6

static gboolean
on_time_over_cb (gpointer user_data)
{
  Ris3Window *self = user_data;

  self->toast_source = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
on_toast_dismissed_cb (Ris3Window *self, AdwToast *toast)
{
  if (self->toast != toast)
    return;
  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->toast_source, g_source_remove);
}

/* The part of the window's width that the panel has. */
static int
get_panel_width (Ris3Window *self)
{
  int width;

  if (!adw_flap_get_reveal_flap (self->flap))
    return 0;
  gtk_widget_measure (adw_flap_get_flap (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return gtk_widget_get_width (GTK_WIDGET (self)) - width >= LEAST_ROOM ? width : 0;
}

/* In the middle of the map, as what one works on is in the panel. The overlay shows a toast in a widget of its own,
 * beside its child. */
void
_ris3_window_place_toast (Ris3Window *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->toasts))
      gtk_widget_set_margin_end (child, get_panel_width (self));
}

void
_ris3_window_tell (Ris3Window *self, const char *text, const char *button, const char *action, GVariant *target)
{
  /* A toast's title is Pango markup. */
  g_autofree char *title = ris3_printable_markup (text);
  gboolean is_shown = self->toast != NULL;
  AdwToast *toast = is_shown ? self->toast : adw_toast_new ("");

  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, button);
  /* Never an action with the target of another one. */
  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_action_name (toast, action);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  self->toast_source = g_timeout_add_seconds (SECONDS, on_time_over_cb, self);
  /* One that is shown says something else from now on: libadwaita 1.2 crashes when a toast that is still coming in is
   * replaced, and its own time would run on from the beginning. */
  if (is_shown)
    return;
  adw_toast_set_timeout (toast, 0);
  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  _ris3_window_place_toast (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-map-view-private.h"

static gint
region_at (Ris3MapView *self, double x, double y)
{
  Ris3Classification *classification = self->session != NULL ? ris3_session_get_classification (self->session) : NULL;
  gint leaf;
  guint territory;

  if (classification == NULL)
    return -1;
  leaf = ris3_region_layer_pick (self->layer, x, y);
  if (leaf < 0)
    return -1;
  territory = ris3_classification_get_leaf_territory (classification, leaf);
  return ris3_classification_get_territory (classification, territory)->region;
}

static void
on_motion_cb (Ris3MapView *self, double x, double y)
{
  if (self->session == NULL || (x == self->pointer_x && y == self->pointer_y))
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  ris3_session_set_hovered_region (self->session, region_at (self, x, y));
  if (gtk_widget_get_visible (self->hover_card))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_leave_cb (Ris3MapView *self)
{
  self->pointer_x = self->pointer_y = -1;
  if (self->session != NULL)
    ris3_session_set_hovered_region (self->session, -1);
}

/* The map's drag does not claim the sequence, so a drag ends in a release here too: only a release
 * near the press is a click.
 */
static void
on_released_cb (Ris3MapView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *map = GTK_WIDGET (self->map);
  double press_x = self->press_x, press_y = self->press_y;
  gint region;

  if (n_press != 1 || self->session == NULL
      || gtk_drag_check_threshold (map, (int) press_x, (int) press_y, (int) x, (int) y))
    return;
  region = region_at (self, x, y);
  if ((state & GDK_CONTROL_MASK) == 0)
    ris3_session_select (self->session, region);
  else if (region >= 0)
    ris3_session_toggle (self->session, region);
}

static void
on_pressed_cb (Ris3MapView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

void
_ris3_map_view_add_pointer (Ris3MapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointer_x = self->pointer_y = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

gint
ris3_map_view_pick_region (Ris3MapView *self, double x, double y)
{
  Ris3Classification *classification = _ris3_map_view_get_classification (self);
  gint leaf;
  guint territory;

  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), -1);
  if (classification == NULL)
    return -1;
  leaf = ris3_region_layer_pick (self->layer, x, y);
  if (leaf < 0)
    return -1;
  territory = ris3_classification_get_leaf_territory (classification, leaf);
  return ris3_classification_get_territory (classification, territory)->region;
}

/* A pin hides what is below it; a badge belongs to its region. */
static gint
find_hovered (Ris3MapView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT);

  if (RIS3_IS_NOTE_PIN (widget))
    return -1;
  return RIS3_IS_COUNT_BADGE (widget) ? ris3_comment_badges_get_region (self->badges, RIS3_COUNT_BADGE (widget))
                                      : ris3_map_view_pick_region (self, x, y);
}

static void
on_motion_cb (Ris3MapView *self, double x, double y)
{
  if (self->session == NULL || (x == self->pointer_x && y == self->pointer_y))
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  ris3_session_set_hovered_region (self->session, find_hovered (self, x, y));
  if (gtk_widget_get_visible (GTK_WIDGET (self->hover_card)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_leave_cb (Ris3MapView *self)
{
  self->pointer_x = self->pointer_y = -1;
  if (self->session != NULL)
    ris3_session_set_hovered_region (self->session, -1);
}

static void
click (Ris3MapView *self, double x, double y, gboolean adds)
{
  gint region = ris3_map_view_pick_region (self, x, y);

  if (!adds)
    ris3_session_select (self->session, region);
  else if (region >= 0)
    ris3_session_toggle (self->session, region);
}

/* From an event's coordinates to those of the map. */
static gboolean
to_map (Ris3MapView *self, double event_x, double event_y, double *x, double *y)
{
  GtkWidget *map = GTK_WIDGET (self->map);
  GtkNative *native = gtk_widget_get_native (map);
  double surface_x, surface_y;
  graphene_point_t point;

  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), map,
                                 &GRAPHENE_POINT_INIT ((float) (event_x - surface_x), (float) (event_y - surface_y)),
                                 &point))
    return FALSE;
  *x = point.x;
  *y = point.y;
  return TRUE;
}

/* Where an event happened, in the map's coordinates. */
static gboolean
get_position (Ris3MapView *self, GdkEvent *event, double *x, double *y)
{
  double event_x, event_y;

  return gdk_event_get_position (event, &event_x, &event_y) && to_map (self, event_x, event_y, x, y);
}

/* Where the pointer has been since the last event: a line around goes there, too, if the hand is faster than frames. */
static void
follow_history (Ris3MapView *self, GdkEvent *event)
{
  guint n = 0;
  g_autofree GdkTimeCoord *history = gdk_event_get_history (event, &n);
  double x, y;

  for (guint i = 0; i < n; i++)
    if ((history[i].flags & GDK_AXIS_FLAG_X) != 0 && (history[i].flags & GDK_AXIS_FLAG_Y) != 0
        && to_map (self, history[i].axes[GDK_AXIS_X], history[i].axes[GDK_AXIS_Y], &x, &y))
      _ris3_map_view_move_brush (self, x, y);
}

/* While a rectangle is drawn, nothing of it goes on to the map, which would move. */
static gboolean
follow_brush (Ris3MapView *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if (type == GDK_GRAB_BROKEN)
    {
      _ris3_map_view_cancel_brush (self);
      self->brush_state = RIS3_BRUSH_NONE;
      return GDK_EVENT_PROPAGATE;
    }
  if ((type != GDK_MOTION_NOTIFY && type != GDK_BUTTON_RELEASE) || !get_position (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_RELEASE && gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_STOP;
  if (type == GDK_MOTION_NOTIFY)
    follow_history (self, event);
  _ris3_map_view_move_brush (self, x, y);
  if (type == GDK_BUTTON_RELEASE)
    {
      gboolean is_click = self->brush_state == RIS3_BRUSH_PRESSED;

      _ris3_map_view_end_brush (self);
      if (is_click && self->session != NULL)
        click (self, x, y, self->press_adds);
    }
  return GDK_EVENT_STOP;
}

/* Whether a press is for what lies on the map. A pin has the pointer for itself; a badge takes a click, but the map
 * moves from there, too, and a line around begins there. */
static gboolean
press_on_sign (Ris3MapView *self, double x, double y, gboolean brushes)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT);

  self->press_is_pin = RIS3_IS_NOTE_PIN (widget);
  self->press_is_badge = RIS3_IS_COUNT_BADGE (widget) && !brushes;
  if (self->press_is_badge)
    {
      _ris3_map_view_lead (self);
      self->press_x = x;
      self->press_y = y;
    }
  return self->press_is_pin || self->press_is_badge;
}

/* … and its release. */
static void
release_on_sign (Ris3MapView *self, double x, double y)
{
  if (self->press_is_badge
      && gtk_drag_check_threshold (GTK_WIDGET (self->map), (int) self->press_x, (int) self->press_y, (int) x, (int) y))
    _ris3_map_view_leave_home (self);
  self->press_is_pin = self->press_is_badge = FALSE;
}

/* A press and a release at nearly the same place are a click. This uses events and not GtkGestureClick, as
 * the map's swipe gesture sometimes claims a quick click, and the gesture is then never released.
 */
static gboolean
on_event_cb (Ris3MapView *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkWidget *map = GTK_WIDGET (self->map);
  GdkModifierType state = gdk_event_get_modifier_state (event);
  gboolean lassos = _ris3_map_view_get_lassos (self);
  double x, y;

  if (self->brush_state != RIS3_BRUSH_NONE && type != GDK_BUTTON_PRESS)
    return follow_brush (self, event);
  if (type == GDK_SCROLL || type == GDK_TOUCHPAD_PINCH)
    _ris3_map_view_leave_home (self);
  if (type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE)
    {
      if (gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
        return GDK_EVENT_PROPAGATE;
    }
  else if (type != GDK_TOUCH_BEGIN && type != GDK_TOUCH_END)
    return GDK_EVENT_PROPAGATE;
  if (!get_position (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      gboolean brushes = type == GDK_BUTTON_PRESS && (lassos || (state & GDK_SHIFT_MASK) != 0);

      if (press_on_sign (self, x, y, brushes))
        return GDK_EVENT_PROPAGATE;
      _ris3_map_view_lead (self);
      self->press_x = x;
      self->press_y = y;
      self->press_adds = (state & GDK_CONTROL_MASK) != 0;
      gtk_widget_grab_focus (map);
      /* A finger has no keys. */
      if (brushes)
        {
          _ris3_map_view_begin_brush (self, x, y,
                                      (self->press_adds ? RIS3_BRUSH_ADDS : 0)
                                          | (lassos || (state & GDK_ALT_MASK) != 0 ? RIS3_BRUSH_LASSO : 0));
          return GDK_EVENT_STOP;
        }
      self->brush_state = RIS3_BRUSH_NONE;
    }
  else if (self->press_is_pin || self->press_is_badge)
    release_on_sign (self, x, y);
  else if (gtk_drag_check_threshold (map, (int) self->press_x, (int) self->press_y, (int) x, (int) y))
    _ris3_map_view_leave_home (self);
  else if (self->session != NULL)
    /* Who lets go of both at once may let go of the key first. */
    click (self, x, y, self->press_adds);
  return GDK_EVENT_PROPAGATE;
}

/* Before the key that would clear the selection. */
static gboolean
on_key_pressed_cb (Ris3MapView *self, guint keyval)
{
  return keyval == GDK_KEY_Escape && _ris3_map_view_cancel_brush (self);
}

void
_ris3_map_view_add_pointer (Ris3MapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *buttons = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pointer_x = self->pointer_y = -1;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  gtk_event_controller_set_propagation_phase (buttons, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (buttons, "event", G_CALLBACK (on_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), buttons);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), keys);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-drag-scroll.h"

/* How near to the edge, and how fast right at it. */
#define EDGE 40.0
#define SPEED 600.0 /* px/s */

typedef struct
{
  GtkWidget *scroller;
  GtkDropControllerMotion *motion;
  double y;
  guint tick;
  gint64 last_time;
} DragScroll;

static void
stop (DragScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->scroller, self->tick);
  self->tick = 0;
}

/* From -1, right at the upper edge, to 1 at the lower one. */
static double
get_pull (DragScroll *self)
{
  double height = gtk_widget_get_height (self->scroller);

  if (self->y < EDGE)
    return -CLAMP ((EDGE - self->y) / EDGE, 0, 1);
  return CLAMP ((self->y - (height - EDGE)) / EDGE, 0, 1);
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DragScroll *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last_time != 0 ? (double) (now - self->last_time) / G_USEC_PER_SEC : 0;

  self->last_time = now;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + get_pull (self) * SPEED * seconds);
  return G_SOURCE_CONTINUE;
}

static void
on_motion_cb (DragScroll *self, double x, double y)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (self->motion);

  self->y = y;
  if (drop == NULL || gdk_drop_get_drag (drop) == NULL || get_pull (self) == 0)
    {
      stop (self);
      return;
    }
  if (self->tick != 0)
    return;
  self->last_time = 0;
  self->tick = gtk_widget_add_tick_callback (self->scroller, on_tick_cb, self, NULL);
}

static void
on_enter_cb (DragScroll *self, double x, double y)
{
  on_motion_cb (self, x, y);
}

void
ris3_drag_scroll_add (GtkScrolledWindow *scroller)
{
  DragScroll *self;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  self = g_new0 (DragScroll, 1);
  self->scroller = GTK_WIDGET (scroller);
  self->motion = GTK_DROP_CONTROLLER_MOTION (gtk_drop_controller_motion_new ());
  g_object_set_data_full (G_OBJECT (self->motion), "ris3-drag-scroll", self, g_free);
  g_signal_connect_swapped (self->motion, "enter", G_CALLBACK (on_enter_cb), self);
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (self->motion, "leave", G_CALLBACK (stop), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (self->motion));
}

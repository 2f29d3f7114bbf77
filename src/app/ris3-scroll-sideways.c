/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-scroll-sideways.h"

#include <math.h>

/* What one turn of a wheel moves, as GTK has it; a touchpad tells pixels. */
static double
get_step (GtkAdjustment *adjustment, GtkEventController *controller)
{
  if (gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller)) == GDK_SCROLL_UNIT_SURFACE)
    return 1;
  return pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);
}

static gboolean
on_scroll_cb (GtkScrolledWindow *scroller, double across, double down, GtkEventController *controller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  gboolean is_shifted = (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
  double amount = is_shifted && across == 0 ? down : across;

  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment)
      || (!is_shifted && fabs (across) <= fabs (down)))
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + amount * get_step (adjustment, controller));
  return GDK_EVENT_STOP;
}

void
ris3_scroll_sideways (GtkScrolledWindow *scroller)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkEventController *own;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (scroller));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
  own = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect_swapped (own, "scroll", G_CALLBACK (on_scroll_cb), scroller);
  gtk_widget_add_controller (GTK_WIDGET (scroller), own);
}

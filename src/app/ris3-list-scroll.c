/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-list-scroll.h"

#define TICK_KEY "ris3-list-scroll-tick"

typedef struct
{
  guint position;
  gboolean laid_out;
} Goal;

static void
scroll (GtkWidget *list, guint position)
{
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* The first tick comes before the rows are laid out, the second after that. */
static gboolean
on_tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  Goal *goal = data;

  if (!goal->laid_out)
    {
      goal->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  scroll (list, goal->position);
  g_object_set_data (G_OBJECT (list), TICK_KEY, NULL);
  return G_SOURCE_REMOVE;
}

void
ris3_list_scroll_to (GtkListView *list, guint position)
{
  GtkWidget *widget = GTK_WIDGET (list);
  guint last, tick;
  Goal *goal;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  last = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), TICK_KEY));
  if (last != 0)
    gtk_widget_remove_tick_callback (widget, last);
  scroll (widget, position);
  /* Since 4.12 GTK places the start of a row by the height that it supposes for rows not yet made (in
   * gtk_list_base_scroll_to_item); of a higher one, the end stays out of sight. Its height is known now.
   */
  goal = g_new0 (Goal, 1);
  goal->position = position;
  tick = gtk_widget_add_tick_callback (widget, on_tick_cb, goal, g_free);
  g_object_set_data (G_OBJECT (list), TICK_KEY, GUINT_TO_POINTER (tick));
}

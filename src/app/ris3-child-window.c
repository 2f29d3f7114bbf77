/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-child-window.h"

static void
leave_parent (GtkWindow *self)
{
  gtk_window_set_transient_for (self, NULL);
}

static void
on_transient_for_cb (GtkWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (self);

  /* After GTK's own handler, which takes the window away. */
  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (leave_parent), self, G_CONNECT_SWAPPED);
}

void
ris3_child_window_follow_parent (GtkWindow *self)
{
  g_return_if_fail (GTK_IS_WINDOW (self) && gtk_window_get_transient_for (self) == NULL);
  gtk_window_set_destroy_with_parent (self, TRUE);
  g_signal_connect (self, "notify::transient-for", G_CALLBACK (on_transient_for_cb), NULL);
}

GtkWindow *
ris3_child_window_find_active (GtkWindow *main_window)
{
  /* An application does not count child windows among its own. */
  GListModel *windows = gtk_window_get_toplevels ();

  g_return_val_if_fail (GTK_IS_WINDOW (main_window), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window) && gtk_window_get_transient_for (window) == main_window)
        return window;
    }
  return main_window;
}

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

static void
on_stop_search_cb (GtkEditable *search, GtkWindow *window)
{
  if (*gtk_editable_get_text (search) != '\0')
    gtk_editable_set_text (search, "");
  else
    gtk_window_close (window);
}

static gboolean
on_escape_cb (GtkWidget *window, GVariant *arguments, gpointer search)
{
  on_stop_search_cb (search, GTK_WINDOW (window));
  return GDK_EVENT_STOP;
}

void
ris3_child_window_set_search (GtkWindow *self, GtkSearchEntry *search)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WINDOW (self) && GTK_IS_SEARCH_ENTRY (search));
  gtk_search_entry_set_key_capture_widget (search, GTK_WIDGET (self));
  /* A search entry that has the keys takes Escape for itself. */
  g_signal_connect_object (search, "stop-search", G_CALLBACK (on_stop_search_cb), self, 0);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape_cb, g_object_ref (search), g_object_unref)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
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

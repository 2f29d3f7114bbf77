/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-region-search.h"
#include "app/window/ris3-atlas-chooser.h"
#include "app/window/ris3-help.h"

static void
on_open_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      ris3_window_open (self, file);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *chooser
      = ris3_atlas_chooser_new (GTK_WINDOW (self), _ ("Open an Atlas"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_default_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
  ris3_session_open_default (self->session);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_region_search_focus (RIS3_REGION_SEARCH (RIS3_WINDOW (widget)->search));
}

static void
clear_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  if (_ris3_window_close_covering_filter (self) || ris3_map_view_end_lassos (self->map_view))
    return;
  if (ris3_session_get_selected_region (self->session) >= 0)
    ris3_session_select (self->session, -1);
  else if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (ris3_session_get_comparison (self->session) != NULL
           && g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "map"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "close-comparison", NULL);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
close_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, FALSE);
  _ris3_window_focus_page (self);
}

/* Opens the menu of what the map shows. */
static void
view_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (RIS3_WINDOW (widget)->view_button);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* Makes the map's own actions available to shortcuts in the whole window. */
static void
map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *map_name = g_strconcat ("map.", name + strlen ("win.map-"), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (RIS3_WINDOW (widget)->map_view), map_name, parameter);
}

static void
show_help (GtkWidget *window, GtkWindow *help)
{
  gtk_window_set_transient_for (help, GTK_WINDOW (window));
  gtk_window_present (help);
}

static void
reading_the_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_help (widget, ris3_help_new_reading_the_map ());
}

static void
show_shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_help (widget, ris3_help_new_shortcuts ());
}

void
_ris3_window_install_actions (GtkWidgetClass *klass)
{
  static const char *const map_actions[] = { "win.map-zoom-in", "win.map-zoom-out", "win.map-show-europe",
                                             "win.map-next-region", "win.map-previous-region" };

  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.open-default", NULL, open_default_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.clear-selection", NULL, clear_selection_action);
  gtk_widget_class_install_action (klass, "win.close-panel", NULL, close_panel_action);
  gtk_widget_class_install_action (klass, "win.view-menu", NULL, view_menu_action);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (klass, "win.reading-the-map", NULL, reading_the_map_action);
  gtk_widget_class_install_action (klass, "win.show-shortcuts", NULL, show_shortcuts_action);
  for (guint i = 0; i < G_N_ELEMENTS (map_actions); i++)
    gtk_widget_class_install_action (klass, map_actions[i], NULL, map_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.clear-selection", NULL);
}

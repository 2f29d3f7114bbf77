/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The map that is shown, as a page for a report. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/figure/ris3-figure-window.h"
#include "model/ris3-text.h"

#define MAX_NAME 60

static void
on_saved_cb (Ris3Window *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = ris3_text_shorten (name, MAX_NAME);
  g_autofree char *against = ris3_view_dup_against (ris3_session_get_view (self->session));
  g_autofree char *text = against != NULL
                              /* Translators: two maps are compared, and one of them is on the page; %s is a file */
                              ? g_strdup_printf (_ ("Saved the first of the two maps as “%s”."), shown)
                              : g_strdup_printf (_ ("Saved the map as “%s”."), shown);

  _ris3_window_tell (self, text, _ ("Open _Folder"), "win.open-folder", g_variant_new_string (uri));
}

static void
save_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkWindow *window;

  if (ris3_session_get_atlas (self->session) == NULL || ris3_session_get_classification (self->session) == NULL)
    return;
  window = ris3_figure_window_new (self->session, GTK_WINDOW (self));
  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

void
_ris3_window_install_map_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-map", NULL, save_map_action);
}

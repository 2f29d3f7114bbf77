/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns joined from tables: joining one, and the window that renames and removes them. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-local-files.h"
#include "app/table/ris3-join-window.h"
#include "app/table/ris3-table-files.h"
#include "app/window/ris3-joined-columns.h"

/* What was joined is shown at once, on the level that most of its values are of. */
static void
on_joined_cb (Ris3Window *self, const char *indicator, guint level)
{
  g_autoptr (Ris3View) view
      = ris3_view_with_indicator (ris3_session_get_view (self->session), ris3_indicator_find (indicator));
  g_autoptr (Ris3View) shown = ris3_view_with_level_rule (view, (Ris3LevelRule) level);

  ris3_session_set_view (self->session, shown);
}

static void
on_join_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);
  GtkWindow *window;

  if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
  if (path == NULL || ris3_session_get_atlas (self->session) == NULL)
    return;
  window = ris3_join_window_new (self->session, GTK_WINDOW (self), path);
  g_signal_connect_object (window, "joined", G_CALLBACK (on_joined_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
join_column_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *chooser;

  if (ris3_session_get_atlas (self->session) == NULL || _ris3_window_is_read_only (self))
    return;
  chooser = ris3_table_files_new_open (GTK_WINDOW (self));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_join_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
joined_columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  if (ris3_session_get_atlas (self->session) != NULL)
    gtk_window_present (ris3_joined_columns_new (GTK_WINDOW (self), self->session));
}

void
_ris3_window_install_column_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.join-column", NULL, join_column_action);
  gtk_widget_class_install_action (klass, "win.joined-columns", NULL, joined_columns_action);
}

void
_ris3_window_append_column_actions (Ris3Window *self, GMenu *section)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autoptr (GMenu) actions = g_menu_new ();

  g_menu_append (actions, _ ("Join a Column…"), "win.join-column");
  if (atlas != NULL && g_list_model_get_n_items (ris3_atlas_get_joined_columns (atlas)) > 0)
    g_menu_append (actions, _ ("Rename or Remove…"), "win.joined-columns");
  g_menu_append_section (section, NULL, G_MENU_MODEL (actions));
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-answers-files.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/consultation/ris3-answers-window.h"
#include "app/ris3-local-files.h"

#define SESSION_KEY "ris3-session"

static const char *const suffixes[] = { "xlsx", "ods", "csv", NULL };

static Ris3Session *
get_session (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), SESSION_KEY);
}

/* Takes the paths of files, or why there are none. */
static void
show (GtkWindow *window, const char *const *paths, const GError *error)
{
  GtkWidget *dialog;

  if (error != NULL)
    {
      dialog = adw_message_dialog_new (window, _ ("The Packs Cannot Be Read"), error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else if (paths != NULL && ris3_session_get_atlas (get_session (window)) != NULL)
    gtk_window_present (ris3_answers_window_new (window, get_session (window), paths));
}

static void
on_response_cb (GtkWindow *window, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = ris3_local_files_take_paths (chooser, response, &error);

  show (window, (const char *const *) paths, error);
}

void
ris3_answers_files_ask (GtkWindow *window, Ris3Session *session)
{
  const char *const none[] = { NULL };
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (window) && RIS3_IS_SESSION (session));
  g_object_set_data_full (G_OBJECT (window), SESSION_KEY, g_object_ref (session), g_object_unref);
  chooser = gtk_file_chooser_native_new (_ ("Packs That Came Back"), window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Read"),
                                         _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  ris3_local_files_add_filter (chooser, _ ("Packs"), suffixes);
  ris3_local_files_add_filter (chooser, _ ("All Files"), none);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), window, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
on_drop_cb (GtkWindow *window, const GValue *value)
{
  g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = dropped != NULL ? ris3_local_files_list_paths (dropped, &error) : NULL;

  show (window, (const char *const *) paths, error);
  return dropped != NULL;
}

void
ris3_answers_files_take_drops (GtkWindow *window, Ris3Session *session)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WINDOW (window) && RIS3_IS_SESSION (session));
  g_object_set_data_full (G_OBJECT (window), SESSION_KEY, g_object_ref (session), g_object_unref);
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

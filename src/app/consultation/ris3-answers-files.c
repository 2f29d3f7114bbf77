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

/* A file that is not of this computer is named, and none is read. */
static void
refuse (GtkWindow *window, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is not a file of this computer. Choose one that is."), name);
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("The Packs Cannot Be Read"), words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes the paths of files, of which there is at least one. */
static void
show (GtkWindow *window, GPtrArray *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    {
      char *path = g_file_get_path (g_ptr_array_index (files, i));

      if (path == NULL)
        {
          refuse (window, g_ptr_array_index (files, i));
          return;
        }
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  if (ris3_session_get_atlas (get_session (window)) != NULL)
    gtk_window_present (ris3_answers_window_new (window, get_session (window), (const char *const *) paths->pdata));
}

static void
on_response_cb (GtkWindow *window, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GListModel) chosen
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  if (files->len > 0)
    show (window, files);
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
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *item = dropped; item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);
  if (files->len > 0)
    show (window, files);
  return files->len > 0;
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

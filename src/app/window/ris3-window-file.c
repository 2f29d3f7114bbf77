/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The atlas as a file: a new one, a copy, those that were open, and what can be said of it. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-program-data.h"
#include "app/window/ris3-atlas-chooser.h"
#include "app/window/ris3-properties.h"
#include "app/window/ris3-recent-files.h"
#include "model/ris3-atlas-edit.h"
#include "model/ris3-output-file.h"
#include "model/ris3-printable.h"
#include "model/ris3-text.h"

/* A copy that takes longer shows how far it is. */
#define PROGRESS_DELAY 500 /* ms */
#define PROGRESS_INTERVAL 100
/* Somebody has to read where the copy is before it goes. */
#define MAX_NAME 60
/* In the menu, after "Open…". */
#define RECENT_PLACE 2

static void
show_error (GtkWindow *parent, const char *heading, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), words);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Recent */

static char *
get_uri (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autoptr (GFile) file = atlas != NULL ? g_file_new_for_path (ris3_atlas_get_path (atlas)) : NULL;

  return file != NULL ? g_file_get_uri (file) : NULL;
}

static void
list_recent (Ris3Window *self)
{
  g_autofree char *uri = get_uri (self);
  g_autoptr (GMenuModel) recent = ris3_recent_files_make_menu (self->settings, uri, "win.open-recent");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  if (self->lists_recent)
    g_menu_remove (self->file_section, RECENT_PLACE);
  self->lists_recent = TRUE;
  if (recent == NULL)
    {
      g_menu_insert (self->file_section, RECENT_PLACE, _ ("Open the _Default Atlas"), "win.open-default");
      return;
    }
  g_menu_append (others, _ ("Open the _Default Atlas"), "win.open-default");
  g_menu_append_section (menu, NULL, recent);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_menu_insert_submenu (self->file_section, RECENT_PLACE, _ ("Open _Recent"), G_MENU_MODEL (menu));
}

void
_ris3_window_remember_file (Ris3Window *self)
{
  g_autofree char *uri = get_uri (self);

  ris3_recent_files_add (self->settings, uri);
  list_recent (self);
}

void
_ris3_window_add_file (Ris3Window *self)
{
  /* Other windows open files too. */
  g_signal_connect_object (self->settings, "changed::recent-files", G_CALLBACK (list_recent), self, G_CONNECT_SWAPPED);
  list_recent (self);
}

static void
on_recent_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Window) self = RIS3_WINDOW (user_data);
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, &error);
  g_autofree char *uri = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  /* Anything else is said by the attempt to open it. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      ris3_window_open (self, file);
      return;
    }
  uri = g_file_get_uri (file);
  ris3_recent_files_remove (self->settings, uri);
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  text = g_strdup_printf (_ ("“%s” is not there any more, and was taken from the list."), name);
  _ris3_window_tell (self, text, NULL, NULL, NULL);
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           on_recent_found_cb, g_object_ref (widget));
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ris3_window_open (RIS3_WINDOW (widget), file);
}

/* New */

typedef struct
{
  char *path;
  gboolean replace;
  gboolean is_empty;
} Making;

static void
making_free (gpointer data)
{
  g_free (((Making *) data)->path);
  g_free (data);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Making *making = task_data;
  GError *error = NULL;
  g_autofree char *origin = ris3_program_data ("default.ris3atlas", &error);
  gboolean ok;

  if (origin == NULL)
    ok = FALSE;
  else if (making->is_empty)
    ok = ris3_atlas_create_like (making->path, origin, making->replace, &error);
  else
    ok = making->replace ? ris3_atlas_copy (origin, making->path, &error)
                         : ris3_atlas_copy_new (origin, making->path, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (source);
  const Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_error (GTK_WINDOW (self), _ ("No New Atlas Was Made"), error);
      return;
    }
  file = g_file_new_for_path (making->path);
  ris3_window_open (self, file);
}

/* What is open would lose its history, and windows on it their file. */
static gboolean
check_not_open (Ris3Window *self, const char *path, GError **error)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autofree char *name = g_filename_display_basename (path);
  Ris3FileId open, chosen;

  if (atlas == NULL || !ris3_file_id_get (ris3_atlas_get_path (atlas), &open) || !ris3_file_id_get (path, &chosen)
      || open.device != chosen.device || open.inode != chosen.inode)
    return TRUE;
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
               _ ("“%s” is open in this window, and would be lost. Choose another name."), name);
  return FALSE;
}

static void
on_new_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      Making *making = g_new0 (Making, 1);
      g_autoptr (GError) error = NULL;

      making->is_empty = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chooser), "is-empty"));
      making->path = ris3_atlas_chooser_get_path (GTK_FILE_CHOOSER_NATIVE (chooser), &making->replace, &error);
      if (making->path == NULL || !check_not_open (self, making->path, &error))
        {
          show_error (GTK_WINDOW (self), _ ("No New Atlas Was Made"), error);
          making_free (making);
        }
      else
        {
          g_autoptr (GTask) task = g_task_new (self, NULL, on_made_cb, NULL);

          g_task_set_task_data (task, making, making_free);
          g_task_run_in_thread (task, make_in_thread);
        }
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose_new (Ris3Window *self, gboolean is_empty)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GtkFileChooserNative *chooser
      = ris3_atlas_chooser_new (GTK_WINDOW (self), _ ("New Atlas"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"));

  ris3_atlas_chooser_suggest (chooser, _ ("New Atlas"), atlas != NULL ? ris3_atlas_get_path (atlas) : NULL);
  g_object_set_data (G_OBJECT (chooser), "is-empty", GINT_TO_POINTER (is_empty));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_new_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_origin_chosen_cb (Ris3Window *self, const char *response)
{
  if (!g_str_equal (response, "cancel"))
    choose_new (self, g_str_equal (response, "empty"));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget), _ ("New Atlas"),
                                              _ ("A new atlas has all regions and themes. It can have the strategies "
                                                 "that come with RIS3 Atlas as well, or be empty."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "empty", _ ("_Empty…"),
                                    "default", _ ("With _Strategies…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "default", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "default");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_origin_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Copies */

typedef struct
{
  Ris3Window *window; /* owned */
  GtkWindow *parent;  /* of dialogs; weak */
  Ris3Atlas *atlas;   /* what is copied, or */
  char *from_path;    /* the file */
  char *path;
  gboolean replace;
  GCancellable *cancellable;
  guint timer;
  GtkWidget *dialog; /* weak; NULL: it has been fast so far, or it is cancelled */
  GtkProgressBar *bar;
} Copying;

static void
copying_free (Copying *copying)
{
  g_clear_handle_id (&copying->timer, g_source_remove);
  g_clear_weak_pointer (&copying->parent);
  if (copying->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (copying->dialog));
  g_clear_weak_pointer (&copying->dialog);
  g_clear_object (&copying->atlas);
  g_clear_object (&copying->cancellable);
  g_object_unref (copying->window);
  g_free (copying->from_path);
  g_free (copying->path);
  g_free (copying);
}

static void
tell_copied (Copying *copying)
{
  g_autoptr (GFile) file = g_file_new_for_path (copying->path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *folder = g_path_get_dirname (copying->path);
  g_autofree char *folder_name = g_filename_display_basename (folder);
  g_autofree char *file_name = g_filename_display_basename (copying->path);
  g_autofree char *shown_folder = ris3_text_shorten (folder_name, MAX_NAME);
  g_autofree char *shown_file = ris3_text_shorten (file_name, MAX_NAME);
  /* Translators: a file and its folder. */
  g_autofree char *text = g_strdup_printf (_ ("The copy is “%s” in “%s”."), shown_file, shown_folder);

  _ris3_window_tell (copying->window, text, _ ("_Open the Copy"), "win.open-file", g_variant_new_string (uri));
}

static void
end_copying (Copying *copying, gboolean ok, const GError *error)
{
  /* Nobody is told when the window is gone. */
  if (copying->window->session == NULL)
    ;
  else if (ok)
    tell_copied (copying);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (copying->parent, _ ("No Copy Was Saved"), error);
  copying_free (copying);
}

static void
on_atlas_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = ris3_atlas_copy_finish (RIS3_ATLAS (source), result, &error);

  end_copying (user_data, ok, error);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Copying *copying = task_data;
  GError *error = NULL;

  if (copying->replace ? ris3_atlas_copy (copying->from_path, copying->path, &error)
                       : ris3_atlas_copy_new (copying->from_path, copying->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_file_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  end_copying (user_data, ok, error);
}

static void
on_copy_cancelled_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
on_progress_cb (gpointer user_data)
{
  Copying *copying = user_data;

  if (copying->dialog != NULL)
    gtk_progress_bar_set_fraction (copying->bar, ris3_atlas_get_copy_progress (copying->atlas));
  return G_SOURCE_CONTINUE;
}

static gboolean
on_slow_cb (gpointer user_data)
{
  Copying *copying = user_data;

  g_set_weak_pointer (&copying->dialog, adw_message_dialog_new (copying->parent, _ ("Saving a Copy…"), NULL));
  copying->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (copying->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Saving a Copy…"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (copying->dialog), GTK_WIDGET (copying->bar));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (copying->dialog), "cancel", _ ("_Cancel"));
  g_signal_connect_object (copying->dialog, "response", G_CALLBACK (on_copy_cancelled_cb), copying->cancellable,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (copying->dialog));
  copying->timer = g_timeout_add (PROGRESS_INTERVAL, on_progress_cb, copying);
  return G_SOURCE_REMOVE;
}

static void
start_copying (Copying *copying)
{
  if (copying->from_path != NULL)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, on_file_copied_cb, copying);

      g_task_set_task_data (task, copying, NULL);
      g_task_run_in_thread (task, copy_in_thread);
      return;
    }
  copying->cancellable = g_cancellable_new ();
  copying->timer = g_timeout_add (PROGRESS_DELAY, on_slow_cb, copying);
  ris3_atlas_copy_async (copying->atlas, copying->path, copying->replace, copying->cancellable, on_atlas_copied_cb,
                         copying);
}

static void
on_copy_response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  Copying *copying = user_data;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    copying->path = ris3_atlas_chooser_get_path (GTK_FILE_CHOOSER_NATIVE (chooser), &copying->replace, &error);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  if (copying->path != NULL)
    start_copying (copying);
  else if (error != NULL)
    end_copying (copying, FALSE, error);
  else
    copying_free (copying);
}

static void
choose_copy (Copying *copying, const char *suggestion, const char *beside)
{
  GtkFileChooserNative *chooser
      = ris3_atlas_chooser_new (copying->parent, _ ("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));

  ris3_atlas_chooser_suggest (chooser, suggestion, beside);
  g_signal_connect (chooser, "response", G_CALLBACK (on_copy_response_cb), copying);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static Copying *
copying_new (Ris3Window *self, GtkWindow *parent)
{
  Copying *copying = g_new0 (Copying, 1);

  copying->window = g_object_ref (self);
  g_set_weak_pointer (&copying->parent, parent);
  return copying;
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autofree char *base = NULL;
  g_autofree char *suggestion = NULL;
  Copying *copying;

  if (atlas == NULL)
    return;
  base = g_filename_display_basename (ris3_atlas_get_path (atlas));
  if (g_str_has_suffix (base, RIS3_ATLAS_SUFFIX))
    base[strlen (base) - strlen (RIS3_ATLAS_SUFFIX)] = '\0';
  /* Translators: the name of a file that is a copy of another one. */
  suggestion = g_strdup_printf (_ ("%s (copy)"), base);
  copying = copying_new (self, GTK_WINDOW (self));
  copying->atlas = g_object_ref (atlas);
  choose_copy (copying, suggestion, ris3_atlas_get_path (atlas));
}

void
_ris3_window_copy_backup (Ris3Window *self, const char *backup_path, GtkWindow *parent)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  Copying *copying = copying_new (self, parent);

  copying->from_path = g_strdup (backup_path);
  choose_copy (copying, _ ("Backup"), atlas != NULL ? ris3_atlas_get_path (atlas) : NULL);
}

static void
properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  if (ris3_session_get_atlas (self->session) != NULL)
    gtk_window_present (ris3_properties_new (self));
}

void
_ris3_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new", NULL, new_action);
  gtk_widget_class_install_action (klass, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (klass, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (klass, "win.properties", NULL, properties_action);
}

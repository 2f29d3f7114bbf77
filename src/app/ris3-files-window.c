/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-files-window.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-local-files.h"
#include "model/ris3-text.h"

#define INTERVAL 100 /* ms, between two looks at the progress */
#define MAX_NAME 60

typedef struct
{
  Ris3FilesWindowParts parts;
  Ris3Session *session; /* NULL: the window is gone, or has no job yet */
  GSettings *settings;
  Ris3FilesJob *job;
  char *folder;
  guint timer;         /* looks at the progress, else 0 */
  gboolean is_listing; /* the job is at work */
  gboolean is_writing;
  gboolean has_changed; /* since it was begun to list */
  gboolean is_ready;    /* what is listed is what is chosen */
} Ris3FilesWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (Ris3FilesWindow, ris3_files_window, ADW_TYPE_WINDOW)

static Ris3FilesWindowPrivate *
get_private (Ris3FilesWindow *self)
{
  return ris3_files_window_get_instance_private (self);
}

static void
update (Ris3FilesWindow *self)
{
  Ris3FilesWindowPrivate *priv = get_private (self);
  gboolean is_choosing = g_strcmp0 (gtk_stack_get_visible_child_name (priv->parts.pages), "choices") == 0;

  gtk_widget_set_visible (priv->parts.write_button, is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.write",
                                 is_choosing && priv->is_ready && ris3_files_job_get_n_files (priv->job) > 0);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FilesWindow *self = RIS3_FILES_WINDOW (source);
  Ris3FilesWindowPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  ris3_files_job_list_finish (priv->job, result, &error);
  priv->is_listing = FALSE;
  if (priv->session == NULL)
    return; /* The window is gone. */
  if (priv->has_changed)
    {
      ris3_files_window_list (self);
      return;
    }
  priv->is_ready = error == NULL;
  RIS3_FILES_WINDOW_GET_CLASS (self)->show_files (self, error);
  update (self);
}

void
ris3_files_window_list (Ris3FilesWindow *self)
{
  Ris3FilesWindowPrivate *priv;

  g_return_if_fail (RIS3_IS_FILES_WINDOW (self));
  priv = get_private (self);
  if (priv->session == NULL)
    return;
  priv->has_changed = priv->is_listing;
  ris3_files_window_expect (self);
  if (priv->is_listing)
    return;
  priv->is_listing = TRUE;
  RIS3_FILES_WINDOW_GET_CLASS (self)->choose (self, priv->folder);
  ris3_files_job_list_async (priv->job, self, on_listed_cb, NULL);
}

void
ris3_files_window_expect (Ris3FilesWindow *self)
{
  g_return_if_fail (RIS3_IS_FILES_WINDOW (self));
  get_private (self)->is_ready = FALSE;
  update (self);
}

static void
show_folder (Ris3FilesWindow *self)
{
  Ris3FilesWindowPrivate *priv = get_private (self);
  g_autofree char *shown = g_filename_display_name (priv->folder);

  adw_action_row_set_subtitle (priv->parts.folder_row, shown);
}

static void
on_folder_response_cb (Ris3FilesWindow *self, int response, GtkNativeDialog *chooser)
{
  Ris3FilesWindowPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (error != NULL)
    RIS3_FILES_WINDOW_GET_CLASS (self)->show_files (self, error);
  if (path == NULL)
    return;
  g_free (priv->folder);
  priv->folder = g_steal_pointer (&path);
  show_folder (self);
  ris3_files_window_list (self);
}

static void
choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3FilesWindow *self = RIS3_FILES_WINDOW (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (get_private (self)->folder);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ (RIS3_FILES_WINDOW_GET_CLASS (self)->folder_title), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3FilesWindowPrivate *priv = get_private (user_data);
  const char *const *names = ris3_files_job_get_names (priv->job);
  guint n_files = ris3_files_job_get_n_files (priv->job);
  guint n_done = ris3_files_job_get_n_done (priv->job);
  guint at = MIN (n_done, n_files - 1);
  g_autofree char *name = ris3_text_shorten (names[at], MAX_NAME);
  /* Translators: the number of a file, of how many, and its name */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u: %s"), at + 1, n_files, name);

  gtk_label_set_text (priv->parts.progress_words, words);
  gtk_progress_bar_set_fraction (priv->parts.progress, (double) n_done / n_files);
  return G_SOURCE_CONTINUE;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FilesWindow *self = RIS3_FILES_WINDOW (source);
  Ris3FilesWindowPrivate *priv = get_private (self);

  ris3_files_job_write_finish (priv->job, result);
  priv->is_writing = FALSE;
  g_clear_handle_id (&priv->timer, g_source_remove);
  if (priv->session == NULL)
    return; /* The window is gone. */
  adw_status_page_set_icon_name (priv->parts.report, ris3_files_job_get_failures (priv->job)[0] == NULL
                                                         ? "emblem-ok-symbolic"
                                                         : "dialog-warning-symbolic");
  gtk_stack_set_visible_child_name (priv->parts.pages, "report");
  gtk_widget_grab_focus (priv->parts.open_button);
  RIS3_FILES_WINDOW_GET_CLASS (self)->report (self);
  update (self);
}

static void
start (Ris3FilesWindow *self, gboolean skips)
{
  Ris3FilesWindowPrivate *priv = get_private (self);

  ris3_local_files_remember_folder (priv->settings, priv->folder);
  priv->is_writing = TRUE;
  ris3_files_job_write_async (priv->job, skips, self, on_written_cb, NULL);
  priv->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  on_tick_cb (self);
  gtk_stack_set_visible_child_name (priv->parts.pages, "working");
  gtk_widget_grab_focus (priv->parts.cancel_button);
  update (self);
}

static gboolean
can_write (Ris3FilesWindow *self)
{
  Ris3FilesWindowPrivate *priv = get_private (self);

  return priv->session != NULL && priv->is_ready && !priv->is_writing && ris3_files_job_get_n_files (priv->job) > 0;
}

static void
on_answered_cb (Ris3FilesWindow *self, const char *response)
{
  if (!g_str_equal (response, "cancel") && can_write (self))
    start (self, g_str_equal (response, "skip"));
}

static void
write_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3FilesWindow *self = RIS3_FILES_WINDOW (widget);
  const char *const *existing;
  guint n_existing;
  g_autofree char *heading = NULL;
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  if (!can_write (self))
    return;
  existing = ris3_files_job_get_existing (get_private (self)->job);
  n_existing = g_strv_length ((char **) existing);
  if (n_existing == 0)
    {
      start (self, FALSE);
      return;
    }
  words = RIS3_FILES_WINDOW_GET_CLASS (self)->ask (self, existing, n_existing, &heading);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, words);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "skip", _ ("_Keep"),
                                    "replace", _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "skip");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_files_job_stop (get_private (RIS3_FILES_WINDOW (widget))->job);
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *uri = g_filename_to_uri (get_private (RIS3_FILES_WINDOW (widget))->folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
ris3_files_window_dispose (GObject *object)
{
  Ris3FilesWindowPrivate *priv = get_private (RIS3_FILES_WINDOW (object));

  if (priv->job != NULL)
    ris3_files_job_stop (priv->job);
  g_clear_handle_id (&priv->timer, g_source_remove);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (ris3_files_window_parent_class)->dispose (object);
}

static void
ris3_files_window_finalize (GObject *object)
{
  Ris3FilesWindowPrivate *priv = get_private (RIS3_FILES_WINDOW (object));

  g_clear_pointer (&priv->job, ris3_files_job_unref);
  g_clear_object (&priv->settings);
  g_free (priv->folder);
  G_OBJECT_CLASS (ris3_files_window_parent_class)->finalize (object);
}

static void
ris3_files_window_class_init (Ris3FilesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_files_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_files_window_finalize;
  gtk_widget_class_install_action (widget_class, "files.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "files.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "files.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "files.open-folder", NULL, open_folder_action);
}

static void
ris3_files_window_init (Ris3FilesWindow *self)
{
  Ris3FilesWindowPrivate *priv = get_private (self);

  priv->settings = g_settings_new (RIS3_APPLICATION_ID);
  priv->folder = ris3_local_files_recall_folder (priv->settings);
}

void
ris3_files_window_set_parts (Ris3FilesWindow *self, const Ris3FilesWindowParts *parts)
{
  g_return_if_fail (RIS3_IS_FILES_WINDOW (self) && parts != NULL);
  get_private (self)->parts = *parts;
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  show_folder (self);
}

void
ris3_files_window_set_job (Ris3FilesWindow *self, Ris3Session *session, Ris3FilesJob *job)
{
  Ris3FilesWindowPrivate *priv;

  g_return_if_fail (RIS3_IS_FILES_WINDOW (self) && RIS3_IS_SESSION (session) && job != NULL);
  priv = get_private (self);
  g_return_if_fail (priv->job == NULL);
  priv->job = job;
  priv->session = g_object_ref (session);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
}

Ris3FilesJob *
ris3_files_window_get_job (Ris3FilesWindow *self)
{
  Ris3FilesWindowPrivate *priv;

  g_return_val_if_fail (RIS3_IS_FILES_WINDOW (self), NULL);
  priv = get_private (self);
  return priv->session != NULL ? priv->job : NULL;
}

const char *
ris3_files_window_get_folder (Ris3FilesWindow *self)
{
  g_return_val_if_fail (RIS3_IS_FILES_WINDOW (self), NULL);
  return get_private (self)->folder;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page as a file. */

#include "config.h"

#include "app/figure/ris3-figure-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/figure/ris3-figure-table-row.h"
#include "app/ris3-local-files.h"
#include "map/ris3-period.h"
#include "model/ris3-text.h"

#define INTERVAL 100 /* ms, between two looks at the progress */
#define MAX_NAME 60
#define PATH_KEY "figure-path"
#define WHOLE 1000 /* of the progress */

/* A page that is written. The thread that writes it and the window each hold it. */
typedef struct
{
  Ris3FigurePage *figure;
  Ris3PageFormat format;
  char *path;
  char *table;     /* NULL: none is saved */
  gint done;       /* atomic */
  gint is_stopped; /* atomic */
} Saving;

static void
saving_clear (gpointer data)
{
  Saving *saving = data;

  ris3_figure_page_unref (saving->figure);
  g_free (saving->path);
  g_free (saving->table);
}

static void
saving_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, saving_clear);
}

static gboolean
on_progress (double done, gpointer data)
{
  Saving *saving = data;

  g_atomic_int_set (&saving->done, (gint) (done * WHOLE));
  return !g_atomic_int_get (&saving->is_stopped);
}

static gboolean
write_table (Saving *saving, GError **error)
{
  if (ris3_figure_page_write_table (saving->figure, saving->table, error))
    return TRUE;
  g_prefix_error_literal (error, _ ("The map was saved, but its table was not: "));
  return FALSE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (ris3_figure_page_write (saving->figure, saving->format, saving->path, on_progress, saving, &error)
      && (saving->table == NULL || write_table (saving, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3FigureWindow *self = user_data;
  Saving *saving = self->saving;
  gint done = g_atomic_int_get (&saving->done);

  /* Not every kind of file says how far it is. */
  if (done > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) done / WHOLE);
  else
    gtk_progress_bar_pulse (self->progress);
  if (!gtk_widget_get_visible (self->progress_bar))
    {
      gtk_widget_set_visible (self->progress_bar, TRUE);
      gtk_widget_grab_focus (self->cancel_button);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (source);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->saving, saving_unref);
  if (self->session == NULL)
    return; /* The window is gone. */
  gtk_widget_set_visible (self->progress_bar, FALSE);
  _ris3_figure_window_update_actions (self);
  if (ok)
    {
      g_autofree char *folder = g_path_get_dirname (saving->path);

      ris3_local_files_remember_folder (self->settings, folder);
      g_signal_emit_by_name (self, "saved", saving->path);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_grab_focus (self->save_button);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ris3_figure_window_tell_problem (self, error->message);
}

static void
start (Ris3FigureWindow *self, const char *path, const char *table)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = ris3_text_shorten (name, MAX_NAME);
  g_autofree char *words = g_strdup_printf (_ ("Writing “%s”…"), shown);
  Saving *saving = g_atomic_rc_box_new0 (Saving);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written_cb, NULL);

  saving->figure = ris3_figure_page_ref (ris3_figure_draft_get_figure (self->draft));
  saving->format = _ris3_figure_window_get_format (self);
  saving->path = g_strdup (path);
  saving->table = g_strdup (table);
  self->saving = saving;
  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  _ris3_figure_window_update_actions (self);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (saving), saving_unref);
  g_task_run_in_thread (task, write_in_thread);
}

void
_ris3_figure_window_stop_saving (Ris3FigureWindow *self)
{
  if (self->saving != NULL)
    g_atomic_int_set (&((Saving *) self->saving)->is_stopped, TRUE);
}

/* NULL: no table is saved. (transfer full) */
static char *
get_table_path (Ris3FigureWindow *self, const char *path)
{
  return ris3_map_page_dup_table_path (path, ris3_figure_table_row_get (self->table_row));
}

static void
on_table_answered_cb (Ris3FigureWindow *self, const char *response, GtkWidget *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), PATH_KEY);
  g_autofree char *table = get_table_path (self, path);

  if (g_str_equal (response, "replace") && self->session != NULL && self->saving == NULL
      && ris3_figure_draft_is_ready (self->draft))
    start (self, path, table);
}

/* The dialog of files has asked about the figure, not about its table. */
static void
check_table (Ris3FigureWindow *self, const char *path)
{
  g_autofree char *table = get_table_path (self, path);
  g_autofree char *name = table != NULL ? g_filename_display_basename (table) : NULL;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (table == NULL || !g_file_test (table, G_FILE_TEST_EXISTS))
    {
      start (self, path, table);
      return;
    }
  heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                   _ ("The table of values is saved beside the figure, under the same name."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace", _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), PATH_KEY, g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_table_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response_cb (Ris3FigureWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *chosen = ris3_local_files_take_path (chooser, response, &error);
  g_autofree char *suffix = g_strconcat (".", ris3_page_format_get_id (_ris3_figure_window_get_format (self)), NULL);
  g_autofree char *path = NULL;
  Ris3PageFormat format;

  /* The ending tells the kind of file. */
  if (chosen != NULL && ris3_page_format_from_path (chosen, &format))
    {
      path = g_strdup (chosen);
      adw_combo_row_set_selected (self->format_row, format);
    }
  else if (chosen != NULL)
    path = ris3_local_files_add_suffix (chosen, suffix, &error);
  _ris3_figure_window_tell_problem (self, error != NULL ? error->message : NULL);
  if (path != NULL && self->saving == NULL && ris3_figure_draft_is_ready (self->draft))
    check_table (self, path);
}

/* The years of a page, of both maps where they differ. (transfer full), NULL if it is of the latest strategies */
static char *
describe_years (const Ris3MapPage *page)
{
  const char *period = ris3_classification_get_period (page->classification);
  const char *other = page->compared != NULL ? ris3_classification_get_period (page->compared) : period;
  g_autofree char *years = period != NULL ? ris3_period_to_text (period) : NULL;
  g_autofree char *other_years = other != NULL && g_strcmp0 (period, other) != 0 ? ris3_period_to_text (other) : NULL;

  if (years != NULL && other_years != NULL)
    return g_strdup_printf ("%s, %s", years, other_years);
  return years != NULL ? g_steal_pointer (&years) : g_steal_pointer (&other_years);
}

/* "Personalised medicine (PM) in RIS3, 2014–2020.png" (transfer full) */
static char *
suggest_name (Ris3FigureWindow *self)
{
  const Ris3PageOptions *options = ris3_figure_draft_get_options (self->draft);
  const Ris3MapPage *page = ris3_figure_page_get_map_page (ris3_figure_draft_get_figure (self->draft));
  g_autofree char *shown = ris3_text_to_line (options->title != NULL ? options->title : self->own_title, MAX_NAME);
  g_autofree char *years = options->title == NULL ? describe_years (page) : NULL;

  g_strdelimit (shown, "/\\:*?\"<>|", '-');
  return g_strconcat (shown, years != NULL ? ", " : "", years != NULL ? years : "", ".",
                      ris3_page_format_get_id (_ris3_figure_window_get_format (self)), NULL);
}

void
_ris3_figure_window_save (Ris3FigureWindow *self)
{
  Ris3PageFormat format = _ris3_figure_window_get_format (self);
  g_autofree char *suggestion = suggest_name (self);
  g_autofree char *last = ris3_local_files_recall_folder (self->settings);
  g_autoptr (GFile) folder = g_file_new_for_path (last);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save the Map for a Report"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  /* The kind that is chosen comes first. */
  for (guint i = 0; i < RIS3_N_PAGE_FORMATS; i++)
    {
      Ris3PageFormat offered = (format + i) % RIS3_N_PAGE_FORMATS;

      ris3_local_files_add_filter (chooser, ris3_page_format_get_title (offered),
                                   (const char *const[]){ ris3_page_format_get_id (offered), NULL });
    }
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), suggestion);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The files are written, and what became of them is told. */

#include "config.h"

#include "app/figure/ris3-figure-batch-private.h"

#include <glib/gi18n.h>

#include "app/ris3-local-files.h"
#include "model/ris3-text.h"

#define INTERVAL 100 /* ms, between two looks at the progress */
#define MAX_NAME 60

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3FigureBatch *self = user_data;
  const char *const *names = ris3_figure_batch_job_get_names (self->job);
  guint n_files = ris3_figure_batch_job_get_n_files (self->job);
  guint n_done = ris3_figure_batch_job_get_n_done (self->job);
  guint at = MIN (n_done, n_files - 1);
  g_autofree char *name = ris3_text_shorten (names[at], MAX_NAME);
  /* Translators: the number of a file, of how many, and its name */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u: %s"), at + 1, n_files, name);

  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / n_files);
  return G_SOURCE_CONTINUE;
}

/* (transfer full) */
static char *
describe (Ris3FigureBatch *self)
{
  guint n_skipped = ris3_figure_batch_job_get_n_skipped (self->job);
  guint n_failed = g_strv_length ((char **) ris3_figure_batch_job_get_failures (self->job));
  guint n_rest = ris3_figure_batch_job_get_n_files (self->job) - ris3_figure_batch_job_get_n_written (self->job)
                 - n_skipped - n_failed;
  GString *text = g_string_new (NULL);

  if (n_skipped > 0)
    g_string_append_printf (
        text,
        ngettext ("%u file existed and was left as it was.", "%u files existed and were left as they were.", n_skipped),
        n_skipped);
  if (n_failed > 0)
    g_string_append_printf (text,
                            ngettext ("%s%u file could not be saved:", "%s%u files could not be saved:", n_failed),
                            text->len > 0 ? "\n" : "", n_failed);
  if (n_rest > 0)
    g_string_append_printf (
        text, ngettext ("%sIt was stopped before the last file.", "%sIt was stopped before the last %u files.", n_rest),
        text->len > 0 ? "\n" : "", n_rest);
  return g_string_free (text, FALSE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (source);
  guint n_written = ris3_figure_batch_job_get_n_written (self->job);
  const char *const *failures = ris3_figure_batch_job_get_failures (self->job);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u File Was Saved", "%u Files Were Saved", n_written), n_written);
  g_autofree char *words = NULL;

  ris3_figure_batch_job_write_finish (self->job, result);
  self->is_writing = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session == NULL)
    return; /* The window is gone. */
  words = describe (self);
  adw_status_page_set_icon_name (self->report, failures[0] == NULL ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  adw_status_page_set_title (self->report, title);
  adw_status_page_set_description (self->report, words);
  gtk_string_list_splice (self->failures, 0, g_list_model_get_n_items (G_LIST_MODEL (self->failures)), failures);
  gtk_widget_set_visible (self->failures_frame, failures[0] != NULL);
  gtk_stack_set_visible_child_name (self->pages, "report");
  gtk_widget_grab_focus (self->open_button);
  _ris3_figure_batch_update (self);
}

static void
start (Ris3FigureBatch *self, gboolean skips)
{
  ris3_local_files_remember_folder (self->settings, self->folder);
  self->is_writing = TRUE;
  ris3_figure_batch_job_write_async (self->job, skips, self, on_written_cb, NULL);
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  on_tick_cb (self);
  gtk_stack_set_visible_child_name (self->pages, "working");
  gtk_widget_grab_focus (self->cancel_button);
  _ris3_figure_batch_update (self);
}

static void
on_answered_cb (Ris3FigureBatch *self, const char *response)
{
  if (!g_str_equal (response, "cancel") && self->session != NULL && self->is_ready && !self->is_writing)
    start (self, g_str_equal (response, "skip"));
}

void
_ris3_figure_batch_save (Ris3FigureBatch *self)
{
  guint n_existing = ris3_figure_batch_job_get_n_existing (self->job);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (!self->is_ready || self->is_writing)
    return;
  if (n_existing == 0)
    {
      start (self, FALSE);
      return;
    }
  heading = g_strdup_printf (ngettext ("%u File Exists Already", "%u Files Exist Already", n_existing), n_existing);
  dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("Replace them with the new ones, or keep them and save only files that there are not yet."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "skip", _ ("_Keep"),
                                    "replace", _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ris3_figure_batch_stop (Ris3FigureBatch *self)
{
  if (self->job != NULL)
    ris3_figure_batch_job_stop (self->job);
}

void
_ris3_figure_batch_open_folder (Ris3FigureBatch *self)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

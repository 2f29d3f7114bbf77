/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The packs are written, and what became of them is told. */

#include "config.h"

#include "app/consultation/ris3-packs-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-local-files.h"
#include "model/ris3-printable.h"
#include "model/ris3-text.h"

#define INTERVAL 100 /* ms, between two looks at the progress */
#define MAX_NAME 60
#define MAX_NAMES 5 /* of files that exist, which are named */

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3PacksWindow *self = user_data;
  const char *const *names = ris3_packs_job_get_names (self->job);
  guint n_packs = ris3_packs_job_get_n_packs (self->job);
  guint n_done = ris3_packs_job_get_n_done (self->job);
  guint at = MIN (n_done, n_packs - 1);
  g_autofree char *name = ris3_text_shorten (names[at], MAX_NAME);
  /* Translators: the number of a file, of how many, and its name */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u: %s"), at + 1, n_packs, name);

  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / n_packs);
  return G_SOURCE_CONTINUE;
}

/* Where they are, and what is not there. (transfer full) */
static char *
describe (Ris3PacksWindow *self)
{
  guint n_written = ris3_packs_job_get_n_written (self->job);
  guint n_skipped = ris3_packs_job_get_n_skipped (self->job);
  guint n_failed = g_strv_length ((char **) ris3_packs_job_get_failures (self->job));
  guint n_rest = ris3_packs_job_get_n_packs (self->job) - n_written - n_skipped - n_failed;
  g_autofree char *folder = g_filename_display_name (self->folder);
  g_autofree char *escaped = ris3_printable_markup (folder);
  GString *text = g_string_new (NULL);

  if (n_written > 0)
    /* Translators: %s is a folder. */
    g_string_append_printf (text, _ ("Folder: “%s”"), escaped);
  if (n_skipped > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text,
                              ngettext ("%u pack existed and was left as it was.",
                                        "%u packs existed and were left as they were.", n_skipped),
                              n_skipped);
    }
  if (n_rest > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (
          text, ngettext ("It was stopped before the last pack.", "It was stopped before the last %u packs.", n_rest),
          n_rest);
    }
  return g_string_free (text, FALSE);
}

/* What failed, and who gets none. */
static void
show_rest (Ris3PacksWindow *self)
{
  g_autofree char *failures = g_strjoinv ("\n", (char **) ris3_packs_job_get_failures (self->job));
  g_autofree char *without = g_strjoinv ("\n", (char **) ris3_packs_job_get_without (self->job));
  g_autofree char *text = g_strconcat (failures, *failures != '\0' && *without != '\0' ? "\n" : "", without, NULL);

  gtk_label_set_text (self->rest, text);
  gtk_widget_set_visible (self->rest_frame, *text != '\0');
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (source);
  guint n_written = ris3_packs_job_get_n_written (self->job);
  gboolean has_failed = ris3_packs_job_get_failures (self->job)[0] != NULL;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u Pack Was Written", "%u Packs Were Written", n_written), n_written);
  g_autofree char *words = NULL;

  ris3_packs_job_write_finish (self->job, result);
  self->is_writing = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session == NULL)
    return; /* The window is gone. */
  words = describe (self);
  adw_status_page_set_icon_name (self->report, has_failed ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_title (self->report, title);
  adw_status_page_set_description (self->report, words);
  show_rest (self);
  gtk_stack_set_visible_child_name (self->pages, "report");
  gtk_widget_grab_focus (self->open_button);
  /* All of it is selected as the page before goes. */
  gtk_label_select_region (self->rest, 0, 0);
  _ris3_packs_window_update (self);
}

static void
start (Ris3PacksWindow *self, gboolean skips)
{
  ris3_local_files_remember_folder (self->settings, self->folder);
  self->is_writing = TRUE;
  ris3_packs_job_write_async (self->job, skips, self, on_written_cb, NULL);
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  on_tick_cb (self);
  gtk_stack_set_visible_child_name (self->pages, "working");
  gtk_widget_grab_focus (self->cancel_button);
  _ris3_packs_window_update (self);
}

static void
on_answered_cb (Ris3PacksWindow *self, const char *response)
{
  if (!g_str_equal (response, "cancel") && self->session != NULL && self->is_ready && !self->is_writing)
    start (self, g_str_equal (response, "skip"));
}

/* The first of them, and what can be done. (transfer full) */
static char *
describe_existing (const char *const *names, guint n_names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_names, MAX_NAMES); i++)
    {
      g_autofree char *name = ris3_text_shorten (names[i], MAX_NAME);

      g_string_append_printf (text, "%s\n", name);
    }
  if (n_names > MAX_NAMES)
    g_string_append_printf (text, ngettext ("and %u more\n", "and %u more\n", n_names - MAX_NAMES),
                            n_names - MAX_NAMES);
  g_string_append_printf (text, "\n%s",
                          _ ("Answers that somebody has written into them are lost if they are replaced. Or keep them, "
                             "and write only packs that there are not yet."));
  return g_string_free (text, FALSE);
}

void
_ris3_packs_window_write (Ris3PacksWindow *self)
{
  const char *const *existing;
  guint n_existing;
  g_autofree char *heading = NULL;
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  if (!self->is_ready || self->is_writing || ris3_packs_job_get_n_packs (self->job) == 0)
    return;
  existing = ris3_packs_job_get_existing (self->job);
  n_existing = g_strv_length ((char **) existing);
  if (n_existing == 0)
    {
      start (self, FALSE);
      return;
    }
  heading = g_strdup_printf (ngettext ("%u Pack Exists Already", "%u Packs Exist Already", n_existing), n_existing);
  words = describe_existing (existing, n_existing);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, words);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "skip", _ ("_Keep"),
                                    "replace", _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "skip");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ris3_packs_window_stop (Ris3PacksWindow *self)
{
  if (self->job != NULL)
    ris3_packs_job_stop (self->job);
}

void
_ris3_packs_window_open_folder (Ris3PacksWindow *self)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the import does in the background: opening, the dry run, and the edit. */

#include "config.h"

#include "app/table/ris3-import-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-edit.h"

/* Until a page with the progress is shown, and between two looks at it. */
#define INTERVAL 100 /* ms */

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static char *
describe_progress (Ris3ImportWindow *self, double *fraction)
{
  guint n_done, n_rows;
  Ris3ImportStage stage = ris3_import_draft_get_progress (self->draft, &n_done, &n_rows);

  *fraction = n_rows > 0 ? MIN (1.0, (double) n_done / n_rows) : -1;
  if (self->working == RIS3_IMPORT_WRITES)
    {
      Ris3ImportRows *rows = ris3_import_rows_page_get_rows (self->rows_page);
      guint n_chosen = ris3_import_rows_count_chosen (rows);
      guint n_written = ris3_import_rows_count_written (rows);

      /* What follows the rows takes as long as it takes: to record and to commit them. */
      *fraction = n_written < n_chosen ? (double) n_written / n_chosen : -1;
      return g_strdup_printf (ngettext ("Importing %u of %u row…", "Importing %u of %u rows…", n_chosen), n_written,
                              n_chosen);
    }
  if (stage == RIS3_IMPORT_READING && n_done == 0)
    return g_strdup (_ ("Reading the file…"));
  if (stage == RIS3_IMPORT_READING)
    return g_strdup_printf (ngettext ("Reading the file: %u row…", "Reading the file: %u rows…", n_done), n_done);
  if (stage == RIS3_IMPORT_UNDERSTANDING)
    return g_strdup_printf (ngettext ("Checking %u of %u row…", "Checking %u of %u rows…", n_rows), n_done, n_rows);
  return g_strdup_printf (
      ngettext ("Comparing %u of %u row with the atlas…", "Comparing %u of %u rows with the atlas…", n_rows), n_done,
      n_rows);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3ImportWindow *self = user_data;
  double fraction;
  g_autofree char *words = describe_progress (self, &fraction);

  gtk_label_set_text (self->progress_words, words);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
  if (!g_str_equal (_ris3_import_window_get_page (self), "working"))
    {
      _ris3_import_window_show_page (self, "working");
      gtk_widget_grab_focus (self->cancel_button);
    }
  return G_SOURCE_CONTINUE;
}

static void
begin (Ris3ImportWindow *self, Ris3ImportWorking working)
{
  _ris3_import_window_stop (self);
  _ris3_import_window_tell_problem (self, NULL);
  self->working = working;
  self->cancellable = g_cancellable_new ();
  /* What is quick needs no page of its own. */
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  _ris3_import_window_update (self);
}

static void
end (Ris3ImportWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  self->working = RIS3_IMPORT_IDLE;
}

void
_ris3_import_window_stop (Ris3ImportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  end (self);
}

/* Whether this is the end of what is being done, and not of what was stopped. */
static gboolean
is_current (Ris3ImportWindow *self, GTask *task)
{
  return self->cancellable != NULL && g_task_get_cancellable (task) == self->cancellable;
}

/* A sheet that is read in another way is recalled alone; what a person has said of its table stays. */
static void
show_opened (Ris3ImportWindow *self, gboolean is_first)
{
  guint n_sheets = ris3_table_file_get_n_sheets (ris3_import_draft_get_file (self->draft));

  for (guint i = 0; i < n_sheets; i++)
    {
      Ris3ImportSheet *sheet = ris3_import_draft_get_sheet (self->draft, i);

      if (sheet != NULL && (is_first || sheet == ris3_import_draft_get_shown (self->draft))
          && !ris3_import_sheet_is_table_chosen (sheet))
        _ris3_import_window_recall (self, sheet);
    }
  if (is_first)
    ris3_import_draft_tick_known (self->draft);
  else
    ris3_import_draft_tick (self->draft, ris3_import_sheet_get_number (ris3_import_draft_get_shown (self->draft)),
                            TRUE);
  _ris3_import_window_show_file (self);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3ImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_first;

  if (!is_current (self, G_TASK (result)))
    return;
  is_first = ris3_import_draft_get_file (self->draft) == NULL
             || g_strcmp0 (ris3_import_draft_get_path (self->draft), self->path) != 0;
  end (self);
  if (ris3_import_draft_open_finish (self->draft, result, &error))
    {
      show_opened (self, is_first);
      if (is_first)
        ris3_import_file_page_focus (self->file_page);
    }
  else if (is_first)
    _ris3_import_window_fail (self, error);
  else
    {
      /* The other way to read it can be chosen where this one was. */
      g_autofree char *words = ris3_atlas_error_get_words (error);

      _ris3_import_window_show_file (self);
      _ris3_import_window_tell_problem (self, words);
    }
}

void
_ris3_import_window_open (Ris3ImportWindow *self,
                          const char *path,
                          const char *encoding,
                          char separator,
                          guint sheet,
                          guint heading_row)
{
  g_autofree char *kept = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  g_clear_pointer (&self->compared, g_free);
  begin (self, RIS3_IMPORT_OPENS);
  ris3_import_draft_open_async (self->draft, self->path, encoding, separator, sheet, heading_row, self->cancellable,
                                on_opened_cb, g_object_ref (self));
}

/* Rows that were not to be imported still are not, where the file has the same rows. */
static void
keep_choice (Ris3ImportRows *rows, GPtrArray *plans)
{
  GPtrArray *before = ris3_import_rows_get_plans (rows);

  for (guint i = 0; i < plans->len && plans->len == before->len; i++)
    {
      Ris3ImportPlan *then = g_ptr_array_index (before, i);
      Ris3ImportPlan *now = g_ptr_array_index (plans, i);
      guint n_rows = ris3_import_plan_get_n_rows (now);

      for (guint row = 0; row < n_rows && n_rows == ris3_import_plan_get_n_rows (then); row++)
        if (ris3_import_rows_can_choose (then, row) && !ris3_import_plan_is_chosen (then, row)
            && ris3_import_rows_can_choose (now, row))
          ris3_import_plan_set_chosen (now, row, FALSE);
    }
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3ImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *told = NULL;

  if (!is_current (self, G_TASK (result)))
    return;
  end (self);
  told = g_steal_pointer (&self->told);
  plans = ris3_import_draft_compare_finish (self->draft, result, &error);
  if (plans == NULL)
    {
      _ris3_import_window_fail (self, error);
      return;
    }
  g_free (self->compared);
  self->compared = ris3_import_draft_dup_choices (self->draft);
  if (told != NULL && ris3_import_rows_page_get_rows (self->rows_page) != NULL)
    keep_choice (ris3_import_rows_page_get_rows (self->rows_page), plans);
  ris3_import_rows_page_show (self->rows_page, plans, told != NULL);
  _ris3_import_window_show_page (self, "rows");
  ris3_import_rows_page_focus (self->rows_page);
  if (told != NULL)
    _ris3_import_window_tell (self, told);
}

void
_ris3_import_window_compare (Ris3ImportWindow *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autoptr (GPtrArray) ticked = ris3_import_draft_list_ticked (self->draft);

  if (atlas == NULL || ticked->len == 0)
    return;
  for (guint i = 0; i < ticked->len; i++)
    _ris3_import_window_remember (self, g_ptr_array_index (ticked, i));
  g_clear_pointer (&self->told, g_free);
  begin (self, RIS3_IMPORT_COMPARES);
  ris3_import_draft_compare_async (self->draft, ris3_atlas_get_path (atlas), self->cancellable, on_compared_cb,
                                   g_object_ref (self));
}

void
_ris3_import_window_compare_again (Ris3ImportWindow *self, char *words)
{
  _ris3_import_window_compare (self);
  g_free (self->told);
  self->told = words;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3ImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edited = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);
  g_autofree char *words = NULL;

  if (self->draft == NULL)
    return; /* The window is gone. */
  if (edited != NULL)
    {
      /* The main window names the edit and offers to undo it. */
      end (self);
      if (edited->change_id == 0)
        g_signal_emit_by_name (self, "unrecorded",
                               ris3_import_rows_count_chosen (ris3_import_rows_page_get_rows (self->rows_page)));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  end (self);
  _ris3_import_window_show_page (self, "rows");
  ris3_import_rows_page_focus (self->rows_page);
  if (is_cancelled (error))
    {
      _ris3_import_window_tell (self, _ ("Nothing was imported."));
      return;
    }
  words = ris3_atlas_error_get_words (error);
  ris3_import_rows_page_tell_problem (self->rows_page, words);
}

void
_ris3_import_window_write (Ris3ImportWindow *self)
{
  Ris3ImportRows *rows = ris3_import_rows_page_get_rows (self->rows_page);
  g_autoptr (Ris3Edit) edit = NULL;

  if (rows == NULL || ris3_import_rows_count_chosen (rows) == 0)
    return;
  edit = ris3_import_plans_make_edit ((Ris3ImportPlan *const *) ris3_import_rows_get_plans (rows)->pdata,
                                      ris3_import_rows_get_n_plans (rows));
  ris3_import_rows_page_tell_problem (self->rows_page, NULL);
  begin (self, RIS3_IMPORT_WRITES);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, self->cancellable, on_written_cb,
                           g_object_ref (self));
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report of the dry run, copied or saved. */

#include "config.h"

#include "app/table/ris3-import-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-local-files.h"
#include "app/table/ris3-import-report.h"
#include "app/table/ris3-table-files.h"
#include "model/ris3-output-file.h"

typedef struct
{
  GPtrArray *plans; /* of Ris3ImportPlan */
  char *file_name;
  char *path; /* NULL: to the clipboard */
  Ris3OutputFlags flags;
  gboolean is_csv;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_ptr_array_unref (report->plans);
  g_free (report->file_name);
  g_free (report->path);
  g_free (report);
}

static void
report_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Report *report = task_data;
  GError *error = NULL;
  g_autofree char *text = report->is_csv ? ris3_import_report_csv (report->plans)
                                         : ris3_import_report_text (report->plans, report->file_name);

  if (report->path == NULL)
    g_task_return_pointer (task, g_steal_pointer (&text), g_free);
  else if (ris3_output_file_write_all (report->path, report->flags, text, strlen (text), &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
}

static void
show_error (Ris3ImportWindow *self, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("No Report Was Saved"), NULL);
  g_autofree char *words = ris3_atlas_error_get_words (error);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), words);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_reported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (source);
  const Report *report = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->draft == NULL)
    return; /* The window is gone. */
  self->working = RIS3_IMPORT_IDLE;
  _ris3_import_window_update (self);
  if (error != NULL)
    show_error (self, error);
  else if (report->path != NULL)
    _ris3_import_window_tell (self, _ ("The report is saved."));
  else
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
      _ris3_import_window_tell (self, _ ("The report is on the clipboard."));
    }
}

/* While the plans are read in another thread, nothing of them can be chosen. path: (transfer full), NULL */
static void
start (Ris3ImportWindow *self, char *path, gboolean is_csv, Ris3OutputFlags flags)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_reported_cb, NULL);
  g_autofree char *base = g_path_get_basename (ris3_import_draft_get_path (self->draft));
  Report *report = g_new0 (Report, 1);

  report->plans = g_ptr_array_ref (ris3_import_rows_get_plans (ris3_import_rows_page_get_rows (self->rows_page)));
  report->file_name = g_filename_display_name (base);
  report->path = path;
  report->is_csv = is_csv;
  report->flags = flags;
  self->working = RIS3_IMPORT_REPORTS;
  _ris3_import_window_update (self);
  g_task_set_task_data (task, report, report_free);
  g_task_run_in_thread (task, report_in_thread);
}

static gboolean
can_report (Ris3ImportWindow *self)
{
  return self->working == RIS3_IMPORT_IDLE && ris3_import_rows_page_get_rows (self->rows_page) != NULL;
}

static void
copy_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);

  if (can_report (self))
    start (self, NULL, FALSE, RIS3_OUTPUT_DEFAULT);
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path), n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (path + length - n, suffix) == 0;
}

static void
on_response_cb (Ris3ImportWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (error != NULL)
    show_error (self, error);
  if (path == NULL || !can_report (self))
    return;
  if (has_suffix (path, ".csv"))
    start (self, g_steal_pointer (&path), TRUE, RIS3_OUTPUT_CSV);
  else if (has_suffix (path, ".txt"))
    start (self, g_steal_pointer (&path), FALSE, RIS3_OUTPUT_TXT);
  else
    /* The dialog has asked about the name that was typed, and about no other. */
    start (self, g_strconcat (path, ".txt", NULL), FALSE, RIS3_OUTPUT_TXT | RIS3_OUTPUT_NEW);
}

static void
save_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const text[] = { "txt", NULL };
  static const char *const csv[] = { "csv", NULL };
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);
  GtkFileChooserNative *chooser;

  if (!can_report (self))
    return;
  /* Translators: the name of a file, without its ending. */
  chooser = ris3_local_files_new_save (GTK_WINDOW (self), _ ("Save the Report"), _ ("Import Report.txt"));
  ris3_local_files_add_filter (chooser, _ ("Texts"), text);
  ris3_local_files_add_filter (chooser, _ ("Tables (CSV)"), csv);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_ris3_import_window_install_report_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.copy-report", NULL, copy_report_action);
  gtk_widget_class_install_action (klass, "import.save-report", NULL, save_report_action);
}

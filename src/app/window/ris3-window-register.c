/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The register of the comments that the inbox lists: what authorities are sent back. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-local-files.h"
#include "app/ris3-session-filter.h"
#include "app/table/ris3-export-job.h"
#include "map/ris3-filter-description.h"
#include "model/ris3-text.h"
#include "report/ris3-register-sheet.h"

#define MAX_NAME 60

static const char *const sheet_suffixes[] = { "pdf", NULL };
static const Ris3ExportFormat formats[] = { RIS3_EXPORT_XLSX, RIS3_EXPORT_ODS, RIS3_EXPORT_CSV };

/* What is being written. */
typedef struct
{
  Ris3Window *window; /* owned */
  Ris3ExportJob *job; /* owned */
  gpointer listed;    /* owned */
} Saving;

/* Which comments of which atlas: what a thread needs to know. */
typedef struct
{
  char *atlas_path;
  GArray *ids;
  Ris3ExportFormat format;
  guint n_mentions; /* comments that mention a person; of what was read */
} Listed;

static void
clear_listed (gpointer data)
{
  Listed *listed = data;

  g_free (listed->atlas_path);
  g_array_unref (listed->ids);
}

static gpointer
ref_listed (gpointer listed)
{
  return g_atomic_rc_box_acquire (listed);
}

static void
unref_listed (gpointer listed)
{
  g_atomic_rc_box_release_full (listed, clear_listed);
}

static Listed *
list (Ris3Window *self)
{
  GListModel *comments = G_LIST_MODEL (ris3_inbox_page_get_list (self->inbox));
  Listed *listed = g_atomic_rc_box_new0 (Listed);

  listed->atlas_path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (self->session)));
  listed->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint64 id = ris3_comment_get_id (comment);

      g_array_append_val (listed->ids, id);
    }
  return listed;
}

static Ris3CommentRegister *
read_register (Listed *listed, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (listed->atlas_path, cancellable, error);

  g_autoptr (Ris3CommentRegister) comments
      = atlas != NULL ? ris3_comment_register_new_listed (atlas, (const gint64 *) (gpointer) listed->ids->data,
                                                          listed->ids->len, cancellable, error)
                      : NULL;

  if (comments == NULL || !ris3_comment_register_count_mentions (comments, &listed->n_mentions, cancellable, error))
    return NULL;
  return g_steal_pointer (&comments);
}

static Ris3Export *
make (gpointer shown, const Ris3ExportBase *base, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3CommentRegister) comments = read_register (shown, cancellable, error);

  return comments != NULL ? ris3_export_new_register (comments, base, ((Listed *) shown)->format) : NULL;
}

/* What is left out, in words; NULL: nothing is. (transfer full) */
static char *
describe (Ris3Window *self)
{
  static const char *const words[RIS3_N_INBOX_SHOWN] = {
    [RIS3_INBOX_OPEN] = N_ ("Open comments"),
    [RIS3_INBOX_DECIDED] = N_ ("Decided comments"),
    [RIS3_INBOX_UNREAD] = N_ ("Unread comments"),
  };
  Ris3InboxList *comments = ris3_inbox_page_get_list (self->inbox);
  const char *shown = words[ris3_inbox_list_get_shown (comments)];
  g_autoptr (Ris3Filter) filter = ris3_session_tell_filter (self->session);
  g_autofree char *filtered = ris3_filter_is_empty (filter)
                                  ? NULL
                                  : ris3_filter_describe (filter, ris3_session_get_filter_result (self->session));

  if (ris3_inbox_list_has_only (comments))
    {
      g_free (filtered);
      filtered = g_strdup (_ ("Some of the comments"));
    }
  if (shown == NULL)
    return g_steal_pointer (&filtered);
  return filtered != NULL ? g_strdup_printf ("%s · %s", _ (shown), filtered) : g_strdup (_ (shown));
}

/* Says what became of it. */
static void
tell_saved (Ris3Window *self, const char *path, guint n_rows, guint n_mentions, const GError *error)
{
  g_autofree char *mentions = ris3_comment_register_describe_mentions (n_mentions);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = ris3_text_shorten (name, MAX_NAME);
  g_autofree char *text = NULL;
  gboolean ok = error == NULL;

  if (self->session == NULL)
    return; /* The window is gone. */
  if (ok)
    text = g_strdup_printf (
        ngettext ("Saved a register of %u comment as “%s”.", "Saved a register of %u comments as “%s”.", n_rows),
        n_rows, shown);
  else
    text = ris3_atlas_error_get_words (error);
  if (ok && mentions != NULL)
    {
      g_autofree char *saved = g_steal_pointer (&text);

      text = g_strdup_printf ("%s %s", saved, mentions);
    }
  _ris3_window_tell (self, text, ok ? _ ("Open _Folder") : NULL, ok ? "win.open-folder" : NULL,
                     ok ? g_variant_new_string (uri) : NULL);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (Ris3Window) self = saving->window;
  g_autoptr (Ris3ExportJob) job = saving->job;
  g_autoptr (GError) error = NULL;
  guint n_rows;

  ris3_export_job_run_finish (job, result, &error);
  ris3_export_job_get_progress (job, &n_rows);
  tell_saved (self, ris3_export_job_get_path (job), n_rows, ((Listed *) saving->listed)->n_mentions, error);
  unref_listed (saving->listed);
}

/* A register to be read, rather than a table. */
typedef struct
{
  Listed *listed;
  char *filter; /* NULL: all */
  char *path;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  unref_listed (sheet->listed);
  g_free (sheet->filter);
  g_free (sheet->path);
  g_free (sheet);
}

static void
write_sheet_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Sheet *sheet = task_data;
  GError *error = NULL;
  g_autoptr (Ris3CommentRegister) comments = read_register (sheet->listed, cancellable, &error);
  Ris3FileId input;
  guint n_inputs = ris3_file_id_get (sheet->listed->atlas_path, &input) ? 1 : 0;

  if (comments != NULL
      && ris3_register_sheet_write (comments, sheet->filter, sheet->path, &input, n_inputs, NULL, &error))
    g_task_return_int (task, ris3_comment_register_get_n_rows (comments));
  else
    g_task_return_error (task, error);
}

static void
on_sheet_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gssize n_rows = g_task_propagate_int (G_TASK (result), &error);
  Sheet *sheet = g_task_get_task_data (G_TASK (result));

  tell_saved (RIS3_WINDOW (source), sheet->path, (guint) MAX (n_rows, 0), sheet->listed->n_mentions, error);
}

static void
save_sheet (Ris3Window *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_sheet_saved_cb, NULL);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->listed = list (self);
  sheet->filter = describe (self);
  sheet->path = g_strdup (path);
  g_task_set_source_tag (task, save_sheet);
  g_task_set_task_data (task, sheet, sheet_free);
  g_task_run_in_thread (task, write_sheet_in_thread);
}

/* The file whose name was chosen, and its kind by that. is_sheet: (out): it is a PDF. (transfer full) */
static char *
complete_path (const char *chosen, Ris3ExportFormat *format, gboolean *is_sheet, GError **error)
{
  g_autofree char *base = g_path_get_basename (chosen);

  *is_sheet = g_str_has_suffix (chosen, ".pdf") || g_str_has_suffix (chosen, ".PDF");
  if (*is_sheet)
    return g_strdup (chosen);
  if (strchr (base, '.') == NULL)
    {
      *format = RIS3_EXPORT_XLSX;
      return ris3_local_files_add_suffix (chosen, ris3_export_format_get_suffix (*format), error);
    }
  if (ris3_export_format_from_path (chosen, format) && !ris3_export_format_has_shapes (*format))
    return g_strdup (chosen);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                       _ ("The name of a register ends in “.xlsx”, “.ods”, “.csv” or “.pdf”."));
  return NULL;
}

/* The ending of the kind of file that was chosen in the dialog; NULL: the first, which it proposes. */
static const char *
find_chosen_suffix (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (chooser);
  GtkFileFilter *chosen = gtk_file_chooser_get_filter (chooser);

  for (guint i = 1; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      if (filter == chosen)
        return i < G_N_ELEMENTS (formats) ? ris3_export_format_get_suffix (formats[i]) : ".pdf";
    }
  return NULL;
}

/* Who chose a kind of file, and left the name as it was proposed, means that kind. (transfer full) */
static char *
apply_chosen_suffix (const char *path, const char *suffix, GError **error)
{
  const char *proposed = ris3_export_format_get_suffix (formats[0]);
  g_autofree char *stem = NULL;

  if (suffix == NULL || !g_str_has_suffix (path, proposed))
    return g_strdup (path);
  stem = g_strndup (path, strlen (path) - strlen (proposed));
  return ris3_local_files_add_suffix (stem, suffix, error);
}

static void
save (Ris3Window *self, const char *path, Ris3ExportFormat format)
{
  g_autofree char *filter = describe (self);
  Listed *listed = list (self);
  Ris3ExportShown shown = { .shown = listed, .ref = ref_listed, .unref = unref_listed, .make = make, .filter = filter };
  Saving *saving = g_new0 (Saving, 1);
  Ris3ExportJob *job
      = ris3_export_job_new (self->session, RIS3_EXPORT_JOB_SHOWN, NULL, RIS3_EXPORT_DEFAULT, format, FALSE, path);

  listed->format = format;
  ris3_export_job_set_shown (job, &shown);
  saving->listed = listed;
  saving->window = g_object_ref (self);
  saving->job = job;
  ris3_export_job_run_async (job, NULL, on_saved_cb, saving);
}

static void
on_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  const char *suffix = find_chosen_suffix (GTK_FILE_CHOOSER (chooser));
  g_autofree char *typed = ris3_local_files_take_path (chooser, response, &error);
  g_autofree char *chosen = typed != NULL ? apply_chosen_suffix (typed, suffix, &error) : NULL;
  g_autofree char *path = NULL;
  Ris3ExportFormat format;
  gboolean is_sheet = FALSE;

  if (chosen != NULL)
    path = complete_path (chosen, &format, &is_sheet, &error);
  if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
  if (path == NULL || ris3_session_get_atlas (self->session) == NULL || self->inbox == NULL)
    return;
  if (is_sheet)
    save_sheet (self, path);
  else
    save (self, path, format);
}

/* What is left out is said before it is saved, too. (transfer full) */
static char *
name_dialog (Ris3Window *self)
{
  g_autofree char *filter = describe (self);
  g_autofree char *shown = filter != NULL ? ris3_text_to_line (filter, MAX_NAME) : NULL;

  return shown != NULL ? g_strdup_printf ("%s · %s", _ ("Save the Register of Comments"), shown)
                       : g_strdup (_ ("Save the Register of Comments"));
}

static void
save_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *chooser;
  g_autofree char *suggestion = g_strconcat (_ ("Register of Comments"), ".xlsx", NULL);
  g_autofree char *title = NULL;

  if (ris3_session_get_atlas (self->session) == NULL)
    return;
  /* It is of what is seen. */
  if (!_ris3_window_shows_inbox (self))
    _ris3_window_show_inbox (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (ris3_inbox_page_get_list (self->inbox))) == 0)
    {
      _ris3_window_tell (self, _ ("The inbox lists no comments that a register could be made of."), NULL, NULL, NULL);
      return;
    }
  title = name_dialog (self);
  chooser = ris3_local_files_new_save (GTK_WINDOW (self), title, suggestion);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *const suffixes[] = { ris3_export_format_get_id (formats[i]), NULL };

      ris3_local_files_add_filter (chooser, ris3_export_format_get_title (formats[i]), suffixes);
    }
  ris3_local_files_add_filter (chooser, _ ("PDF, to be read"), sheet_suffixes);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_ris3_window_install_register_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-register", NULL, save_register_action);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The register of the comments that the inbox lists, or of all: what authorities are sent back. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-filter.h"
#include "app/table/ris3-export-job.h"
#include "app/window/ris3-register-dialog.h"
#include "map/ris3-filter-description.h"
#include "model/ris3-text.h"
#include "report/ris3-register-sheet.h"

#define MAX_NAME 60

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
  gboolean is_all; /* whatever the inbox lists */
  GArray *ids;     /* that it lists */
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
list (Ris3Window *self, gboolean is_all)
{
  GListModel *comments = G_LIST_MODEL (ris3_inbox_page_get_list (self->inbox));
  Listed *listed = g_atomic_rc_box_new0 (Listed);

  listed->atlas_path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (self->session)));
  listed->is_all = is_all;
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
list_register (Listed *listed, Ris3Atlas *atlas, GCancellable *cancellable, GError **error)
{
  return listed->is_all ? ris3_comment_register_new (atlas, NULL, 0, cancellable, error)
                        : ris3_comment_register_new_listed (atlas, (const gint64 *) (gpointer) listed->ids->data,
                                                            listed->ids->len, cancellable, error);
}

static Ris3CommentRegister *
read_register (Listed *listed, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (listed->atlas_path, cancellable, error);
  g_autoptr (Ris3CommentRegister) comments = atlas != NULL ? list_register (listed, atlas, cancellable, error) : NULL;

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
save_sheet (Ris3Window *self, const char *path, gboolean is_all)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_sheet_saved_cb, NULL);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->listed = list (self, is_all);
  sheet->filter = is_all ? NULL : describe (self);
  sheet->path = g_strdup (path);
  g_task_set_source_tag (task, save_sheet);
  g_task_set_task_data (task, sheet, sheet_free);
  g_task_run_in_thread (task, write_sheet_in_thread);
}

static void
save (Ris3Window *self, const char *path, const Ris3RegisterChoice *choice)
{
  g_autofree char *filter = choice->is_all ? NULL : describe (self);
  Listed *listed = list (self, choice->is_all);
  Ris3ExportShown shown = { .shown = listed, .ref = ref_listed, .unref = unref_listed, .make = make, .filter = filter };
  Saving *saving = g_new0 (Saving, 1);
  Ris3ExportJob *job = ris3_export_job_new (self->session, RIS3_EXPORT_JOB_SHOWN, NULL, RIS3_EXPORT_DEFAULT,
                                            choice->format, FALSE, path);

  listed->format = choice->format;
  ris3_export_job_set_shown (job, &shown);
  saving->listed = listed;
  saving->window = g_object_ref (self);
  saving->job = job;
  ris3_export_job_run_async (job, NULL, on_saved_cb, saving);
}

static void
on_response_cb (Ris3Window *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GError) error = NULL;
  Ris3RegisterChoice choice = { FALSE };
  g_autofree char *path = ris3_register_dialog_take (dialog, response, &choice, &error);

  if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
  if (path == NULL || ris3_session_get_atlas (self->session) == NULL || self->inbox == NULL)
    return;
  if (choice.is_sheet)
    save_sheet (self, path, choice.is_all);
  else
    save (self, path, &choice);
}

static void
save_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *dialog;
  g_autofree char *listed = NULL;

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
  listed = describe (self);
  dialog = ris3_register_dialog_new (GTK_WINDOW (self), listed);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
_ris3_window_install_register_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-register", NULL, save_register_action);
}

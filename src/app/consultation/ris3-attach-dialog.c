/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-attach-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-session-edit.h"
#include "model/ris3-attachment.h"

/* How many files are named that are too large. */
#define MAX_NAMED 5

/* Files on their way to a comment. */
typedef struct
{
  GtkWindow *parent;
  Ris3Session *session;
  Ris3Atlas *atlas;
  gint64 comment_id;
  char **files;
  Ris3AttachWay way;
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->session);
  g_object_unref (self->atlas);
  g_strfreev (self->files);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Attaching *self = data;
  GError *error = NULL;
  Ris3Edit *edit = ris3_attachment_make_edit (self->comment_id, (const char *const *) self->files, self->way, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, (GDestroyNotify) ris3_edit_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Attaching *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (edit == NULL)
    ris3_session_tell_failure (self->session, error);
  else if (self->atlas == ris3_session_get_atlas (self->session))
    ris3_session_edit (self->session, edit);
}

/* attaching: taken */
static void
run (Attaching *attaching, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, NULL);

  g_task_set_source_tag (task, ris3_attach_dialog_ask);
  g_task_set_task_data (task, attaching, attaching_free);
  g_task_run_in_thread (task, func);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response)
{
  Attaching *self;

  if (!g_str_equal (response, "store") && !g_str_equal (response, "link"))
    return;
  self = g_object_steal_data (G_OBJECT (dialog), "attaching");
  self->way = g_str_equal (response, "store") ? RIS3_ATTACH_FITTING : RIS3_ATTACH_LINKED;
  run (self, read_in_thread, on_read_cb);
}

/* The names of files, one a line. (transfer full) */
static char *
list_names (char **files)
{
  GString *names = g_string_new (NULL);
  guint n = g_strv_length (files);

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    {
      g_autofree char *name = g_filename_display_basename (files[i]);

      g_string_append_printf (names, "\n%s", name);
    }
  if (n > MAX_NAMED)
    g_string_append (names, "\n…");
  return g_string_free (names, FALSE);
}

/* What the choice means. too_large: those that cannot be stored (transfer full) */
static char *
describe (const Attaching *self, char **too_large)
{
  guint n = g_strv_length (self->files);
  guint n_large = g_strv_length (too_large);
  g_autofree char *most = g_format_size (RIS3_ATTACHMENT_MAX_SIZE);
  g_autofree char *names = list_names (too_large);
  GString *text = g_string_new (NULL);

  if (n_large > 0)
    {
      g_string_append_printf (
          text,
          ngettext ("The atlas takes in documents of at most %s. This one is larger and can only be linked:",
                    "The atlas takes in documents of at most %s. These are larger and can only be linked:", n_large),
          most);
      g_string_append_printf (text, "%s\n\n", names);
    }
  if (n_large < n)
    g_string_append_printf (text, "%s\n\n", _ ("What is stored goes along with each copy of the atlas."));
  g_string_append (text, _ ("A file that is linked stays where it is. The atlas keeps only where that is, and a digest "
                            "that tells whether the file was changed."));
  return g_string_free (text, FALSE);
}

static void
find_too_large_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Attaching *self = data;
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (guint i = 0; self->files[i] != NULL; i++)
    if (ris3_attachment_is_too_large (self->files[i]))
      g_strv_builder_add (found, self->files[i]);
  g_task_return_pointer (task, g_strv_builder_end (found), (GDestroyNotify) g_strfreev);
}

static Attaching *
attaching_copy (const Attaching *self)
{
  Attaching *copy = g_new0 (Attaching, 1);

  copy->parent = g_object_ref (self->parent);
  copy->session = g_object_ref (self->session);
  copy->atlas = g_object_ref (self->atlas);
  copy->comment_id = self->comment_id;
  copy->files = g_strdupv (self->files);
  return copy;
}

static void
on_looked_at_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Attaching *self = g_task_get_task_data (G_TASK (result));
  g_auto (GStrv) too_large = g_task_propagate_pointer (G_TASK (result), NULL);
  guint n = g_strv_length (self->files);
  guint n_large = g_strv_length (too_large);
  g_autofree char *name = g_filename_display_basename (self->files[0]);
  g_autofree char *heading = n == 1 ? g_strdup_printf (_ ("Attach “%s”?"), name)
                                    : g_strdup_printf (ngettext ("Attach %u Document?", "Attach %u Documents?", n), n);
  g_autofree char *body = describe (self, too_large);
  AdwMessageDialog *dialog;

  /* The window is closed, or shows another atlas. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self->parent)) || self->atlas != ris3_session_get_atlas (self->session))
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->parent, heading, body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "link",
                                    n == 1 ? _ ("_Link to the File") : _ ("_Link to the Files"), NULL);
  if (n_large < n)
    adw_message_dialog_add_response (dialog, "store",
                                     n_large > 0 ? _ ("_Store the Others") : _ ("_Store in the Atlas"));
  adw_message_dialog_set_response_appearance (dialog, n_large < n ? "store" : "link", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, n_large < n ? "store" : "link");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "attaching", attaching_copy (self), attaching_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ris3_attach_dialog_ask (GtkWindow *parent, Ris3Session *session, gint64 comment_id, const char *const *files)
{
  Attaching *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session) && files != NULL && files[0] != NULL);
  g_return_if_fail (ris3_session_get_atlas (session) != NULL);
  self = g_new0 (Attaching, 1);
  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->comment_id = comment_id;
  self->files = g_strdupv ((char **) files);
  run (self, find_too_large_in_thread, on_looked_at_cb);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-document-file.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/consultation/ris3-link-check.h"
#include "app/ris3-session-edit.h"

/* A document on its way to a person or a file. */
typedef struct
{
  GtkWindow *window;
  Ris3Session *session;
  GPtrArray *attachments; /* that it is one of */
  const Ris3Attachment *attachment;
  char *atlas_path;
  char *target; /* NULL: a place of its own, to be opened there */
} Way;

static Way *
way_new (GtkWindow *window, Ris3Session *session, GPtrArray *attachments, const Ris3Attachment *attachment)
{
  Way *self = g_new0 (Way, 1);

  self->window = g_object_ref (window);
  self->session = g_object_ref (session);
  self->attachments = g_ptr_array_ref (attachments);
  self->attachment = attachment;
  self->atlas_path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (session)));
  return self;
}

static void
way_free (gpointer data)
{
  Way *self = data;

  g_object_unref (self->window);
  g_object_unref (self->session);
  g_ptr_array_unref (self->attachments);
  g_free (self->atlas_path);
  g_free (self->target);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

/* A folder that only this person can read and that is gone with the session: a document may be a letter. Where an atlas
 * comes from is not known, so the name is no way to another folder. (transfer full) */
static char *
make_place (const Ris3Attachment *attachment, GError **error)
{
  g_autofree char *base = g_path_get_basename (attachment->name);
  g_autofree char *folder
      = g_build_filename (g_get_user_runtime_dir (), "ris3-atlas", "documents", attachment->digest, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("“%s” cannot be opened: there is no room for a copy of it."), attachment->name);
      return NULL;
    }
  return g_build_filename (folder, *base == '.' || *base == G_DIR_SEPARATOR ? "document" : base, NULL);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Way *self = data;
  GError *error = NULL;
  g_autofree char *path = self->target != NULL ? g_strdup (self->target) : make_place (self->attachment, &error);

  if (path != NULL && ris3_attachment_save (self->attachment, self->atlas_path, path, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Way *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *address = path != NULL && self->target == NULL ? g_filename_to_uri (path, NULL, &error) : NULL;

  if (error != NULL)
    ris3_session_tell_failure (self->session, error);
  else if (address != NULL && gtk_widget_get_realized (GTK_WIDGET (self->window)))
    gtk_show_uri (self->window, address, GDK_CURRENT_TIME);
}

/* way: taken */
static void
save (Way *way)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_saved_cb, NULL);

  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, way, way_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
on_open_anyway_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  if (g_str_equal (response, "open"))
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), user_data, GDK_CURRENT_TIME);
}

/* Where a linked file is, for people. (transfer full) */
static char *
describe_place (const Ris3Attachment *attachment)
{
  g_autofree char *path = g_filename_from_uri (attachment->url, NULL, NULL);

  return path != NULL ? g_filename_display_name (path) : g_strdup (attachment->url);
}

/* What is not as it was when it was linked; whether it is still what it was taken for, a person has to say. */
static void
tell_of_link (GtkWindow *window, const Ris3Attachment *attachment, gboolean is_missing)
{
  g_autofree char *place = describe_place (attachment);
  g_autofree char *heading
      = g_strdup_printf (is_missing ? _ ("“%s” Is Missing") : _ ("“%s” Was Changed"), attachment->name);
  g_autofree char *body
      = is_missing ? g_strdup_printf (_ ("The file is not where it was when it was linked:\n%s"), place)
                   : g_strdup (_ ("The file has another digest than when it was linked: it may not be any more what "
                                  "came with the comment."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_response (dialog, "close", is_missing ? _ ("_Close") : _ ("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "close");
  if (!is_missing)
    {
      adw_message_dialog_add_response (dialog, "open", _ ("_Open Anyway"));
      adw_message_dialog_set_default_response (dialog, "open");
      g_signal_connect_data (dialog, "response", G_CALLBACK (on_open_anyway_cb), g_strdup (attachment->url),
                             (GClosureNotify) (GCallback) g_free, 0);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) self = user_data;
  g_autoptr (GArray) states = ris3_link_check_finish (result);
  Ris3LinkState state = RIS3_LINK_UNKNOWN;

  for (guint i = 0; states != NULL && i < states->len; i++)
    if (self->attachments->pdata[i] == self->attachment)
      state = g_array_index (states, Ris3LinkState, i);
  /* Nobody sees it any more. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self->window)))
    return;
  if (state == RIS3_LINK_MISSING || state == RIS3_LINK_CHANGED)
    tell_of_link (self->window, self->attachment, state == RIS3_LINK_MISSING);
  else
    gtk_show_uri (self->window, self->attachment->url, GDK_CURRENT_TIME);
}

void
ris3_document_file_open (GtkWindow *window,
                         Ris3Session *session,
                         GPtrArray *attachments,
                         const Ris3Attachment *attachment)
{
  Way *way;

  g_return_if_fail (GTK_IS_WINDOW (window) && RIS3_IS_SESSION (session) && attachments != NULL && attachment != NULL);
  way = way_new (window, session, attachments, attachment);
  if (*attachment->url != '\0')
    ris3_link_check_async (attachments, attachment, 0, NULL, on_checked_cb, way);
  else
    save (way);
}

void
ris3_document_file_save (GtkWindow *window,
                         Ris3Session *session,
                         GPtrArray *attachments,
                         const Ris3Attachment *attachment,
                         const char *target)
{
  Way *way;

  g_return_if_fail (GTK_IS_WINDOW (window) && RIS3_IS_SESSION (session) && attachments != NULL && attachment != NULL);
  g_return_if_fail (target != NULL);
  way = way_new (window, session, attachments, attachment);
  way->target = g_strdup (target);
  save (way);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-documents.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-attach-dialog.h"
#include "app/consultation/ris3-document-file.h"
#include "app/consultation/ris3-document-row.h"
#include "app/consultation/ris3-inbox-parts.h"
#include "app/consultation/ris3-link-check.h"
#include "app/ris3-local-files.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-attachment.h"

/* Of a larger file that is linked, only the size is compared while it is listed. */
#define MAX_LISTED_SIZE (64 * 1024 * 1024) /* bytes */

struct _Ris3InboxDocuments
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Atlas *atlas;
  gint64 comment_id;
  guint n_attachments;
  GCancellable *reading;  /* NULL: nothing is read */
  GCancellable *checking; /* of what looks at files that are linked, until this is gone */
  GPtrArray *attachments;
  GArray *states;  /* of Ris3LinkState, one an attachment; NULL: not known */
  GtkWidget *part; /* NULL: there is nothing to show */
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (Ris3InboxDocuments, ris3_inbox_documents, GTK_TYPE_WIDGET)

static void
ris3_inbox_documents_dispose (GObject *object)
{
  Ris3InboxDocuments *self = RIS3_INBOX_DOCUMENTS (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->rows = NULL;
  g_clear_pointer (&self->part, gtk_widget_unparent);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_inbox_documents_parent_class)->dispose (object);
}

static GtkWindow *
get_window (Ris3InboxDocuments *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static Ris3Attachment *
find (Ris3InboxDocuments *self, gint64 id)
{
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    if (((Ris3Attachment *) self->attachments->pdata[i])->id == id)
      return self->attachments->pdata[i];
  return NULL;
}

static void
copy_digest_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const Ris3Attachment *attachment = find (RIS3_INBOX_DOCUMENTS (widget), g_variant_get_int64 (parameter));

  if (attachment != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), attachment->digest);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3InboxDocuments *self = RIS3_INBOX_DOCUMENTS (widget);
  const Ris3Attachment *attachment = find (self, g_variant_get_int64 (parameter));

  if (attachment != NULL)
    ris3_document_file_open (get_window (self), self->session, self->attachments, attachment);
}

/* A dialog of files, and what it is about. */
typedef struct
{
  Ris3InboxDocuments *documents;
  gint64 id;
} Question;

static void
question_free (gpointer data)
{
  g_object_unref (((Question *) data)->documents);
  g_free (data);
}

static void
ask (GtkFileChooserNative *chooser, Ris3InboxDocuments *self, gint64 id, GCallback callback)
{
  Question *question = g_new0 (Question, 1);

  question->documents = g_object_ref (self);
  question->id = id;
  g_object_set_data_full (G_OBJECT (chooser), "question", question, question_free);
  g_signal_connect (chooser, "response", callback, question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_target_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (Ris3InboxDocuments) self = g_object_ref (question->documents);
  const Ris3Attachment *attachment = find (self, question->id);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (self->session == NULL)
    return;
  if (error != NULL)
    ris3_session_tell_failure (self->session, error);
  else if (path != NULL && attachment != NULL)
    ris3_document_file_save (get_window (self), self->session, self->attachments, attachment, path);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3InboxDocuments *self = RIS3_INBOX_DOCUMENTS (widget);
  const Ris3Attachment *attachment = find (self, g_variant_get_int64 (parameter));

  if (attachment != NULL)
    ask (ris3_local_files_new_save (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the Document"),
                                    attachment->name),
         self, attachment->id, G_CALLBACK (on_target_cb));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3InboxDocuments *self = RIS3_INBOX_DOCUMENTS (widget);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autoptr (Ris3Edit) edit = ris3_edit_new_delete ("attachment", key);

  ris3_session_edit (self->session, edit);
}

void
ris3_inbox_documents_attach (Ris3InboxDocuments *self, const char *const *files)
{
  g_return_if_fail (RIS3_IS_INBOX_DOCUMENTS (self) && files != NULL && files[0] != NULL);
  ris3_attach_dialog_ask (get_window (self), self->session, self->comment_id, files);
}

static void
on_attach_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (Ris3InboxDocuments) self = g_object_ref (question->documents);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = ris3_local_files_take_paths (chooser, response, &error);

  if (self->session == NULL)
    return;
  if (error != NULL)
    ris3_session_tell_failure (self->session, error);
  else if (paths != NULL)
    ris3_inbox_documents_attach (self, (const char *const *) paths);
}

void
ris3_inbox_documents_ask (Ris3InboxDocuments *self)
{
  const char *const none[] = { NULL };
  GtkFileChooserNative *chooser;

  g_return_if_fail (RIS3_IS_INBOX_DOCUMENTS (self));
  chooser = gtk_file_chooser_native_new (_ ("Attach Documents"), get_window (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _ ("_Attach"), _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  ris3_local_files_add_filter (chooser, _ ("All Files"), none);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ask (chooser, self, 0, G_CALLBACK (on_attach_cb));
}

static void
ris3_inbox_documents_class_init (Ris3InboxDocumentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_inbox_documents_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "document.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "document.copy-digest", "x", copy_digest_action);
  gtk_widget_class_install_action (widget_class, "document.save", "x", save_action);
  gtk_widget_class_install_action (widget_class, "document.remove", "x", remove_action);
}

static void
ris3_inbox_documents_init (Ris3InboxDocuments *self)
{
  self->checking = g_cancellable_new ();
}

static void
fill_rows (Ris3InboxDocuments *self)
{
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    {
      GtkWidget *row = ris3_document_row_new (self->attachments->pdata[i], ris3_session_get_editing (self->session));

      gtk_box_append (self->rows, row);
      if (self->states != NULL)
        ris3_document_row_show_state (row, g_array_index (self->states, Ris3LinkState, i));
    }
}

/* NULL: this is gone, or shows nothing any more. Frees the weak reference. (transfer full) */
static Ris3InboxDocuments *
take_documents (GWeakRef *documents)
{
  g_autoptr (Ris3InboxDocuments) self = g_weak_ref_get (documents);

  g_weak_ref_clear (documents);
  g_free (documents);
  return self != NULL && self->session != NULL ? g_steal_pointer (&self) : NULL;
}

static void
on_listed_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3InboxDocuments) self = take_documents (user_data);
  g_autoptr (GArray) states = ris3_link_check_finish (result);
  GtkWidget *row;

  if (self == NULL || states == NULL)
    return;
  self->states = g_steal_pointer (&states);
  row = self->rows != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->rows)) : NULL;
  for (guint i = 0; row != NULL && i < self->states->len; i++, row = gtk_widget_get_next_sibling (row))
    ris3_document_row_show_state (row, g_array_index (self->states, Ris3LinkState, i));
}

static void
check_links (Ris3InboxDocuments *self)
{
  GWeakRef *documents = g_new0 (GWeakRef, 1);

  g_weak_ref_init (documents, self);
  ris3_link_check_async (self->attachments, NULL, MAX_LISTED_SIZE, self->checking, on_listed_checked_cb, documents);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3InboxDocuments) self = RIS3_INBOX_DOCUMENTS (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) attachments = ris3_attachments_read_finish (result, &error);

  if (self->reading == NULL)
    return;
  g_clear_object (&self->reading);
  if (attachments == NULL)
    {
      gtk_box_append (self->rows, ris3_part_text (error->message, "quiet"));
      return;
    }
  self->attachments = g_steal_pointer (&attachments);
  fill_rows (self);
  for (guint i = 0; i < self->attachments->len; i++)
    if (*((const Ris3Attachment *) self->attachments->pdata[i])->url != '\0')
      {
        check_links (self);
        break;
      }
}

static void
show_part (Ris3InboxDocuments *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  if (ris3_session_get_editing (self->session))
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Attac_h Documents…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inbox.attach");
      gtk_widget_set_tooltip_text (button, _ ("Letters, messages and tables can also be dropped here (F)"));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), button);
    }
  self->part = ris3_inbox_part_new (_ ("Documents"), box);
  gtk_widget_set_parent (self->part, GTK_WIDGET (self));
  fill_rows (self);
}

/* Only what is edited can be attached to. */
static void
update (Ris3InboxDocuments *self)
{
  g_clear_pointer (&self->part, gtk_widget_unparent);
  self->rows = NULL;
  if (self->n_attachments > 0 || ris3_session_get_editing (self->session))
    show_part (self);
}

GtkWidget *
ris3_inbox_documents_new (Ris3Session *session, Ris3Comment *comment)
{
  Ris3InboxDocuments *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_COMMENT (comment), NULL);
  self = g_object_new (RIS3_TYPE_INBOX_DOCUMENTS, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->comment_id = ris3_comment_get_id (comment);
  self->n_attachments = ris3_comment_get_n_attachments (comment);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  if (self->n_attachments > 0)
    {
      self->reading = g_cancellable_new ();
      ris3_attachments_read_async (ris3_atlas_get_path (self->atlas), self->comment_id, self->reading, on_read_cb,
                                   g_object_ref (self));
    }
  return GTK_WIDGET (self);
}

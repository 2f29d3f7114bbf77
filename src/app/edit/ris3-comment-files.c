/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-files.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-comment-mail.h"
#include "app/edit/ris3-comment-tail.h"
#include "app/ris3-local-files.h"
#include "app/ris3-session-edit.h"
#include "map/ris3-mail-message.h"
#include "model/ris3-attachment.h"

#define FILES "files" /* of the form */

typedef struct
{
  Ris3Session *session;
  GPtrArray *edits; /* that attach them */
  GtkBox *rows;     /* one an edit */
  void (*changed) (gpointer user_data);
  gpointer user_data;
} Files;

static void
files_free (gpointer data)
{
  Files *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

static Files *
get_files (Ris3EditForm *form)
{
  return g_object_get_data (G_OBJECT (form), FILES);
}

/* Files that are read. */
typedef struct
{
  Ris3EditForm *form;
  char **paths;
  GPtrArray *edits;
  char *message; /* NULL: none is an e-mail */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->form);
  g_strfreev (self->paths);
  g_ptr_array_unref (self->edits);
  g_free (self->message);
  g_free (self);
}

static gboolean
is_mail (const char *path)
{
  gsize n = strlen (path);

  return n > 4 && g_ascii_strcasecmp (path + n - 4, ".eml") == 0;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;

  for (guint i = 0; self->paths[i] != NULL; i++)
    {
      const char *const one[] = { self->paths[i], NULL };
      Ris3Edit *edit = ris3_attachment_make_edit (0, one, RIS3_ATTACH_FITTING, &error);
      g_autofree char *contents = NULL;
      gsize length;

      if (edit == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (self->edits, edit);
      /* What is too large to be stored is too large for a text. */
      if (self->message == NULL && is_mail (self->paths[i]) && !ris3_attachment_is_too_large (self->paths[i])
          && g_file_get_contents (self->paths[i], &contents, &length, NULL))
        self->message = ris3_mail_message_decode (contents, (gssize) length);
    }
  g_task_return_boolean (task, TRUE);
}

static void
tell_changed (Ris3EditForm *form)
{
  Files *self = get_files (form);

  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->edits->len > 0);
  ris3_edit_form_set_followers (form, self->edits, "comment_id");
  self->changed (self->user_data);
}

static void
on_remove_clicked_cb (Ris3EditForm *form, GtkWidget *button)
{
  Files *self = get_files (form);
  GtkWidget *row = gtk_widget_get_parent (button);
  guint i = 0;

  for (GtkWidget *before = row; (before = gtk_widget_get_prev_sibling (before)) != NULL;)
    i++;
  gtk_widget_grab_focus (gtk_widget_get_prev_sibling (GTK_WIDGET (self->rows)));
  gtk_box_remove (self->rows, row);
  g_ptr_array_remove_index (self->edits, i);
  tell_changed (form);
}

static void
add_row (Ris3EditForm *form, const char *path)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (ris3_attachment_is_too_large (path)
                                                /* Translators: %s is the name of a file */
                                                ? _ ("“%s” will be linked, as it is too large to be stored.")
                                                /* Translators: %s is the name of a file */
                                                : _ ("“%s” will be attached."),
                                            name);
  g_autofree char *tooltip = g_strdup_printf (_ ("Do Not Attach “%s”"), name);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "hexpand", TRUE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), form, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("mail-attachment-symbolic"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (get_files (form)->rows, row);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  Files *self = get_files (reading->form);
  g_autoptr (GError) error = NULL;

  /* The form is closed. */
  if (ris3_edit_form_get_field (reading->form, "text") == NULL)
    return;
  ris3_edit_form_await (reading->form, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      ris3_session_tell_failure (self->session, error);
      return;
    }
  for (guint i = 0; i < reading->edits->len; i++)
    {
      g_ptr_array_add (self->edits, ris3_edit_ref (reading->edits->pdata[i]));
      add_row (reading->form, reading->paths[i]);
    }
  tell_changed (reading->form);
  if (reading->message != NULL && ris3_comment_mail_take (reading->form, self->session, reading->message))
    ris3_comment_tail_look (reading->form);
}

/* paths: taken */
static void
read_files (Ris3EditForm *form, char **paths)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->form = g_object_ref (form);
  reading->paths = paths;
  reading->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_unref);
  ris3_edit_form_await (form, TRUE);
  g_task_set_source_tag (task, read_files);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* paths: taken; NULL: none, or an error says why */
static void
take_paths (Ris3EditForm *form, char **paths, const GError *error)
{
  if (paths != NULL)
    read_files (form, paths);
  else if (error != NULL)
    ris3_session_tell_failure (get_files (form)->session, error);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GError) error = NULL;

  if (files == NULL)
    return FALSE;
  take_paths (RIS3_EDIT_FORM (user_data), ris3_local_files_list_paths (files, &error), error);
  return TRUE;
}

static void
on_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (Ris3EditForm) form = RIS3_EDIT_FORM (user_data);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = ris3_local_files_take_paths (chooser, response, &error);

  if (ris3_edit_form_get_field (form, "text") != NULL)
    take_paths (form, g_steal_pointer (&paths), error);
}

static void
on_choose_clicked_cb (Ris3EditForm *form)
{
  const char *const all[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Attach Documents"), GTK_WINDOW (form), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  ris3_local_files_add_filter (chooser, _ ("All Files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen_cb), g_object_ref (form));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ris3_comment_files_add (Ris3EditForm *form, Ris3Session *session, GCallback changed, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Attach _Documents…"));
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *field, *holder;
  Files *self;

  g_return_if_fail (RIS3_IS_EDIT_FORM (form) && RIS3_IS_SESSION (session) && changed != NULL);
  field = GTK_WIDGET (ris3_edit_form_get_field (form, "text"));
  holder = gtk_widget_get_parent (field);
  self = g_new0 (Files, 1);
  self->session = g_object_ref (session);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_unref);
  self->changed = (void (*) (gpointer)) changed;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (form), FILES, self, files_free);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (
      button, _ ("An e-mail that was saved as a file (.eml) fills in the form. Files can also be dropped here."));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_choose_clicked_cb), form, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (holder), GTK_WIDGET (self->rows), field);
  gtk_box_insert_child_after (GTK_BOX (holder), button, field);
  /* The text would take the address of a file. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), form);
  gtk_widget_add_controller (GTK_WIDGET (form), GTK_EVENT_CONTROLLER (target));
}

guint
ris3_comment_files_count (Ris3EditForm *form)
{
  g_return_val_if_fail (RIS3_IS_EDIT_FORM (form), 0);
  return get_files (form)->edits->len;
}

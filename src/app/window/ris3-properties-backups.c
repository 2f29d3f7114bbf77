/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The backup copies in the properties of an atlas, and how one is restored. */

#include "config.h"

#include "app/window/ris3-properties-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-edit.h"
#include "app/window/ris3-window-private.h"
#include "model/ris3-backup.h"

static const char *
describe_kind (Ris3BackupKind kind)
{
  switch (kind)
    {
    case RIS3_BACKUP_BEFORE_RESTORE:
      return _ ("Before another one was restored");
    case RIS3_BACKUP_BEFORE_UPDATE:
      return _ ("Before the update from an older format");
    case RIS3_BACKUP_BY_HAND:
      return _ ("Made by hand");
    case RIS3_BACKUP_DAILY:
    default:
      return _ ("Before the first edit of the day");
    }
}

typedef struct
{
  char *path;
  char *time;
} Chosen;

static void
chosen_free (gpointer data, GClosure *closure)
{
  Chosen *chosen = data;

  g_free (chosen->path);
  g_free (chosen->time);
  g_free (chosen);
}

static void
on_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Properties) self = RIS3_PROPERTIES (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  /* What was restored is named by the main window, which offers to undo it. */
  if (edit_result == NULL)
    _ris3_properties_show_error (self, _ ("Nothing Was Restored"), error);
}

static void
restore (Ris3Properties *self, const Chosen *chosen)
{
  /* Translators: the name of an edit; %s is a date and a time. */
  g_autofree char *title = g_strdup_printf (_ ("Restore the backup copy of %s"), chosen->time);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_backup (chosen->path, title);

  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_restored_cb, g_object_ref (self));
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  const Chosen *chosen = user_data;
  Ris3Properties *self = RIS3_PROPERTIES (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (self == NULL || self->window == NULL)
    return;
  if (g_str_equal (response, "restore"))
    restore (self, chosen);
  else if (g_str_equal (response, "copy"))
    _ris3_window_copy_backup (self->window, chosen->path, GTK_WINDOW (self));
}

static void
on_restore_cb (GtkWidget *button, gpointer user_data)
{
  const Chosen *chosen = user_data;
  Chosen *again = g_new0 (Chosen, 1);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (button)), NULL, NULL);

  again->path = g_strdup (chosen->path);
  again->time = g_strdup (chosen->time);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Restore the Copy of %s?"), chosen->time);
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("Strategies, priorities, notes and all else become what they were then, for everybody who uses this file. "
         "What they are now is kept as a backup copy first, and restoring is an edit that can be undone."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                    _ ("Save as a _File…"), "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), again, chosen_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_row (const Ris3Backup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", describe_kind (backup->kind), size);
  g_autofree char *time = _ris3_properties_format_time (backup->time);
  /* Translators: of a button, for those who do not see what is beside it; %s is a date and a time. */
  g_autofree char *label = g_strdup_printf (_ ("Restore the Copy of %s…"), time);
  Chosen *chosen = g_new0 (Chosen, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  chosen->path = g_strdup (backup->path);
  chosen->time = g_strdup (time);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_restore_cb), chosen, chosen_free, 0);
  return row;
}

static GtkWidget *
make_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("None yet"));
  return row;
}

void
_ris3_properties_list_backups (Ris3Properties *self, GPtrArray *backups)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autofree char *folder = ris3_backup_get_folder (ris3_atlas_get_path (atlas));

  for (guint i = 0; i < self->backup_rows->len; i++)
    adw_preferences_group_remove (self->backup_group, g_ptr_array_index (self->backup_rows, i));
  g_ptr_array_set_size (self->backup_rows, 0);
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (self->backup_rows, make_row (g_ptr_array_index (backups, i)));
  if (backups->len == 0)
    g_ptr_array_add (self->backup_rows, make_empty_row ());
  for (guint i = 0; i < self->backup_rows->len; i++)
    adw_preferences_group_add (self->backup_group, g_ptr_array_index (self->backup_rows, i));
  gtk_widget_set_visible (self->backup_folder_button, g_file_test (folder, G_FILE_TEST_IS_DIR));
}

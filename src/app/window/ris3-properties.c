/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-properties-private.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-backup.h"
#include "model/ris3-check.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-printable.h"

/* More findings than these are not read one by one. */
#define MAX_FINDINGS 50

G_DEFINE_FINAL_TYPE (Ris3Properties, ris3_properties, ADW_TYPE_WINDOW)

char *
_ris3_properties_format_time (GDateTime *time)
{
  return g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));
}

void
_ris3_properties_show_error (Ris3Properties *self, const char *heading, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), words);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_number (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (label, text);
}

static void
set_time (AdwActionRow *row, GDateTime *time)
{
  g_autofree char *text = time != NULL ? _ris3_properties_format_time (time) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
}

static void
show_last_change (Ris3Properties *self, const Ris3Facts *facts)
{
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (facts->last_change == NULL)
    {
      adw_action_row_set_subtitle (self->changed_row, _ ("Not edited yet"));
      return;
    }
  time = _ris3_properties_format_time (facts->last_change);
  /* Translators: a date and a time, and the name of a person. */
  text = g_strdup_printf (_ ("%s, by %s"), time, facts->last_change_actor);
  adw_action_row_set_subtitle (self->changed_row, text);
}

static void
show_facts (Ris3Properties *self, const Ris3Facts *facts)
{
  g_autofree char *size = g_format_size (facts->size);
  g_autofree char *version = g_strdup_printf ("%u", facts->schema_version);

  adw_action_row_set_subtitle (self->size_row, size);
  adw_action_row_set_subtitle (self->version_row, version);
  set_time (self->created_row, facts->created);
  show_last_change (self, facts);
  set_number (self->strategies_label, facts->n_strategies);
  set_number (self->priorities_label, facts->n_priorities);
  set_number (self->notes_label, facts->n_notes);
  set_number (self->comments_label, facts->n_comments);
  set_number (self->changes_label, facts->n_changes);
  _ris3_properties_list_backups (self, facts->backups);
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Properties) self = RIS3_PROPERTIES (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Facts) facts = ris3_facts_read_finish (result, &error);
  g_autofree char *words = NULL;

  /* It is gone, or has asked again since. */
  if (self->reading != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->reading);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_group), facts == NULL);
  if (facts != NULL)
    {
      show_facts (self, facts);
      return;
    }
  words = ris3_atlas_error_get_words (error);
  gtk_label_set_label (self->trouble_label, words);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
read_facts (Ris3Properties *self)
{
  cancel (&self->reading);
  self->reading = g_cancellable_new ();
  ris3_facts_read_async (ris3_atlas_get_path (ris3_session_get_atlas (self->session)), self->reading, on_facts_read_cb,
                         g_object_ref (self));
}

static void
update_title (Ris3Properties *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (g_strcmp0 (gtk_editable_get_text (self->title_row), ris3_atlas_get_title (atlas)) != 0)
    {
      /* What somebody is typing stays until it is applied; this is no typing. */
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->title_row), FALSE);
      gtk_editable_set_text (self->title_row, ris3_atlas_get_title (atlas));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->title_row), TRUE);
    }
  adw_action_row_set_subtitle (self->title_view, ris3_atlas_get_title (atlas));
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), ris3_session_get_editing (self->session));
}

static void
update_atlas (Ris3Properties *self)
{
  const char *path = ris3_atlas_get_path (ris3_session_get_atlas (self->session));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *name = g_filename_display_basename (path);

  adw_action_row_set_subtitle (self->file_row, name);
  adw_action_row_set_subtitle (self->folder_row, shown_folder);
  update_title (self);
  read_facts (self);
}

static void
on_atlas_changed_cb (Ris3Properties *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "meta"))
    update_title (self);
  read_facts (self);
}

static void
on_title_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Properties) self = RIS3_PROPERTIES (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  if (edit_result == NULL)
    _ris3_properties_show_error (self, _ ("The Title Was Not Changed"), error);
}

static void
on_title_applied_cb (Ris3Properties *self)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("meta", "title");

  ris3_edit_set_text (edit, "value", gtk_editable_get_text (self->title_row));
  ris3_edit_set_title (edit, _ ("Change the title of the atlas"));
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_title_changed_cb, g_object_ref (self));
}

static void
open_folder (Ris3Properties *self, const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
on_open_folder_cb (Ris3Properties *self)
{
  g_autofree char *folder = g_path_get_dirname (ris3_atlas_get_path (ris3_session_get_atlas (self->session)));

  open_folder (self, folder);
}

static void
on_open_backups_cb (Ris3Properties *self)
{
  g_autofree char *folder = ris3_backup_get_folder (ris3_atlas_get_path (ris3_session_get_atlas (self->session)));

  open_folder (self, folder);
}

static void
show_findings (Ris3Properties *self, GPtrArray *findings)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u problem", "%u problems", findings->len), findings->len);

  adw_action_row_set_subtitle (self->check_row, findings->len > 0 ? text : _ ("No problems found."));
  for (guint i = 0; i < MIN (findings->len, MAX_FINDINGS); i++)
    {
      const Ris3Finding *finding = g_ptr_array_index (findings, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *subject = ris3_printable_text (finding->subject);
      g_autofree char *message = ris3_printable_text (finding->message);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), subject);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), message);
      g_ptr_array_add (self->finding_rows, row);
      adw_preferences_group_add (self->check_group, row);
    }
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Properties) self = RIS3_PROPERTIES (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ris3_atlas_check_finish (result, &error);

  if (self->checking != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->checking);
  gtk_spinner_stop (self->check_spinner);
  gtk_widget_set_sensitive (self->check_button, TRUE);
  if (findings != NULL)
    show_findings (self, findings);
  else
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      adw_action_row_set_subtitle (self->check_row, words);
    }
}

static void
on_check_cb (Ris3Properties *self)
{
  for (guint i = 0; i < self->finding_rows->len; i++)
    adw_preferences_group_remove (self->check_group, g_ptr_array_index (self->finding_rows, i));
  g_ptr_array_set_size (self->finding_rows, 0);
  cancel (&self->checking);
  self->checking = g_cancellable_new ();
  adw_action_row_set_subtitle (self->check_row, _ ("Checking…"));
  gtk_spinner_start (self->check_spinner);
  gtk_widget_set_sensitive (self->check_button, FALSE);
  ris3_atlas_check_async (ris3_atlas_get_path (ris3_session_get_atlas (self->session)), self->checking, on_checked_cb,
                          g_object_ref (self));
}

static void
ris3_properties_dispose (GObject *object)
{
  Ris3Properties *self = RIS3_PROPERTIES (object);

  cancel (&self->reading);
  cancel (&self->checking);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_PROPERTIES);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_pointer (&self->finding_rows, g_ptr_array_unref);
  g_clear_pointer (&self->backup_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ris3_properties_parent_class)->dispose (object);
}

static void
ris3_properties_class_init (Ris3PropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_properties_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/window/ris3-properties.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, trouble_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, title_view);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, title_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, file_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, folder_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, size_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, version_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, created_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, changed_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, strategies_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, priorities_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, notes_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, comments_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, changes_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, check_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, check_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, check_spinner);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, check_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, backup_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3Properties, backup_folder_button);
  gtk_widget_class_bind_template_callback (widget_class, on_title_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_backups_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_check_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ris3_properties_init (Ris3Properties *self)
{
  self->finding_rows = g_ptr_array_new ();
  self->backup_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_properties_new (Ris3Window *window)
{
  Ris3Properties *self;

  g_return_val_if_fail (RIS3_IS_WINDOW (window), NULL);
  self = g_object_new (RIS3_TYPE_PROPERTIES, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (ris3_window_get_session (window));
  g_signal_connect_object (self->session, "notify::atlas", G_CALLBACK (update_atlas), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::editing", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  update_atlas (self);
  return GTK_WINDOW (self);
}

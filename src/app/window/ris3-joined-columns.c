/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-joined-columns.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-session-edit.h"

struct _Ris3JoinedColumns
{
  AdwWindow parent_instance;

  GtkListBox *list;
  Ris3Session *session;
  Ris3Atlas *atlas;
};

G_DEFINE_FINAL_TYPE (Ris3JoinedColumns, ris3_joined_columns, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
dup_key (Ris3JoinedColumn *column)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ris3_joined_column_get_id (column));
}

static Ris3JoinedColumn *
get_column (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "column");
}

static void
add_views (Ris3JoinedColumns *self, Ris3Edit *edit, const Ris3Indicator *former, const Ris3Indicator *renamed)
{
  GListModel *views = ris3_atlas_get_saved_views (self->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (Ris3SavedView) saved = g_list_model_get_item (views, i);
      g_autoptr (Ris3View) view = ris3_view_from_text (ris3_saved_view_get_view (saved), NULL, NULL);
      g_autoptr (Ris3View) other = view != NULL ? ris3_view_rename_indicator (view, former, renamed) : NULL;
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_saved_view_get_id (saved));
      g_autoptr (Ris3Edit) step = NULL;
      g_autofree char *text = NULL;

      if (other == NULL)
        continue;
      text = ris3_view_to_text (other);
      step = ris3_edit_new_set ("saved_view", key);
      ris3_edit_set_text (step, "view", text);
      ris3_edit_append (edit, step);
    }
}

static void
complain (Ris3JoinedColumns *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_renamed_cb (GtkWidget *row, Ris3JoinedColumns *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  Ris3JoinedColumn *column = get_column (row);
  const char *former = ris3_joined_column_get_name (column);
  Ris3JoinedColumn *other = ris3_atlas_lookup_joined_column (self->atlas, name);
  g_autofree char *key = dup_key (column);
  gboolean is_text = ris3_joined_column_get_is_text (column);
  const Ris3Indicator *renamed = ris3_indicator_find_column (name, is_text);
  const Ris3Indicator *indicator = ris3_indicator_find_column (former, is_text);
  g_autofree char *title = g_strdup_printf (_ ("Rename column “%s” to “%s”"), former, name);
  g_autoptr (Ris3View) shown = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Edit) step = NULL;

  if (other == column)
    return;
  if (other != NULL || renamed == NULL)
    {
      complain (self, other != NULL ? _ ("Another Column Has This Name") : _ ("A Column Needs a Name"),
                other != NULL ? _ ("Choose another name, or rename the other column first.")
                              : _ ("Type a name of at most 100 characters."));
      gtk_editable_set_text (GTK_EDITABLE (row), former);
      return;
    }
  edit = ris3_edit_new_group ("joined_column-rename", title);
  step = ris3_edit_new_set ("joined_column", key);
  ris3_edit_set_text (step, "name", name);
  ris3_edit_append (edit, step);
  add_views (self, edit, indicator, renamed);
  shown = ris3_view_rename_indicator (ris3_session_get_view (self->session), indicator, renamed);
  ris3_session_edit (self->session, edit);
  if (shown != NULL)
    ris3_session_set_view (self->session, shown);
}

static void
on_remove_clicked_cb (GtkWidget *row)
{
  Ris3JoinedColumns *self = RIS3_JOINED_COLUMNS (gtk_widget_get_root (row));
  g_autofree char *key = dup_key (get_column (row));
  g_autoptr (Ris3Edit) edit = ris3_edit_new_delete ("joined_column", key);

  ris3_session_edit (self->session, edit);
}

/* (transfer floating) */
static GtkWidget *
new_row (gpointer item, gpointer user_data)
{
  Ris3JoinedColumns *self = user_data;
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *source = ris3_joined_column_describe_source (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *source != '\0' ? source : _ ("Name"));
  gtk_widget_set_tooltip_text (row, source);
  gtk_editable_set_text (GTK_EDITABLE (row), ris3_joined_column_get_name (item));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "column", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed_cb), self, 0);
  gtk_editable_set_editable (GTK_EDITABLE (row), !ris3_atlas_get_read_only (self->atlas));
  if (!ris3_atlas_get_read_only (self->atlas))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_tooltip_text (button, _ ("Remove This Column"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), row, G_CONNECT_SWAPPED);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
    }
  return row;
}

/* With the last one, there is nothing left to do. */
static void
on_columns_changed_cb (Ris3JoinedColumns *self)
{
  if (g_list_model_get_n_items (ris3_atlas_get_joined_columns (self->atlas)) == 0)
    gtk_window_close (GTK_WINDOW (self));
}

static void
ris3_joined_columns_dispose (GObject *object)
{
  Ris3JoinedColumns *self = RIS3_JOINED_COLUMNS (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_joined_columns_parent_class)->dispose (object);
}

static void
ris3_joined_columns_class_init (Ris3JoinedColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_joined_columns_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ris3_joined_columns_init (Ris3JoinedColumns *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Joined Columns"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 420);
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Joined Columns"), -1);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("They are kept in the atlas. Saved views follow a new name; Undo brings back what was removed."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWindow *
ris3_joined_columns_new (GtkWindow *parent, Ris3Session *session)
{
  Ris3JoinedColumns *self;
  GListModel *columns;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_JOINED_COLUMNS, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  columns = ris3_atlas_get_joined_columns (self->atlas);
  gtk_list_box_bind_model (self->list, columns, new_row, self, NULL);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

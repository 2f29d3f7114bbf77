/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-saved-views.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-session-edit.h"
#include "app/window/ris3-save-view.h"

struct _Ris3SavedViews
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkListBox *list;

  Ris3Session *session;
  Ris3Atlas *atlas;
};

G_DEFINE_FINAL_TYPE (Ris3SavedViews, ris3_saved_views, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SHOW_VIEW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full) */
static char *
dup_key (Ris3SavedView *saved)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ris3_saved_view_get_id (saved));
}

/* (transfer full) */
static Ris3Edit *
new_set (Ris3SavedView *saved)
{
  g_autofree char *key = dup_key (saved);

  return ris3_edit_new_set ("saved_view", key);
}

static Ris3SavedView *
get_saved (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "saved-view");
}

static void
on_renamed_cb (GtkWidget *row, Ris3SavedViews *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  Ris3SavedView *saved = get_saved (row);
  Ris3SavedView *other = ris3_atlas_lookup_saved_view (self->atlas, name);
  g_autoptr (Ris3Edit) edit = NULL;

  if (*name == '\0' || (other != NULL && other != saved))
    {
      GtkWidget *dialog = adw_message_dialog_new (
          GTK_WINDOW (self), *name == '\0' ? _ ("A View Needs a Name") : _ ("Another View Has This Name"),
          *name == '\0' ? _ ("Type a name, or delete the view.")
                        : _ ("Choose another name, or rename the other view first."));

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      gtk_editable_set_text (GTK_EDITABLE (row), ris3_saved_view_get_name (saved));
      return;
    }
  edit = new_set (saved);
  ris3_edit_set_text (edit, "name", name);
  ris3_session_edit (self->session, edit);
}

static void
on_replace_clicked_cb (GtkWidget *row)
{
  Ris3SavedViews *self = RIS3_SAVED_VIEWS (gtk_widget_get_root (row));
  g_autoptr (Ris3View) former = ris3_view_from_text (ris3_saved_view_get_view (get_saved (row)), NULL, NULL);
  /* What is shown, where it was shown. */
  g_autoptr (Ris3View) view = ris3_view_with_extent (ris3_session_get_view (self->session),
                                                     former != NULL ? ris3_view_get_extent (former) : NULL, NULL);
  g_autofree char *text = ris3_view_to_text (view);
  g_autoptr (Ris3Edit) edit = new_set (get_saved (row));

  ris3_edit_set_text (edit, "view", text);
  ris3_session_edit (self->session, edit);
}

static void
on_delete_clicked_cb (GtkWidget *row)
{
  Ris3SavedViews *self = RIS3_SAVED_VIEWS (gtk_widget_get_root (row));
  g_autofree char *key = dup_key (get_saved (row));
  g_autoptr (Ris3Edit) edit = ris3_edit_new_delete ("saved_view", key);

  ris3_session_edit (self->session, edit);
}

static void
on_show_clicked_cb (GtkWidget *row)
{
  g_signal_emit (gtk_widget_get_root (row), signals[SIGNAL_SHOW_VIEW], 0,
                 (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
}

static void
add_button (GtkWidget *row, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, row, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

/* (transfer floating) */
static GtkWidget *
new_row (gpointer item, gpointer user_data)
{
  Ris3SavedViews *self = user_data;
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *words = ris3_save_view_describe (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_set_tooltip_text (row, words);
  gtk_editable_set_text (GTK_EDITABLE (row), ris3_saved_view_get_name (item));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "saved-view", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed_cb), self, 0);
  add_button (row, "find-location-symbolic", _ ("Show This View"), G_CALLBACK (on_show_clicked_cb));
  if (!ris3_atlas_get_read_only (self->atlas))
    {
      add_button (row, "view-refresh-symbolic", _ ("Replace by What the Map Shows Now"),
                  G_CALLBACK (on_replace_clicked_cb));
      add_button (row, "user-trash-symbolic", _ ("Delete This View"), G_CALLBACK (on_delete_clicked_cb));
    }
  gtk_editable_set_editable (GTK_EDITABLE (row), !ris3_atlas_get_read_only (self->atlas));
  return row;
}

static void
on_views_changed_cb (Ris3SavedViews *self)
{
  guint n_views = g_list_model_get_n_items (ris3_atlas_get_saved_views (self->atlas));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_views > 0 ? "views" : "none");
}

static void
ris3_saved_views_dispose (GObject *object)
{
  Ris3SavedViews *self = RIS3_SAVED_VIEWS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_SAVED_VIEWS);
  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_saved_views_parent_class)->dispose (object);
}

static void
ris3_saved_views_class_init (Ris3SavedViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_saved_views_dispose;
  signals[SIGNAL_SHOW_VIEW] = g_signal_new ("show-view", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/window/ris3-saved-views.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3SavedViews, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3SavedViews, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ris3_saved_views_init (Ris3SavedViews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_saved_views_new (GtkWindow *parent, Ris3Session *session)
{
  Ris3SavedViews *self;
  GListModel *views;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_SAVED_VIEWS, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  views = ris3_atlas_get_saved_views (self->atlas);
  gtk_list_box_bind_model (self->list, views, new_row, self, NULL);
  g_signal_connect_object (views, "items-changed", G_CALLBACK (on_views_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  on_views_changed_cb (self);
  return GTK_WINDOW (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-save-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-session-edit.h"

typedef struct
{
  Ris3Session *session;
  Ris3Atlas *atlas; /* whose view is to be kept, even if another one is opened meanwhile */
  Ris3View *view;
  char *extent;
  GtkWidget *dialog;
  GtkWidget *name;
  GtkWidget *extent_switch;
  GtkWidget *warning;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->session);
  g_object_unref (self->atlas);
  ris3_view_unref (self->view);
  g_free (self->extent);
  g_free (self);
}

char *
ris3_save_view_describe (Ris3SavedView *saved)
{
  g_autoptr (Ris3View) view = NULL;

  g_return_val_if_fail (RIS3_IS_SAVED_VIEW (saved), NULL);
  view = ris3_view_from_text (ris3_saved_view_get_view (saved), NULL, NULL);
  return view != NULL ? ris3_view_describe (view) : g_strdup (_ ("This version of the program cannot show it."));
}

/* (transfer full) */
static char *
dup_name (Question *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
on_name_changed_cb (Question *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self->dialog);
  g_autofree char *name = dup_name (self);
  gboolean is_taken = ris3_atlas_lookup_saved_view (self->atlas, name) != NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->warning), is_taken);
  adw_message_dialog_set_response_enabled (dialog, "save", *name != '\0');
  adw_message_dialog_set_response_label (dialog, "save", is_taken ? _ ("_Replace") : _ ("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "save",
                                              is_taken ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
}

static void
on_answered_cb (Question *self, const char *response)
{
  g_autofree char *name = dup_name (self);
  gboolean keeps_extent = gtk_switch_get_active (GTK_SWITCH (self->extent_switch));
  g_autoptr (Ris3View) view = ris3_view_with_extent (self->view, keeps_extent ? self->extent : NULL, NULL);
  g_autofree char *text = ris3_view_to_text (view);
  g_autoptr (Ris3Edit) edit = NULL;
  Ris3SavedView *former;

  if (!g_str_equal (response, "save") || *name == '\0' || ris3_session_get_atlas (self->session) != self->atlas)
    return;
  former = ris3_atlas_lookup_saved_view (self->atlas, name);
  if (former != NULL)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_saved_view_get_id (former));

      edit = ris3_edit_new_set ("saved_view", key);
    }
  else
    {
      edit = ris3_edit_new_add ("saved_view");
      ris3_edit_set_text (edit, "name", name);
    }
  ris3_edit_set_text (edit, "view", text);
  ris3_session_edit (self->session, edit);
}

/* (transfer floating) */
static GtkWidget *
new_rows (Question *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _ ("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->name), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), self->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Also the Part of the Map That Is Shown"));
  self->extent_switch = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (self->extent_switch), TRUE);
  gtk_widget_set_valign (self->extent_switch, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->extent_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->extent_switch);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

void
ris3_save_view_ask (GtkWindow *parent, Ris3Session *session, const char *extent)
{
  Question *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *warning = gtk_label_new (_ ("A saved view has this name. It is replaced; Undo brings it back."));
  GtkWidget *kept = gtk_label_new (_ ("It is kept in this atlas, for everybody who opens it. What is recorded there of "
                                      "regions stays as it is; Undo takes the view out again."));
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session) && extent != NULL);
  g_return_if_fail (ris3_session_get_atlas (session) != NULL);
  self = g_new0 (Question, 1);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->view = ris3_view_ref (ris3_session_get_view (session));
  self->extent = g_strdup (extent);
  words = ris3_view_describe (self->view);
  self->dialog = adw_message_dialog_new (parent, _ ("Save This View"), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self->dialog), words);
  gtk_box_append (GTK_BOX (box), new_rows (self));
  gtk_label_set_wrap (GTK_LABEL (warning), TRUE);
  gtk_label_set_xalign (GTK_LABEL (warning), 0);
  /* It changes nothing that is recorded of regions, and so needs no mode of editing. */
  gtk_label_set_wrap (GTK_LABEL (kept), TRUE);
  gtk_label_set_xalign (GTK_LABEL (kept), 0);
  gtk_widget_add_css_class (kept, "quiet");
  gtk_box_append (GTK_BOX (box), kept);
  self->warning = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->warning), warning);
  gtk_box_append (GTK_BOX (box), self->warning);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel");
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (on_name_changed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (on_answered_cb), self);
  g_object_set_data_full (G_OBJECT (self->dialog), "question", self, question_free);
  on_name_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->name);
}

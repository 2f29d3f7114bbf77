/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window says of editing: the mode, undo and redo by name, and a toast for each edit. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-rounds-window.h"
#include "app/ris3-child-window.h"
#include "app/ris3-menu-label.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-text.h"

/* Characters of the name of an edit in menu and toast. */
#define MAX_TITLE 60
#define MAX_FORMER_PERSONS 20

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  const char *title = atlas != NULL ? ris3_atlas_get_undo_title (atlas) : NULL;

  /* Whoever wants to undo that, does not want to undo what was done before it. */
  if (self->has_unrecorded && title != NULL)
    {
      g_autofree char *shown = ris3_text_shorten (title, MAX_TITLE);
      g_autofree char *text
          = g_strdup_printf (_ ("What was done with contacts cannot be undone. To undo “%s”, press it again."), shown);

      self->has_unrecorded = FALSE;
      _ris3_window_tell (self, text, NULL, NULL, NULL);
      return;
    }
  ris3_session_undo (self->session, 0);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_session_redo (RIS3_WINDOW (widget)->session);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Of the whole atlas. */
  gtk_widget_activate_action (widget, "edit.history", "(ss)", "", "");
}

void
_ris3_window_install_edit_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.history", NULL, history_action);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
  /* No accelerators of the application, which would come before those of the text field that has the focus. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_append_item (menu, item);
}

/* The menu and the buttons name what would be undone and redone. */
static void
update_titles (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  const char *undo_title = atlas != NULL ? ris3_atlas_get_undo_title (atlas) : NULL;
  const char *redo_title = atlas != NULL ? ris3_atlas_get_redo_title (atlas) : NULL;
  g_autofree char *undo_short = ris3_text_shorten (undo_title != NULL ? undo_title : "", MAX_TITLE);
  g_autofree char *redo_short = ris3_text_shorten (redo_title != NULL ? redo_title : "", MAX_TITLE);
  g_autofree char *undo_escaped = ris3_menu_label (undo_short);
  g_autofree char *redo_escaped = ris3_menu_label (redo_short);
  /* Translators: %s is what an edit is called: Undo: Delete priority “Telemedicine” */
  g_autofree char *undo_label
      = undo_title != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo_escaped) : g_strdup (_ ("_Undo"));
  g_autofree char *redo_label
      = redo_title != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo_escaped) : g_strdup (_ ("_Redo"));
  g_autofree char *undo_tooltip
      = undo_title != NULL ? g_strdup_printf (_ ("Undo: %s"), undo_title) : g_strdup (_ ("Undo"));
  g_autofree char *redo_tooltip
      = redo_title != NULL ? g_strdup_printf (_ ("Redo: %s"), redo_title) : g_strdup (_ ("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo_title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo_title != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo_tooltip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tooltip);
  g_menu_remove_all (self->edit_section);
  append_item (self->edit_section, _ ("_Edit the Atlas"), "win.editing");
  append_item (self->edit_section, undo_label, "win.undo");
  append_item (self->edit_section, redo_label, "win.redo");
  append_item (self->edit_section, _ ("_History…"), "win.history");
}

void
_ris3_window_watch_undo (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  g_signal_connect_object (atlas, "notify::undo-title", G_CALLBACK (update_titles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas, "notify::redo-title", G_CALLBACK (update_titles), self, G_CONNECT_SWAPPED);
  update_titles (self);
}

/* An undo is an edit too, and undone by reverting it. */
static void
on_edited_cb (Ris3Window *self, const Ris3EditResult *result)
{
  const char *done = result->report != NULL ? result->report : result->title;
  g_autofree char *shown = ris3_text_shorten (result->reverted != NULL ? result->reverted : done, MAX_TITLE);
  g_autofree char *text = NULL;

  self->has_unrecorded = FALSE;
  if (ris3_rounds_window_is_in_front (GTK_WINDOW (self)))
    return;
  if (result->reverted == NULL)
    text = g_strdup (shown);
  else if (result->is_redo)
    /* Translators: %s is what an edit is called: Redone: Delete priority “Telemedicine” */
    text = g_strdup_printf (_ ("Redone: %s"), shown);
  else
    /* Translators: %s is what an edit is called: Undone: Delete priority “Telemedicine” */
    text = g_strdup_printf (_ ("Undone: %s"), shown);
  _ris3_window_tell (self, text, result->reverted != NULL && !result->is_redo ? _ ("_Redo") : _ ("_Undo"), "edit.undo",
                     g_variant_new_int64 (result->change_id));
}

static void
on_failure_response_cb (Ris3Window *self, const char *response, GtkWidget *dialog)
{
  const gint64 *change = g_object_get_data (G_OBJECT (dialog), "change");

  if (g_str_equal (response, "history"))
    gtk_widget_activate_action (GTK_WIDGET (self), "edit.history-show", "x", *change);
}

void
_ris3_window_offer_editing (Ris3Window *self)
{
  if (!_ris3_window_is_read_only (self))
    _ris3_window_tell (self, _ ("The atlas is not being edited, so that nothing is changed by mistake."), _ ("_Edit"),
                       "win.editing", NULL);
}

static void
on_copy_wanted_cb (Ris3Window *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
}

static void
on_edit_failed_cb (Ris3Window *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  gint64 change = ris3_edit_error_get_change (error);
  GtkWidget *dialog
      = adw_message_dialog_new (ris3_child_window_find_active (GTK_WINDOW (self)), _ ("Nothing Was Changed"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), words);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (change != 0)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "history", _ ("Show _History"));
      g_object_set_data_full (G_OBJECT (dialog), "change", g_memdup2 (&change, sizeof change), g_free);
      g_signal_connect_object (dialog, "response", G_CALLBACK (on_failure_response_cb), self, G_CONNECT_SWAPPED);
    }
  /* The file itself is in trouble: what is in it can be saved elsewhere. */
  if (g_error_matches (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE)
      || g_error_matches (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("_Save a Copy…"));
      g_signal_connect_object (dialog, "response::copy", G_CALLBACK (on_copy_wanted_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_person_changed_cb (Ris3Window *self)
{
  g_autofree char *person = g_settings_get_string (self->settings, "person");
  g_auto (GStrv) former = g_settings_get_strv (self->settings, "former-persons");

  ris3_session_set_person (self->session, g_strstrip (person), (const char *const *) former);
}

/* The name in the preferences changes with each letter that is typed there; only one that stands beside an edit is a
 * name. */
static void
remember_person (Ris3Window *self)
{
  g_autofree char *person = g_settings_get_string (self->settings, "person");
  g_auto (GStrv) former = g_settings_get_strv (self->settings, "former-persons");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_strstrip (person);
  if (*person == '\0' || g_strv_contains ((const char *const *) former, person))
    return;
  g_ptr_array_add (names, person);
  for (guint i = 0; former[i] != NULL && names->len < MAX_FORMER_PERSONS; i++)
    g_ptr_array_add (names, former[i]);
  g_ptr_array_add (names, NULL);
  g_settings_set_strv (self->settings, "former-persons", (const char *const *) names->pdata);
}

static void
on_editing_changed_cb (Ris3Window *self)
{
  gboolean narrow;

  g_object_get (self->map_view, "narrow", &narrow, NULL);
  gtk_widget_set_visible (self->undo_box, ris3_session_get_editing (self->session) && !narrow);
  if (ris3_session_get_editing (self->session))
    gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

void
_ris3_window_add_editing (Ris3Window *self)
{
  self->desk = ris3_edit_desk_new (self->session, GTK_WINDOW (self));
  _ris3_window_add_editing_action (self);
  on_person_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::person", G_CALLBACK (on_person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "edited", G_CALLBACK (remember_person), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "edit-failed", G_CALLBACK (on_edit_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::editing", G_CALLBACK (on_editing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::narrow", G_CALLBACK (on_editing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_titles (self);
}

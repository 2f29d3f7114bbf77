/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-asked-persons.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-people-work.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-printable.h"

#define MAX_HEIGHT 280

typedef struct
{
  GtkWindow *parent; /* weak */
  Ris3Session *session;
  Ris3Atlas *atlas;
  gint64 request_id;
  GArray *ids; /* of those that can be chosen */
  GPtrArray *buttons;
  Ris3AskedPersonsFunc saved;
  GObject *user_data; /* weak */
} Question;

static Question *
question_ref (Question *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  Question *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->user_data);
  g_object_unref (self->session);
  g_object_unref (self->atlas);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->buttons);
}

static void
question_unref (gpointer self)
{
  g_rc_box_release_full (self, clear);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ris3_people_set_asked_finish (result, &error))
    ris3_session_tell_failure (self->session, error);
  if (self->user_data != NULL)
    self->saved (self->user_data);
  question_unref (self);
}

static void
on_answered_cb (Question *self, const char *response)
{
  GArray *chosen;

  if (g_str_equal (response, "people") && self->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (self->parent)), "win.people", NULL);
  if (!g_str_equal (response, "save"))
    return;
  chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_array_append_val (chosen, g_array_index (self->ids, gint64, i));
  ris3_people_set_asked_async (self->atlas, self->request_id, chosen, on_saved_cb, question_ref (self));
}

static gboolean
is_among (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_person (Question *self, GtkListBox *list, const Ris3Contact *contact, gboolean is_asked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *name = ris3_printable_markup (*contact->name != '\0' ? contact->name : contact->email);
  g_autofree char *role = ris3_printable_markup (*contact->role != '\0' ? contact->role : contact->unit);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (*role != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_asked);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (list, row);
  g_array_append_val (self->ids, contact->id);
  g_ptr_array_add (self->buttons, g_object_ref (button));
}

/* (transfer floating) */
static GtkWidget *
new_list (Question *self, Ris3Request *request, GPtrArray *contacts, GArray *asked)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < contacts->len; i++)
    {
      const Ris3Contact *contact = g_ptr_array_index (contacts, i);

      if (contact->organisation_id == ris3_request_get_organisation_id (request))
        add_person (self, GTK_LIST_BOX (list), contact, is_among (asked, contact->id));
    }
  /* Room for the outline of the list. */
  gtk_widget_set_margin_start (list, 2);
  gtk_widget_set_margin_end (list, 2);
  gtk_widget_set_margin_top (list, 2);
  gtk_widget_set_margin_bottom (list, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  return window;
}

static void
show_persons (Question *self, Ris3Request *request, GtkWidget *list)
{
  g_autofree char *words = g_strdup_printf (
      "%s\n\n%s", ris3_request_get_organisation (request),
      _ ("Persons are kept apart from all else, also from the history: what is chosen here cannot be undone."));
  GtkWidget *dialog = adw_message_dialog_new (self->parent, _ ("Persons Asked"), words);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question_ref (self), question_unref);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_none (Question *self, Ris3Request *request)
{
  g_autofree char *words
      = g_strdup_printf (_ ("No person of “%s” is known yet. Persons are added in the window of people."),
                         ris3_request_get_organisation (request));
  GtkWidget *dialog = adw_message_dialog_new (self->parent, _ ("Persons Asked"), words);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "people",
                                    _ ("_People and Organisations…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "people");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question_ref (self), question_unref);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ris3_asked_persons_ask (GtkWindow *parent,
                        Ris3Session *session,
                        Ris3Request *request,
                        GPtrArray *contacts,
                        GArray *asked,
                        Ris3AskedPersonsFunc saved,
                        GObject *user_data)
{
  Question *self;
  GtkWidget *list;

  g_return_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session) && RIS3_IS_REQUEST (request));
  g_return_if_fail (contacts != NULL && asked != NULL && saved != NULL && ris3_session_get_atlas (session) != NULL);

  self = g_rc_box_new0 (Question);
  g_set_weak_pointer (&self->parent, parent);
  g_set_weak_pointer (&self->user_data, user_data);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->request_id = ris3_request_get_id (request);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->buttons = g_ptr_array_new_with_free_func (g_object_unref);
  self->saved = saved;
  list = g_object_ref_sink (new_list (self, request, contacts, asked));
  if (self->ids->len > 0)
    show_persons (self, request, list);
  else
    show_none (self, request);
  g_object_unref (list);
  question_unref (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-request-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/consultation/ris3-row-problem.h"
#include "app/ris3-date-button.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-edit.h"
#include "map/ris3-date.h"

typedef struct
{
  Ris3Session *session;
  Ris3Atlas *atlas; /* that they are of, even if another one is opened meanwhile */
  Ris3ConsultationRound *round;
  GPtrArray *requests;
  Ris3RequestSaying saying;
  char *today;
  GtkWidget *dialog;
  GtkWidget *date, *channel; /* NULL: not asked for */
  GtkWidget *problem;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->session);
  g_object_unref (self->atlas);
  g_object_unref (self->round);
  g_ptr_array_unref (self->requests);
  g_free (self->today);
  g_free (self);
}

/* (transfer full) */
static char *
dup_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* Why a day cannot be the one, as a sentence; NULL: it can. (transfer full) */
static char *
find_problem (Question *self, const char *typed, const char *date)
{
  if (date == NULL)
    return ris3_date_button_explain (typed);
  if (strcmp (date, self->today) > 0)
    return g_strdup (_ ("This day has not come yet."));
  for (guint i = 0; i < self->requests->len; i++)
    {
      Ris3Request *request = g_ptr_array_index (self->requests, i);
      const char *asked_on = ris3_request_get_asked_on (request);
      const char *answered_on = ris3_request_get_answered_on (request);
      gboolean is_early = self->saying != RIS3_REQUEST_ASKED && strcmp (date, asked_on) < 0;
      gboolean is_late = self->saying == RIS3_REQUEST_ASKED && *answered_on != '\0' && strcmp (date, answered_on) > 0;
      g_autofree char *asked = ris3_date_to_text (asked_on);
      g_autofree char *answered = ris3_date_to_text (answered_on);

      if (is_early)
        /* Translators: %s is an organisation, and then a date */
        return g_strdup_printf (_ ("%s was asked only later, on %s."), ris3_request_get_organisation (request), asked);
      if (is_late)
        /* Translators: %s is an organisation, and then a date */
        return g_strdup_printf (_ ("%s answered before that, on %s."), ris3_request_get_organisation (request),
                                answered);
    }
  return NULL;
}

/* The day that is typed; NULL, and what is wrong is told: it is none. (transfer full) */
static char *
read_date (Question *self)
{
  g_autofree char *typed = dup_text (self->date);
  g_autofree char *date = ris3_date_button_read (typed);
  g_autofree char *words = find_problem (self, typed, date);

  ris3_row_problem_show (self->problem, self->date, words);
  return words == NULL ? g_steal_pointer (&date) : NULL;
}

static void
on_changed_cb (Question *self)
{
  g_autofree char *date = self->date != NULL ? read_date (self) : NULL;

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "save",
                                           self->date == NULL || date != NULL);
}

static void
on_answered_cb (Question *self, const char *response)
{
  g_autofree char *date = NULL;
  g_autofree char *channel = NULL;
  g_autoptr (Ris3Edit) edit = NULL;

  if (!g_str_equal (response, "save") || ris3_session_get_atlas (self->session) != self->atlas)
    return;
  date = self->date != NULL ? read_date (self) : NULL;
  channel = self->channel != NULL ? dup_text (self->channel) : NULL;
  if (self->date != NULL && date == NULL)
    return;
  edit = ris3_request_saying_make_edit (self->saying, self->requests, self->round, date, channel);
  ris3_session_edit (self->session, edit);
}

static GtkWidget *
add_entry (Question *self, GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed_cb), self);
  return row;
}

/* What all of them have; "": they differ. */
static const char *
get_common (Question *self, const char *(*get) (Ris3Request *) )
{
  const char *text = get (g_ptr_array_index (self->requests, 0));

  for (guint i = 1; i < self->requests->len; i++)
    if (!g_str_equal (text, get (g_ptr_array_index (self->requests, i))))
      return "";
  return text;
}

/* (transfer floating) */
static GtkWidget *
new_rows (Question *self)
{
  GtkWidget *list = gtk_list_box_new ();
  const char *date = self->saying == RIS3_REQUEST_ASKED      ? get_common (self, ris3_request_get_asked_on)
                     : self->saying == RIS3_REQUEST_ANSWERED ? get_common (self, ris3_request_get_answered_on)
                                                             : "";
  const char *channel = get_common (self, ris3_request_get_channel);
  GtkWidget *button;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (self->saying != RIS3_REQUEST_CHANNEL)
    {
      self->date = add_entry (self, list, _ ("Day"), *date != '\0' ? date : self->today);
      button = ris3_date_button_new (GTK_EDITABLE (self->date));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->date), button);
    }
  if (self->saying != RIS3_REQUEST_ANSWERED)
    self->channel = add_entry (self, list, _ ("Channel"), *channel != '\0' ? channel : _ ("E-mail"));
  self->problem = ris3_row_problem_add (GTK_LIST_BOX (list));
  return list;
}

static const char *
get_heading (Question *self)
{
  switch (self->saying)
    {
    case RIS3_REQUEST_ASKED:
      return C_ ("heading", "Asked");
    case RIS3_REQUEST_REMINDED:
      return C_ ("heading", "Reminded");
    case RIS3_REQUEST_ANSWERED:
      return C_ ("heading", "Answered");
    case RIS3_REQUEST_CHANNEL:
      return C_ ("heading", "Channel");
    case RIS3_REQUEST_NOT_ASKED:
    case RIS3_REQUEST_NOT_ANSWERED:
    case RIS3_REQUEST_NOT_REMINDED:
    case RIS3_REQUEST_REMOVED:
    case RIS3_N_REQUEST_SAYINGS:
    default:
      g_return_val_if_reached ("");
    }
}

/* Of whom it is said. (transfer full) */
static char *
describe (Question *self)
{
  Ris3Request *first = g_ptr_array_index (self->requests, 0);
  guint n = self->requests->len;

  if (n == 1)
    return g_strdup_printf ("%s · %s",
                            ris3_region_name_of_code (self->session, ris3_request_get_nuts_version (first),
                                                      ris3_request_get_region_code (first)),
                            ris3_request_get_organisation (first));
  return g_strdup_printf (ngettext ("%u authority", "%u authorities", n), n);
}

void
ris3_request_dialog_ask (GtkWindow *parent,
                         Ris3Session *session,
                         Ris3ConsultationRound *round,
                         GPtrArray *requests,
                         Ris3RequestSaying saying)
{
  Question *self;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session) && RIS3_IS_CONSULTATION_ROUND (round));
  g_return_if_fail (requests != NULL && requests->len > 0 && ris3_session_get_atlas (session) != NULL);

  self = g_new0 (Question, 1);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->round = g_object_ref (round);
  self->requests = g_ptr_array_ref (requests);
  self->saying = saying;
  self->today = g_date_time_format (now, "%Y-%m-%d");
  words = describe (self);
  self->dialog = adw_message_dialog_new (parent, get_heading (self), words);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), new_rows (self));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel");
  g_object_set_data_full (G_OBJECT (self->dialog), "question", self, question_free);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (on_answered_cb), self);
  on_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->date != NULL ? self->date : self->channel);
}

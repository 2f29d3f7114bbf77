/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-new-round.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/consultation/ris3-authority.h"
#include "app/consultation/ris3-row-problem.h"
#include "app/ris3-date-button.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-filter-description.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-round-plan.h"

/* Days that an authority usually gets. */
#define USUAL_DAYS 42

typedef struct
{
  Ris3Session *session;
  Ris3Atlas *atlas; /* that the round is of, even if another one is opened meanwhile */
  GPtrArray *strategies;
  GPtrArray *regions; /* of these */
  Ris3Filter *filter; /* codes for what was typed */
  char *scope;        /* as it was typed */
  GtkWidget *dialog;
  GtkWidget *name, *due_on, *channel, *asked;
  GtkWidget *problem; /* a row below the one that it is about */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->session);
  g_object_unref (self->atlas);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->strategies);
  ris3_filter_unref (self->filter);
  g_free (self->scope);
  g_free (self);
}

/* What the filter shows; without one, all of the period. */
static GPtrArray *
find_strategies (Ris3Session *session, Ris3Atlas *atlas)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  Ris3FilterResult *result = ris3_session_get_filter_result (session);
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (result == NULL || ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategy)))
        g_ptr_array_add (found, g_steal_pointer (&strategy));
    }
  return found;
}

/* (transfer full) */
static char *
dup_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* NULL, and what is wrong is told: it cannot be opened. (transfer full) */
static Ris3Edit *
make_edit (Question *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = dup_text (self->name);
  g_autofree char *typed = dup_text (self->due_on);
  g_autofree char *date = ris3_date_button_read (typed);
  g_autofree char *due_on = g_strdup (date != NULL ? date : typed);
  g_autofree char *channel = dup_text (self->channel);
  g_autoptr (GError) error = NULL;
  Ris3RoundPlan plan = { .name = name,
                         .scope = self->scope,
                         .opened_on = today,
                         .due_on = due_on,
                         .channel = channel,
                         .asked = gtk_switch_get_active (GTK_SWITCH (self->asked)),
                         .name_region = ris3_authority_name_region,
                         .data = self->session,
                         .others = self->filter };
  Ris3Edit *edit = ris3_round_plan_make_edit (&plan, self->atlas, self->regions, ris3_authority_make_region_key,
                                              self->session, &error);

  if (*typed != '\0' && date == NULL)
    {
      g_autofree char *words = ris3_date_button_explain (typed);

      ris3_row_problem_show (self->problem, self->due_on, words);
    }
  else
    ris3_row_problem_show (self->problem,
                           g_strcmp0 (ris3_edit_error_get_field (error), "due_on") == 0 ? self->due_on : self->name,
                           error != NULL && *name != '\0' ? error->message : NULL);
  return edit;
}

static void
on_changed_cb (Question *self)
{
  g_autoptr (Ris3Edit) edit = make_edit (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "open", edit != NULL);
}

/* The round is what the edit adds first. */
static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  Ris3Session *session = RIS3_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (session, result, &error);

  if (edit_result != NULL && edit_result->n_ids > 0)
    ris3_session_show_added (session, "consultation_round", edit_result->ids[0]);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ris3_session_tell_failure (session, error);
}

static void
on_answered_cb (Question *self, const char *response)
{
  g_autoptr (Ris3Edit) edit = g_str_equal (response, "open") ? make_edit (self) : NULL;

  if (edit != NULL && ris3_session_get_atlas (self->session) == self->atlas)
    ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, NULL, on_opened_cb, NULL);
}

static GtkWidget *
add_entry (Question *self, GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

/* (transfer floating) */
static GtkWidget *
new_rows (Question *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, USUAL_DAYS);
  g_autofree char *date = g_date_time_format (due, "%Y-%m-%d");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->name = add_entry (self, list, _ ("Name"), "");
  /* Translators: of answers */
  self->due_on = add_entry (self, list, _ ("Due on"), date);
  button = ris3_date_button_new (GTK_EDITABLE (self->due_on));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->due_on), button);
  self->channel = add_entry (self, list, _ ("Channel"), _ ("E-mail"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("They Are Asked Today"));
  self->asked = gtk_switch_new ();
  gtk_widget_set_valign (self->asked, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->asked);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->asked);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  self->problem = ris3_row_problem_add (GTK_LIST_BOX (list));
  return list;
}

/* Tells the countries that were chosen, of which nobody is asked. */
static void
describe_left_out (Question *self, GString *text)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);
  g_autoptr (Ris3Filter) rest = ris3_filter_without (self->filter, RIS3_FACET_COUNTRY);
  guint n = 0;
  const Ris3FacetValue *values = result != NULL ? ris3_filter_result_get_values (result, RIS3_FACET_COUNTRY, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Filter) only = ris3_filter_with (rest, RIS3_FACET_COUNTRY, values[i].id, TRUE);

      if (!values[i].is_chosen || values[i].n_strategies > 0
          || ris3_round_plan_count_others (self->atlas, self->regions, only, ris3_authority_make_region_key,
                                           self->session)
                 > 0)
        continue;
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ris3_filter_is_about_region (only, values[i].id)
                                  /* Translators: %s is a country. */
                                  ? _ ("%s: no strategy is known there, and no authority; it is not asked.")
                                  /* Translators: %s is a country. */
                                  : _ ("%s: no strategy there matches; it is not asked."),
                              values[i].title);
    }
}

/* Whom the round will ask, in sentences. (transfer full) */
static char *
describe (Question *self)
{
  guint n_without
      = ris3_round_plan_count_without (self->atlas, self->regions, ris3_authority_make_region_key, self->session);
  guint n_others = ris3_round_plan_count_others (self->atlas, self->regions, self->filter,
                                                 ris3_authority_make_region_key, self->session);
  g_autofree char *filter
      = ris3_filter_describe (ris3_session_get_filter (self->session), ris3_session_get_filter_result (self->session));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%u region is asked: the one that the map and the filter show now.",
                                    "%u regions are asked: those that the map and the filter show now.",
                                    self->regions->len),
                          self->regions->len);
  if (filter != NULL && *filter != '\0')
    g_string_append_printf (text, "\n%s", filter);
  if (n_without > 0 && n_without == self->regions->len)
    g_string_append_printf (text, "\n%s",
                            ngettext ("Its authority is not known yet: one is added, to be named later.",
                                      "Their authorities are not known yet: one is added for each, to be named later.",
                                      n_without));
  else if (n_without > 0)
    g_string_append_printf (
        text,
        ngettext ("\nThe authority of %u of them is not known yet: one is added, to be named later.",
                  "\nThe authorities of %u of them are not known yet: one is added for each, to be named later.",
                  n_without),
        n_without);
  if (n_others > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u authority of a region without a strategy is asked, too.",
                                      "\n%u authorities of regions without a strategy are asked, too.", n_others),
                            n_others);
  describe_left_out (self, text);
  return g_string_free (text, FALSE);
}

void
ris3_new_round_ask (GtkWindow *parent, Ris3Session *session)
{
  Question *self;
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session));
  g_return_if_fail (ris3_session_get_atlas (session) != NULL);

  self = g_new0 (Question, 1);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->strategies = find_strategies (session, self->atlas);
  self->regions = ris3_round_plan_get_regions (self->strategies, ris3_authority_make_region_key, session);
  self->filter = ris3_filter_ref (ris3_session_get_filter_result (session) != NULL
                                      ? ris3_filter_result_get_filter (ris3_session_get_filter_result (session))
                                      : ris3_session_get_filter (session));
  self->scope = ris3_filter_to_text (ris3_session_get_filter (session));
  words = describe (self);
  self->dialog = adw_message_dialog_new (parent, _ ("New Round of Consultation"), words);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), new_rows (self));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"), "open",
                                    _ ("_Open Round"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), "open");
  g_object_set_data_full (G_OBJECT (self->dialog), "question", self, question_free);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->due_on, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (on_answered_cb), self);
  on_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->name);
}

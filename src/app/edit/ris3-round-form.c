/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-round-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-switch.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/edit/ris3-round-scope.h"
#include "map/ris3-filter-description.h"
#include "model/ris3-edit-error.h"

/* Days that an authority usually gets. */
#define USUAL_DAYS 42

/* (transfer full) */
static char *
get_value (Ris3EditForm *form, const char *column)
{
  Ris3FormField *field = ris3_edit_form_get_field (form, column);

  return field != NULL ? ris3_form_field_get_value (field) : g_strdup ("");
}

/* today, and the usual days after it. (transfer full) */
static char *
get_day (guint n_days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, (int) n_days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* What a round that is opened and one that is changed have in common. opened, due: of a new one; NULL: of the row */
static void
fill (Ris3EditForm *form, const char *opened, const char *due)
{
  Ris3FormField *field
      = ris3_edit_form_add_field (form, ris3_form_entry_new ("name", _ ("_Name"), RIS3_FORM_ENTRY_TEXT), NULL);

  ris3_form_field_set_required (field, TRUE);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("opened_on", _ ("_Opened on"), RIS3_FORM_ENTRY_DATE),
                                    opened);
  ris3_form_field_set_required (field, TRUE);
  /* Translators: of answers */
  ris3_edit_form_add_field (form, ris3_form_entry_new ("due_on", _ ("_Due on"), RIS3_FORM_ENTRY_DATE), due);
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("remark", _ ("_Remark"), 3), NULL);
}

/* How many are asked in a round. */
static guint
count_requests (Ris3Atlas *atlas, gint64 round_id)
{
  GListModel *requests = ris3_atlas_get_requests (atlas);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);

      n += ris3_request_get_round_id (request) == round_id;
    }
  return n;
}

/* Whom a round asks, and by which filter they were found. (transfer full) */
static char *
describe_scope (Ris3Atlas *atlas, const char *scope, gint64 round_id)
{
  guint n = count_requests (atlas, round_id);
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (scope, NULL, NULL);
  g_autofree char *words = filter != NULL ? ris3_filter_describe (filter, NULL) : g_strdup (scope);
  g_autofree char *authorities = g_strdup_printf (ngettext ("%u authority", "%u authorities", n), n);

  return *words != '\0' ? g_strdup_printf ("%s\n%s", authorities, words) : g_steal_pointer (&authorities);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *scope = atlas != NULL ? ris3_atlas_dup_value (atlas, "consultation_round", key, "scope") : NULL;
  g_autofree char *words = NULL;
  Ris3EditForm *form;

  if (scope == NULL)
    return;
  words = describe_scope (atlas, scope, id);
  form = ris3_edit_form_new (desk, _ ("Edit Round of Consultation"));
  ris3_edit_form_set_row (form, "consultation_round", key);
  fill (form, NULL, NULL);
  ris3_edit_form_add_fact (form, _ ("Who is asked"), words);
  ris3_edit_form_save_on_enter (form);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 500);
  ris3_edit_form_present (form);
}

/* What was typed, as the edit that opens the round. */
static Ris3Edit *
build (Ris3EditForm *form, gpointer scope, GError **error)
{
  g_autofree char *name = get_value (form, "name"), *opened_on = get_value (form, "opened_on");
  g_autofree char *due_on = get_value (form, "due_on"), *channel = get_value (form, "channel");
  g_autofree char *remark = get_value (form, "remark"), *asked = get_value (form, "asked");
  g_autofree char *today = get_day (0);
  Ris3RoundPlan plan = { .name = name,
                         .opened_on = opened_on,
                         .due_on = due_on,
                         .remark = remark,
                         .channel = channel,
                         .asked = g_str_equal (asked, "1") };

  if (plan.asked && strcmp (opened_on, today) > 0)
    {
      ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "asked", "%s",
                           _ ("The day has not come yet on which the round opens: say later that they were asked."));
      return NULL;
    }
  return ris3_round_scope_make_edit (scope, &plan, error);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  g_autofree char *today = get_day (0), *due = get_day (USUAL_DAYS);
  g_autofree char *words = NULL;
  Ris3RoundScope *scope;
  Ris3EditForm *form;

  if (ris3_session_get_atlas (session) == NULL)
    return;
  scope = ris3_round_scope_new (session);
  words = ris3_round_scope_describe (scope);
  form = ris3_edit_form_new (desk, _ ("New Round of Consultation"));
  ris3_edit_form_set_builder (form, "consultation_round", build, scope, (GDestroyNotify) ris3_round_scope_free);
  fill (form, today, due);
  ris3_edit_form_add_field (form, ris3_form_entry_new ("channel", _ ("_Channel"), RIS3_FORM_ENTRY_TEXT), _ ("E-mail"));
  ris3_edit_form_add_field (form, ris3_form_switch_new ("asked", _ ("They are _asked on the day it opens")), "0");
  ris3_edit_form_add_fact (form, _ ("Who is asked"), words);
  ris3_edit_form_save_on_enter (form);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 640);
  ris3_edit_form_present (form);
}

void
ris3_round_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "round-form", .parameter_type = "x", .activate = form_action },
    { .name = "round-add", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

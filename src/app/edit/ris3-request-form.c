/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-request-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-text-view.h"
#include "map/ris3-date.h"

/* Until when all others of its round have time. (transfer full) */
static char *
describe_due (Ris3Atlas *atlas, const char *request)
{
  g_autofree char *round = ris3_atlas_dup_value (atlas, "request", request, "round_id");
  g_autofree char *due_on = ris3_atlas_dup_value (atlas, "consultation_round", round, "due_on");

  return due_on == NULL || *due_on == '\0' ? g_strdup (C_ ("due date", "None")) : ris3_date_to_text (due_on);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *organisation
      = atlas != NULL ? ris3_atlas_dup_value (atlas, "request", key, "organisation_id") : NULL;
  g_autofree char *name = NULL;
  g_autofree char *due = NULL;
  Ris3EditForm *form;

  if (organisation == NULL)
    return;
  name = ris3_atlas_dup_value (atlas, "organisation", organisation, "name");
  due = describe_due (atlas, key);
  form = ris3_edit_form_new (desk, _ ("Due Date and Remark"));
  ris3_edit_form_set_row (form, "request", key);
  ris3_edit_form_add_fact (form, _ ("Authority"), name != NULL ? name : "");
  ris3_edit_form_add_field (form, ris3_form_entry_new ("due_on", _ ("_Due on"), RIS3_FORM_ENTRY_DATE), NULL);
  ris3_edit_form_add_fact (form, _ ("Without it, as for the round"), due);
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("remark", _ ("_Remark"), 3), NULL);
  ris3_edit_form_save_on_enter (form);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 440);
  ris3_edit_form_present (form);
}

void
ris3_request_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "request-form", .parameter_type = "x", .activate = form_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

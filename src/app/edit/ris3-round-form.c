/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-round-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-text-view.h"
#include "map/ris3-date.h"

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *opened_on
      = atlas != NULL ? ris3_atlas_dup_value (atlas, "consultation_round", key, "opened_on") : NULL;
  g_autofree char *opened = opened_on != NULL ? ris3_date_to_text (opened_on) : NULL;
  Ris3EditForm *form;
  Ris3FormField *field;

  if (opened == NULL)
    return;
  form = ris3_edit_form_new (desk, _ ("Edit Round of Consultation"));
  ris3_edit_form_set_row (form, "consultation_round", key);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("name", _ ("_Name"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_required (field, TRUE);
  ris3_edit_form_add_fact (form, _ ("Opened on"), opened);
  /* Translators: of answers */
  ris3_edit_form_add_field (form, ris3_form_entry_new ("due_on", _ ("_Due on"), RIS3_FORM_ENTRY_DATE), NULL);
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("remark", _ ("_Remark"), 3), NULL);
  ris3_edit_form_save_on_enter (form);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 460);
  ris3_edit_form_present (form);
}

void
ris3_round_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "round-form", .parameter_type = "x", .activate = form_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

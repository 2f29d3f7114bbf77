/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-participation-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-programmes.h"
#include "app/edit/ris3-form-region.h"
#include "map/ris3-record-titles.h"

static Ris3FormField *
new_role (void)
{
  static const char *const roles[] = { "member", "observer", "coordinator", "partner", "associated" };
  Ris3FormField *field = ris3_form_choice_new ("role", _ ("_Role"), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), roles[i], ris3_participation_role_get_title (roles[i]));
  return field;
}

static void
fill (Ris3EditForm *form, Ris3EditDesk *desk, const char *name)
{
  g_auto (GStrv) programmes = ris3_form_programmes (ris3_session_get_atlas (ris3_edit_desk_get_session (desk)));
  Ris3FormField *field;

  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("programme", _ ("_Programme"), RIS3_FORM_ENTRY_TEXT),
                                    NULL);
  ris3_form_field_set_required (field, TRUE);
  ris3_form_entry_set_suggestions (RIS3_FORM_ENTRY (field), (const char *const *) programmes);
  ris3_edit_form_add_field (form, new_role (), "member");
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("name", _ ("_Name"), RIS3_FORM_ENTRY_TEXT), name);
  ris3_form_field_set_required (field, TRUE);
  ris3_form_field_set_hint (field, _ ("Of the country, region or body that takes part."));
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("source", _ ("S_ource"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_hint (field, _ ("A web address, or the title of a document."));
  gtk_window_set_default_size (GTK_WINDOW (form), 560, 560);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditForm *form = ris3_form_region_open_row (user_data, _ ("Edit Participation"), "participation",
                                                  g_variant_get_int64 (parameter));

  if (form != NULL)
    fill (form, user_data, NULL);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key = g_variant_get_string (parameter, NULL);
  const Ris3RegionName *region
      = ris3_form_region_find (ris3_session_get_atlas (ris3_edit_desk_get_session (user_data)), key);
  g_autofree char *country = NULL;
  Ris3Edit *edit;

  if (region == NULL)
    return;
  country = g_strndup (region->code, 2);
  edit = ris3_edit_new_add ("participation");
  ris3_edit_set_text (edit, "country", country);
  fill (ris3_form_region_open_addition (user_data, _ ("Add Participation"), "participation", key, edit), user_data,
        ris3_form_region_name (region));
}

void
ris3_participation_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "participation-form", .parameter_type = "x", .activate = form_action },
    { .name = "participation-add", .parameter_type = "s", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

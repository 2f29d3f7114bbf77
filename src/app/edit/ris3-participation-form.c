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
fill (Ris3EditForm *form, Ris3Atlas *atlas, const char *region, const char *name)
{
  g_auto (GStrv) programmes = ris3_form_programmes (atlas);
  Ris3FormField *field;

  if (region != NULL)
    ris3_edit_form_add_fact (form, _ ("Region"), region);
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
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *region = NULL;
  Ris3EditForm *form;

  if (!ris3_form_region_read (atlas, "participation", key, &region))
    return;
  form = ris3_edit_form_new (desk, _ ("Edit Participation"));
  ris3_edit_form_set_row (form, "participation", key);
  fill (form, atlas, region, NULL);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  const Ris3RegionName *region = ris3_form_region_find (atlas, g_variant_get_string (parameter, NULL));
  g_autofree char *words = NULL;
  g_autofree char *country = NULL;
  Ris3EditForm *form;
  Ris3Edit *edit;

  if (region == NULL)
    return;
  words = ris3_form_region_words (atlas, region->nuts_version, region->code);
  country = g_strndup (region->code, 2);
  edit = ris3_edit_new_add ("participation");
  ris3_edit_set_text (edit, "country", country);
  ris3_form_region_set (edit, region);
  form = ris3_edit_form_new (desk, _ ("Add Participation"));
  ris3_edit_form_set_addition (form, "participation", edit);
  fill (form, atlas, words, ris3_form_region_name (region));
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

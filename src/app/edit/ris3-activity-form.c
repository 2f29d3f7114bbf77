/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-activity-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-programmes.h"
#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/edit/ris3-form-themes.h"
#include "map/ris3-record-titles.h"

static Ris3FormField *
new_kind (void)
{
  static const char *const kinds[] = { "project", "best-practice", "data-set", "infrastructure", "call" };
  Ris3FormField *field = ris3_form_choice_new ("kind", _ ("_Kind"), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), kinds[i], ris3_activity_kind_get_title (kinds[i]));
  return field;
}

/* Themes are suggested from what is typed. */
static void
on_text_changed_cb (Ris3EditForm *form)
{
  g_autofree char *title = ris3_form_field_get_value (ris3_edit_form_get_field (form, "title"));
  g_autofree char *remark = ris3_form_field_get_value (ris3_edit_form_get_field (form, "remark"));
  g_autofree char *text = g_strjoin ("\n", title, remark, NULL);

  ris3_theme_chooser_set_text (
      ris3_form_themes_get_chooser (RIS3_FORM_THEMES (ris3_edit_form_get_field (form, "themes"))), "", "", text);
}

static void
fill (Ris3EditForm *form, Ris3EditDesk *desk)
{
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  g_auto (GStrv) programmes = ris3_form_programmes (ris3_session_get_atlas (session));
  Ris3FormField *title, *field;

  title = ris3_edit_form_add_field (form, ris3_form_entry_new ("title", _ ("_Title"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_required (title, TRUE);
  ris3_edit_form_add_field (form, new_kind (), "project");
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("programme", _ ("_Programme"), RIS3_FORM_ENTRY_TEXT),
                                    NULL);
  ris3_form_entry_set_suggestions (RIS3_FORM_ENTRY (field), (const char *const *) programmes);
  ris3_edit_form_add_field (form, ris3_form_entry_new ("year_from", _ ("_First year"), RIS3_FORM_ENTRY_NUMBER), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("year_to", _ ("_Last year"), RIS3_FORM_ENTRY_NUMBER),
                                    NULL);
  ris3_form_field_set_hint (field, _ ("Empty if it has not ended."));
  ris3_edit_form_add_field (form, ris3_form_entry_new ("url", _ ("_Address"), RIS3_FORM_ENTRY_ADDRESS), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_text_view_new ("remark", _ ("_Remark"), 3), NULL);
  ris3_edit_form_add_field (form, ris3_form_themes_new (session, _ ("The_mes")), NULL);
  g_signal_connect_object (title, "changed", G_CALLBACK (on_text_changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "changed", G_CALLBACK (on_text_changed_cb), form, G_CONNECT_SWAPPED);
  on_text_changed_cb (form);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditForm *form
      = ris3_form_region_open_row (user_data, _ ("Edit Activity"), "activity", g_variant_get_int64 (parameter));

  if (form != NULL)
    fill (form, user_data);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditForm *form
      = ris3_form_region_open_addition (user_data, _ ("Add Activity"), "activity",
                                        g_variant_get_string (parameter, NULL), ris3_edit_new_add ("activity"));

  if (form != NULL)
    fill (form, user_data);
}

void
ris3_activity_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "activity-form", .parameter_type = "x", .activate = form_action },
    { .name = "activity-add", .parameter_type = "s", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-organisation-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-region.h"

/* The region of a new one is chosen before the atlas knows it. */
typedef struct
{
  Ris3EditForm *form;
  Ris3Atlas *atlas;
  Ris3FormField *region; /* "2016 FRL0" */
} Draft;

static void
add_name (Ris3EditForm *form)
{
  Ris3FormField *field
      = ris3_edit_form_add_field (form, ris3_form_entry_new ("name", _ ("_Name"), RIS3_FORM_ENTRY_TEXT), NULL);

  ris3_form_field_set_required (field, TRUE);
}

static void
add_role (Ris3EditForm *form)
{
  ris3_edit_form_add_field (form, ris3_form_choice_new_role ("role", _ ("_Role")), "regional authority");
}

static void
present (Ris3EditForm *form)
{
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 360);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditForm *form
      = ris3_form_region_open_row (user_data, _ ("Edit Organisation"), "organisation", g_variant_get_int64 (parameter));

  if (form == NULL)
    return;
  add_name (form);
  add_role (form);
  present (form);
}

static void
on_region_changed_cb (Draft *draft)
{
  g_autofree char *key = ris3_form_field_get_value (draft->region);
  const Ris3RegionName *region = ris3_form_region_find (draft->atlas, key);
  Ris3Edit *edit = ris3_edit_new_add ("organisation");

  if (region != NULL)
    ris3_form_region_set (edit, region);
  ris3_edit_form_replace_addition (draft->form, edit);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  Draft *draft;

  if (atlas == NULL)
    return;
  draft = g_new0 (Draft, 1);
  draft->atlas = atlas;
  draft->form = ris3_edit_form_new (desk, _ ("Add Organisation"));
  g_object_set_data_full (G_OBJECT (draft->form), "draft", draft, g_free);
  ris3_edit_form_set_addition (draft->form, "organisation", ris3_edit_new_add ("organisation"));
  add_name (draft->form);
  add_role (draft->form);
  /* Translators: the region of an organisation */
  draft->region = ris3_edit_form_add_field (
      draft->form,
      ris3_form_region_new (ris3_edit_desk_get_session (desk), NULL, C_ ("region of an organisation", "None")), "");
  g_signal_connect_swapped (draft->region, "changed", G_CALLBACK (on_region_changed_cb), draft);
  present (draft->form);
}

void
ris3_organisation_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "organisation-form", .parameter_type = "x", .activate = form_action },
    { .name = "organisation-add", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

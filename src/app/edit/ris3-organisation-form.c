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

/* region: where it is; NULL: nowhere, or not known yet */
static void
fill (Ris3EditForm *form, Ris3EditDesk *desk, const Ris3RegionName *region)
{
  add_name (form);
  add_role (form);
  ris3_edit_form_add_field (
      form,
      ris3_form_region_new_stored (ris3_edit_desk_get_session (desk), region, C_ ("region of an organisation", "None")),
      "");
  ris3_edit_form_save_on_enter (form);
  gtk_window_set_default_size (GTK_WINDOW (form), 520, 360);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Atlas *atlas = ris3_session_get_atlas (ris3_edit_desk_get_session (desk));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autofree char *code = atlas != NULL ? ris3_atlas_dup_value (atlas, "organisation", key, "region_code") : NULL;
  g_autofree char *version = code != NULL ? ris3_atlas_dup_value (atlas, "organisation", key, "nuts_version") : NULL;
  Ris3EditForm *form;

  if (code == NULL)
    return;
  form = ris3_edit_form_new (desk, _ ("Edit Organisation"));
  ris3_edit_form_set_row (form, "organisation", key);
  fill (form, desk, ris3_atlas_lookup_region (atlas, (guint) g_ascii_strtoull (version, NULL, 10), code));
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3EditForm *form;

  if (ris3_session_get_atlas (ris3_edit_desk_get_session (desk)) == NULL)
    return;
  form = ris3_edit_form_new (desk, _ ("Add Organisation"));
  ris3_edit_form_set_addition (form, "organisation", ris3_edit_new_add ("organisation"));
  fill (form, desk, NULL);
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

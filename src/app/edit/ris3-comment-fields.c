/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-comment-fields.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-language.h"
#include "app/edit/ris3-form-proposal.h"
#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-text-view.h"

Ris3FormField *
ris3_comment_fields_add_text (Ris3EditForm *form, const char *label)
{
  Ris3FormField *field = ris3_edit_form_add_field (form, ris3_form_text_view_new ("text", label, 6), NULL);

  ris3_form_field_set_required (field, TRUE);
  return field;
}

Ris3FormField *
ris3_comment_fields_add_role (Ris3EditForm *form, const char *preset)
{
  return ris3_edit_form_add_field (form, ris3_form_choice_new_role ("author_role", _ ("_Role of the author")), preset);
}

void
ris3_comment_fields_append_organisation (Ris3EditForm *form, Ris3Edit *edit, const Ris3RegionName *region)
{
  g_autoptr (Ris3Edit) addition = ris3_edit_new_add ("organisation");
  g_autofree char *name = ris3_form_field_get_value (ris3_edit_form_get_field (form, "organisation_id"));
  g_autofree char *role = ris3_form_field_get_value (ris3_edit_form_get_field (form, "author_role"));

  ris3_edit_set_text (addition, "name", name);
  ris3_edit_set_text (addition, "role", role);
  if (region != NULL)
    ris3_form_region_set (addition, region);
  ris3_edit_append (edit, addition);
}

void
ris3_comment_fields_add_way (Ris3EditForm *form, const char *label)
{
  const char *const channels[]
      = { ris3_comment_fields_get_mail (), C_ ("channel of a comment", "Letter"),
          C_ ("channel of a comment", "Meeting"), C_ ("channel of a comment", "Telephone"), NULL };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  Ris3FormField *channel = ris3_form_entry_new ("channel", _ ("_Channel"), RIS3_FORM_ENTRY_TEXT);

  ris3_form_entry_set_suggestions (RIS3_FORM_ENTRY (channel), channels);
  ris3_edit_form_add_field (form, ris3_form_entry_new ("received_on", label, RIS3_FORM_ENTRY_DATE), today);
  ris3_edit_form_add_field (form, channel, NULL);
}

const char *
ris3_comment_fields_get_mail (void)
{
  return C_ ("channel of a comment", "E-mail");
}

void
ris3_comment_fields_add_language (Ris3EditForm *form)
{
  Ris3FormField *field = ris3_edit_form_add_field (form, ris3_form_language_new (), NULL);

  ris3_form_field_set_hint (field, _ ("Of the text above."));
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("english_text", _ ("Text in _English"), 3), NULL);
}

Ris3FormField *
ris3_comment_fields_add_passage (Ris3EditForm *form)
{
  Ris3FormField *field;

  ris3_edit_form_add_heading (form, _ ("What It Is About"));
  ris3_edit_form_add_field (form, ris3_form_text_view_new ("quote", _ ("_Quotation"), 2), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("page_label", _ ("_Page"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_hint (field, _ ("As it is printed."));
  field = ris3_edit_form_add_field (form, ris3_form_proposal_new ("proposed_change", _ ("Proposed c_hange")), NULL);
  ris3_form_field_set_hint (field, _ ("What is filled in can be applied with one key when the comment is accepted."));
  return field;
}

void
ris3_comment_fields_present (Ris3EditForm *form)
{
  gtk_window_set_default_size (GTK_WINDOW (form), 640, 680);
  ris3_edit_form_present (form);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-strategy-form.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-form-choice.h"
#include "app/edit/ris3-form-entry.h"
#include "app/edit/ris3-form-language.h"
#include "app/edit/ris3-form-region.h"
#include "app/edit/ris3-form-switch.h"
#include "app/edit/ris3-form-text-view.h"
#include "app/edit/ris3-strategy-proposal.h"
#include "app/ris3-region-words.h"
#include "map/ris3-record-titles.h"

static Ris3FormField *
new_state (void)
{
  Ris3FormField *field = ris3_form_choice_new ("analysis_state", _ ("_Analysis"), FALSE);

  for (Ris3AnalysisState state = RIS3_ANALYSIS_PENDING; state <= RIS3_ANALYSIS_CONFIRMED; state++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), ris3_analysis_state_get_id (state),
                          ris3_analysis_state_get_title (state));
  return field;
}

static Ris3FormField *
new_basis (void)
{
  Ris3FormField *field = ris3_form_choice_new ("pm_basis", _ ("_Basis of the mark"), FALSE);

  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "", _ ("None, as there is no mark"));
  for (Ris3Basis basis = RIS3_BASIS_TEXT; basis < RIS3_N_BASES; basis++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), ris3_basis_get_id (basis), ris3_mark_basis_get_title (basis));
  return field;
}

static Ris3FormField *
new_source_kind (void)
{
  Ris3FormField *field = ris3_form_choice_new ("source_kind", _ ("_Kind of source"), FALSE);

  for (Ris3SourceKind kind = RIS3_SOURCE_STRATEGY; kind <= RIS3_SOURCE_NEWS; kind++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), ris3_source_kind_get_id (kind), ris3_source_kind_get_title (kind));
  return field;
}

/* Only a mark has a basis. */
static void
on_mark_changed_cb (Ris3FormField *basis, Ris3FormField *mark)
{
  g_autofree char *value = ris3_form_field_get_value (mark);
  gboolean is_marked = g_str_equal (value, "1");
  g_autofree char *present = ris3_form_field_get_value (basis);

  gtk_widget_set_sensitive (GTK_WIDGET (basis), is_marked);
  if (!is_marked && *present != '\0')
    ris3_form_field_set_value (basis, "");
}

static void
add_document (Ris3EditForm *form, Ris3Atlas *atlas, const char *period)
{
  Ris3FormField *field;

  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("title", _ ("_Title"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_required (field, TRUE);
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("year", _ ("_Year"), RIS3_FORM_ENTRY_NUMBER), NULL);
  ris3_form_field_set_hint (field, _ ("When the document was adopted; empty if no source gives it."));
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("period", _ ("_Period"), RIS3_FORM_ENTRY_TEXT), period);
  ris3_form_field_set_required (field, TRUE);
  ris3_form_field_set_hint (field, _ ("First and last year, such as 2021-2027."));
  ris3_form_entry_set_suggestions (RIS3_FORM_ENTRY (field), ris3_atlas_get_periods (atlas));
  field = ris3_edit_form_add_field (form, ris3_form_language_new (), NULL);
  ris3_form_field_set_hint (field, _ ("Of the source that was read."));
}

static void
add_analysis (Ris3EditForm *form)
{
  Ris3FormField *field;

  ris3_edit_form_add_heading (form, _ ("How It Was Read"));
  ris3_edit_form_add_field (form, new_state (), "desk");
  field = ris3_edit_form_add_field (form, ris3_form_entry_new ("analyst", _ ("A_nalyst"), RIS3_FORM_ENTRY_TEXT), NULL);
  ris3_form_field_set_hint (field, _ ("Who read it last."));
  ris3_edit_form_add_field (form, ris3_form_entry_new ("reviewed_on", _ ("Reviewed _on"), RIS3_FORM_ENTRY_DATE), NULL);
  field = ris3_edit_form_add_field (form, ris3_form_switch_new ("withheld", _ ("_Withheld")), "0");
  ris3_form_field_set_hint (field, _ ("Recorded, but not to be shown, as this was not agreed to."));
}

static void
add_findings (Ris3EditForm *form)
{
  Ris3FormField *mark, *basis, *field;

  ris3_edit_form_add_heading (form, _ ("What It Says"));
  ris3_edit_form_add_field (form, ris3_form_choice_new_answer ("health_priority", _ ("_Health priority")), NULL);
  mark = ris3_edit_form_add_field (form, ris3_form_choice_new_answer ("pm_mark", _ ("Personalised _medicine")), NULL);
  ris3_form_field_set_hint (mark, _ ("Whether personalised, precision or stratified medicine is a priority."));
  basis = ris3_edit_form_add_field (form, new_basis (), NULL);
  ris3_form_field_set_storage (basis, RIS3_FORM_STORAGE_OPTIONAL);
  g_signal_connect_object (mark, "changed", G_CALLBACK (on_mark_changed_cb), basis, G_CONNECT_SWAPPED);
  on_mark_changed_cb (basis, mark);
  field = ris3_edit_form_add_field (form, ris3_form_switch_new ("pm_disputed", _ ("_Disputed")), "0");
  ris3_form_field_set_hint (field, _ ("The sources contradict each other on personalised medicine."));
}

static void
add_source (Ris3EditForm *form)
{
  Ris3FormField *field;

  ris3_edit_form_add_heading (form, _ ("Source"));
  ris3_edit_form_add_field (form, new_source_kind (), "strategy");
  ris3_edit_form_add_field (
      form, ris3_form_entry_new ("source_title", _ ("T_itle of the source"), RIS3_FORM_ENTRY_TEXT), NULL);
  field = ris3_edit_form_add_field (
      form, ris3_form_entry_new ("source_url", _ ("Address of the so_urce"), RIS3_FORM_ENTRY_ADDRESS), NULL);
  ris3_form_field_set_hint (field, _ ("What was read."));
  field = ris3_edit_form_add_field (
      form, ris3_form_entry_new ("document_url", _ ("Address of the strat_egy"), RIS3_FORM_ENTRY_ADDRESS), NULL);
  ris3_form_field_set_hint (field, _ ("The document itself."));
  field = ris3_edit_form_add_field (form, ris3_form_text_view_new ("remark", _ ("_Remark"), 3), NULL);
  ris3_form_field_set_hint (field, _ ("What is uncertain, or was corrected in the record."));
}

void
ris3_strategy_form_add_fields (Ris3EditForm *form, Ris3Atlas *atlas, const char *period)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (form) && RIS3_IS_ATLAS (atlas));
  add_document (form, atlas, period);
  add_analysis (form);
  add_findings (form);
  add_source (form);
}

static void
fill (Ris3EditForm *form, Ris3Atlas *atlas, const char *region, const char *period)
{
  ris3_edit_form_add_fact (form, _ ("Region"), region);
  ris3_strategy_form_add_fields (form, atlas, period);
  ris3_edit_form_present (form);
}

static void
form_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  const char *id = g_variant_get_string (parameter, NULL);
  Ris3Strategy *strategy = atlas != NULL ? ris3_atlas_lookup_strategy (atlas, id) : NULL;
  g_autofree char *region = NULL;
  Ris3EditForm *form;

  if (strategy == NULL)
    return;
  region = ris3_form_region_words (session, ris3_strategy_get_nuts_version (strategy),
                                   ris3_strategy_get_region_code (strategy));
  form = ris3_edit_form_new (desk, _ ("Edit Strategy"));
  ris3_edit_form_set_row (form, "strategy", id);
  fill (form, atlas, region, NULL);
}

/* That of the map, or else the latest. */
static const char *
find_period (Ris3Session *session)
{
  const char *period = ris3_view_get_period (ris3_session_get_view (session));
  const char *const *periods = ris3_atlas_get_periods (ris3_session_get_atlas (session));

  if (period != NULL)
    return period;
  return periods[0] != NULL ? periods[g_strv_length ((char **) periods) - 1] : NULL;
}

Ris3Edit *
ris3_strategy_form_new_addition (const Ris3RegionName *region)
{
  Ris3Edit *edit = ris3_edit_new_add ("strategy");

  ris3_form_region_set (edit, region);
  ris3_edit_set_text (edit, "region_name", ris3_form_region_name (region));
  return edit;
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Ris3EditDesk *desk = RIS3_EDIT_DESK (user_data);
  Ris3Session *session = ris3_edit_desk_get_session (desk);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  const Ris3RegionName *name = ris3_form_region_find (atlas, g_variant_get_string (parameter, NULL));
  g_autofree char *region = NULL;
  Ris3EditForm *form;
  Ris3Edit *edit;

  if (name == NULL)
    return;
  region = ris3_form_region_words (session, name->nuts_version, name->code);
  form = ris3_edit_form_new (desk, _ ("Add Strategy"));
  edit = ris3_strategy_form_new_addition (name);
  ris3_edit_form_set_addition (form, "strategy", edit);
  fill (form, atlas, region, find_period (session));
}

static void
apply_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ris3_strategy_proposal_open (RIS3_EDIT_DESK (user_data), g_variant_get_int64 (parameter));
}

void
ris3_strategy_form_add_actions (Ris3EditDesk *desk)
{
  static const GActionEntry entries[] = {
    { .name = "strategy-form", .parameter_type = "s", .activate = form_action },
    { .name = "strategy-apply", .parameter_type = "x", .activate = apply_action },
    { .name = "strategy-add", .parameter_type = "s", .activate = add_action },
  };

  ris3_edit_desk_add_actions (desk, entries, G_N_ELEMENTS (entries), TRUE);
}

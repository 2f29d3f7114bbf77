/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-show.h"

#include "cli/ris3-print.h"

static void
write_region (Ris3Json *json, const Ris3RegionFacts *facts, const Ris3Region *region)
{
  ris3_json_text (json, "code", region->code);
  ris3_json_number (json, "nuts_version", facts->nuts_version);
  ris3_json_number (json, "level", region->level);
  ris3_json_text (json, "name", region->name);
  ris3_json_text (json, "name_latin", region->name_latin);
  ris3_json_text (json, "shown_name", ris3_region_get_shown_name (region));
}

static void
write_answer (Ris3Json *json, const char *name, Ris3Answer answer)
{
  if (answer == RIS3_ANSWER_UNKNOWN)
    ris3_json_null (json, name);
  else
    ris3_json_boolean (json, name, answer == RIS3_ANSWER_YES);
}

static void
write_priorities (Ris3Json *json, const char *name, GListModel *priorities)
{
  ris3_json_begin_array (json, name);
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      const char *const *themes = ris3_priority_get_themes (priority);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "label", ris3_priority_get_label (priority));
      ris3_json_text (json, "text", ris3_priority_get_text (priority));
      ris3_json_text (json, "page", ris3_priority_get_page_label (priority));
      ris3_json_boolean (json, "explicit", ris3_priority_get_explicit_pm (priority));
      ris3_json_boolean (json, "area", ris3_priority_get_is_area (priority));
      ris3_json_begin_array (json, "themes");
      for (guint t = 0; themes[t] != NULL; t++)
        ris3_json_text (json, NULL, themes[t]);
      ris3_json_end (json);
      write_priorities (json, "priorities", ris3_priority_get_children (priority));
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

static void
write_strategies (Ris3Json *json, const char *name, const Ris3RegionFacts *facts, GPtrArray *strategies)
{
  ris3_json_begin_array (json, name);
  for (guint i = 0; i < strategies->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (strategies, i);
      Ris3Classification *areas = ris3_classification_get_areas (facts->classification);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "id", ris3_strategy_get_id (strategy));
      ris3_json_number (json, "nuts_version", ris3_strategy_get_nuts_version (strategy));
      ris3_json_text (json, "region", ris3_strategy_get_region_code (strategy));
      ris3_json_text (json, "title", ris3_strategy_get_title (strategy));
      if (ris3_strategy_get_year (strategy) != 0)
        ris3_json_number (json, "year", ris3_strategy_get_year (strategy));
      else
        ris3_json_null (json, "year");
      ris3_json_text (json, "period", ris3_strategy_get_period (strategy));
      ris3_json_text (json, "class",
                      ris3_class_scheme_get_id (ris3_classification_get_scheme (areas),
                                                ris3_classification_get_strategy_class (areas, strategy)));
      ris3_json_text (json, "analysis_state", ris3_analysis_state_get_id (ris3_strategy_get_analysis_state (strategy)));
      write_answer (json, "health_priority", ris3_strategy_get_health_priority (strategy));
      write_answer (json, "pm_mark", ris3_strategy_get_pm_mark (strategy));
      if (ris3_strategy_get_pm_basis (strategy) != RIS3_BASIS_NONE)
        ris3_json_text (json, "pm_basis", ris3_basis_get_id (ris3_strategy_get_pm_basis (strategy)));
      else
        ris3_json_null (json, "pm_basis");
      ris3_json_boolean (json, "disputed", ris3_strategy_get_pm_disputed (strategy));
      ris3_json_text (json, "source_kind", ris3_source_kind_get_id (ris3_strategy_get_source_kind (strategy)));
      ris3_json_text (json, "source_title", ris3_strategy_get_source_title (strategy));
      ris3_json_text (json, "source_url", ris3_strategy_get_source_url (strategy));
      ris3_json_text (json, "document_url", ris3_strategy_get_document_url (strategy));
      ris3_json_text (json, "remark", ris3_strategy_get_remark (strategy));
      write_priorities (json, "priorities", ris3_strategy_get_priorities (strategy));
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

static void
write_areas (Ris3Json *json, const Ris3RegionFacts *facts)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (ris3_classification_get_areas (facts->classification));

  ris3_json_begin_array (json, "areas");
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (facts->area_counts[klass] > 0)
      {
        ris3_json_begin_object (json, NULL);
        ris3_json_text (json, "class", ris3_class_scheme_get_id (scheme, klass));
        ris3_json_number (json, "areas", facts->area_counts[klass]);
        ris3_json_end (json);
      }
  ris3_json_end (json);
}

void
ris3_show_json (const Ris3RegionFacts *facts)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *view = ris3_view_to_text (ris3_classification_get_view (facts->classification));

  ris3_json_begin_object (json, NULL);
  ris3_json_begin_object (json, "region");
  write_region (json, facts, facts->region);
  ris3_json_end (json);
  ris3_json_begin_array (json, "within");
  for (guint i = 0; i < facts->ancestors->len; i++)
    {
      ris3_json_begin_object (json, NULL);
      write_region (json, facts, g_ptr_array_index (facts->ancestors, i));
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_text (json, "view", view);
  ris3_json_text (json, "indicator", ris3_classification_get_indicator (facts->told)->id);
  ris3_json_text (json, "class", ris3_class_scheme_get_id (ris3_classification_get_scheme (facts->told), facts->klass));
  ris3_json_boolean (json, "inherited", facts->strategies->len == 0 && facts->inherited->len > 0);
  write_strategies (json, "strategies", facts, facts->strategies->len > 0 ? facts->strategies : facts->inherited);
  ris3_json_begin_array (json, "decided_by");
  for (guint i = 0; i < facts->deciding->len; i++)
    ris3_json_text (json, NULL, ris3_strategy_get_id (g_ptr_array_index (facts->deciding, i)));
  ris3_json_end (json);
  write_areas (json, facts);

  ris3_json_begin_array (json, "assessments");
  for (guint i = 0; i < facts->assessments->len; i++)
    {
      Ris3Assessment *assessment = g_ptr_array_index (facts->assessments, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "assessor", ris3_assessment_get_assessor (assessment));
      ris3_json_boolean (json, "pm_mark", ris3_assessment_get_pm_mark (assessment));
      ris3_json_text (json, "source_url", ris3_assessment_get_source_url (assessment));
      ris3_json_end (json);
    }
  ris3_json_end (json);

  ris3_json_begin_array (json, "comments");
  for (guint i = 0; i < facts->comments->len; i++)
    {
      Ris3Comment *comment = g_ptr_array_index (facts->comments, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "author_role", ris3_comment_get_author_role (comment));
      ris3_json_text (json, "channel", ris3_comment_get_channel (comment));
      ris3_json_text (json, "received_on", ris3_comment_get_received_on (comment));
      ris3_json_text (json, "state", ris3_comment_get_state (comment));
      ris3_json_text (json, "text", ris3_comment_get_text (comment));
      ris3_json_text (json, "source_url", ris3_comment_get_source_url (comment));
      ris3_json_end (json);
    }
  ris3_json_end (json);

  ris3_json_begin_array (json, "participations");
  for (guint i = 0; i < facts->participations->len; i++)
    {
      Ris3Participation *participation = g_ptr_array_index (facts->participations, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "programme", ris3_participation_get_programme (participation));
      ris3_json_text (json, "role", ris3_participation_get_role (participation));
      ris3_json_text (json, "name", ris3_participation_get_name (participation));
      ris3_json_text (json, "source", ris3_participation_get_source (participation));
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

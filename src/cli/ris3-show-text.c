/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-show.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-print.h"
#include "map/ris3-period.h"
#include "map/ris3-record-titles.h"

static void
show_head (const Ris3RegionFacts *facts)
{
  const Ris3Region *region = facts->region;
  g_autofree char *beside = ris3_region_dup_names_beside (region);

  ris3_print ("%s  %s", region->code, ris3_region_get_shown_name (region));
  if (beside != NULL)
    ris3_print (" · %s", beside);
  ris3_print ("\n");
  ris3_print (_ ("NUTS %u, level %u"), facts->nuts_version, region->level);
  for (guint i = facts->ancestors->len; i-- > 0;)
    {
      const Ris3Region *ancestor = g_ptr_array_index (facts->ancestors, i);
      ris3_print (" < %s %s", ancestor->code, ris3_region_get_shown_name (ancestor));
    }
  ris3_print ("\n");
  /* The first place is the region itself. */
  for (guint i = 1; i < facts->places->len; i++)
    {
      const Ris3Place *place = g_ptr_array_index (facts->places, i);
      ris3_print (_ ("In NUTS %u: %s (%.0f %% of it lies here)\n"), place->nuts_version, place->code,
                  100 * place->share);
    }
}

static void
show_priority (Ris3Priority *priority, guint depth)
{
  GListModel *children = ris3_priority_get_children (priority);
  const char *const *themes = ris3_priority_get_themes (priority);
  const char *label = ris3_priority_get_label (priority);
  const char *text = ris3_priority_get_any_text (priority);
  const char *page = ris3_priority_get_page_label (priority);

  ris3_print ("%*s%s%s%s", (int) (4 + 2 * depth), "", label, label[0] != '\0' && text[0] != '\0' ? "  " : "", text);
  if (page[0] != '\0')
    ris3_print (_ (", p. %s"), page);
  if (ris3_priority_get_explicit_pm (priority))
    ris3_print ("  [%s]", _ ("explicit"));
  if (themes[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv ("; ", (char **) themes);
      ris3_print ("  {%s}", joined);
    }
  ris3_print ("\n");
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (Ris3Priority) child = g_list_model_get_item (children, i);
      show_priority (child, depth + 1);
    }
}

static void
show_line (const char *name, const char *value)
{
  if (value[0] != '\0')
    {
      ris3_print ("  ");
      /* Translators: what is told, and what it is: "Source: …" */
      ris3_print (C_ ("fact", "%s: %s"), name, value);
      ris3_print ("\n");
    }
}

static void
show_strategy (const Ris3RegionFacts *facts, Ris3Strategy *strategy)
{
  GListModel *priorities = ris3_strategy_get_priorities (strategy);
  /* A share says nothing of one strategy: it has the class that its own area has. */
  Ris3Classification *areas = ris3_classification_get_areas (facts->classification);
  g_autofree char *period = ris3_period_to_text (ris3_strategy_get_period (strategy));

  ris3_print ("\n%s  %s", period, ris3_strategy_get_title (strategy));
  if (ris3_strategy_get_year (strategy) != 0)
    ris3_print (" (%u)", ris3_strategy_get_year (strategy));
  ris3_print ("  [%s]\n", ris3_strategy_get_id (strategy));

  show_line (_ ("Class"), ris3_class_scheme_get_title (ris3_classification_get_scheme (areas),
                                                       ris3_classification_get_strategy_class (areas, strategy)));
  if (ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES)
    show_line (_ ("Basis"), ris3_basis_get_title (ris3_strategy_get_pm_basis (strategy)));
  if (ris3_strategy_get_pm_disputed (strategy))
    show_line (_ ("Disputed"), _ ("sources contradict each other"));
  show_line (_ ("Analysis"), ris3_analysis_state_get_title (ris3_strategy_get_analysis_state (strategy)));
  show_line (_ ("Kind of source"), ris3_source_kind_get_title (ris3_strategy_get_source_kind (strategy)));
  show_line (_ ("Source"), ris3_strategy_get_source_title (strategy));
  show_line (_ ("Source"), ris3_strategy_get_source_url (strategy));
  show_line (_ ("Document"), ris3_strategy_get_document_url (strategy));
  show_line (_ ("Remark"), ris3_strategy_get_remark (strategy));
  if (g_list_model_get_n_items (priorities) > 0)
    ris3_print ("  %s:\n", _ ("Priorities"));
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      show_priority (priority, 0);
    }
}

/* What the map shows above the level of strategies, where a region has the share of its areas. */
static void
show_share (const Ris3RegionFacts *facts)
{
  gint index = ris3_classification_find_territory (facts->classification, facts->index);
  g_autofree char *words = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  if (ris3_classification_get_areas (facts->classification) == facts->classification || index < 0
      || ris3_classification_get_territory (facts->classification, (guint) index)->region != facts->index)
    return;
  words = ris3_classification_describe (facts->classification, (guint) index);
  for (guint i = 0; i < facts->deciding->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            ris3_strategy_get_id (g_ptr_array_index (facts->deciding, i)));
  ris3_print ("\n");
  show_line (_ ("On the map"), words);
  show_line (_ ("Decided by"), ids->str);
}

/* Of a region that several strategies speak for, how many of its areas have which class. */
static void
show_areas (const Ris3RegionFacts *facts)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (ris3_classification_get_areas (facts->classification));

  g_autofree char *period = ris3_period_describe (ris3_classification_get_period (facts->classification));

  if (facts->n_areas <= 1)
    return;
  ris3_print ("\n");
  ris3_print (ngettext ("%u area by class\n", "%u areas by class\n", facts->n_areas), facts->n_areas);
  ris3_print ("  (%s)\n", period);
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (facts->area_counts[klass] > 0)
      ris3_print ("  %4u  %s\n", facts->area_counts[klass], ris3_class_scheme_get_title (scheme, klass));
}

static void
show_strategies (const Ris3RegionFacts *facts)
{
  for (guint i = 0; i < facts->strategies->len; i++)
    show_strategy (facts, g_ptr_array_index (facts->strategies, i));
  if (facts->strategies->len > 0)
    return;

  if (facts->inherited->len == 0)
    {
      ris3_print ("\n%s\n", facts->n_areas > 1
                                ? _ ("The atlas has no strategy for this region as a whole, but within it.")
                                : ris3_absence_get_title (RIS3_ABSENCE_NO_STRATEGY));
      return;
    }
  ris3_print ("\n%s\n", _ ("The atlas has no strategy for this region itself. Inherited:"));
  for (guint i = 0; i < facts->inherited->len; i++)
    show_strategy (facts, g_ptr_array_index (facts->inherited, i));
}

void
ris3_show_text (const Ris3RegionFacts *facts)
{
  show_head (facts);
  show_share (facts);
  show_areas (facts);
  show_strategies (facts);

  if (facts->assessments->len > 0)
    ris3_print ("\n%s\n", _ ("Assessments"));
  for (guint i = 0; i < facts->assessments->len; i++)
    {
      Ris3Assessment *assessment = g_ptr_array_index (facts->assessments, i);
      ris3_print ("  %s: %s (%s)\n", ris3_author_role_get_title (ris3_assessment_get_assessor (assessment)),
                  ris3_assessment_get_pm_mark (assessment) ? _ ("personalised medicine is a priority")
                                                           : _ ("personalised medicine is not a priority"),
                  ris3_assessment_get_source_url (assessment));
    }

  if (facts->comments->len > 0)
    ris3_print ("\n%s\n", _ ("Comments"));
  for (guint i = 0; i < facts->comments->len; i++)
    {
      Ris3Comment *comment = g_ptr_array_index (facts->comments, i);
      ris3_print ("  %s, %s [%s]: %s (%s)\n", ris3_author_role_get_title (ris3_comment_get_author_role (comment)),
                  ris3_comment_get_channel (comment), ris3_comment_state_get_title (ris3_comment_get_state (comment)),
                  ris3_comment_get_text (comment), ris3_comment_get_source_url (comment));
    }

  if (facts->participations->len > 0)
    ris3_print ("\n%s\n", _ ("Participation"));
  for (guint i = 0; i < facts->participations->len; i++)
    {
      Ris3Participation *participation = g_ptr_array_index (facts->participations, i);
      ris3_print ("  %s, %s: %s (%s)\n", ris3_participation_get_programme (participation),
                  ris3_participation_role_get_title (ris3_participation_get_role (participation)),
                  ris3_participation_get_name (participation), ris3_participation_get_source (participation));
    }
}

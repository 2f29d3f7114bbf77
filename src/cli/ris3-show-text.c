/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-show.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-print.h"
#include "cli/ris3-words.h"
#include "map/ris3-period.h"

static void
show_head (const Ris3RegionFacts *facts)
{
  const Ris3RegionName *region = facts->region;

  ris3_print ("%s  %s", region->code, region->name);
  if (region->name_latin[0] != '\0' && !g_str_equal (region->name_latin, region->name))
    ris3_print (" (%s)", region->name_latin);
  ris3_print ("\n");
  ris3_print (_ ("NUTS %u, level %u"), region->nuts_version, region->level);
  for (guint i = facts->ancestors->len; i-- > 0;)
    {
      const Ris3RegionName *ancestor = g_ptr_array_index (facts->ancestors, i);
      ris3_print (" < %s %s", ancestor->code, ancestor->name_latin[0] != '\0' ? ancestor->name_latin : ancestor->name);
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
  const char *text = ris3_priority_get_text (priority);
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
    ris3_print ("  %s: %s\n", name, value);
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
  show_line (_ ("Analysis"), ris3_words_for_analysis_state (ris3_strategy_get_analysis_state (strategy)));
  show_line (_ ("Kind of source"), ris3_words_for_source_kind (ris3_strategy_get_source_kind (strategy)));
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

/* A region that only strategies within it speak for. */
static void
show_within (const Ris3RegionFacts *facts)
{
  gint region = ris3_boundaries_find (ris3_classification_get_boundaries (facts->classification), facts->region->code);
  gint index = ris3_classification_find_territory (facts->told, (guint) region);
  g_autofree char *words = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  g_return_if_fail (index >= 0);
  words = ris3_classification_describe (facts->told, (guint) index);
  for (guint i = 0; i < facts->deciding->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            ris3_strategy_get_id (g_ptr_array_index (facts->deciding, i)));
  ris3_print ("\n%s\n", _ ("The atlas has no strategy for this region as a whole. Within it:"));
  show_line (_ ("On the map"), words);
  show_line (_ ("Decided by"), ids->str);
}

static void
show_strategies (const Ris3RegionFacts *facts)
{
  for (guint i = 0; i < facts->strategies->len; i++)
    show_strategy (facts, g_ptr_array_index (facts->strategies, i));
  if (facts->strategies->len > 0)
    return;

  if (facts->inherited->len == 0 && facts->deciding->len > 0)
    {
      show_within (facts);
      return;
    }
  if (facts->inherited->len == 0)
    {
      ris3_print ("\n%s\n", ris3_absence_get_title (RIS3_ABSENCE_NO_STRATEGY));
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
  show_strategies (facts);

  if (facts->assessments->len > 0)
    ris3_print ("\n%s\n", _ ("Assessments"));
  for (guint i = 0; i < facts->assessments->len; i++)
    {
      Ris3Assessment *assessment = g_ptr_array_index (facts->assessments, i);
      ris3_print ("  %s: %s (%s)\n", ris3_assessment_get_assessor (assessment),
                  ris3_assessment_get_pm_mark (assessment) ? _ ("personalised medicine is a priority")
                                                           : _ ("personalised medicine is not a priority"),
                  ris3_assessment_get_source_url (assessment));
    }

  if (facts->comments->len > 0)
    ris3_print ("\n%s\n", _ ("Comments"));
  for (guint i = 0; i < facts->comments->len; i++)
    {
      Ris3Comment *comment = g_ptr_array_index (facts->comments, i);
      ris3_print ("  %s, %s [%s]: %s (%s)\n", ris3_comment_get_author_role (comment),
                  ris3_comment_get_channel (comment), ris3_comment_get_state (comment), ris3_comment_get_text (comment),
                  ris3_comment_get_source_url (comment));
    }

  if (facts->participations->len > 0)
    ris3_print ("\n%s\n", _ ("Participation"));
  for (guint i = 0; i < facts->participations->len; i++)
    {
      Ris3Participation *participation = g_ptr_array_index (facts->participations, i);
      ris3_print ("  %s, %s: %s (%s)\n", ris3_participation_get_programme (participation),
                  ris3_participation_get_role (participation), ris3_participation_get_name (participation),
                  ris3_participation_get_source (participation));
    }
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-period.h"
#include "map/ris3-record-titles.h"
#include "report/ris3-region-sheet-private.h"

#define INDENT 12
/* A priority that lies deeper is indented like one that does not. */
#define MAX_DEPTH 8

static void
add_fact (Ris3SheetFlow *flow, double indent, const char *name, const char *value, const char *uri)
{
  g_autofree char *text = NULL;

  if (value == NULL || value[0] == '\0')
    return;
  text = g_strdup_printf (C_ ("fact", "%s: %s"), name, value);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, indent, text, uri);
}

/* "FRL0 · NUTS 2016, level 1 · France" (transfer full) */
static char *
describe_place (const Ris3RegionFacts *facts)
{
  g_autofree char *title = ris3_boundaries_dup_title (ris3_classification_get_boundaries (facts->classification));
  GString *text = g_string_new (facts->region->code);

  g_string_append (text, " · ");
  g_string_append_printf (text, _ ("%s, level %u"), title, facts->region->level);
  for (guint i = facts->ancestors->len; i-- > 0;)
    {
      const char *name = ris3_region_get_shown_name (g_ptr_array_index (facts->ancestors, i));

      /* Many a region of level 1 is but the one of level 2. */
      if (!g_str_equal (name, ris3_region_get_shown_name (facts->region)))
        g_string_append_printf (text, " · %s", name);
    }
  return g_string_free (text, FALSE);
}

/* What the map shows of it, with its marks. (transfer full) */
static char *
describe_class (const Ris3RegionFacts *facts)
{
  gint index = ris3_classification_find_territory (facts->told, facts->index);
  const Ris3Territory *territory = index >= 0 ? ris3_classification_get_territory (facts->told, (guint) index) : NULL;
  GString *text
      = g_string_new (ris3_class_scheme_get_title (ris3_classification_get_scheme (facts->told), facts->klass));

  if (territory != NULL && territory->marks & RIS3_MARK_INHERITED)
    g_string_append_printf (text, ", %s", _ ("inherited from a wider region"));
  if (territory != NULL && territory->marks & RIS3_MARK_DISPUTED)
    g_string_append_printf (text, ", %s", _ ("disputed"));
  return g_string_free (text, FALSE);
}

void
_ris3_region_sheet_add_head (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  g_autofree char *beside = ris3_region_dup_names_beside (facts->region);
  g_autofree char *place = describe_place (facts);
  g_autofree char *indicator = ris3_classification_dup_title (facts->classification);
  g_autofree char *klass = describe_class (facts);
  g_autofree char *period = ris3_period_describe (ris3_classification_get_period (facts->classification));

  _ris3_sheet_flow_add (flow, RIS3_SHEET_TITLE, 0, ris3_region_get_shown_name (facts->region), NULL);
  if (beside != NULL)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_SUBTITLE, 0, beside, NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_SUBTITLE, 0, place, NULL);
  /* The first place is the region itself. */
  for (guint i = 1; i < facts->places->len; i++)
    {
      const Ris3Place *other = g_ptr_array_index (facts->places, i);
      g_autofree char *text = g_strdup_printf (_ ("In NUTS %u: %s (%.0f %% of it lies here)"), other->nuts_version,
                                               other->code, 100 * other->share);

      _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, 0, text, NULL);
    }
  _ris3_sheet_flow_add (flow, RIS3_SHEET_STRATEGY, 0, indicator, NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, 0, klass, NULL);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, 0, period, NULL);
}

static void
add_priority (Ris3SheetFlow *flow, Ris3Priority *priority, guint depth)
{
  GListModel *children = ris3_priority_get_children (priority);
  const char *const *themes = ris3_priority_get_themes (priority);
  const char *label = ris3_priority_get_label (priority);
  const char *text = ris3_priority_get_any_text (priority);
  const char *page = ris3_priority_get_page_label (priority);
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *bold = g_markup_escape_text (label, -1);
  g_autofree char *plain = g_markup_escape_text (text, -1);

  if (label[0] != '\0')
    g_string_append_printf (markup, "<b>%s</b> ", bold);
  g_string_append (markup, plain);
  if (page[0] != '\0')
    {
      g_autofree char *words = g_strdup_printf (_ (", p. %s"), page);
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      g_string_append (markup, escaped);
    }
  if (ris3_priority_get_explicit_pm (priority))
    {
      g_autofree char *escaped = g_markup_escape_text (_ ("names personalised medicine"), -1);

      g_string_append_printf (markup, " <span foreground=\"#0b4f8a\" weight=\"bold\">[%s]</span>", escaped);
    }
  if (themes[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv ("; ", (char **) themes);
      g_autofree char *escaped = g_markup_escape_text (joined, -1);

      g_string_append_printf (markup, " <span foreground=\"#555b61\" size=\"85%%\">{%s}</span>", escaped);
    }
  _ris3_sheet_flow_add_markup (flow, RIS3_SHEET_TEXT, INDENT * (1 + MIN (depth, MAX_DEPTH)), markup->str);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (Ris3Priority) child = g_list_model_get_item (children, i);

      add_priority (flow, child, depth + 1);
    }
}

static void
add_strategy (Ris3SheetFlow *flow, const Ris3RegionFacts *facts, Ris3Strategy *strategy)
{
  GListModel *priorities = ris3_strategy_get_priorities (strategy);
  Ris3Classification *areas = ris3_classification_get_areas (facts->classification);
  g_autofree char *period = ris3_period_to_text (ris3_strategy_get_period (strategy));
  g_autoptr (GString) title = g_string_new (period);

  g_string_append_printf (title, "  %s", ris3_strategy_get_title (strategy));
  if (ris3_strategy_get_year (strategy) != 0)
    g_string_append_printf (title, " (%u)", ris3_strategy_get_year (strategy));
  _ris3_sheet_flow_add (flow, RIS3_SHEET_STRATEGY, 0, title->str, NULL);
  add_fact (flow, INDENT, _ ("Class"),
            ris3_class_scheme_get_title (ris3_classification_get_scheme (areas),
                                         ris3_classification_get_strategy_class (areas, strategy)),
            NULL);
  if (ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES)
    add_fact (flow, INDENT, _ ("Basis"), ris3_basis_get_title (ris3_strategy_get_pm_basis (strategy)), NULL);
  if (ris3_strategy_get_pm_disputed (strategy))
    add_fact (flow, INDENT, _ ("Disputed"), _ ("sources contradict each other"), NULL);
  add_fact (flow, INDENT, _ ("Analysis"), ris3_analysis_state_get_title (ris3_strategy_get_analysis_state (strategy)),
            NULL);
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      add_priority (flow, priority, 0);
    }
  add_fact (flow, INDENT, _ ("Remark"), ris3_strategy_get_remark (strategy), NULL);
}

static void
add_strategies (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  GPtrArray *strategies = facts->strategies->len > 0 ? facts->strategies : facts->inherited;

  _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, _ ("Strategies"), NULL);
  if (strategies->len == 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, 0,
                          facts->n_areas > 1
                              ? _ ("The atlas has no strategy for this region as a whole, but within it.")
                              : ris3_absence_get_title (RIS3_ABSENCE_NO_STRATEGY),
                          NULL);
  else if (facts->strategies->len == 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, 0, _ ("The atlas has no strategy for this region itself. Inherited:"),
                          NULL);
  for (guint i = 0; i < strategies->len; i++)
    add_strategy (flow, facts, g_ptr_array_index (strategies, i));
}

/* Of a country, or another region of several areas: how many are of which class, and which they are. */
static void
add_areas (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  Ris3Classification *areas = ris3_classification_get_areas (facts->classification);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (areas);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (areas);
  g_autofree char *heading = NULL;

  if (facts->n_areas <= 1)
    return;
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area by class", "%u areas by class", facts->n_areas),
                             facts->n_areas);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, heading, NULL);
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      g_autofree char *title = g_markup_escape_text (ris3_class_scheme_get_title (scheme, klass), -1);
      g_autofree char *markup = NULL;

      if (facts->area_counts[klass] == 0)
        continue;
      for (guint i = 0; i < ris3_classification_get_n_territories (areas); i++)
        {
          const Ris3Territory *territory = ris3_classification_get_territory (areas, i);
          const Ris3Region *region = ris3_boundaries_get_region (boundaries, territory->region);
          g_autofree char *name = g_markup_escape_text (ris3_region_get_shown_name (region), -1);

          if (territory->klass == klass && region->first_leaf >= facts->region->first_leaf
              && region->first_leaf < facts->region->first_leaf + facts->region->n_leaves)
            g_string_append_printf (names, "%s%s %s", names->len > 0 ? ", " : "", region->code, name);
        }
      /* Translators: how many areas are of a class, the class, and which areas these are. */
      markup = g_strdup_printf (C_ ("areas of a class", "<b>%u  %s:</b> %s"), facts->area_counts[klass], title,
                                names->str);
      _ris3_sheet_flow_add_markup (flow, RIS3_SHEET_TEXT, INDENT, markup);
    }
}

static void
add_participations (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  if (facts->participations->len > 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, _ ("Participation"), NULL);
  for (guint i = 0; i < facts->participations->len; i++)
    {
      Ris3Participation *participation = g_ptr_array_index (facts->participations, i);
      g_autofree char *text
          = g_strdup_printf ("%s, %s: %s", ris3_participation_get_programme (participation),
                             ris3_participation_role_get_title (ris3_participation_get_role (participation)),
                             ris3_participation_get_name (participation));

      _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, INDENT, text, NULL);
    }
}

static void
add_activities (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  if (facts->activities->len > 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, _ ("Activities"), NULL);
  for (guint i = 0; i < facts->activities->len; i++)
    {
      Ris3Activity *activity = g_ptr_array_index (facts->activities, i);
      const char *url = ris3_activity_get_url (activity);
      g_autofree char *text
          = g_strdup_printf (C_ ("fact", "%s: %s"), ris3_activity_kind_get_title (ris3_activity_get_kind (activity)),
                             ris3_activity_get_title (activity));

      _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, INDENT, text, url[0] != '\0' ? url : NULL);
    }
}

/* Only how many there are of each state: what they say may name persons. */
static void
add_comments (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) states = g_ptr_array_new ();

  for (guint i = 0; i < facts->comments->len; i++)
    {
      const char *state = ris3_comment_get_state (g_ptr_array_index (facts->comments, i));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, state));

      if (count == 0)
        g_ptr_array_add (states, (gpointer) state);
      g_hash_table_insert (counts, (gpointer) state, GUINT_TO_POINTER (count + 1));
    }
  if (states->len > 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, _ ("Comments"), NULL);
  for (guint i = 0; i < states->len; i++)
    {
      const char *state = g_ptr_array_index (states, i);
      g_autofree char *text = g_strdup_printf ("%u  %s", GPOINTER_TO_UINT (g_hash_table_lookup (counts, state)),
                                               ris3_comment_state_get_title (state));

      _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, INDENT, text, NULL);
    }
}

static void
add_source (Ris3SheetFlow *flow, GHashTable *seen, const char *title, const char *url)
{
  g_autofree char *text = NULL;

  if ((title[0] == '\0' && url[0] == '\0') || !g_hash_table_add (seen, g_strconcat (title, "\n", url, NULL)))
    return;
  text = title[0] != '\0' && url[0] != '\0' ? g_strdup_printf ("%s, %s", title, url)
                                            : g_strdup (title[0] != '\0' ? title : url);
  _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, INDENT, text, url[0] != '\0' ? url : NULL);
}

static void
add_sources (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *strategies = facts->strategies->len > 0 ? facts->strategies : facts->inherited;

  if (strategies->len + facts->assessments->len + facts->participations->len > 0)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, _ ("Sources"), NULL);
  for (guint i = 0; i < strategies->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (strategies, i);

      add_source (flow, seen, ris3_strategy_get_source_title (strategy), ris3_strategy_get_source_url (strategy));
      add_source (flow, seen, "", ris3_strategy_get_document_url (strategy));
    }
  for (guint i = 0; i < facts->assessments->len; i++)
    {
      Ris3Assessment *assessment = g_ptr_array_index (facts->assessments, i);

      add_source (flow, seen, ris3_author_role_get_title (ris3_assessment_get_assessor (assessment)),
                  ris3_assessment_get_source_url (assessment));
    }
  for (guint i = 0; i < facts->participations->len; i++)
    add_source (flow, seen, ris3_participation_get_source (g_ptr_array_index (facts->participations, i)), "");
}

void
_ris3_region_sheet_add_body (Ris3SheetFlow *flow, const Ris3RegionFacts *facts)
{
  add_areas (flow, facts);
  add_strategies (flow, facts);
  add_participations (flow, facts);
  add_activities (flow, facts);
  add_comments (flow, facts);
  add_sources (flow, facts);
}

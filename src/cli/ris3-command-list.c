/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-view-result.h"
#include "map/ris3-class-term.h"

#define STRATEGIES "strategies"
#define PRIORITIES "priorities"
#define FACETS "facets"

typedef struct
{
  Ris3FilterResult *result;
  Ris3Json *json; /* NULL: as text, its columns separated by tabs */
} Listing;

/* One field of a row. */
static void
tell (Listing *self, const char *name, const char *value, gboolean is_last)
{
  if (self->json != NULL)
    ris3_json_text (self->json, name, value);
  else
    {
      g_auto (GStrv) parts = g_strsplit_set (value, "\t\r\n", -1);
      g_autofree char *line = g_strjoinv (" ", parts);

      ris3_print ("%s%s", line, is_last ? "\n" : "\t");
    }
}

static void
begin (Listing *self)
{
  if (self->json != NULL)
    ris3_json_begin_object (self->json, NULL);
}

static void
end (Listing *self)
{
  if (self->json != NULL)
    ris3_json_end (self->json);
}

static void
list_strategy (Listing *self, Ris3Strategy *strategy)
{
  guint year = ris3_strategy_get_year (strategy);
  g_autofree char *year_text = year > 0 ? g_strdup_printf ("%u", year) : g_strdup ("");

  begin (self);
  tell (self, "id", ris3_strategy_get_id (strategy), FALSE);
  tell (self, "region_code", ris3_strategy_get_region_code (strategy), FALSE);
  tell (self, "region_name", ris3_strategy_get_region_name (strategy), FALSE);
  tell (self, "period", ris3_strategy_get_period (strategy), FALSE);
  tell (self, "year", year_text, FALSE);
  tell (self, "title", ris3_strategy_get_title (strategy), TRUE);
  end (self);
}

static void
list_priorities (Listing *self, Ris3Strategy *strategy, GListModel *priorities)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_priority_get_id (priority));

      if (!ris3_priority_get_is_area (priority)
          && ris3_filter_result_has_priority (self->result, ris3_priority_get_id (priority)))
        {
          begin (self);
          tell (self, "id", id, FALSE);
          tell (self, "strategy_id", ris3_strategy_get_id (strategy), FALSE);
          tell (self, "region_name", ris3_strategy_get_region_name (strategy), FALSE);
          tell (self, "label", ris3_priority_get_label (priority), FALSE);
          tell (self, "text", ris3_priority_get_text (priority), TRUE);
          end (self);
        }
      list_priorities (self, strategy, ris3_priority_get_children (priority));
    }
}

static void
list_facets (Listing *self)
{
  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      guint n_values;
      const Ris3FacetValue *values = ris3_filter_result_get_values (self->result, facet, &n_values);

      for (guint i = 0; i < n_values; i++)
        {
          g_autofree char *number = g_strdup_printf ("%u", values[i].n_strategies);
          g_autofree char *class_title = facet == RIS3_FACET_CLASS ? ris3_class_term_describe (values[i].id) : NULL;

          begin (self);
          tell (self, "facet", ris3_facet_get_id (facet), FALSE);
          tell (self, "value", values[i].id, FALSE);
          tell (self, "strategies", number, FALSE);
          tell (self, "title", class_title != NULL ? class_title : values[i].title, TRUE);
          end (self);
        }
    }
}

static void
list_rows (Listing *self, Ris3Atlas *atlas, const char *what)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  if (g_str_equal (what, FACETS))
    {
      list_facets (self);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (!ris3_filter_result_has_strategy (self->result, ris3_strategy_get_id (strategy)))
        continue;
      if (g_str_equal (what, STRATEGIES))
        list_strategy (self, strategy);
      else
        list_priorities (self, strategy, ris3_strategy_get_priorities (strategy));
    }
}

static void
print (Ris3Atlas *atlas, Ris3FilterResult *result, const char *what, const char *period, gboolean as_json)
{
  g_autoptr (Ris3Json) json = as_json ? ris3_json_new () : NULL;
  g_autofree char *filter = ris3_filter_to_text (ris3_filter_result_get_filter (result));
  Listing listing = { result, json };

  if (json == NULL)
    {
      list_rows (&listing, atlas, what);
      return;
    }
  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "filter", filter);
  ris3_json_text (json, "period", period);
  ris3_json_number (json, "strategies", ris3_filter_result_get_n_strategies (result));
  ris3_json_number (json, "all_strategies", ris3_filter_result_get_n_all_strategies (result));
  ris3_json_number (json, "priorities", ris3_filter_result_get_n_priorities (result));
  ris3_json_begin_array (json, "rows");
  list_rows (&listing, atlas, what);
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  const char *what = ris3_arguments_get_operand (arguments);
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *period = RIS3_FILTER_ANY_PERIOD;

  if (!g_str_equal (what, STRATEGIES) && !g_str_equal (what, PRIORITIES) && !g_str_equal (what, FACETS))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("“%s” cannot be listed. Use strategies, priorities or facets."), what);
      return RIS3_EXIT_ERROR;
    }
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  if (asked == NULL)
    return ris3_command_fail (error);
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_fit (arguments, NULL, atlas, &error);
  if (view != NULL)
    index = ris3_filter_index_new (ris3_atlas_get_path (atlas), &error);
  if (index == NULL)
    return ris3_command_fail (error);
  if (ris3_view_options_name_period (arguments))
    period = ris3_view_get_period (view);
  result = ris3_view_result_apply (atlas, index, ris3_view_get_filter (view), period, NULL, &error);
  if (result == NULL)
    return ris3_command_fail (error);
  print (atlas, result, what, period != NULL ? period : "latest", ris3_arguments_has (arguments, RIS3_OPTION_JSON));
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_list = {
  .name = "list",
  .summary = N_ ("List the strategies or priorities that match a filter"),
  .details = N_ ("Lists strategies, priorities, or facets: the values that one can filter by, each with the number of "
                 "strategies that it would give. A row is a line with tabs between its columns. In a filter, "
                 "“region:FR1,ITC4” means the strategies of these regions, those of regions within them, and for a "
                 "period in which a region has none, that of the next wider region, which covers it."),
  .operand = N_ ("WHAT"),
  .options = { { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_FILTER },
               { RIS3_OPTION_PERIOD, N_ ("all periods by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 4,
  .run = run,
};

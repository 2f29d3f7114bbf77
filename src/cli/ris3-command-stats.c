/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "cli/ris3-summary-json.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-view-result.h"
#include "map/ris3-class-method.h"

/* Country codes of a list of strategies, sorted, each to its own GListStore. */
static GTree *
group_by_country (GListModel *strategies)
{
  GTree *groups = g_tree_new_full ((GCompareDataFunc) (GCallback) g_strcmp0, NULL, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      const char *country = ris3_strategy_get_country (strategy);
      GListStore *group = g_tree_lookup (groups, country);

      if (group == NULL)
        {
          group = g_list_store_new (RIS3_TYPE_STRATEGY);
          g_tree_insert (groups, g_strdup (country), group);
        }
      g_list_store_append (group, strategy);
    }
  return groups;
}

/* What the headline does not say. */
static void
print_rest (const Ris3StrategySummary *summary)
{
  guint n_open = summary->n_strategies - summary->n_analysed;
  g_autofree char *share = ris3_share_to_text (summary->n_health, summary->n_analysed);
  g_autofree char *health = g_strdup_printf (
      ngettext ("%u of %u (%s) has a health priority", "%u of %u (%s) have a health priority", summary->n_health),
      summary->n_health, summary->n_analysed, share);
  g_autofree char *open = g_strdup_printf (ngettext ("%u of %u known strategies is not yet analysed",
                                                     "%u of %u known strategies are not yet analysed", n_open),
                                           n_open, summary->n_strategies);
  g_autofree char *disputed
      = g_strdup_printf (ngettext ("%u is disputed", "%u are disputed", summary->n_disputed), summary->n_disputed);

  /* Translators: how many have a health priority, are not yet analysed, are disputed */
  ris3_print (C_ ("statistics", "%s; %s; %s."), health, open, disputed);
  ris3_print ("\n");
}

/* Text on the right of a column. */
static void
print_cell (const char *text, glong width)
{
  ris3_print ("%*s%s", (int) MAX (width - g_utf8_strlen (text, -1), 0), "", text);
}

static void
print_countries (GTree *countries, const char *period)
{
  const char *heads[] = { C_ ("column", "Country"), C_ ("column", "strategies"), C_ ("column", "analysed"),
                          C_ ("column", "health"), C_ ("column", "explicit") };
  glong widths[G_N_ELEMENTS (heads)];

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    widths[i] = MAX (g_utf8_strlen (heads[i], -1) + (i > 0 ? 2 : 0), 6);
  ris3_print ("\n%s%*s", heads[0], (int) (widths[0] - g_utf8_strlen (heads[0], -1)), "");
  for (guint i = 1; i < G_N_ELEMENTS (heads); i++)
    print_cell (heads[i], widths[i]);
  ris3_print ("\n");
  for (GTreeNode *node = g_tree_node_first (countries); node != NULL; node = g_tree_node_next (node))
    {
      Ris3StrategySummary country = ris3_strategy_summary (g_tree_node_value (node), period);
      const guint counts[] = { country.n_strategies, country.n_analysed, country.n_health, country.n_explicit };

      if (country.n_strategies == 0)
        continue;
      ris3_print ("%-*s", (int) widths[0], (const char *) g_tree_node_key (node));
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          g_autofree char *count = g_strdup_printf ("%u", counts[i]);
          print_cell (count, widths[i + 1]);
        }
      ris3_print ("\n");
    }
}

/* Those of a period that match the filter; all, if nothing is filtered. (transfer full) */
static GListModel *
choose_strategies (Ris3Atlas *atlas, Ris3View *view, const char *period, Ris3FilterResult **result, GError **error)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  g_autoptr (GListStore) chosen = NULL;

  if (!ris3_view_result_filter (atlas, view, period, NULL, result, error))
    return NULL;
  if (*result == NULL)
    return g_object_ref (strategies);
  chosen = g_list_store_new (RIS3_TYPE_STRATEGY);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (ris3_filter_result_has_strategy (*result, ris3_strategy_get_id (strategy)))
        g_list_store_append (chosen, strategy);
    }
  return G_LIST_MODEL (g_steal_pointer (&chosen));
}

static void
print_match (Ris3FilterResult *result)
{
  g_autofree char *filter = ris3_filter_to_text (ris3_filter_result_get_filter (result));
  guint n = ris3_filter_result_get_n_strategies (result), n_all = ris3_filter_result_get_n_all_strategies (result);
  g_autofree char *share = ris3_share_to_text (n, n_all);

  /* Translators: how many strategies of how many (per cent) match the text of a filter, such as "country:FR". */
  ris3_print (ngettext ("%u of %u strategy (%s) matches “%s”. Of these:",
                        "%u of %u strategies (%s) match “%s”. Of these:", n_all),
              n, n_all, share, filter);
  ris3_print ("\n");
}

/* How many strategies are of each class, where the indicator is one of numbers or texts: categories are told above. */
static void
print_classes (GListModel *strategies, Ris3View *view, const char *period)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (view);
  g_autoptr (GArray) values = ris3_indicator_list_values (indicator, strategies, period);
  g_autoptr (Ris3ClassScheme) scheme = NULL;
  g_autofree guint *counts = NULL;

  if (indicator->kind == RIS3_VALUE_CATEGORY)
    return;
  scheme = ris3_class_scheme_make (ris3_view_get_scheme (view), indicator, (const double *) (void *) values->data,
                                   values->len, NULL);
  counts = g_new0 (guint, ris3_class_scheme_get_n_classes (scheme));
  for (guint i = 0; i < values->len; i++)
    {
      Ris3Value value = RIS3_VALUE_NUMBER (g_array_index (values, double, i));

      counts[ris3_class_scheme_classify (scheme, &value)]++;
    }
  ris3_print ("\n%s\n", _ ("Strategies of each class:"));
  for (guint klass = 0; klass < ris3_class_scheme_get_n_value_classes (scheme); klass++)
    ris3_print ("%4u  %s\n", counts[klass], ris3_class_scheme_get_title (scheme, klass));
  if (ris3_class_scheme_get_remark (scheme) != NULL)
    ris3_print ("%s\n", ris3_class_scheme_get_remark (scheme));
}

static void
print_period (GListModel *strategies, Ris3View *view, const char *period)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (view);
  Ris3StrategySummary summary = ris3_indicator_summarise (indicator, strategies, period);
  g_autoptr (GTree) countries = group_by_country (strategies);
  g_autofree char *headline = ris3_indicator_get_headline (indicator, &summary, period);
  g_autoptr (GArray) figures = ris3_indicator_get_figures (indicator, &summary);

  ris3_print ("%s.\n", headline);
  print_rest (&summary);
  ris3_print ("\n%s\n", _ ("How the figure is made up:"));
  for (guint i = 0; i < figures->len; i++)
    {
      const Ris3Figure *figure = &g_array_index (figures, Ris3Figure, i);

      ris3_print ("%*s%4u  %s\n", figure->is_sum ? 0 : 2, "", figure->count, figure->text);
    }

  print_classes (strategies, view, period);
  print_countries (countries, period);
}

static void
write_period (Ris3Json *json, GListModel *strategies, const char *period, Ris3FilterResult *result)
{
  Ris3StrategySummary summary = ris3_strategy_summary (strategies, period);
  g_autoptr (GTree) countries = group_by_country (strategies);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "period", period != NULL ? period : "latest");
  if (result != NULL)
    {
      g_autofree char *filter = ris3_filter_to_text (ris3_filter_result_get_filter (result));

      ris3_json_text (json, "filter", filter);
      ris3_json_number (json, "all_strategies", ris3_filter_result_get_n_all_strategies (result));
    }
  ris3_summary_json (json, &summary);
  ris3_json_begin_object (json, "explicit_by_basis");
  for (guint i = RIS3_BASIS_TEXT; i < RIS3_N_BASES; i++)
    ris3_json_number (json, ris3_basis_get_id (i), summary.explicit_by_basis[i]);
  ris3_json_end (json);
  ris3_json_begin_array (json, "countries");
  for (GTreeNode *node = g_tree_node_first (countries); node != NULL; node = g_tree_node_next (node))
    {
      Ris3StrategySummary country = ris3_strategy_summary (g_tree_node_value (node), period);

      if (country.n_strategies == 0)
        continue;
      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "country", g_tree_node_key (node));
      ris3_summary_json (json, &country);
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
}

static gboolean
print_json (Ris3Atlas *atlas, Ris3View *view, const char *const *periods, guint n_periods, GError **error)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "title", ris3_atlas_get_title (atlas));
  ris3_json_text (json, "data_date", ris3_atlas_get_data_date (atlas));
  ris3_json_begin_array (json, "periods");
  for (guint i = 0; i < n_periods; i++)
    {
      g_autoptr (Ris3FilterResult) result = NULL;
      g_autoptr (GListModel) strategies = choose_strategies (atlas, view, periods[i], &result, error);

      if (strategies == NULL)
        return FALSE;
      write_period (json, strategies, periods[i], result);
    }
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
  return TRUE;
}

static int
run (const Ris3Arguments *arguments)
{
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *periods;
  const char *period;
  guint n_periods = 1;

  if (!ris3_view_options_open (arguments, &atlas, &view))
    return RIS3_EXIT_ERROR;
  if (ris3_view_get_indicator (view)->get_value == NULL)
    {
      g_set_error (&error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("The indicator “%s” counts areas, not strategies. Use “ris3 map --json”, which counts them."),
                   ris3_view_get_indicator (view)->id);
      return ris3_command_fail (error);
    }
  period = ris3_view_get_period (view);
  periods = &period;
  if (!ris3_view_options_name_period (arguments))
    {
      periods = ris3_atlas_get_periods (atlas);
      n_periods = g_strv_length ((char **) periods);
    }
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    {
      if (!print_json (atlas, view, periods, n_periods, &error))
        return ris3_command_fail (error);
    }
  else
    for (guint i = 0; i < n_periods; i++)
      {
        g_autoptr (Ris3FilterResult) result = NULL;
        g_autoptr (GListModel) strategies = choose_strategies (atlas, view, periods[i], &result, &error);

        if (strategies == NULL)
          return ris3_command_fail (error);
        if (i > 0)
          ris3_print ("\n");
        if (result != NULL)
          print_match (result);
        print_period (strategies, view, periods[i]);
      }
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_stats = {
  .name = "stats",
  .summary = N_ ("Count the strategies of a period, each share with its base"),
  .details = N_ ("Counts the strategies of each period: how many are analysed, and of these how many prioritise "
                 "health and personalised medicine."),
  .options = { { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_VIEW, N_ ("only its filter, indicator, classes and period are used") },
               { RIS3_OPTION_SAVED_VIEW },
               { RIS3_OPTION_FILTER },
               { RIS3_OPTION_INDICATOR },
               { RIS3_OPTION_CLASSES },
               { RIS3_OPTION_PERIOD, N_ ("each period of the atlas by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 8,
  .run = run,
};

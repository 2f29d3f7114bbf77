/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-command.h"
#include "cli/ris3-json.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-indicator.h"

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

static void
print_period (GListModel *strategies, const Ris3Indicator *indicator, const char *period)
{
  Ris3StrategySummary summary = ris3_strategy_summary (strategies, period);
  g_autoptr (GTree) countries = group_by_country (strategies);
  g_autofree char *health_share = ris3_share_to_text (summary.n_health, summary.n_analysed);
  g_autofree char *number = ris3_indicator_get_number (indicator, &summary);
  g_autofree char *base = ris3_strategy_summary_get_base (&summary);
  g_autofree char *claim = ris3_indicator_get_claim (indicator, &summary, period);

  g_print ("%s %s %s.\n", number, base, claim);
  g_print (
      _ ("%u of %u (%s) have a health priority; %u of %u known strategies are not yet analysed; %u are disputed.\n"),
      summary.n_health, summary.n_analysed, health_share, summary.n_strategies - summary.n_analysed,
      summary.n_strategies, summary.n_disputed);
  g_print ("\n%s\n", _ ("What the marks rest on:"));
  for (guint i = RIS3_BASIS_TEXT; i < RIS3_N_BASES; i++)
    g_print ("  %3u  %s\n", summary.explicit_by_basis[i], ris3_basis_get_title (i));

  /* Translators: the heads of the columns of a table; the widths must stay. */
  g_print ("\n%s\n", _ ("Country  strategies  analysed  health  explicit"));
  for (GTreeNode *node = g_tree_node_first (countries); node != NULL; node = g_tree_node_next (node))
    {
      Ris3StrategySummary country = ris3_strategy_summary (g_tree_node_value (node), period);

      if (country.n_strategies > 0)
        g_print ("%-7s  %10u  %8u  %6u  %8u\n", (const char *) g_tree_node_key (node), country.n_strategies,
                 country.n_analysed, country.n_health, country.n_explicit);
    }
}

static void
write_counts (Ris3Json *json, const Ris3StrategySummary *summary)
{
  ris3_json_number (json, "strategies", summary->n_strategies);
  ris3_json_number (json, "analysed", summary->n_analysed);
  ris3_json_number (json, "health", summary->n_health);
  ris3_json_number (json, "explicit", summary->n_explicit);
  ris3_json_number (json, "disputed", summary->n_disputed);
}

static void
write_period (Ris3Json *json, GListModel *strategies, const char *period)
{
  Ris3StrategySummary summary = ris3_strategy_summary (strategies, period);
  g_autoptr (GTree) countries = group_by_country (strategies);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "period", period);
  write_counts (json, &summary);
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
      write_counts (json, &country);
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
}

int
ris3_cli_stats (int argc, char **argv)
{
  g_auto (Ris3ViewOptions) options = { 0 };
  g_autofree char *atlas_path = NULL;
  g_autofree char *period = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "atlas", 'a', 0, G_OPTION_ARG_FILENAME, &atlas_path, N_ ("Atlas, instead of the default one"), N_ ("FILE") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &options.indicator,
      N_ ("What the sentence counts: personalised-medicine (the default) or health"), N_ ("NAME") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &period, N_ ("Only this period, such as 2014-2020"), N_ ("PERIOD") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3Json) json = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *periods;

  if (!ris3_cli_parse (
          "stats", NULL,
          _ ("Counts the strategies of each period: how many are analysed, and of these how many prioritise "
             "health and personalised medicine."),
          entries, 0, 0, &argc, &argv))
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_get_view (&options, &error);
  if (view == NULL)
    return ris3_cli_fail (error);
  atlas = ris3_cli_open_atlas (atlas_path);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;

  periods = ris3_atlas_get_periods (atlas);
  if (period != NULL && !g_strv_contains (periods, period))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) periods);
      g_printerr (_ ("ris3 stats: no strategy is of the period “%s”. There are: %s.\n"), period, known);
      return RIS3_EXIT_ERROR;
    }

  json = ris3_json_new ();
  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "title", ris3_atlas_get_title (atlas));
  ris3_json_text (json, "data_date", ris3_atlas_get_data_date (atlas));
  ris3_json_begin_array (json, "periods");
  for (guint i = 0, n = 0; periods[i] != NULL; i++)
    {
      if (period != NULL && !g_str_equal (periods[i], period))
        continue;
      if (as_json)
        write_period (json, ris3_atlas_get_strategies (atlas), periods[i]);
      else
        {
          if (n++ > 0)
            g_print ("\n");
          print_period (ris3_atlas_get_strategies (atlas), ris3_view_get_indicator (view), periods[i]);
        }
    }
  ris3_json_end (json);
  ris3_json_end (json);
  if (as_json)
    g_print ("%s", ris3_json_get_text (json));
  return RIS3_EXIT_FINE;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-strategy-summary.h"

#include "model/ris3-region-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

int
ris3_strategy_compare_latest_first (gconstpointer a, gconstpointer b)
{
  Ris3Strategy *left = *(Ris3Strategy *const *) a;
  Ris3Strategy *right = *(Ris3Strategy *const *) b;
  int order = strcmp (ris3_strategy_get_period (right), ris3_strategy_get_period (left));

  if (order == 0)
    order = (int) ris3_strategy_get_year (right) - (int) ris3_strategy_get_year (left);
  if (order == 0)
    order = ris3_strategy_is_analysed (right) - ris3_strategy_is_analysed (left);
  if (order == 0)
    order = strcmp (ris3_strategy_get_id (right), ris3_strategy_get_id (left));
  return order;
}

GHashTable *
ris3_strategy_find_latest (GListModel *strategies)
{
  g_autoptr (GHashTable) by_region = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *latest = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_autofree char *region
          = ris3_region_key (ris3_strategy_get_nuts_version (strategy), ris3_strategy_get_region_code (strategy));
      Ris3Strategy *other = g_hash_table_lookup (by_region, region);

      if (other == NULL || ris3_strategy_compare_latest_first (&strategy, &other) < 0)
        g_hash_table_insert (by_region, g_steal_pointer (&region), strategy);
    }
  g_hash_table_iter_init (&iter, by_region);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_add (latest, value);
  return latest;
}

void
ris3_strategy_summary_add (Ris3StrategySummary *summary, Ris3Strategy *strategy)
{
  summary->n_strategies++;
  if (ris3_strategy_get_withheld (strategy))
    {
      summary->n_withheld++;
      return;
    }
  summary->n_disputed += ris3_strategy_get_pm_disputed (strategy);
  if (!ris3_strategy_is_analysed (strategy))
    return;
  summary->n_analysed++;
  summary->n_health += ris3_strategy_get_health_priority (strategy) == RIS3_ANSWER_YES;
  if (ris3_strategy_get_pm_mark (strategy) != RIS3_ANSWER_YES)
    return;
  summary->n_explicit++;
  summary->explicit_by_basis[ris3_strategy_get_pm_basis (strategy)]++;
}

void
ris3_strategy_summary_add_value (Ris3StrategySummary *summary, const Ris3Value *value, gboolean is_found)
{
  if (value->absence != RIS3_ABSENCE_NONE)
    return;
  summary->n_found += is_found;
  if (value->number == RIS3_NUMBER_UNKNOWN)
    {
      summary->n_unknown++;
      return;
    }
  if (value->number >= 0 && value->number < RIS3_SUMMARY_MAX_CATEGORIES)
    summary->n_of[(guint) value->number]++;
  summary->sum += value->number;
  summary->least = summary->n_values > 0 ? MIN (summary->least, value->number) : value->number;
  summary->greatest = summary->n_values > 0 ? MAX (summary->greatest, value->number) : value->number;
  summary->n_values++;
}

Ris3StrategySummary
ris3_strategy_summary (GListModel *strategies, const char *period)
{
  g_autoptr (GHashTable) latest = NULL;
  Ris3StrategySummary summary = { 0 };

  g_return_val_if_fail (G_IS_LIST_MODEL (strategies), summary);
  if (period == NULL)
    latest = ris3_strategy_find_latest (strategies);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (period != NULL ? g_str_equal (period, ris3_strategy_get_period (strategy))
                         : g_hash_table_contains (latest, strategy))
        ris3_strategy_summary_add (&summary, strategy);
    }
  return summary;
}

const char *
ris3_basis_get_title (Ris3Basis basis)
{
  switch (basis)
    {
    case RIS3_BASIS_TEXT:
      return _ ("according to the source that was read");
    case RIS3_BASIS_COMMISSION:
      return _ ("recorded by the Commission");
    case RIS3_BASIS_REGION:
      return _ ("according to the region’s own answer");
    case RIS3_BASIS_SECONDARY:
      return _ ("according to a call, news item or consultation linked to the strategy");
    case RIS3_BASIS_NONE:
    case RIS3_N_BASES:
      break;
    }
  return "";
}

char *
ris3_strategy_summary_get_base (const Ris3StrategySummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "of %'u analysed strategy", "of %'u analysed strategies", self->n_analysed),
      self->n_analysed);
}

char *
ris3_share_to_text (guint part, guint base)
{
  return base > 0 ? g_strdup_printf (_ ("%.0f %%"), 100.0 * part / base) : g_strdup ("–");
}

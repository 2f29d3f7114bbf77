/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-filter-index-private.h"

G_DEFINE_BOXED_TYPE (Ris3FilterResult, ris3_filter_result, ris3_filter_result_ref, ris3_filter_result_unref)

Ris3FilterResult *
ris3_filter_result_ref (Ris3FilterResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_filter_result_unref (Ris3FilterResult *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->strategies);
  g_free (self->priorities);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  ris3_filter_unref (self->filter);
  ris3_filter_index_unref (self->index);
  g_free (self);
}

Ris3Filter *
ris3_filter_result_get_filter (Ris3FilterResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->filter;
}

gboolean
ris3_filter_result_has_strategy (Ris3FilterResult *self, const char *id)
{
  guint place;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index->strategy_rows, id));
  return place > 0 && self->strategies[place - 1];
}

gboolean
ris3_filter_result_has_priority (Ris3FilterResult *self, gint64 id)
{
  guint32 row;

  g_return_val_if_fail (self != NULL, FALSE);
  row = ris3_filter_index_find_priority (self->index, id);
  return row != RIS3_NO_ROW && self->priorities[row];
}

guint
ris3_filter_result_get_n_strategies (Ris3FilterResult *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_strategies;
}

guint
ris3_filter_result_get_n_priorities (Ris3FilterResult *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_priorities;
}

guint
ris3_filter_result_get_n_all_strategies (Ris3FilterResult *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_all_strategies;
}

const Ris3FacetValue *
ris3_filter_result_get_values (Ris3FilterResult *self, Ris3Facet facet, guint *n_values)
{
  g_return_val_if_fail (self != NULL && facet < RIS3_N_FACETS && n_values != NULL, NULL);
  *n_values = self->values[facet]->len;
  return (const Ris3FacetValue *) (const void *) self->values[facet]->data;
}

const Ris3YearCount *
ris3_filter_result_get_years (Ris3FilterResult *self, guint *n_years)
{
  g_return_val_if_fail (self != NULL && n_years != NULL, NULL);
  *n_years = self->years->len;
  return (const Ris3YearCount *) (const void *) self->years->data;
}

Ris3FilterResult *
ris3_filter_result_with_only (Ris3FilterResult *self, GHashTable *ids)
{
  Ris3FilterIndex *index;
  Ris3FilterResult *other;
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (self != NULL && ids != NULL, NULL);
  index = self->index;
  other = g_new0 (Ris3FilterResult, 1);
  g_atomic_ref_count_init (&other->ref_count);
  other->index = ris3_filter_index_ref (index);
  other->filter = ris3_filter_ref (self->filter);
  other->n_all_strategies = self->n_all_strategies;
  other->strategies = g_new0 (guint8, index->n_strategies + 1);
  other->priorities = g_new0 (guint8, index->n_priorities + 1);
  for (g_hash_table_iter_init (&iter, ids); g_hash_table_iter_next (&iter, &id, NULL);)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index->strategy_rows, id));

      if (place == 0 || !self->strategies[place - 1])
        continue;
      other->strategies[place - 1] = TRUE;
      other->n_strategies++;
    }
  for (guint32 i = 0; i < index->n_priorities; i++)
    {
      other->priorities[i] = self->priorities[i] && other->strategies[index->owners[i]];
      other->n_priorities += other->priorities[i] && !index->are_areas[i];
    }
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    other->values[i] = g_array_new (FALSE, FALSE, sizeof (Ris3FacetValue));
  other->years = g_array_new (FALSE, FALSE, sizeof (Ris3YearCount));
  return other;
}

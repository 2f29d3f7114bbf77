/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many strategies and areas are of which class. */

#include "config.h"

#include "map/ris3-classification-private.h"

static gboolean
in_period (const char *period, Ris3Strategy *strategy)
{
  return period == NULL || g_str_equal (period, ris3_strategy_get_period (strategy));
}

static void
add_value (Ris3Classification *self, Ris3Value value)
{
  ris3_strategy_summary_add_value (&self->summary, &value, ris3_indicator_is_found (self->indicator, &value));
}

void
_ris3_classification_count_strategies (Ris3Classification *self)
{
  const char *period = ris3_view_get_period (self->view);
  g_autoptr (GHashTable) latest
      = period == NULL ? ris3_strategy_find_latest (ris3_placement_get_strategies (self->placement)) : NULL;
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_strategy_array (self->placement, &n_strategies);
  guint n_unplaced;
  Ris3Strategy *const *unplaced = ris3_placement_get_unplaced (self->placement, &n_unplaced);

  self->n_strategies = g_new0 (guint, ris3_class_scheme_get_n_classes (self->scheme));
  for (guint i = 0; i < n_strategies; i++)
    if (latest != NULL ? g_hash_table_contains (latest, strategies[i]) : in_period (period, strategies[i]))
      {
        ris3_strategy_summary_add (&self->whole_summary, strategies[i]);
        if (!ris3_classification_matches (self, strategies[i]))
          continue;
        self->n_strategies[ris3_classification_get_strategy_class (self, strategies[i])]++;
        ris3_strategy_summary_add (&self->summary, strategies[i]);
        if (self->indicator->get_value != NULL)
          add_value (self, self->indicator->get_value (self->indicator, strategies[i]));
      }
  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Territory *territory = &g_array_index (self->territories, Ris3Territory, i);

      if (!territory->matches)
        continue;
      self->summary.n_areas++;
      if (self->indicator->get_value == NULL)
        add_value (self, territory->value);
    }
  self->unplaced = g_ptr_array_new ();
  for (guint i = 0; i < n_unplaced; i++)
    if (in_period (period, unplaced[i]))
      g_ptr_array_add (self->unplaced, unplaced[i]);
}

guint
ris3_classification_count_class (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_class[klass];
}

guint
ris3_classification_count_matching (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_matching[klass];
}

guint
ris3_classification_count_inherited (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_inherited;
}

guint
ris3_classification_count_disputed (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_disputed;
}

guint
ris3_classification_count_alike_in_grey (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return ris3_class_scheme_count_alike (self->scheme, ris3_palette_get (RIS3_PALETTE_LIGHT), RIS3_VISION_GREY,
                                        self->n_class);
}

gboolean
ris3_classification_lists_class (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), FALSE);
  return self->n_class[klass] > 0 || ris3_class_scheme_get_absence (self->scheme, klass) == RIS3_ABSENCE_NONE;
}

const Ris3StrategySummary *
ris3_classification_get_summary (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->summary;
}

const Ris3StrategySummary *
ris3_classification_get_whole_summary (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->whole_summary;
}

guint
ris3_classification_count_strategies (Ris3Classification *self, guint klass)
{
  g_return_val_if_fail (self != NULL && klass < ris3_class_scheme_get_n_classes (self->scheme), 0);
  return self->n_strategies[klass];
}

Ris3Strategy *const *
ris3_classification_get_unplaced (Ris3Classification *self, guint *n_unplaced)
{
  g_return_val_if_fail (self != NULL && n_unplaced != NULL, NULL);
  *n_unplaced = self->unplaced->len;
  return (Ris3Strategy *const *) self->unplaced->pdata;
}

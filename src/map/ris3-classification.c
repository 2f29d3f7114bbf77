/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-classification.h"

#include "map/ris3-strategy-summary.h"

#include <string.h>

struct _Ris3Classification
{
  gatomicrefcount ref_count;
  Ris3Boundaries *boundaries;
  Ris3Indicator indicator;
  char *period;
  Ris3LevelRule level_rule;

  GPtrArray **region_strategies;   /* per region: all strategies placed on it, latest first; NULL if none */
  Ris3Strategy **deciding;         /* per region: its own strategy that counts in the period, not owned */
  GArray *territories;             /* of Ris3Territory */
  GPtrArray *territory_strategies; /* of GPtrArray of Ris3Strategy */
  guint16 *leaf_territory;
  GPtrArray *unplaced;

  guint n_class[RIS3_N_CLASSES];
  guint n_inherited;
  guint n_disputed;
};

/* Half of a region's area: what a strategy must cover to be shown there. */
#define PLACING_SHARE 0.5

/* The dispute is about the personalised-medicine mark, so other indicators do not show it. */
static gboolean
is_disputed (Ris3Strategy *strategy, Ris3Indicator indicator)
{
  return indicator == RIS3_INDICATOR_PERSONALISED_MEDICINE && ris3_strategy_get_pm_disputed (strategy);
}

static gboolean
in_period (Ris3Classification *self, Ris3Strategy *strategy)
{
  return self->period == NULL || g_str_equal (self->period, ris3_strategy_get_period (strategy));
}

static void
place_on_region (Ris3Classification *self, Ris3Strategy *strategy, gint region)
{
  if (self->region_strategies[region] == NULL)
    self->region_strategies[region] = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->region_strategies[region], g_object_ref (strategy));
}

GPtrArray *
ris3_place_through_lineage (Ris3Lineage *lineage, const char *code)
{
  GPtrArray *places = g_ptr_array_new ();
  const Ris3LineageRow *rows;
  guint n_rows = 0;

  g_return_val_if_fail (lineage != NULL && code != NULL, places);
  rows = ris3_lineage_lookup (lineage, code, &n_rows);
  /* What a region was merged into says less than the parts that it is made of, where there are any. */
  for (guint pass = 0; pass < 2 && places->len == 0; pass++)
    for (guint i = 0; i < n_rows; i++)
      if ((rows[i].kind == RIS3_LINEAGE_MERGED) == (pass == 1) && rows[i].share_of_to >= PLACING_SHARE)
        g_ptr_array_add (places, (gpointer) &rows[i]);
  return places;
}

static gboolean
place (Ris3Classification *self, Ris3Strategy *strategy, Ris3Lineage *lineage)
{
  const char *code = ris3_strategy_get_region_code (strategy);
  guint version = ris3_strategy_get_nuts_version (strategy);
  gboolean placed = FALSE;
  g_autoptr (GPtrArray) places = NULL;

  if (version == ris3_boundaries_get_nuts_version (self->boundaries))
    {
      gint region = ris3_boundaries_find (self->boundaries, code);

      if (region >= 0)
        place_on_region (self, strategy, region);
      return region >= 0;
    }
  if (lineage == NULL || ris3_lineage_get_from_version (lineage) != version
      || ris3_lineage_get_to_version (lineage) != ris3_boundaries_get_nuts_version (self->boundaries))
    return FALSE;

  places = ris3_place_through_lineage (lineage, code);
  for (guint i = 0; i < places->len; i++)
    {
      const Ris3LineageRow *row = g_ptr_array_index (places, i);
      gint region = ris3_boundaries_find (self->boundaries, row->to_code);

      if (region < 0)
        continue;
      place_on_region (self, strategy, region);
      placed = TRUE;
    }
  return placed;
}

static void
place_all (Ris3Classification *self, GListModel *strategies, Ris3Lineage *lineage)
{
  guint n_regions = ris3_boundaries_get_n_regions (self->boundaries);
  guint n_strategies = g_list_model_get_n_items (strategies);

  self->region_strategies = g_new0 (GPtrArray *, n_regions);
  self->deciding = g_new0 (Ris3Strategy *, n_regions);
  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_strategies; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (!place (self, strategy, lineage) && in_period (self, strategy))
        g_ptr_array_add (self->unplaced, g_object_ref (strategy));
    }
  for (guint i = 0; i < n_regions; i++)
    {
      GPtrArray *placed = self->region_strategies[i];

      if (placed == NULL)
        continue;
      g_ptr_array_sort (placed, ris3_strategy_compare_latest_first);
      for (guint j = 0; j < placed->len && self->deciding[i] == NULL; j++)
        if (in_period (self, g_ptr_array_index (placed, j)))
          self->deciding[i] = g_ptr_array_index (placed, j);
    }
}

static void
add_deciding (GPtrArray *found, Ris3Strategy *strategy)
{
  /* One strategy may have been placed on several parts of its former region. */
  if (strategy != NULL && !g_ptr_array_find (found, strategy, NULL))
    g_ptr_array_add (found, strategy);
}

static void
add_territory (Ris3Classification *self, guint region, gboolean sum_within)
{
  Ris3Territory territory = { .region = region, .klass = RIS3_CLASS_NO_STRATEGY, .source_region = -1 };
  const Ris3Region *record = ris3_boundaries_get_region (self->boundaries, region);
  guint n_regions = ris3_boundaries_get_n_regions (self->boundaries);
  GPtrArray *found = g_ptr_array_new ();

  add_deciding (found, self->deciding[region]);
  /* Regions are in tree order, so those within follow at once. */
  for (guint i = region + 1; sum_within && i < n_regions; i++)
    {
      if (ris3_boundaries_get_region (self->boundaries, i)->level <= record->level)
        break;
      add_deciding (found, self->deciding[i]);
    }
  if (found->len > 0)
    territory.source_region = region;

  for (gint ancestor = record->parent; found->len == 0 && ancestor >= 0;
       ancestor = ris3_boundaries_get_region (self->boundaries, ancestor)->parent)
    if (self->deciding[ancestor] != NULL)
      {
        g_ptr_array_add (found, self->deciding[ancestor]);
        territory.source_region = ancestor;
        territory.inherited = TRUE;
      }

  for (guint i = 0; i < found->len; i++)
    territory.klass = MIN (territory.klass, ris3_strategy_get_class (g_ptr_array_index (found, i), self->indicator));
  for (guint i = 0; i < found->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (found, i);

      if (ris3_strategy_get_class (strategy, self->indicator) == territory.klass
          && is_disputed (strategy, self->indicator))
        territory.disputed = TRUE;
    }
  territory.n_strategies = found->len;

  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves; leaf++)
    self->leaf_territory[leaf] = self->territories->len;
  g_array_append_val (self->territories, territory);
  g_ptr_array_add (self->territory_strategies, found);

  self->n_class[territory.klass]++;
  self->n_inherited += territory.inherited;
  self->n_disputed += territory.disputed;
}

/* Divides a region where a strategy lies deeper within it; returns the index behind its last descendant. */
static guint
divide (Ris3Classification *self, guint region)
{
  guint n_regions = ris3_boundaries_get_n_regions (self->boundaries);
  guint level = ris3_boundaries_get_region (self->boundaries, region)->level;
  gboolean has_strategy_within = FALSE;
  guint end = region + 1;

  while (end < n_regions && ris3_boundaries_get_region (self->boundaries, end)->level > level)
    has_strategy_within |= self->deciding[end++] != NULL;

  if (has_strategy_within)
    for (guint child = region + 1; child < end;)
      child = divide (self, child);
  else
    add_territory (self, region, FALSE);
  return end;
}

Ris3Classification *
ris3_classification_new (Ris3Boundaries *boundaries,
                         Ris3Lineage *lineage,
                         GListModel *strategies,
                         Ris3Indicator indicator,
                         const char *period,
                         Ris3LevelRule level_rule)
{
  Ris3Classification *self;
  guint n_regions;

  g_return_val_if_fail (boundaries != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (strategies), NULL);
  g_return_val_if_fail (indicator < RIS3_N_INDICATORS, NULL);
  g_return_val_if_fail (level_rule < RIS3_N_LEVEL_RULES, NULL);

  self = g_new0 (Ris3Classification, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->boundaries = ris3_boundaries_ref (boundaries);
  self->indicator = indicator;
  self->period = g_strdup (period);
  self->level_rule = level_rule;
  self->territories = g_array_new (FALSE, FALSE, sizeof (Ris3Territory));
  self->territory_strategies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->leaf_territory = g_new0 (guint16, ris3_boundaries_get_shapes (boundaries)->n_shapes);

  place_all (self, strategies, lineage);

  n_regions = ris3_boundaries_get_n_regions (boundaries);
  if (level_rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
    for (guint i = 0; i < n_regions;)
      i = divide (self, i);
  else
    for (guint i = 0; i < n_regions; i++)
      if (ris3_boundaries_get_region (boundaries, i)->level == (guint) level_rule)
        add_territory (self, i, TRUE);
  return self;
}

Ris3Classification *
ris3_classification_ref (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_classification_unref (Ris3Classification *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    g_clear_pointer (&self->region_strategies[i], g_ptr_array_unref);
  g_free (self->region_strategies);
  g_free (self->deciding);
  g_free (self->leaf_territory);
  g_free (self->period);
  g_array_unref (self->territories);
  g_ptr_array_unref (self->territory_strategies);
  g_ptr_array_unref (self->unplaced);
  ris3_boundaries_unref (self->boundaries);
  g_free (self);
}

Ris3Boundaries *
ris3_classification_get_boundaries (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->boundaries;
}

Ris3Indicator
ris3_classification_get_indicator (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->indicator;
}

const char *
ris3_classification_get_period (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->period;
}

Ris3LevelRule
ris3_classification_get_level_rule (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->level_rule;
}

guint
ris3_classification_get_n_territories (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->territories->len;
}

const Ris3Territory *
ris3_classification_get_territory (Ris3Classification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->territories->len, NULL);
  return &g_array_index (self->territories, Ris3Territory, index);
}

guint
ris3_classification_get_leaf_territory (Ris3Classification *self, guint leaf)
{
  g_return_val_if_fail (self != NULL && leaf < ris3_boundaries_get_shapes (self->boundaries)->n_shapes, 0);
  return self->leaf_territory[leaf];
}

gint
ris3_classification_find_territory (Ris3Classification *self, guint region)
{
  const Ris3Region *record;
  guint first, last;

  g_return_val_if_fail (self != NULL && region < ris3_boundaries_get_n_regions (self->boundaries), -1);
  record = ris3_boundaries_get_region (self->boundaries, region);
  first = self->leaf_territory[record->first_leaf];
  last = self->leaf_territory[record->first_leaf + record->n_leaves - 1];
  return first == last ? (gint) first : -1;
}

Ris3Strategy *const *
ris3_classification_get_strategies (Ris3Classification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->territories->len, NULL);
  return (Ris3Strategy *const *) ((GPtrArray *) g_ptr_array_index (self->territory_strategies, index))->pdata;
}

Ris3Strategy *const *
ris3_classification_get_region_strategies (Ris3Classification *self, guint region, guint *n_strategies)
{
  GPtrArray *placed;

  g_return_val_if_fail (self != NULL && region < ris3_boundaries_get_n_regions (self->boundaries), NULL);
  placed = self->region_strategies[region];
  *n_strategies = placed != NULL ? placed->len : 0;
  return placed != NULL ? (Ris3Strategy *const *) placed->pdata : NULL;
}

guint
ris3_classification_count_class (Ris3Classification *self, Ris3Class klass)
{
  g_return_val_if_fail (self != NULL && klass < RIS3_N_CLASSES, 0);
  return self->n_class[klass];
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

Ris3Strategy *const *
ris3_classification_get_unplaced (Ris3Classification *self, guint *n_unplaced)
{
  g_return_val_if_fail (self != NULL, NULL);
  *n_unplaced = self->unplaced->len;
  return (Ris3Strategy *const *) self->unplaced->pdata;
}

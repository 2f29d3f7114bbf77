/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-placement.h"

#include "map/ris3-region-places.h"
#include "map/ris3-strategy-array.h"
#include "map/ris3-strategy-summary.h"

struct _Ris3Placement
{
  gatomicrefcount ref_count;
  Ris3Geodata *geodata;
  Ris3Boundaries *boundaries; /* of geodata */
  Ris3StrategyArray *strategies;
  GPtrArray **region_strategies; /* per region: all strategies placed on it, latest first; NULL if none; one that
                                    several placements have does not change */
  GPtrArray *unplaced;
  Ris3RegionRecords *records;
};

#define MANY 100

/* Calls func with the index of each region that a strategy is placed on. FALSE: there is none. */
static gboolean
for_each_region (Ris3Placement *self,
                 Ris3Strategy *strategy,
                 void (*func) (Ris3Placement *self, Ris3Strategy *strategy, gint region))
{
  g_autoptr (GArray) places = ris3_region_places_find (self->geodata, ris3_strategy_get_nuts_version (strategy),
                                                       ris3_strategy_get_region_code (strategy));

  for (guint i = 0; i < places->len; i++)
    func (self, strategy, g_array_index (places, gint, i));
  return places->len > 0;
}

static void
place_on_region (Ris3Placement *self, Ris3Strategy *strategy, gint region)
{
  if (self->region_strategies[region] == NULL)
    self->region_strategies[region] = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->region_strategies[region], g_object_ref (strategy));
}

static Ris3Placement *
placement_new (Ris3Geodata *geodata, GListModel *strategies, Ris3Placement *former)
{
  Ris3Placement *self = g_new0 (Ris3Placement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->geodata = ris3_geodata_ref (geodata);
  self->boundaries = ris3_geodata_get_boundaries (geodata);
  self->strategies = ris3_strategy_array_new (strategies, former != NULL ? former->strategies : NULL);
  self->region_strategies = g_new0 (GPtrArray *, ris3_boundaries_get_n_regions (self->boundaries));
  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);
  self->records = former != NULL ? ris3_region_records_ref (former->records) : ris3_region_records_new (geodata, NULL);
  return self;
}

static void
place_all (Ris3Placement *self)
{
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_strategy_array_get (self->strategies, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (!for_each_region (self, strategies[i], place_on_region))
      g_ptr_array_add (self->unplaced, g_object_ref (strategies[i]));
  for (guint i = 0; i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    if (self->region_strategies[i] != NULL)
      g_ptr_array_sort (self->region_strategies[i], ris3_strategy_compare_latest_first);
}

Ris3Placement *
ris3_placement_new (Ris3Geodata *geodata, GListModel *strategies)
{
  Ris3Placement *self;

  g_return_val_if_fail (geodata != NULL && G_IS_LIST_MODEL (strategies), NULL);

  self = placement_new (geodata, strategies, NULL);
  place_all (self);
  return self;
}

/* What changes is of this placement only. */
static void
make_own (Ris3Placement *self, gint region)
{
  GPtrArray *shared = self->region_strategies[region];
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; shared != NULL && i < shared->len; i++)
    g_ptr_array_add (own, g_object_ref (g_ptr_array_index (shared, i)));
  g_clear_pointer (&self->region_strategies[region], g_ptr_array_unref);
  self->region_strategies[region] = own;
}

static void
take_off_region (Ris3Placement *self, Ris3Strategy *strategy, gint region)
{
  make_own (self, region);
  g_ptr_array_remove (self->region_strategies[region], strategy);
  if (self->region_strategies[region]->len == 0)
    g_clear_pointer (&self->region_strategies[region], g_ptr_array_unref);
}

static void
add_to_region (Ris3Placement *self, Ris3Strategy *strategy, gint region)
{
  make_own (self, region);
  place_on_region (self, strategy, region);
  g_ptr_array_sort (self->region_strategies[region], ris3_strategy_compare_latest_first);
}

/* FALSE: one of those that differ cannot be placed. */
static gboolean
follow (Ris3Placement *self, Ris3Strategy *const *gone, guint n_gone, Ris3Strategy *const *added, guint n_added)
{
  for (guint i = 0; i < n_gone; i++)
    if (!for_each_region (self, gone[i], take_off_region))
      return FALSE;
  for (guint i = 0; i < n_added; i++)
    if (!for_each_region (self, added[i], add_to_region))
      return FALSE;
  return TRUE;
}

static void
take_over (Ris3Placement *self, Ris3Placement *former)
{
  for (guint i = 0; i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    if (former->region_strategies[i] != NULL)
      self->region_strategies[i] = g_ptr_array_ref (former->region_strategies[i]);
  for (guint i = 0; i < former->unplaced->len; i++)
    g_ptr_array_add (self->unplaced, g_object_ref (g_ptr_array_index (former->unplaced, i)));
}

Ris3Placement *
ris3_placement_new_after (Ris3Placement *former, GListModel *strategies)
{
  g_autoptr (Ris3Placement) self = NULL;
  guint n_old, n_new, n_same = 0, n_same_at_end = 0;
  Ris3Strategy *const *old, *const *new;

  g_return_val_if_fail (former != NULL && G_IS_LIST_MODEL (strategies), NULL);

  self = placement_new (former->geodata, strategies, former);
  old = ris3_strategy_array_get (former->strategies, &n_old);
  new = ris3_strategy_array_get (self->strategies, &n_new);
  while (n_same < MIN (n_old, n_new) && old[n_same] == new[n_same])
    n_same++;
  while (n_same_at_end < MIN (n_old, n_new) - n_same
         && old[n_old - 1 - n_same_at_end] == new[n_new - 1 - n_same_at_end])
    n_same_at_end++;

  take_over (self, former);
  /* Beyond a few, each for itself is slower than all at once. */
  if (n_old + n_new - 2 * (n_same + n_same_at_end) <= MANY
      && follow (self, old + n_same, n_old - n_same - n_same_at_end, new + n_same, n_new - n_same - n_same_at_end))
    return g_steal_pointer (&self);
  ris3_placement_unref (g_steal_pointer (&self));
  self = placement_new (former->geodata, strategies, former);
  place_all (self);
  return g_steal_pointer (&self);
}

Ris3Placement *
ris3_placement_with_records (Ris3Placement *self, Ris3RegionRecords *records)
{
  Ris3Placement *other;

  g_return_val_if_fail (self != NULL && records != NULL, NULL);
  other = placement_new (self->geodata, G_LIST_MODEL (self->strategies), self);
  take_over (other, self);
  ris3_region_records_unref (other->records);
  other->records = ris3_region_records_ref (records);
  return other;
}

Ris3Placement *
ris3_placement_new_of_atlas (Ris3Geodata *geodata, Ris3Atlas *atlas)
{
  g_autoptr (Ris3Placement) placed = NULL;
  g_autoptr (Ris3RegionRecords) records = NULL;

  g_return_val_if_fail (geodata != NULL && atlas != NULL, NULL);
  placed = ris3_placement_new (geodata, ris3_atlas_get_strategies (atlas));
  records = ris3_region_records_new (geodata, atlas);
  return ris3_placement_with_records (placed, records);
}

Ris3Placement *
ris3_placement_ref (Ris3Placement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_placement_unref (Ris3Placement *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    g_clear_pointer (&self->region_strategies[i], g_ptr_array_unref);
  g_free (self->region_strategies);
  g_ptr_array_unref (self->unplaced);
  g_object_unref (self->strategies);
  ris3_region_records_unref (self->records);
  ris3_geodata_unref (self->geodata);
  g_free (self);
}

Ris3Geodata *
ris3_placement_get_geodata (Ris3Placement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->geodata;
}

Ris3RegionRecords *
ris3_placement_get_records (Ris3Placement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->records;
}

Ris3Boundaries *
ris3_placement_get_boundaries (Ris3Placement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->boundaries;
}

GListModel *
ris3_placement_get_strategies (Ris3Placement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return G_LIST_MODEL (self->strategies);
}

Ris3Strategy *const *
ris3_placement_get_strategy_array (Ris3Placement *self, guint *n_strategies)
{
  g_return_val_if_fail (self != NULL && n_strategies != NULL, NULL);
  return ris3_strategy_array_get (self->strategies, n_strategies);
}

Ris3Strategy *const *
ris3_placement_get_region_strategies (Ris3Placement *self, guint region, guint *n_strategies)
{
  GPtrArray *placed;

  g_return_val_if_fail (self != NULL && n_strategies != NULL, NULL);
  g_return_val_if_fail (region < ris3_boundaries_get_n_regions (self->boundaries), NULL);
  placed = self->region_strategies[region];
  *n_strategies = placed != NULL ? placed->len : 0;
  return placed != NULL ? (Ris3Strategy *const *) placed->pdata : NULL;
}

Ris3Strategy *const *
ris3_placement_get_unplaced (Ris3Placement *self, guint *n_unplaced)
{
  g_return_val_if_fail (self != NULL && n_unplaced != NULL, NULL);
  *n_unplaced = self->unplaced->len;
  return (Ris3Strategy *const *) self->unplaced->pdata;
}

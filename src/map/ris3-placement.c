/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-placement.h"

#include "map/ris3-strategy-summary.h"

struct _Ris3Placement
{
  gatomicrefcount ref_count;
  Ris3Geodata *geodata;
  Ris3Boundaries *boundaries; /* of geodata */
  GListStore *strategies;
  GPtrArray **region_strategies; /* per region: all strategies placed on it, latest first; NULL if none */
  GPtrArray *unplaced;
};

/* Half of a region's area: what a strategy must cover to be shown there. */
#define PLACING_SHARE 0.5

GPtrArray *
ris3_place_through_lineage (Ris3Lineage *lineage, const char *code)
{
  GPtrArray *places = g_ptr_array_new ();
  const Ris3LineageRow *rows;
  guint n_rows = 0;

  g_return_val_if_fail (lineage != NULL && code != NULL, places);
  rows = ris3_lineage_lookup (lineage, code, &n_rows);
  /* The region that it was merged into says less than the parts that it consists of, if there are any. */
  for (guint pass = 0; pass < 2 && places->len == 0; pass++)
    for (guint i = 0; i < n_rows; i++)
      if ((rows[i].kind == RIS3_LINEAGE_MERGED) == (pass == 1) && rows[i].share_of_to >= PLACING_SHARE)
        g_ptr_array_add (places, (gpointer) &rows[i]);
  return places;
}

static void
place_on_region (Ris3Placement *self, Ris3Strategy *strategy, gint region)
{
  if (self->region_strategies[region] == NULL)
    self->region_strategies[region] = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->region_strategies[region], g_object_ref (strategy));
}

static gboolean
place (Ris3Placement *self, Ris3Strategy *strategy)
{
  const char *code = ris3_strategy_get_region_code (strategy);
  guint version = ris3_strategy_get_nuts_version (strategy);
  gboolean placed = FALSE;
  g_autoptr (GPtrArray) places = NULL;
  Ris3Lineage *lineage;

  if (version == ris3_boundaries_get_nuts_version (self->boundaries))
    {
      gint region = ris3_boundaries_find (self->boundaries, code);

      if (region >= 0)
        place_on_region (self, strategy, region);
      return region >= 0;
    }
  lineage = ris3_geodata_get_lineage (self->geodata, version);
  if (lineage == NULL)
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

Ris3Placement *
ris3_placement_new (Ris3Geodata *geodata, GListModel *strategies)
{
  Ris3Placement *self;
  guint n_regions, n_strategies;

  g_return_val_if_fail (geodata != NULL && G_IS_LIST_MODEL (strategies), NULL);

  n_strategies = g_list_model_get_n_items (strategies);
  self = g_new0 (Ris3Placement, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->geodata = ris3_geodata_ref (geodata);
  self->boundaries = ris3_geodata_get_boundaries (geodata);
  n_regions = ris3_boundaries_get_n_regions (self->boundaries);
  self->strategies = g_list_store_new (RIS3_TYPE_STRATEGY);
  self->region_strategies = g_new0 (GPtrArray *, n_regions);
  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_strategies; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      g_list_store_append (self->strategies, strategy);
      if (!place (self, strategy))
        g_ptr_array_add (self->unplaced, g_object_ref (strategy));
    }
  for (guint i = 0; i < n_regions; i++)
    if (self->region_strategies[i] != NULL)
      g_ptr_array_sort (self->region_strategies[i], ris3_strategy_compare_latest_first);
  return self;
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
  ris3_geodata_unref (self->geodata);
  g_free (self);
}

Ris3Geodata *
ris3_placement_get_geodata (Ris3Placement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->geodata;
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

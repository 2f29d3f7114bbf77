/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-strategies.h"

typedef struct
{
  guint first;
  guint end;
} AreaRange;

/* The areas that a region is, holds or lies in: they lie in the order of their leaves. */
static AreaRange
get_areas (Ris3Classification *areas, guint region)
{
  const Ris3Region *record = ris3_boundaries_get_region (ris3_classification_get_boundaries (areas), region);

  return (AreaRange){ ris3_classification_get_leaf_territory (areas, record->first_leaf),
                      ris3_classification_get_leaf_territory (areas, record->first_leaf + record->n_leaves - 1) + 1 };
}

static Ris3RegionStrategy *
find (GArray *found, Ris3Strategy *strategy)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, Ris3RegionStrategy, i).strategy == strategy)
      return &g_array_index (found, Ris3RegionStrategy, i);
  return NULL;
}

static Ris3StrategyPart
get_part (Ris3Boundaries *boundaries, guint region, guint source)
{
  if (source == region)
    return RIS3_STRATEGY_PART_OWN;
  return ris3_boundaries_get_region (boundaries, source)->level > ris3_boundaries_get_region (boundaries, region)->level
             ? RIS3_STRATEGY_PART_WITHIN
             : RIS3_STRATEGY_PART_INHERITED;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer areas)
{
  const Ris3RegionStrategy *left = a;
  const Ris3RegionStrategy *right = b;
  guint left_class, right_class;

  if (left->part != right->part)
    return (int) left->part - (int) right->part;
  left_class = ris3_classification_get_strategy_class (areas, left->strategy);
  right_class = ris3_classification_get_strategy_class (areas, right->strategy);
  if (left_class != right_class)
    return (int) left_class - (int) right_class;
  return left->region - right->region;
}

static void
add_own_others (GArray *found, Ris3Classification *classification, guint region)
{
  guint n_placed;
  Ris3Strategy *const *placed
      = ris3_placement_get_region_strategies (ris3_classification_get_placement (classification), region, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    if (find (found, placed[i]) == NULL)
      {
        Ris3RegionStrategy entry = { placed[i], RIS3_STRATEGY_PART_NONE, region, 0 };

        g_array_append_val (found, entry);
      }
}

GArray *
ris3_region_strategies_new (Ris3Classification *classification, guint region)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Ris3RegionStrategy));
  Ris3Classification *areas;
  AreaRange range;

  g_return_val_if_fail (classification != NULL, found);
  areas = ris3_classification_get_areas (classification);
  range = get_areas (areas, region);
  for (guint i = range.first; i < range.end; i++)
    {
      const Ris3Territory *area = ris3_classification_get_territory (areas, i);
      Ris3Strategy *const *strategies = ris3_classification_get_strategies (areas, i);

      for (guint j = 0; j < area->n_strategies; j++)
        {
          Ris3RegionStrategy *known = find (found, strategies[j]);
          Ris3RegionStrategy entry
              = { strategies[j], get_part (ris3_classification_get_boundaries (areas), region, area->source_region),
                  area->source_region, 1 };

          if (known != NULL)
            known->n_areas++;
          else
            g_array_append_val (found, entry);
        }
    }
  g_array_sort_with_data (found, compare, areas);
  add_own_others (found, classification, region);
  return found;
}

guint *
ris3_region_count_areas (Ris3Classification *classification, guint region, guint *n_areas)
{
  Ris3Classification *areas;
  AreaRange range;
  guint *counts;

  g_return_val_if_fail (classification != NULL && n_areas != NULL, NULL);
  areas = ris3_classification_get_areas (classification);
  range = get_areas (areas, region);
  counts = g_new0 (guint, ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (areas)));
  for (guint i = range.first; i < range.end; i++)
    counts[ris3_classification_get_territory (areas, i)->klass]++;
  *n_areas = range.end - range.first;
  return counts;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"

G_BEGIN_DECLS

/* What a strategy has to do with the colour of a region. */
typedef enum
{
  RIS3_STRATEGY_PART_OWN,       /* it decides it, and is the region's own */
  RIS3_STRATEGY_PART_WITHIN,    /* it decides it, or one of the areas into which the region is divided, as that of a
                                   region within */
  RIS3_STRATEGY_PART_INHERITED, /* it decides it, as that of a wider region */
  RIS3_STRATEGY_PART_NONE,      /* it is the region's own, and decides nothing here */
} Ris3StrategyPart;

/* A strategy that is told of a region. */
typedef struct
{
  Ris3Strategy *strategy; /* not owned */
  Ris3StrategyPart part;
  gint region;   /* the region on which the strategy is placed */
  guint n_areas; /* how many areas of those that the region is, holds or lies in it decides */
} Ris3RegionStrategy;

/* The strategies to be told of a region, in their order: first those that decide its colour, or the colours of
 * the areas within it: its own, then those of regions within (the class first that comes first in the legend),
 * then that of a wider region; after them its own others, the latest first. An array of Ris3RegionStrategy.
 * (transfer full)
 */
GArray *ris3_region_strategies_new (Ris3Classification *classification, guint region);

/* How many of the areas that a region is, holds or lies in are of each class: an array of guint, one for each class
 * of the scheme of ris3_classification_get_areas(). n_areas: their sum. (transfer full)
 */
guint *ris3_region_count_areas (Ris3Classification *classification, guint region, guint *n_areas);

G_END_DECLS

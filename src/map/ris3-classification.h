/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "map/ris3-class.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* One area of the map. */
typedef struct
{
  guint region; /* index in the boundaries */
  Ris3Class klass;
  gboolean disputed;  /* sources contradict each other on a deciding strategy */
  gboolean inherited; /* it has no strategy of its own or within: that of an ancestor counts */
  gint source_region; /* the region whose strategies decide; -1 without any */
  guint n_strategies; /* the deciding strategies: ris3_classification_get_strategies() */
} Ris3Territory;

/* A class for each territory of the map. Immutable once made.
 *
 * Strategies: those of the period; of several of one region the latest counts (highest period,
 * then year, an unknown year being the earliest, then an analysed before a pending one, then id).
 * They are placed on the regions of the boundaries' NUTS version through the lineage: on each
 * region of the other version of whose area they cover at least half; on one that theirs was merged
 * into only if there is no other. What finds no place is listed.
 *
 * Strategy territory: from each country downwards, a region is divided into its children when a
 * region within it has a strategy; what is not divided is a territory. It shows its own strategy,
 * else that of its nearest ancestor (inherited), else no strategy known.
 *
 * Level 0 to 3: a region sums its own strategy and those of the regions within it (the first class
 * in the order of Ris3Class that any of them has; disputed if one of that class is); else its
 * nearest ancestor's counts (inherited).
 */
typedef struct _Ris3Classification Ris3Classification;

/* boundaries: what is drawn
 * lineage: from the strategies' version to the boundaries' one; NULL when they are the same.
 *   A strategy of a version that is neither is listed as unplaced.
 * strategies: a GListModel of Ris3Strategy
 * period: "2014-2020" …; NULL: the latest of each region
 * (transfer full)
 */
Ris3Classification *ris3_classification_new (Ris3Boundaries *boundaries,
                                             Ris3Lineage *lineage,
                                             GListModel *strategies,
                                             Ris3Indicator indicator,
                                             const char *period,
                                             Ris3LevelRule level_rule);
Ris3Classification *ris3_classification_ref (Ris3Classification *self);
void ris3_classification_unref (Ris3Classification *self);

Ris3Boundaries *ris3_classification_get_boundaries (Ris3Classification *self);
Ris3Indicator ris3_classification_get_indicator (Ris3Classification *self);
const char *ris3_classification_get_period (Ris3Classification *self); /* NULL: latest */
Ris3LevelRule ris3_classification_get_level_rule (Ris3Classification *self);

guint ris3_classification_get_n_territories (Ris3Classification *self);
const Ris3Territory *ris3_classification_get_territory (Ris3Classification *self, guint index);
/* The territory that a leaf, or a region, lies in. A region divided into several territories: -1. */
guint ris3_classification_get_leaf_territory (Ris3Classification *self, guint leaf);
gint ris3_classification_find_territory (Ris3Classification *self, guint region);
/* The strategies that decide a territory's class, n_strategies of them. (transfer none) */
Ris3Strategy *const *ris3_classification_get_strategies (Ris3Classification *self, guint index);
/* All strategies placed on a region itself, of any period, the latest first. (transfer none) */
Ris3Strategy *const *
ris3_classification_get_region_strategies (Ris3Classification *self, guint region, guint *n_strategies);

/* Territories of a class; of them inherited, disputed (whatever the class). */
guint ris3_classification_count_class (Ris3Classification *self, Ris3Class klass);
guint ris3_classification_count_inherited (Ris3Classification *self);
guint ris3_classification_count_disputed (Ris3Classification *self);

/* The rows of the lineage whose to_code a strategy of the region code is placed on, by the rule above:
 * also for what else is told of a region. (transfer container)
 */
GPtrArray *ris3_place_through_lineage (Ris3Lineage *lineage, const char *code);

/* Strategies of the period that have no place in the boundaries' version. */
Ris3Strategy *const *ris3_classification_get_unplaced (Ris3Classification *self, guint *n_unplaced);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Classification, ris3_classification_unref)

G_END_DECLS

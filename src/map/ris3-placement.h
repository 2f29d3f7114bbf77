/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-geodata.h"
#include "map/ris3-region-records.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* Where strategies lie: each on the regions of one NUTS version. It does not depend on what the map is
 * asked to show, so a view or a filter never removes a strategy from its region. Immutable once made.
 *
 * A strategy of another version is placed through the lineage: on each region of which it covers at least
 * half of the area, but on the region that its own was merged into only if there is no other. Strategies
 * that cannot be placed are listed.
 */
typedef struct _Ris3Placement Ris3Placement;

/* strategies: a GListModel of Ris3Strategy, read once
 * (transfer full)
 */
Ris3Placement *ris3_placement_new (Ris3Geodata *geodata, GListModel *strategies);
/* The same as with the geodata of a former placement, of which what still holds is taken over: quick where few
 * strategies are others. (transfer full) */
Ris3Placement *ris3_placement_new_after (Ris3Placement *former, GListModel *strategies);
/* The same of an atlas, with what it records of regions. (transfer full) */
Ris3Placement *ris3_placement_new_of_atlas (Ris3Geodata *geodata, Ris3Atlas *atlas);
/* The same with what is recorded of regions beside their strategies, which it has none of until then. (transfer full)
 */
Ris3Placement *ris3_placement_with_records (Ris3Placement *self, Ris3RegionRecords *records);
Ris3Placement *ris3_placement_ref (Ris3Placement *self);
void ris3_placement_unref (Ris3Placement *self);

Ris3Geodata *ris3_placement_get_geodata (Ris3Placement *self);
Ris3RegionRecords *ris3_placement_get_records (Ris3Placement *self);
Ris3Boundaries *ris3_placement_get_boundaries (Ris3Placement *self);
/* All strategies, placed or not, in the order of the model. (transfer none) */
GListModel *ris3_placement_get_strategies (Ris3Placement *self);
Ris3Strategy *const *ris3_placement_get_strategy_array (Ris3Placement *self, guint *n_strategies);
/* The strategies placed on a region itself, of any period, the latest first. (transfer none) */
Ris3Strategy *const *ris3_placement_get_region_strategies (Ris3Placement *self, guint region, guint *n_strategies);
/* Strategies that cannot be placed, of any period. (transfer none) */
Ris3Strategy *const *ris3_placement_get_unplaced (Ris3Placement *self, guint *n_unplaced);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Placement, ris3_placement_unref)

G_END_DECLS

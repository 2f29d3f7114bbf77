/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-map-card.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_LEGEND (ris3_legend_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Legend, ris3_legend, RIS3, LEGEND, Ris3MapCard)

/* The map's legend: classes with the number of their areas, what hatching means, the level rule,
 * NUTS version and period in force, and the strategies that could not be placed. Folds to its title.
 *
 * side: of the session's maps; the second has none of its own where that of the first explains both
 */
void ris3_legend_set_session (Ris3Legend *self, Ris3Session *session, Ris3Side side);

G_END_DECLS

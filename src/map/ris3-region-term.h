/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-placement.h"
#include "model/ris3-filter.h"

G_BEGIN_DECLS

/* A region as a filter asks for it (RIS3_FACET_REGION): by its code, whatever the map shows.
 *
 * Its strategies are those of the region and of all regions within it, where the map has them; and for each period of
 * which there is none of these, the strategy of the next wider region that has one: that is what the map shows there.
 * So “region:DE” gives all of Germany, and “region:FR101” what holds in Paris. A wider region's strategy that matches
 * does so wherever the map shows it.
 *
 * A code of another NUTS version is led to the regions of the map through the lineage. One that is not on the map at
 * all, as where that has boundaries of one's own, gives the strategies of regions whose own code is or begins with it.
 */

/* The same filter with codes for what was typed as regions: names in any language, codes in small letters, GB and GR.
 *
 * wrong: (out) (optional) (transfer none): the text that is no region, of the filter
 * Errors: RIS3_FILTER_ERROR_VALUE, with the nearest that there is. (transfer full)
 */
Ris3Filter *
ris3_region_terms_resolve (Ris3Filter *filter, Ris3Placement *placement, const char **wrong, GError **error);

/* Whether a filter asks for regions: only then need it be told which strategies these have. */
gboolean ris3_region_terms_has_any (Ris3Filter *filter);

/* The same filter, told the strategies and the names of the regions that it asks for. (transfer full) */
Ris3Filter *ris3_region_terms_tell (Ris3Filter *filter, Ris3Placement *placement);

/* The strategies that these regions have, by the same rule: a set of ids, which are those of the placement's
 * strategies. (transfer full) */
GHashTable *ris3_region_terms_find_strategies (Ris3Placement *placement, const guint *regions, guint n);

/* A filter with one more condition: these regions, instead of others that it asked for.
 *
 * regions: of the boundaries
 * (transfer full)
 */
Ris3Filter *ris3_region_terms_with (Ris3Filter *filter, Ris3Boundaries *boundaries, const guint *regions, guint n);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"

G_BEGIN_DECLS

/* Where a region that something is recorded of lies on the boundaries of another NUTS version: on the regions on which
 * a strategy of it is placed (ris3-placement.h). Any thread may ask. */

/* Their indices (element-type gint); none: it cannot be placed. (transfer full) */
GArray *ris3_region_places_find (Ris3Geodata *geodata, guint nuts_version, const char *code);
/* Whether a region of the boundaries is one of them. Of a version that is not known, or boundaries that are not
 * compared with it, the code is all there is. */
gboolean ris3_region_places_has (Ris3Geodata *geodata, guint region, guint nuts_version, const char *code);

/* A text that two codes have in common if they mean the same region, in whichever version: of the same area, whatever
 * its name and code. geodata: (nullable): NULL: only the same code of the same version. (transfer full) */
char *ris3_region_places_make_key (Ris3Geodata *geodata, guint nuts_version, const char *code);

/* The rows of the lineage on whose to_code a strategy of the region code is placed. (transfer container) */
GPtrArray *ris3_place_through_lineage (Ris3Lineage *lineage, const char *code);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"

G_BEGIN_DECLS

/* What stands for ris3_extent_of_europe () in a view. */
#define RIS3_EXTENT_EUROPE "europe"

/* What a picture is asked to show, as boxes in a plane: that of the boundaries that are drawn. */

/* Europe from Iceland to the east of Türkiye and from Cyprus to the North Cape: what a page shows. All of the mainland
 * of the European Union is in it, whatever the plane. */
Ris3Box ris3_extent_of_europe (Ris3Plane *plane);
/* The part of it that a window keeps clear of its cards: from Portugal to Cyprus. */
Ris3Box ris3_extent_of_mainland (Ris3Plane *plane);

/* A region with some of its surroundings. Parts overseas are left out, unless all of the region is
 * overseas: a map of France should not be one of the Atlantic.
 *
 * margin: the width around it, as a multiple of its longer side
 */
Ris3Box ris3_extent_of_region (Ris3Boundaries *boundaries, guint region, double margin);

/* Of boundaries of one's own that are a small part of Europe, such as one country: all of them, with some surroundings.
 * FALSE: of others, for which Europe is the whole. */
gboolean ris3_extent_of_own (Ris3Boundaries *boundaries, Ris3Box *extent);
/* A region of islands, as it is drawn apart from the map: without its rocks, which would make a dot of the rest. */
Ris3Box ris3_extent_of_islands (Ris3Boundaries *boundaries, guint region);

/* Reads what a person asks to see: "europe", a region by any name or code (Ris3RegionFinder), or WEST,SOUTH,EAST,NORTH
 * in degrees.
 *
 * Errors: RIS3_REGION_FINDER_ERROR, with a sentence that says what may be meant, and what else is understood;
 * RIS3_VIEW_ERROR_VALUE for degrees that are no extent, with the reason.
 */
gboolean ris3_extent_from_text (const char *text, Ris3Geodata *geodata, Ris3Box *extent, GError **error);

/* The same in degrees, with four decimals at most (11 m), as a view keeps it. (transfer full) */
char *ris3_extent_to_text (const Ris3Box *extent, Ris3Plane *plane);
/* Reads the extent of a view, which is "europe" or in degrees. Errors: RIS3_VIEW_ERROR_VALUE, with the reason. */
gboolean ris3_extent_read (const char *text, Ris3Plane *plane, Ris3Box *extent, GError **error);

G_END_DECLS

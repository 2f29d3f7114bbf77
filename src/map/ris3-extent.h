/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* What a picture is asked to show, as boxes in a plane: that of the boundaries that are drawn. */

/* Europe from Iceland to the east of Türkiye and from Cyprus to the North Cape: what a page shows. */
Ris3Box ris3_extent_of_europe (Ris3Plane *plane);
/* The part of it that a window keeps clear of its cards: from Portugal to Cyprus. */
Ris3Box ris3_extent_of_mainland (Ris3Plane *plane);

/* A region with some of its surroundings. Parts overseas are left out, unless all of the region is
 * overseas: a map of France should not be one of the Atlantic.
 *
 * margin: the width around it, as a multiple of its longer side
 */
Ris3Box ris3_extent_of_region (Ris3Boundaries *boundaries, guint region, double margin);

/* Reads "europe", the code of a region, or WEST,SOUTH,EAST,NORTH in degrees; FALSE if it is none of them. */
gboolean ris3_extent_from_text (const char *text, Ris3Boundaries *boundaries, Ris3Box *extent);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* What a picture of one region apart from the map is made of, without projecting all of Europe for it. */

/* ris3_boundaries_project () of one region: all leaves but those within it are empty. (transfer full) */
Ris3Boundaries *ris3_boundaries_project_region (Ris3Boundaries *self, guint region, Ris3Plane *plane);

/* The same shapes with only those rings that come near a box: whose own box meets it. Their indices stay. (transfer
 * full) */
Ris3Shapes *ris3_shapes_near (const Ris3Shapes *shapes, const Ris3Box *box);

G_END_DECLS

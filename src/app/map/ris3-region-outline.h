/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "geo/ris3-boundaries.h"
#include "map/ris3-frame.h"

G_BEGIN_DECLS

/* Draws the outline of regions on a frame of the map: the borders with only one side in them.
 *
 * frame: in logical pixels; width and height bound what is drawn
 * regions: n_regions indices in the boundaries
 * colour, halo: 0xRRGGBB; line_width in logical pixels, the halo is drawn under it and wider
 */
void ris3_region_outline_snapshot (GtkSnapshot *snapshot,
                                   Ris3Boundaries *boundaries,
                                   const Ris3Frame *frame,
                                   const guint *regions,
                                   guint n_regions,
                                   guint32 colour,
                                   guint32 halo,
                                   double line_width);

G_END_DECLS

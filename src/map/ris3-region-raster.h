/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"
#include "map/ris3-frame.h"
#include "map/ris3-paint.h"

G_BEGIN_DECLS

/* The region raster: an index raster of two by two samples a pixel says which leaf each sample
 * shows; shading turns it into pixels. Each frame fills the index again; recolouring only shades.
 *
 * A sample shows the region that contains its centre (even-odd rule, one polygon after another:
 * what comes later is on top). Of boundaries with details (ris3_boundaries_make_details ()), a line is drawn no farther
 * than half a sample from where it is. A sample whose right or lower neighbour belongs to another group of the paint is
 * border. A pixel is the average of its four samples; if all are of one group and no neighbour differs, this is a
 * single look-up.
 *
 * One thread at a time may use it; inside, it uses all cores.
 */
typedef struct _Ris3RegionRaster Ris3RegionRaster;

/* land: drawn under the regions, or NULL. (transfer full) */
Ris3RegionRaster *ris3_region_raster_new (Ris3Boundaries *boundaries, Ris3Shapes *land);
void ris3_region_raster_free (Ris3RegionRaster *self);

/* Fills the index for a frame. Memory: 8 bytes a pixel of the largest frame so far, 16 with
 * more than 65,534 areas. */
void ris3_region_raster_fill (Ris3RegionRaster *self, const Ris3Frame *frame);

/* Colours the filled frame.
 *
 * paint: made for the same boundaries and land
 * pixels: height rows of stride bytes, CAIRO_FORMAT_RGB24 (alpha is set to opaque)
 */
void ris3_region_raster_shade (Ris3RegionRaster *self, Ris3Paint *paint, guint32 *pixels, gsize stride);

/* The leaf at a pixel position of the filled frame, -1 where there is none. */
gint ris3_region_raster_pick (Ris3RegionRaster *self, double x, double y);

const Ris3Frame *ris3_region_raster_get_frame (Ris3RegionRaster *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionRaster, ris3_region_raster_free)

G_END_DECLS

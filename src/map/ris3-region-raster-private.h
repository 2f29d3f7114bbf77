/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-region-raster.h"

G_BEGIN_DECLS

/* Samples that shading reads right of and below the last pixel: two for the widest border, and
 * what a vector load of eight samples reaches beyond that.
 */
#define RIS3_RASTER_MARGIN 10
/* Pixels that shading looks at together. */
#define RIS3_RASTER_BLOCK_PIXELS 8

struct _Ris3RegionRaster
{
  Ris3Boundaries *boundaries;
  Ris3Shapes *land;
  const Ris3Shapes *leaves; /* as they are in this frame, with fewer points where these cannot be seen */
  Ris3Frame frame;
  gpointer index;    /* samples: guint16, or guint32 where that cannot number all */
  gsize sample_size; /* bytes of one */
  gsize index_size;  /* samples allocated */
  guint columns;     /* samples filled a row: two a pixel and the margin */
  guint rows;
  GArray *bands;       /* of guint, of each band of rows: its first of */
  GArray *band_leaves; /* of guint: leaves that may be in it */

  /* What shading has found out about the frame's blocks of pixels (ris3-region-raster-shade.c), and for which
   * width of borders: 0 before any. A recolouring does not read the index again where it knows.
   */
  guint32 *blocks;
  gsize blocks_size;
  guint blocks_border;
};

/* Fills the index of the frame. */
void _ris3_region_raster_fill_index (Ris3RegionRaster *self);

/* Colour the frame, for each width of samples.
 *
 * tile_x, tile_y: where in the hatching's tile pixel (0, 0) lies
 */
void _ris3_region_raster_shade_narrow (Ris3RegionRaster *self,
                                       Ris3Paint *paint,
                                       guint32 *pixels,
                                       gsize stride,
                                       guint tile_x,
                                       guint tile_y);
void _ris3_region_raster_shade_wide (Ris3RegionRaster *self,
                                     Ris3Paint *paint,
                                     guint32 *pixels,
                                     gsize stride,
                                     guint tile_x,
                                     guint tile_y);

G_END_DECLS

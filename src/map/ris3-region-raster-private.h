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

struct _Ris3RegionRaster
{
  Ris3Boundaries *boundaries;
  Ris3Shapes *land;
  Ris3Frame frame;
  guint16 *index;
  gsize index_size; /* samples allocated */
  guint columns;    /* samples filled a row: two a pixel and the margin */
  guint rows;

  /* What shading has found out about the frame's blocks of pixels (ris3-region-raster-shade.c), and for which
   * width of borders: 0 before any. A recolouring does not read the index again where it knows.
   */
  guint8 *blocks;
  gsize blocks_size;
  guint blocks_border;
};

G_END_DECLS

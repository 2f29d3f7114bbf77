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
};

G_END_DECLS

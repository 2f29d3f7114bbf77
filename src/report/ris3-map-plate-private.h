/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-hatch.h"
#include "map/ris3-region-raster.h"
#include "report/ris3-map-outline-private.h"
#include "report/ris3-map-page-private.h"

G_BEGIN_DECLS

struct _Ris3MapPlate
{
  Ris3Classification *classification; /* borrowed, as all that is of the page */
  Ris3Boundaries *boundaries;
  Ris3Shapes *land;
  Ris3Frame frame; /* in pixels of the page */
  int x;           /* on it */
  int y;
  double line; /* the width of a thin line, in pixels of the page */
  gboolean has_graticule;
  const char *prefix;       /* of ids */
  Ris3RegionRaster *raster; /* NULL: no pixels were drawn yet */
  Ris3Paint *paint;
  Ris3Frame filled;        /* what the raster shows; of another scale than frame, if the page is */
  Ris3MapOutline *outline; /* NULL: not yet needed */
};

/* Moves points (of Ris3Point) from the picture to the page. */
void _ris3_map_plate_move (Ris3MapPlate *self, GArray *points);
/* Areas and lines, on the page. (transfer none) until the plate is freed */
Ris3MapOutline *_ris3_map_plate_get_outline (Ris3MapPlate *self);
/* Draws land, areas and borders as paths, each area in a group with its code and in words what it shows. */
void _ris3_map_plate_draw_areas (Ris3MapPlate *self, Ris3Canvas *canvas);
/* Meridians and parallels, each a whole number of degrees or a half from the next. */
void _ris3_map_plate_draw_graticule (Ris3MapPlate *self, Ris3Canvas *canvas);
/* The borders between countries, which are wider than those between regions. */
void _ris3_map_plate_draw_countries (Ris3MapPlate *self, Ris3Canvas *canvas);

G_END_DECLS

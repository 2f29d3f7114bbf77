/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-frame.h"

G_BEGIN_DECLS

/* A rectangle drawn on a picture of the map, from one corner to the opposite one, in pixels of the picture. */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} Ris3Brush;

/* The same with the smaller coordinates first, cut to the picture: without any width or height, if none of it is on the
 * picture. */
Ris3Brush ris3_brush_normalise (const Ris3Brush *self, const Ris3Frame *frame);

/* The regions of the areas whose inside point lies in the rectangle, its edges included: what the
 * edge cuts through is thus either in it or not. Only what the picture shows is meant.
 *
 * frame: what the picture shows
 * (transfer full): of guint, in the order of the territories
 */
GArray *ris3_brush_list_regions (const Ris3Brush *self, const Ris3Frame *frame, Ris3Classification *classification);

G_END_DECLS

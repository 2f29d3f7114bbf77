/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-frame.h"

G_BEGIN_DECLS

/* What is drawn on a map to select in it: a rectangle, from one corner to the opposite one, or a line around (lasso),
 * which is closed by itself. It lies in the plane of the map and not in pixels: a map that still glides takes it along,
 * and what it holds is what was seen in it. */
typedef struct
{
  gboolean is_lasso;
  GArray *points; /* of Ris3Point; of a rectangle, two; NULL: nothing is drawn */
} Ris3Brush;

/* Begins anew. */
void ris3_brush_begin (Ris3Brush *self, gboolean is_lasso, Ris3Point at);
/* Draws on: to another opposite corner, or further along the line. */
void ris3_brush_move (Ris3Brush *self, Ris3Point to);
void ris3_brush_clear (Ris3Brush *self);

/* What lies around it; of a rectangle, itself. */
Ris3Box ris3_brush_get_box (const Ris3Brush *self);

/* The regions of the areas whose inside point lies in it, the edges of a rectangle included: what the edge cuts through
 * is thus either in it or not. Only what the picture shows is meant.
 *
 * frame: what the picture shows now
 * (transfer full): of guint, in the order of the territories
 */
GArray *ris3_brush_list_regions (const Ris3Brush *self, const Ris3Frame *frame, Ris3Classification *classification);

G_END_DECLS

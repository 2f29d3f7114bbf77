/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "app/ris3-session.h"
#include "map/ris3-region-raster.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_LAYER (ris3_region_layer_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionLayer, ris3_region_layer, RIS3, REGION_LAYER, ShumateLayer)

/* The map's picture: land, sea and regions of a session, drawn with the region raster at the
 * widget's scale factor, with the outlines of what is selected and hovered on top.
 * Which of the areas are new or dropped on the second of two maps is marked on both.
 *
 * A frame is drawn at once if that is quick; if not (on a large screen or a slow machine),
 * the last picture is shifted and scaled while the next is made on another thread.
 */
ShumateLayer *ris3_region_layer_new (ShumateViewport *viewport, Ris3Session *session, Ris3Side side);

/* The leaf at a widget position, -1 for none. */
gint ris3_region_layer_pick (Ris3RegionLayer *self, double x, double y);

/* What the widget shows now, in pixels of the screen. FALSE while it has no size. */
gboolean ris3_region_layer_get_frame (Ris3RegionLayer *self, Ris3Frame *frame);

/* How many logical pixels the plane's unit has on it now; 0: not known yet. */
double ris3_region_layer_get_scale (Ris3RegionLayer *self);
/* Appends where at a scale the signs are that something else would hide: those of differences, and circles that are
 * small; in pixels of the plane. boxes: of Ris3Box */
void ris3_region_layer_add_boxes (Ris3RegionLayer *self, double scale, GArray *boxes);

/* GTK needs the rest of a sixtieth of a second. */
#define RIS3_REGION_LAYER_FRAME_BUDGET 11000
/* How long a frame may take on the main thread, in microseconds, before frames are made on another. */
void ris3_region_layer_set_frame_budget (Ris3RegionLayer *self, gint64 microseconds);

/* For tests: the number of frames rastered so far, and whether the picture shows the current view. */
guint ris3_region_layer_get_n_fills (Ris3RegionLayer *self);
gboolean ris3_region_layer_is_up_to_date (Ris3RegionLayer *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-region-layer.h"

G_BEGIN_DECLS

/* A picture of the map, and what it shows. */
typedef struct
{
  GdkTexture *texture;
  Ris3Frame frame; /* in device pixels */
} Ris3RegionPicture;

struct _Ris3RegionLayer
{
  ShumateLayer parent_instance;

  Ris3Session *session;
  Ris3Side side;              /* of the session's maps */
  Ris3Boundaries *boundaries; /* that the raster draws, wherever it is */
  Ris3RegionRaster *raster;   /* NULL while busy: the worker has it */
  GArray *symbols;            /* of Ris3Symbol, on the picture; NULL: the map has none */
  GArray *differences;        /* of Ris3DifferenceSign, at differences_scale; NULL: not known */
  double differences_scale;
  Ris3Paint *paint;
  guint paint_scale; /* the scale factor that paint was made for */
  Ris3RegionPicture picture;
  gboolean needs_fill;  /* the raster does not show the boundaries yet */
  gboolean needs_shade; /* the picture does not show the paint yet */
  gboolean busy;
  gint64 frame_time; /* microseconds that the last rastered frame took */
  gint64 frame_budget;
  guint n_fills;
};

/* Of the layer's side; NULL: it shows nothing. (transfer none) */
Ris3Classification *_ris3_region_layer_get_classification (Ris3RegionLayer *self);
guint _ris3_region_layer_get_scale_factor (Ris3RegionLayer *self);

/* ris3-region-layer-picture.c: brings the picture up to date, or starts to; frame: in device pixels */
void _ris3_region_layer_update_picture (Ris3RegionLayer *self, const Ris3Frame *frame);
/* The picture that there is, moved and scaled to where the map is now; frame: in device pixels */
void _ris3_region_layer_append_picture (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame);

/* ris3-region-layer-marks.c: finds the circles of what is shown now */
void _ris3_region_layer_list_symbols (Ris3RegionLayer *self);
/* Circles, and after the outlines the signs of what differs. */
void _ris3_region_layer_append_symbols (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame);
void _ris3_region_layer_append_differences (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame);

G_END_DECLS

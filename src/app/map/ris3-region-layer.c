/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-region-layer-private.h"

#include <adwaita.h>
#include <math.h>

#include "app/map/ris3-region-outline.h"
#include "app/ris3-drawing.h"
#include "map/ris3-palette.h"

G_DEFINE_FINAL_TYPE (Ris3RegionLayer, ris3_region_layer, SHUMATE_TYPE_LAYER)

Ris3Classification *
_ris3_region_layer_get_classification (Ris3RegionLayer *self)
{
  return ris3_session_get_side (self->session, self->side);
}

guint
_ris3_region_layer_get_scale_factor (Ris3RegionLayer *self)
{
  return CLAMP (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1, 4);
}

double
ris3_region_layer_get_scale (Ris3RegionLayer *self)
{
  ShumateViewport *viewport;
  ShumateMapSource *source;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), 0);
  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  source = viewport != NULL ? shumate_viewport_get_reference_map_source (viewport) : NULL;
  return source != NULL ? shumate_map_source_get_tile_size (source) * exp2 (shumate_viewport_get_zoom_level (viewport))
                        : 0;
}

gboolean
ris3_region_layer_get_frame (Ris3RegionLayer *self, Ris3Frame *frame)
{
  ShumateViewport *viewport;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self) && frame != NULL, FALSE);
  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  frame->scale = ris3_region_layer_get_scale (self);
  frame->width = MAX (0, gtk_widget_get_width (GTK_WIDGET (self)));
  frame->height = MAX (0, gtk_widget_get_height (GTK_WIDGET (self)));
  if (frame->scale == 0 || frame->width == 0 || frame->height == 0)
    return FALSE;
  frame->x = ris3_mercator_x (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)))
             - frame->width / 2.0 / frame->scale;
  frame->y = ris3_mercator_y (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)))
             - frame->height / 2.0 / frame->scale;
  return TRUE;
}

/* The same in device pixels, which is what is rastered. */
static gboolean
get_device_frame (Ris3RegionLayer *self, Ris3Frame *device)
{
  guint scale = _ris3_region_layer_get_scale_factor (self);

  if (!ris3_region_layer_get_frame (self, device))
    return FALSE;
  device->scale *= scale;
  device->width *= scale;
  device->height *= scale;
  return TRUE;
}

static void
append_outlines (Ris3RegionLayer *self, GtkSnapshot *snapshot, const Ris3Frame *frame)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  gint hovered = ris3_session_get_hovered_region (self->session);
  guint n_selected;
  const guint *selected = ris3_session_get_selection (self->session, &n_selected);

  if (hovered >= 0)
    {
      guint region = hovered;

      ris3_region_outline_snapshot (snapshot, boundaries, frame, &region, 1, palette->highlight, palette->halo, 1.0);
    }
  if (n_selected > 0)
    ris3_region_outline_snapshot (snapshot, boundaries, frame, selected, n_selected, palette->highlight, palette->halo,
                                  2.0);
}

static void
ris3_region_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3RegionLayer *self = RIS3_REGION_LAYER (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  GdkRGBA sea = ris3_drawing_get_rgba (palette->sea);
  Ris3Frame frame, device;

  if (self->session == NULL || !ris3_region_layer_get_frame (self, &frame) || !get_device_frame (self, &device))
    return;
  _ris3_region_layer_update_picture (self, &device);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, frame.width, frame.height));
  if (self->picture.texture == NULL || !ris3_frame_equal (&device, &self->picture.frame))
    gtk_snapshot_append_color (snapshot, &sea, &GRAPHENE_RECT_INIT (0, 0, frame.width, frame.height));
  if (self->picture.texture != NULL)
    _ris3_region_layer_append_picture (self, snapshot, &device);
  _ris3_region_layer_append_symbols (self, snapshot, &frame);
  if (_ris3_region_layer_get_classification (self) != NULL)
    append_outlines (self, snapshot, &frame);
  if (ris3_session_get_comparison (self->session) != NULL)
    _ris3_region_layer_append_differences (self, snapshot, &frame);
  gtk_snapshot_pop (snapshot);
}

static void
on_classification_changed_cb (Ris3RegionLayer *self)
{
  Ris3Classification *classification = _ris3_region_layer_get_classification (self);

  _ris3_region_layer_list_symbols (self);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  /* The second map is hidden while it has nothing to show, and keeps no raster meanwhile. */
  if (classification == NULL || self->boundaries != ris3_session_get_boundaries (self->session))
    {
      /* A raster that is in use on another thread is dropped when it comes back. */
      g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
      g_clear_pointer (&self->raster, ris3_region_raster_free);
      if (classification == NULL)
        g_clear_object (&self->picture.texture);
      self->needs_fill = TRUE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_style_changed_cb (Ris3RegionLayer *self)
{
  g_clear_pointer (&self->paint, ris3_paint_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint
ris3_region_layer_pick (Ris3RegionLayer *self, double x, double y)
{
  Ris3Boundaries *boundaries;
  const Ris3Shapes *shapes;
  Ris3Frame frame;
  Ris3Point point;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), -1);
  boundaries = ris3_session_get_boundaries (self->session);
  if (boundaries == NULL || !ris3_region_layer_get_frame (self, &frame))
    return -1;
  point.x = frame.x + x / frame.scale;
  point.y = frame.y + y / frame.scale;

  if (self->raster != NULL && !self->needs_fill)
    {
      const Ris3Frame *filled = ris3_region_raster_get_frame (self->raster);
      double filled_x = (point.x - filled->x) * filled->scale;
      double filled_y = (point.y - filled->y) * filled->scale;

      if (filled_x >= 0 && filled_y >= 0 && filled_x < filled->width && filled_y < filled->height)
        return ris3_region_raster_pick (self->raster, filled_x, filled_y);
    }
  /* The raster is in use on another thread, or still shows another place: ask the polygons. */
  shapes = ris3_boundaries_get_shapes (boundaries);
  for (guint i = 0; i < shapes->n_shapes; i++)
    if (ris3_shapes_contain (shapes, i, point))
      return i;
  return -1;
}

guint
ris3_region_layer_get_n_fills (Ris3RegionLayer *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), 0);
  return self->n_fills;
}

void
ris3_region_layer_set_frame_budget (Ris3RegionLayer *self, gint64 microseconds)
{
  g_return_if_fail (RIS3_IS_REGION_LAYER (self));
  self->frame_budget = microseconds;
}

gboolean
ris3_region_layer_is_up_to_date (Ris3RegionLayer *self)
{
  Ris3Frame device;

  g_return_val_if_fail (RIS3_IS_REGION_LAYER (self), FALSE);
  return !self->busy && !self->needs_fill && !self->needs_shade && self->picture.texture != NULL && self->paint != NULL
         && get_device_frame (self, &device) && ris3_frame_equal (&device, &self->picture.frame);
}

static void
ris3_region_layer_dispose (GObject *object)
{
  Ris3RegionLayer *self = RIS3_REGION_LAYER (object);

  g_clear_pointer (&self->raster, ris3_region_raster_free);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->differences, g_array_unref);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  g_clear_object (&self->picture.texture);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_region_layer_parent_class)->dispose (object);
}

static void
ris3_region_layer_class_init (Ris3RegionLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_region_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ris3_region_layer_snapshot;
}

static void
ris3_region_layer_init (Ris3RegionLayer *self)
{
  self->frame_budget = RIS3_REGION_LAYER_FRAME_BUDGET;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

ShumateLayer *
ris3_region_layer_new (ShumateViewport *viewport, Ris3Session *session, Ris3Side side)
{
  Ris3RegionLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport) && RIS3_IS_SESSION (session) && side < RIS3_N_SIDES, NULL);
  self = g_object_new (RIS3_TYPE_REGION_LAYER, "viewport", viewport, NULL);
  self->session = g_object_ref (session);
  self->side = side;

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hovered-region", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return SHUMATE_LAYER (self);
}

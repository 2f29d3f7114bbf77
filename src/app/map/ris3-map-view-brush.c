/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selecting with a rectangle: drawn with Shift held, so that the pointer alone still moves the map. */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

#include "app/ris3-drawing.h"
#include "map/ris3-palette.h"

#define FILL_OPACITY 0.15f

void
_ris3_map_view_begin_brush (Ris3MapView *self, double x, double y, gboolean adds)
{
  shumate_map_stop_go_to (self->map);
  self->brush = (Ris3Brush){ x, y, x, y };
  self->brush_adds = adds;
  self->brush_state = RIS3_BRUSH_PRESSED;
}

void
_ris3_map_view_move_brush (Ris3MapView *self, double x, double y)
{
  self->brush.x1 = x;
  self->brush.y1 = y;
  if (self->brush_state == RIS3_BRUSH_PRESSED
      && gtk_drag_check_threshold (GTK_WIDGET (self->map), (int) self->brush.x0, (int) self->brush.y0, (int) x,
                                   (int) y))
    {
      self->brush_state = RIS3_BRUSH_DRAWN;
      /* What is under the pointer is no longer what is meant. */
      if (self->session != NULL)
        ris3_session_set_hovered_region (self->session, -1);
    }
  if (self->brush_state == RIS3_BRUSH_DRAWN)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
_ris3_map_view_cancel_brush (Ris3MapView *self)
{
  if (self->brush_state != RIS3_BRUSH_PRESSED && self->brush_state != RIS3_BRUSH_DRAWN)
    return FALSE;
  self->brush_state = RIS3_BRUSH_CANCELLED;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
_ris3_map_view_end_brush (Ris3MapView *self)
{
  Ris3Classification *classification = _ris3_map_view_get_classification (self);
  gboolean is_drawn = self->brush_state == RIS3_BRUSH_DRAWN;
  g_autoptr (GArray) regions = NULL;
  Ris3Frame frame;

  self->brush_state = RIS3_BRUSH_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!is_drawn || classification == NULL || !ris3_region_layer_get_frame (self->layer, &frame))
    return;
  regions = ris3_brush_list_regions (&self->brush, &frame, classification);
  if (self->brush_adds)
    ris3_session_select_also (self->session, (const guint *) (void *) regions->data, regions->len);
  else
    ris3_session_select_many (self->session, (const guint *) (void *) regions->data, regions->len);
}

/* Its edge has two colours, one of which stands out from whatever the map shows there. */
void
_ris3_map_view_snapshot_brush (Ris3MapView *self, GtkSnapshot *snapshot)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  GdkRGBA line = ris3_drawing_get_rgba (palette->highlight), halo = ris3_drawing_get_rgba (palette->halo);
  GdkRGBA fill = { line.red, line.green, line.blue, FILL_OPACITY };
  graphene_rect_t bounds;
  Ris3Brush drawn;
  Ris3Frame frame;

  if (self->brush_state != RIS3_BRUSH_DRAWN || !ris3_region_layer_get_frame (self->layer, &frame))
    return;
  drawn = ris3_brush_normalise (&self->brush, &frame);
  bounds = GRAPHENE_RECT_INIT ((float) drawn.x0, (float) drawn.y0, (float) (drawn.x1 - drawn.x0),
                               (float) (drawn.y1 - drawn.y0));
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  ris3_drawing_append_frame (snapshot, &bounds, 0, 3, &halo);
  graphene_rect_inset (&bounds, 1, 1);
  ris3_drawing_append_frame (snapshot, &bounds, 0, 1, &line);
}

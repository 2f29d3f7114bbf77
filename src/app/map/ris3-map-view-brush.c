/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selecting with a rectangle, or a line around (lasso): drawn with Shift, or Shift and Alt, held, so that the pointer
 * alone still moves the map; or, as long as it is asked to, a line around with the pointer alone. */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

#include <math.h>

#include "app/ris3-drawing.h"
#include "map/ris3-palette.h"

#define FILL_OPACITY 0.15
/* Pixels that the pointer goes before a line has one more point. */
#define STEP 2

static Ris3Point
to_plane (const Ris3Frame *frame, double x, double y)
{
  return (Ris3Point){ frame->x + x / frame->scale, frame->y + y / frame->scale };
}

static Ris3Point
to_widget (const Ris3Frame *frame, Ris3Point point)
{
  return (Ris3Point){ (point.x - frame->x) * frame->scale, (point.y - frame->y) * frame->scale };
}

gboolean
_ris3_map_view_get_lassos (Ris3MapView *self)
{
  return _ris3_map_view_get_first (self)->lassos;
}

static void
show_cursor (Ris3MapView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), _ris3_map_view_get_lassos (self) ? "crosshair" : NULL);
}

void
ris3_map_view_set_lassos (Ris3MapView *self, gboolean lassos)
{
  Ris3MapView *first;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  first = _ris3_map_view_get_first (self);
  if (first->lassos == lassos)
    return;
  first->lassos = lassos;
  show_cursor (first);
  if (first->partner != NULL)
    show_cursor (first->partner);
  g_object_notify (G_OBJECT (first), "lassos");
}

gboolean
ris3_map_view_end_lassos (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), FALSE);
  if (!_ris3_map_view_get_lassos (self))
    return FALSE;
  ris3_map_view_set_lassos (self, FALSE);
  return TRUE;
}

void
_ris3_map_view_begin_brush (Ris3MapView *self, double x, double y, Ris3BrushFlags flags)
{
  Ris3Frame frame;

  shumate_map_stop_go_to (self->map);
  if (self->layer == NULL || !ris3_region_layer_get_frame (self->layer, &frame))
    return;
  ris3_brush_begin (&self->brush, (flags & RIS3_BRUSH_LASSO) != 0, to_plane (&frame, x, y));
  self->brush_adds = (flags & RIS3_BRUSH_ADDS) != 0;
  self->brush_state = RIS3_BRUSH_PRESSED;
}

void
_ris3_map_view_move_brush (Ris3MapView *self, double x, double y)
{
  Ris3Frame frame;
  Ris3Point last;

  if (self->brush_state == RIS3_BRUSH_PRESSED
      && gtk_drag_check_threshold (GTK_WIDGET (self->map), (int) self->press_x, (int) self->press_y, (int) x, (int) y))
    {
      self->brush_state = RIS3_BRUSH_DRAWN;
      /* What is under the pointer is no longer what is meant. */
      if (self->session != NULL)
        ris3_session_set_hovered_region (self->session, -1);
    }
  if (self->brush_state != RIS3_BRUSH_DRAWN || !ris3_region_layer_get_frame (self->layer, &frame))
    return;
  last = to_widget (&frame, g_array_index (self->brush.points, Ris3Point, self->brush.points->len - 1));
  if (!self->brush.is_lasso || hypot (x - last.x, y - last.y) >= STEP)
    ris3_brush_move (&self->brush, to_plane (&frame, x, y));
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

static void
trace (cairo_t *cr, const Ris3Brush *brush, const Ris3Frame *frame)
{
  for (guint i = 0; i < brush->points->len; i++)
    {
      Ris3Point point = to_widget (frame, g_array_index (brush->points, Ris3Point, i));

      cairo_line_to (cr, point.x, point.y);
    }
  cairo_close_path (cr);
}

static void
draw_lasso (Ris3MapView *self,
            GtkSnapshot *snapshot,
            const Ris3Frame *frame,
            const GdkRGBA *fill,
            const GdkRGBA *halo,
            const GdkRGBA *line)
{
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height));

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  trace (cr, &self->brush, frame);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, halo);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Its edge has two colours, one of which stands out from whatever the map shows there. */
void
_ris3_map_view_snapshot_brush (Ris3MapView *self, GtkSnapshot *snapshot)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  GdkRGBA line = ris3_drawing_get_rgba (palette->highlight), halo = ris3_drawing_get_rgba (palette->halo);
  GdkRGBA fill = { line.red, line.green, line.blue, (float) FILL_OPACITY };
  Ris3Point from, to;
  graphene_rect_t bounds;
  Ris3Frame frame;
  Ris3Box box;

  if (self->brush_state != RIS3_BRUSH_DRAWN || !ris3_region_layer_get_frame (self->layer, &frame))
    return;
  if (self->brush.is_lasso)
    {
      draw_lasso (self, snapshot, &frame, &fill, &halo, &line);
      return;
    }
  box = ris3_brush_get_box (&self->brush);
  from = to_widget (&frame, (Ris3Point){ box.x0, box.y0 });
  to = to_widget (&frame, (Ris3Point){ box.x1, box.y1 });
  bounds = GRAPHENE_RECT_INIT ((float) from.x, (float) from.y, (float) (to.x - from.x), (float) (to.y - from.y));
  /* Cut to the map, so that all of its edge is seen. */
  if (!graphene_rect_intersection (&bounds, &GRAPHENE_RECT_INIT (0, 0, (float) frame.width, (float) frame.height),
                                   &bounds))
    return;
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  ris3_drawing_append_frame (snapshot, &bounds, 0, 3, &halo);
  graphene_rect_inset (&bounds, 1, 1);
  ris3_drawing_append_frame (snapshot, &bounds, 0, 1, &line);
}

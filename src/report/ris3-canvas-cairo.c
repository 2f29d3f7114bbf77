/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "report/ris3-canvas-private.h"

#define HALO 0xffffff
#define HALO_ALPHA 0.85

typedef struct
{
  Ris3Canvas canvas;
  cairo_t *cr;
} CairoCanvas;

static cairo_t *
cr_of (Ris3Canvas *self)
{
  return ((CairoCanvas *) self)->cr;
}

static void
set_colour (cairo_t *cr, guint32 colour, double alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0,
                         alpha);
}

/* Stripes over what is filled: they rise where x + y is constant, and fall where x - y is, from the origin, so that all
 * of the same kind lie in line. */
static void
draw_stripes (cairo_t *cr, const Ris3CanvasStripes *stripes)
{
  double x0, y0, x1, y1, first, last;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  first = stripes->falls ? x0 - y1 : x0 + y0;
  last = stripes->falls ? x1 - y0 : x1 + y1;
  for (double at = floor (first / stripes->distance) * stripes->distance; at < last; at += stripes->distance)
    for (guint i = 0; i < 2; i++)
      {
        double edge = at + (i == 0 ? 0 : stripes->width);
        double top = stripes->falls ? edge + y0 : edge - y0;
        double bottom = stripes->falls ? edge + y1 : edge - y1;

        if (i == 0)
          {
            cairo_move_to (cr, top, y0);
            cairo_line_to (cr, bottom, y1);
          }
        else
          {
            cairo_line_to (cr, bottom, y1);
            cairo_line_to (cr, top, y0);
            cairo_close_path (cr);
          }
      }
  set_colour (cr, stripes->colour, 1);
  cairo_fill (cr);
}

/* Draws the current path. */
static void
paint (cairo_t *cr, const Ris3CanvasStyle *style)
{
  if (style->is_filled)
    {
      set_colour (cr, style->fill, 1);
      cairo_fill_preserve (cr);
    }
  if (style->n_stripes > 0)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      cairo_save (cr);
      cairo_clip (cr);
      for (guint i = 0; i < style->n_stripes; i++)
        draw_stripes (cr, &style->stripes[i]);
      cairo_restore (cr);
      cairo_new_path (cr);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
  if (style->line > 0)
    {
      set_colour (cr, style->line_colour, style->line_alpha);
      cairo_set_line_width (cr, style->line);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
begin_group (Ris3Canvas *self, const char *id, const char *title)
{
  cairo_save (cr_of (self));
}

static void
end_group (Ris3Canvas *self)
{
  cairo_restore (cr_of (self));
}

static void
begin_clip (Ris3Canvas *self, double x, double y, double width, double height)
{
  cairo_save (cr_of (self));
  cairo_rectangle (cr_of (self), x, y, width, height);
  cairo_clip (cr_of (self));
}

/* The line lies within. */
static void
draw_rectangle (Ris3Canvas *self, double x, double y, double width, double height, const Ris3CanvasStyle *style)
{
  Ris3CanvasStyle inside = *style, outline = *style;

  inside.line = 0;
  cairo_rectangle (cr_of (self), x, y, width, height);
  paint (cr_of (self), &inside);
  if (style->line <= 0)
    return;
  outline.is_filled = FALSE;
  outline.n_stripes = 0;
  cairo_rectangle (cr_of (self), x + style->line / 2, y + style->line / 2, width - style->line, height - style->line);
  paint (cr_of (self), &outline);
}

static void
draw_circle (Ris3Canvas *self, double x, double y, double radius, const Ris3CanvasStyle *style)
{
  cairo_new_path (cr_of (self));
  cairo_arc (cr_of (self), x, y, radius, 0, 2 * G_PI);
  paint (cr_of (self), style);
}

static void
draw_path (Ris3Canvas *self, const Ris3CanvasPath *path, const Ris3CanvasStyle *style)
{
  cairo_t *cr = cr_of (self);

  cairo_new_path (cr);
  for (guint i = 0; i < path->n_lines; i++)
    {
      for (guint32 j = path->starts[i]; j < path->starts[i + 1]; j++)
        if (j == path->starts[i])
          cairo_move_to (cr, path->points[j].x, path->points[j].y);
        else
          cairo_line_to (cr, path->points[j].x, path->points[j].y);
      if (path->is_closed)
        cairo_close_path (cr);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  paint (cr, style);
}

static void
draw_text (Ris3Canvas *self, PangoLayout *layout, double x, double y, guint32 colour, double halo, gboolean is_right)
{
  cairo_t *cr = cr_of (self);

  if (halo > 0)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, layout);
      set_colour (cr, HALO, HALO_ALPHA);
      cairo_set_line_width (cr, halo);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  set_colour (cr, colour, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

Ris3Canvas *
_ris3_canvas_cairo_new (cairo_t *cr, gboolean has_pixels)
{
  CairoCanvas *self;

  g_return_val_if_fail (cr != NULL, NULL);
  self = g_new0 (CairoCanvas, 1);
  self->cr = cr;
  self->canvas = (Ris3Canvas){
    .begin_group = begin_group,
    .end_group = end_group,
    .begin_clip = begin_clip,
    .end_clip = end_group,
    .draw_rectangle = draw_rectangle,
    .draw_circle = draw_circle,
    .draw_path = draw_path,
    .draw_text = draw_text,
    .pixels = has_pixels ? cr : NULL,
  };
  return &self->canvas;
}

void
_ris3_canvas_cairo_free (Ris3Canvas *self)
{
  g_free (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_pattern_t, cairo_pattern_destroy)

/* What a page is drawn on: Cairo, for pixels, PDF and printers, or an SVG file, in which text stays text and areas keep
 * their names. Colours are 0xRRGGBB, and lengths in units of the page.
 */
typedef struct _Ris3Canvas Ris3Canvas;

/* Diagonal stripes. */
typedef struct
{
  guint32 colour;
  double distance; /* along a row, from one to the next */
  double width;    /* along a row */
  gboolean falls;  /* from the upper left to the lower right; else they rise */
} Ris3CanvasStripes;

/* How something is drawn: filled, then with stripes, then with a line around it. */
typedef struct
{
  gboolean is_filled;
  guint32 fill;
  const Ris3CanvasStripes *stripes; /* n_stripes of them */
  guint n_stripes;
  double line; /* width; 0: no line */
  guint32 line_colour;
  double line_alpha;
  const char *stripes_id; /* what fill and stripes are called together, where n_stripes > 0: "class-2-inherited" */
} Ris3CanvasStyle;

/* Lines, or rings that are filled even-odd. */
typedef struct
{
  const Ris3Point *points;
  const guint32 *starts; /* line i has the points starts[i] .. starts[i + 1] - 1 */
  guint n_lines;
  gboolean is_closed;
} Ris3CanvasPath;

struct _Ris3Canvas
{
  /* A part that has a name of its own. id: what it is called, or NULL; a second one has a number, too; title: what it
   * is, or NULL */
  void (*begin_group) (Ris3Canvas *self, const char *id, const char *title);
  void (*end_group) (Ris3Canvas *self);
  /* Until the end, only what is within the rectangle is drawn. */
  void (*begin_clip) (Ris3Canvas *self, double x, double y, double width, double height);
  void (*end_clip) (Ris3Canvas *self);
  void (*draw_rectangle) (Ris3Canvas *self,
                          double x,
                          double y,
                          double width,
                          double height,
                          const Ris3CanvasStyle *style);
  void (*draw_circle) (Ris3Canvas *self, double x, double y, double radius, const Ris3CanvasStyle *style);
  void (*draw_path) (Ris3Canvas *self, const Ris3CanvasPath *path, const Ris3CanvasStyle *style);
  /* halo: width of the light edge around letters; 0: none. is_right: it ends at the right of its width */
  void (*draw_text) (Ris3Canvas *self,
                     PangoLayout *layout,
                     double x,
                     double y,
                     guint32 colour,
                     double halo,
                     gboolean is_right);
  /* Of Cairo onto pixels: what a map that is made of pixels is drawn on. NULL: areas are drawn as paths. */
  cairo_t *pixels;
};

/* The canvas borrows cr. has_pixels: whether the target is pixels. (transfer full) */
Ris3Canvas *_ris3_canvas_cairo_new (cairo_t *cr, gboolean has_pixels);
void _ris3_canvas_cairo_free (Ris3Canvas *self);

/* What an SVG file says of itself. All of it is text in UTF-8. */
typedef struct
{
  double width; /* units */
  double height;
  double millimetres_wide;
  double millimetres_high;
  const char *title;
  const char *description;
  const char *language; /* "de" */
  const char *recipe;   /* NULL: none */
} Ris3CanvasSvgHead;

Ris3Canvas *_ris3_canvas_svg_new (const Ris3CanvasSvgHead *head);
/* Frees the canvas and returns the whole file. (transfer full) */
GString *_ris3_canvas_svg_end (Ris3Canvas *self);

G_END_DECLS

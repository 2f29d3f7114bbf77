/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "map/ris3-hatch.h"
#include "map/ris3-palette.h"
#include "report/ris3-map-page-private.h"

/* Logical pixels of a tile of hatching: ris3_paint_get_tile_size (1). */
#define TILE_PIXELS 16.0
#define SWATCH_LINE_ALPHA 0.3
#define KEY_GAP 0.4

#define MAP_PARTS 6.0

struct _Ris3MapPageDrawing
{
  const Ris3MapPage *page;
  Ris3MapPageLayout *layout;
  Ris3MapPlate *map;
  Ris3Frame frame;   /* of the map */
  GPtrArray *plates; /* of Ris3MapPlate: of the insets */
  GArray *symbols;   /* of Ris3Symbol; NULL: the map has none */
  double line;       /* the width of a line, in pixels */
};

guint
_ris3_map_page_get_scale_factor (double line)
{
  return (guint) CLAMP (lround (line), 1, 4);
}

double
_ris3_map_page_get_hatch_pixel (double line)
{
  /* A line is one logical pixel wide; the paint has whole numbers of them. */
  return line < 1 ? line : ris3_paint_get_tile_size (_ris3_map_page_get_scale_factor (line)) / TILE_PIXELS;
}

guint
_ris3_map_page_make_stripes (Ris3Classification *classification,
                             Ris3Fill fill,
                             Ris3Marks marks,
                             double pixel,
                             Ris3CanvasStripes stripes[2])
{
  const Ris3Hatch *hatch = ris3_hatch_get (ris3_classification_get_n_territories (classification));
  guint n = 0;

  if (marks & RIS3_MARK_INHERITED)
    stripes[n++] = (Ris3CanvasStripes){ .colour = fill.inherited,
                                        .distance = hatch->distance * pixel,
                                        .width = hatch->inherited_width * pixel };
  if (marks & RIS3_MARK_DISPUTED)
    stripes[n] = (Ris3CanvasStripes){ .colour = ris3_palette_get (RIS3_PALETTE_LIGHT)->disputed,
                                      .distance = (n + 1) * hatch->distance * pixel,
                                      .width = hatch->disputed_width * pixel,
                                      .falls = n == 0 };
  return n + !!(marks & RIS3_MARK_DISPUTED);
}

static void
draw_circle (Ris3MapPageDrawing *self, Ris3Canvas *canvas, double x, double y, double radius, guint32 colour)
{
  Ris3CanvasStyle outline = { .is_filled = TRUE, .fill = ris3_palette_get (RIS3_PALETTE_LIGHT)->symbol_outline };
  Ris3CanvasStyle style = { .is_filled = TRUE, .fill = colour };

  /* The outline is outside: the circle itself has the size that is meant. */
  canvas->draw_circle (canvas, x, y, radius + self->line, &outline);
  canvas->draw_circle (canvas, x, y, radius, &style);
}

static void
draw_symbols (Ris3MapPageDrawing *self, Ris3Canvas *canvas)
{
  const Ris3MapPageLayout *layout = self->layout;
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  guint32 faded = ris3_paint_get_faded (palette->symbol, palette);

  canvas->begin_clip (canvas, layout->map_x, layout->map_y, layout->map_width, layout->map_height);
  for (guint i = 0; i < self->symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (self->symbols, Ris3Symbol, i);
      double x, y, size;

      if (ris3_symbol_place (symbol, &self->frame, RIS3_MAP_PAGE_SYMBOL * layout->font_size, &x, &y, &size))
        draw_circle (self, canvas, layout->map_x + x, layout->map_y + y, size,
                     symbol->matches ? palette->symbol : faded);
    }
  canvas->end_clip (canvas);
}

static void
draw_key (Ris3MapPageDrawing *self, Ris3Canvas *canvas)
{
  const Ris3MapPageLayout *layout = self->layout;
  double radius = RIS3_MAP_PAGE_SYMBOL * layout->font_size;
  double middle = layout->key_x + radius, end = layout->key_x + 2 * radius + 0.9 * layout->font_size;
  Ris3CanvasStyle style = { .line = self->line, .line_colour = RIS3_MAP_PAGE_INK, .line_alpha = 1 };
  static const guint32 starts[] = { 0, 3 };

  for (guint i = 0; i < layout->n_key; i++)
    {
      const Ris3SymbolKeyRow *row = &layout->key[i];
      double top = layout->key_y + row->top, label = layout->key_y + row->label + 0.7 * layout->font_size;
      Ris3Point points[] = { { middle, top }, { end - KEY_GAP * layout->font_size, label }, { end, label } };
      Ris3CanvasPath path = { .points = points, .starts = starts, .n_lines = 1 };

      draw_circle (self, canvas, middle, top + row->radius, row->radius, ris3_palette_get (RIS3_PALETTE_LIGHT)->symbol);
      canvas->draw_path (canvas, &path, &style);
    }
}

static void
draw_frame (Ris3MapPageDrawing *self, Ris3Canvas *canvas, int x, int y, guint width, guint height)
{
  Ris3CanvasStyle style = { .line = self->line, .line_colour = RIS3_MAP_PAGE_FRAME, .line_alpha = 1 };

  canvas->draw_rectangle (canvas, x, y, width, height, &style);
}

/* Dark on a light edge: it may lie on anything. */
static void
draw_bar (Ris3MapPageDrawing *self, Ris3Canvas *canvas, const Ris3MapPageBar *bar)
{
  double tick = 3 * self->line;
  Ris3Point points[] = { { bar->x, bar->y - tick },
                         { bar->x, bar->y },
                         { bar->x + bar->width, bar->y },
                         { bar->x + bar->width, bar->y - tick } };
  static const guint32 starts[] = { 0, 4 };
  Ris3CanvasPath path = { .points = points, .starts = starts, .n_lines = 1 };
  Ris3CanvasStyle edge = { .line = 4 * self->line, .line_colour = 0xffffff, .line_alpha = 0.8 };
  Ris3CanvasStyle style = { .line = 1.3 * self->line, .line_colour = RIS3_MAP_PAGE_INK, .line_alpha = 1 };

  canvas->draw_path (canvas, &path, &edge);
  canvas->draw_path (canvas, &path, &style);
}

/* The number is one of the texts of the map. */
static void
draw_pins (Ris3MapPageDrawing *self, Ris3Canvas *canvas)
{
  static const guint32 starts[] = { 0, 2 };

  if (self->layout->pins->len == 0)
    return;
  canvas->begin_group (canvas, "notes", NULL);
  for (guint i = 0; i < self->layout->pins->len; i++)
    {
      const Ris3MapPagePin *pin = &g_array_index (self->layout->pins, Ris3MapPagePin, i);
      Ris3Point points[] = { { pin->x, pin->y }, { pin->disc_x, pin->disc_y } };
      Ris3CanvasPath path = { .points = points, .starts = starts, .n_lines = 1 };
      Ris3CanvasStyle edge = { .line = 3.5 * self->line, .line_colour = 0xffffff, .line_alpha = 0.8 };
      Ris3CanvasStyle line = { .line = 1.5 * self->line, .line_colour = pin->colour, .line_alpha = 1 };
      Ris3CanvasStyle light = { .is_filled = TRUE, .fill = 0xffffff };
      Ris3CanvasStyle dot = { .is_filled = TRUE, .fill = pin->colour };

      canvas->draw_path (canvas, &path, &edge);
      canvas->draw_path (canvas, &path, &line);
      canvas->draw_circle (canvas, pin->x, pin->y, 3 * self->line, &light);
      canvas->draw_circle (canvas, pin->x, pin->y, 2 * self->line, &dot);
      canvas->draw_circle (canvas, pin->disc_x, pin->disc_y, pin->radius, &dot);
      canvas->draw_circle (canvas, pin->disc_x, pin->disc_y, pin->radius - MAX (1, 1.5 * self->line), &light);
    }
  canvas->end_group (canvas);
}

static void
draw_swatch (Ris3MapPageDrawing *self, Ris3Canvas *canvas, const Ris3MapPageSwatch *swatch)
{
  Ris3Classification *classification = self->page->classification;
  Ris3Fill fill = ris3_class_scheme_get_fill (ris3_classification_get_scheme (classification), swatch->klass,
                                              ris3_palette_get (RIS3_PALETTE_LIGHT));
  g_autofree char *id = g_strdup_printf ("class-%u-%u", swatch->klass, swatch->marks);
  Ris3CanvasStripes stripes[2];
  /* The palest classes would vanish on white without a line. */
  Ris3CanvasStyle style = { .is_filled = TRUE,
                            .fill = fill.colour,
                            .stripes = stripes,
                            .stripes_id = id,
                            .line = self->line,
                            .line_colour = RIS3_MAP_PAGE_INK,
                            .line_alpha = SWATCH_LINE_ALPHA };

  style.n_stripes = _ris3_map_page_make_stripes (classification, fill, swatch->marks,
                                                 _ris3_map_page_get_hatch_pixel (self->layout->line), stripes);
  canvas->draw_rectangle (canvas, swatch->x, swatch->y, swatch->width, swatch->height, &style);
}

static void
draw_texts (Ris3Canvas *canvas, GArray *texts, double halo)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const Ris3MapPageText *text = &g_array_index (texts, Ris3MapPageText, i);

      canvas->draw_text (canvas, text->layout, text->x, text->y, text->colour, halo, text->is_right);
    }
}

static gboolean
is_valid (const Ris3MapPage *page)
{
  return page != NULL && page->classification != NULL && page->width >= RIS3_PAGE_MIN_PIXELS
         && page->width <= RIS3_PAGE_MAX_PIXELS && page->height >= RIS3_PAGE_MIN_PIXELS
         && page->height <= RIS3_PAGE_MAX_PIXELS && page->extent.x0 < page->extent.x1
         && page->extent.y0 < page->extent.y1;
}

Ris3MapPageDrawing *
_ris3_map_page_drawing_new (const Ris3MapPage *page)
{
  Ris3MapPageDrawing *self;
  Ris3Geodata *geodata;

  g_return_val_if_fail (is_valid (page), NULL);
  self = g_new0 (Ris3MapPageDrawing, 1);
  geodata = ris3_placement_get_geodata (ris3_classification_get_placement (page->classification));
  self->page = page;
  self->layout = _ris3_map_page_layout_new (page);
  self->line = MAX (1, round (self->layout->line));
  self->plates = g_ptr_array_new_with_free_func ((GDestroyNotify) _ris3_map_plate_free);
  if (ris3_classification_shows_symbols (page->classification))
    self->symbols = ris3_symbols_list (page->classification, NULL);
  if (self->layout->map_width <= 0 || self->layout->map_height <= 0)
    return self;
  self->frame = ris3_frame_of_box (&page->extent, (guint) self->layout->map_width, (guint) self->layout->map_height);
  self->map = _ris3_map_plate_new (page->classification, ris3_geodata_get_boundaries (geodata),
                                   ris3_geodata_get_land (geodata), &self->frame, self->layout->map_x,
                                   self->layout->map_y, self->layout->line);
  _ris3_map_plate_set_graticule (self->map, page->options != NULL && page->options->has_graticule);
  for (guint i = 0; i < self->layout->insets->len; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (self->layout->insets, Ris3MapPageInset, i);

      g_ptr_array_add (self->plates,
                       _ris3_map_plate_new (page->classification, inset->inset->boundaries, inset->inset->land,
                                            &inset->frame, inset->x, inset->y, self->layout->line));
    }
  return self;
}

void
_ris3_map_page_drawing_free (Ris3MapPageDrawing *self)
{
  g_return_if_fail (self != NULL);
  _ris3_map_page_layout_free (self->layout);
  g_clear_pointer (&self->map, _ris3_map_plate_free);
  g_ptr_array_unref (self->plates);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_free (self);
}

static void
draw_map (Ris3MapPageDrawing *self, Ris3Canvas *canvas, Ris3MapPageProgress progress, gpointer data)
{
  const Ris3MapPageLayout *layout = self->layout;
  /* The map takes as long as some insets. */
  double n_parts = self->plates->len + MAP_PARTS;
  gboolean goes_on;

  canvas->begin_group (canvas, "map", NULL);
  _ris3_map_plate_draw (self->map, canvas);
  if (self->symbols != NULL)
    draw_symbols (self, canvas);
  goes_on = progress == NULL || progress (MAP_PARTS / n_parts, data);
  for (guint i = 0; i < self->plates->len && goes_on; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, i);

      _ris3_map_plate_draw (g_ptr_array_index (self->plates, i), canvas);
      draw_frame (self, canvas, inset->x, inset->y, inset->frame.width, inset->frame.height);
      goes_on = progress == NULL || progress ((MAP_PARTS + i + 1) / n_parts, data);
    }
  for (guint i = 0; i < layout->bars->len; i++)
    draw_bar (self, canvas, &g_array_index (layout->bars, Ris3MapPageBar, i));
  draw_pins (self, canvas);
  draw_texts (canvas, layout->map_texts, 2.5 * self->line);
  draw_frame (self, canvas, layout->map_x, layout->map_y, (guint) layout->map_width, (guint) layout->map_height);
  canvas->end_group (canvas);
}

void
_ris3_map_page_drawing_draw (Ris3MapPageDrawing *self, Ris3Canvas *canvas, Ris3MapPageProgress progress, gpointer data)
{
  Ris3CanvasStyle paper = { .is_filled = TRUE, .fill = 0xffffff };

  g_return_if_fail (self != NULL && canvas != NULL);
  canvas->draw_rectangle (canvas, 0, 0, self->page->width, self->page->height, &paper);
  if (self->map != NULL)
    draw_map (self, canvas, progress, data);
  canvas->begin_group (canvas, "legend", NULL);
  for (guint i = 0; i < self->layout->swatches->len; i++)
    draw_swatch (self, canvas, &g_array_index (self->layout->swatches, Ris3MapPageSwatch, i));
  draw_key (self, canvas);
  canvas->end_group (canvas);
  canvas->begin_group (canvas, "words", NULL);
  draw_texts (canvas, self->layout->texts, 0);
  canvas->end_group (canvas);
}

static void
draw_page (const Ris3MapPage *page, cairo_t *cr, gboolean has_pixels)
{
  g_autoptr (Ris3MapPageDrawing) drawing = _ris3_map_page_drawing_new (page);
  Ris3Canvas *canvas = _ris3_canvas_cairo_new (cr, has_pixels);

  cairo_save (cr);
  _ris3_map_page_drawing_draw (drawing, canvas, NULL, NULL);
  cairo_restore (cr);
  _ris3_canvas_cairo_free (canvas);
}

void
ris3_map_page_draw (const Ris3MapPage *page, cairo_t *cr)
{
  g_return_if_fail (is_valid (page) && cr != NULL);
  draw_page (page, cr, TRUE);
}

void
ris3_map_page_draw_paths (const Ris3MapPage *page, cairo_t *cr)
{
  g_return_if_fail (is_valid (page) && cr != NULL);
  draw_page (page, cr, FALSE);
}

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

/* Of a sign: the length and the thickness of its bars, times its radius. */
#define SIGN_LENGTH 1.17
#define SIGN_THICKNESS 0.33

/* One of the maps, where it is on the page. */
typedef struct
{
  guint number;
  Ris3Classification *classification;
  int dx; /* from the first one */
  int dy;
  Ris3MapPlate *plate; /* NULL: there is no room for it */
  GPtrArray *plates;   /* of Ris3MapPlate: of the insets */
  GArray *symbols;     /* of Ris3Symbol; NULL: the map has none */
} Map;

struct _Ris3MapPageDrawing
{
  const Ris3MapPage *page;
  Ris3MapPageLayout *layout;
  Map maps[RIS3_MAP_PAGE_MAX_MAPS];
  guint n_maps;
  Ris3Frame frame; /* of each map */
  double line;     /* the width of a line, in pixels */
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
draw_symbols (Ris3MapPageDrawing *self, const Map *map, Ris3Canvas *canvas)
{
  const Ris3MapPageLayout *layout = self->layout;
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  guint32 faded = ris3_paint_get_faded (palette->symbol, palette);

  canvas->begin_clip (canvas, layout->map_x + map->dx, layout->map_y + map->dy, layout->map_width, layout->map_height);
  for (guint i = 0; i < map->symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (map->symbols, Ris3Symbol, i);
      double x, y, size;

      if (ris3_symbol_place (symbol, &self->frame, RIS3_MAP_PAGE_SYMBOL * layout->font_size, &x, &y, &size))
        draw_circle (self, canvas, layout->map_x + map->dx + x, layout->map_y + map->dy + y, size,
                     symbol->matches ? palette->symbol : faded);
    }
  canvas->end_clip (canvas);
}

static void
draw_bar_of_sign (Ris3Canvas *canvas, double x, double y, double width, double height)
{
  Ris3CanvasStyle style = { .is_filled = TRUE, .fill = ris3_palette_get (RIS3_PALETTE_LIGHT)->halo };

  canvas->draw_rectangle (canvas, x - width / 2, y - height / 2, width, height, &style);
}

/* As the window has it: a disc with a plus for what is new, a minus for what was dropped, and an equals sign. */
static void
draw_sign (Ris3MapPageDrawing *self, Ris3Canvas *canvas, Ris3Difference difference, double x, double y)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  double radius = RIS3_MAP_PAGE_SIGN * self->layout->font_size - self->line;
  double length = SIGN_LENGTH * radius, thickness = SIGN_THICKNESS * radius;
  Ris3CanvasStyle outline = { .is_filled = TRUE, .fill = palette->halo };
  Ris3CanvasStyle disc = { .is_filled = TRUE, .fill = palette->highlight };

  canvas->draw_circle (canvas, x, y, radius + self->line, &outline);
  canvas->draw_circle (canvas, x, y, radius, &disc);
  if (difference == RIS3_DIFFERENCE_KEPT)
    {
      draw_bar_of_sign (canvas, x, y - thickness, length, thickness);
      draw_bar_of_sign (canvas, x, y + thickness, length, thickness);
      return;
    }
  draw_bar_of_sign (canvas, x, y, length, thickness);
  if (difference == RIS3_DIFFERENCE_NEW)
    draw_bar_of_sign (canvas, x, y, thickness, length);
}

/* What is new and what was dropped, on a map or an inset of it: not where the area is too small to show a sign. */
static void
draw_signs (Ris3MapPageDrawing *self,
            Ris3Canvas *canvas,
            Ris3Boundaries *boundaries,
            const Ris3Frame *frame,
            int x,
            int y)
{
  GArray *regions = ris3_comparison_get_regions (self->page->comparison);
  double radius = RIS3_MAP_PAGE_SIGN * self->layout->font_size;

  canvas->begin_clip (canvas, x, y, frame->width, frame->height);
  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3ComparedRegion *compared = &g_array_index (regions, Ris3ComparedRegion, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, compared->region);
      double left = (region->inside.x - frame->x) * frame->scale, top = (region->inside.y - frame->y) * frame->scale;

      if ((compared->difference == RIS3_DIFFERENCE_NEW || compared->difference == RIS3_DIFFERENCE_DROPPED) && left >= 0
          && top >= 0 && left < frame->width && top < frame->height
          && MAX (region->box.x1 - region->box.x0, region->box.y1 - region->box.y0) * frame->scale >= radius)
        draw_sign (self, canvas, compared->difference, x + left, y + top);
    }
  canvas->end_clip (canvas);
}

static void
draw_key (Ris3MapPageDrawing *self, Ris3Canvas *canvas, const Ris3MapPageKey *key)
{
  double font = self->layout->font_size, radius = RIS3_MAP_PAGE_SYMBOL * font;
  double middle = key->x + radius, end = key->x + 2 * radius + 0.9 * font;
  Ris3CanvasStyle style = { .line = self->line, .line_colour = RIS3_MAP_PAGE_INK, .line_alpha = 1 };
  static const guint32 starts[] = { 0, 3 };

  for (guint i = 0; i < key->n_rows; i++)
    {
      const Ris3SymbolKeyRow *row = &key->rows[i];
      double top = key->y + row->top, label = key->y + row->label + 0.7 * font;
      Ris3Point points[] = { { middle, top }, { end - KEY_GAP * font, label }, { end, label } };
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
draw_bar (Ris3MapPageDrawing *self, Ris3Canvas *canvas, const Ris3MapPageBar *bar, int dx, int dy)
{
  double tick = 3 * self->line;
  double left = bar->x + dx, right = left + bar->width, y = bar->y + dy;
  Ris3Point points[] = { { left, y - tick }, { left, y }, { right, y }, { right, y - tick } };
  static const guint32 starts[] = { 0, 4 };
  Ris3CanvasPath path = { .points = points, .starts = starts, .n_lines = 1 };
  Ris3CanvasStyle edge = { .line = 4 * self->line, .line_colour = 0xffffff, .line_alpha = 0.8 };
  Ris3CanvasStyle style = { .line = 1.3 * self->line, .line_colour = RIS3_MAP_PAGE_INK, .line_alpha = 1 };

  canvas->draw_path (canvas, &path, &edge);
  canvas->draw_path (canvas, &path, &style);
}

/* The number is one of the texts of the map. */
static void
draw_pins (Ris3MapPageDrawing *self, const Map *map, Ris3Canvas *canvas)
{
  static const guint32 starts[] = { 0, 2 };
  g_autofree char *id = g_strconcat (_ris3_map_page_get_prefix (map->number), "notes", NULL);

  if (self->layout->pins->len == 0)
    return;
  canvas->begin_group (canvas, id, NULL);
  for (guint i = 0; i < self->layout->pins->len; i++)
    {
      const Ris3MapPagePin *pin = &g_array_index (self->layout->pins, Ris3MapPagePin, i);
      Ris3Point place = { pin->x + map->dx, pin->y + map->dy }, disc = { pin->disc_x + map->dx, pin->disc_y + map->dy };
      Ris3Point points[] = { place, disc };
      Ris3CanvasPath path = { .points = points, .starts = starts, .n_lines = 1 };
      Ris3CanvasStyle edge = { .line = 3.5 * self->line, .line_colour = 0xffffff, .line_alpha = 0.8 };
      Ris3CanvasStyle line = { .line = 1.5 * self->line, .line_colour = pin->colour, .line_alpha = 1 };
      Ris3CanvasStyle light = { .is_filled = TRUE, .fill = 0xffffff };
      Ris3CanvasStyle dot = { .is_filled = TRUE, .fill = pin->colour };

      canvas->draw_path (canvas, &path, &edge);
      canvas->draw_path (canvas, &path, &line);
      canvas->draw_circle (canvas, place.x, place.y, 3 * self->line, &light);
      canvas->draw_circle (canvas, place.x, place.y, 2 * self->line, &dot);
      canvas->draw_circle (canvas, disc.x, disc.y, pin->radius, &dot);
      canvas->draw_circle (canvas, disc.x, disc.y, pin->radius - MAX (1, 1.5 * self->line), &light);
    }
  canvas->end_group (canvas);
}

static void
draw_swatch (Ris3MapPageDrawing *self, Ris3Canvas *canvas, const Ris3MapPageSwatch *swatch)
{
  Ris3Classification *classification = _ris3_map_page_get_map (self->page, swatch->map);
  Ris3Fill fill = ris3_class_scheme_get_fill (ris3_classification_get_scheme (classification), swatch->klass,
                                              ris3_palette_get (RIS3_PALETTE_LIGHT));
  g_autofree char *id
      = g_strdup_printf ("%sclass-%u-%u", _ris3_map_page_get_prefix (swatch->map), swatch->klass, swatch->marks);
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
draw_text (Ris3Canvas *canvas, GArray *texts, guint i, double halo, int dx, int dy)
{
  const Ris3MapPageText *text = &g_array_index (texts, Ris3MapPageText, i);

  canvas->draw_text (canvas, text->layout, text->x + dx, text->y + dy, text->colour, halo, text->is_right);
}

static gboolean
is_valid (const Ris3MapPage *page)
{
  return page != NULL && page->classification != NULL && page->width >= RIS3_PAGE_MIN_PIXELS
         && page->width <= RIS3_PAGE_MAX_PIXELS && page->height >= RIS3_PAGE_MIN_PIXELS
         && page->height <= RIS3_PAGE_MAX_PIXELS && page->extent.x0 < page->extent.x1
         && page->extent.y0 < page->extent.y1 && (page->compared == NULL) == (page->comparison == NULL);
}

static void
prepare_map (Ris3MapPageDrawing *self, Map *map)
{
  const Ris3MapPageLayout *layout = self->layout;
  Ris3Geodata *geodata = ris3_placement_get_geodata (ris3_classification_get_placement (map->classification));
  const char *prefix = _ris3_map_page_get_prefix (map->number);

  map->plate = _ris3_map_plate_new (map->classification, ris3_geodata_get_boundaries (geodata),
                                    ris3_geodata_get_land (geodata), &self->frame, layout->map_x + map->dx,
                                    layout->map_y + map->dy, layout->line);
  _ris3_map_plate_set_graticule (map->plate, self->page->options != NULL && self->page->options->has_graticule);
  _ris3_map_plate_set_prefix (map->plate, prefix);
  for (guint i = 0; i < layout->insets->len; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, i);
      Ris3MapPlate *plate = _ris3_map_plate_new (map->classification, inset->inset->boundaries, inset->inset->land,
                                                 &inset->frame, inset->x + map->dx, inset->y + map->dy, layout->line);

      _ris3_map_plate_set_prefix (plate, prefix);
      g_ptr_array_add (map->plates, plate);
    }
}

Ris3MapPageDrawing *
_ris3_map_page_drawing_new (const Ris3MapPage *page)
{
  Ris3MapPageDrawing *self;

  g_return_val_if_fail (is_valid (page), NULL);
  self = g_new0 (Ris3MapPageDrawing, 1);
  self->page = page;
  self->layout = _ris3_map_page_layout_new (page);
  self->line = MAX (1, round (self->layout->line));
  self->n_maps = _ris3_map_page_get_n_maps (page);
  if (self->layout->map_width > 0 && self->layout->map_height > 0)
    self->frame = ris3_frame_of_box (&page->extent, (guint) self->layout->map_width, (guint) self->layout->map_height);
  for (guint i = 0; i < self->n_maps; i++)
    {
      Map *map = &self->maps[i];

      map->number = i;
      map->classification = _ris3_map_page_get_map (page, i);
      map->dx = i > 0 ? self->layout->step_x : 0;
      map->dy = i > 0 ? self->layout->step_y : 0;
      map->plates = g_ptr_array_new_with_free_func ((GDestroyNotify) _ris3_map_plate_free);
      if (ris3_classification_shows_symbols (map->classification))
        map->symbols = ris3_symbols_list (map->classification, NULL);
      if (self->frame.width > 0)
        prepare_map (self, map);
    }
  return self;
}

void
_ris3_map_page_drawing_free (Ris3MapPageDrawing *self)
{
  g_return_if_fail (self != NULL);
  _ris3_map_page_layout_free (self->layout);
  for (guint i = 0; i < self->n_maps; i++)
    {
      g_clear_pointer (&self->maps[i].plate, _ris3_map_plate_free);
      g_ptr_array_unref (self->maps[i].plates);
      g_clear_pointer (&self->maps[i].symbols, g_array_unref);
    }
  g_free (self);
}

/* The scale of the map is on the first alone. */
static void
draw_furniture (Ris3MapPageDrawing *self, const Map *map, Ris3Canvas *canvas)
{
  const Ris3MapPageLayout *layout = self->layout;
  guint n_bars = map->number == 0 ? layout->bars->len : layout->insets->len;

  for (guint i = 0; i < n_bars; i++)
    draw_bar (self, canvas, &g_array_index (layout->bars, Ris3MapPageBar, i), map->dx, map->dy);
  draw_pins (self, map, canvas);
  for (guint i = 0; i < layout->map_texts->len; i++)
    if (map->number == 0 || i != layout->bar_text)
      draw_text (canvas, layout->map_texts, i, 2.5 * self->line, map->dx, map->dy);
  draw_frame (self, canvas, layout->map_x + map->dx, layout->map_y + map->dy, (guint) layout->map_width,
              (guint) layout->map_height);
}

/* FALSE: it was stopped */
static gboolean
draw_map (Ris3MapPageDrawing *self, const Map *map, Ris3Canvas *canvas, Ris3MapPageProgress progress, gpointer data)
{
  const Ris3MapPageLayout *layout = self->layout;
  /* The map takes as long as some insets. */
  double n_parts = self->n_maps * (map->plates->len + MAP_PARTS);
  double done = map->number * (map->plates->len + MAP_PARTS) + MAP_PARTS;
  gboolean is_pair = self->n_maps > 1, goes_on;
  g_autofree char *id = g_strconcat (_ris3_map_page_get_prefix (map->number), "map", NULL);
  g_autofree char *title = is_pair ? _ris3_map_page_get_heading (self->page, map->number) : NULL;

  canvas->begin_group (canvas, id, title);
  _ris3_map_plate_draw (map->plate, canvas);
  if (map->symbols != NULL)
    draw_symbols (self, map, canvas);
  if (is_pair)
    draw_signs (self, canvas, ris3_classification_get_boundaries (map->classification), &self->frame,
                layout->map_x + map->dx, layout->map_y + map->dy);
  goes_on = progress == NULL || progress (done / n_parts, data);
  for (guint i = 0; i < map->plates->len && goes_on; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, i);
      int x = inset->x + map->dx, y = inset->y + map->dy;

      _ris3_map_plate_draw (g_ptr_array_index (map->plates, i), canvas);
      if (is_pair)
        draw_signs (self, canvas, inset->inset->boundaries, &inset->frame, x, y);
      draw_frame (self, canvas, x, y, inset->frame.width, inset->frame.height);
      goes_on = progress == NULL || progress ((done + i + 1) / n_parts, data);
    }
  draw_furniture (self, map, canvas);
  canvas->end_group (canvas);
  return goes_on;
}

static void
draw_legend (Ris3MapPageDrawing *self, Ris3Canvas *canvas)
{
  const Ris3MapPageLayout *layout = self->layout;

  for (guint i = 0; i < layout->swatches->len; i++)
    draw_swatch (self, canvas, &g_array_index (layout->swatches, Ris3MapPageSwatch, i));
  for (guint i = 0; i < RIS3_MAP_PAGE_MAX_MAPS; i++)
    draw_key (self, canvas, &layout->keys[i]);
  for (guint i = 0; i < layout->signs->len; i++)
    {
      const Ris3MapPageSign *sign = &g_array_index (layout->signs, Ris3MapPageSign, i);

      draw_sign (self, canvas, sign->difference, sign->x, sign->y);
    }
}

void
_ris3_map_page_drawing_draw (Ris3MapPageDrawing *self, Ris3Canvas *canvas, Ris3MapPageProgress progress, gpointer data)
{
  Ris3CanvasStyle paper = { .is_filled = TRUE, .fill = 0xffffff };

  g_return_if_fail (self != NULL && canvas != NULL);
  canvas->draw_rectangle (canvas, 0, 0, self->page->width, self->page->height, &paper);
  for (guint i = 0; i < self->n_maps; i++)
    if (self->maps[i].plate != NULL && !draw_map (self, &self->maps[i], canvas, progress, data))
      break;
  canvas->begin_group (canvas, "legend", NULL);
  draw_legend (self, canvas);
  canvas->end_group (canvas);
  canvas->begin_group (canvas, "words", NULL);
  for (guint i = 0; i < self->layout->texts->len; i++)
    draw_text (canvas, self->layout->texts, i, 0, 0, 0);
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

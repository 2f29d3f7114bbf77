/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-map-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map/ris3-paint.h"
#include "map/ris3-palette.h"
#include "map/ris3-region-raster.h"
#include "report/ris3-png-text-private.h"
#include "model/ris3-output-file.h"

void
_ris3_map_page_set_colour (cairo_t *cr, guint32 colour, double alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0,
                         alpha);
}

/* The outline is outside: the circle itself has the size that is meant. */
static void
draw_circle (cairo_t *cr, double x, double y, double radius, guint32 colour, double line)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius + line, 0, 2 * G_PI);
  _ris3_map_page_set_colour (cr, palette->symbol_outline, 1);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  _ris3_map_page_set_colour (cr, colour, 1);
  cairo_fill (cr);
}

static void
draw_symbols (const Ris3MapPage *page, const Ris3MapPageLayout *layout, const Ris3Frame *frame, cairo_t *cr)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  g_autoptr (GArray) symbols = ris3_symbols_list (page->classification, NULL);
  guint32 faded = ris3_paint_get_faded (palette->symbol, palette);
  double line = MAX (1, round (layout->font_size / 14));

  cairo_save (cr);
  cairo_rectangle (cr, layout->map_x, layout->map_y, layout->map_width, layout->map_height);
  cairo_clip (cr);
  for (guint i = 0; i < symbols->len; i++)
    {
      const Ris3Symbol *symbol = &g_array_index (symbols, Ris3Symbol, i);
      double x, y, size;

      if (ris3_symbol_place (symbol, frame, RIS3_MAP_PAGE_SYMBOL * layout->font_size, &x, &y, &size))
        draw_circle (cr, layout->map_x + x, layout->map_y + y, size, symbol->matches ? palette->symbol : faded, line);
    }
  cairo_restore (cr);
}

static void
draw_key (const Ris3MapPageLayout *layout, cairo_t *cr)
{
  double radius = RIS3_MAP_PAGE_SYMBOL * layout->font_size, line = MAX (1, round (layout->font_size / 14));
  double middle = layout->key_x + radius, end = layout->key_x + 2 * radius + 0.9 * layout->font_size;

  for (guint i = 0; i < layout->n_key; i++)
    {
      const Ris3SymbolKeyRow *row = &layout->key[i];
      double top = layout->key_y + row->top, label = layout->key_y + row->label + 0.7 * layout->font_size;

      draw_circle (cr, middle, top + row->radius, row->radius, ris3_palette_get (RIS3_PALETTE_LIGHT)->symbol, line);
      cairo_move_to (cr, middle, top);
      cairo_line_to (cr, end - 0.4 * layout->font_size, label);
      cairo_line_to (cr, end, label);
      _ris3_map_page_set_colour (cr, RIS3_MAP_PAGE_INK, 1);
      cairo_set_line_width (cr, line);
      cairo_stroke (cr);
    }
}

static void
draw_map (const Ris3MapPage *page, const Ris3MapPageLayout *layout, cairo_t *cr)
{
  g_autoptr (cairo_surface_t) picture
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, layout->map_width, layout->map_height);
  Ris3Frame frame = ris3_frame_of_box (&page->extent, layout->map_width, layout->map_height);
  Ris3Geodata *geodata = ris3_placement_get_geodata (ris3_classification_get_placement (page->classification));
  Ris3Shapes *land = ris3_geodata_get_land (geodata);
  g_autoptr (Ris3Paint) paint
      = ris3_paint_new (page->classification, land, ris3_palette_get (RIS3_PALETTE_LIGHT), layout->scale_factor);
  double line = MAX (1, round (layout->font_size / 14));

  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    {
      g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (ris3_geodata_get_boundaries (geodata), land);

      ris3_region_raster_fill (raster, &frame);
      cairo_surface_flush (picture);
      ris3_region_raster_shade (raster, paint, (guint32 *) (void *) cairo_image_surface_get_data (picture),
                                cairo_image_surface_get_stride (picture));
      cairo_surface_mark_dirty (picture);
    }
  cairo_set_source_surface (cr, picture, layout->map_x, layout->map_y);
  cairo_rectangle (cr, layout->map_x, layout->map_y, layout->map_width, layout->map_height);
  cairo_fill (cr);
  if (ris3_classification_shows_symbols (page->classification))
    draw_symbols (page, layout, &frame, cr);
  _ris3_map_page_draw_furniture (layout, paint, cr);

  cairo_rectangle (cr, layout->map_x + line / 2, layout->map_y + line / 2, layout->map_width - line,
                   layout->map_height - line);
  _ris3_map_page_set_colour (cr, RIS3_MAP_PAGE_FRAME, 1);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_swatch (const Ris3MapPage *page, const Ris3MapPageSwatch *swatch, const Ris3MapPageLayout *layout, cairo_t *cr)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  Ris3Fill fill
      = ris3_class_scheme_get_fill (ris3_classification_get_scheme (page->classification), swatch->klass, palette);
  guint size = ris3_paint_get_tile_size (layout->scale_factor);
  g_autoptr (cairo_surface_t) tile = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  g_autoptr (cairo_pattern_t) pattern = NULL;
  cairo_matrix_t matrix;
  double line = MAX (1, round (layout->font_size / 14));

  /* Rows of a tile are whole multiples of 32 bytes: Cairo adds nothing to them. */
  cairo_surface_flush (tile);
  ris3_paint_make_tile (fill, palette->disputed, swatch->marks, layout->scale_factor,
                        (guint32 *) (void *) cairo_image_surface_get_data (tile));
  cairo_surface_mark_dirty (tile);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_init_translate (&matrix, -swatch->x, -swatch->y);
  cairo_pattern_set_matrix (pattern, &matrix);

  cairo_rectangle (cr, swatch->x, swatch->y, swatch->width, swatch->height);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  /* The palest classes would vanish on white. */
  cairo_rectangle (cr, swatch->x + line / 2, swatch->y + line / 2, swatch->width - line, swatch->height - line);
  _ris3_map_page_set_colour (cr, RIS3_MAP_PAGE_INK, 0.3);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static gboolean
is_valid (const Ris3MapPage *page)
{
  return page != NULL && page->classification != NULL && page->width >= RIS3_MAP_PAGE_MIN_WIDTH
         && page->width <= RIS3_MAP_PAGE_MAX_SIZE && page->height >= RIS3_MAP_PAGE_MIN_HEIGHT
         && page->height <= RIS3_MAP_PAGE_MAX_SIZE && page->extent.x0 < page->extent.x1
         && page->extent.y0 < page->extent.y1;
}

void
ris3_map_page_draw (const Ris3MapPage *page, cairo_t *cr)
{
  g_autoptr (Ris3MapPageLayout) layout = NULL;

  g_return_if_fail (is_valid (page) && cr != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);

  layout = _ris3_map_page_layout_new (page, cr);
  draw_map (page, layout, cr);
  for (guint i = 0; i < layout->swatches->len; i++)
    draw_swatch (page, &g_array_index (layout->swatches, Ris3MapPageSwatch, i), layout, cr);
  draw_key (layout, cr);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const Ris3MapPageText *text = &g_array_index (layout->texts, Ris3MapPageText, i);

      _ris3_map_page_set_colour (cr, text->colour, 1);
      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
  cairo_restore (cr);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
ris3_map_page_write_png (const Ris3MapPage *page,
                         const char *path,
                         const Ris3FileId *inputs,
                         guint n_inputs,
                         GError **error)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (GByteArray) png = NULL;
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autofree char *view = NULL;
  cairo_status_t status;

  g_return_val_if_fail (is_valid (page) && path != NULL, FALSE);

  file = ris3_output_file_begin (path, RIS3_OUTPUT_STREAM | RIS3_OUTPUT_PNG, inputs, n_inputs, error);
  if (file == NULL)
    {
      g_prefix_error_literal (error, _ ("The map was not written: "));
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, page->width, page->height);
  cr = cairo_create (surface);
  ris3_map_page_draw (page, cr);
  png = g_byte_array_new ();
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, png);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The map was not drawn: %s"),
                   cairo_status_to_string (status));
      return FALSE;
    }
  view = ris3_view_to_text (ris3_classification_get_view (page->classification));
  _ris3_png_add_text (png, RIS3_MAP_PAGE_VIEW_KEY, view);
  if (!ris3_output_file_write (file, png->data, png->len, error) || !ris3_output_file_commit (file, error))
    {
      g_prefix_error_literal (error, _ ("The map was not written: "));
      return FALSE;
    }
  return TRUE;
}

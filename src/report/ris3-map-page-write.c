/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/ris3-map-page-private.h"
#include "report/ris3-page-pdf-private.h"
#include "report/ris3-page-png-private.h"

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH 25.4
/* Rows that are drawn at once, a multiple of the hatching's tiles: the widest page has 20 MB of them. */
#define BAND 256
/* Rows that are drawn above and below a band and not kept: near the edge of what is drawn, Cairo 1.18 leaves out the
 * tops of letters. */
#define SPARE 16

/* How much of a drawing or a document is done when all is drawn. */
#define DRAWN 0.9

/* A page that is being written. */
typedef struct
{
  const Ris3MapPage *page;
  Ris3OutputFile *file;
  double dpi;
  char *title;
  char *description;
  char *view;
  char *options; /* NULL: none */
  Ris3MapPageProgress progress;
  gpointer data;
  /* of pixels */
  Ris3MapPageDrawing *drawing;
  cairo_surface_t *band;
} Writing;

static gboolean
go_on (Writing *writing, double done, GError **error)
{
  if (writing->progress == NULL || writing->progress (done, writing->data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was stopped."));
  return FALSE;
}

/* To put the parts into the file is left then. */
static gboolean
on_part (double done, gpointer data)
{
  Writing *writing = data;

  return writing->progress == NULL || writing->progress (done * DRAWN, writing->data);
}

static gboolean
fail_drawing (cairo_status_t status, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("It was not drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static const guint8 *
draw_rows (guint first, guint *n_rows, gsize *stride, gpointer data, GError **error)
{
  Writing *writing = data;
  g_autoptr (cairo_t) cr = NULL;
  Ris3Canvas *canvas;

  *n_rows = MIN (BAND, writing->page->height - first);
  if (!go_on (writing, (double) first / writing->page->height, error))
    return NULL;
  cr = cairo_create (writing->band);
  cairo_translate (cr, 0, SPARE - (double) first);
  cairo_rectangle (cr, 0, (double) first - SPARE, writing->page->width, *n_rows + 2 * SPARE);
  cairo_clip (cr);
  canvas = _ris3_canvas_cairo_new (cr, TRUE);
  _ris3_map_page_drawing_draw (writing->drawing, canvas, NULL, NULL);
  _ris3_canvas_cairo_free (canvas);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      fail_drawing (cairo_status (cr), error);
      return NULL;
    }
  cairo_surface_flush (writing->band);
  *stride = (gsize) cairo_image_surface_get_stride (writing->band);
  return cairo_image_surface_get_data (writing->band) + SPARE * *stride;
}

static gboolean
write_png (Writing *writing, GError **error)
{
  const Ris3PagePngText texts[] = {
    { "Title", writing->title },
    { "Description", writing->description },
    { "Software", "RIS3 Atlas " RIS3_VERSION },
    { RIS3_MAP_PAGE_VIEW_KEY, writing->view },
    { RIS3_MAP_PAGE_OPTIONS_KEY, writing->options },
    { RIS3_MAP_PAGE_ATLAS_KEY, writing->page->state },
  };

  writing->drawing = _ris3_map_page_drawing_new (writing->page);
  writing->band = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) writing->page->width,
                                              (int) MIN (BAND, writing->page->height) + 2 * SPARE);
  if (cairo_surface_status (writing->band) != CAIRO_STATUS_SUCCESS)
    return fail_drawing (cairo_surface_status (writing->band), error);
  return _ris3_page_png_write (writing->file, writing->page->width, writing->page->height, writing->dpi, texts,
                               G_N_ELEMENTS (texts), draw_rows, writing, error);
}

/* What it is made of: view, options and state of the atlas, a line each. (transfer full) */
static char *
join_recipe (Writing *writing)
{
  return g_strjoin ("\n", writing->view, writing->options != NULL ? writing->options : "", writing->page->state, NULL);
}

static gboolean
write_svg (Writing *writing, GError **error)
{
  g_autofree char *language = _ris3_page_dup_language ();
  g_autofree char *recipe = join_recipe (writing);
  const Ris3CanvasSvgHead head = { .width = writing->page->width,
                                   .height = writing->page->height,
                                   .millimetres_wide = writing->page->width / writing->dpi * MM_PER_INCH,
                                   .millimetres_high = writing->page->height / writing->dpi * MM_PER_INCH,
                                   .title = writing->title,
                                   .description = writing->description,
                                   .language = language,
                                   .recipe = recipe };
  Ris3Canvas *canvas = _ris3_canvas_svg_new (&head);
  g_autoptr (GString) text = NULL;

  writing->drawing = _ris3_map_page_drawing_new (writing->page);
  _ris3_map_page_drawing_draw (writing->drawing, canvas, on_part, writing);
  text = _ris3_canvas_svg_end (canvas);
  return go_on (writing, 1, error) && ris3_output_file_write (writing->file, text->str, text->len, error);
}

static gboolean
write_pdf (Writing *writing, GError **error)
{
  double scale = POINTS_PER_INCH / writing->dpi;
  g_autofree char *recipe = join_recipe (writing);
  g_autoptr (Ris3PagePdf) pdf = _ris3_page_pdf_new (writing->page->width * scale, writing->page->height * scale,
                                                    writing->title, writing->description, recipe);
  cairo_t *cr = _ris3_page_pdf_get_cairo (pdf);
  Ris3Canvas *canvas = _ris3_canvas_cairo_new (cr, FALSE);

  cairo_scale (cr, scale, scale);
  writing->drawing = _ris3_map_page_drawing_new (writing->page);
  _ris3_map_page_drawing_draw (writing->drawing, canvas, on_part, writing);
  _ris3_canvas_cairo_free (canvas);
  cairo_show_page (cr);
  return go_on (writing, 1, error) && _ris3_page_pdf_write (pdf, writing->file, error);
}

static void
clear_writing (Writing *writing)
{
  g_clear_pointer (&writing->drawing, _ris3_map_page_drawing_free);
  g_clear_pointer (&writing->band, cairo_surface_destroy);
  g_free (writing->title);
  g_free (writing->description);
  g_free (writing->view);
  g_free (writing->options);
}

gboolean
ris3_map_page_write (const Ris3MapPage *page,
                     Ris3PageFormat format,
                     const char *path,
                     const Ris3FileId *inputs,
                     guint n_inputs,
                     Ris3MapPageProgress progress,
                     gpointer data,
                     GError **error)
{
  static const Ris3OutputFlags kinds[] = { [RIS3_PAGE_FORMAT_PNG] = RIS3_OUTPUT_PNG,
                                           [RIS3_PAGE_FORMAT_SVG] = RIS3_OUTPUT_SVG,
                                           [RIS3_PAGE_FORMAT_PDF] = RIS3_OUTPUT_PDF };
  static gboolean (*const functions[]) (Writing *, GError **)
      = { [RIS3_PAGE_FORMAT_PNG] = write_png, [RIS3_PAGE_FORMAT_SVG] = write_svg, [RIS3_PAGE_FORMAT_PDF] = write_pdf };
  g_autoptr (Ris3OutputFile) file = NULL;
  Writing writing = { .page = page, .progress = progress, .data = data };
  gboolean is_written;

  g_return_val_if_fail (page != NULL && path != NULL && format < RIS3_N_PAGE_FORMATS, FALSE);
  file = ris3_output_file_begin (path, RIS3_OUTPUT_STREAM | kinds[format], inputs, n_inputs, error);
  if (file == NULL)
    {
      g_prefix_error_literal (error, _ ("The map was not written: "));
      return FALSE;
    }
  writing.file = file;
  writing.dpi = _ris3_map_page_get_dpi (page);
  writing.title = _ris3_map_page_get_title (page);
  writing.description = ris3_map_page_describe (page);
  writing.view = ris3_view_to_text (ris3_classification_get_view (page->classification));
  writing.options = page->options != NULL ? ris3_page_options_to_text (page->options) : NULL;
  is_written = functions[format](&writing, error) && ris3_output_file_commit (file, error);
  clear_writing (&writing);
  if (!is_written)
    g_prefix_error_literal (error, _ ("The map was not written: "));
  return is_written;
}

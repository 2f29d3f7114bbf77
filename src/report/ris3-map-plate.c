/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "report/ris3-map-plate-private.h"

/* The longest tile of the paint, in pixels: parts of a picture begin on a multiple of it, so that its hatching goes on.
 */
#define TILE 64

/* How far a line may be from where it is, in pixels of a screen: that is less than the eye sees. */
#define TOLERANCE 0.3

Ris3MapPlate *
_ris3_map_plate_new (Ris3Classification *classification,
                     Ris3Boundaries *boundaries,
                     Ris3Shapes *land,
                     const Ris3Frame *frame,
                     int x,
                     int y,
                     double line)
{
  Ris3MapPlate *self;

  g_return_val_if_fail (classification != NULL && boundaries != NULL && frame != NULL && line > 0, NULL);
  self = g_new0 (Ris3MapPlate, 1);
  self->classification = classification;
  self->boundaries = boundaries;
  self->land = land;
  self->frame = *frame;
  self->x = x;
  self->y = y;
  self->line = line;
  self->prefix = "";
  return self;
}

void
_ris3_map_plate_set_graticule (Ris3MapPlate *self, gboolean has_graticule)
{
  self->has_graticule = has_graticule;
}

void
_ris3_map_plate_set_prefix (Ris3MapPlate *self, const char *prefix)
{
  self->prefix = prefix;
}

void
_ris3_map_plate_free (Ris3MapPlate *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->raster, ris3_region_raster_free);
  g_clear_pointer (&self->paint, ris3_paint_unref);
  g_clear_pointer (&self->outline, _ris3_map_outline_free);
  g_free (self);
}

void
_ris3_map_plate_move (Ris3MapPlate *self, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      g_array_index (points, Ris3Point, i).x += self->x;
      g_array_index (points, Ris3Point, i).y += self->y;
    }
}

Ris3MapOutline *
_ris3_map_plate_get_outline (Ris3MapPlate *self)
{
  if (self->outline == NULL)
    {
      self->outline = _ris3_map_outline_new (self->classification, self->boundaries, &self->frame,
                                             TOLERANCE * MAX (1, self->line));
      _ris3_map_plate_move (self, self->outline->points);
      _ris3_map_plate_move (self, self->outline->line_points);
    }
  return self->outline;
}

/* The rows of the target that are drawn now, of those from top to bottom. */
static gboolean
find_rows (cairo_t *cr, int origin, int top, int bottom, int *first, int *end)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  *first = MAX (top, origin + (int) floor (y0));
  *end = MIN (bottom, origin + (int) ceil (y1));
  if (*first >= *end)
    return FALSE;
  *first = top + (*first - top) / TILE * TILE;
  /* A border is drawn if the row below is known. */
  *end = MIN (bottom, *end + 1);
  return TRUE;
}

/* On pixels, the map is made of pixels: that is quicker by far than paths, and no seam shows between areas. */
static void
draw_pixels (Ris3MapPlate *self, cairo_t *cr)
{
  g_autoptr (cairo_surface_t) picture = NULL;
  cairo_matrix_t matrix;
  double scale;
  int left, right, top, bottom, first, end;

  cairo_get_matrix (cr, &matrix);
  scale = matrix.xx;
  left = (int) lround (self->x * scale);
  top = (int) lround (self->y * scale);
  right = (int) lround ((self->x + (double) self->frame.width) * scale);
  bottom = (int) lround ((self->y + (double) self->frame.height) * scale);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_translate (cr, round (matrix.x0), round (matrix.y0));
  if (right > left && find_rows (cr, 0, top, bottom, &first, &end))
    {
      picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, right - left, end - first);
      self->filled = (Ris3Frame){ .x = self->frame.x,
                                  .y = self->frame.y + (first - top) / (self->frame.scale * scale),
                                  .scale = self->frame.scale * scale,
                                  .width = (guint) (right - left),
                                  .height = (guint) (end - first) };
    }
  if (picture != NULL && cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    {
      guint scale_factor = _ris3_map_page_get_scale_factor (self->line * scale);

      if (self->raster == NULL)
        {
          self->raster = ris3_region_raster_new (self->boundaries, self->land);
          self->paint
              = ris3_paint_new (self->classification, self->land, ris3_palette_get (RIS3_PALETTE_LIGHT), scale_factor);
        }
      ris3_region_raster_fill (self->raster, &self->filled);
      cairo_surface_flush (picture);
      ris3_region_raster_shade (self->raster, self->paint, (guint32 *) (void *) cairo_image_surface_get_data (picture),
                                (gsize) cairo_image_surface_get_stride (picture));
      cairo_surface_mark_dirty (picture);
      cairo_set_source_surface (cr, picture, left, first);
      cairo_rectangle (cr, left, first, right - left, end - first);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

void
_ris3_map_plate_draw (Ris3MapPlate *self, Ris3Canvas *canvas)
{
  g_return_if_fail (self != NULL && canvas != NULL);
  canvas->begin_clip (canvas, self->x, self->y, self->frame.width, self->frame.height);
  if (canvas->pixels != NULL)
    {
      draw_pixels (self, canvas->pixels);
      _ris3_map_plate_draw_graticule (self, canvas);
      _ris3_map_plate_draw_countries (self, canvas);
    }
  else
    _ris3_map_plate_draw_areas (self, canvas);
  canvas->end_clip (canvas);
}

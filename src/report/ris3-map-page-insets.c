/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What lies on the map of a page: the outermost regions, and the scale bar; each where it covers no region. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map/ris3-region-raster.h"
#include "report/ris3-map-page-private.h"

/* A cell of the insets: its widest, as a share of the map; its narrowest, times the font size; its height. */
#define WIDEST 0.17
#define NARROWEST 6.0
#define CELL_HEIGHT 0.68
#define STEP 0.93
/* Beside the map: its narrowest, times the font size; its flattest, times its width. */
#define BESIDE_NARROWEST 8.0
#define BESIDE_FLATTEST 0.5
/* The scale bar is at most so wide, as a share of what it belongs to. */
#define MAP_BAR 0.22
#define INSET_BAR 0.42
/* The mean radius of the earth (IUGG 1980), in metres. */
#define EARTH 6371008.8

gboolean
_ris3_map_page_places_meet (const Ris3MapPagePlace *a, const Ris3MapPagePlace *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
meets_any (const Ris3MapPagePlace *place, GArray *obstacles)
{
  for (guint i = 0; i < obstacles->len; i++)
    if (_ris3_map_page_places_meet (place, &g_array_index (obstacles, Ris3MapPagePlace, i)))
      return TRUE;
  return FALSE;
}

/* The rings of the regions that the map shows in their place, on the page. */
static GArray *
list_obstacles (Ris3MapPageLayout *self, const Ris3MapPage *page)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  Ris3Frame frame = ris3_frame_of_box (&page->extent, self->map_width, self->map_height);
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (Ris3MapPagePlace));

  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      if (ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf))->is_overseas)
        continue;
      for (guint ring = shapes->shape_rings[leaf]; ring < shapes->shape_rings[leaf + 1]; ring++)
        {
          const Ris3Box *box = &shapes->ring_boxes[ring];
          Ris3MapPagePlace place
              = { self->map_x + (box->x0 - frame.x) * frame.scale, self->map_y + (box->y0 - frame.y) * frame.scale,
                  (box->x1 - box->x0) * frame.scale, (box->y1 - box->y0) * frame.scale };

          g_array_append_val (obstacles, place);
        }
    }
  return obstacles;
}

/* One of the corners of the map: 0 the upper right one, 1 the upper left, 2 the lower left, 3 the lower right one. */
static Ris3MapPagePlace
put_in_corner (const Ris3MapPageLayout *self, guint corner, double width, double height)
{
  double margin = round (0.6 * self->font_size);
  gboolean is_right = corner == 0 || corner == 3, is_upper = corner < 2;

  return (Ris3MapPagePlace){ is_right ? self->map_x + self->map_width - margin - width : self->map_x + margin,
                             is_upper ? self->map_y + margin : self->map_y + self->map_height - margin - height, width,
                             height };
}

static double
measure_distance (Ris3Plane *plane, Ris3Point a, Ris3Point b)
{
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0, half;

  if (!ris3_plane_unproject (plane, a, &x0, &y0) || !ris3_plane_unproject (plane, b, &x1, &y1))
    return NAN;
  x0 *= G_PI / 180;
  x1 *= G_PI / 180;
  y0 *= G_PI / 180;
  y1 *= G_PI / 180;
  half = pow (sin ((y1 - y0) / 2), 2) + cos (y0) * cos (y1) * pow (sin ((x1 - x0) / 2), 2);
  return 2 * EARTH * asin (sqrt (half));
}

/* How many metres a pixel in the middle of a picture is on the ground, to the east. */
static double
measure_pixel (Ris3Plane *plane, const Ris3Frame *frame)
{
  Ris3Point middle = { frame->x + frame->width / 2.0 / frame->scale, frame->y + frame->height / 2.0 / frame->scale };
  double half = frame->width / 20.0 / frame->scale;

  return measure_distance (plane, (Ris3Point){ middle.x - half, middle.y }, (Ris3Point){ middle.x + half, middle.y })
         / (frame->width / 10.0);
}

/* The longest of 1, 2, 5, 10, 20 … metres that is not longer than that. */
static double
round_down (double metres)
{
  double power = pow (10, floor (log10 (metres)));
  double digit = metres / power;

  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

static char *
describe_length (double metres)
{
  if (metres < 1000)
    /* Translators: the length of a scale bar, in metres. */
    return g_strdup_printf (C_ ("length", "%.0f m"), metres);
  /* Translators: the length of a scale bar, in kilometres. */
  return g_strdup_printf (C_ ("length", "%'.0f km"), metres / 1000);
}

/* Puts a scale bar with its right end at (right, bottom), the text above it; returns its place. */
static Ris3MapPagePlace
add_bar (Ris3MapPageLayout *self, PangoContext *context, double pixel, double width, double right, double bottom)
{
  double length = round_down (pixel * width);
  Ris3MapPageBar bar = { .width = length / pixel };
  g_autofree char *words = describe_length (length);
  const Ris3MapPageText *text = _ris3_map_page_layout_add_map_text (self, context, words, FALSE, 0, 0, self->map_width);
  double text_width = text->width, text_height = text->height;
  double wide = MAX (bar.width, text_width);

  bar.x = right - bar.width;
  bar.y = bottom;
  g_array_append_val (self->bars, bar);
  /* Above the middle of the bar, and not beyond its right end. */
  _ris3_map_page_layout_move_map_text (self, MIN (right - (bar.width + text_width) / 2, right - text_width),
                                       bottom - 0.3 * self->font_size - text_height);
  return (Ris3MapPagePlace){ right - wide, bottom - 0.3 * self->font_size - text_height, wide,
                             text_height + 0.5 * self->font_size };
}

static void
add_inset (Ris3MapPageLayout *self,
           const Ris3MapPage *page,
           PangoContext *context,
           guint index,
           const Ris3MapPagePlace *cell)
{
  const Ris3MapInset *inset = g_ptr_array_index (page->insets, index);
  const char *name = ris3_region_get_shown_name (ris3_boundaries_get_region (inset->boundaries, inset->region));
  double pad = round (0.35 * self->font_size);
  Ris3MapPageInset place = { .inset = inset, .x = (int) cell->x, .y = (int) cell->y };
  const Ris3MapPageText *label = _ris3_map_page_layout_add_map_text (self, context, name, TRUE, place.x + pad,
                                                                     place.y + 0.6 * pad, cell->width - 2 * pad);
  double top = 0.6 * pad + label->height, bottom = label->height + 0.9 * self->font_size;

  /* The region lies between its name and its scale. */
  place.frame
      = ris3_frame_of_box (&inset->extent, (guint) cell->width, (guint) MAX (8, cell->height - top - 0.5 * bottom));
  place.frame.height = (guint) cell->height;
  place.frame.y -= top / place.frame.scale;
  g_array_append_val (self->insets, place);
  add_bar (self, context, measure_pixel (ris3_boundaries_get_plane (inset->boundaries), &place.frame),
           INSET_BAR * cell->width, place.x + cell->width - pad, place.y + cell->height - pad);
}

/* Beside the map, where they cover nothing at all, two in a row. FALSE: there is no room. */
static gboolean
place_beside (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context)
{
  double gap = round (0.4 * self->font_size);
  guint n = page->insets->len, n_rows = (n + 1) / 2;
  double width = floor ((self->free_width - gap) / 2);
  double height = MIN (ceil (CELL_HEIGHT * width), floor ((self->free_height - (n_rows - 1) * gap) / n_rows));

  if (width < BESIDE_NARROWEST * self->font_size || height < BESIDE_FLATTEST * width)
    return FALSE;
  for (guint i = 0; i < n; i++)
    add_inset (self, page, context, i,
               &(Ris3MapPagePlace){ self->free_x + (i % 2) * (width + gap),
                                    self->free_y + self->free_height - (n_rows - i / 2) * (height + gap) + gap, width,
                                    height });
  return TRUE;
}

/* As large as they can be without covering anything. like: only as there; NULL: anywhere. FALSE: there is no room. */
static gboolean
place_insets (Ris3MapPageLayout *self,
              const Ris3MapPage *page,
              PangoContext *context,
              GArray *obstacles,
              const Ris3MapPageLayout *like)
{
  static const guint columns[] = { 2, 1, 4, 3, 8 };
  double gap = round (0.4 * self->font_size);
  guint n = page->insets->len;

  for (double width = floor (MAX (WIDEST * self->map_width, NARROWEST * self->font_size + 1));
       width >= NARROWEST * self->font_size; width = floor (STEP * width))
    for (guint corner = 0; corner < 4; corner++)
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          guint n_columns = MIN (columns[i], n), n_rows = (n + n_columns - 1) / n_columns;
          double height = ceil (CELL_HEIGHT * width);
          Ris3MapPagePlace block = put_in_corner (self, corner, n_columns * width + (n_columns - 1) * gap,
                                                  n_rows * height + (n_rows - 1) * gap);

          if (like != NULL && (corner != like->inset_corner || n_columns != like->inset_columns))
            continue;
          if (block.x < self->map_x || block.y < self->map_y || block.width > self->map_width - 2 * gap
              || block.height > self->map_height - 2 * gap || meets_any (&block, obstacles))
            continue;
          for (guint j = 0; j < n; j++)
            add_inset (self, page, context, j,
                       &(Ris3MapPagePlace){ floor (block.x) + (j % n_columns) * (width + gap),
                                            floor (block.y) + (j / n_columns) * (height + gap), width, height });
          self->inset_corner = corner;
          self->inset_columns = n_columns;
          g_array_append_val (obstacles, block);
          return TRUE;
        }
  return FALSE;
}

static void
place_bar (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context, GArray *obstacles)
{
  static const guint corners[] = { 3, 2, 0, 1 };
  Ris3Frame frame = ris3_frame_of_box (&page->extent, self->map_width, self->map_height);
  double pixel
      = measure_pixel (ris3_boundaries_get_plane (ris3_classification_get_boundaries (page->classification)), &frame);
  double width = MAP_BAR * self->map_width, height = 2 * self->font_size;
  Ris3MapPagePlace best = put_in_corner (self, corners[0], width, height);

  self->bar_text = G_MAXUINT;
  if (!isfinite (pixel) || pixel <= 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      Ris3MapPagePlace place = put_in_corner (self, corners[i], width, height);

      if (meets_any (&place, obstacles))
        continue;
      best = place;
      break;
    }
  self->bar_text = self->map_texts->len;
  add_bar (self, context, pixel, width, best.x + best.width, best.y + best.height);
}

static gboolean
place_all (Ris3MapPageLayout *self,
           const Ris3MapPage *page,
           PangoContext *context,
           GArray *obstacles,
           const Ris3MapPageLayout *like)
{
  if (like != NULL && like->inset_columns > 0 && place_insets (self, page, context, obstacles, like))
    return TRUE;
  self->is_beside = place_beside (self, page, context);
  return self->is_beside || place_insets (self, page, context, obstacles, NULL);
}

gboolean
_ris3_map_page_layout_furnish (Ris3MapPageLayout *self,
                               const Ris3MapPage *page,
                               PangoContext *context,
                               const Ris3MapPageLayout *like)
{
  g_autoptr (GArray) obstacles = NULL;

  if (self->map_width <= 0 || self->map_height <= 0)
    return FALSE;
  obstacles = list_obstacles (self, page);
  if (page->insets != NULL && page->insets->len > 0 && !place_all (self, page, context, obstacles, like))
    return FALSE;
  place_bar (self, page, context, obstacles);
  _ris3_map_page_layout_add_pins (self, page, context);
  _ris3_map_page_layout_add_names (self, page, context);
  return TRUE;
}

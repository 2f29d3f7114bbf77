/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-locator-map-private.h"

#include <math.h>

#include "map/ris3-extent.h"
#include "map/ris3-overseas.h"
#include "report/ris3-map-page-private.h"
#include "report/ris3-sheet-foot-private.h"

#define WIDTH RIS3_SHEET_WIDTH
#define MARGIN RIS3_SHEET_MARGIN
/* Points: the map at the upper right. */
#define MAP_WIDTH 210
#define MAP_HEIGHT 190
#define MAP_GAP 16
/* A thin line of the map, and how much of the surroundings it has, times the longer side of the country. */
#define LINE 0.55
#define AROUND 0.06
/* Of the legend. */
#define SAMPLE_WIDTH 14
#define SAMPLE_HEIGHT 8
#define SAMPLE_GAP 5

struct _Ris3LocatorMap
{
  Ris3Classification *classification;
  GHashTable *plates; /* of guint, a country or an overseas region, to Ris3MapPlate */
};

Ris3LocatorMap *
_ris3_locator_map_new (Ris3Classification *classification)
{
  Ris3LocatorMap *self = g_new0 (Ris3LocatorMap, 1);

  self->classification = ris3_classification_ref (classification);
  self->plates = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) _ris3_map_plate_free);
  return self;
}

void
_ris3_locator_map_free (Ris3LocatorMap *self)
{
  g_return_if_fail (self != NULL);
  g_hash_table_unref (self->plates);
  ris3_classification_unref (self->classification);
  g_free (self);
}

/* The map that a region is shown on: that of its country, or of itself if it lies overseas. */
static Ris3MapPlate *
get_plate (Ris3LocatorMap *self, guint region)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (self->classification);
  Ris3Geodata *geodata = ris3_placement_get_geodata (ris3_classification_get_placement (self->classification));
  guint shown = region;
  Ris3MapPlate *plate;
  Ris3Frame frame;
  Ris3Box box;

  while (!ris3_boundaries_get_region (boundaries, region)->is_overseas
         && ris3_boundaries_get_region (boundaries, shown)->parent >= 0)
    shown = (guint) ris3_boundaries_get_region (boundaries, shown)->parent;
  plate = g_hash_table_lookup (self->plates, GUINT_TO_POINTER (shown));
  if (plate != NULL)
    return plate;
  box = ris3_extent_of_region (boundaries, shown, AROUND);
  if (!isfinite (box.x0) || !(box.x0 < box.x1) || !(box.y0 < box.y1))
    return NULL;
  frame = ris3_frame_of_box (&box, MAP_WIDTH, MAP_HEIGHT);
  plate = _ris3_map_plate_new (self->classification, boundaries, ris3_geodata_get_land (geodata), &frame,
                               (int) (WIDTH - MARGIN - MAP_WIDTH), MARGIN, LINE);
  g_hash_table_insert (self->plates, GUINT_TO_POINTER (shown), plate);
  return plate;
}

gboolean
_ris3_locator_map_keep_room (Ris3LocatorMap *self, guint region, Ris3SheetFlow *flow)
{
  if (get_plate (self, region) == NULL)
    return FALSE;
  _ris3_sheet_flow_keep_clear (flow, MAP_WIDTH + MAP_GAP, MARGIN + MAP_HEIGHT + MAP_GAP / 2.0);
  return TRUE;
}

static void
draw_map (Ris3LocatorMap *self, guint region, cairo_t *cr)
{
  Ris3MapPlate *plate = get_plate (self, region);
  Ris3Canvas *canvas = _ris3_canvas_cairo_new (cr, FALSE);
  Ris3CanvasStyle style = { .line = LINE, .line_colour = RIS3_MAP_PAGE_FRAME, .line_alpha = 1 };

  _ris3_map_plate_draw (plate, canvas);
  _ris3_map_plate_draw_region (plate, canvas, region);
  canvas->draw_rectangle (canvas, (int) (WIDTH - MARGIN - MAP_WIDTH), MARGIN, MAP_WIDTH, MAP_HEIGHT, &style);
  _ris3_canvas_cairo_free (canvas);
}

/* Classes of the map, and its marks, with their samples at their left; of Sample, as they are to be drawn. */
typedef struct
{
  guint klass;
  Ris3Marks marks;
  double y; /* the middle */
} Sample;

static void
add_sample (Ris3SheetFlow *flow, GArray *samples, guint klass, Ris3Marks marks, const char *title)
{
  Sample sample = { .klass = klass, .marks = marks };
  double above = _ris3_sheet_flow_get_y (flow);

  _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, SAMPLE_WIDTH + SAMPLE_GAP, title, NULL);
  sample.y = (above + _ris3_sheet_flow_get_y (flow)) / 2 + 0.5;
  g_array_append_val (samples, sample);
}

GArray *
_ris3_locator_map_add_legend (Ris3LocatorMap *self, Ris3SheetFlow *flow, Ris3LocatorTitle get_title, gpointer data)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (self->classification);
  guint sample_class = ris3_class_scheme_get_sample_class (scheme);
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (Sample));

  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (ris3_classification_lists_class (self->classification, klass))
      add_sample (flow, samples, klass, RIS3_MARK_NONE, get_title (scheme, klass, RIS3_MARK_NONE, data));
  if (ris3_classification_count_disputed (self->classification) > 0)
    add_sample (flow, samples, sample_class, RIS3_MARK_DISPUTED,
                get_title (scheme, sample_class, RIS3_MARK_DISPUTED, data));
  if (ris3_classification_count_inherited (self->classification) > 0)
    add_sample (flow, samples, sample_class, RIS3_MARK_INHERITED,
                get_title (scheme, sample_class, RIS3_MARK_INHERITED, data));
  return samples;
}

static void
draw_legend (Ris3Classification *classification, GArray *samples, cairo_t *cr)
{
  Ris3Canvas *canvas = _ris3_canvas_cairo_new (cr, FALSE);

  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = &g_array_index (samples, Sample, i);
      Ris3Fill fill = ris3_class_scheme_get_fill (ris3_classification_get_scheme (classification), sample->klass,
                                                  ris3_palette_get (RIS3_PALETTE_LIGHT));
      Ris3CanvasStripes stripes[2];
      Ris3CanvasStyle style = { .is_filled = TRUE,
                                .fill = fill.colour,
                                .stripes = stripes,
                                .line = LINE,
                                .line_colour = RIS3_MAP_PAGE_INK,
                                .line_alpha = 0.4 };

      style.n_stripes = _ris3_map_page_make_stripes (classification, fill, sample->marks,
                                                     _ris3_map_page_get_hatch_pixel (LINE), stripes);
      canvas->draw_rectangle (canvas, MARGIN, sample->y - SAMPLE_HEIGHT / 2.0, SAMPLE_WIDTH, SAMPLE_HEIGHT, &style);
    }
  _ris3_canvas_cairo_free (canvas);
}

void
_ris3_locator_map_draw (Ris3LocatorMap *self, guint region, GArray *samples, cairo_t *cr)
{
  draw_map (self, region, cr);
  draw_legend (self->classification, samples, cr);
}

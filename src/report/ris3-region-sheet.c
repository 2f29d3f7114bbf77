/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-region-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map/ris3-extent.h"
#include "map/ris3-overseas.h"
#include "report/ris3-map-page-private.h"
#include "report/ris3-page-pdf-private.h"
#include "report/ris3-region-sheet-private.h"
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

struct _Ris3RegionSheet
{
  Ris3Atlas *atlas;
  Ris3Classification *classification;
  GHashTable *plates; /* of guint, a country or an overseas region, to Ris3MapPlate */
};

Ris3RegionSheet *
ris3_region_sheet_new (Ris3Atlas *atlas, Ris3Classification *classification)
{
  Ris3RegionSheet *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && classification != NULL, NULL);
  self = g_new0 (Ris3RegionSheet, 1);
  self->atlas = g_object_ref (atlas);
  self->classification = ris3_classification_ref (classification);
  self->plates = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) _ris3_map_plate_free);
  return self;
}

void
ris3_region_sheet_free (Ris3RegionSheet *self)
{
  g_return_if_fail (self != NULL);
  g_object_unref (self->atlas);
  ris3_classification_unref (self->classification);
  g_hash_table_unref (self->plates);
  g_free (self);
}

/* The map that a region is shown on: that of its country, or of itself if it lies overseas. */
static Ris3MapPlate *
get_plate (Ris3RegionSheet *self, guint region)
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

static void
draw_map (Ris3MapPlate *plate, guint region, cairo_t *cr)
{
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

  _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, SAMPLE_WIDTH + SAMPLE_GAP, title, NULL);
  sample.y = _ris3_sheet_flow_get_y (flow) - SAMPLE_HEIGHT / 2.0 - 1;
  g_array_append_val (samples, sample);
}

/* (transfer full) */
static GArray *
add_legend (Ris3SheetFlow *flow, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint sample_class = ris3_class_scheme_get_sample_class (scheme);
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (Sample));

  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (ris3_classification_lists_class (classification, klass))
      add_sample (flow, samples, klass, RIS3_MARK_NONE, ris3_class_scheme_get_title (scheme, klass));
  if (ris3_classification_count_disputed (classification) > 0)
    add_sample (flow, samples, sample_class, RIS3_MARK_DISPUTED, _ ("disputed"));
  if (ris3_classification_count_inherited (classification) > 0)
    add_sample (flow, samples, sample_class, RIS3_MARK_INHERITED, _ ("inherited from a wider region"));
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

/* Whose data and boundaries these are, and which of the pages this is. */
static void
draw_foot (Ris3RegionSheet *self, guint page, guint n_pages, cairo_t *cr)
{
  g_autofree char *source = _ris3_sheet_foot_describe_source (self->atlas);
  const char *lines[]
      = { source, ris3_geodata_describe_map_credit (ris3_classification_get_boundaries (self->classification)), NULL };

  _ris3_sheet_foot_draw (lines, page, n_pages, cr);
}

/* Returns how many pages there are. */
static guint
draw_sheet (Ris3RegionSheet *self, const Ris3RegionFacts *facts, cairo_t *cr)
{
  g_autoptr (Ris3SheetFlow) flow = _ris3_sheet_flow_new (MARGIN, MARGIN, WIDTH - 2 * MARGIN, RIS3_SHEET_ROOM);
  Ris3MapPlate *plate = get_plate (self, facts->index);
  g_autoptr (GArray) samples = NULL;
  guint n_pages;

  if (plate != NULL)
    _ris3_sheet_flow_keep_clear (flow, MAP_WIDTH + MAP_GAP, MARGIN + MAP_HEIGHT + MAP_GAP / 2.0);
  _ris3_region_sheet_add_head (flow, facts);
  if (plate != NULL)
    samples = add_legend (flow, self->classification);
  _ris3_sheet_flow_go_below (flow);
  _ris3_region_sheet_add_body (flow, facts);
  n_pages = _ris3_sheet_flow_get_n_pages (flow);
  for (guint page = 0; page < n_pages; page++)
    {
      if (page == 0 && plate != NULL)
        {
          draw_map (plate, facts->index, cr);
          draw_legend (self->classification, samples, cr);
        }
      _ris3_sheet_flow_draw (flow, page, cr);
      draw_foot (self, page, n_pages, cr);
      cairo_show_page (cr);
    }
  return n_pages;
}

static gboolean
write_sheet (Ris3RegionSheet *self, const Ris3RegionFacts *facts, Ris3OutputFile *file, guint *n_pages, GError **error)
{
  g_autoptr (Ris3PagePdf) pdf = _ris3_page_pdf_new (
      WIDTH, RIS3_SHEET_HEIGHT, ris3_region_get_shown_name (facts->region), facts->region->code, NULL);
  guint n = draw_sheet (self, facts, _ris3_page_pdf_get_cairo (pdf));

  if (n_pages != NULL)
    *n_pages = n;
  return _ris3_page_pdf_write (pdf, file, error);
}

gboolean
ris3_region_sheet_write (Ris3RegionSheet *self,
                         guint region,
                         const char *path,
                         const Ris3FileId *inputs,
                         guint n_inputs,
                         guint *n_pages,
                         GError **error)
{
  g_autoptr (Ris3RegionFacts) facts = NULL;
  g_autoptr (Ris3OutputFile) file = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  file = ris3_output_file_begin (path, RIS3_OUTPUT_STREAM | RIS3_OUTPUT_PDF, inputs, n_inputs, error);
  if (file != NULL)
    facts = ris3_region_facts_new (self->atlas, self->classification, region);
  if (file != NULL && write_sheet (self, facts, file, n_pages, error) && ris3_output_file_commit (file, error))
    return TRUE;
  g_prefix_error_literal (error, _ ("The fact sheet was not written: "));
  return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-region-sheet.h"

#include <glib/gi18n-lib.h>

#include "report/ris3-page-pdf-private.h"
#include "report/ris3-region-sheet-private.h"
#include "report/ris3-sheet-foot-private.h"
#include "report/ris3-sheet-maker-private.h"

#define WIDTH RIS3_SHEET_WIDTH
#define MARGIN RIS3_SHEET_MARGIN

static const char *
get_legend_title (Ris3ClassScheme *scheme, guint klass, Ris3Marks mark, gpointer data)
{
  return mark == RIS3_MARK_DISPUTED    ? _ ("disputed")
         : mark == RIS3_MARK_INHERITED ? _ ("inherited from a wider region")
                                       : ris3_class_scheme_get_title (scheme, klass);
}

/* Whose data and boundaries these are, and which of the pages this is. */
static void
draw_foot (Ris3SheetMaker *self, gconstpointer data, guint page, guint n_pages, cairo_t *cr)
{
  g_autofree char *source = _ris3_sheet_foot_describe_source (self->atlas);
  const char *lines[]
      = { source, ris3_geodata_describe_map_credit (ris3_classification_get_boundaries (self->classification)), NULL };

  _ris3_sheet_foot_draw (lines, page, n_pages, cr);
}

/* Returns how many pages there are. */
static guint
draw_sheet (Ris3SheetMaker *self, const Ris3RegionFacts *facts, cairo_t *cr)
{
  g_autoptr (Ris3SheetFlow) flow = _ris3_sheet_flow_new (MARGIN, MARGIN, WIDTH - 2 * MARGIN, RIS3_SHEET_ROOM);
  gboolean has_map = _ris3_locator_map_keep_room (self->map, facts->index, flow);
  g_autoptr (GArray) samples = NULL;

  _ris3_region_sheet_add_head (flow, facts);
  if (has_map)
    samples = _ris3_locator_map_add_legend (self->map, flow, get_legend_title, NULL);
  _ris3_sheet_flow_go_below (flow);
  _ris3_region_sheet_add_body (flow, facts);
  return _ris3_sheet_maker_draw (self, flow, facts->index, samples, draw_foot, NULL, cr);
}

static gboolean
write_sheet (Ris3SheetMaker *self, const Ris3RegionFacts *facts, Ris3OutputFile *file, guint *n_pages, GError **error)
{
  g_autoptr (Ris3PagePdf) pdf = _ris3_page_pdf_new (
      WIDTH, RIS3_SHEET_HEIGHT, ris3_region_get_shown_name (facts->region), facts->region->code, NULL);
  guint n = draw_sheet (self, facts, _ris3_page_pdf_get_cairo (pdf));

  if (n_pages != NULL)
    *n_pages = n;
  return _ris3_page_pdf_write (pdf, file, error);
}

gboolean
ris3_region_sheet_write (Ris3SheetMaker *self,
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

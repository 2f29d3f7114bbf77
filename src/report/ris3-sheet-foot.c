/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-sheet-foot-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-date.h"
#include "report/ris3-sheet-flow-private.h"

#define TOP (RIS3_SHEET_HEIGHT - RIS3_SHEET_FOOT)
/* Points: below the line, and the line itself. */
#define GAP 7
#define LINE 0.55

char *
_ris3_sheet_foot_describe_source (Ris3Atlas *atlas)
{
  g_autofree char *date = ris3_date_to_text (ris3_atlas_get_data_date (atlas));
  const char *title = ris3_atlas_get_title (atlas);

  /* Translators: the title of an atlas, and a date. */
  return g_strdup_printf (_ ("Source: %s; data as of %s"), title[0] != '\0' ? title : "RIS3 Atlas", date);
}

void
_ris3_sheet_foot_draw_numbered (const char *const *lines, const char *number, cairo_t *cr)
{
  const double width = RIS3_SHEET_WIDTH - 2 * RIS3_SHEET_MARGIN;
  g_autoptr (Ris3SheetFlow) flow
      = _ris3_sheet_flow_new (RIS3_SHEET_MARGIN, TOP + GAP, width - RIS3_SHEET_MARGIN, RIS3_SHEET_FOOT);
  g_autoptr (Ris3SheetFlow) right = _ris3_sheet_flow_new (width + GAP, TOP + GAP, RIS3_SHEET_MARGIN, RIS3_SHEET_FOOT);

  for (guint i = 0; lines[i] != NULL; i++)
    _ris3_sheet_flow_add (flow, RIS3_SHEET_SMALL, 0, lines[i], NULL);
  _ris3_sheet_flow_add (right, RIS3_SHEET_SMALL, 0, number, NULL);
  cairo_move_to (cr, RIS3_SHEET_MARGIN, TOP);
  cairo_line_to (cr, RIS3_SHEET_MARGIN + width, TOP);
  cairo_set_source_rgb (cr, 0.73, 0.78, 0.82);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
  _ris3_sheet_flow_draw (flow, 0, cr);
  _ris3_sheet_flow_draw (right, 0, cr);
}

void
_ris3_sheet_foot_draw (const char *const *lines, guint page, guint n_pages, cairo_t *cr)
{
  /* Translators: the number of a page, and of all pages. */
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), page + 1, n_pages);

  _ris3_sheet_foot_draw_numbered (lines, number, cr);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Paragraphs one below the other, over as many pages as they need. Lengths are points (1/72 inch). */
typedef struct _Ris3SheetFlow Ris3SheetFlow;

typedef enum
{
  RIS3_SHEET_TITLE,
  RIS3_SHEET_SUBTITLE,
  RIS3_SHEET_HEADING, /* stays with what follows */
  RIS3_SHEET_STRATEGY,
  RIS3_SHEET_TEXT,
  RIS3_SHEET_PRIORITY, /* text, apart from what is above, that stays with what is said of it */
  RIS3_SHEET_SMALL,
  RIS3_SHEET_ORIGIN, /* small, below a heading: stays with what follows, too */
  RIS3_SHEET_NEXT,   /* the same without a heading of its own */
  RIS3_N_SHEET_STYLES,
} Ris3SheetStyle;

/* The room of each page for paragraphs. */
Ris3SheetFlow *_ris3_sheet_flow_new (double x, double y, double width, double height);
void _ris3_sheet_flow_free (Ris3SheetFlow *self);

/* Down to there, on the first page, lines are shorter by so much: something stands at their right. */
void _ris3_sheet_flow_keep_clear (Ris3SheetFlow *self, double width, double bottom);
/* From here on, nothing is beside what was kept clear. */
void _ris3_sheet_flow_go_below (Ris3SheetFlow *self);
/* Adds a paragraph. indent: points; uri: where it leads, or NULL */
void _ris3_sheet_flow_add (Ris3SheetFlow *self, Ris3SheetStyle style, double indent, const char *text, const char *uri);
/* Adds a paragraph of Pango's markup. */
void _ris3_sheet_flow_add_markup (Ris3SheetFlow *self, Ris3SheetStyle style, double indent, const char *markup);

/* Where the next paragraph begins, but for what is kept clear above it. */
double _ris3_sheet_flow_get_y (Ris3SheetFlow *self);
guint _ris3_sheet_flow_get_n_pages (Ris3SheetFlow *self);
/* Draws what is on a page, 0 to n - 1. */
void _ris3_sheet_flow_draw (Ris3SheetFlow *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3SheetFlow, _ris3_sheet_flow_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Sheets are A4, in points. */
#define RIS3_SHEET_WIDTH 595.276
#define RIS3_SHEET_HEIGHT 841.89
#define RIS3_SHEET_MARGIN 48
/* Of its foot, above which paragraphs end. */
#define RIS3_SHEET_FOOT 54
#define RIS3_SHEET_ROOM (RIS3_SHEET_HEIGHT - RIS3_SHEET_MARGIN - RIS3_SHEET_FOOT - 16)

/* "Source: Atlas of …; data as of 23 November 2026". (transfer full) */
char *_ris3_sheet_foot_describe_source (Ris3Atlas *atlas);
/* Draws what stands below a line at the end of each page: where it comes from, and which page it is.
 *
 * lines: NULL-terminated, at most two; page: 0 to n_pages - 1 */
void _ris3_sheet_foot_draw (const char *const *lines, guint page, guint n_pages, cairo_t *cr);
/* The same where the sheet is not in the language of the program. number: such as "2 of 5" */
void _ris3_sheet_foot_draw_numbered (const char *const *lines, const char *number, cairo_t *cr);

G_END_DECLS

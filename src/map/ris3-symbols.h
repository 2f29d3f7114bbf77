/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-frame.h"

G_BEGIN_DECLS

/* A count as a circle at the inside point of its area, or once at that of the wider region from which areas have it.
 * It has the area of the number: of two numbers, the circle of the one that is n times the other has n times its area.
 */
typedef struct
{
  guint territory;
  double value;
  gboolean matches; /* the filter */
  Ris3Point centre; /* in the plane of the boundaries */
  double size;      /* of the greatest radius: 0 to 1 */
} Ris3Symbol;

/* The size of a number, where the greatest has the size 1. */
double ris3_symbol_get_size (double value, double greatest);

/* The symbols of a classification that shows them, as they are drawn: those that do not match the filter first, and of
 * each kind the largest first, so that no small one is hidden. Nothing and what is not known has none.
 * greatest: (out) (optional) the number of the greatest; 0 without any
 * (transfer full): of Ris3Symbol */
GArray *ris3_symbols_list (Ris3Classification *classification, double *greatest);

/* Round numbers whose circles a legend shows, the greatest first: it is the greatest round one that is there.
 * samples: at least RIS3_SYMBOLS_MAX_SAMPLES of them; returns how many there are */
#define RIS3_SYMBOLS_MAX_SAMPLES 3
guint ris3_symbols_choose_samples (double greatest, double *samples);

/* A circle of a legend, with its number beside it. */
typedef struct
{
  double value;
  double radius;
  double top;   /* of the circle, from the top of all: the circles share their lowest point */
  double label; /* top of the line of text, which a line leads to from the top of the circle */
} Ris3SymbolKeyRow;

/* The circles of a legend, the greatest first; returns how many there are, at most RIS3_SYMBOLS_MAX_SAMPLES. Then lays
 * them out: returns how high all of it is. radius: the greatest on the map; line: height of a line of text */
guint ris3_symbols_list_key (Ris3Classification *classification, double radius, Ris3SymbolKeyRow *rows);
double ris3_symbols_lay_out_key (Ris3SymbolKeyRow *rows, guint n_rows, double line);

/* Where a symbol is on a picture, in pixels. FALSE: it is not on it. radius: the greatest, in pixels */
gboolean
ris3_symbol_place (const Ris3Symbol *self, const Ris3Frame *frame, double radius, double *x, double *y, double *size);

G_END_DECLS

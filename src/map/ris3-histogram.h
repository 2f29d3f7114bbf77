/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-class-scheme.h"

G_BEGIN_DECLS

/* How many of the numbers lie between two of them. */
typedef struct
{
  double from, to; /* from the one to below the other; the last bar includes its end */
  guint count;
  guint most_equal; /* of these, how many are equal, at most: they cannot be divided */
  guint of_class[RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES + 1];
} Ris3HistogramBar;

#define RIS3_HISTOGRAM_MAX_BARS 48

/* Numbers as bars of the same width that lie side by side, from the least number to the greatest: whole numbers one
 * bar each, or as many whole ones a bar as are needed for that; other numbers RIS3_HISTOGRAM_MAX_BARS bars, or one, if
 * they are all equal. The classes of a bar are those of its numbers.
 *
 * sorted: n finite numbers in ascending order; without any there is no bar
 * is_whole: the numbers are whole
 * (transfer full): of Ris3HistogramBar
 */
GArray *ris3_histogram_make (const double *sorted, guint n, gboolean is_whole, Ris3ClassScheme *scheme);

/* The step in which a break is moved: 1 for whole numbers, else a round number of about a two-hundredth of the whole
 * range. */
double ris3_histogram_get_step (const double *sorted, guint n, gboolean is_whole);

G_END_DECLS

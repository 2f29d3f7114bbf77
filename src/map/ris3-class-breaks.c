/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class-breaks.h"

#include <math.h>

/* Jiang (2013): a head that is not a minority is not divided further. */
#define HEAD_SHARE 0.4

guint
ris3_breaks_count_below (const double *sorted, guint n, double limit)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sorted[middle] < limit)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Adds a break that increases and leaves the first and the last class a number. */
static guint
add_break (const double *sorted, guint n, double *breaks, guint n_breaks, double number)
{
  if (number > sorted[0] && number <= sorted[n - 1] && (n_breaks == 0 || number > breaks[n_breaks - 1]))
    breaks[n_breaks++] = number;
  return n_breaks;
}

guint
ris3_breaks_drop_empty (const double *sorted, guint n, double *breaks, guint n_breaks)
{
  guint below = 0, kept = 0;

  for (guint i = 0; i < n_breaks; i++)
    {
      guint here = ris3_breaks_count_below (sorted, n, breaks[i]);

      if (here == below || here == n)
        continue;
      breaks[kept++] = breaks[i];
      below = here;
    }
  return kept;
}

guint
ris3_breaks_equal (const double *sorted, guint n, guint n_classes, double *breaks)
{
  guint n_breaks = 0;

  /* The difference of two finite numbers need not be finite. */
  for (guint i = 1; n > 0 && i < n_classes; i++)
    {
      double share = (double) i / n_classes;

      n_breaks = add_break (sorted, n, breaks, n_breaks, sorted[0] * (1 - share) + sorted[n - 1] * share);
    }
  return n_breaks;
}

guint
ris3_breaks_quantile (const double *sorted, guint n, guint n_classes, double *breaks)
{
  guint n_breaks = 0;

  for (guint i = 1; n > 0 && i < n_classes; i++)
    {
      double rank = (double) (n - 1) * i / n_classes;
      guint low = (guint) floor (rank), high = MIN (low + 1, n - 1);
      double share = rank - low;

      n_breaks = add_break (sorted, n, breaks, n_breaks, sorted[low] * (1 - share) + sorted[high] * share);
    }
  return ris3_breaks_drop_empty (sorted, n, breaks, n_breaks);
}

guint
ris3_breaks_standard_deviation (const double *sorted, guint n, guint n_classes, double *breaks)
{
  double mean = 0, squares = 0, deviation;
  guint n_breaks = 0;

  for (guint i = 0; i < n; i++)
    {
      double former = mean;

      mean += (sorted[i] - mean) / (i + 1);
      squares += (sorted[i] - former) * (sorted[i] - mean);
    }
  deviation = n > 1 ? sqrt (squares / (n - 1)) : 0;
  if (deviation == 0 || !isfinite (deviation))
    return 0;
  for (guint i = 1; i < n_classes; i++)
    n_breaks = add_break (sorted, n, breaks, n_breaks, mean + (i - n_classes / 2.0) * deviation);
  return n_breaks;
}

guint
ris3_breaks_head_tail (const double *sorted, guint n, guint n_classes, double *breaks)
{
  guint first = 0, n_breaks = 0;

  while (n - first > 1 && n_breaks + 1 < n_classes)
    {
      double mean = 0;
      guint head;

      for (guint i = first; i < n; i++)
        mean += (sorted[i] - mean) / (i - first + 1);
      head = ris3_breaks_count_below (sorted, n, nextafter (mean, INFINITY));
      /* All are equal, but for the last digit of the mean. */
      if (head <= first || head >= n)
        break;
      breaks[n_breaks++] = sorted[head - 1] < mean ? mean : sorted[head];
      if (n - head >= HEAD_SHARE * (n - first))
        break;
      first = head;
    }
  return n_breaks;
}

/* The width of a cell of about n cells in a range, as R's pretty() finds it. */
static double
find_pretty_unit (double low, double high, guint n)
{
  static const double multiples[] = { 2, 5, 10 };
  static const double bias = 1.5, bias_of_5 = 0.5 + 1.5 * 1.5;
  double cell = (high - low) / n;
  double base = pow (10, floor (log10 (cell)));
  double unit = base;

  if (multiples[0] * base - cell < bias * (cell - unit))
    {
      unit = multiples[0] * base;
      if (multiples[1] * base - cell < bias_of_5 * (cell - unit))
        {
          unit = multiples[1] * base;
          if (multiples[2] * base - cell < bias * (cell - unit))
            unit = multiples[2] * base;
        }
    }
  return unit;
}

guint
ris3_breaks_pretty (const double *sorted, guint n, guint n_classes, double *breaks)
{
  double all[RIS3_BREAKS_MAX_CLASSES];

  if (n == 0 || sorted[n - 1] - sorted[0] <= 1e-12 * MAX (fabs (sorted[0]), fabs (sorted[n - 1]))
      || !isfinite (sorted[n - 1] - sorted[0]))
    return 0;
  /* Beyond the most classes, fewer are asked for. */
  for (guint asked = n_classes; asked >= 1; asked--)
    {
      double unit = find_pretty_unit (sorted[0], sorted[n - 1], asked);
      double first = floor (sorted[0] / unit + 1e-7), last = ceil (sorted[n - 1] / unit - 1e-7);
      guint n_breaks = 0;

      if (last - first > RIS3_BREAKS_MAX_CLASSES)
        continue;
      /* The greatest number belongs to the last cell. */
      for (double step = first + 1; step < last; step++)
        n_breaks = add_break (sorted, n, all, n_breaks, step * unit);
      if (n_breaks + 1 > RIS3_BREAKS_MAX_CLASSES)
        continue;
      for (guint i = 0; i < n_breaks; i++)
        breaks[i] = all[i];
      return n_breaks;
    }
  return 0;
}

/* Rounds to a number of decimals, or with fewer than none to tens, hundreds …, to the number that such a text means. */
static double
round_decimals (double number, int decimals)
{
  char text[400];

  if (decimals < 0)
    {
      double unit = pow (10, -decimals);

      return round (number / unit) * unit;
    }
  g_ascii_formatd (text, sizeof text, (char[]){ '%', '.', '0' + decimals / 10, '0' + decimals % 10, 'f', '\0' },
                   number);
  return g_ascii_strtod (text, NULL);
}

void
ris3_breaks_shorten (const double *sorted, guint n, double *breaks, guint n_breaks)
{
  for (guint i = 0; i < n_breaks; i++)
    {
      guint below = ris3_breaks_count_below (sorted, n, breaks[i]);
      double low, high, largest;

      if (below == 0 || below == n)
        continue;
      low = sorted[below - 1];
      high = sorted[below];
      /* Zero is the shortest of all. */
      if (low < 0 && high >= 0)
        {
          breaks[i] = 0;
          continue;
        }
      largest = MAX (fabs (low), fabs (high));
      for (int decimals = -(int) floor (log10 (largest)); decimals <= 20; decimals++)
        {
          double unit = pow (10, -decimals);
          double nearest = round_decimals (breaks[i], decimals);

          if (nearest <= low)
            nearest = round_decimals (nearest + unit, decimals);
          else if (nearest > high)
            nearest = round_decimals (nearest - unit, decimals);
          if (nearest > low && nearest <= high)
            {
              breaks[i] = nearest;
              break;
            }
        }
    }
}

guint
ris3_breaks_round (const double *sorted, guint n, double *breaks, guint n_breaks)
{
  double gap = INFINITY;
  guint kept = 0;
  int decimals;

  for (guint i = 1; i < n_breaks; i++)
    gap = MIN (gap, breaks[i] - breaks[i - 1]);
  if (n_breaks == 1)
    gap = fabs (breaks[0]);
  if (n_breaks == 0 || gap <= 0 || !isfinite (gap))
    return n_breaks;
  decimals = 2 - (int) floor (log10 (gap));
  if (decimals > 20)
    return n_breaks;
  /* Tens and hundreds are not left out: whole numbers are short enough. */
  for (guint i = 0; i < n_breaks; i++)
    kept = add_break (sorted, n, breaks, kept, round_decimals (breaks[i], MAX (decimals, 0)));
  return kept;
}

guint
ris3_breaks_make_whole (double *breaks, guint n_breaks)
{
  guint kept = 0;

  for (guint i = 0; i < n_breaks; i++)
    {
      double whole = ceil (breaks[i]);

      if (kept == 0 || whole > breaks[kept - 1])
        breaks[kept++] = whole;
    }
  return kept;
}

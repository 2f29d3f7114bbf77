/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-histogram.h"

#include <math.h>

/* Fractions of the range that a break can be moved by. */
#define STEPS 200

static double
get_width (double least, double greatest, gboolean is_whole)
{
  if (is_whole)
    return MAX (1, ceil ((greatest - least + 1) / RIS3_HISTOGRAM_MAX_BARS));
  return greatest > least ? (greatest - least) / RIS3_HISTOGRAM_MAX_BARS : 1;
}

static guint
count_bars (double least, double greatest, double width, gboolean is_whole)
{
  if (is_whole)
    return (guint) ceil ((greatest - least + 1) / width);
  return greatest > least ? RIS3_HISTOGRAM_MAX_BARS : 1;
}

GArray *
ris3_histogram_make (const double *sorted, guint n, gboolean is_whole, Ris3ClassScheme *scheme)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (Ris3HistogramBar));
  double least = n > 0 ? sorted[0] : 0, width;
  guint n_equal = 0;

  g_return_val_if_fail ((sorted != NULL || n == 0) && scheme != NULL, bars);
  if (n == 0)
    return bars;
  if (is_whole)
    least = floor (least);
  width = get_width (least, sorted[n - 1], is_whole);
  g_array_set_size (bars, count_bars (least, sorted[n - 1], width, is_whole));
  for (guint i = 0; i < bars->len; i++)
    {
      g_array_index (bars, Ris3HistogramBar, i).from = least + i * width;
      g_array_index (bars, Ris3HistogramBar, i).to = least + (i + 1) * width;
    }
  for (guint i = 0; i < n; i++)
    {
      guint place = MIN ((guint) ((sorted[i] - least) / width), bars->len - 1);
      Ris3HistogramBar *bar = &g_array_index (bars, Ris3HistogramBar, place);
      Ris3Value value = RIS3_VALUE_NUMBER (sorted[i]);

      n_equal = i > 0 && sorted[i] == sorted[i - 1] ? n_equal + 1 : 1;
      bar->count++;
      bar->most_equal = MAX (bar->most_equal, n_equal);
      bar->of_class[ris3_class_scheme_classify (scheme, &value)]++;
    }
  return bars;
}

double
ris3_histogram_get_step (const double *sorted, guint n, gboolean is_whole)
{
  double range, power;

  g_return_val_if_fail (sorted != NULL || n == 0, 1);
  range = n > 0 ? sorted[n - 1] - sorted[0] : 0;
  if (is_whole || range <= 0)
    return 1;
  power = pow (10, floor (log10 (range / STEPS)));
  return range / STEPS >= 5 * power ? 5 * power : range / STEPS >= 2 * power ? 2 * power : power;
}

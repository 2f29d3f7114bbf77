/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bars of a histogram: each number is in one of them, with its class. */

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "map/ris3-histogram.h"

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
check (const double *sorted, guint n, gboolean is_whole)
{
  static const double breaks[] = { 3, 5.5, 20 };
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_breaks (breaks, 3, RIS3_VALUE_RATIO, "");
  g_autoptr (GArray) bars = ris3_histogram_make (sorted, n, is_whole, scheme);
  guint at = 0;

  g_assert_cmpuint (bars->len, <=, RIS3_HISTOGRAM_MAX_BARS);
  for (guint i = 0; i < bars->len; i++)
    {
      const Ris3HistogramBar *bar = &g_array_index (bars, Ris3HistogramBar, i);
      guint count = 0, most = 0, equal = 0, n_classed = 0;

      if (i > 0)
        g_assert_cmpfloat_with_epsilon (bar->from, bar[-1].to, 1e-9);
      for (; at < n && (sorted[at] < bar->to || i == bars->len - 1); at++, count++)
        {
          equal = at > 0 && sorted[at] == sorted[at - 1] ? equal + 1 : 1;
          most = MAX (most, equal);
        }
      for (guint j = 0; j < G_N_ELEMENTS (bar->of_class); j++)
        n_classed += bar->of_class[j];
      if (is_whole)
        {
          g_assert_cmpuint (bar->count, ==, count);
          g_assert_cmpuint (bar->most_equal, ==, most);
        }
      g_assert_cmpuint (n_classed, ==, bar->count);
      g_assert_cmpuint (bar->most_equal, <=, bar->count);
    }
  g_assert_cmpuint (at, ==, n);
}

static void
test_whole (void)
{
  static const double few[] = { 1, 1, 1, 2, 4, 4 };
  static const double one[] = { 7, 7 };
  static const double wide[] = { 1990, 1990, 2000, 2050, 2100, 2100, 2100 };
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_breaks (NULL, 0, RIS3_VALUE_COUNT, "");
  g_autoptr (GArray) bars = ris3_histogram_make (few, G_N_ELEMENTS (few), TRUE, scheme);
  g_autoptr (GArray) nothing = ris3_histogram_make (NULL, 0, TRUE, scheme);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (bars->len, ==, 4);
  g_assert_cmpuint (g_array_index (bars, Ris3HistogramBar, 0).count, ==, 3);
  g_assert_cmpuint (g_array_index (bars, Ris3HistogramBar, 0).most_equal, ==, 3);
  g_assert_cmpuint (g_array_index (bars, Ris3HistogramBar, 2).count, ==, 0);
  check (few, G_N_ELEMENTS (few), TRUE);
  check (one, G_N_ELEMENTS (one), TRUE);
  check (wide, G_N_ELEMENTS (wide), TRUE);
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 400);
      gboolean is_whole = g_test_rand_int_range (0, 2) == 0;
      g_autofree double *numbers = g_new (double, n);

      for (guint i = 0; i < n; i++)
        numbers[i] = is_whole ? g_test_rand_int_range (0, 300) : g_test_rand_double_range (0, 100);
      qsort (numbers, n, sizeof *numbers, compare_numbers);
      check (numbers, n, is_whole);
    }
}

static void
test_step (void)
{
  static const double shares[] = { 0, 12.5, 100 };
  static const double few[] = { 0.1, 0.2 };
  static const double one[] = { 3 };

  g_assert_cmpfloat (ris3_histogram_get_step (shares, 3, FALSE), ==, 0.5);
  g_assert_cmpfloat (ris3_histogram_get_step (shares, 3, TRUE), ==, 1);
  g_assert_cmpfloat_with_epsilon (ris3_histogram_get_step (few, 2, FALSE), 0.0005, 1e-12);
  g_assert_cmpfloat (ris3_histogram_get_step (one, 1, FALSE), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/whole", test_whole);
  g_test_add_func ("/histogram/random", test_random);
  g_test_add_func ("/histogram/step", test_step);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where numbers are divided, against what others published for the same numbers, against all divisions that there are,
 * and against the plain way to find the best one. */

#include <math.h>
#include <stdlib.h>

#include "map/ris3-class-breaks.h"
#include "natural-breaks-plain.h"

/* Employees per square kilometre in the 58 counties of California: the example of the library mapclassify (PySAL), in
 * whose tests the breaks below are published. */
static const double calemp[] = {
  329.92, 0.42, 5.9,   14.03,  2.78,  1.34,  181.27, 1.65,    10.03, 16.7,  1.32,   3.99,  3.16,   0.22,  8.7,
  6.56,   3.27, 0.33,  370.5,  4.51,  75.29, 0.99,   2.74,    8.68,  0.14,  0.92,   12.63, 28.7,   12.02, 722.85,
  36.68,  0.74, 29.82, 192.05, 3.38,  11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39,
  0.13,   0.61, 50.65, 40.48,  36.67, 13.09, 1.81,   0.2,     7.6,   2.51,  57.26,  24.32, 6.97,
};

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double *
sort (const double *numbers, guint n)
{
  double *sorted = g_memdup2 (numbers, n * sizeof *numbers);

  qsort (sorted, n, sizeof *sorted, compare);
  return sorted;
}

static void
assert_breaks (const double *breaks, guint n_breaks, const double *expected, guint n_expected)
{
  g_assert_cmpuint (n_breaks, ==, n_expected);
  for (guint i = 0; i < n_breaks; i++)
    g_assert_cmpfloat_with_epsilon (breaks[i], expected[i], 1e-6 * MAX (fabs (expected[i]), 1));
}

static void
assert_counts (const double *sorted, guint n, const double *breaks, guint n_breaks, const guint *expected)
{
  guint below = 0;

  for (guint i = 0; i <= n_breaks; i++)
    {
      guint here = i < n_breaks ? ris3_breaks_count_below (sorted, n, breaks[i]) : n;

      g_assert_cmpuint (here - below, ==, expected[i]);
      below = here;
    }
}

/* mapclassify's own bins end with the greatest number of a class: ours begin with the least of the next. */
static void
test_published (void)
{
  static const double equal[] = { 822.394, 1644.658, 2466.922, 3289.186 };
  static const double quantile[] = { 1.464, 5.798, 13.278, 54.616 };
  static const double natural[] = { 110.74, 264.93, 722.85, 4111.45 };
  static const double pretty[] = { 1000, 2000, 3000, 4000 };
  static const guint equal_counts[] = { 57, 0, 0, 0, 1 };
  static const guint quantile_counts[] = { 12, 11, 12, 11, 12 };
  static const guint natural_counts[] = { 49, 3, 4, 1, 1 };
  guint n = G_N_ELEMENTS (calemp), n_breaks;
  g_autofree double *sorted = sort (calemp, n);
  double breaks[RIS3_BREAKS_MAX_CLASSES];

  g_assert_cmpuint (n, ==, 58);
  n_breaks = ris3_breaks_equal (sorted, n, 5, breaks);
  assert_breaks (breaks, n_breaks, equal, 4);
  assert_counts (sorted, n, breaks, n_breaks, equal_counts);
  n_breaks = ris3_breaks_quantile (sorted, n, 5, breaks);
  assert_breaks (breaks, n_breaks, quantile, 4);
  assert_counts (sorted, n, breaks, n_breaks, quantile_counts);
  n_breaks = ris3_breaks_natural (sorted, n, 5, breaks);
  assert_breaks (breaks, n_breaks, natural, 4);
  assert_counts (sorted, n, breaks, n_breaks, natural_counts);
  n_breaks = ris3_breaks_pretty (sorted, n, 5, breaks);
  assert_breaks (breaks, n_breaks, pretty, 4);
  assert_counts (sorted, n, breaks, n_breaks, equal_counts);
}

/* Published as well: the mean and the deviation of the same numbers, as what is two and one below and above it. */
static void
test_standard_deviation (void)
{
  static const double odd[] = { 125.928103 + 0.5 * 546.645229, 125.928103 + 1.5 * 546.645229 };
  static const double even[] = { 125.928103, 672.573332 };
  guint n = G_N_ELEMENTS (calemp), n_breaks;
  g_autofree double *sorted = sort (calemp, n);
  double breaks[RIS3_BREAKS_MAX_CLASSES];

  /* -967.36235382 and 1219.21856072 are two below and above. */
  g_assert_cmpfloat_with_epsilon ((1219.21856072 + 967.36235382) / 4, 546.645229, 1e-6);
  n_breaks = ris3_breaks_standard_deviation (sorted, n, 5, breaks);
  assert_breaks (breaks, n_breaks, odd, 2);
  n_breaks = ris3_breaks_standard_deviation (sorted, n, 4, breaks);
  assert_breaks (breaks, n_breaks, even, 2);
}

/* Inverse squares: published counts, too. */
static void
test_head_tail (void)
{
  static const guint counts[] = { 975, 21, 2, 1 }, more_counts[] = { 980, 17, 1, 2 }, last_digit_counts[] = { 2, 1 };
  static const double last_digit[] = { 1, 1, 1 + 0x1p-52 }, even[] = { 1, 2, 3 };
  double breaks[RIS3_BREAKS_MAX_CLASSES];
  double numbers[1000];
  guint n_breaks;

  for (guint i = 0; i < 999; i++)
    numbers[i] = pow (999 - i, -2);
  n_breaks = ris3_breaks_head_tail (numbers, 999, 9, breaks);
  g_assert_cmpuint (n_breaks, ==, 3);
  assert_counts (numbers, 999, breaks, n_breaks, counts);
  numbers[999] = 1;
  n_breaks = ris3_breaks_head_tail (numbers, 1000, 9, breaks);
  g_assert_cmpuint (n_breaks, ==, 3);
  assert_counts (numbers, 1000, breaks, n_breaks, more_counts);
  g_assert_cmpuint (ris3_breaks_head_tail (numbers, 1000, 3, breaks), ==, 2);
  n_breaks = ris3_breaks_head_tail (last_digit, 3, 9, breaks);
  g_assert_cmpuint (n_breaks, ==, 1);
  assert_counts (last_digit, 3, breaks, n_breaks, last_digit_counts);
  /* What equals the mean belongs to the tail. */
  n_breaks = ris3_breaks_head_tail (even, 3, 9, breaks);
  g_assert_cmpuint (n_breaks, ==, 1);
  g_assert_cmpfloat (breaks[0], ==, 3);
}

/* What R 4 gives: pretty (c (low, high), n), without the ends. */
static void
test_pretty (void)
{
  static const struct
  {
    double low, high;
    guint n, n_breaks;
    double breaks[9];
  } cases[] = {
    { 0, 10, 5, 4, { 2, 4, 6, 8 } },
    { 0, 1, 5, 4, { 0.2, 0.4, 0.6, 0.8 } },
    { 1, 12, 5, 5, { 2, 4, 6, 8, 10 } },
    { 2009, 2021, 4, 3, { 2010, 2015, 2020 } },
    { -3.2, 7.1, 4, 5, { -2, 0, 2, 4, 6 } },
    /* R has ten classes. */
    { 0, 100, 9, 4, { 20, 40, 60, 80 } },
  };
  double breaks[RIS3_BREAKS_MAX_CLASSES];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double ends[] = { cases[i].low, cases[i].high };
      guint n_breaks = ris3_breaks_pretty (ends, 2, cases[i].n, breaks);

      assert_breaks (breaks, n_breaks, cases[i].breaks, cases[i].n_breaks);
    }
}

static double
random_number (guint kind, guint n)
{
  switch (kind)
    {
    case 0: /* many equal ones */
      return g_test_rand_int_range (0, MAX ((gint) n / 3, 2));
    case 1:
      return g_test_rand_double ();
    case 2: /* far from zero */
      return 1e9 + g_test_rand_int_range (0, 1000) / 16.0;
    default: /* few that are large */
      return -pow (10, g_test_rand_double_range (-6, 6));
    }
}

static double *
random_numbers (guint n)
{
  g_autofree double *numbers = g_new (double, n);
  guint kind = (guint) g_test_rand_int_range (0, 4);

  for (guint i = 0; i < n; i++)
    numbers[i] = random_number (kind, n);
  return sort (numbers, n);
}

static guint
count_different (const double *sorted, guint n)
{
  guint different = n > 0;

  for (guint i = 1; i < n; i++)
    different += sorted[i] != sorted[i - 1];
  return different;
}

/* The least deviation of all divisions of the numbers from first on into that many classes: each is tried. */
static double
try_all (const double *sorted, guint n, guint n_classes)
{
  double least = ris3_breaks_get_deviation (sorted, n, NULL, 0);

  if (n_classes == 1)
    return least;
  for (guint end = 1; end < n; end++)
    least = MIN (least,
                 ris3_breaks_get_deviation (sorted, end, NULL, 0) + try_all (sorted + end, n - end, n_classes - 1));
  return least;
}

static void
test_all_divisions (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 12), n_classes = (guint) g_test_rand_int_range (2, 6);
      g_autofree double *sorted = random_numbers (n);
      double breaks[RIS3_BREAKS_MAX_CLASSES], all = ris3_breaks_get_deviation (sorted, n, NULL, 0);
      guint n_breaks = ris3_breaks_natural (sorted, n, n_classes, breaks);

      g_assert_cmpuint (n_breaks, ==, MIN (n_classes, count_different (sorted, n)) - 1);
      g_assert_cmpfloat_with_epsilon (ris3_breaks_get_deviation (sorted, n, breaks, n_breaks),
                                      try_all (sorted, n, n_classes), 1e-9 * MAX (all, 1e-300));
    }
}

/* The quick way finds what the plain one does, of which nothing but its time is in doubt. */
static void
test_plain (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 400), n_classes = (guint) g_test_rand_int_range (2, 10);
      g_autofree double *sorted = random_numbers (n);
      double breaks[RIS3_BREAKS_MAX_CLASSES], plain[RIS3_BREAKS_MAX_CLASSES];
      double all = ris3_breaks_get_deviation (sorted, n, NULL, 0);
      guint n_breaks = ris3_breaks_natural (sorted, n, n_classes, breaks);

      g_assert_cmpuint (n_breaks, ==, natural_breaks_plain (sorted, n, n_classes, plain));
      g_assert_cmpfloat_with_epsilon (ris3_breaks_get_deviation (sorted, n, breaks, n_breaks),
                                      ris3_breaks_get_deviation (sorted, n, plain, n_breaks), 1e-9 * MAX (all, 1e-300));
    }
}

typedef guint (*Method) (const double *sorted, guint n, guint n_classes, double *breaks);

static const struct
{
  Method method;
  gboolean leaves_none_empty;
} methods[] = {
  { ris3_breaks_equal, FALSE },    { ris3_breaks_quantile, TRUE },
  { ris3_breaks_natural, TRUE },   { ris3_breaks_standard_deviation, FALSE },
  { ris3_breaks_head_tail, TRUE }, { ris3_breaks_pretty, FALSE },
};

/* Breaks increase; the first and the last class are never empty, and others only where that is said. */
static void
check_breaks (const double *sorted, guint n, guint n_classes, const double *breaks, guint n_breaks, gboolean none_empty)
{
  guint below = 0;

  g_assert_cmpuint (n_breaks, <, n_classes);
  for (guint i = 0; i < n_breaks; i++)
    {
      guint here = ris3_breaks_count_below (sorted, n, breaks[i]);

      g_assert_true (isfinite (breaks[i]));
      if (i > 0)
        g_assert_cmpfloat (breaks[i], >, breaks[i - 1]);
      g_assert_cmpfloat (breaks[i], >, sorted[0]);
      g_assert_cmpfloat (breaks[i], <=, sorted[n - 1]);
      if (none_empty)
        g_assert_cmpuint (here, >, below);
      below = here;
    }
}

static void
test_properties (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 100), n_classes = (guint) g_test_rand_int_range (2, 10);
      g_autofree double *sorted = random_numbers (n);

      for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
        {
          double breaks[RIS3_BREAKS_MAX_CLASSES], shorter[RIS3_BREAKS_MAX_CLASSES];
          guint n_breaks = methods[m].method (sorted, n, n_classes, breaks);
          gboolean is_pretty = methods[m].method == ris3_breaks_pretty;

          check_breaks (sorted, n, is_pretty ? RIS3_BREAKS_MAX_CLASSES + 1 : n_classes, breaks, n_breaks,
                        methods[m].leaves_none_empty);
          if (count_different (sorted, n) == 1)
            g_assert_cmpuint (n_breaks, ==, 0);

          /* Shorter ones divide in the same way. */
          for (guint i = 0; i < n_breaks; i++)
            shorter[i] = breaks[i];
          ris3_breaks_shorten (sorted, n, shorter, n_breaks);
          for (guint i = 0; i < n_breaks; i++)
            g_assert_cmpuint (ris3_breaks_count_below (sorted, n, shorter[i]), ==,
                              ris3_breaks_count_below (sorted, n, breaks[i]));
          n_breaks = ris3_breaks_round (sorted, n, breaks, n_breaks);
          check_breaks (sorted, n, RIS3_BREAKS_MAX_CLASSES + 1, breaks, n_breaks, FALSE);
          n_breaks = ris3_breaks_drop_empty (sorted, n, breaks, n_breaks);
          check_breaks (sorted, n, RIS3_BREAKS_MAX_CLASSES + 1, breaks, n_breaks, TRUE);
        }
    }
}

/* No number, numbers without end, and numbers at the ends of what a computer holds. */
static void
test_extremes (void)
{
  static const double extremes[] = { -G_MAXDOUBLE, -1, 0, G_MINDOUBLE, 1, G_MAXDOUBLE };
  double breaks[RIS3_BREAKS_MAX_CLASSES];

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      guint n_breaks;

      g_assert_cmpuint (methods[m].method (NULL, 0, 5, breaks), ==, 0);
      g_assert_cmpuint (methods[m].method (extremes + 1, 1, 5, breaks), ==, 0);
      n_breaks = methods[m].method (extremes, G_N_ELEMENTS (extremes), 5, breaks);
      check_breaks (extremes, G_N_ELEMENTS (extremes), 10, breaks, n_breaks, FALSE);
    }
}

static void
test_shorter (void)
{
  static const double years[] = { 2009, 2013, 2016, 2021 }, shares[] = { 0, 100.0 / 3, 50, 200.0 / 3, 100 };
  double year_breaks[] = { 2016 }, share_breaks[] = { 100.0 / 3, 200.0 / 3 }, thirds[] = { 100.0 / 3, 200.0 / 3 };
  double whole[] = { 0.8, 1.6, 1.7, 2.4 };

  ris3_breaks_shorten (years, 4, year_breaks, 1);
  g_assert_cmpfloat (year_breaks[0], ==, 2016);
  ris3_breaks_shorten (shares, 5, share_breaks, 2);
  g_assert_cmpfloat (share_breaks[0], ==, 30);
  g_assert_cmpfloat (share_breaks[1], ==, 60);
  g_assert_cmpuint (ris3_breaks_round (shares, 5, thirds, 2), ==, 2);
  g_assert_cmpfloat (thirds[0], ==, 33.3);
  g_assert_cmpfloat (thirds[1], ==, 66.7);
  g_assert_cmpuint (ris3_breaks_make_whole (whole, 4), ==, 3);
  g_assert_cmpfloat (whole[1], ==, 2);
  g_assert_cmpfloat (whole[2], ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/class-breaks/published", test_published);
  g_test_add_func ("/map/class-breaks/standard-deviation", test_standard_deviation);
  g_test_add_func ("/map/class-breaks/head-tail", test_head_tail);
  g_test_add_func ("/map/class-breaks/pretty", test_pretty);
  g_test_add_func ("/map/class-breaks/all-divisions", test_all_divisions);
  g_test_add_func ("/map/class-breaks/plain", test_plain);
  g_test_add_func ("/map/class-breaks/properties", test_properties);
  g_test_add_func ("/map/class-breaks/extremes", test_extremes);
  g_test_add_func ("/map/class-breaks/shorter", test_shorter);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long natural breaks take, beside the plain way, whose time grows with the square of the numbers. */

#include <math.h>
#include <stdlib.h>

#include "map/ris3-class-breaks.h"
#include "natural-breaks-plain.h"

#define N_MANY 100000
#define N_FEW 10000
#define N_CLASSES 9
#define MOST_SECONDS 0.5

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double *
make_numbers (GRand *random, guint n)
{
  double *numbers = g_new (double, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = exp (3 * g_rand_double (random) + 2 * g_rand_double (random));
  qsort (numbers, n, sizeof *numbers, compare);
  return numbers;
}

static double
measure (guint (*method) (const double *, guint, guint, double *), const double *numbers, guint n, double *breaks)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (method (numbers, n, N_CLASSES, breaks), ==, N_CLASSES - 1);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (10);
  g_autofree double *many = make_numbers (random, N_MANY), *few = make_numbers (random, N_FEW);
  double breaks[RIS3_BREAKS_MAX_CLASSES], plain_breaks[RIS3_BREAKS_MAX_CLASSES];
  double seconds = measure (ris3_breaks_natural, many, N_MANY, breaks);
  double few_seconds = measure (ris3_breaks_natural, few, N_FEW, breaks);
  double plain_seconds = measure (natural_breaks_plain, few, N_FEW, plain_breaks);

  for (guint i = 0; i < N_CLASSES - 1; i++)
    g_assert_cmpfloat (breaks[i], ==, plain_breaks[i]);
  g_print ("%d different numbers in %d classes: %.3f s (at most %.1f s wanted)\n", N_MANY, N_CLASSES, seconds,
           MOST_SECONDS);
  g_print ("%d of them: %.4f s; the plain way in O (k n^2): %.3f s, %.0f times as long; for %d that would be %.0f s\n",
           N_FEW, few_seconds, plain_seconds, plain_seconds / few_seconds, N_MANY,
           plain_seconds * pow ((double) N_MANY / N_FEW, 2));
  return seconds <= MOST_SECONDS ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Natural breaks: the least sum of squares of all divisions. */

#include "config.h"

#include "map/ris3-class-breaks.h"

/* Different numbers, each with how often it occurs, as running sums, so that the sum of squares of any of them that
 * follow each other is known at once. The numbers are counted from one in the middle, which keeps digits.
 */
typedef struct
{
  guint n;
  double *numbers;
  long double *weights; /* of the first i */
  long double *sums;
  long double *squares;
  double *least;  /* of the first i + 1 numbers in the classes so far */
  double *former; /* the same with one class fewer */
} Work;

static void
work_init (Work *self, const double *sorted, guint n)
{
  double middle = sorted[n / 2];

  self->n = 0;
  self->numbers = g_new (double, n);
  self->weights = g_new (long double, n + 1);
  self->sums = g_new (long double, n + 1);
  self->squares = g_new (long double, n + 1);
  self->least = g_new (double, n);
  self->former = g_new (double, n);
  self->weights[0] = self->sums[0] = self->squares[0] = 0;
  for (guint i = 0; i < n;)
    {
      guint first = i;
      long double number = (long double) sorted[first] - middle;

      while (i < n && sorted[i] == sorted[first])
        i++;
      self->numbers[self->n] = sorted[first];
      self->weights[self->n + 1] = self->weights[self->n] + (i - first);
      self->sums[self->n + 1] = self->sums[self->n] + number * (i - first);
      self->squares[self->n + 1] = self->squares[self->n] + number * number * (i - first);
      self->n++;
    }
}

static void
work_clear (Work *self)
{
  g_free (self->numbers);
  g_free (self->weights);
  g_free (self->sums);
  g_free (self->squares);
  g_free (self->least);
  g_free (self->former);
}

/* The sum of squared distances from their mean, of the numbers first .. last. */
static inline double
get_cost (const Work *self, guint first, guint last)
{
  long double sum = self->sums[last + 1] - self->sums[first];
  long double weight = self->weights[last + 1] - self->weights[first];
  long double cost = self->squares[last + 1] - self->squares[first] - sum * sum / weight;

  return cost > 0 ? (double) cost : 0;
}

/* Adds one class: finds the least cost of the numbers up to each of low .. high, and where their last class begins,
 * which is from_low .. from_high. What is found for the middle one limits the others on each side.
 */
static void
add_class (Work *self, guint32 *begins, guint low, guint high, guint from_low, guint from_high)
{
  guint middle = low + (high - low) / 2;
  guint best = MAX (from_low, 1);
  double least = G_MAXDOUBLE;

  for (guint first = best; first <= MIN (from_high, middle); first++)
    {
      double cost = self->former[first - 1] + get_cost (self, first, middle);

      if (cost < least)
        {
          least = cost;
          best = first;
        }
    }
  self->least[middle] = least;
  begins[middle] = best;
  if (middle > low)
    add_class (self, begins, low, middle - 1, from_low, best);
  if (middle < high)
    add_class (self, begins, middle + 1, high, best, from_high);
}

guint
ris3_breaks_natural (const double *sorted, guint n, guint n_classes, double *breaks)
{
  g_autofree guint32 *begins = NULL;
  Work work;
  guint last;

  if (n == 0)
    return 0;
  work_init (&work, sorted, n);
  n_classes = MIN (n_classes, work.n);
  begins = g_new0 (guint32, (gsize) n_classes * work.n);
  for (guint i = 0; i < work.n; i++)
    work.least[i] = get_cost (&work, 0, i);
  for (guint klass = 1; klass < n_classes; klass++)
    {
      double *former = work.former;

      work.former = work.least;
      work.least = former;
      /* The numbers before have to fill the classes before. */
      add_class (&work, begins + (gsize) klass * work.n, klass, work.n - 1, klass, work.n - 1);
    }
  last = work.n - 1;
  for (guint klass = n_classes - 1; klass > 0; klass--)
    {
      guint begin = begins[(gsize) klass * work.n + last];

      breaks[klass - 1] = work.numbers[begin];
      last = begin - 1;
    }
  work_clear (&work);
  return n_classes - 1;
}

double
ris3_breaks_get_deviation (const double *sorted, guint n, const double *breaks, guint n_breaks)
{
  double all = 0;
  guint first = 0;

  for (guint klass = 0; klass <= n_breaks; klass++)
    {
      guint end = klass < n_breaks ? ris3_breaks_count_below (sorted, n, breaks[klass]) : n;
      double mean = 0;

      for (guint i = first; i < end; i++)
        {
          double former = mean;

          mean += (sorted[i] - mean) / (i - first + 1);
          all += (sorted[i] - former) * (sorted[i] - mean);
        }
      first = end;
    }
  return all;
}

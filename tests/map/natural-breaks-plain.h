/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Natural breaks as Fisher's recurrence says it, in O (k n^2): the last class of the first i numbers begins at each of
 * them in turn. What the quick way is compared with, in what it finds and in its time. As there, a break is the least
 * number of its class.
 */
static inline guint
natural_breaks_plain (const double *sorted, guint n, guint n_classes, double *breaks)
{
  g_autofree double *least = g_new (double, (gsize) n *n_classes);
  g_autofree guint *begins = g_new0 (guint, (gsize) n * n_classes);
  guint n_different = 1, last = n - 1;

  for (guint i = 1; i < n; i++)
    n_different += sorted[i] != sorted[i - 1];
  n_classes = MIN (n_classes, n_different);
  for (guint i = 0; i < n; i++)
    {
      double mean = 0, squares = 0;

      for (guint klass = 0; klass < n_classes; klass++)
        least[klass * (gsize) n + i] = G_MAXDOUBLE;
      for (guint first = i + 1; first-- > 0;)
        {
          double former = mean;

          mean += (sorted[first] - mean) / (i - first + 1);
          squares += (sorted[first] - former) * (sorted[first] - mean);
          if (first == 0)
            least[i] = squares;
          else if (sorted[first] != sorted[first - 1])
            for (guint klass = 1; klass < n_classes; klass++)
              {
                double before = least[(klass - 1) * (gsize) n + first - 1];

                if (before < G_MAXDOUBLE && before + squares < least[klass * (gsize) n + i])
                  {
                    least[klass * (gsize) n + i] = before + squares;
                    begins[klass * (gsize) n + i] = first;
                  }
              }
        }
    }
  for (guint klass = n_classes - 1; klass > 0; klass--)
    {
      guint begin = begins[klass * (gsize) n + last];

      breaks[klass - 1] = sorted[begin];
      last = begin - 1;
    }
  return n_classes - 1;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "geo/ris3-boundaries.h"

#define N_RUNS 15

/* From the file to arrays with borders: NUTS 2016 at 1:3 million, the map's default. */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = *(const gint64 *) a, time_b = *(const gint64 *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

int
main (int argc, char **argv)
{
  gint64 times[N_RUNS];
  guint n_points = 0, n_borders = 0;

  if (argc != 2)
    {
      g_printerr ("Usage: %s GEOPACKAGE\n", argv[0]);
      return 2;
    }

  ris3_geo_init ();
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (argv[1], 2016, 3, NULL, &error);

      if (boundaries == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      times[i] = g_get_monotonic_time () - start;
      n_points = ris3_boundaries_get_shapes (boundaries)->n_points;
      ris3_boundaries_get_borders (boundaries, &n_borders);
    }

  g_print ("first %.1f ms, ", times[0] / 1000.0);
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_print ("median of %d %.1f ms, fastest %.1f ms (%u points, %u borders)\n", N_RUNS, times[N_RUNS / 2] / 1000.0,
           times[0] / 1000.0, n_points, n_borders);

  return 0;
}

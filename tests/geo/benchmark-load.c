/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"

#define N_RUNS 15

/* From the file to arrays: NUTS 2016 at 1:3 million, the map's default; and all that a map of it
 * needs, with the land and the lineages. From a GeoPackage alone, through GDAL, and from one with its cache.
 */

typedef struct
{
  gint64 boundaries;
  gint64 all;
} Times;

static Times
load (const char *path)
{
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (path, 2016, 3, NULL, &error);
  gint64 middle = g_get_monotonic_time ();
  g_autoptr (Ris3Shapes) land = error == NULL ? ris3_land_load (path, NULL, &error) : NULL;
  g_autoptr (Ris3Lineage) older = error == NULL ? ris3_lineage_load (path, 2013, 2016, NULL, &error) : NULL;
  g_autoptr (Ris3Lineage) newer = error == NULL ? ris3_lineage_load (path, 2021, 2016, NULL, &error) : NULL;

  if (error != NULL)
    g_error ("%s", error->message);
  return (Times){ middle - start, g_get_monotonic_time () - start };
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = *(const gint64 *) a, time_b = *(const gint64 *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

/* The median of what is still unsorted. */
static void
print_times (const char *title, gint64 *times)
{
  g_print ("  %-28s first %6.2f ms, ", title, times[0] / 1000.0);
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_print ("median of %d %6.2f ms, fastest %6.2f ms\n", N_RUNS, times[N_RUNS / 2] / 1000.0, times[0] / 1000.0);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      g_printerr ("Usage: %s GEOPACKAGE GEOPACKAGE-WITH-CACHE\n", argv[0]);
      return 2;
    }

  for (int i = 1; i < argc; i++)
    {
      gint64 boundaries[N_RUNS], all[N_RUNS];

      for (guint run = 0; run < N_RUNS; run++)
        {
          Times times = load (argv[i]);

          boundaries[run] = times.boundaries;
          all[run] = times.all;
        }
      g_print ("%s:\n", i == 1 ? "through GDAL" : "from the cache");
      print_times ("boundaries", boundaries);
      print_times ("with land and lineages", all);
    }

  return 0;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What names cost: one language at the start, all of them at the first search, each search, and suggestions. */

#include "config.h"

#include "fixture.h"
#include "map/ris3-region-finder.h"

#define N_RUNS 20

static double
get_ms (gint64 since, guint n)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0 / n;
}

static void
bench (void)
{
  static const char *const queries[]
      = { "b", "bav", "bavaria", "azur provence", "Βαυαρία", "de-by", "FR82", "nowhere" };
  static const char *const english[] = { "en", NULL };
  Ris3Geodata *geodata = fixture_get_geodata (2016);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_RUNS; i++)
    ris3_region_names_unref (ris3_geodata_load_names (geodata, english));
  g_print ("# names of one language: %.2f ms\n", get_ms (start, N_RUNS));
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_RUNS; i++)
    ris3_region_names_unref (ris3_geodata_load_names (geodata, ris3_name_languages));
  g_print ("# names of all languages: %.2f ms\n", get_ms (start, N_RUNS));

  for (gsize q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (geodata);
      guint n_found = 0;
      double first;

      start = g_get_monotonic_time ();
      g_array_unref (ris3_region_finder_find (finder, queries[q]));
      first = get_ms (start, 1);
      start = g_get_monotonic_time ();
      for (guint i = 0; i < N_RUNS; i++)
        {
          g_autoptr (GArray) found = ris3_region_finder_find (finder, queries[q]);

          n_found = found->len;
        }
      g_print ("# find “%s”: %u in %.2f ms, the first time %.1f ms\n", queries[q], n_found, get_ms (start, N_RUNS),
               first);
      start = g_get_monotonic_time ();
      for (guint i = 0; i < N_RUNS; i++)
        g_free (ris3_region_finder_suggest_words (finder, queries[q]));
      g_print ("# suggest: %.2f ms\n", get_ms (start, N_RUNS));
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/region-finder/bench", bench);
  return fixture_run ();
}

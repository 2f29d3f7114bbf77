/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long an open atlas takes to follow a change of one strategy: until it is up to date, and of that the part
 * on the thread of the views. With the default atlas, and with one of 10,000 strategies and 150,000 priorities.
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "test-files.h"
#include "test-generate.h"

#define N_RUNS 25

typedef struct
{
  gint64 in_views; /* from the first items-changed to the end of the signal, and the walks before */
  gboolean done;
} Measure;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = *(const gint64 *) a, time_b = *(const gint64 *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ris3_atlas_reload_finish (RIS3_ATLAS (source), result, &error);
  g_assert_no_error (error);
  ((Measure *) user_data)->done = TRUE;
}

static void
measure (const char *path)
{
  gint64 totals[N_RUNS];
  gint64 in_views[N_RUNS];
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  double opened = (double) (g_get_monotonic_time () - start) / 1000;

  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (Ris3Changes) changes = ris3_changes_new ();
      Measure run = { 0, FALSE };

      test_files_sql (path, "UPDATE strategy SET remark = remark || '!' WHERE id = 'FRL0-2014'");
      ris3_changes_add (changes, "strategy", "FRL0-2014");
      start = g_get_monotonic_time ();
      ris3_atlas_reload_async (atlas, changes, NULL, on_done, &run);
      while (!run.done)
        {
          gint64 before;

          while (!g_main_context_pending (NULL))
            g_usleep (20);
          before = g_get_monotonic_time ();
          g_main_context_iteration (NULL, FALSE);
          run.in_views += g_get_monotonic_time () - before;
        }
      totals[i] = g_get_monotonic_time () - start;
      in_views[i] = run.in_views;
    }
  qsort (totals, N_RUNS, sizeof totals[0], compare_times);
  qsort (in_views, N_RUNS, sizeof in_views[0], compare_times);
  g_print ("%u strategies: opened in %.0f ms; one changed: median of %d %.1f ms, of which %.1f ms are the views'\n",
           g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)), opened, N_RUNS,
           (double) totals[N_RUNS / 2] / 1000, (double) in_views[N_RUNS / 2] / 1000);
}

int
main (int argc, char **argv)
{
  TestFiles files;
  g_autofree char *path = NULL;

  test_files_set_up (&files, NULL);
  path = test_files_copy_default (&files, "atlas.ris3atlas");
  measure (path);
  test_generate (path, TEST_MANY_STRATEGIES, TEST_MANY_PRIORITIES);
  measure (path);
  test_files_tear_down (&files, NULL);
  return 0;
}

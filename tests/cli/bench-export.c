/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to export many priorities, beside ogr2ogr, which copies the same table from a CSV file: whole runs
 * of both programs, in turn. */

#include "config.h"

#include <stdlib.h>

#include "../model/test-files.h"
#include "../model/test-generate.h"

#define N_RUNS 5

/* ris3, the first argument. */
static char *program;

/* Milliseconds. */
static double
run (const char *folder, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  gint64 start = g_get_monotonic_time ();
  int status = 0;

  g_spawn_sync (folder, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &err, &status, &error);
  if (error != NULL || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s%s", arguments[0], error->message, err != NULL ? err : "");
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
measure (const char *folder, const char *atlas, const char *format)
{
  g_autofree char *ours = g_strdup_printf ("ours.%s", format);
  g_autofree char *theirs = g_strdup_printf ("theirs.%s", format);
  g_autofree char *theirs_path = g_build_filename (folder, theirs, NULL);
  g_autofree char *upper = g_ascii_strup (format, -1);
  const char *export[] = { program, "export", "--table", "priorities", "--output", ours, atlas, NULL };
  const char *copy[] = { "ogr2ogr", "-f", upper, theirs, "table.csv", NULL };
  double times[2][N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      times[0][i] = run (folder, export);
      g_unlink (theirs_path);
      times[1][i] = run (folder, copy);
    }
  for (guint k = 0; k < 2; k++)
    qsort (times[k], N_RUNS, sizeof times[k][0], compare);
  g_print (
      "%s: %u priorities exported in %.0f ms (median of %d, %.0f to %.0f); ogr2ogr copies them from CSV in %.0f ms "
      "(%.0f to %.0f): %.2f of its speed\n",
      upper, TEST_MANY_PRIORITIES, times[0][N_RUNS / 2], N_RUNS, times[0][0], times[0][N_RUNS - 1],
      times[1][N_RUNS / 2], times[1][0], times[1][N_RUNS - 1], times[1][N_RUNS / 2] / times[0][N_RUNS / 2]);
}

int
main (int argc, char **argv)
{
  static const char *const formats[] = { "csv", "xlsx", "ods" };
  TestFiles files;
  g_autofree char *atlas = NULL;

  g_assert (argc == 2);
  program = g_canonicalize_filename (argv[1], NULL);
  test_files_set_up (&files, NULL);
  atlas = test_files_copy_default (&files, "atlas.ris3atlas");
  test_generate (atlas, TEST_MANY_STRATEGIES, TEST_MANY_PRIORITIES);
  {
    const char *export[] = { program, "export", "--table", "priorities", "--output", "table.csv", atlas, NULL };

    run (files.folder, export);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    measure (files.folder, atlas, formats[i]);
  test_files_tear_down (&files, NULL);
  g_free (program);
  return 0;
}

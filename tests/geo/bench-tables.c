/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a generated table of 150,000 priorities, beside programs that copy the same file: medians of runs in turns. */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "geo/ris3-table-file.h"

#define N_ROWS 150000
#define N_RUNS 5

static char *folder;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = *(const gint64 *) a, time_b = *(const gint64 *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static void
make_table (void)
{
  g_autoptr (GString) text = g_string_new ("strategy_id,position,label,parent_label,text_en,page,explicit_pm,themes\n");
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text,
                            "AT11-%u,%u,Gesundheit und Pflege %u,Zentrale inhaltliche Felder,\"Health and care, as a "
                            "central field of the region\",%u,%u,prevention-wellbeing;clinical-research\n",
                            i / 10, i % 10 + 1, i, i % 80, i % 2);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static void
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, NULL, NULL, &error);
  g_autoptr (Ris3Table) table = file != NULL ? ris3_table_file_read (file, 0, 0, NULL, NULL, &error) : NULL;

  if (table == NULL)
    g_error ("%s", error->message);
  g_assert_cmpuint (ris3_table_get_n_rows (table), ==, N_ROWS);
}

/* A line of the shell, in the folder. */
static void
run (const char *line)
{
  const char *arguments[] = { "/bin/sh", "-c", line, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (folder, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  if (error != NULL || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", line, error->message);
}

int
main (void)
{
  static const struct
  {
    const char *title;
    const char *name; /* what we read; or NULL */
    const char *line; /* what is run instead */
  } tasks[] = {
    { "CSV, read here", "t.csv", NULL },
    { "CSV, ogr2ogr into SQLite", NULL, "rm -f o.sqlite; ogr2ogr -f SQLite o.sqlite t.csv" },
    { "CSV, sqlite3 .import", NULL, "rm -f s.sqlite; sqlite3 s.sqlite '.mode csv' '.import t.csv t'" },
    { "XLSX, read here", "t.xlsx", NULL },
    { "XLSX, ogr2ogr to CSV", NULL, "rm -f x.csv; ogr2ogr -f CSV x.csv t.xlsx" },
  };
  gint64 times[G_N_ELEMENTS (tasks)][N_RUNS];

  folder = g_dir_make_tmp ("ris3-bench-XXXXXX", NULL);
  make_table ();
  run ("ogr2ogr -f XLSX t.xlsx t.csv -oo HEADERS=YES -oo AUTODETECT_TYPE=YES");
  for (guint i = 0; i < N_RUNS; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (tasks); k++)
      {
        gint64 start = g_get_monotonic_time ();

        if (tasks[k].name != NULL)
          read_file (tasks[k].name);
        else
          run (tasks[k].line);
        times[k][i] = g_get_monotonic_time () - start;
      }
  for (gsize k = 0; k < G_N_ELEMENTS (tasks); k++)
    {
      qsort (times[k], N_RUNS, sizeof times[k][0], compare_times);
      g_print ("  %-28s median of %d %6.2f s, fastest %6.2f s\n", tasks[k].title, N_RUNS,
               (double) times[k][N_RUNS / 2] / G_USEC_PER_SEC, (double) times[k][0] / G_USEC_PER_SEC);
    }
  run ("rm -f t.csv t.xlsx o.sqlite s.sqlite x.csv");
  g_rmdir (folder);
  g_free (folder);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to export and to import many priorities, beside ogr2ogr, which copies the same table from a CSV
 * file: whole runs of the programs, in turn. Beside the import, also what SQLite alone takes for the same rows, with
 * the indexes and foreign keys of an atlas, and with its session extension, on which undo rests. */

#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>

#include "model/ris3-atlas.h"
#include "../model/test-files.h"
#include "../model/test-generate.h"

#define N_RUNS 5

/* ris3, the first argument. */
static char *program;

/* In milliseconds: by the clock, and of all cores together. Others share the machine, which the clock shows more. */
typedef struct
{
  double wall;
  double cpu;
} Time;

static double
to_ms (struct timeval time)
{
  return (double) time.tv_sec * 1000 + (double) time.tv_usec / 1000;
}

/* who: RUSAGE_CHILDREN: programs that have ended */
static Time
now (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (Time){ (double) g_get_monotonic_time () / 1000, to_ms (usage.ru_utime) + to_ms (usage.ru_stime) };
}

static Time
since (int who, Time start)
{
  Time end = now (who);

  return (Time){ end.wall - start.wall, end.cpu - start.cpu };
}

static Time
run (const char *folder, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  Time start = now (RUSAGE_CHILDREN);
  int status = 0;

  g_spawn_sync (folder, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                &err, &status, &error);
  if (error != NULL || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s%s", arguments[0], error->message, err != NULL ? err : "");
  return since (RUSAGE_CHILDREN, start);
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
      times[0][i] = run (folder, export).wall;
      g_unlink (theirs_path);
      times[1][i] = run (folder, copy).wall;
    }
  for (guint k = 0; k < 2; k++)
    qsort (times[k], N_RUNS, sizeof times[k][0], compare);
  g_print (
      "%s: %u priorities exported in %.0f ms (median of %d, %.0f to %.0f); ogr2ogr copies them from CSV in %.0f ms "
      "(%.0f to %.0f): %.2f of its speed\n",
      upper, TEST_MANY_PRIORITIES, times[0][N_RUNS / 2], N_RUNS, times[0][0], times[0][N_RUNS - 1],
      times[1][N_RUNS / 2], times[1][0], times[1][N_RUNS - 1], times[1][N_RUNS / 2] / times[0][N_RUNS / 2]);
}

/* Priorities and their themes from an atlas into one that has the same strategies, row by row. */
static Time
insert_bare (const char *from, const char *into, gboolean with_session)
{
  static const struct
  {
    const char *select;
    const char *insert;
  } tables[] = {
    { "SELECT * FROM priority ORDER BY id", "INSERT INTO priority VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { "SELECT * FROM priority_theme", "INSERT INTO priority_theme VALUES (?, ?, ?, ?, ?)" },
  };
  sqlite3 *source = NULL, *target = NULL;
  sqlite3_session *session = NULL;
  Time time;

  g_assert_cmpint (sqlite3_open (from, &source), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (into, &target), ==, SQLITE_OK);
  time = now (RUSAGE_SELF);
  sqlite3_exec (target,
                "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; BEGIN;"
                "PRAGMA defer_foreign_keys = ON",
                NULL, NULL, NULL);
  if (with_session)
    {
      g_assert_cmpint (sqlite3session_create (target, "main", &session), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_stmt *select = NULL, *insert = NULL;

      sqlite3_prepare_v2 (source, tables[i].select, -1, &select, NULL);
      sqlite3_prepare_v2 (target, tables[i].insert, -1, &insert, NULL);
      while (sqlite3_step (select) == SQLITE_ROW)
        {
          for (int j = 0; j < sqlite3_column_count (select); j++)
            sqlite3_bind_value (insert, j + 1, sqlite3_column_value (select, j));
          g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
          sqlite3_reset (insert);
        }
      sqlite3_finalize (select);
      sqlite3_finalize (insert);
    }
  if (with_session)
    {
      void *bytes = NULL;
      int size = 0;

      g_assert_cmpint (sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
      sqlite3_free (bytes);
      sqlite3session_delete (session);
    }
  g_assert_cmpint (sqlite3_exec (target, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  time = since (RUSAGE_SELF, time);
  sqlite3_close (source);
  sqlite3_close (target);
  return time;
}

/* An atlas with the strategies, but without a priority. */
static void
make_empty (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  g_unlink (to);
  if (!ris3_atlas_copy (from, to, &error))
    g_error ("%s", error->message);
  test_files_sql (to, "PRAGMA foreign_keys = ON; DELETE FROM comment; DELETE FROM priority; VACUUM");
}

typedef struct
{
  const char *name;
  const char *const *program; /* NULL: SQLite alone */
  gboolean has_session;
  gboolean goes_on; /* with what the one before has written */
} Import;

static double
get_median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare);
  return values[N_RUNS / 2];
}

static void
tell_import (const Import *import, const Time *times, const Time *theirs)
{
  double wall[2][N_RUNS], cpu[2][N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      wall[0][i] = times[i].wall;
      wall[1][i] = theirs[i].wall;
      cpu[0][i] = times[i].cpu;
      cpu[1][i] = theirs[i].cpu;
    }
  g_print ("%-24s %5.0f ms, %.2f times ogr2ogr; CPU %5.0f ms, %.2f times (medians of %d", import->name,
           get_median (wall[0]), get_median (wall[0]) / get_median (wall[1]), get_median (cpu[0]),
           get_median (cpu[0]) / get_median (cpu[1]), N_RUNS);
  g_print (": %.0f to %.0f, CPU %.0f to %.0f)\n", wall[0][0], wall[0][N_RUNS - 1], cpu[0][0], cpu[0][N_RUNS - 1]);
}

static void
measure_import (TestFiles *files, const char *atlas)
{
  const char *import[] = { program, "import", "--into", "target.ris3atlas", "new.csv", NULL };
  const char *undo[] = { program, "undo", "--atlas", "target.ris3atlas", NULL };
  const char *ogr[] = { "ogr2ogr", "-f", "SQLite", "copy.sqlite", "new.csv", NULL };
  const char *sqlite[] = { "sqlite3", "copy.sqlite", ".mode csv", ".import new.csv t", NULL };
  const Import imports[]
      = { { "ogr2ogr into SQLite", ogr },         { "ris3 import", import },
          { "ris3 undo", undo, .goes_on = TRUE }, { "sqlite3 .import", sqlite },
          { "SQLite with the indexes", NULL },    { "and with a session", NULL, .has_session = TRUE } };
  g_autofree char *empty = test_files_path (files, "empty.ris3atlas");
  g_autofree char *target = test_files_path (files, "target.ris3atlas");
  g_autofree char *copy = test_files_path (files, "copy.sqlite");
  Time times[G_N_ELEMENTS (imports)][N_RUNS];

  make_empty (atlas, empty);
  for (guint i = 0; i < N_RUNS; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (imports); k++)
      {
        g_autoptr (GError) error = NULL;

        g_unlink (copy);
        if (!imports[k].goes_on)
          g_unlink (target);
        if (!imports[k].goes_on && !ris3_atlas_copy (empty, target, &error))
          g_error ("%s", error->message);
        times[k][i] = imports[k].program != NULL ? run (files->folder, imports[k].program)
                                                 : insert_bare (atlas, target, imports[k].has_session);
      }
  for (gsize k = 0; k < G_N_ELEMENTS (imports); k++)
    tell_import (&imports[k], times[k], times[0]);
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
  {
    /* Without numbers, as a colleague would send them. */
    const char *without_numbers[]
        = { "ogr2ogr",
            "-f",
            "CSV",
            "new.csv",
            "table.csv",
            "-sql",
            "SELECT strategy_id, position, parent_position, label, text_original, text_en, page_index, page, quote,"
            " source_url, explicit_pm, is_area, themes FROM \"table\"",
            NULL };

    run (files.folder, without_numbers);
  }
  measure_import (&files, atlas);
  test_files_tear_down (&files, NULL);
  g_free (program);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to index an atlas of 10,000 strategies and 150,000 priorities, to follow one change of it, to apply
 * filters with all their facets, and to look for words; and what one statement of SQL takes for the same question.
 */

#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "model/ris3-cross-table.h"
#include "model/ris3-filter-index.h"
#include "model/ris3-theme.h"
#include "test-files.h"
#include "test-generate.h"

#define N_RUNS 25

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = *(const gint64 *) a, time_b = *(const gint64 *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static void
on_result (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static Ris3FilterIndex *
make_index (Ris3Atlas *atlas, Ris3FilterIndex *former, Ris3Changes *changes, const char *what)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Ris3FilterIndex *index;

  ris3_filter_index_new_async (atlas, former, changes, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  index = ris3_filter_index_new_finish (result, &error);
  g_assert_no_error (error);
  g_print ("%s: %.0f ms\n", what, (double) (g_get_monotonic_time () - start) / 1000);
  return index;
}

static void
measure_filter (Ris3FilterIndex *index, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, NULL, &error);
  gint64 times[N_RUNS];
  gint64 first = 0;
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (Ris3FilterResult) result = ris3_filter_index_apply (index, filter, NULL, &error);

      g_assert_no_error (error);
      n = ris3_filter_result_get_n_strategies (result);
      times[i] = g_get_monotonic_time () - start;
      if (i == 0)
        first = times[i];
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_print ("“%s”: %u strategies with all facets, first %.1f ms, median of %d %.1f ms\n", text, n, (double) first / 1000,
           N_RUNS, (double) times[N_RUNS / 2] / 1000);
}

static void
measure_search (Ris3FilterIndex *index, const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 times[N_RUNS];
  guint n = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) hits = ris3_filter_index_search (index, words, 50, &error);

      g_assert_no_error (error);
      n = hits->len;
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_print ("search “%s”: the first %u, median of %d %.1f ms, worst %.1f ms\n", words, n, N_RUNS,
           (double) times[N_RUNS / 2] / 1000, (double) times[N_RUNS - 1] / 1000);
}

/* From another filter to the figures of all charts. */
static void
measure_charts (Ris3FilterIndex *index, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, NULL, &error);
  gint64 times[N_RUNS], tables[N_RUNS];
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (Ris3FilterResult) result = ris3_filter_index_apply (index, filter, NULL, &error);
      gint64 applied = g_get_monotonic_time ();
      g_autoptr (Ris3CrossTable) countries = ris3_cross_table_new (result, RIS3_FACET_COUNTRY, NULL, RIS3_N_FACETS);
      g_autoptr (Ris3CrossTable) periods = ris3_cross_table_new (result, RIS3_FACET_PERIOD, NULL, RIS3_N_FACETS);
      g_autoptr (Ris3CrossTable) absences = ris3_cross_table_new (result, RIS3_FACET_ABSENCE, NULL, RIS3_N_FACETS);
      g_autoptr (Ris3CrossTable) themes
          = ris3_cross_table_new (result, RIS3_FACET_THEME, RIS3_THEME_SCHEME, RIS3_N_FACETS);
      g_autoptr (Ris3CrossTable) cells
          = ris3_cross_table_new (result, RIS3_FACET_THEME, RIS3_THEME_SCHEME, RIS3_FACET_COUNTRY);

      g_assert_no_error (error);
      n = ris3_cross_table_get_n_strategies (cells);
      tables[i] = g_get_monotonic_time () - applied;
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  qsort (tables, N_RUNS, sizeof tables[0], compare_times);
  g_print ("charts of “%s”: %u strategies, filter and five cross tables, median of %d %.1f ms, of which the tables %.1f"
           " ms\n",
           text, n, N_RUNS, (double) times[N_RUNS / 2] / 1000, (double) tables[N_RUNS / 2] / 1000);
}

/* The yardstick: the strategies of one filter, without any facet. */
static void
measure_sql (const char *path, const char *what, const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 times[N_RUNS];
  int n = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      n = sqlite3_column_int (statement, 0);
      sqlite3_reset (statement);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_print ("SQL %s: %d strategies, median of %d %.1f ms\n", what, n, N_RUNS, (double) times[N_RUNS / 2] / 1000);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

#define LATEST                                                                                                         \
  "(SELECT * FROM (SELECT *, row_number () OVER (PARTITION BY nuts_version, region_code ORDER BY period DESC,"         \
  " ifnull (year, 0) DESC, analysis_state = 'pending', id DESC) AS place FROM strategy) WHERE place = 1)"

int
main (int argc, char **argv)
{
  TestFiles files;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3FilterIndex) first = NULL;
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (Ris3Changes) changes = ris3_changes_new ();

  test_files_set_up (&files, NULL);
  path = test_files_copy_default (&files, "atlas.ris3atlas");
  test_generate (path, TEST_MANY_STRATEGIES, TEST_MANY_PRIORITIES);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  first = make_index (atlas, NULL, NULL, "index of 10,000 strategies and 150,000 priorities");
  test_files_sql (path, "UPDATE priority SET text = text || ' genomics' WHERE id % 500 = 0 AND id < 100000");
  for (guint i = 500; i < 100000; i += 500)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      ris3_changes_add (changes, "priority", key);
    }
  index = make_index (atlas, first, changes, "the same after a change of 199 priorities");

  measure_filter (index, "");
  measure_filter (index, "country:FR,IT,DE pm:yes since:2014");
  measure_filter (index, "theme:health-theme/oncology,health-theme/medical-imaging pm:yes level:2");
  measure_filter (index, "theme:all(health-theme/oncology,health-theme/medical-imaging)");
  measure_filter (index, "genomics");
  measure_filter (index, "clinical research");
  measure_filter (index, "clinical OR data OR imaging OR patients");
  measure_filter (index, "d*");
  measure_sql (path, "country, PM, year",
               "SELECT count (*) FROM " LATEST
               " WHERE substr (region_code, 1, 2) IN ('FR', 'IT', 'DE') AND pm_mark = 1 AND year"
               " >= 2014 AND NOT withheld");
  measure_sql (
      path, "two themes, PM, level",
      "SELECT count (*) FROM " LATEST " AS s WHERE pm_mark = 1 AND length (region_code) = 4 AND EXISTS (SELECT 1 FROM"
      " priority AS p JOIN priority_theme AS t ON t.priority_id = p.id WHERE p.strategy_id = s.id AND t.scheme ="
      " 'health-theme' AND t.code IN ('oncology', 'medical-imaging'))");
  measure_charts (index, "");
  measure_charts (index, "country:FR,IT,DE pm:yes since:2014");
  measure_charts (index, "clinical");
  measure_sql (path, "themes by countries, one chart of five; cells instead of",
               "SELECT count (*) FROM (SELECT t.code, substr (s.region_code, 1, 2), count (DISTINCT s.id) FROM " LATEST
               " AS s JOIN priority AS p ON p.strategy_id = s.id JOIN priority_theme AS t ON t.priority_id = p.id"
               " WHERE t.scheme = 'health-theme' GROUP BY 1, 2)");
  measure_search (index, "genomics");
  measure_search (index, "gen");
  measure_search (index, "d");
  measure_search (index, "clinical");
  measure_search (index, "clinical res");
  measure_search (index, "clinical AND zzz");
  measure_search (index, "\"clinical research\"");
  test_files_tear_down (&files, NULL);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cross tables, compared with plain SQL: of the default atlas with whole statements, and of random atlases and filters
 * each cell and each sum with the rows of the tables. */

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-cross-table.h"
#include "model/ris3-filter-index.h"
#include "model/ris3-theme.h"
#include "test-facets.h"

#define SEED 2027

static Ris3FilterResult *
apply (Ris3FilterIndex *index, const char *text, const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, NULL, &error);
  Ris3FilterResult *result;

  g_assert_no_error (error);
  result = ris3_filter_index_apply (index, filter, period, &error);
  g_assert_no_error (error);
  return result;
}

static void
run (sqlite3 *handle, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* "ROW COLUMN" to two numbers, as SQL counts them; what has no value is called “-”. */
typedef struct
{
  guint n_strategies;
  guint n_priorities;
} Counts;

static GHashTable *
read_counts (sqlite3 *handle, const char *sql)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Counts *value = g_new (Counts, 1);

      *value = (Counts){ (guint) sqlite3_column_int (statement, 2), (guint) sqlite3_column_int (statement, 3) };
      g_hash_table_insert (
          counts, g_strdup_printf ("%s|%s", sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 1)),
          value);
    }
  sqlite3_finalize (statement);
  return counts;
}

static void
check_counts (GHashTable *counts, const char *row, const char *column, guint n_strategies, guint n_priorities)
{
  g_autofree char *key = g_strdup_printf ("%s|%s", row != NULL ? row : "-", column != NULL ? column : "-");
  const Counts *expected = g_hash_table_lookup (counts, key);

  if ((expected != NULL ? expected->n_strategies : 0) != n_strategies
      || (expected != NULL ? expected->n_priorities : 0) != n_priorities)
    g_error ("%s: %u strategies and %u priorities, not %u and %u", key, n_strategies, n_priorities,
             expected != NULL ? expected->n_strategies : 0, expected != NULL ? expected->n_priorities : 0);
  g_hash_table_remove (counts, key);
}

static void
check_cells (Ris3CrossTable *table, GHashTable *counts)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < ris3_cross_table_get_n_rows (table); i++)
    for (guint j = 0; j < ris3_cross_table_get_n_columns (table); j++)
      check_counts (counts, ris3_cross_table_get_row (table, i)->id, ris3_cross_table_get_column (table, j)->id,
                    ris3_cross_table_count_strategies (table, i, j), ris3_cross_table_count_priorities (table, i, j));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_assert_cmpuint (((Counts *) value)->n_strategies + ((Counts *) value)->n_priorities, ==, 0);
}

static void
check_sums (Ris3CrossTable *table, GHashTable *rows, GHashTable *columns)
{
  for (guint i = 0; i < ris3_cross_table_get_n_rows (table); i++)
    {
      const Ris3CrossValue *row = ris3_cross_table_get_row (table, i);

      check_counts (rows, row->id, "sum", row->n_strategies, row->n_priorities);
    }
  for (guint i = 0; i < ris3_cross_table_get_n_columns (table); i++)
    {
      const Ris3CrossValue *column = ris3_cross_table_get_column (table, i);

      check_counts (columns, column->id, "sum", column->n_strategies, column->n_priorities);
    }
}

/* What matches, as tables; test-filter-index.c shows that it is right. */
static sqlite3 *
open_with_matches (const char *path, Ris3FilterResult *result)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  run (handle, "CREATE TEMP TABLE s (id TEXT PRIMARY KEY); CREATE TEMP TABLE p (id INTEGER PRIMARY KEY, owner TEXT)");
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT id FROM strategy", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (ris3_filter_result_has_strategy (result, (const char *) sqlite3_column_text (statement, 0)))
      {
        g_autofree char *sql = g_strdup_printf ("INSERT INTO s VALUES ('%s')", sqlite3_column_text (statement, 0));

        run (handle, sql);
      }
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT id, strategy_id FROM priority", -1, &statement, NULL), ==,
                   SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (ris3_filter_result_has_priority (result, sqlite3_column_int64 (statement, 0)))
      {
        g_autofree char *sql
            = g_strdup_printf ("INSERT INTO p VALUES (%" G_GINT64_FORMAT ", '%s')",
                               (gint64) sqlite3_column_int64 (statement, 0), sqlite3_column_text (statement, 1));

        run (handle, sql);
      }
  sqlite3_finalize (statement);
  return handle;
}

#define AREAS "(SELECT id FROM priority WHERE is_area)"

/* Tables of what the rows are: v of strategies, w of priorities; “-” is what has no value. */
static void
add_rows (sqlite3 *handle, Ris3Facet facet, const char *scheme)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TEMP TABLE f (id, value); INSERT INTO f %s", test_facet_sql (facet));
  g_autofree char *pattern = g_strdup_printf ("DELETE FROM f WHERE value NOT LIKE '%s/%%'", scheme);

  run (handle, "CREATE TEMP TABLE v (id, value); CREATE TEMP TABLE w (id, owner, value)");
  run (handle, sql);
  if (scheme != NULL)
    run (handle, pattern);
  if (facet == RIS3_FACET_THEME)
    run (handle, "INSERT INTO w SELECT DISTINCT p.id, owner, value FROM p JOIN f ON f.id = p.id;"
                 "INSERT INTO v SELECT DISTINCT owner, value FROM w;"
                 "INSERT INTO w SELECT id, owner, '-' FROM p WHERE id NOT IN (SELECT id FROM w);"
                 "INSERT INTO v SELECT id, '-' FROM s WHERE id NOT IN (SELECT id FROM v)");
  else
    run (handle, "INSERT INTO v SELECT DISTINCT s.id, value FROM s JOIN f ON f.id = s.id;"
                 "INSERT INTO v SELECT id, '-' FROM s WHERE id NOT IN (SELECT id FROM v);"
                 "INSERT INTO w SELECT p.id, owner, value FROM p JOIN v ON v.id = owner");
}

static void
add_columns (sqlite3 *handle, Ris3Facet facet)
{
  g_autofree char *sql = NULL;

  run (handle, "CREATE TEMP TABLE c (id, value)");
  if (facet < RIS3_N_FACETS)
    {
      sql = g_strdup_printf ("DELETE FROM f; INSERT INTO f %s;"
                             "INSERT INTO c SELECT DISTINCT s.id, value FROM s JOIN f ON f.id = s.id",
                             test_facet_sql (facet));
      run (handle, sql);
    }
  run (handle, "INSERT INTO c SELECT id, '-' FROM s WHERE id NOT IN (SELECT id FROM c)");
}

static void
check_table (sqlite3 *handle, Ris3FilterResult *result, Ris3Facet rows, const char *scheme, Ris3Facet columns)
{
  g_autoptr (Ris3CrossTable) table = ris3_cross_table_new (result, rows, scheme, columns);
  g_autoptr (GHashTable) cells = NULL;
  g_autoptr (GHashTable) row_sums = NULL;
  g_autoptr (GHashTable) column_sums = NULL;

  run (handle, "DROP TABLE IF EXISTS f; DROP TABLE IF EXISTS v; DROP TABLE IF EXISTS w; DROP TABLE IF EXISTS c");
  add_rows (handle, rows, scheme);
  add_columns (handle, columns);
  /* What only groups others is there, but is not counted. */
  run (handle, "DELETE FROM w WHERE id IN " AREAS);
  cells = read_counts (handle, "SELECT r, k, sum (n), sum (m) FROM ("
                               "SELECT v.value AS r, c.value AS k, count (*) AS n, 0 AS m FROM v JOIN c ON c.id = v.id"
                               " GROUP BY 1, 2 UNION ALL"
                               " SELECT w.value, c.value, 0, count (*) FROM w JOIN c ON c.id = w.owner GROUP BY 1, 2)"
                               " GROUP BY 1, 2");
  row_sums = read_counts (
      handle, "SELECT value, 'sum', count (*), (SELECT count (*) FROM w WHERE w.value = v.value) FROM v GROUP BY 1");
  column_sums = read_counts (handle, "SELECT value, 'sum', count (*), (SELECT count (*) FROM p JOIN c AS d ON d.id ="
                                     " p.owner WHERE d.value = c.value AND p.id NOT IN " AREAS ") FROM c GROUP BY 1");
  /* Priorities without a theme are also those of strategies with one. */
  if (rows == RIS3_FACET_THEME && g_hash_table_lookup (row_sums, "-|sum") == NULL)
    {
      Counts *none = g_new0 (Counts, 1);
      g_autoptr (GHashTable) rest = read_counts (handle, "SELECT '-', 'sum', 0, count (*) FROM w WHERE value = '-'");

      *none = *(Counts *) g_hash_table_lookup (rest, "-|sum");
      g_hash_table_insert (row_sums, g_strdup ("-|sum"), none);
    }
  check_cells (table, cells);
  check_sums (table, row_sums, column_sums);
  g_assert_cmpuint (ris3_cross_table_get_n_strategies (table), ==, ris3_filter_result_get_n_strategies (result));
  g_assert_cmpuint (ris3_cross_table_get_n_priorities (table), ==, ris3_filter_result_get_n_priorities (result));
}

static void
test_random (TestFiles *files, gconstpointer data)
{
  static const char *const filters[] = { "",
                                         "pm:yes",
                                         "country:FR,IT,DE since:2014",
                                         "theme:health-theme/oncology,health-theme/medical-imaging",
                                         "theme:all(health-theme/oncology,health-theme/medical-imaging)",
                                         "imaging",
                                         "clin* level:2",
                                         "zzz",
                                         "comment:open programme:ICPerMed",
                                         "absence:no-priority,withheld" };
  static const char *const periods[] = { NULL, RIS3_FILTER_ANY_PERIOD, "2021-2027", "2014-2020" };
  g_autofree char *path = test_facets_make_atlas (files);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *text = filters[i % G_N_ELEMENTS (filters)];
      const char *period = periods[i % G_N_ELEMENTS (periods)];
      g_autoptr (Ris3FilterResult) result = apply (index, text, period);
      sqlite3 *handle = open_with_matches (path, result);

      g_test_message ("“%s”, %s: %u", text, period, ris3_filter_result_get_n_strategies (result));
      check_table (handle, result, RIS3_FACET_THEME, RIS3_THEME_SCHEME, RIS3_FACET_COUNTRY);
      check_table (handle, result, RIS3_FACET_ANALYSIS, NULL, RIS3_N_FACETS);
      for (guint j = 0; j < 5; j++)
        {
          /* Regions and classes of the map are told to a filter, and are no columns. */
          Ris3Facet rows = (Ris3Facet) g_rand_int_range (rand, 0, RIS3_FACET_REGION);
          Ris3Facet columns = (Ris3Facet) g_rand_int_range (rand, 0, RIS3_FACET_REGION + 1);

          check_table (handle, result, rows, NULL,
                       columns == RIS3_FACET_THEME    ? RIS3_FACET_COUNTRY
                       : columns == RIS3_FACET_REGION ? RIS3_N_FACETS
                                                      : columns);
        }
      sqlite3_close (handle);
    }
}

#define LATEST                                                                                                         \
  "(SELECT * FROM (SELECT *, row_number () OVER (PARTITION BY nuts_version, region_code ORDER BY period DESC,"         \
  " ifnull (year, 0) DESC, analysis_state = 'pending', id DESC) AS place FROM strategy) WHERE place = 1)"

static const Ris3CrossValue *
find_row (Ris3CrossTable *table, const char *id, guint *row)
{
  for (*row = 0; *row < ris3_cross_table_get_n_rows (table); ++*row)
    if (g_strcmp0 (ris3_cross_table_get_row (table, *row)->id, id) == 0)
      return ris3_cross_table_get_row (table, *row);
  g_assert_not_reached ();
}

static guint
find_column (Ris3CrossTable *table, const char *id)
{
  for (guint i = 0; i < ris3_cross_table_get_n_columns (table); i++)
    if (g_strcmp0 (ris3_cross_table_get_column (table, i)->id, id) == 0)
      return i;
  g_assert_not_reached ();
}

/* Of the default atlas, what anybody can ask of it. */
static void
test_default (TestFiles *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new (test_default_atlas (), &error);
  g_autoptr (Ris3FilterResult) all = apply (index, "", NULL);
  g_autoptr (Ris3FilterResult) former = apply (index, "pm:yes", "2014-2020");
  g_autoptr (Ris3CrossTable) themes
      = ris3_cross_table_new (all, RIS3_FACET_THEME, RIS3_THEME_SCHEME, RIS3_FACET_COUNTRY);
  g_autoptr (Ris3CrossTable) analysis = ris3_cross_table_new (all, RIS3_FACET_ANALYSIS, NULL, RIS3_N_FACETS);
  g_autoptr (Ris3CrossTable) countries = ris3_cross_table_new (former, RIS3_FACET_COUNTRY, NULL, RIS3_N_FACETS);
  const Ris3CrossValue *oncology, *none;
  guint row, other;

  g_assert_no_error (error);
  g_assert_cmpint (ris3_cross_table_get_n_strategies (themes), ==,
                   test_files_query (test_default_atlas (), "SELECT count (*) FROM " LATEST));
  oncology = find_row (themes, "health-theme/oncology", &row);
  g_assert_cmpstr (oncology->title, ==, "Oncology");
  g_assert_cmpint (
      oncology->n_strategies, ==,
      test_files_query (test_default_atlas (),
                        "SELECT count (*) FROM " LATEST " AS s WHERE EXISTS (SELECT 1 FROM priority AS p JOIN"
                        " priority_theme AS t ON t.priority_id = p.id WHERE p.strategy_id = s.id AND t.scheme ="
                        " 'health-theme' AND t.code = 'oncology')"));
  g_assert_cmpint (
      ris3_cross_table_count_strategies (themes, row, find_column (themes, "FR")), ==,
      test_files_query (test_default_atlas (),
                        "SELECT count (*) FROM " LATEST " AS s WHERE s.region_code LIKE 'FR%' AND EXISTS (SELECT 1 FROM"
                        " priority AS p JOIN priority_theme AS t ON t.priority_id = p.id WHERE p.strategy_id = s.id AND"
                        " t.scheme = 'health-theme' AND t.code = 'oncology')"));
  none = find_row (themes, NULL, &other);
  g_assert_cmpint (
      none->n_strategies, ==,
      test_files_query (test_default_atlas (),
                        "SELECT count (*) FROM " LATEST " AS s WHERE NOT EXISTS (SELECT 1 FROM priority AS p JOIN"
                        " priority_theme AS t ON t.priority_id = p.id WHERE p.strategy_id = s.id AND t.scheme ="
                        " 'health-theme')"));
  g_assert_cmpint (
      find_row (analysis, "pending", &row)->n_strategies, ==,
      test_files_query (test_default_atlas (), "SELECT count (*) FROM " LATEST " WHERE analysis_state = 'pending'"));
  g_assert_cmpuint (find_row (analysis, NULL, &row)->n_strategies, ==, 0);
  g_assert_cmpint (find_row (countries, "ES", &row)->n_strategies, ==,
                   test_files_query (test_default_atlas (),
                                     "SELECT count (*) FROM strategy WHERE region_code LIKE 'ES%' AND period ="
                                     " '2014-2020' AND pm_mark AND NOT withheld AND analysis_state <> 'pending'"));
  g_assert_cmpuint (find_row (countries, "ES", &row)->n_strategies, >, 0);
  g_assert_cmpint (ris3_cross_table_get_n_strategies (countries), ==,
                   test_files_query (test_default_atlas (),
                                     "SELECT count (*) FROM strategy WHERE period = '2014-2020' AND pm_mark AND NOT"
                                     " withheld AND analysis_state <> 'pending'"));
}

/* Where everything is counted once, the rows add up to the base. */
static void
test_base (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_facets_make_atlas (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new (path, &error);
  g_autoptr (Ris3FilterResult) result = apply (index, "clin*", RIS3_FILTER_ANY_PERIOD);
  static const Ris3Facet facets[] = { RIS3_FACET_COUNTRY, RIS3_FACET_PERIOD, RIS3_FACET_ANALYSIS, RIS3_FACET_LANGUAGE };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autoptr (Ris3CrossTable) table = ris3_cross_table_new (result, facets[i], NULL, RIS3_N_FACETS);
      guint n_strategies = 0, n_priorities = 0;

      for (guint j = 0; j < ris3_cross_table_get_n_rows (table); j++)
        {
          n_strategies += ris3_cross_table_get_row (table, j)->n_strategies;
          n_priorities += ris3_cross_table_get_row (table, j)->n_priorities;
        }
      g_assert_cmpuint (n_strategies, ==, ris3_cross_table_get_n_strategies (table));
      g_assert_cmpuint (n_priorities, ==, ris3_cross_table_get_n_priorities (table));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/cross-table/random", test_random);
  TEST_ADD ("/cross-table/default", test_default);
  TEST_ADD ("/cross-table/base", test_base);
  return g_test_run ();
}

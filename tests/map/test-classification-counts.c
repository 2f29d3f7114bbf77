/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole default atlas, also classified by plain SQL: each territory of each rule, period and
 * indicator must come out the same, and so must the counts of strategies.
 */

#include <sqlite3.h>

#include "fixture.h"
#include "map/ris3-strategy-summary.h"

/* ?1 period or NULL, ?2 indicator, ?3 level rule. Codes of NUTS begin with those of their ancestors. */
static const char territories_sql[]
    = "WITH ranked AS ("
      "  SELECT *, row_number() OVER (PARTITION BY region_code ORDER BY period DESC, ifnull(year, 0) DESC,"
      "                               analysis_state <> 'pending' DESC, id DESC) AS place"
      "  FROM strategy WHERE ?1 IS NULL OR period = ?1),"
      " deciding AS ("
      "  SELECT region_code AS code, ?2 = 0 AND pm_disputed AS disputed,"
      "    CASE WHEN analysis_state = 'pending' THEN 3 WHEN ?2 = 0 AND pm_mark IS 1 THEN 0"
      "         WHEN health_priority IS 1 OR pm_mark IS 1 THEN 1 ELSE 2 END AS class"
      "  FROM ranked WHERE place = 1),"
      " territory AS ("
      "  SELECT code FROM area a WHERE CASE WHEN ?3 < 4 THEN level = ?3 ELSE"
      "    NOT EXISTS (SELECT 1 FROM deciding d WHERE d.code GLOB a.code || '?*')"
      "    AND (level = 0 OR EXISTS (SELECT 1 FROM deciding d"
      "                              WHERE d.code GLOB substr(a.code, 1, length(a.code) - 1) || '?*')) END),"
      " near AS ("
      "  SELECT t.code AS territory, d.class, d.disputed"
      "  FROM territory t JOIN deciding d ON d.code = t.code OR (?3 < 4 AND d.code GLOB t.code || '*')),"
      " far AS ("
      "  SELECT t.code AS territory, d.class, d.disputed,"
      "    row_number() OVER (PARTITION BY t.code ORDER BY length(d.code) DESC) AS distance"
      "  FROM territory t JOIN deciding d ON t.code GLOB d.code || '?*'"
      "  WHERE t.code NOT IN (SELECT territory FROM near)),"
      " both AS ("
      "  SELECT territory, class, disputed, 0 AS inherited FROM near"
      "  UNION ALL SELECT territory, class, disputed, 1 FROM far WHERE distance = 1)"
      " SELECT t.code, ifnull(min(b.class), 4), ifnull(max(b.inherited), 0), count(b.class),"
      "   ifnull(max(b.disputed AND b.class = (SELECT min(c.class) FROM both c WHERE c.territory = t.code)), 0)"
      " FROM territory t LEFT JOIN both b ON b.territory = t.code GROUP BY t.code ORDER BY t.code";

static const char summary_sql[]
    = "WITH ranked AS ("
      "  SELECT *, row_number() OVER (PARTITION BY region_code ORDER BY period DESC, ifnull(year, 0) DESC,"
      "                               analysis_state <> 'pending' DESC, id DESC) AS place FROM strategy)"
      " SELECT count(*), total(analysis_state <> 'pending'), total(health_priority IS 1), total(pm_mark IS 1),"
      "   total(pm_disputed), total(pm_basis IS 'text'), total(pm_basis IS 'commission'),"
      "   total(pm_basis IS 'region'), total(pm_basis IS 'secondary')"
      " FROM ranked WHERE CASE WHEN ?1 IS NULL THEN place = 1 ELSE period = ?1 END";

static const char *const periods[] = { "2014-2020", "2021-2027", NULL };

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return statement;
}

/* The atlas, with the regions of NUTS 2016 as a temporary table. */
static sqlite3 *
open_atlas (void)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  sqlite3 *db = NULL;
  sqlite3_stmt *insert;

  g_assert_cmpint (sqlite3_open_v2 (fixture_get_atlas_path (), &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TEMP TABLE area (code TEXT, level INTEGER)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  insert = prepare (db, "INSERT INTO area VALUES (?1, ?2)");
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      sqlite3_bind_text (insert, 1, region->code, -1, SQLITE_STATIC);
      sqlite3_bind_int (insert, 2, region->level);
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  return db;
}

static void
check_territories (sqlite3_stmt *statement, const char *period, guint indicator_index, Ris3LevelRule rule)
{
  /* In the order of the query. */
  static const char *const class_ids[] = { "explicit", "health", "no-health", "not-analysed", "no-strategy" };
  const Ris3Indicator *indicator = ris3_indicator_get (indicator_index);
  g_autoptr (Ris3Classification) classification = fixture_classify (2016, indicator, period, rule);
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  guint n_rows = 0;

  sqlite3_bind_text (statement, 1, period, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, indicator_index);
  sqlite3_bind_int (statement, 3, rule);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *code = (const char *) sqlite3_column_text (statement, 0);
      gint region = ris3_boundaries_find (boundaries, code);
      gint index = ris3_classification_find_territory (classification, region);
      const Ris3Territory *territory;

      if (index < 0)
        g_error ("%s is divided, in SQL it is not", code);
      territory = ris3_classification_get_territory (classification, index);
      if ((gint) territory->region != region
          || !g_str_equal (fixture_class_id (classification, territory), class_ids[sqlite3_column_int (statement, 1)])
          || ((territory->marks & RIS3_MARK_INHERITED) != 0) != sqlite3_column_int (statement, 2)
          || (gint) territory->n_strategies != sqlite3_column_int (statement, 3)
          || ((territory->marks & RIS3_MARK_DISPUTED) != 0) != sqlite3_column_int (statement, 4))
        g_error ("%s (%s, %s, %s): class %s, marks %d, %u strategies; in SQL %s, %s, %s, %s", code, indicator->id,
                 period != NULL ? period : "latest", ris3_level_rule_get_id (rule),
                 fixture_class_id (classification, territory), territory->marks, territory->n_strategies,
                 sqlite3_column_text (statement, 1), sqlite3_column_text (statement, 2),
                 sqlite3_column_text (statement, 3), sqlite3_column_text (statement, 4));
      n_rows++;
    }
  g_assert_cmpint (sqlite3_reset (statement), ==, SQLITE_OK);
  g_assert_cmpuint (n_rows, ==, ris3_classification_get_n_territories (classification));
}

static void
test_territories (void)
{
  sqlite3 *db = open_atlas ();
  sqlite3_stmt *statement = prepare (db, territories_sql);

  for (guint period = 0; period < G_N_ELEMENTS (periods); period++)
    for (guint indicator = 0; indicator < ris3_indicator_get_n_indicators (); indicator++)
      for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
        check_territories (statement, periods[period], indicator, rule);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
test_summary (void)
{
  sqlite3 *db = open_atlas ();
  sqlite3_stmt *statement = prepare (db, summary_sql);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      Ris3StrategySummary summary
          = ris3_strategy_summary (ris3_atlas_get_strategies (fixture_get_atlas ()), periods[i]);
      const guint counted[] = { summary.n_strategies,
                                summary.n_analysed,
                                summary.n_health,
                                summary.n_explicit,
                                summary.n_disputed,
                                summary.explicit_by_basis[RIS3_BASIS_TEXT],
                                summary.explicit_by_basis[RIS3_BASIS_COMMISSION],
                                summary.explicit_by_basis[RIS3_BASIS_REGION],
                                summary.explicit_by_basis[RIS3_BASIS_SECONDARY] };

      sqlite3_bind_text (statement, 1, periods[i], -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      for (guint j = 0; j < G_N_ELEMENTS (counted); j++)
        g_assert_cmpint (counted[j], ==, sqlite3_column_int (statement, j));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* The figure that is quoted: 32 of the 170 analysed strategies of 2014-2020. */
static void
test_headline (void)
{
  Ris3StrategySummary summary = ris3_strategy_summary (ris3_atlas_get_strategies (fixture_get_atlas ()), "2014-2020");

  g_assert_cmpuint (summary.n_strategies, ==, 198);
  g_assert_cmpuint (summary.n_analysed, ==, 170);
  g_assert_cmpuint (summary.n_explicit, ==, 32);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/classification-counts/territories", test_territories);
  g_test_add_func ("/map/classification-counts/summary", test_summary);
  g_test_add_func ("/map/classification-counts/headline", test_headline);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole default atlas, also classified by plain SQL: each territory of each rule, period and
 * indicator must come out the same, and so must the counts of strategies.
 */

#include <sqlite3.h>

#include "fixture.h"
#include "map/ris3-reach.h"
#include "map/ris3-strategy-summary.h"

/* The first two indicators are told again in SQL. */
#define N_IN_SQL 2

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
      " undivided AS ("
      "  SELECT code, (SELECT d.code FROM deciding d WHERE a.code GLOB d.code || '*'"
      "                ORDER BY length(d.code) DESC LIMIT 1) AS source FROM area a"
      "  WHERE NOT EXISTS (SELECT 1 FROM deciding d WHERE d.code GLOB a.code || '?*')"
      "    AND (level = 0 OR EXISTS (SELECT 1 FROM deciding d"
      "                              WHERE d.code GLOB substr(a.code, 1, length(a.code) - 1) || '?*'))),"
      " part AS ("
      "  SELECT u.code, u.source, ifnull(d.class, 4) AS class, ifnull(d.disputed, 0) AS disputed"
      "  FROM undivided u LEFT JOIN deciding d ON d.code = u.source),"
      " territory AS ("
      "  SELECT code FROM area WHERE CASE WHEN ?3 < 6 THEN level = min (?3, 3) ELSE code IN (SELECT code FROM "
      "undivided) END),"
      " member AS ("
      "  SELECT t.code AS territory, p.* FROM territory t"
      "  JOIN part p ON p.code GLOB t.code || '*' OR t.code GLOB p.code || '?*')"
      " SELECT territory, min(class), count(*) = 1 AND max(source) IS NOT NULL AND max(source <> territory)"
      "     AND NOT max(source GLOB territory || '?*'),"
      "   count(DISTINCT source), max(disputed), total(class = ?2), total(class < 3),"
      "   (SELECT count(*) FROM member GROUP BY territory ORDER BY 1 DESC LIMIT 1) > 1, count(*),"
      "   total(disputed AND class = ?2), total(disputed AND class < 3 AND class <> ?2)"
      " FROM member GROUP BY territory ORDER BY territory";

static const char summary_sql[]
    = "WITH ranked AS ("
      "  SELECT *, row_number() OVER (PARTITION BY region_code ORDER BY period DESC, ifnull(year, 0) DESC,"
      "                               analysis_state <> 'pending' DESC, id DESC) AS place FROM strategy)"
      " SELECT count(*), total(analysis_state <> 'pending'), total(health_priority IS 1), total(pm_mark IS 1),"
      "   total(pm_disputed), total(pm_basis IS 'text'), total(pm_basis IS 'commission'),"
      "   total(pm_basis IS 'region'), total(pm_basis IS 'secondary')"
      " FROM ranked WHERE CASE WHEN ?1 IS NULL THEN place = 1 ELSE period = ?1 END";

/* The headline's strategies and the areas that they colour: ?1 period or NULL, ?2 indicator. */
static const char reach_sql[]
    = "WITH ranked AS ("
      "  SELECT *, row_number() OVER (PARTITION BY region_code ORDER BY period DESC, ifnull(year, 0) DESC,"
      "                               analysis_state <> 'pending' DESC, id DESC) AS place"
      "  FROM strategy WHERE ?1 IS NULL OR period = ?1),"
      " deciding AS (SELECT region_code AS code, CASE ?2 WHEN 0 THEN pm_mark IS 1 ELSE health_priority IS 1 END AS "
      "found,"
      "                     ?2 = 0 AND pm_disputed AS disputed FROM ranked WHERE place = 1),"
      " undivided AS ("
      "  SELECT code, (SELECT d.code FROM deciding d WHERE a.code GLOB d.code || '*'"
      "                ORDER BY length(d.code) DESC LIMIT 1) AS source FROM area a"
      "  WHERE NOT EXISTS (SELECT 1 FROM deciding d WHERE d.code GLOB a.code || '?*')"
      "    AND (level = 0 OR EXISTS (SELECT 1 FROM deciding d"
      "                              WHERE d.code GLOB substr(a.code, 1, length(a.code) - 1) || '?*')))"
      " SELECT count(DISTINCT source) FILTER (WHERE found), total(found AND source = u.code),"
      "   total(found AND source <> u.code), total(disputed)"
      " FROM undivided u JOIN deciding d ON d.code = u.source";

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

/* What a row of the query is shown as; of a share, with so many more or fewer that are found. */
static const char *
get_class_id (sqlite3_stmt *row, int more)
{
  static const char *const class_ids[] = { "explicit", "health", "no-health", "not-analysed", "no-strategy" };
  int klass = sqlite3_column_int (row, 1);
  int part = sqlite3_column_int (row, 5) + more, base = sqlite3_column_int (row, 6);

  if (!sqlite3_column_int (row, 7) || (klass > 1 && more == 0))
    return class_ids[klass];
  return part == 0 ? "none" : 4 * part < base ? "below-quarter" : 2 * part < base ? "below-half" : "half-or-more";
}

static gboolean
is_disputed (sqlite3_stmt *row)
{
  const char *present = get_class_id (row, 0);

  if (!sqlite3_column_int (row, 7))
    return sqlite3_column_int (row, 4);
  return !g_str_equal (present, get_class_id (row, -sqlite3_column_int (row, 9)))
         || !g_str_equal (present, get_class_id (row, sqlite3_column_int (row, 10)));
}

static void
check_territories (sqlite3_stmt *statement, const char *period, guint indicator_index, Ris3LevelRule rule)
{
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
          || !g_str_equal (fixture_class_id (classification, territory), get_class_id (statement, 0))
          || ((territory->marks & RIS3_MARK_INHERITED) != 0) != sqlite3_column_int (statement, 2)
          || (gint) territory->n_strategies != sqlite3_column_int (statement, 3)
          || ((territory->marks & RIS3_MARK_DISPUTED) != 0) != is_disputed (statement)
          || (gint) territory->n_areas != sqlite3_column_int (statement, 8)
          || ris3_classification_shows_shares (classification) != sqlite3_column_int (statement, 7))
        g_error ("%s (%s, %s, %s): class %s, marks %d, %u strategies; in SQL %s, %s, %s, %s", code, indicator->id,
                 period != NULL ? period : "latest", ris3_level_rule_get_id (rule),
                 fixture_class_id (classification, territory), territory->marks, territory->n_strategies,
                 get_class_id (statement, 0), sqlite3_column_text (statement, 2), sqlite3_column_text (statement, 3),
                 sqlite3_column_text (statement, 4));
      if (ris3_classification_shows_shares (classification) && territory->value.absence == RIS3_ABSENCE_NONE)
        {
          g_assert_cmpfloat (territory->value.number, ==,
                             100 * sqlite3_column_double (statement, 5) / sqlite3_column_double (statement, 6));
          g_assert_cmpfloat (territory->value.base, ==, sqlite3_column_double (statement, 6));
        }
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
    for (guint indicator = 0; indicator < N_IN_SQL; indicator++)
      for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
        check_territories (statement, periods[period], indicator, rule);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* Whatever the level, the same strategies colour the same areas. */
static void
test_reach (void)
{
  sqlite3 *db = open_atlas ();
  sqlite3_stmt *statement = prepare (db, reach_sql);

  for (guint period = 0; period < G_N_ELEMENTS (periods); period++)
    for (guint i = 0; i < N_IN_SQL; i++)
      {
        const Ris3Indicator *indicator = ris3_indicator_get (i);

        sqlite3_bind_text (statement, 1, periods[period], -1, SQLITE_STATIC);
        sqlite3_bind_int (statement, 2, i);
        g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
        for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
          {
            g_autoptr (Ris3Classification) classification = fixture_classify (2016, indicator, periods[period], rule);
            Ris3Reach reach = ris3_reach_of_map (classification);
            g_autofree char *text = ris3_reach_to_text (&reach);

            g_assert_cmpuint (reach.n_strategies, ==,
                              indicator->count (ris3_classification_get_summary (classification)));
            g_assert_cmpint (reach.n_colouring, ==, sqlite3_column_int (statement, 0));
            g_assert_cmpint (reach.n_own, ==, sqlite3_column_int (statement, 1));
            g_assert_cmpint (reach.n_inherited, ==, sqlite3_column_int (statement, 2));
            g_assert_cmpint (reach.n_disputed_areas, ==, sqlite3_column_int (statement, 3));
            g_test_message ("%s, %s: %s", indicator->id, periods[period] != NULL ? periods[period] : "latest", text);
          }
        g_assert_cmpint (sqlite3_reset (statement), ==, SQLITE_OK);
      }
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* In every version the sum of the line is what the legend counts. */
static void
test_reach_of_legend (void)
{
  for (guint v = 0; fixture_nuts_versions[v] != 0; v++)
    for (guint period = 0; period < G_N_ELEMENTS (periods); period++)
      {
        g_autoptr (Ris3Classification) classification = fixture_classify (
            fixture_nuts_versions[v], ris3_indicator_get (0), periods[period], RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
        Ris3Reach reach = ris3_reach_of_map (classification);

        g_assert_cmpuint (reach.n_own + reach.n_inherited, ==, ris3_classification_count_class (classification, 0));
        g_assert_cmpuint (reach.n_disputed_areas, ==, ris3_classification_count_disputed (classification));
        g_assert_cmpuint (reach.n_colouring + reach.n_unplaced, <=, reach.n_strategies);
      }
}

static void
test_reach_words (void)
{
  const Ris3Reach reach = { .n_strategies = 29,
                            .n_colouring = 27,
                            .n_own = 24,
                            .n_inherited = 13,
                            .n_disputed_strategies = 5,
                            .n_disputed_areas = 10 };
  const Ris3Reach other = { .n_strategies = 4, .n_colouring = 1, .n_unplaced = 1, .n_own = 1 };
  g_autofree char *text = ris3_reach_to_text (&reach);
  g_autofree char *disputes = ris3_reach_describe_disputes (&reach);
  g_autofree char *other_text = ris3_reach_to_text (&other);
  g_autofree char *other_disputes = ris3_reach_describe_disputes (&other);

  g_assert_cmpstr (
      text, ==,
      "On the map these are 37 areas: 24 by a strategy of their own, 13 by those of wider regions. 2 of the 29 "
      "strategies are not seen there: the map shows later ones, or those of regions within.");
  g_assert_cmpstr (disputes, ==, "Disputed: 5 strategies, seen in 10 areas.");
  g_assert_cmpstr (
      other_text, ==,
      "On the map this is 1 area: 1 by a strategy of its own, 0 by those of wider regions. 2 of the 4 strategies are "
      "not seen there: the map shows later ones, or those of regions within. 1 more has no place in this NUTS "
      "version.");
  g_assert_null (other_disputes);
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
  g_test_add_func ("/map/classification-counts/reach", test_reach);
  g_test_add_func ("/map/classification-counts/reach-of-legend", test_reach_of_legend);
  g_test_add_func ("/map/classification-counts/reach-words", test_reach_words);
  g_test_add_func ("/map/classification-counts/summary", test_summary);
  g_test_add_func ("/map/classification-counts/headline", test_headline);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What each indicator says of the default atlas, against SQL that was written for it alone. */

#include <math.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture.h"
#include "model/ris3-filter-index.h"
#include "map/ris3-class-method.h"
#include "map/ris3-reach.h"

static const char *const periods[] = { "2014-2020", "2021-2027", NULL };

static sqlite3 *
open_atlas (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture_get_atlas_path (), &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static double
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  double result;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  result = sqlite3_column_double (statement, 0);
  sqlite3_finalize (statement);
  return result;
}

#define OF_PERIOD " FROM strategy AS s WHERE period = '2014-2020' AND withheld = 0"
#define READ OF_PERIOD " AND analysis_state <> 'pending'"
#define HEALTH READ " AND health_priority = 1"
#define ON_THEME                                                                                                       \
  "(SELECT count(DISTINCT p.id) FROM priority AS p JOIN priority_theme AS t ON t.priority_id = p.id WHERE "            \
  "p.strategy_id = s.id AND p.is_area = 0 AND t.scheme = 'health-theme' AND t.code = 'oncology')"
#define PRIORITIES "(SELECT count(*) FROM priority AS p WHERE p.strategy_id = s.id AND p.is_area = 0)"

/* The headline's figure and its base, and the sum where there is one, of strategies of 2014-2020. */
static void
test_figures (void)
{
  static const struct
  {
    const char *id;
    const char *found, *base, *sum;
  } cases[] = {
    { "priorities", "SELECT count(*)" HEALTH " AND " PRIORITIES " > 0", "SELECT count(*)" READ,
      "SELECT sum(" PRIORITIES ")" HEALTH },
    { "theme:oncology", "SELECT count(*)" HEALTH " AND " ON_THEME " > 0", "SELECT count(*)" READ, NULL },
    { "theme:health-theme/oncology", "SELECT count(*)" HEALTH " AND " ON_THEME " > 0", "SELECT count(*)" READ, NULL },
    { "theme-count:oncology", "SELECT count(*)" HEALTH " AND " ON_THEME " > 0", "SELECT count(*)" READ,
      "SELECT sum(" ON_THEME ")" HEALTH },
    { "theme-share:oncology", "SELECT count(*)" HEALTH " AND " ON_THEME " > 0", "SELECT count(*)" READ,
      "SELECT sum(100.0 * " ON_THEME " / " PRIORITIES ")" HEALTH " AND " PRIORITIES " > 0" },
    { "theme:xyz", "SELECT 0", "SELECT count(*)" READ, NULL },
    { "year", "SELECT count(*)" OF_PERIOD " AND year IS NOT NULL", "SELECT count(*)" OF_PERIOD,
      "SELECT sum(year)" OF_PERIOD },
    { "period", "SELECT count(*)" OF_PERIOD, "SELECT count(*)" OF_PERIOD, NULL },
    { "language", "SELECT count(*)" OF_PERIOD " AND language <> ''", "SELECT count(*)" OF_PERIOD, NULL },
    { "analysis", "SELECT count(*)" READ " AND analysis_state = 'confirmed'", "SELECT count(*)" READ, NULL },
    { "source", "SELECT count(*)" OF_PERIOD " AND source_kind = 'strategy'", "SELECT count(*)" OF_PERIOD, NULL },
  };
  sqlite3 *db = open_atlas ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Ris3Indicator *indicator = ris3_indicator_find (cases[i].id);
      g_autoptr (Ris3Classification) classification
          = fixture_classify (2016, indicator, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
      const Ris3StrategySummary *summary = ris3_classification_get_summary (classification);
      Ris3StrategySummary listed
          = ris3_indicator_summarise (indicator, ris3_atlas_get_strategies (fixture_get_atlas ()), "2014-2020");
      g_autofree char *headline = ris3_indicator_get_headline (indicator, summary, "2014-2020");

      g_test_message ("%s: %s.", cases[i].id, headline);
      g_assert_cmpstr (indicator->id, ==, cases[i].id);
      g_assert_cmpuint (ris3_indicator_count (indicator, summary), ==, ask (db, cases[i].found));
      g_assert_cmpuint (ris3_indicator_count_base (indicator, summary), ==, ask (db, cases[i].base));
      if (cases[i].sum != NULL)
        g_assert_cmpfloat_with_epsilon (summary->sum, ask (db, cases[i].sum), 1e-6);
      g_assert_cmpuint (ris3_indicator_count (indicator, &listed), ==, ris3_indicator_count (indicator, summary));
    }
  sqlite3_close (db);
}

static Ris3Classification *
classify_with_records (const Ris3Indicator *indicator, guint nuts_version, Ris3LevelRule rule)
{
  g_autoptr (Ris3Placement) placement
      = ris3_placement_new_of_atlas (fixture_get_geodata (nuts_version), fixture_get_atlas ());
  g_autoptr (Ris3View) first = ris3_view_new ();
  g_autoptr (Ris3View) indicating = ris3_view_with_indicator (first, indicator);
  g_autoptr (Ris3View) latest = ris3_view_with_period (indicating, NULL);
  g_autoptr (Ris3View) view = ris3_view_with_level_rule (latest, rule);

  return ris3_classification_new (placement, view);
}

static const char *
get_class_at (Ris3Classification *classification, const char *code)
{
  gint region = ris3_boundaries_find (ris3_classification_get_boundaries (classification), code);
  gint territory = ris3_classification_find_territory (classification, (guint) region);

  g_assert_cmpint (territory, >=, 0);
  return fixture_class_id (classification, ris3_classification_get_territory (classification, (guint) territory));
}

/* Members themselves, regions of member countries, and the others; the country of a region that takes part does, too.
 */
static void
test_participation (void)
{
  g_autoptr (Ris3Classification) countries
      = classify_with_records (ris3_indicator_find ("participation"), 2016, RIS3_LEVEL_RULE_COUNTRY);
  g_autoptr (Ris3Classification) regions
      = classify_with_records (ris3_indicator_find ("participation:ICPerMed"), 2016, RIS3_LEVEL_RULE_NUTS_2);
  g_autoptr (Ris3Classification) vanguard
      = classify_with_records (ris3_indicator_find ("participation:Vanguard-PM"), 2021, RIS3_LEVEL_RULE_COUNTRY);
  g_autoptr (Ris3Classification) nobody
      = classify_with_records (ris3_indicator_find ("participation:Nobody"), 2016, RIS3_LEVEL_RULE_COUNTRY);

  g_assert_cmpstr (get_class_at (countries, "FR"), ==, "member");
  g_assert_cmpstr (get_class_at (countries, "BG"), ==, "none");
  g_assert_cmpstr (get_class_at (regions, "ITC4"), ==, "member");
  g_assert_cmpstr (get_class_at (regions, "ITC1"), ==, "within-member");
  g_assert_cmpstr (get_class_at (vanguard, "RO"), ==, "member");
  g_assert_cmpstr (get_class_at (vanguard, "FR"), ==, "none");
  g_assert_cmpuint (ris3_classification_count_class (nobody, 2), ==, ris3_classification_get_n_territories (nobody));
}

static void
check_records (sqlite3 *db, const char *id, const char *sql)
{
  const Ris3Indicator *indicator = ris3_indicator_find (id);

  for (Ris3LevelRule rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
    {
      g_autoptr (Ris3Classification) classification = classify_with_records (indicator, 2016, rule);
      const Ris3StrategySummary *summary = ris3_classification_get_summary (classification);
      g_autofree char *headline = ris3_indicator_get_headline (indicator, summary, NULL);

      g_test_message ("%s: %s.", ris3_level_rule_get_id (rule), headline);
      g_assert_cmpuint (ris3_indicator_count_base (indicator, summary), ==,
                        ris3_classification_get_n_territories (classification));
      /* A region coarser than the areas counts all within it; a finer one, of a record of a coarser region, none. */
      if (rule == RIS3_LEVEL_RULE_COUNTRY)
        g_assert_cmpfloat (summary->sum, ==, ask (db, sql));
      else
        g_assert_cmpfloat (summary->sum, <=, ask (db, sql));
    }
}

static void
test_records (void)
{
  sqlite3 *db = open_atlas ();

  check_records (db, "activities", "SELECT count(*) FROM activity");
  check_records (db, "open-comments",
                 "SELECT count(*) FROM comment WHERE state IN ('received', 'acknowledged', 'in review')");
  sqlite3_close (db);
}

static void
execute (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static guint
count_open (Ris3RegionRecords *records, Ris3Atlas *atlas, const char *const *codes)
{
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint region = (guint) ris3_boundaries_find (fixture_get_boundaries (2016), codes[i]);

      g_array_append_val (regions, region);
    }
  ids = ris3_region_records_find_open (records, atlas, (const guint *) (const void *) regions->data, regions->len);
  return ids->len;
}

/* Which comments a number counts: those of all regions within, and none that was decided, nor a reply. */
static void
check_open (Ris3Placement *placement, Ris3Atlas *atlas)
{
  g_autoptr (Ris3RegionRecords) records = ris3_region_records_new (ris3_placement_get_geodata (placement), atlas);
  guint france = (guint) ris3_boundaries_find (fixture_get_boundaries (2016), "FR");

  g_assert_cmpuint (ris3_region_records_get (records, france).n_open, ==, 1);
  g_assert_cmpuint (count_open (records, atlas, (const char *const[]){ "FR", "DE", NULL }), ==, 1);
  g_assert_cmpuint (count_open (records, atlas, (const char *const[]){ "FRG0", "FRH0", NULL }), ==, 1);
  g_assert_cmpuint (count_open (records, atlas, (const char *const[]){ "FRH0", NULL }), ==, 0);
  g_assert_cmpuint (count_open (records, atlas, (const char *const[]){ NULL }), ==, 0);
}

/* Where the consultation stands: asked, overdue, answered, decided. */
static void
test_consultation (void)
{
  static const struct
  {
    const char *code;
    const char *class;
  } expected[] = {
    { "FRL0", "asked" },   { "FRK2", "overdue" }, { "FRG0", "received" },
    { "FRH0", "decided" }, { "FRI1", "decided" }, { "FRJ1", "none" },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "asked.ris3atlas", NULL);
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text ("indicator=comments period=latest level=2 nuts=2016", NULL, NULL);
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (Ris3Filter) filter = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  sqlite3 *db;

  g_assert_true (ris3_atlas_copy (ris3_atlas_get_path (fixture_get_atlas ()), path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  execute (db, "DELETE FROM comment_event; DELETE FROM comment;"
               "INSERT INTO organisation (id, name, role) VALUES (900, 'A', 'regional authority');"
               "INSERT INTO consultation_round (id, name, scope, opened_on, due_on, closed_on, remark)"
               " VALUES (1, 'R', '', '2020-01-01', '2020-02-01', '', '');");
  execute (db, "INSERT INTO request (round_id, organisation_id, nuts_version, region_code, channel, asked_on, due_on,"
               " answered_on, remark) VALUES (1, 900, 2016, 'FRL0', '', '2020-01-01', '2999-01-01', '', ''),"
               " (1, 900, 2016, 'FRK2', '', '2020-01-01', '', '', ''),"
               " (1, 900, 2016, 'FRH0', '', '2020-01-01', '', '2020-01-20', ''),"
               /* Without a comment, so that nothing is left to decide. */
               " (1, 900, 2016, 'FRI1', '', '2020-01-01', '', '2020-01-20', ''),"
               " (1, 900, 2016, 'FRJ1', '', '', '', '', '')");
  execute (
      db, "INSERT INTO comment (key, nuts_version, region_code, target, target_name, figure, quote, page_label,"
          " author_role, channel, received_on, language, text, english_text, proposed_change, state,"
          " decision_reason, source_url)"
          " SELECT column1, 2016, column1, 'region', '', '', '', '', 'other', '', '', '', 'x', '', '', column2, 'y', ''"
          " FROM (VALUES ('FRG0', 'received'), ('FRH0', 'accepted'))");
  /* A reply is no answer that waits for a decision. */
  execute (db, "INSERT INTO comment (key, parent_id, nuts_version, region_code, target, target_name, figure, quote,"
               " page_label, author_role, channel, received_on, language, text, english_text, proposed_change, state,"
               " decision_reason, source_url)"
               " SELECT 'reply ' || key, id, nuts_version, region_code, target, target_name, figure, quote, page_label,"
               " author_role, channel, received_on, language, text, english_text, proposed_change, 'received', '', ''"
               " FROM comment");
  sqlite3_close (db);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  placement = ris3_placement_new_of_atlas (fixture_get_geodata (2016), atlas);
  classification = ris3_classification_new (placement, view);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (get_class_at (classification, expected[i].code), ==, expected[i].class);
  check_open (placement, atlas);
  /* The filter tells them apart from those that are waited for. */
  index = ris3_filter_index_new (path, &error);
  g_assert_no_error (error);
  filter = ris3_filter_from_text ("comment:answered", NULL, &error);
  g_assert_no_error (error);
  result = ris3_filter_index_apply (index, filter, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (ris3_atlas_get_strategies (atlas), i);

      if (ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategy)))
        g_assert_cmpstr (ris3_strategy_get_region_code (strategy), ==, "FRI1");
    }
  g_assert_cmpuint (ris3_filter_result_get_n_strategies (result), ==, 1);
  g_clear_object (&atlas);
  g_unlink (path);
  g_rmdir (folder);
}

/* Every indicator, at every level, of every version: each area has a class, each value is of the class that its own
 * words are of, class counts add up, and headline, breakdown and descriptions are there. */
static void
test_all (void)
{
  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    for (Ris3LevelRule rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
      for (guint v = 0; fixture_nuts_versions[v] != 0; v++)
        {
          const Ris3Indicator *indicator = ris3_indicator_get (i);
          g_autoptr (Ris3Classification) classification
              = classify_with_records (indicator, fixture_nuts_versions[v], rule);
          Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
          const Ris3Indicator *shown = ris3_classification_get_indicator (classification);
          const Ris3StrategySummary *summary = ris3_classification_get_summary (classification);
          g_autofree char *headline = ris3_indicator_get_headline (shown, summary, NULL);
          g_autoptr (GArray) figures = ris3_indicator_get_figures (shown, summary);
          guint n_in_classes = 0, n_strategies = 0;

          g_assert_nonnull (headline);
          g_assert_cmpuint (figures->len, >, 1);
          g_assert_cmpuint (ris3_indicator_count (shown, summary), <=, ris3_indicator_count_base (shown, summary));
          for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
            {
              n_in_classes += ris3_classification_count_class (classification, klass);
              n_strategies += ris3_classification_count_strategies (classification, klass);
            }
          g_assert_cmpuint (n_in_classes, ==, ris3_classification_get_n_territories (classification));
          g_assert_cmpuint (n_strategies, ==, summary->n_strategies);
          for (guint t = 0; t < ris3_classification_get_n_territories (classification); t++)
            {
              const Ris3Territory *territory = ris3_classification_get_territory (classification, t);
              g_autofree char *words = ris3_classification_describe (classification, t);

              g_assert_cmpuint (ris3_class_scheme_classify (scheme, &territory->value), ==, territory->klass);
              g_assert_cmpuint (strlen (words), >, 0);
              g_assert_cmpint (territory->value.absence == RIS3_ABSENCE_NONE, ==,
                               ris3_class_scheme_get_absence (scheme, territory->klass) == RIS3_ABSENCE_NONE);
            }
          if (rule == RIS3_LEVEL_RULE_STRATEGY_TERRITORY)
            g_test_message ("%s, NUTS %u: %s, %u classes", indicator->id, fixture_nuts_versions[v], headline,
                            ris3_class_scheme_get_n_value_classes (scheme));
        }
}

/* An id is one indicator for good; what cannot be an argument is none. */
static void
test_arguments (void)
{
  const Ris3Indicator *oncology = ris3_indicator_find ("theme-share:oncology");
  static const char *const wrong[]
      = { "theme-share:", "theme-shares", "health:oncology", "theme-share:\001", "", ":", "theme-areas-share", NULL };

  g_assert_true (oncology == ris3_indicator_find ("theme-share:oncology"));
  g_assert_true (oncology != ris3_indicator_find ("theme-count:oncology"));
  g_assert_true (ris3_indicator_find ("theme-share") == ris3_indicator_find ("theme-share:personalised-medicine"));
  g_assert_cmpstr (ris3_indicator_get_title (oncology), ==, "Share of Priorities on a Theme: oncology");
  for (guint i = 0; wrong[i] != NULL; i++)
    g_assert_null (ris3_indicator_find (wrong[i]));
  g_assert_null (ris3_indicator_find (NULL));
}

/* Where nobody says the year, that is a class of its own, at the end of those of numbers, whatever the method. */
static void
test_unknown (void)
{
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, ris3_indicator_find ("year"), periods[0], RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint last = ris3_class_scheme_get_n_value_classes (scheme) - 1;
  Ris3Value unknown = RIS3_VALUE_NUMBER (RIS3_NUMBER_UNKNOWN);

  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, last), ==, "Year not known");
  g_assert_cmpuint (ris3_class_scheme_classify (scheme, &unknown), ==, last);
  g_assert_cmpuint (ris3_classification_count_class (classification, last), >, 0);
  g_assert_cmpuint (ris3_class_scheme_get_sample_class (scheme), ==, last - 1);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/indicator/figures", test_figures);
  g_test_add_func ("/map/indicator/participation", test_participation);
  g_test_add_func ("/map/indicator/records", test_records);
  g_test_add_func ("/map/indicator/consultation", test_consultation);
  g_test_add_func ("/map/indicator/all", test_all);
  g_test_add_func ("/map/indicator/arguments", test_arguments);
  g_test_add_func ("/map/indicator/unknown", test_unknown);
  return fixture_run ();
}

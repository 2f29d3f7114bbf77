/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of classification, each on a few strategies of the default atlas. */

#include "fixture.h"

#define PM FIXTURE_PM
#define TERRITORY RIS3_LEVEL_RULE_STRATEGY_TERRITORY

/* Strategies by their ids, NULL-terminated, on NUTS 2016. */
static Ris3Classification *
classify (const char *const *ids, const Ris3Indicator *indicator, const char *period, Ris3LevelRule rule)
{
  g_autoptr (GListModel) strategies = fixture_pick_strategies (ids);

  return fixture_classify_strategies (2016, strategies, indicator, period, rule);
}

static gint
find_territory (Ris3Classification *classification, const char *code)
{
  gint region = ris3_boundaries_find (ris3_classification_get_boundaries (classification), code);

  g_assert_cmpint (region, >=, 0);
  return ris3_classification_find_territory (classification, region);
}

static const Ris3Territory *
get_territory (Ris3Classification *classification, const char *code)
{
  gint territory = find_territory (classification, code);

  g_assert_cmpint (territory, >=, 0);
  return ris3_classification_get_territory (classification, territory);
}

/* What a territory shows, as text: its region, its class, its marks, and whose strategies decide. */
static char *
describe (Ris3Classification *classification, const char *code)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  gint index = find_territory (classification, code);
  const Ris3Territory *territory;
  g_autoptr (GString) text = NULL;

  if (index < 0)
    return g_strdup ("divided");
  territory = ris3_classification_get_territory (classification, index);
  text = g_string_new (ris3_boundaries_get_region (boundaries, territory->region)->code);
  g_string_append_printf (text, " %s", fixture_class_id (classification, territory));
  if (territory->marks & RIS3_MARK_DISPUTED)
    g_string_append (text, " disputed");
  if (territory->marks & RIS3_MARK_INHERITED)
    g_string_append_printf (text, " from %s", ris3_boundaries_get_region (boundaries, territory->source_region)->code);
  for (guint i = 0; i < territory->n_strategies; i++)
    g_string_append_printf (text, " %s",
                            ris3_strategy_get_id (ris3_classification_get_strategies (classification, index)[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_shows (Ris3Classification *classification, const char *code, const char *expected)
{
  g_autofree char *text = describe (classification, code);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_counts (Ris3Classification *classification, const char *code, const char *strategy, const char *source)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  gint region = ris3_boundaries_find (boundaries, code);
  gint source_region = -2;
  Ris3Strategy *found;

  g_assert_cmpint (region, >=, 0);
  found = ris3_classification_find_strategy (classification, (guint) region, &source_region);
  g_assert_cmpstr (found != NULL ? ris3_strategy_get_id (found) : NULL, ==, strategy);
  g_assert_cmpint (source_region, ==, source != NULL ? ris3_boundaries_find (boundaries, source) : -1);
  g_assert_true (found == ris3_classification_find_strategy (classification, (guint) region, NULL));
}

static guint
count_absent (Ris3Classification *classification, Ris3Absence absence)
{
  return ris3_classification_count_class (
      classification, ris3_class_scheme_get_absence_class (ris3_classification_get_scheme (classification), absence));
}

static guint
count_countries (void)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  guint n = 0;

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    n += ris3_boundaries_get_region (boundaries, i)->level == 0;
  return n;
}

static void
test_no_strategies (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (Ris3Classification) classification = classify (none, PM, NULL, TERRITORY);

  g_assert_cmpuint (ris3_classification_get_n_territories (classification), ==, count_countries ());
  g_assert_cmpuint (count_absent (classification, RIS3_ABSENCE_NO_STRATEGY), ==, count_countries ());
  assert_shows (classification, "FRL0", "FR no-strategy");
  g_assert_cmpint (get_territory (classification, "FR")->source_region, ==, -1);
}

static void
test_division (void)
{
  static const char *const country[] = { "CZ-2016", NULL };
  static const char *const country_and_town[] = { "CZ-2016", "CZ010-2014", NULL };
  g_autoptr (Ris3Classification) whole = classify (country, PM, NULL, TERRITORY);
  g_autoptr (Ris3Classification) divided = classify (country_and_town, PM, NULL, TERRITORY);

  /* Undivided: one territory, whatever level is asked about. */
  assert_shows (whole, "CZ", "CZ health CZ-2016");
  assert_shows (whole, "CZ031", "CZ health CZ-2016");
  g_assert_cmpuint (ris3_classification_get_n_territories (whole), ==, count_countries ());

  /* Divided down to the strategy of level 3: CZ010 is all of CZ01; the other seven regions of level 2 stay whole. */
  assert_shows (divided, "CZ", "divided");
  assert_shows (divided, "CZ0", "divided");
  assert_shows (divided, "CZ010", "CZ010 health CZ010-2014");
  assert_shows (divided, "CZ03", "CZ03 health from CZ CZ-2016");
  assert_shows (divided, "CZ031", "CZ03 health from CZ CZ-2016");
  assert_shows (divided, "SK", "SK no-strategy");
  g_assert_cmpuint (ris3_classification_get_n_territories (divided), ==, count_countries () - 1 + 8);
  g_assert_cmpuint (ris3_classification_count_inherited (divided), ==, 7);
}

static void
test_nearest_ancestor (void)
{
  static const char *const ids[] = { "FRF-2014", "FRF1-2012", NULL };
  g_autoptr (Ris3Classification) classification = classify (ids, PM, NULL, TERRITORY);

  assert_shows (classification, "FRF", "divided");
  assert_shows (classification, "FRF1", "FRF1 health FRF1-2012");
  assert_shows (classification, "FRF2", "FRF2 explicit from FRF FRF-2014");
  assert_shows (classification, "FRF3", "FRF3 explicit from FRF FRF-2014");
  assert_shows (classification, "FRL0", "FRL no-strategy");

  /* What counts for a region, whether it is a territory or not. */
  assert_counts (classification, "FRF", "FRF-2014", "FRF");
  assert_counts (classification, "FRF1", "FRF1-2012", "FRF1");
  assert_counts (classification, "FRF11", "FRF1-2012", "FRF1");
  assert_counts (classification, "FRF21", "FRF-2014", "FRF");
  assert_counts (classification, "FR", NULL, NULL);
}

/* The four absences, and both indicators. */
static void
test_classes (void)
{
  static const char *const ids[]
      = { "AT21-2021", "DK-2020", "PL62-2013", "PT15-2014", "ITC3-2015", "BE1-2019", "RO22-2021", NULL };
  g_autoptr (Ris3Classification) pm = classify (ids, PM, NULL, TERRITORY);
  g_autoptr (Ris3Classification) health = classify (ids, FIXTURE_HEALTH, NULL, TERRITORY);

  assert_shows (pm, "SE", "SE no-strategy");
  assert_shows (pm, "DK", "DK not-analysed DK-2020");
  assert_shows (pm, "RO22", "RO22 not-analysed RO22-2021");
  assert_shows (pm, "PL62", "PL62 no-health PL62-2013");
  assert_shows (pm, "PT15", "PT15 explicit disputed PT15-2014");
  assert_shows (pm, "BE1", "BE1 explicit disputed BE1-2019");
  assert_shows (pm, "AT21", "AT21 no-health disputed AT21-2021");
  assert_shows (pm, "ITC3", "ITC3 explicit ITC3-2015");
  g_assert_cmpuint (ris3_classification_count_disputed (pm), ==, 3);

  /* The dispute is about personalised medicine. */
  assert_shows (health, "ITC3", "ITC3 health ITC3-2015");
  assert_shows (health, "PT15", "PT15 health PT15-2014");
  assert_shows (health, "AT21", "AT21 no-health AT21-2021");
  assert_shows (health, "PL62", "PL62 no-health PL62-2013");
  g_assert_cmpuint (ris3_classification_count_disputed (health), ==, 0);
}

static void
test_latest (void)
{
  /* By period, by year, an unknown one being the earliest; by id where nothing else differs. */
  static const char *const ids[] = { "ES41-2014", "ES41-2018", "FRB-2015", "FRB-2018", "IT-2016", "IT-SNSI-2018",
                                     "BE3-2014",  "BE3-2021",  "NL4-2014", "NL4-2021", NULL };
  g_autoptr (Ris3Classification) classification = classify (ids, PM, NULL, TERRITORY);
  Ris3Strategy *const *all;
  guint n_all;

  assert_shows (classification, "ES41", "ES41 health ES41-2018");
  assert_shows (classification, "FRB", "FRB health FRB-2015");
  assert_shows (classification, "IT", "IT explicit IT-SNSI-2018");
  assert_shows (classification, "BE3", "BE3 health BE3-2021");
  assert_shows (classification, "NL4", "NL4 health NL4-2021");

  all = ris3_placement_get_region_strategies (ris3_classification_get_placement (classification),
                                              ris3_boundaries_find (fixture_get_boundaries (2016), "ES41"), &n_all);
  g_assert_cmpuint (n_all, ==, 2);
  g_assert_cmpstr (ris3_strategy_get_id (all[0]), ==, "ES41-2018");
  g_assert_cmpstr (ris3_strategy_get_id (all[1]), ==, "ES41-2014");
}

static void
test_period (void)
{
  static const char *const ids[] = { "ES30-2014", "ES30-2021", "MK-2023", NULL };
  g_autoptr (Ris3Classification) latest = classify (ids, PM, NULL, TERRITORY);
  g_autoptr (Ris3Classification) first = classify (ids, PM, "2014-2020", TERRITORY);
  g_autoptr (Ris3Classification) other = classify (ids, PM, "2007-2013", TERRITORY);
  guint n_all;

  assert_shows (latest, "ES30", "ES30 not-analysed ES30-2021");
  assert_shows (latest, "MK", "MK no-health MK-2023");
  assert_shows (first, "ES30", "ES30 health ES30-2014");
  assert_shows (first, "MK", "MK no-strategy");
  assert_shows (other, "ES30", "ES no-strategy");
  /* What a region has does not depend on the period. */
  ris3_placement_get_region_strategies (ris3_classification_get_placement (other),
                                        ris3_boundaries_find (fixture_get_boundaries (2016), "ES30"), &n_all);
  g_assert_cmpuint (n_all, ==, 2);
}

static void
assert_share (Ris3Classification *classification, const char *code, guint part, guint base, const char *words)
{
  gint index
      = ris3_classification_find_territory (classification, ris3_boundaries_find (fixture_get_boundaries (2016), code));
  const Ris3Territory *territory = ris3_classification_get_territory (classification, index);
  g_autofree char *description = ris3_classification_describe (classification, index);

  g_assert_cmpfloat (territory->value.number, ==, 100.0 * part / base);
  g_assert_cmpfloat (territory->value.base, ==, base);
  g_assert_cmpstr (description, ==, words);
}

static void
test_level_shares (void)
{
  static const char *const ids[]
      = { "PL62-2013", "PL43-2014", "PT15-2014", "PT11-2014", "PL51-2014", "AT21-2021", "AT31-2013", NULL };
  g_autoptr (Ris3Classification) countries = classify (ids, PM, NULL, RIS3_LEVEL_RULE_COUNTRY);
  g_autoptr (Ris3Classification) nuts_1 = classify (ids, PM, NULL, RIS3_LEVEL_RULE_NUTS_1);
  g_autoptr (Ris3Classification) nuts_3 = classify (ids, PM, NULL, RIS3_LEVEL_RULE_NUTS_3);
  guint n_leaves = ris3_boundaries_get_shapes (fixture_get_boundaries (2016))->n_shapes;

  /* Shares of the areas that are analysed; PT15's dispute would not change the class of Portugal. */
  g_assert_true (ris3_classification_shows_shares (countries));
  assert_share (countries, "PL", 1, 3, "1 of 3 areas (33 %); 9 more are not known");
  assert_shows (countries, "PL", "PL below-half disputed PL43-2014 PL51-2014 PL62-2013");
  assert_share (countries, "PT", 2, 2, "2 of 2 areas (100 %); 5 more are not known");
  assert_shows (countries, "PT", "PT half-or-more PT11-2014 PT15-2014");
  assert_shows (countries, "AT", "AT none disputed AT21-2021 AT31-2013");
  assert_shows (countries, "FR", "FR no-strategy");
  /* PT1 is divided, so the others show shares, too. */
  assert_shows (nuts_1, "PL4", "PL4 none PL43-2014");
  assert_shows (nuts_1, "PL6", "PL6 no-health PL62-2013");
  assert_shows (nuts_1, "PL2", "PL2 no-strategy");
  assert_shows (nuts_1, "PL", "divided");
  g_assert_false (ris3_classification_shows_shares (nuts_3));
  assert_shows (nuts_3, "PL431", "PL431 health from PL43 PL43-2014");
  assert_shows (nuts_3, "PT150", "PT150 explicit disputed from PT15 PT15-2014");
  g_assert_cmpuint (ris3_classification_get_n_territories (countries), ==, count_countries ());
  g_assert_cmpuint (ris3_classification_get_n_territories (nuts_3), ==, n_leaves);
}

static void
test_lineage (void)
{
  static const char *const ids[] = { "FRL0-2014", "FRF-2014", "DE1-2019", NULL };
  g_autoptr (GListModel) strategies = fixture_pick_strategies (ids);
  g_autoptr (Ris3Classification) before = fixture_classify_strategies (2013, strategies, PM, NULL, TERRITORY);
  g_autoptr (Ris3Classification) after = fixture_classify_strategies (2021, strategies, PM, NULL, TERRITORY);
  guint n_unplaced;

  assert_shows (before, "FR82", "FR82 explicit FRL0-2014");
  assert_shows (before, "FR21", "FR21 explicit FRF-2014");
  assert_shows (before, "FR41", "FR41 explicit FRF-2014");
  assert_shows (before, "FR42", "FR42 explicit FRF-2014");
  assert_shows (before, "DE1", "DE1 health DE1-2019");
  assert_shows (before, "FR3", "FR3 no-strategy");
  assert_shows (after, "FRL0", "FRL0 explicit FRL0-2014");
  assert_shows (after, "FRF", "FRF explicit FRF-2014");
  ris3_classification_get_unplaced (before, &n_unplaced);
  g_assert_cmpuint (n_unplaced, ==, 0);
}

/* Serbia is not in NUTS 2013, and nothing is placed by guessing; strategies of another period are not missing. */
static void
test_unplaced (void)
{
  static const char *const ids[] = { "RS-2020", "DE1-2019", "MK-2023", NULL };
  g_autoptr (GListModel) strategies = fixture_pick_strategies (ids);
  const char *period = "2021-2027";
  g_autoptr (Ris3Classification) all = fixture_classify_strategies (2013, strategies, PM, NULL, TERRITORY);
  g_autoptr (Ris3Classification) others = NULL;
  Ris3Strategy *const *unplaced;
  guint n_unplaced;

  unplaced = ris3_classification_get_unplaced (all, &n_unplaced);
  g_assert_cmpuint (n_unplaced, ==, 1);
  g_assert_cmpstr (ris3_strategy_get_id (unplaced[0]), ==, "RS-2020");
  if (g_str_equal (ris3_strategy_get_period (unplaced[0]), period))
    period = "2014-2020";
  others = fixture_classify_strategies (2013, strategies, PM, period, TERRITORY);
  ris3_classification_get_unplaced (others, &n_unplaced);
  g_assert_cmpuint (n_unplaced, ==, 0);
  /* Where a strategy is placed does not depend on the view. */
  ris3_placement_get_unplaced (ris3_classification_get_placement (others), &n_unplaced);
  g_assert_cmpuint (n_unplaced, ==, 1);
}

static gboolean
is_placed (Ris3Classification *classification, Ris3Strategy *strategy)
{
  guint n_regions = ris3_boundaries_get_n_regions (ris3_classification_get_boundaries (classification));

  for (guint region = 0; region < n_regions; region++)
    {
      guint n;
      Ris3Strategy *const *placed
          = ris3_placement_get_region_strategies (ris3_classification_get_placement (classification), region, &n);

      for (guint i = 0; i < n; i++)
        if (placed[i] == strategy)
          return TRUE;
    }
  return FALSE;
}

/* Each strategy of the atlas is on the map or in the list of those that are not. */
static void
test_nothing_lost (void)
{
  GListModel *strategies = ris3_atlas_get_strategies (fixture_get_atlas ());

  for (guint v = 0; fixture_nuts_versions[v] != 0; v++)
    {
      g_autoptr (Ris3Classification) classification = fixture_classify (fixture_nuts_versions[v], PM, NULL, TERRITORY);
      g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
      guint n_unplaced;
      Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (classification, &n_unplaced);

      for (guint i = 0; i < n_unplaced; i++)
        g_hash_table_add (missing, unplaced[i]);
      for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
        {
          g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

          if (is_placed (classification, strategy) == g_hash_table_contains (missing, strategy))
            g_error ("NUTS %u: %s is lost, or on the map and listed as missing", fixture_nuts_versions[v],
                     ris3_strategy_get_id (strategy));
        }
      if (fixture_nuts_versions[v] == 2016)
        g_assert_cmpuint (n_unplaced, ==, 0);
      g_test_message ("NUTS %u: %u of %u without a place", fixture_nuts_versions[v], n_unplaced,
                      g_list_model_get_n_items (strategies));
    }
}

/* Two indicators that only this test knows: one whose value is withheld, one of numbers. */
static Ris3Value
get_withheld (const Ris3Indicator *indicator, Ris3Strategy *strategy)
{
  if (g_str_equal (ris3_strategy_get_country (strategy), "FR"))
    return RIS3_VALUE_ABSENT (RIS3_ABSENCE_WITHHELD);
  return FIXTURE_HEALTH->get_value (FIXTURE_HEALTH, strategy);
}

static Ris3Value
get_year (const Ris3Indicator *self, Ris3Strategy *strategy)
{
  return RIS3_VALUE_NUMBER (ris3_strategy_get_year (strategy));
}

static Ris3Value
get_latest_year (const Ris3Value *values, guint n_values)
{
  Ris3Value latest = values[0];

  for (guint i = 1; i < n_values; i++)
    if (values[i].absence < latest.absence || (values[i].absence == latest.absence && values[i].number > latest.number))
      latest = values[i];
  return latest;
}

static void
test_withheld (void)
{
  static const char *const ids[] = { "FRL0-2014", "DE1-2019", NULL };
  Ris3Indicator indicator = *FIXTURE_HEALTH;
  g_autoptr (Ris3Classification) nothing = NULL;
  g_autoptr (Ris3Classification) withheld = NULL;
  guint klass;

  nothing = classify (ids, &indicator, NULL, TERRITORY);
  indicator.get_value = get_withheld;
  withheld = classify (ids, &indicator, NULL, TERRITORY);
  klass = ris3_class_scheme_get_absence_class (ris3_classification_get_scheme (withheld), RIS3_ABSENCE_WITHHELD);

  assert_shows (withheld, "FRL0", "FRL0 withheld FRL0-2014");
  assert_shows (withheld, "DE1", "DE1 health DE1-2019");
  assert_shows (withheld, "FRL", "FRL0 withheld FRL0-2014");
  g_assert_cmpuint (count_absent (withheld, RIS3_ABSENCE_WITHHELD), ==, 1);
  g_assert_cmpuint (ris3_classification_count_strategies (withheld, klass), ==, 1);
  /* A legend without anything withheld does not speak of it. */
  g_assert_true (ris3_classification_lists_class (withheld, klass));
  g_assert_false (ris3_classification_lists_class (nothing, klass));
}

/* Numbers are aggregated and classed by the same rules. */
static void
test_numbers (void)
{
  static const char *const ids[] = { "FRF1-2012", "FRL0-2014", "AT-2014", "DE1-2019", NULL };
  const Ris3Indicator indicator = { .id = "year",
                                    .title = "Year",
                                    .unit = "",
                                    .kind = RIS3_VALUE_YEAR,
                                    .get_value = get_year,
                                    .aggregate = get_latest_year };
  g_autoptr (GListModel) strategies = fixture_pick_strategies (ids);
  g_autoptr (Ris3Placement) placement = ris3_placement_new (fixture_get_geodata (2016), strategies);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) first = ris3_view_from_text ("period=latest level=0", NULL, &error);
  g_autoptr (Ris3View) of_year = ris3_view_with_indicator (first, &indicator);
  g_autoptr (Ris3View) view = ris3_view_with_scheme (of_year, "manual:2014,2017", &error);
  g_autoptr (Ris3Classification) classification = NULL;

  g_assert_no_error (error);
  classification = ris3_classification_new (placement, view);
  g_assert_cmpfloat (get_territory (classification, "FR")->value.number, ==, 2014);
  g_assert_cmpuint (get_territory (classification, "FR")->klass, ==, 1);
  g_assert_cmpuint (get_territory (classification, "AT")->klass, ==, 1);
  g_assert_cmpuint (get_territory (classification, "DE")->klass, ==, 2);
  g_assert_cmpuint (ris3_classification_count_class (classification, 0), ==, 0);
  g_assert_cmpuint (ris3_classification_count_class (classification, 1), ==, 2);
  g_assert_cmpuint (ris3_classification_count_strategies (classification, 0), ==, 1);
  g_assert_cmpuint (count_absent (classification, RIS3_ABSENCE_NO_STRATEGY), ==, count_countries () - 3);
}

/* Territories cover every leaf once, and the counts are those of the territories. */
static void
test_partition (void)
{
  for (guint v = 0; fixture_nuts_versions[v] != 0; v++)
    for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
      {
        Ris3Boundaries *boundaries = fixture_get_boundaries (fixture_nuts_versions[v]);
        g_autoptr (Ris3Classification) classification = fixture_classify (fixture_nuts_versions[v], PM, NULL, rule);
        guint n_territories = ris3_classification_get_n_territories (classification);
        guint n_leaves = 0, n_inherited = 0, n_disputed = 0, n_class[16] = { 0 };

        for (guint i = 0; i < n_territories; i++)
          {
            const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
            const Ris3Region *region = ris3_boundaries_get_region (boundaries, territory->region);

            for (guint leaf = 0; leaf < region->n_leaves; leaf++)
              g_assert_cmpuint (ris3_classification_get_leaf_territory (classification, region->first_leaf + leaf), ==,
                                i);
            g_assert_cmpint (ris3_classification_find_territory (classification, territory->region), ==, i);
            g_assert_true ((territory->n_strategies > 0) == (territory->source_region >= 0));
            g_assert_true ((territory->n_strategies == 0) == (territory->value.absence == RIS3_ABSENCE_NO_STRATEGY));
            n_leaves += region->n_leaves;
            n_class[territory->klass]++;
            n_inherited += (territory->marks & RIS3_MARK_INHERITED) != 0;
            n_disputed += (territory->marks & RIS3_MARK_DISPUTED) != 0;
          }
        g_assert_cmpuint (n_leaves, ==, ris3_boundaries_get_shapes (boundaries)->n_shapes);
        for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (classification));
             klass++)
          g_assert_cmpuint (ris3_classification_count_class (classification, klass), ==, n_class[klass]);
        g_assert_cmpuint (ris3_classification_count_inherited (classification), ==, n_inherited);
        g_assert_cmpuint (ris3_classification_count_disputed (classification), ==, n_disputed);
      }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/classification/no-strategies", test_no_strategies);
  g_test_add_func ("/map/classification/division", test_division);
  g_test_add_func ("/map/classification/nearest-ancestor", test_nearest_ancestor);
  g_test_add_func ("/map/classification/classes", test_classes);
  g_test_add_func ("/map/classification/latest", test_latest);
  g_test_add_func ("/map/classification/period", test_period);
  g_test_add_func ("/map/classification/level-shares", test_level_shares);
  g_test_add_func ("/map/classification/lineage", test_lineage);
  g_test_add_func ("/map/classification/unplaced", test_unplaced);
  g_test_add_func ("/map/classification/nothing-lost", test_nothing_lost);
  g_test_add_func ("/map/classification/withheld", test_withheld);
  g_test_add_func ("/map/classification/numbers", test_numbers);
  g_test_add_func ("/map/classification/partition", test_partition);
  return fixture_run ();
}

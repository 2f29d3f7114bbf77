/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two indicators on one map, and two maps compared: the counts are those of plain SQL on the default atlas. */

#include "config.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture.h"
#include "map/ris3-comparison.h"
#include "map/ris3-difference-sign.h"
#include "model/ris3-filter-index.h"

static Ris3Classification *
classify (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (text, NULL, &error);
  g_autoptr (Ris3Placement) placement = NULL;

  g_assert_no_error (error);
  placement = ris3_placement_new_of_atlas (fixture_get_geodata (2016), fixture_get_atlas ());
  return ris3_classification_new (placement, view);
}

/* One row of numbers. */
static void
query (const char *sql, int *numbers, int n)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture_get_atlas_path (), &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  for (int i = 0; i < n; i++)
    numbers[i] = sqlite3_column_int (statement, i);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

#define LATEST(period)                                                                                                 \
  "(SELECT region_code, ifnull (pm_mark, 0) AS found, id, health_priority FROM (SELECT *, row_number () OVER"          \
  " (PARTITION BY region_code ORDER BY ifnull (year, 0) DESC, analysis_state = 'pending', id DESC) AS place"           \
  " FROM strategy WHERE nuts_version = 2016 AND period = '" period "') WHERE place = 1"                                \
  " AND analysis_state <> 'pending' AND withheld = 0)"

static void
assert_counts (Ris3Comparison *comparison, const int *expected)
{
  GArray *regions = ris3_comparison_get_regions (comparison);
  guint sum = 0;

  g_assert_cmpuint (ris3_comparison_count_base (comparison), ==, expected[0]);
  for (Ris3Difference i = RIS3_DIFFERENCE_NEW; i <= RIS3_DIFFERENCE_NEITHER; i++)
    g_assert_cmpuint (ris3_comparison_count (comparison, i), ==, expected[1 + i]);
  for (Ris3Difference i = 0; i < RIS3_N_DIFFERENCES; i++)
    sum += ris3_comparison_count (comparison, i);
  g_assert_cmpuint (sum, ==, regions->len);
}

static void
test_periods (void)
{
  g_autoptr (Ris3Classification) first = classify ("period=2014-2020");
  g_autoptr (Ris3Classification) second = classify ("period=2021-2027");
  g_autoptr (Ris3Comparison) comparison = ris3_comparison_new (first, second);
  g_autoptr (Ris3Classification) coarse = classify ("period=2014-2020 level=0");
  g_autoptr (Ris3Comparison) whatever_level = ris3_comparison_new (coarse, second);
  g_autofree char *words = ris3_comparison_describe (comparison);
  int expected[5];

  query ("SELECT count (*), sum (a.found < b.found), sum (a.found AND b.found), sum (a.found > b.found),"
         " sum (NOT a.found AND NOT b.found) FROM " LATEST ("2014-2020") " AS a JOIN " LATEST (
             "2021-2027") " AS b USING (region_code)",
         expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (expected[0], >, 40);
  assert_counts (comparison, expected);
  assert_counts (whatever_level, expected);
  g_assert_true (
      g_str_has_prefix (words, "Of 48 regions known on both maps: 11 new, 2 kept, 10 dropped, 25 on neither."));
}

static Ris3Classification *
classify_filtered (const char *text, const char *filter_text)
{
  static Ris3FilterIndex *index = NULL; /* one for all tests: it is slow to read */
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Classification) all = classify (text);
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (filter_text, NULL, NULL);
  g_autoptr (Ris3FilterResult) result = NULL;

  if (index == NULL)
    index = ris3_filter_index_new (fixture_get_atlas_path (), &error);
  g_assert_no_error (error);
  result = ris3_filter_index_apply (index, filter, ris3_classification_get_period (all), &error);
  g_assert_no_error (error);
  return ris3_classification_new_filtered (ris3_classification_get_placement (all), ris3_classification_get_view (all),
                                           result);
}

/* A filter by the finding leaves the regions that have it on one of the maps, and does not make the other unknown. */
static void
test_filtered (void)
{
  g_autoptr (Ris3Classification) first = classify_filtered ("period=2014-2020", "pm:yes");
  g_autoptr (Ris3Classification) second = classify_filtered ("period=2021-2027", "pm:yes");
  g_autoptr (Ris3Comparison) comparison = ris3_comparison_new (first, second);
  int expected[5];

  query ("SELECT sum (a.found OR b.found), sum (a.found < b.found), sum (a.found AND b.found),"
         " sum (a.found > b.found), 0 FROM " LATEST ("2014-2020") " AS a JOIN " LATEST (
             "2021-2027") " AS b USING (region_code)",
         expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (expected[1], >, 0);
  g_assert_cmpint (expected[3], >, 0);
  assert_counts (comparison, expected);
}

/* What a map of categories finds is what its headline counts, be it several of them: regions with comments. */
static void
test_several_findings (void)
{
  g_autoptr (Ris3Classification) first = classify ("period=2014-2020");
  g_autoptr (Ris3Classification) second = classify ("indicator=comments");
  g_autoptr (Ris3Comparison) comparison = ris3_comparison_new (first, second);
  Ris3Classification *areas = ris3_classification_get_areas (second);
  int n_commented;

  for (guint i = 0; i < ris3_comparison_get_regions (comparison)->len; i++)
    {
      const Ris3ComparedRegion *compared
          = &g_array_index (ris3_comparison_get_regions (comparison), Ris3ComparedRegion, i);
      gint territory = ris3_classification_find_territory (areas, compared->region);
      gboolean is_commented
          = territory >= 0 && compared->difference != RIS3_DIFFERENCE_FIRST_ONLY
            && g_str_has_prefix (
                ris3_class_scheme_get_title (ris3_classification_get_scheme (areas),
                                             ris3_classification_get_territory (areas, (guint) territory)->klass),
                "Commented");

      if (compared->difference <= RIS3_DIFFERENCE_NEITHER)
        g_assert_true (
            is_commented
            == (compared->difference == RIS3_DIFFERENCE_NEW || compared->difference == RIS3_DIFFERENCE_KEPT));
    }
  query (
      "SELECT count (*) FROM " LATEST ("2014-2020") " WHERE found AND region_code IN (SELECT region_code FROM comment)",
      &n_commented, 1);
  g_assert_cmpint (n_commented, >, 0);
  g_assert_cmpint (ris3_comparison_count (comparison, RIS3_DIFFERENCE_KEPT), >=, n_commented);
}

static void
test_themes (void)
{
  g_autoptr (Ris3Classification) first = classify ("indicator=theme:oncology");
  g_autoptr (Ris3Classification) second = classify ("indicator=theme:digital-health");
  g_autoptr (Ris3Comparison) comparison = ris3_comparison_new (first, second);
  guint n_new = 0;

  g_assert_cmpuint (ris3_comparison_count_base (comparison), >, 100);
  /* The same strategies are known on both. */
  g_assert_cmpuint (ris3_comparison_count (comparison, RIS3_DIFFERENCE_FIRST_ONLY), ==, 0);
  g_assert_cmpuint (ris3_comparison_count (comparison, RIS3_DIFFERENCE_SECOND_ONLY), ==, 0);
  for (guint i = 0; i < ris3_comparison_get_regions (comparison)->len; i++)
    {
      const Ris3ComparedRegion *compared
          = &g_array_index (ris3_comparison_get_regions (comparison), Ris3ComparedRegion, i);
      Ris3Strategy *strategy = ris3_classification_find_strategy (first, compared->region, NULL);
      Ris3Value before
          = ris3_indicator_find ("theme:oncology")->get_value (ris3_indicator_find ("theme:oncology"), strategy);
      Ris3Value after = ris3_indicator_find ("theme:digital-health")
                            ->get_value (ris3_indicator_find ("theme:digital-health"), strategy);
      gboolean was = before.absence == RIS3_ABSENCE_NONE && before.number == 0;
      gboolean is = after.absence == RIS3_ABSENCE_NONE && after.number == 0;

      n_new += is && !was;
      g_assert_true ((compared->difference == RIS3_DIFFERENCE_NEW) == (is && !was));
    }
  g_assert_cmpuint (n_new, ==, ris3_comparison_count (comparison, RIS3_DIFFERENCE_NEW));
}

/* Both maps have the classes of the first where they show the same, and one legend, too, where themes are compared. */
static void
test_classes (void)
{
  g_autoptr (Ris3Classification) first = classify ("indicator=priorities classes=quantile:4 period=2014-2020");
  g_autoptr (Ris3View) other_period
      = ris3_view_from_text ("indicator=priorities classes=quantile:4 period=2021-2027", NULL, NULL);
  g_autoptr (Ris3View) other_indicator = ris3_view_from_text ("indicator=health", NULL, NULL);
  g_autoptr (Ris3Classification) alone = classify ("indicator=priorities classes=quantile:4 period=2021-2027");
  g_autoptr (Ris3Classification) second = ris3_classification_new_second (first, other_period, NULL);
  g_autoptr (Ris3Classification) different = ris3_classification_new_second (first, other_indicator, NULL);
  g_autoptr (Ris3Classification) theme = classify ("indicator=theme:oncology");
  g_autoptr (Ris3Classification) other_theme = classify ("indicator=theme:digital-health");
  g_autofree char *period_title = ris3_comparison_dup_side_title (second, first);
  g_autofree char *indicator_title = ris3_comparison_dup_side_title (different, first);
  const double *breaks, *own_breaks;
  guint n_breaks, n_own_breaks;

  g_assert_true (ris3_classification_get_scheme (second) == ris3_classification_get_scheme (first));
  g_assert_true (ris3_comparison_shares_classes (first, second));
  g_assert_cmpstr (period_title, ==, "2021–2027");
  /* By themselves, they would be others. */
  breaks = ris3_class_scheme_get_breaks (ris3_classification_get_scheme (first), &n_breaks);
  own_breaks = ris3_class_scheme_get_breaks (ris3_classification_get_scheme (alone), &n_own_breaks);
  g_assert_true (n_breaks != n_own_breaks || memcmp (breaks, own_breaks, n_breaks * sizeof *breaks) != 0);
  g_assert_cmpuint (ris3_classification_get_n_territories (alone), ==, ris3_classification_get_n_territories (second));
  for (guint i = 0; i < ris3_classification_get_n_territories (second); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (second, i);

      g_assert_cmpuint (territory->klass, ==,
                        ris3_class_scheme_classify (ris3_classification_get_scheme (first), &territory->value));
    }
  g_assert_false (ris3_comparison_shares_classes (first, different));
  g_assert_cmpstr (indicator_title, ==, "Health in RIS3");
  g_assert_true (ris3_comparison_shares_classes (theme, other_theme));
}

/* Each area is in the class of its two values, and the counts add up to all areas. */
static void
test_pairs (void)
{
  static const char *const levels[] = { "strategy-territory", "0", "2" };

  for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
    {
      g_autofree char *text = g_strdup_printf ("indicator=personalised-medicine with=priorities level=%s", levels[l]);
      g_autofree char *alone = g_strdup_printf ("indicator=priorities classes=quantile:3 level=%s", levels[l]);
      g_autoptr (Ris3Classification) pairs = classify (text);
      g_autoptr (Ris3Classification) second = classify (alone);
      g_autofree char *axes = ris3_classification_describe_axes (pairs);
      Ris3ClassScheme *scheme = ris3_classification_get_scheme (pairs);
      Ris3ClassScheme *thirds = ris3_classification_get_scheme (second);
      guint sum = 0;

      g_assert_nonnull (strstr (axes, "equal values stay together"));
      g_assert_cmpuint (ris3_class_scheme_get_n_steps (scheme, 1), ==, ris3_class_scheme_get_n_value_classes (thirds));
      for (guint i = 0; i < ris3_classification_get_n_territories (pairs); i++)
        {
          const Ris3Territory *pair = ris3_classification_get_territory (pairs, i);
          const Ris3Territory *number = ris3_classification_get_territory (second, i);
          guint n_steps = ris3_class_scheme_get_n_steps (scheme, 1);

          g_assert_cmpuint (pair->region, ==, number->region);
          if (ris3_class_scheme_get_absence (scheme, pair->klass) == RIS3_ABSENCE_NONE)
            g_assert_cmpuint (pair->klass % n_steps, ==, number->klass);
        }
      for (guint i = 0; i < ris3_class_scheme_get_n_classes (scheme); i++)
        sum += ris3_classification_count_class (pairs, i);
      g_assert_cmpuint (sum, ==, ris3_classification_get_n_territories (pairs));
    }
}

/* The nine colours can be told apart by all readers, from each other and from the absences, in both styles. */
static void
test_colours (void)
{
  const Ris3Indicator *const indicators[]
      = { ris3_indicator_find ("priorities"), ris3_indicator_find ("column:anything") };
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *const both[] = { values, values };
  g_autoptr (Ris3ClassScheme) scheme = NULL;

  for (double number = 1; number < 10; number++)
    g_array_append_val (values, number);
  scheme = ris3_class_scheme_new_pairs (indicators, both, NULL);
  g_assert_cmpuint (ris3_class_scheme_get_n_steps (scheme, 0), ==, 3);
  g_assert_cmpuint (ris3_class_scheme_get_n_steps (scheme, 1), ==, 3);
  for (Ris3PaletteName name = 0; name < RIS3_N_PALETTES; name++)
    {
      g_autoptr (GArray) alike = ris3_class_scheme_find_alike (scheme, ris3_palette_get (name));

      for (guint i = 0; i < alike->len; i++)
        {
          const Ris3AlikeClasses *pair = &g_array_index (alike, Ris3AlikeClasses, i);

          /* What has no value is not of the square. */
          if (pair->a < 9)
            g_error ("palette %u: %u and %u are %.1f apart to reader %u", name, pair->a, pair->b, pair->distance,
                     pair->vision);
        }
    }
}

static void
test_refused (void)
{
  static const char *const wrong[] = {
    "with=personalised-medicine",
    "with=language",
    "indicator=language with=priorities",
    "with=priorities palette=viridis",
    "indicator=priorities with=year classes=natural:3",
    "against=",
    "against=indicator:nothing",
    "against=period:",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_view_from_text (wrong[i], NULL, &error));
      g_assert_true (error != NULL && error->domain == RIS3_VIEW_ERROR);
    }
}

/* What is together or compared is in the text form, and leaves when it does not fit any more. */
static void
test_views (void)
{
  static const char *const texts[][2] = {
    { "with=priorities",
      "indicator=personalised-medicine with=priorities period=2014-2020 level=strategy-territory nuts=2016" },
    { "against=2021-2027",
      "indicator=personalised-medicine period=2014-2020 against=period:2021-2027 level=strategy-territory nuts=2016" },
    { "against=theme:oncology", "indicator=personalised-medicine period=2014-2020 against=indicator:theme:oncology "
                                "level=strategy-territory nuts=2016" },
    { "against=period:latest,indicator:health",
      "indicator=personalised-medicine period=2014-2020 against=period:latest,indicator:health level=strategy-territory"
      " nuts=2016" },
  };
  g_autoptr (Ris3View) pair = ris3_view_from_text ("with=priorities", NULL, NULL);
  g_autoptr (Ris3View) alone = ris3_view_with_indicator (pair, FIXTURE_HEALTH);
  g_autoptr (Ris3View) palette = ris3_view_with_palette (pair, "cividis", NULL);
  g_autoptr (Ris3View) against = ris3_view_from_text ("against=period:latest,indicator:health", NULL, NULL);
  g_autoptr (Ris3View) compared = ris3_view_get_compared (against);
  g_autoptr (Ris3View) nothing = ris3_view_get_compared (compared);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3View) view = ris3_view_from_text (texts[i][0], NULL, &error);
      g_autoptr (Ris3View) again = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = ris3_view_to_text (view);
      g_assert_cmpstr (text, ==, texts[i][1]);
      again = ris3_view_from_text (text, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (ris3_view_equal (view, again));
    }
  g_assert_null (ris3_view_get_other_indicator (alone));
  g_assert_null (ris3_view_get_other_indicator (palette));
  g_assert_true (ris3_view_get_indicator (compared) == FIXTURE_HEALTH);
  g_assert_null (ris3_view_get_period (compared));
  g_assert_null (nothing);
}

/* All that are large enough from near by; from far away, none on another, and each is one of the former. */
static void
test_signs (void)
{
  g_autoptr (Ris3Classification) first = classify ("period=2014-2020 level=2");
  g_autoptr (Ris3Classification) second = classify ("period=2021-2027 level=2");
  g_autoptr (Ris3Comparison) comparison = ris3_comparison_new (first, second);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (first);
  g_autoptr (GArray) near = ris3_difference_signs_list (comparison, boundaries, 256 << 14, 14);
  guint n_former = near->len;

  g_assert_cmpuint (near->len, ==,
                    ris3_comparison_count (comparison, RIS3_DIFFERENCE_NEW)
                        + ris3_comparison_count (comparison, RIS3_DIFFERENCE_DROPPED));
  g_assert_cmpuint (near->len, >, 5);
  for (guint zoom = 6; zoom > 0; zoom--)
    {
      double scale = 256 << zoom;
      g_autoptr (GArray) far = ris3_difference_signs_list (comparison, boundaries, scale, 14);

      g_assert_cmpuint (far->len, <=, n_former);
      n_former = far->len;
      for (guint i = 0; i < far->len; i++)
        {
          const Ris3DifferenceSign *sign = &g_array_index (far, Ris3DifferenceSign, i);

          g_assert_true (sign->difference == RIS3_DIFFERENCE_NEW || sign->difference == RIS3_DIFFERENCE_DROPPED);
          g_assert_cmpfloat (sign->extent * scale, >=, 14);
          for (guint j = 0; j < i; j++)
            {
              const Ris3DifferenceSign *larger = &g_array_index (far, Ris3DifferenceSign, j);

              g_assert_cmpfloat (larger->extent, >=, sign->extent);
              g_assert_cmpfloat (
                  MAX (fabs (larger->place.x - sign->place.x), fabs (larger->place.y - sign->place.y)) * scale, >=, 14);
            }
        }
    }
  g_assert_cmpuint (n_former, <, near->len);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/comparison/periods", test_periods);
  g_test_add_func ("/comparison/filtered", test_filtered);
  g_test_add_func ("/comparison/several-findings", test_several_findings);
  g_test_add_func ("/comparison/themes", test_themes);
  g_test_add_func ("/comparison/classes", test_classes);
  g_test_add_func ("/comparison/pairs", test_pairs);
  g_test_add_func ("/comparison/colours", test_colours);
  g_test_add_func ("/comparison/refused", test_refused);
  g_test_add_func ("/comparison/views", test_views);
  g_test_add_func ("/comparison/signs", test_signs);
  return fixture_run ();
}

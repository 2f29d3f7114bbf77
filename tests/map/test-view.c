/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A view as a value: its text form is read as it is written, and errors name what is wrong. */

#include <string.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-extent.h"
#include "map/ris3-view.h"

#define DEFAULT_TEXT "indicator=personalised-medicine period=2014-2020 level=strategy-territory nuts=2016"

static Ris3View *
read_view (const char *text)
{
  g_autoptr (GError) error = NULL;
  Ris3View *view = ris3_view_from_text (text, NULL, &error);

  g_assert_no_error (error);
  return view;
}

static void
assert_text (Ris3View *view, const char *expected)
{
  g_autofree char *text = ris3_view_to_text (view);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_default (void)
{
  g_autoptr (Ris3View) view = ris3_view_new ();
  g_autoptr (Ris3View) empty = read_view ("  ");

  assert_text (view, DEFAULT_TEXT);
  g_assert_true (ris3_view_equal (view, empty));
}

/* Each combination comes back as it was, and no two are equal. */
static void
test_round_trip (void)
{
  static const char *const periods[] = { "2014-2020", "2021-2027", "a period = with % and ü", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_views = 0;

  for (guint indicator = 0; indicator < ris3_indicator_get_n_indicators (); indicator++)
    for (guint period = 0; period < G_N_ELEMENTS (periods); period++)
      for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
        for (guint version = 0; version < RIS3_N_NUTS_VERSIONS; version++)
          {
            g_autoptr (Ris3View) first = ris3_view_new ();
            g_autoptr (Ris3View) second = ris3_view_with_indicator (first, ris3_indicator_get (indicator));
            g_autoptr (Ris3View) third = ris3_view_with_period (second, periods[period]);
            g_autoptr (Ris3View) fourth = ris3_view_with_level_rule (third, rule);
            g_autoptr (Ris3View) view = ris3_view_with_nuts_version (fourth, ris3_nuts_versions[version]);
            char *text = ris3_view_to_text (view);
            g_autoptr (Ris3View) again = read_view (text);

            g_assert_true (ris3_view_equal (view, again));
            g_assert_null (strpbrk (text, "\n\t"));
            g_hash_table_add (seen, text);
            n_views++;
          }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_views);
}

/* What a text leaves out is taken from the base, but for classes that do not go with the indicator. */
static void
test_base (void)
{
  g_autoptr (Ris3View) base = read_view ("indicator=health classes=categories period=latest level=2 nuts=2021");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) level = ris3_view_from_text ("level=3", base, &error);
  g_autoptr (Ris3View) indicator = ris3_view_from_text ("indicator=personalised-medicine", base, &error);

  g_assert_no_error (error);
  assert_text (base, "indicator=health classes=categories period=latest level=2 nuts=2021");
  assert_text (level, "indicator=health classes=categories period=latest level=3 nuts=2021");
  assert_text (indicator, "indicator=personalised-medicine period=latest level=2 nuts=2021");
  g_assert_null (ris3_view_get_period (base));
}

/* A joined column that has another name by now is shown under that, wherever it was, and nothing else changes. */
static void
test_rename (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) alone = ris3_view_from_text (
      "indicator=column:GDP classes=quantile:4 palette=viridis against=indicator:column:GDP", NULL, &error);
  g_autoptr (Ris3View) pair = ris3_view_from_text ("indicator=priorities with=column:GDP", NULL, &error);
  const Ris3Indicator *former = ris3_indicator_find_column ("GDP", FALSE);
  const Ris3Indicator *renamed = ris3_indicator_find_column ("Product of 2020", FALSE);
  g_autoptr (Ris3View) other = NULL;
  g_autoptr (Ris3View) other_pair = NULL;
  g_autofree char *against = NULL;

  g_assert_no_error (error);
  other = ris3_view_rename_indicator (alone, former, renamed);
  other_pair = ris3_view_rename_indicator (pair, former, renamed);
  g_assert_true (ris3_view_get_indicator (other) == renamed);
  g_assert_cmpstr (ris3_view_get_scheme (other), ==, "quantile:4");
  g_assert_cmpstr (ris3_view_get_palette (other), ==, "viridis");
  against = ris3_view_dup_against (other);
  g_assert_cmpstr (against, ==, "indicator:column:Product of 2020");
  g_assert_true (ris3_view_get_other_indicator (other_pair) == renamed);
  g_assert_null (ris3_view_rename_indicator (other_pair, former, renamed));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *says;
  } cases[] = {
    { "health", RIS3_VIEW_ERROR_SYNTAX, "“health” is not of the form KEY=VALUE" },
    { "period=2014-2020 period=latest", RIS3_VIEW_ERROR_SYNTAX, "“period” is given twice" },
    { "nuts=%ff", RIS3_VIEW_ERROR_SYNTAX, "“nuts=%ff” is not of the form" },
    { "colour=red", RIS3_VIEW_ERROR_KEY,
      "indicator, with, against, classes, palette, symbols, period, level, nuts, extent or filter" },
    { "=x", RIS3_VIEW_ERROR_KEY, "A view has no setting “”" },
    { "indicator=cancer", RIS3_VIEW_ERROR_VALUE, "personalised-medicine, health, priorities, theme:" },
    { "against=2014-2020,health", RIS3_VIEW_ERROR_VALUE, "a period, an indicator, or both" },
    { "level=6", RIS3_VIEW_ERROR_VALUE, "0, 1, 2, 3, 4, 5 or strategy-territory" },
    { "nuts=2015", RIS3_VIEW_ERROR_VALUE, "2013, 2016 or 2021" },
    { "nuts=", RIS3_VIEW_ERROR_VALUE, "2013, 2016 or 2021" },
    { "period=", RIS3_VIEW_ERROR_VALUE, "2014-2020" },
    { "extent=FRL0", RIS3_VIEW_ERROR_VALUE, "“FRL0” is no extent. Use “europe”" },
    { "extent=10,40,5,50", RIS3_VIEW_ERROR_VALUE, "Exchange the first and the third number" },
    { "extent=5,40,10,50,60", RIS3_VIEW_ERROR_VALUE, "is no extent" },
    { "extent=5,40,10,nan", RIS3_VIEW_ERROR_VALUE, "latitudes from -85 to 85" },
    { "palette=", RIS3_VIEW_ERROR_VALUE, "viridis, cividis, blues" },
    { "indicator=priorities symbols=perhaps", RIS3_VIEW_ERROR_VALUE, "yes or no" },
    { "indicator=year symbols=yes", RIS3_VIEW_ERROR_VALUE, "suits counts" },
    { "palette=rainbow", RIS3_VIEW_ERROR_VALUE, "okabe-ito, with “,reversed” after it if need be." },
    { "palette=blues,backwards", RIS3_VIEW_ERROR_VALUE, "reversed" },
    { "classes=rainbow", RIS3_VIEW_ERROR_VALUE, "It can be classed by: categories." },
    { "classes=manual:1,2", RIS3_VIEW_ERROR_VALUE, "It can be classed by: categories." },
    { "classes=categories:3", RIS3_VIEW_ERROR_VALUE, "Leave out what follows the colon" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_view_from_text (cases[i].text, NULL, &error));
      g_assert_error (error, RIS3_VIEW_ERROR, cases[i].code);
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("%s: %s", cases[i].text, error->message);
    }
}

/* A part of the map is kept only where it is asked for. */
static void
test_extent (void)
{
  g_autoptr (Ris3View) plain = read_view ("indicator=health");
  g_autoptr (Ris3View) here = read_view ("indicator=health extent=5.9,45.8,10.5,47.8");
  g_autoptr (Ris3View) without = ris3_view_with_extent (here, NULL, NULL);
  g_autoptr (Ris3View) period = ris3_view_with_period (here, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) europe = ris3_view_with_extent (here, "europe", &error);
  Ris3Box box = ris3_plane_project_box (ris3_plane_get_mercator (), 5.9, 45.8, 10.5, 47.8);
  g_autofree char *text = ris3_extent_to_text (&box, ris3_plane_get_mercator ());

  g_assert_no_error (error);
  g_assert_null (ris3_view_get_extent (plain));
  g_assert_false (ris3_view_equal (plain, here));
  g_assert_true (ris3_view_equal (plain, without));
  g_assert_cmpstr (ris3_view_get_extent (period), ==, "5.9,45.8,10.5,47.8");
  assert_text (here, "indicator=health period=2014-2020 level=strategy-territory nuts=2016 extent=5.9,45.8,10.5,47.8");
  assert_text (europe, "indicator=health period=2014-2020 level=strategy-territory nuts=2016 extent=europe");
  g_assert_cmpstr (text, ==, "5.9000,45.8000,10.5000,47.8000");
}

static void
test_fit (void)
{
  static const char *const periods[] = { "2014-2020", NULL };
  g_autoptr (Ris3View) known = read_view ("period=2014-2020");
  g_autoptr (Ris3View) unknown = read_view ("period=2007-2013");
  g_autoptr (Ris3View) fitted_known = ris3_view_fit (known, periods);
  g_autoptr (Ris3View) fitted_unknown = ris3_view_fit (unknown, periods);

  g_assert_true (ris3_view_equal (known, fitted_known));
  assert_text (fitted_unknown, "indicator=personalised-medicine period=latest level=strategy-territory nuts=2016");
}

/* A palette is kept until another indicator is shown. */
static void
test_palette (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = read_view ("indicator=health palette=blues,reversed level=2");
  g_autoptr (Ris3View) level = ris3_view_from_text ("level=3", view, &error);
  g_autoptr (Ris3View) other = ris3_view_from_text ("indicator=personalised-medicine", view, &error);
  g_autoptr (Ris3View) none = ris3_view_with_palette (view, NULL, &error);
  g_autoptr (Ris3View) viridis = ris3_view_with_palette (none, "viridis", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ris3_view_get_palette (view), ==, "blues,reversed");
  assert_text (view, "indicator=health palette=blues,reversed period=2014-2020 level=2 nuts=2016");
  g_assert_cmpstr (ris3_view_get_palette (level), ==, "blues,reversed");
  g_assert_null (ris3_view_get_palette (other));
  g_assert_null (ris3_view_get_palette (none));
  g_assert_false (ris3_view_equal (view, none));
  g_assert_cmpstr (ris3_view_get_palette (viridis), ==, "viridis");
  g_assert_null (ris3_view_with_palette (view, "rainbow", &error));
  g_assert_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE);
}

static void
test_scheme (void)
{
  g_autoptr (Ris3View) view = ris3_view_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) categories = ris3_view_with_scheme (view, "categories", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ris3_view_get_scheme (categories), ==, "categories");
  g_assert_false (ris3_view_equal (view, categories));
  g_assert_null (ris3_view_with_scheme (view, "manual:1", &error));
  g_assert_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE);
}

/* A filter is one word of a view. */
static void
test_filter (void)
{
  g_autoptr (Ris3View) plain = ris3_view_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter
      = ris3_filter_from_text ("theme:all(a,\"b c\") country:FR \"rare disease\" OR 100%", NULL, &error);
  g_autoptr (Ris3View) view = ris3_view_with_filter (plain, filter);
  g_autofree char *text = ris3_view_to_text (view);
  g_autoptr (Ris3View) again = read_view (text);
  g_autoptr (Ris3View) changed = ris3_view_with_period (view, "2021-2027");
  g_autoptr (Ris3View) cleared = ris3_view_from_text ("filter=", view, &error);

  g_assert_no_error (error);
  g_assert_true (
      g_str_has_suffix (text, " filter=country:FR%20theme:all(a,%22b%20c%22)%20%22rare%20disease%22%20OR%20100%25"));
  g_assert_true (ris3_view_equal (view, again));
  g_assert_false (ris3_view_equal (view, plain));
  g_assert_true (ris3_filter_equal (ris3_view_get_filter (changed), filter));
  g_assert_true (ris3_view_equal (cleared, plain));
  g_assert_null (ris3_view_from_text ("filter=contry:FR", NULL, &error));
  g_assert_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "“country”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/view/default", test_default);
  g_test_add_func ("/map/view/round-trip", test_round_trip);
  g_test_add_func ("/map/view/base", test_base);
  g_test_add_func ("/map/view/rename", test_rename);
  g_test_add_func ("/map/view/refused", test_refused);
  g_test_add_func ("/map/view/extent", test_extent);
  g_test_add_func ("/map/view/fit", test_fit);
  g_test_add_func ("/map/view/scheme", test_scheme);
  g_test_add_func ("/map/view/filter", test_filter);
  g_test_add_func ("/map/view/palette", test_palette);
  return g_test_run ();
}

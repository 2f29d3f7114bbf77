/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in, class indices and colours out: also for kinds of value that no indicator has yet. */

#include <string.h>

#include "map/ris3-class-method.h"
#include "map/ris3-view.h"

static Ris3Value
get_year (Ris3Strategy *strategy)
{
  return RIS3_VALUE_NUMBER (ris3_strategy_get_year (strategy));
}

/* An indicator that only this test has: adding an indicator means writing a description like it. */
static const Ris3Indicator year_indicator = {
  .id = "year",
  .title = "Year of the strategy",
  .unit = "",
  .kind = RIS3_VALUE_YEAR,
  .get_value = get_year,
};

static Ris3ClassScheme *
make (const char *text, const Ris3Indicator *indicator)
{
  g_autoptr (GError) error = NULL;
  Ris3ClassScheme *scheme = ris3_class_scheme_make (text, indicator, NULL, 0, &error);

  g_assert_no_error (error);
  return scheme;
}

static void
assert_class (Ris3ClassScheme *scheme, double number, guint expected)
{
  Ris3Value value = RIS3_VALUE_NUMBER (number);

  g_assert_cmpuint (ris3_class_scheme_classify (scheme, &value), ==, expected);
}

/* Each category has its class, then each absence has one, each with its own title, id and fill. */
static void
test_categories (void)
{
  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    {
      const Ris3Indicator *indicator = ris3_indicator_get (i);
      g_autoptr (Ris3ClassScheme) scheme = make (NULL, indicator);
      guint n_classes = ris3_class_scheme_get_n_classes (scheme);

      g_assert_true (ris3_indicator_find (indicator->id) == indicator);
      g_assert_cmpuint (ris3_class_scheme_get_n_value_classes (scheme), ==, indicator->n_categories);
      g_assert_cmpuint (n_classes, ==, indicator->n_categories + 4);
      for (guint klass = 0; klass < indicator->n_categories; klass++)
        {
          assert_class (scheme, klass, klass);
          g_assert_cmpstr (ris3_class_scheme_get_id (scheme, klass), ==, indicator->categories[klass].id);
          g_assert_cmpint (ris3_class_scheme_get_absence (scheme, klass), ==, RIS3_ABSENCE_NONE);
        }
      for (guint absence = RIS3_ABSENCE_NONE + 1; absence < RIS3_N_ABSENCES; absence++)
        {
          Ris3Value value = RIS3_VALUE_ABSENT (absence);
          guint klass = ris3_class_scheme_classify (scheme, &value);

          g_assert_cmpuint (klass, ==, ris3_class_scheme_get_absence_class (scheme, absence));
          g_assert_cmpuint (ris3_class_scheme_get_absence (scheme, klass), ==, absence);
          g_assert_cmpstr (ris3_class_scheme_get_title (scheme, klass), ==, ris3_absence_get_title (absence));
        }
      for (guint a = 0; a < n_classes; a++)
        for (guint b = a + 1; b < n_classes; b++)
          {
            g_assert_cmpstr (ris3_class_scheme_get_title (scheme, a), !=, ris3_class_scheme_get_title (scheme, b));
            g_assert_cmpstr (ris3_class_scheme_get_id (scheme, a), !=, ris3_class_scheme_get_id (scheme, b));
          }
    }
}

static void
test_breaks (void)
{
  g_autoptr (Ris3ClassScheme) scheme = make ("breaks:2014,2016.5,2020", &year_indicator);
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);

  g_assert_cmpuint (ris3_class_scheme_get_n_value_classes (scheme), ==, 4);
  assert_class (scheme, -1e9, 0);
  assert_class (scheme, 2013.999, 0);
  assert_class (scheme, 2014, 1);
  assert_class (scheme, 2016.49, 1);
  assert_class (scheme, 2016.5, 2);
  assert_class (scheme, 2020, 3);
  assert_class (scheme, 1e9, 3);
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 0), ==, "below 2014");
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 1), ==, "2014 to below 2016.5");
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 3), ==, "2020 and above");
  /* From pale to strong, and the strongest is the finding's colour. */
  for (guint klass = 1; klass < 4; klass++)
    g_assert_cmpuint (ris3_class_scheme_get_fill (scheme, klass, palette).colour >> 16, <,
                      ris3_class_scheme_get_fill (scheme, klass - 1, palette).colour >> 16);
  g_assert_cmphex (ris3_class_scheme_get_fill (scheme, 3, palette).colour, ==, 0x0b4f8a);
}

static void
test_units (void)
{
  static const double breaks[] = { 5, 12.5 };
  g_autoptr (Ris3ClassScheme) scheme
      = ris3_class_scheme_new_breaks (breaks, G_N_ELEMENTS (breaks), RIS3_VALUE_RATIO, "%");

  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 0), ==, "below 5\302\240%");
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 1), ==, "5\302\240% to below 12.5\302\240%");
}

/* Any share is more than none, and each class begins at its break. */
static void
test_shares (void)
{
  const Ris3Indicator *indicator = ris3_indicator_get (0)->share;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_make (NULL, indicator, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ris3_class_scheme_get_n_value_classes (scheme), ==, 4);
  assert_class (scheme, 0, 0);
  assert_class (scheme, 0.1, 1);
  assert_class (scheme, 24.9, 1);
  assert_class (scheme, 25, 2);
  assert_class (scheme, 50, 3);
  assert_class (scheme, 100, 3);
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 0), ==, "none (0 %)");
  g_assert_cmpstr (ris3_class_scheme_get_id (scheme, 3), ==, "half-or-more");

  g_assert_null (ris3_class_scheme_make ("shares:3", indicator, NULL, 0, &error));
  g_assert_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "breaks",       "breaks:",      "breaks:x",    "breaks:3,2", "breaks:3,3", "breaks:1,2,3,4,5,6,7,8,9",
    "breaks:1,nan", "breaks:1,inf", "breaks:1,,2", "categories", "quantiles",  "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_class_scheme_make (texts[i], &year_indicator, NULL, 0, &error));
      g_assert_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, "breaks"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/class-scheme/categories", test_categories);
  g_test_add_func ("/map/class-scheme/breaks", test_breaks);
  g_test_add_func ("/map/class-scheme/units", test_units);
  g_test_add_func ("/map/class-scheme/shares", test_shares);
  g_test_add_func ("/map/class-scheme/refused", test_refused);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in, class indices and colours out: also for kinds of value that no indicator has yet. */

#include <string.h>

#include "map/ris3-class-method.h"
#include "map/ris3-view.h"

static Ris3Value
get_year (const Ris3Indicator *self, Ris3Strategy *strategy)
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
      if (indicator->kind != RIS3_VALUE_CATEGORY)
        continue;
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
  g_autoptr (Ris3ClassScheme) scheme = make ("manual:2014,2016.5,2020", &year_indicator);
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);

  g_assert_cmpuint (ris3_class_scheme_get_n_value_classes (scheme), ==, 4);
  assert_class (scheme, -1e9, 0);
  assert_class (scheme, 2013.999, 0);
  assert_class (scheme, 2014, 1);
  assert_class (scheme, 2016.49, 1);
  assert_class (scheme, 2016.5, 2);
  assert_class (scheme, 2020, 3);
  assert_class (scheme, 1e9, 3);
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 0), ==, "before 2014");
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 1), ==, "2014 to below 2016.5");
  g_assert_cmpstr (ris3_class_scheme_get_title (scheme, 3), ==, "2020 or later");
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

static char *
get_titles (const char *text, const Ris3Indicator *indicator, const double *values, guint n, const char **remark)
{
  static Ris3ClassScheme *scheme;
  g_autoptr (GError) error = NULL;
  GString *titles = g_string_new (NULL);

  g_clear_pointer (&scheme, ris3_class_scheme_unref);
  scheme = ris3_class_scheme_make (text, indicator, values, n, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ris3_class_scheme_get_n_value_classes (scheme); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", ris3_class_scheme_get_title (scheme, i));
  *remark = ris3_class_scheme_get_remark (scheme);
  return g_string_free (titles, FALSE);
}

/* Each method, in words: whole numbers are whole, others have no more digits than they need, and where there are other
 * classes than were asked for it is said why. */
static void
test_methods (void)
{
  static const double years[] = { 2012, 2021, 2014, 2014, 2013, 2014, 2019, 2020, 2012, 2014 };
  static const double counts[] = { 0, 0, 0, 0, 0, 0, 1, 2, 3, 40 };
  static const double shares[] = { 0, 100.0 / 3, 50, 200.0 / 3, 100 };
  static const struct
  {
    const char *text;
    guint data; /* years, counts, shares */
    const char *titles;
    const char *remark;
  } cases[] = {
    { "natural:2", 0, "before 2019; 2019 or later", NULL },
    { "natural:3", 1, "below 2; 2 to 39; 40 and above", NULL },
    { "natural:2", 2, "below 60\302\240%; 60\302\240% and above", NULL },
    { "quantile:2", 0, "before 2014; 2014 or later", NULL },
    { "quantile:4", 1, "below 2; 2 and above",
      "There are only 2 classes, as many values are equal and stay together." },
    { "quantile:9", 1, "0; 1; 2; 3 and above",
      "There are only 4 classes, as many values are equal and stay together." },
    { "equal:3", 0, "before 2015; 2015 to 2017; 2018 or later", NULL },
    { "equal:3", 2, "below 33.3\302\240%; 33.3\302\240% to below 66.7\302\240%; 66.7\302\240% and above", NULL },
    { "pretty:2", 0, "before 2015; 2015 to 2019; 2020 or later", "By this method, the values give 3 classes." },
    { "natural:9", 1, "0; 1; 2; 3 to 39; 40 and above",
      "There are only 5 classes, as there are no more different values." },
    { "deviation:4", 0, NULL, NULL },
    { "head-tail", 1, "below 5; 5 and above", "By this method, the values give 2 classes." },
    { "natural", 0, NULL, NULL },
    { NULL, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Ris3Indicator indicator = { .id = "x",
                                        .unit = cases[i].data == 2 ? "%" : "",
                                        .kind = cases[i].data == 0   ? RIS3_VALUE_YEAR
                                                : cases[i].data == 1 ? RIS3_VALUE_COUNT
                                                                     : RIS3_VALUE_RATIO };
      const char *remark;
      g_autofree char *titles = cases[i].data == 0   ? get_titles (cases[i].text, &indicator, years, 10, &remark)
                                : cases[i].data == 1 ? get_titles (cases[i].text, &indicator, counts, 10, &remark)
                                                     : get_titles (cases[i].text, &indicator, shares, 5, &remark);

      g_test_message ("%s: %s (%s)", cases[i].text, titles, remark);
      if (cases[i].titles == NULL)
        continue;
      g_assert_cmpstr (titles, ==, cases[i].titles);
      g_assert_cmpstr (remark, ==, cases[i].remark);
    }
}

/* Every method works before values are known, and of values that are all equal. */
static void
test_few_values (void)
{
  static const double equal[] = { 7, 7, 7 };

  for (guint i = 0; i < ris3_class_method_get_n_methods (); i++)
    {
      const Ris3ClassMethod *method = ris3_class_method_get (i);
      const char *remark;
      g_autofree char *none = NULL;
      g_autofree char *same = NULL;

      if (method->divide == NULL)
        continue;
      none = get_titles (method->id, &year_indicator, NULL, 0, &remark);
      g_assert_cmpstr (none, ==, "all values");
      g_assert_null (remark);
      same = get_titles (method->id, &year_indicator, equal, 3, &remark);
      g_assert_cmpstr (same, ==, "all values");
      g_assert_cmpstr (remark, ==, "There is only 1 class, as there are no more different values.");
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "manual",       "manual:",      "manual:x",    "manual:3,2", "manual:3,3",   "manual:1,2,3,4,5,6,7,8,9",
    "manual:1,nan", "manual:1,inf", "manual:1,,2", "categories", "quantiles",    "",
    "natural:",     "natural:1",    "equal:10",    "quantile:x", "head-tail:-1", "pretty:5.5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_class_scheme_make (texts[i], &year_indicator, NULL, 0, &error));
      g_assert_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE);
      g_assert_true (strstr (error->message, "manual") != NULL || strstr (error->message, "from 2 to 9") != NULL);
    }
}

/* No class of numbers looks like the sea, land or an area without a strategy, in the classes' own colours and in those
 * of sequences that have enough of them. */
static void
test_ground (void)
{
  static const double breaks[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  static const char *const sets[] = { NULL, "viridis", "cividis", "greens", "oranges", "purples" };

  for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
    /* More of the last ones would look like each other. */
    for (guint n = 3; n <= (s < 3 ? 6 : 4); n++)
      for (guint name = 0; name < RIS3_N_PALETTES; name++)
        for (guint reversed = 0; reversed < 2; reversed++)
          {
            g_autoptr (Ris3ClassScheme) own = ris3_class_scheme_new_breaks (breaks, n - 1, RIS3_VALUE_RATIO, "");
            g_autoptr (Ris3ClassScheme) scheme = NULL;
            const Ris3Palette *palette = ris3_palette_get (name);
            const guint32 grounds[]
                = { palette->sea, palette->land, palette->absences[RIS3_ABSENCE_NO_STRATEGY].colour };
            const Ris3ColourSet *set;
            gboolean unused;

            if (sets[s] != NULL)
              g_assert_true (ris3_colour_set_from_text (sets[s], &set, &unused));
            scheme
                = sets[s] != NULL ? ris3_class_scheme_recolour (own, set, reversed == 1) : ris3_class_scheme_ref (own);
            for (guint i = 0; i < n; i++)
              for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
                {
                  guint32 colour = ris3_class_scheme_get_fill (scheme, i, palette).colour;
                  double distance = ris3_vision_get_distance (RIS3_VISION_NORMAL, colour, grounds[j]);

                  g_test_message ("%s %u %u: %06x %.1f", sets[s] != NULL ? sets[s] : "own", n, i, colour, distance);
                  g_assert_cmpfloat (distance, >=, RIS3_CLASS_SCHEME_LEAST_DISTANCE);
                }
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
  g_test_add_func ("/map/class-scheme/methods", test_methods);
  g_test_add_func ("/map/class-scheme/few-values", test_few_values);
  g_test_add_func ("/class-scheme/ground", test_ground);
  g_test_add_func ("/map/class-scheme/refused", test_refused);
  return g_test_run ();
}

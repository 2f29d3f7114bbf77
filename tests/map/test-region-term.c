/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Regions that a filter asks for, in the default atlas: which strategies that gives, of which version and spelling a
 * code may be, and what is said of one that nobody knows. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-region-term.h"
#include "model/ris3-filter-index.h"

static Ris3FilterIndex *filter_index;
static Ris3Placement *placements[RIS3_N_NUTS_VERSIONS];

static Ris3Placement *
get_placement (guint version)
{
  Ris3Placement **placement = &placements[version == 2013 ? 0 : version == 2016 ? 1 : 2];

  if (*placement == NULL)
    *placement = ris3_placement_new (fixture_get_geodata (version), ris3_atlas_get_strategies (fixture_get_atlas ()));
  return *placement;
}

/* What a text gives, in one period or of all. (transfer full) */
static Ris3FilterResult *
apply (const char *text, guint version, const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, NULL, &error);
  g_autoptr (Ris3Filter) resolved = NULL;
  g_autoptr (Ris3Filter) told = NULL;
  Ris3FilterResult *result;

  g_assert_no_error (error);
  if (filter_index == NULL)
    filter_index = ris3_filter_index_new (fixture_get_atlas_path (), &error);
  g_assert_no_error (error);
  resolved = ris3_region_terms_resolve (filter, get_placement (version), NULL, &error);
  g_assert_no_error (error);
  told = ris3_region_terms_tell (resolved, get_placement (version));
  g_assert_true (ris3_filter_equal (told, resolved));
  result = ris3_filter_index_apply (filter_index, told, period, &error);
  g_assert_no_error (error);
  return result;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "FR10 FR21": the regions of the strategies that match, as their authors have them. (transfer full) */
static char *
list_regions (const char *text, guint version, const char *period)
{
  g_autoptr (Ris3FilterResult) result = apply (text, version, period);
  GListModel *strategies = ris3_atlas_get_strategies (fixture_get_atlas ());
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      const char *code = ris3_strategy_get_region_code (strategy);

      if (ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategy))
          && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (" ", (char **) codes->pdata);
}

static void
assert_regions (const char *text, guint version, const char *period, const char *expected)
{
  g_autofree char *regions = list_regions (text, version, period);

  g_test_message ("%s: %s", text, regions);
  g_assert_cmpstr (regions, ==, expected);
}

/* Its own, those within it, and in each period without any, that of the next wider region. */
static void
test_cover (void)
{
  static const char *const any = RIS3_FILTER_ANY_PERIOD;

  assert_regions ("region:ITC4", 2016, "2014-2020", "ITC4");
  assert_regions ("region:DK", 2016, "2014-2020", "DK01 DK05");
  assert_regions ("region:DK", 2016, any, "DK DK01 DK02 DK03 DK05");
  assert_regions ("region:DK01", 2016, any, "DK DK01");
  assert_regions ("region:DE21", 2016, "2014-2020", "DE2");
  assert_regions ("region:AT11", 2016, "2014-2020", "AT");
  assert_regions ("region:AT11", 2016, any, "AT AT11");
  assert_regions ("region:UKC", 2016, "2014-2020", "UK");
  assert_regions ("region:DE2,ITC4 country:IT", 2016, any, "ITC4");
}

/* Codes of any version on a map of any, in small letters, as ISO has them; and names. */
static void
test_codes (void)
{
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      assert_regions ("region:FR82", ris3_nuts_versions[i], "2014-2020", "FRL0");
      assert_regions ("region:frl0", ris3_nuts_versions[i], "2014-2020", "FRL0");
    }
  assert_regions ("region:GBC", 2016, "2014-2020", "UK");
  assert_regions ("region:Lombardie", 2016, "2014-2020", "ITC4");
  assert_regions ("region:\"Île-de-France\"", 2016, "2014-2020", "FR10");
}

/* The text of what was typed, and what its chips say. */
static void
test_words (void)
{
  g_autoptr (Ris3FilterResult) result = apply ("region:paris,fr82,Lombardy", 2016, NULL);
  g_autofree char *text = ris3_filter_to_text (ris3_filter_result_get_filter (result));
  guint n_values, n = 0;
  const Ris3FacetValue *values = ris3_filter_result_get_values (result, RIS3_FACET_REGION, &n_values);

  g_assert_cmpstr (text, ==, "region:FR101,FR82,ITC4");
  g_assert_cmpuint (n_values, ==, 3);
  g_assert_cmpstr (values[0].title, ==, "Paris (FR101)");
  g_assert_cmpstr (values[2].title, ==, "Lombardy (ITC4)");
  for (guint i = 0; i < n_values; i++)
    n += values[i].n_strategies;
  g_assert_cmpuint (n, ==, ris3_filter_result_get_n_strategies (result));
}

static void
test_wrong (void)
{
  static const char *const texts[][2] = {
    { "Lombrdia", "Did you mean Lombardy (ITC4)?" },
    { "ZZ1", "NUTS 2016 has no region “ZZ1”." },
    { "Limburg", "(NL42)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup_printf ("region:ITC4,%s", texts[i][0]);
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, NULL, NULL);
      const char *wrong = NULL;

      g_assert_null (ris3_region_terms_resolve (filter, get_placement (2016), &wrong, &error));
      g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, texts[i][1]));
      g_assert_cmpstr (wrong, ==, texts[i][0]);
    }
}

/* What is selected takes the place of what was asked for before. */
static void
test_with (void)
{
  Ris3Boundaries *boundaries = ris3_placement_get_boundaries (get_placement (2016));
  guint regions[]
      = { (guint) ris3_boundaries_find (boundaries, "ITC4"), (guint) ris3_boundaries_find (boundaries, "DE2") };
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text ("region:FR1 pm:yes", NULL, NULL);
  g_autoptr (Ris3Filter) with = ris3_region_terms_with (filter, boundaries, regions, 2);
  g_autoptr (Ris3Filter) without = ris3_region_terms_with (with, boundaries, NULL, 0);
  g_autofree char *text = ris3_filter_to_text (with);

  g_assert_cmpstr (text, ==, "pm:yes region:DE2,ITC4");
  g_assert_true (ris3_region_terms_has_any (with));
  g_assert_false (ris3_region_terms_has_any (without));
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  g_test_add_func ("/region-term/cover", test_cover);
  g_test_add_func ("/region-term/codes", test_codes);
  g_test_add_func ("/region-term/words", test_words);
  g_test_add_func ("/region-term/wrong", test_wrong);
  g_test_add_func ("/region-term/with", test_with);
  status = fixture_run ();
  for (gsize i = 0; i < G_N_ELEMENTS (placements); i++)
    g_clear_pointer (&placements[i], ris3_placement_unref);
  g_clear_pointer (&filter_index, ris3_filter_index_unref);
  return status;
}

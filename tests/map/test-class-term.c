/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Classes that a filter asks for: a class of the map gives its areas, whatever is shown, and its text comes back. */

#include "fixture.h"
#include "map/ris3-class-term.h"
#include "model/ris3-filter-index.h"

static Ris3FilterIndex *
get_index (void)
{
  static Ris3FilterIndex *index;
  g_autoptr (GError) error = NULL;

  if (index == NULL)
    index = ris3_filter_index_new (fixture_get_atlas_path (), &error);
  g_assert_no_error (error);
  return index;
}

/* (transfer full) */
static Ris3Filter *
ask (char **terms)
{
  g_autoptr (Ris3Filter) filter = ris3_filter_new ();
  g_autoptr (Ris3Filter) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  for (char **term = terms; *term != NULL; term++)
    {
      Ris3Filter *more = ris3_filter_with (filter, RIS3_FACET_CLASS, *term, TRUE);
      g_autofree char *words = ris3_class_term_describe (*term);

      g_assert_cmpstr (words, !=, *term);
      ris3_filter_unref (filter);
      filter = more;
    }
  g_assert_true (ris3_class_terms_check (filter, &error));
  text = ris3_filter_to_text (filter);
  read = ris3_filter_from_text (text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_filter_equal (filter, read));
  again = ris3_filter_to_text (read);
  g_assert_cmpstr (text, ==, again);
  return g_steal_pointer (&read);
}

/* What a class gives are its areas, all of them and no others. */
static guint
check_class (Ris3Classification *all, guint klass)
{
  g_auto (GStrv) terms = ris3_class_terms_list (all, klass);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = NULL;
  g_autoptr (Ris3Filter) told = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (Ris3Classification) some = NULL;
  guint n_values, n = 0;
  const Ris3FacetValue *values;

  if (terms == NULL)
    return 0;
  filter = ask (terms);
  view = ris3_view_with_filter (ris3_classification_get_view (all), filter);
  told = ris3_class_terms_tell (filter, ris3_atlas_get_strategies (fixture_get_atlas ()),
                                ris3_classification_get_placement (all));
  result = ris3_filter_index_apply (get_index (), told, ris3_classification_get_period (all), &error);
  g_assert_no_error (error);
  some = ris3_classification_new_filtered (ris3_classification_get_placement (all), view, result);
  for (guint i = 0; i < ris3_classification_get_n_territories (some); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (some, i);

      g_assert_cmpint (territory->matches, ==, territory->klass == klass);
    }
  g_assert_cmpuint (ris3_classification_count_matching (some, klass), ==, ris3_classification_count_class (all, klass));
  values = ris3_filter_result_get_values (result, RIS3_FACET_CLASS, &n_values);
  g_assert_cmpuint (n_values, ==, g_strv_length (terms));
  for (guint i = 0; i < n_values; i++)
    n += values[i].n_strategies;
  g_assert_cmpuint (n, ==, ris3_filter_result_get_n_strategies (result));
  return 1;
}

static void
test_classes (void)
{
  static const char *const views[] = {
    "indicator=personalised-medicine",
    "indicator=health",
    "indicator=priorities",
    "indicator=priorities classes=manual:2.5,4",
    "indicator=theme:oncology",
    "indicator=theme-count:oncology classes=quantile:3",
    "indicator=theme-share:oncology",
    "indicator=theme-share:oncology classes=equal:4 palette=viridis",
    "indicator=year",
    "indicator=year classes=pretty:6",
    "indicator=period period=latest",
    "indicator=language",
    "indicator=analysis",
    "indicator=source period=latest",
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3View) view = ris3_view_from_text (views[i], NULL, &error);
      g_autoptr (Ris3Placement) placement = NULL;
      g_autoptr (Ris3Classification) all = NULL;
      guint n = 0;

      g_assert_no_error (error);
      g_test_message ("%s", views[i]);
      placement = ris3_placement_new_of_atlas (fixture_get_geodata (2016), fixture_get_atlas ());
      all = ris3_classification_new (placement, view);
      for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (all)); klass++)
        if (ris3_classification_count_class (all, klass) > 0)
          n += check_class (all, klass);
      g_assert_cmpuint (n, >=, 2);
    }
}

/* Filtered by what is recorded of regions, each strategy has the value of its own region, and an area that it is
 * inherited in follows it: every strategy on the map is of one class. */
static void
test_classes_of_regions (void)
{
  static const char *const views[] = { "indicator=participation:ICPerMed", "indicator=activities classes=quantile:3",
                                       "indicator=comments", "indicator=open-comments" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (Ris3View) view = ris3_view_from_text (views[i], NULL, NULL);
      g_autoptr (Ris3Placement) placement
          = ris3_placement_new_of_atlas (fixture_get_geodata (2016), fixture_get_atlas ());
      g_autoptr (Ris3Classification) all = ris3_classification_new (placement, view);
      guint n_classes = ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (all));
      guint n_own = 0, n_matching = 0, n_asked = 0;

      for (guint k = 0; k < ris3_classification_get_n_territories (all); k++)
        n_own += ris3_classification_get_territory (all, k)->n_strategies > 0;
      for (guint klass = 0; klass < n_classes; klass++)
        {
          g_auto (GStrv) terms = ris3_class_terms_list (all, klass);
          g_autoptr (Ris3Filter) filter = terms != NULL ? ask (terms) : NULL;
          g_autoptr (Ris3FilterResult) result = NULL;
          g_autoptr (Ris3Classification) some = NULL;
          g_autoptr (Ris3Filter) told = NULL;

          if (filter == NULL)
            continue;
          n_asked++;
          g_assert_true (ris3_class_terms_read_regions (filter));
          told = ris3_class_terms_tell (filter, ris3_atlas_get_strategies (fixture_get_atlas ()), placement);
          result = ris3_filter_index_apply (get_index (), told, ris3_classification_get_period (all), NULL);
          some = ris3_classification_new_filtered (placement, view, result);
          for (guint k = 0; k < ris3_classification_get_n_territories (some); k++)
            {
              const Ris3Territory *territory = ris3_classification_get_territory (some, k);

              n_matching += territory->matches;
              if (territory->source_region == (gint) territory->region)
                g_assert_cmpint (territory->matches, ==, territory->klass == klass);
            }
        }
      g_assert_cmpuint (n_own, >, 0);
      /* Where all have one value, there is nothing to ask for. */
      g_test_message ("%s: %u classes", views[i], n_asked);
      g_assert_true (i > 0 || n_asked >= 2);
      g_assert_cmpuint (n_matching, ==, n_asked > 0 ? n_own : 0);
    }
}

/* What is disputed is asked for as the filter has it, and gives the areas with that mark. */
static void
test_disputed (void)
{
  g_autoptr (Ris3Classification) all = fixture_classify (2016, FIXTURE_PM, NULL, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_auto (GStrv) values = ris3_class_terms_list_mark (all, RIS3_MARK_DISPUTED);
  g_autoptr (Ris3Filter) everything = ris3_filter_new ();
  g_autoptr (Ris3Filter) filter = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3Classification) some = NULL;

  g_assert_cmpuint (g_strv_length (values), ==, 1);
  filter = ris3_filter_with (everything, RIS3_FACET_PM, values[0], TRUE);
  result = ris3_filter_index_apply (get_index (), filter, ris3_classification_get_period (all), NULL);
  some = ris3_classification_new_filtered (ris3_classification_get_placement (all), ris3_classification_get_view (all),
                                           result);
  g_assert_cmpuint (ris3_classification_count_disputed (some), >, 0);
  for (guint i = 0; i < ris3_classification_get_n_territories (some); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (some, i);

      g_assert_cmpint (territory->matches, ==, (territory->marks & RIS3_MARK_DISPUTED) != 0);
    }
  g_assert_null (ris3_class_terms_list_mark (all, RIS3_MARK_INHERITED));
}

/* A filter of strategies cannot ask for areas without one, or for shares of areas. */
static void
test_not_asked (void)
{
  static const char *const views[] = { "level=0" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (Ris3View) view = ris3_view_from_text (views[i], NULL, NULL);
      g_autoptr (Ris3Placement) placement
          = ris3_placement_new_of_atlas (fixture_get_geodata (2016), fixture_get_atlas ());
      g_autoptr (Ris3Classification) all = ris3_classification_new (placement, view);
      Ris3ClassScheme *scheme = ris3_classification_get_scheme (all);

      for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
        g_assert_null (ris3_class_terms_list (all, klass));
    }
  {
    g_autoptr (Ris3Classification) all = fixture_classify (2016, FIXTURE_PM, NULL, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
    guint klass = ris3_class_scheme_get_absence_class (ris3_classification_get_scheme (all), RIS3_ABSENCE_NO_STRATEGY);

    g_assert_null (ris3_class_terms_list (all, klass));
  }
}

static void
test_words (void)
{
  static const struct
  {
    const char *text, *words; /* NULL: it is refused */
  } cases[] = {
    { "personalised-medicine/explicit", "Explicit PM priority" },
    { "personalised-medicine/not-analysed", "Not yet analysed" },
    { "priorities/3", "Number of Health Priorities: 3" },
    { "priorities/3..5", "Number of Health Priorities: 3 to 5" },
    { "priorities/..5", "Number of Health Priorities: below 6" },
    { "year/2014..", "Year of the Strategy: 2014 or later" },
    { "year/unknown", "Year not known" },
    { "language/fr", "Language of the Source: French" },
    { "theme-share:oncology/25..50", "Share of Priorities on a Theme: oncology: 25\302\240% to below 50\302\240%" },
    { "theme-share:oncology/>0..25", "Share of Priorities on a Theme: oncology: below 25\302\240%" },
    { "theme-share:oncology/0", "Share of Priorities on a Theme: oncology: 0\302\240%" },
    { "personalised-medicine/none", NULL },
    { "personalised-medicine", NULL },
    { "personalised-medicine/", NULL },
    { "activities/3", "Number of Activities: 3" },
    { "participation:ICPerMed/member", "Participation: ICPerMed: Takes part, or a region within it does" },
    { "column:GDP per head/20000..", "GDP per head: 20000 and above" },
    { "column-text:Type/x", NULL },
    { "priorities/5..3", NULL },
    { "priorities/..", NULL },
    { "priorities/x..", NULL },
    { "nothing/1", NULL },
    { "/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3Filter) everything = ris3_filter_new ();
      g_autoptr (Ris3Filter) filter = ris3_filter_with (everything, RIS3_FACET_CLASS, cases[i].text, TRUE);
      g_autoptr (GError) error = NULL;
      g_autofree char *words = ris3_class_term_describe (cases[i].text);

      g_assert_cmpstr (words, ==, cases[i].words != NULL ? cases[i].words : cases[i].text);
      g_assert_cmpint (ris3_class_terms_check (filter, &error), ==, cases[i].words != NULL);
      if (cases[i].words == NULL)
        g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/class-term/classes", test_classes);
  g_test_add_func ("/class-term/classes-of-regions", test_classes_of_regions);
  g_test_add_func ("/class-term/disputed", test_disputed);
  g_test_add_func ("/class-term/not-asked", test_not_asked);
  g_test_add_func ("/class-term/words", test_words);
  return fixture_run ();
}

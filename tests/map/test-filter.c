/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A filter on the map: which territories match, what is counted, and how those that do not match fade. */

#include <math.h>

#include "fixture.h"
#include "map/ris3-paint.h"
#include "map/ris3-palette.h"
#include "map/ris3-reach.h"
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

static Ris3Classification *
classify (const char *text, const char *period, Ris3LevelRule rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Classification) whole = fixture_classify (2016, FIXTURE_PM, period, rule);
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, NULL, &error);
  g_autoptr (Ris3View) view = ris3_view_with_filter (ris3_classification_get_view (whole), filter);
  g_autoptr (Ris3FilterResult) result = ris3_filter_index_apply (get_index (), filter, period, &error);

  g_assert_no_error (error);
  return ris3_classification_new_filtered (ris3_classification_get_placement (whole), view, result);
}

/* Values and classes stay; what matches is what the filter gives, and is counted. */
static void
test_matches (void)
{
  static const char *const filters[] = { "country:FR,IT", "pm:yes", "theme:oncology",    "absence:not-analysed",
                                         "level:0",       "genom*", "programme:SAPHIRe", "zzz" };
  static const char *const periods[] = { "2014-2020", "2021-2027", NULL };

  for (guint f = 0; f < G_N_ELEMENTS (filters); f++)
    for (guint p = 0; p < G_N_ELEMENTS (periods); p++)
      for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
        {
          g_autoptr (Ris3Classification) all = fixture_classify (2016, FIXTURE_PM, periods[p], rule);
          g_autoptr (Ris3Classification) some = classify (filters[f], periods[p], rule);
          Ris3FilterResult *result = ris3_classification_get_result (some);
          guint n_classes = ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (some));
          g_autofree guint *n_matching = g_new0 (guint, n_classes);

          g_assert_cmpuint (ris3_classification_get_n_territories (some), ==,
                            ris3_classification_get_n_territories (all));
          for (guint i = 0; i < ris3_classification_get_n_territories (some); i++)
            {
              const Ris3Territory *territory = ris3_classification_get_territory (some, i);
              const Ris3Territory *other = ris3_classification_get_territory (all, i);
              Ris3Strategy *const *strategies = ris3_classification_get_strategies (some, i);
              gboolean matches = FALSE;

              for (guint j = 0; j < territory->n_strategies; j++)
                matches |= ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategies[j]));
              g_assert_cmpint (territory->matches, ==, matches);
              g_assert_true (other->matches);
              g_assert_cmpuint (territory->klass, ==, other->klass);
              g_assert_cmpuint (territory->marks, ==, other->marks);
              n_matching[territory->klass] += matches;
            }
          for (guint i = 0; i < n_classes; i++)
            {
              g_assert_cmpuint (ris3_classification_count_matching (some, i), ==, n_matching[i]);
              g_assert_cmpuint (ris3_classification_count_class (some, i), ==,
                                ris3_classification_count_class (all, i));
            }
          g_assert_cmpuint (ris3_classification_get_summary (some)->n_strategies, ==,
                            ris3_filter_result_get_n_strategies (result));
          g_assert_cmpuint (ris3_classification_get_whole_summary (some)->n_strategies, ==,
                            ris3_classification_get_summary (all)->n_strategies);
          g_assert_cmpuint (ris3_filter_result_get_n_all_strategies (result), ==,
                            ris3_classification_get_summary (all)->n_strategies);
        }
}

/* The numbers of the panel are those of the headline. */
static void
test_facets (void)
{
  static const char *const periods[] = { "2014-2020", "2021-2027", NULL };

  for (guint p = 0; p < G_N_ELEMENTS (periods); p++)
    {
      g_autoptr (Ris3Classification) all
          = fixture_classify (2016, FIXTURE_PM, periods[p], RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
      g_autoptr (Ris3Classification) france = classify ("country:FR", periods[p], RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
      g_autoptr (Ris3Classification) nothing = classify ("", periods[p], RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
      g_autoptr (Ris3Classification) marked = classify ("pm:yes", periods[p], RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
      Ris3Reach reach = ris3_reach_of_map (france);
      Ris3Reach whole = ris3_reach_of_map (all);
      const Ris3FacetValue *values;
      guint n;

      values = ris3_filter_result_get_values (ris3_classification_get_result (france), RIS3_FACET_PM, &n);
      g_assert_cmpstr (values[0].id, ==, "yes");
      g_assert_cmpuint (values[0].n_strategies, ==, ris3_classification_get_summary (france)->n_explicit);
      g_assert_cmpuint (ris3_classification_get_summary (marked)->n_strategies, ==,
                        ris3_classification_get_summary (all)->n_explicit);
      g_assert_cmpuint (reach.n_strategies, ==, ris3_classification_get_summary (france)->n_explicit);
      g_assert_cmpuint (reach.n_own + reach.n_inherited, <=, whole.n_own + whole.n_inherited);
      g_assert_null (ris3_classification_get_result (nothing));
      for (guint i = 0; i < ris3_classification_get_n_territories (nothing); i++)
        g_assert_true (ris3_classification_get_territory (nothing, i)->matches);
    }
}

static double
get_luminance (guint32 colour)
{
  double parts[3];

  for (guint i = 0; i < 3; i++)
    {
      double part = ((colour >> (8 * i)) & 0xff) / 255.0;

      parts[i] = part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
    }
  return 0.2126 * parts[2] + 0.7152 * parts[1] + 0.0722 * parts[0];
}

static double
get_contrast (guint32 a, guint32 b)
{
  double left = get_luminance (a), right = get_luminance (b);

  return (MAX (left, right) + 0.05) / (MIN (left, right) + 0.05);
}

/* The class that says most stands out from everything that faded; no class that faded looks like one that has not. */
static void
test_fading (void)
{
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);
      g_autoptr (Ris3Classification) all
          = fixture_classify (2016, FIXTURE_PM, NULL, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
      Ris3ClassScheme *scheme = ris3_classification_get_scheme (all);
      guint32 first = ris3_class_scheme_get_fill (scheme, 0, palette).colour;

      for (guint i = 0; i < ris3_class_scheme_get_n_classes (scheme); i++)
        {
          guint32 colour = ris3_class_scheme_get_fill (scheme, i, palette).colour;
          guint32 faded = ris3_paint_get_faded (colour, palette);

          g_test_message ("class %u: %06x fades to %06x, contrast %.2f, to the first class %.2f, to land %.2f", i,
                          colour, faded, get_contrast (colour, faded), get_contrast (first, faded),
                          get_contrast (palette->land, faded));
          g_assert_cmpfloat (get_contrast (first, faded), >=, 3);
          g_assert_cmpfloat (get_contrast (palette->land, faded), <, 2);
        }
    }
}

/* Faded regions are of one colour: their marks are not drawn. */
static void
test_paint (void)
{
  g_autoptr (Ris3Classification) some = classify ("country:FR", "2014-2020", RIS3_LEVEL_RULE_NUTS_3);
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  g_autoptr (Ris3Paint) paint = ris3_paint_new (some, NULL, palette, 1);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (some);
  guint n_faded = 0;

  for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (boundaries)->n_shapes; leaf++)
    {
      const Ris3Territory *territory
          = ris3_classification_get_territory (some, ris3_classification_get_leaf_territory (some, leaf));
      guint style = paint->styles[1 + leaf];
      guint32 colour
          = ris3_class_scheme_get_fill (ris3_classification_get_scheme (some), territory->klass, palette).colour;
      guint32 drawn = paint->tiles[style * paint->tile_size * paint->tile_size] & 0xffffff;

      if (territory->matches)
        {
          g_assert_cmpint (paint->plain[style], ==, territory->marks == 0);
          continue;
        }
      n_faded++;
      g_assert_true (paint->plain[style]);
      g_assert_cmphex (drawn, ==, ris3_paint_get_faded (colour, palette));
    }
  g_assert_cmpuint (n_faded, >, 0);
  g_assert_cmpuint (n_faded, <, ris3_boundaries_get_shapes (boundaries)->n_shapes);
}

/* A headline that counts areas counts those that the filter leaves. */
static void
test_areas (void)
{
  g_autoptr (Ris3View) all = ris3_view_from_text ("indicator=comments period=2014-2020", NULL, NULL);
  g_autoptr (Ris3Placement) placement = ris3_placement_new_of_atlas (fixture_get_geodata (2016), fixture_get_atlas ());
  g_autoptr (Ris3Classification) whole = ris3_classification_new (placement, all);
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text ("country:EE,LV,MT", NULL, NULL);
  g_autoptr (Ris3View) view = ris3_view_with_filter (all, filter);
  g_autoptr (Ris3FilterResult) result = ris3_filter_index_apply (get_index (), filter, "2014-2020", NULL);
  g_autoptr (Ris3Classification) some = ris3_classification_new_filtered (placement, view, result);
  const Ris3StrategySummary *summary = ris3_classification_get_summary (some);

  g_assert_cmpuint (ris3_classification_get_summary (whole)->n_areas, ==,
                    ris3_classification_get_n_territories (whole));
  g_assert_cmpuint (summary->n_areas, ==, 3);
  /* Estonia and Malta have commented. */
  g_assert_cmpuint (ris3_indicator_count (ris3_classification_get_indicator (some), summary), ==, 2);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/filter/matches", test_matches);
  g_test_add_func ("/filter/facets", test_facets);
  g_test_add_func ("/filter/fading", test_fading);
  g_test_add_func ("/filter/paint", test_paint);
  g_test_add_func ("/filter/areas", test_areas);
  return fixture_run ();
}

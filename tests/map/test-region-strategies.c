/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is told first of a region is what decides its colour: of all regions, whatever is asked for. */

#include <glib/gstdio.h>

#include "fixture.h"
#include "map/ris3-organisation-finder.h"
#include "map/ris3-region-strategies.h"
#include "model/ris3-editor.h"

static const char *const periods[] = { "2014-2020", "2021-2027", NULL };

static gboolean
decides (Ris3Classification *classification, guint territory, Ris3Strategy *strategy)
{
  Ris3Strategy *const *strategies = ris3_classification_get_strategies (classification, territory);

  for (guint i = 0; i < ris3_classification_get_territory (classification, territory)->n_strategies; i++)
    if (strategies[i] == strategy)
      return TRUE;
  return FALSE;
}

static gboolean
is_placed_on (Ris3Classification *classification, guint region, Ris3Strategy *strategy)
{
  guint n_placed;
  Ris3Strategy *const *placed
      = ris3_placement_get_region_strategies (ris3_classification_get_placement (classification), region, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    if (placed[i] == strategy)
      return TRUE;
  return FALSE;
}

/* A region whose colour is that of an area which reaches beyond it has the one strategy of that area. */
static void
check_region (Ris3Classification *classification, guint region)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const char *code = ris3_boundaries_get_region (boundaries, region)->code;
  gint territory = ris3_classification_find_territory (classification, region);
  g_autoptr (GArray) told = ris3_region_strategies_new (classification, region);
  g_autofree guint *counts = NULL;
  guint n_told = 0, n_deciding = 0, n_areas, n_counted = 0, n_others = 0;

  counts = ris3_region_count_areas (classification, region, &n_areas);
  for (guint i = 0; i < told->len; i++)
    {
      const Ris3RegionStrategy *entry = &g_array_index (told, Ris3RegionStrategy, i);

      /* Those that decide come before all others. */
      g_assert_true (entry->part == RIS3_STRATEGY_PART_NONE || n_others == 0);
      g_assert_true ((entry->part == RIS3_STRATEGY_PART_NONE) == (entry->n_areas == 0));
      g_assert_true (is_placed_on (classification, entry->region, entry->strategy));
      n_others += entry->part == RIS3_STRATEGY_PART_NONE;
      n_counted += entry->n_areas;
      n_told += is_placed_on (classification, region, entry->strategy);
      if (territory >= 0)
        n_deciding += decides (classification, territory, entry->strategy);
    }
  if (territory >= 0 && ris3_classification_get_territory (classification, territory)->region == region)
    {
      const Ris3Territory *record = ris3_classification_get_territory (classification, territory);

      if (n_deciding != record->n_strategies || n_deciding != told->len - n_others)
        g_error ("%s: %u strategies decide, %u are told of, %u of them as deciding", code, record->n_strategies,
                 n_deciding, told->len - n_others);
      g_assert_cmpuint (n_areas, ==, record->n_areas);
    }
  /* Of a part of a region that shows a share or a sum, what decides its own areas is told. */
  if (territory >= 0
      && (n_deciding > 0
          || (!ris3_classification_shows_shares (classification)
              && ris3_classification_get_territory (classification, territory)->n_areas == 1))
      && ris3_classification_get_territory (classification, territory)->n_strategies > 0
      && !decides (classification, territory, g_array_index (told, Ris3RegionStrategy, 0).strategy))
    g_error ("%s: the first strategy does not decide its colour", code);
  /* What is recorded of areas is known without a strategy, too. */
  if (ris3_classification_get_indicator (classification)->get_value != NULL)
    g_assert_cmpuint (n_counted, ==,
                      n_areas
                          - counts[ris3_class_scheme_get_absence_class (
                              ris3_classification_get_scheme (ris3_classification_get_areas (classification)),
                              RIS3_ABSENCE_NO_STRATEGY)]);
  /* Nothing that is known of the region itself is left out. */
  ris3_placement_get_region_strategies (ris3_classification_get_placement (classification), region, &n_others);
  g_assert_cmpuint (n_told, ==, n_others);
}

static void
test_all (gconstpointer version)
{
  guint nuts_version = GPOINTER_TO_UINT (version);
  guint n_regions = ris3_boundaries_get_n_regions (fixture_get_boundaries (nuts_version));

  for (guint period = 0; period < G_N_ELEMENTS (periods); period++)
    for (guint indicator = 0; indicator < ris3_indicator_get_n_indicators (); indicator++)
      for (guint rule = 0; rule < RIS3_N_LEVEL_RULES; rule++)
        {
          g_autoptr (Ris3Classification) classification
              = fixture_classify (nuts_version, ris3_indicator_get (indicator), periods[period], rule);

          for (guint region = 0; region < n_regions; region++)
            check_region (classification, region);
        }
}

static void
assert_first (const char *period, const char *code, const char *id, Ris3StrategyPart part, guint n_areas)
{
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, ris3_indicator_get (0), period, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (GArray) told
      = ris3_region_strategies_new (classification, ris3_boundaries_find (fixture_get_boundaries (2016), code));
  const Ris3RegionStrategy *first = &g_array_index (told, Ris3RegionStrategy, 0);

  g_assert_cmpuint (told->len, >=, 1);
  g_assert_cmpstr (ris3_strategy_get_id (first->strategy), ==, id);
  g_assert_cmpint (first->part, ==, part);
  g_assert_cmpuint (first->n_areas, ==, n_areas);
}

/* Where a reader was misled: the colour came from elsewhere, or from another period. */
static void
test_examples (void)
{
  assert_first ("2014-2020", "DE5", "DE-2019", RIS3_STRATEGY_PART_INHERITED, 1);
  assert_first ("2014-2020", "MT", "MT-2014", RIS3_STRATEGY_PART_OWN, 1);
  assert_first ("2014-2020", "FRL0", "FRL0-2014", RIS3_STRATEGY_PART_OWN, 1);
  assert_first ("2014-2020", "FRL", "FRL0-2014", RIS3_STRATEGY_PART_WITHIN, 1);
}

/* On a map of shares, a part of a region is told what its own area shows, and the region its share. */
static void
test_told_of_parts (void)
{
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_COUNTRY);
  Ris3Classification *areas = ris3_classification_get_areas (classification);
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  guint n_parts = 0;

  g_assert_true (ris3_classification_shows_shares (classification));
  for (guint region = 0; region < ris3_boundaries_get_n_regions (boundaries); region++)
    {
      gboolean is_country = ris3_boundaries_get_region (boundaries, region)->level == 0;
      gint territory;
      Ris3Classification *told = ris3_classification_find_told (classification, region, &territory);

      g_assert_true (told == (is_country ? classification : areas));
      g_assert_cmpint (territory, ==, ris3_classification_find_territory (told, region));
      n_parts += !is_country && territory >= 0;
    }
  g_assert_cmpuint (n_parts, >, 1500);
}

/* An atlas with organisations. (transfer full) */
static Ris3Atlas *
open_with_organisations (void)
{
  static const struct
  {
    const char *name;
    guint nuts_version;
    const char *code; /* NULL: of no region */
  } organisations[] = {
    { "Region Sud", 2013, "FR82" },    { "Ministère de la santé", 2016, "FR" },
    { "Land NÖ", 2016, "AT12" },       { "Land Niederösterreich", 2016, "AT12" },
    { "Agence Région", 2016, "FRL0" }, { "Land Salzburg", 0, NULL },
  };
  g_autofree char *folder = g_dir_make_tmp ("ris3-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "atlas.ris3atlas", NULL);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_group ("organisations", "Organisations");
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  Ris3Atlas *atlas;

  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      g_autoptr (Ris3Edit) addition = ris3_edit_new_add ("organisation");

      ris3_edit_set_text (addition, "name", organisations[i].name);
      ris3_edit_set_text (addition, "role", "regional authority");
      if (organisations[i].code != NULL)
        {
          ris3_edit_set_integer (addition, "nuts_version", organisations[i].nuts_version);
          ris3_edit_set_text (addition, "region_code", organisations[i].code);
        }
      ris3_edit_append (edit, addition);
    }
  g_assert_true (ris3_atlas_copy (fixture_get_atlas_path (), path, &error));
  editor = ris3_editor_open (path, "Analyst", &error);
  g_assert_no_error (error);
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&editor, ris3_editor_free);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return atlas;
}

static void
assert_names (GPtrArray *found, const char *names)
{
  g_autoptr (GPtrArray) organisations = found;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < organisations->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", ris3_organisation_get_name (organisations->pdata[i]));
  g_assert_cmpstr (text->str, ==, names);
}

/* Those of a region come first, also if they were recorded of it by another code. */
static void
test_organisations (void)
{
  g_autoptr (Ris3Atlas) atlas = open_with_organisations ();
  g_autoptr (Ris3OrganisationFinder) sud
      = ris3_organisation_finder_new (atlas, fixture_get_geodata (2021), 2016, "FRL0");
  g_autoptr (Ris3OrganisationFinder) plain = ris3_organisation_finder_new (atlas, NULL, 2016, "FRL0");
  g_autoptr (Ris3OrganisationFinder) none = ris3_organisation_finder_new (atlas, NULL, 0, "");

  g_assert_cmpuint (ris3_organisation_finder_get_n_own (sud), ==, 2);
  g_assert_cmpuint (ris3_organisation_finder_get_n_own (plain), ==, 1);
  g_assert_cmpuint (ris3_organisation_finder_get_n_own (none), ==, 0);
  assert_names (ris3_organisation_finder_find (sud, ""),
                "Agence Région; Region Sud; Ministère de la santé; Land Niederösterreich; Land NÖ; Land Salzburg");
  assert_names (ris3_organisation_finder_find (sud, "REGION"), "Region Sud; Agence Région");
  assert_names (ris3_organisation_finder_find (sud, "sante min"), "Ministère de la santé");
  assert_names (ris3_organisation_finder_find (none, "land n"), "Land Niederösterreich; Land NÖ");
  assert_names (ris3_organisation_finder_find (sud, "nobody"), "");
  g_assert_cmpint (ris3_organisation_finder_get_nearness (sud, ris3_organisation_finder_lookup (sud, "Region Sud")), ==,
                   RIS3_ORGANISATION_OF_REGION);

  g_assert_cmpstr (ris3_organisation_get_name (ris3_organisation_finder_lookup (sud, "land no")), ==, "Land NÖ");
  g_assert_null (ris3_organisation_finder_lookup (sud, "Land"));
  g_assert_null (ris3_organisation_finder_lookup (sud, ""));
  assert_names (ris3_organisation_finder_find_similar (sud, "LAND"), "Land Niederösterreich; Land NÖ; Land Salzburg");
  assert_names (ris3_organisation_finder_find_similar (sud, "Region Sud, Direction"), "Region Sud");
  assert_names (ris3_organisation_finder_find_similar (sud, "La"), "");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_data_func ("/map/region-strategies/2013", GUINT_TO_POINTER (2013), test_all);
  g_test_add_data_func ("/map/region-strategies/2016", GUINT_TO_POINTER (2016), test_all);
  g_test_add_data_func ("/map/region-strategies/2021", GUINT_TO_POINTER (2021), test_all);
  g_test_add_func ("/map/region-strategies/examples", test_examples);
  g_test_add_func ("/map/region-strategies/told-of-parts", test_told_of_parts);
  g_test_add_func ("/map/region-strategies/organisations", test_organisations);
  return fixture_run ();
}

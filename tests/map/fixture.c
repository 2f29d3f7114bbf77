/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "map/ris3-extent.h"

const guint fixture_nuts_versions[] = { 2013, 2016, 2021, 0 };

static const char *boundaries_path;
static const char *atlas_path;
static Ris3Geodata *geodata_of_version[G_N_ELEMENTS (fixture_nuts_versions)];
static Ris3Atlas *atlas;

void
fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, ==, 3);
  boundaries_path = (*argv)[1];
  atlas_path = (*argv)[2];
}

int
fixture_run (void)
{
  int status = g_test_run ();

  for (guint i = 0; fixture_nuts_versions[i] != 0; i++)
    g_clear_pointer (&geodata_of_version[i], ris3_geodata_unref);
  g_clear_object (&atlas);
  return status;
}

const char *
fixture_get_boundaries_path (void)
{
  return boundaries_path;
}

const char *
fixture_get_atlas_path (void)
{
  return atlas_path;
}

static guint
find_version (guint nuts_version)
{
  guint i = 0;

  while (fixture_nuts_versions[i] != nuts_version)
    g_assert_cmpuint (fixture_nuts_versions[i++], !=, 0);
  return i;
}

Ris3Geodata *
fixture_get_geodata (guint nuts_version)
{
  guint i = find_version (nuts_version);
  g_autoptr (GError) error = NULL;

  if (geodata_of_version[i] == NULL)
    geodata_of_version[i] = ris3_geodata_load_file (boundaries_path, nuts_version, NULL, &error);
  g_assert_no_error (error);
  return geodata_of_version[i];
}

Ris3Boundaries *
fixture_get_boundaries (guint nuts_version)
{
  return ris3_geodata_get_boundaries (fixture_get_geodata (nuts_version));
}

Ris3Shapes *
fixture_get_land (void)
{
  return ris3_geodata_get_land (fixture_get_geodata (2016));
}

Ris3Atlas *
fixture_get_atlas (void)
{
  g_autoptr (GError) error = NULL;

  if (atlas == NULL)
    atlas = ris3_atlas_open (atlas_path, NULL, &error);
  g_assert_no_error (error);
  return atlas;
}

GListModel *
fixture_pick_strategies (const char *const *ids)
{
  GListModel *all = ris3_atlas_get_strategies (fixture_get_atlas ());
  GListStore *picked = g_list_store_new (RIS3_TYPE_STRATEGY);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint n_before = g_list_model_get_n_items (G_LIST_MODEL (picked));

      for (guint j = 0; j < g_list_model_get_n_items (all); j++)
        {
          g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (all, j);

          if (g_str_equal (ris3_strategy_get_id (strategy), ids[i]))
            g_list_store_append (picked, strategy);
        }
      if (g_list_model_get_n_items (G_LIST_MODEL (picked)) != n_before + 1)
        g_error ("%s is not in the default atlas", ids[i]);
    }
  return G_LIST_MODEL (picked);
}

Ris3Classification *
fixture_classify_strategies (guint nuts_version,
                             GListModel *strategies,
                             const Ris3Indicator *indicator,
                             const char *period,
                             Ris3LevelRule level_rule)
{
  g_autoptr (Ris3Placement) placement = ris3_placement_new (fixture_get_geodata (nuts_version), strategies);
  g_autoptr (Ris3View) first = ris3_view_new ();
  g_autoptr (Ris3View) indicating = ris3_view_with_indicator (first, indicator);
  g_autoptr (Ris3View) of_period = ris3_view_with_period (indicating, period);
  g_autoptr (Ris3View) of_level = ris3_view_with_level_rule (of_period, level_rule);
  g_autoptr (Ris3View) view = ris3_view_with_nuts_version (of_level, nuts_version);

  return ris3_classification_new (placement, view);
}

Ris3Classification *
fixture_classify (guint nuts_version, const Ris3Indicator *indicator, const char *period, Ris3LevelRule level_rule)
{
  return fixture_classify_strategies (nuts_version, ris3_atlas_get_strategies (fixture_get_atlas ()), indicator, period,
                                      level_rule);
}

const char *
fixture_class_id (Ris3Classification *classification, const Ris3Territory *territory)
{
  return ris3_class_scheme_get_id (ris3_classification_get_scheme (classification), territory->klass);
}

Ris3Frame
fixture_frame_of_europe (guint width, guint height)
{
  Ris3Box europe = ris3_extent_of_europe (ris3_plane_get_mercator ());

  return ris3_frame_of_box (&europe, width, height);
}

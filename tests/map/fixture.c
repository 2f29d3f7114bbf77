/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

const guint fixture_nuts_versions[] = { 2013, 2016, 2021, 0 };

static const char *boundaries_path;
static const char *atlas_path;
static Ris3Boundaries *boundaries_of_version[G_N_ELEMENTS (fixture_nuts_versions)];
static Ris3Lineage *lineage_to_version[G_N_ELEMENTS (fixture_nuts_versions)];
static Ris3Shapes *land;
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
    {
      g_clear_pointer (&boundaries_of_version[i], ris3_boundaries_unref);
      g_clear_pointer (&lineage_to_version[i], ris3_lineage_unref);
    }
  g_clear_pointer (&land, ris3_shapes_unref);
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

Ris3Boundaries *
fixture_get_boundaries (guint nuts_version)
{
  guint i = find_version (nuts_version);
  g_autoptr (GError) error = NULL;

  if (boundaries_of_version[i] == NULL)
    boundaries_of_version[i] = ris3_boundaries_load (boundaries_path, nuts_version, 0, NULL, &error);
  g_assert_no_error (error);
  return boundaries_of_version[i];
}

Ris3Lineage *
fixture_get_lineage (guint to_version)
{
  guint i = find_version (to_version);
  g_autoptr (GError) error = NULL;

  if (lineage_to_version[i] == NULL && to_version != 2016)
    lineage_to_version[i] = ris3_lineage_load (boundaries_path, 2016, to_version, NULL, &error);
  g_assert_no_error (error);
  return lineage_to_version[i];
}

Ris3Shapes *
fixture_get_land (void)
{
  g_autoptr (GError) error = NULL;

  if (land == NULL)
    land = ris3_land_load (boundaries_path, NULL, &error);
  g_assert_no_error (error);
  return land;
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
fixture_classify (guint nuts_version, Ris3Indicator indicator, const char *period, Ris3LevelRule level_rule)
{
  return ris3_classification_new (fixture_get_boundaries (nuts_version), fixture_get_lineage (nuts_version),
                                  ris3_atlas_get_strategies (fixture_get_atlas ()), indicator, period, level_rule);
}

Ris3View
fixture_view_of_box (const Ris3Box *box, guint width, guint height)
{
  Ris3View view = { .width = width, .height = height };

  view.scale = MIN (width / (box->x1 - box->x0), height / (box->y1 - box->y0));
  view.x = (box->x0 + box->x1) / 2 - width / 2.0 / view.scale;
  view.y = (box->y0 + box->y1) / 2 - height / 2.0 / view.scale;
  return view;
}

Ris3View
fixture_view_of_europe (guint width, guint height)
{
  Ris3Box europe = { ris3_mercator_x (-25.5), ris3_mercator_y (71.6), ris3_mercator_x (46), ris3_mercator_y (33.8) };

  return fixture_view_of_box (&europe, width, height);
}

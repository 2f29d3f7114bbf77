/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "geo-fixture.h"

/* The figures of the source, each version at each scale. */
static const struct
{
  guint nuts_version;
  guint counts[4];
} expected[] = {
  { 2013, { 35, 116, 320, 1480 } },
  { 2016, { 37, 125, 332, 1522 } },
  { 2021, { 37, 125, 334, 1514 } },
};

static const guint scales[] = { 3, 10 };

typedef void (*CheckFunc) (Ris3Boundaries *boundaries);

static void
check_all (gconstpointer data)
{
  CheckFunc check = *(const CheckFunc *) data;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3Boundaries) boundaries
            = ris3_boundaries_load (fixture_path (), expected[i].nuts_version, scales[j], NULL, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (ris3_boundaries_get_nuts_version (boundaries), ==, expected[i].nuts_version);
        g_assert_cmpuint (ris3_boundaries_get_scale (boundaries), ==, scales[j]);
        check (boundaries);
      }
}

static void
check_counts (Ris3Boundaries *boundaries)
{
  guint counts[4] = { 0 };

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    counts[ris3_boundaries_get_region (boundaries, i)->level]++;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (expected[i].nuts_version == ris3_boundaries_get_nuts_version (boundaries))
      g_assert_cmpmem (counts, sizeof counts, expected[i].counts, sizeof counts);
  g_assert_cmpuint (ris3_boundaries_get_shapes (boundaries)->n_shapes, ==, counts[3]);
}

static void
check_tree (Ris3Boundaries *boundaries)
{
  guint leaf = 0;

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      g_assert_cmpint (ris3_boundaries_find (boundaries, region->code), ==, (gint) i);
      g_assert_cmpuint (region->first_leaf, ==, leaf);
      g_assert_cmpuint (region->n_leaves, >, 0);
      g_assert_cmpint (region->box.x0, <=, region->box.x1);
      if (i > 0)
        g_assert_cmpstr (region[-1].code, <, region->code);

      if (region->level == 0)
        {
          g_assert_cmpint (region->parent, ==, -1);
          g_assert_cmpstr (region->code, ==, region->country);
        }
      else
        {
          const Ris3Region *parent = ris3_boundaries_get_region (boundaries, region->parent);

          g_assert_cmpuint (parent->level, ==, region->level - 1);
          g_assert_cmpstr (parent->country, ==, region->country);
          g_assert_cmpuint (parent->first_leaf, <=, region->first_leaf);
          g_assert_cmpuint (parent->first_leaf + parent->n_leaves, >=, region->first_leaf + region->n_leaves);
        }

      if (region->level == 3)
        {
          g_assert_cmpuint (region->n_leaves, ==, 1);
          g_assert_cmpuint (ris3_boundaries_get_leaf_region (boundaries, leaf), ==, i);
          leaf++;
        }
    }
}

static void
check_names (Ris3Boundaries *boundaries)
{
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      g_assert_true (g_utf8_validate (region->name, -1, NULL));
      g_assert_cmpstr (region->name, !=, "");
      g_assert_cmpstr (region->name_latin, !=, "");
      g_assert_true ((region->name_english != NULL) == (region->level == 0));
      /* Eurostat's codes, not those of ISO. */
      g_assert_cmpstr (region->country, !=, "GR");
      g_assert_cmpstr (region->country, !=, "GB");
      g_assert_null (strstr (region->code, "ZZ"));
    }

  g_assert_cmpint (ris3_boundaries_find (boundaries, "EL"), >=, 0);
  g_assert_cmpint (ris3_boundaries_find (boundaries, "UK"), >=, 0);
  g_assert_cmpint (ris3_boundaries_find (boundaries, "XX"), ==, -1);
  g_assert_cmpint (ris3_boundaries_find (boundaries, ""), ==, -1);
}

static void
check_overseas (Ris3Boundaries *boundaries)
{
  gint canarias = ris3_boundaries_find (boundaries, "ES70");
  gint spain = ris3_boundaries_find (boundaries, "ES");
  gint madrid = ris3_boundaries_find (boundaries, "ES30");

  g_assert_true (ris3_boundaries_get_region (boundaries, canarias)->is_overseas);
  g_assert_false (ris3_boundaries_get_region (boundaries, spain)->is_overseas);
  g_assert_false (ris3_boundaries_get_region (boundaries, madrid)->is_overseas);
}

static void
check_inside (Ris3Boundaries *boundaries)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);
      guint found = 0;

      for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
        if (ris3_shapes_contain (shapes, leaf, region->inside))
          {
            g_assert_cmpuint (leaf, >=, region->first_leaf);
            g_assert_cmpuint (leaf, <, region->first_leaf + region->n_leaves);
            found++;
          }
      g_assert_cmpuint (found, ==, 1);
    }
}

static double
get_length (const Ris3Point *points, guint n_points, gboolean closed)
{
  double length = 0;

  for (guint i = 1; i < n_points; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  if (closed)
    length += hypot (points[0].x - points[n_points - 1].x, points[0].y - points[n_points - 1].y);

  return length;
}

/* The borders of a leaf are as long as its rings: none is missing and none is there twice. */
static void
check_borders (Ris3Boundaries *boundaries)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  const Ris3Point *points = ris3_boundaries_get_border_points (boundaries);
  guint n_borders, n_inner = 0;
  const Ris3Border *borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  g_autofree double *lengths = g_new0 (double, shapes->n_shapes);

  for (guint i = 0; i < n_borders; i++)
    {
      double length = get_length (points + borders[i].first_point, borders[i].n_points, FALSE);

      g_assert_cmpuint (borders[i].n_points, >=, 2);
      g_assert_cmpint (borders[i].left, >=, 0);
      g_assert_cmpint (borders[i].left, <, (gint) shapes->n_shapes);
      g_assert_cmpint (borders[i].right, >=, -1);
      g_assert_cmpint (borders[i].right, <, (gint) shapes->n_shapes);
      lengths[borders[i].left] += length;
      if (borders[i].right >= 0)
        {
          g_assert_cmpint (borders[i].left, <, borders[i].right);
          lengths[borders[i].right] += length;
          n_inner++;
        }
    }
  g_assert_cmpuint (n_inner, >, shapes->n_shapes);

  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      double length = 0;

      for (guint ring = shapes->shape_rings[leaf]; ring < shapes->shape_rings[leaf + 1]; ring++)
        length += get_length (shapes->points + shapes->ring_points[ring],
                              shapes->ring_points[ring + 1] - shapes->ring_points[ring], TRUE);
      g_assert_cmpfloat_with_epsilon (lengths[leaf] / length, 1, 1e-9);
    }
}

static void
test_borders_fixture (void)
{
  /* Two neighbours and an island: one shared line, one outer line each, one closed line. */
  static const FixtureRegion regions[] = {
    { "XX", "Land" },
    { "XX0", "Land" },
    { "XX00", "Land" },
    { "XX001", "West", 0, 0, 1, 1 },
    { "XX002", "East", 1, 0, 2, 1 },
    { "XX003", "Island", 5, 5, 6, 6 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = fixture_boundaries (2016, regions, G_N_ELEMENTS (regions), &error);
  const Ris3Border *borders;
  const Ris3Point *points;
  guint n_borders;

  g_assert_no_error (error);
  borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  points = ris3_boundaries_get_border_points (boundaries);
  g_assert_cmpuint (n_borders, ==, 4);

  for (guint i = 0; i < n_borders; i++)
    {
      const Ris3Point *first = points + borders[i].first_point;
      const Ris3Point *last = first + borders[i].n_points - 1;
      gboolean closed = first->x == last->x && first->y == last->y;

      g_assert_true (closed == (borders[i].left == 2));
      if (borders[i].right >= 0)
        {
          g_assert_cmpint (borders[i].left, ==, 0);
          g_assert_cmpint (borders[i].right, ==, 1);
          g_assert_cmpuint (borders[i].n_points, ==, 2);
        }
      else
        g_assert_cmpuint (borders[i].n_points, ==, closed ? 5 : 4);
    }
}

static void
test_bad_tree (void)
{
  static const FixtureRegion unsorted[] = {
    { "XX", "Land" },
    { "XX0", "Land" },
    { "XX00", "Land" },
    { "XX002", "East", 1, 0, 2, 1 },
    { "XX001", "West", 0, 0, 1, 1 },
  };
  static const FixtureRegion orphan[] = { { "XX", "Land" }, { "XX00", "Land" }, { "XX002", "East", 1, 0, 2, 1 } };
  static const FixtureRegion empty[] = { { "XX", "Land" }, { "XX0", "Land" } };
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_boundaries (2016, unsorted, G_N_ELEMENTS (unsorted), &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fixture_boundaries (2016, orphan, G_N_ELEMENTS (orphan), &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fixture_boundaries (2016, empty, G_N_ELEMENTS (empty), &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "XX"));
}

int
main (int argc, char **argv)
{
  static const CheckFunc counts = check_counts, tree = check_tree, names = check_names, inside = check_inside,
                         overseas = check_overseas, borders = check_borders;

  fixture_init (&argc, &argv);

  g_test_add_data_func ("/geo/boundaries/counts", &counts, check_all);
  g_test_add_data_func ("/geo/boundaries/tree", &tree, check_all);
  g_test_add_data_func ("/geo/boundaries/names", &names, check_all);
  g_test_add_data_func ("/geo/boundaries/overseas", &overseas, check_all);
  g_test_add_data_func ("/geo/boundaries/inside", &inside, check_all);
  g_test_add_data_func ("/geo/boundaries/borders", &borders, check_all);
  g_test_add_func ("/geo/boundaries/borders-fixture", test_borders_fixture);
  g_test_add_func ("/geo/boundaries/bad-tree", test_bad_tree);

  return g_test_run ();
}

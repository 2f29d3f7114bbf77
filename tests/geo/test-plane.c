/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "geo-fixture.h"
#include "geo/ris3-nuts-version.h"

static Ris3Plane *
make_plane (const char *crs)
{
  g_autoptr (GError) error = NULL;
  Ris3Plane *plane = ris3_plane_new (crs, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ris3_plane_get_crs (plane), ==, crs);
  return plane;
}

static Ris3Boundaries *
load (guint nuts_version, guint scale)
{
  g_autoptr (GError) error = NULL;
  Ris3Boundaries *boundaries = ris3_boundaries_load (fixture_path (), nuts_version, scale, NULL, &error);

  g_assert_no_error (error);
  return boundaries;
}

static void
test_mercator (void)
{
  Ris3Plane *plane = ris3_plane_get_mercator ();
  Ris3Point point;

  for (double degrees = -85; degrees <= 85; degrees += 2.5)
    {
      g_assert_cmpfloat_with_epsilon (ris3_mercator_latitude (ris3_mercator_y (degrees)), degrees, 1e-9);
      g_assert_cmpfloat_with_epsilon (ris3_mercator_longitude (ris3_mercator_x (2 * degrees)), 2 * degrees, 1e-9);
    }

  g_assert_cmpfloat_with_epsilon (ris3_mercator_x (-180), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (ris3_mercator_x (180), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (ris3_mercator_y (0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (ris3_mercator_y (90), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ris3_mercator_y (-90), 1, 1e-9);
  g_assert_cmpfloat (ris3_mercator_y (60), <, ris3_mercator_y (50));

  g_assert_true (ris3_plane_project (plane, 10, 52, &point));
  g_assert_cmpfloat (point.x, ==, ris3_mercator_x (10));
  g_assert_cmpfloat (point.y, ==, ris3_mercator_y (52));
}

/* Eastings and northings as EPSG gives them, in metres. */
static const struct
{
  const char *crs;
  double longitude, latitude;
  double easting, northing;
} known[] = {
  { "EPSG:3035", 10, 52, 4321000, 3210000 },      /* the origin */
  { "EPSG:3035", 5, 50, 3962799.45, 2999718.85 }, /* the example of EPSG's guidance note 7, part 2 */
  { "EPSG:3034", 10, 52, 4000000, 2800000 },      /* the origin */
  { "EPSG:32633", 15, 0, 500000, 0 },             /* the central meridian at the equator */
  { "EPSG:2227", -120.5, 36.5, 2000000, 500000 }, /* the origin; the unit is the US survey foot */
  { "+proj=laea +lat_0=28 +lon_0=-16", -16, 28, 0, 0 },
};

static void
test_known_points (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (Ris3Plane) plane = make_plane (known[i].crs);
      double longitude, latitude;
      Ris3Point point;

      g_assert_true (ris3_plane_project (plane, known[i].longitude, known[i].latitude, &point));
      g_assert_cmpfloat_with_epsilon (point.x, known[i].easting, 0.01);
      g_assert_cmpfloat_with_epsilon (point.y, -known[i].northing, 0.01);
      g_assert_true (ris3_plane_unproject (plane, point, &longitude, &latitude));
      g_assert_cmpfloat_with_epsilon (longitude, known[i].longitude, 1e-7);
      g_assert_cmpfloat_with_epsilon (latitude, known[i].latitude, 1e-7);
    }
}

static void
test_box (void)
{
  g_autoptr (Ris3Plane) plane = make_plane ("EPSG:3035");
  Ris3Box box = ris3_plane_project_box (plane, -10, 35, 30, 70);
  Ris3Point middle, corner;

  /* North of the origin parallels bend downwards in the middle, so that the box is higher than its corners. */
  g_assert_true (ris3_plane_project (plane, 10, 35, &middle));
  g_assert_true (ris3_plane_project (plane, 30, 35, &corner));
  g_assert_cmpfloat (middle.y, >, corner.y + 100000);
  g_assert_cmpfloat_with_epsilon (box.y1, middle.y, 1);
  g_assert_cmpfloat_with_epsilon (box.x1, corner.x, 1);
}

static void
test_no_projection (void)
{
  static const char *const bad[] = {
    "", "EPSG:4326", "EPSG:1", "EPSG:3035x", "https://example.org/crs", "/etc/hostname", "+proj=nothing", "3035"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_plane_new (bad[i], &error));
      g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_nonnull (strstr (error->message, "EPSG:3035"));
    }
}

/* The same records, leaves and lines; each region still holds its own inside point, and no other does. */
static void
assert_same_regions (Ris3Boundaries *boundaries, Ris3Boundaries *projected)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (projected);
  guint n_borders, n_projected_borders;

  g_assert_cmpuint (ris3_boundaries_get_nuts_version (projected), ==, ris3_boundaries_get_nuts_version (boundaries));
  g_assert_cmpuint (ris3_boundaries_get_scale (projected), ==, ris3_boundaries_get_scale (boundaries));
  g_assert_cmpuint (ris3_boundaries_get_n_regions (projected), ==, ris3_boundaries_get_n_regions (boundaries));
  g_assert_cmpuint (shapes->n_rings, ==, ris3_boundaries_get_shapes (boundaries)->n_rings);
  g_assert_cmpuint (shapes->n_points, ==, ris3_boundaries_get_shapes (boundaries)->n_points);
  ris3_boundaries_get_borders (boundaries, &n_borders);
  ris3_boundaries_get_borders (projected, &n_projected_borders);
  g_assert_cmpuint (n_borders, ==, n_projected_borders);

  for (guint i = 0; i < ris3_boundaries_get_n_regions (projected); i++)
    {
      const Ris3Region *before = ris3_boundaries_get_region (boundaries, i);
      const Ris3Region *after = ris3_boundaries_get_region (projected, i);
      guint n_found = 0;

      g_assert_cmpint (ris3_boundaries_find (projected, before->code), ==, (gint) i);
      g_assert_cmpstr (before->name, ==, after->name);
      g_assert_cmpint (before->parent, ==, after->parent);
      g_assert_cmpuint (before->first_leaf, ==, after->first_leaf);
      g_assert_cmpuint (before->n_leaves, ==, after->n_leaves);
      for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
        if (ris3_shapes_contain (shapes, leaf, after->inside))
          {
            g_assert_cmpuint (leaf, >=, after->first_leaf);
            g_assert_cmpuint (leaf, <, after->first_leaf + after->n_leaves);
            n_found++;
          }
      g_assert_cmpuint (n_found, ==, 1);
    }
  for (guint leaf = 0; leaf < shapes->n_shapes; leaf++)
    {
      const Ris3Region *region
          = ris3_boundaries_get_region (projected, ris3_boundaries_get_leaf_region (projected, leaf));

      g_assert_cmpuint (ris3_boundaries_get_leaf_region (projected, leaf), ==,
                        ris3_boundaries_get_leaf_region (boundaries, leaf));
      g_assert_cmpuint (shapes->shape_rings[leaf], <, shapes->shape_rings[leaf + 1]);
      g_assert_cmpmem (&region->box, sizeof region->box, &shapes->shape_boxes[leaf], sizeof region->box);
    }
}

static void
test_boundaries (void)
{
  g_autoptr (Ris3Plane) laea = make_plane ("EPSG:3035");

  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autoptr (Ris3Boundaries) boundaries = load (ris3_nuts_versions[i], 0);
      g_autoptr (Ris3Boundaries) projected = ris3_boundaries_project (boundaries, laea);
      g_autoptr (Ris3Boundaries) again = ris3_boundaries_project (projected, laea);
      g_autoptr (Ris3Boundaries) back = ris3_boundaries_project (projected, ris3_plane_get_mercator ());
      const Ris3Shapes *before = ris3_boundaries_get_shapes (boundaries);
      const Ris3Shapes *after = ris3_boundaries_get_shapes (back);

      g_assert_true (ris3_boundaries_get_plane (boundaries) == ris3_plane_get_mercator ());
      g_assert_true (ris3_plane_equal (ris3_boundaries_get_plane (projected), laea));
      g_assert_true (again == projected);
      assert_same_regions (boundaries, projected);
      for (guint p = 0; p < before->n_points; p++)
        {
          g_assert_cmpfloat_with_epsilon (before->points[p].x, after->points[p].x, 1e-9);
          g_assert_cmpfloat_with_epsilon (before->points[p].y, after->points[p].y, 1e-9);
        }
    }
}

/* In the plane of a far island most of Europe has no place; what has one is there. */
static void
test_inset (void)
{
  g_autoptr (Ris3Plane) plane = make_plane ("+proj=gnom +lat_0=-21 +lon_0=55.5");
  g_autoptr (Ris3Boundaries) boundaries = load (2016, 10);
  g_autoptr (Ris3Boundaries) projected = ris3_boundaries_project (boundaries, plane);
  const Ris3Region *reunion = ris3_boundaries_get_region (projected, ris3_boundaries_find (projected, "FRY4"));
  const Ris3Region *iceland = ris3_boundaries_get_region (projected, ris3_boundaries_find (projected, "IS"));
  const Ris3Region *france = ris3_boundaries_get_region (projected, ris3_boundaries_find (projected, "FR"));
  const Ris3Border *borders;
  guint n_borders;

  g_assert_true (ris3_shapes_contain (ris3_boundaries_get_shapes (projected), reunion->first_leaf, reunion->inside));
  g_assert_cmpfloat (fabs (reunion->inside.x), <, 50000);
  g_assert_cmpfloat (iceland->box.x1, <, iceland->box.x0);
  g_assert_true (isnan (iceland->inside.x) && isnan (iceland->inside.y));
  g_assert_cmpfloat (france->box.x0, <, france->box.x1);

  borders = ris3_boundaries_get_borders (projected, &n_borders);
  for (guint i = 0; i < n_borders; i++)
    for (guint p = borders[i].first_point; p < borders[i].first_point + borders[i].n_points; p++)
      g_assert_true (isfinite (ris3_boundaries_get_border_points (projected)[p].x));
}

/* A parallel bends away from a long edge, and from the point inside: another one is found. */
static void
test_inside (void)
{
  static const FixtureRegion regions[] = {
    { "XX", "Land" },
    { "XX0", "Land" },
    { "XX00", "Land" },
    { "XX001", "Long", -30, 60, 50, 60.5 },
    { "XX002", "Small", 60, 40, 60.1, 40.1 },
  };
  g_autoptr (Ris3Plane) plane = make_plane ("EPSG:3035");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = fixture_boundaries (2016, regions, G_N_ELEMENTS (regions), &error);
  g_autoptr (Ris3Boundaries) projected = ris3_boundaries_project (boundaries, plane);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (projected);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (projected, i);

      /* In the larger leaf of several. */
      g_assert_true (ris3_shapes_contain (shapes, region->first_leaf, region->inside));
    }
}

static gboolean
is_land (const Ris3Shapes *land, Ris3Plane *plane, double longitude, double latitude)
{
  Ris3Point point;

  if (!ris3_plane_project (plane, longitude, latitude, &point))
    return FALSE;
  for (guint i = 0; i < land->n_shapes; i++)
    if (ris3_shapes_contain (land, i, point))
      return TRUE;
  return FALSE;
}

static double
get_longest_edge (const Ris3Shapes *shapes)
{
  double longest = 0;

  for (guint ring = 0; ring < shapes->n_rings; ring++)
    for (guint first = shapes->ring_points[ring], end = shapes->ring_points[ring + 1], i = first, j = end - 1; i < end;
         j = i++)
      longest = fmax (longest,
                      hypot (shapes->points[i].x - shapes->points[j].x, shapes->points[i].y - shapes->points[j].y));
  return longest;
}

/* What is land stays land and what is sea stays sea, all over the map that is meant; nothing lies across it. */
static void
test_land (void)
{
  static const struct
  {
    const char *crs;
    Ris3Box area; /* degrees in which land must be right */
  } cases[] = {
    { "EPSG:3035", { -60, 10, 80, 84 } },
    { "EPSG:3034", { -50, 20, 70, 80 } },
    { "EPSG:3995", { -179, 55, 179, 84 } },                       /* around the North Pole */
    { "EPSG:3832", { 130, -35, 229, 35 } },                       /* the Pacific, across 180° */
    { "+proj=ortho +lat_0=40 +lon_0=20", { -20, 10, 60, 75 } },   /* one half of the world has no place */
    { "+proj=laea +lat_0=-21 +lon_0=55.5", { 20, -55, 90, 20 } }, /* an inset */
    { "+proj=tmerc +lat_0=50 +lon_0=15", { -20, 0, 50, 80 } },
  };
  Ris3Plane *mercator = ris3_plane_get_mercator ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Shapes) land = ris3_land_load (fixture_path (), NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3Plane) plane = make_plane (cases[i].crs);
      g_autoptr (Ris3Shapes) projected = ris3_shapes_project (land, mercator, plane);
      guint n_points = 0, n_land = 0, n_wrong = 0;

      g_assert_cmpuint (projected->n_shapes, ==, land->n_shapes);
      g_assert_cmpfloat (get_longest_edge (projected), <, 600e3);
      for (double longitude = cases[i].area.x0; longitude <= cases[i].area.x1; longitude += 2.3)
        for (double latitude = cases[i].area.y0; latitude <= cases[i].area.y1; latitude += 1.7)
          {
            gboolean expected = is_land (land, mercator, remainder (longitude, 360), latitude);

            n_points++;
            n_land += expected;
            n_wrong += expected != is_land (projected, plane, longitude, latitude);
          }
      g_test_message ("%s: %u points, %u on land, %u wrong", cases[i].crs, n_points, n_land, n_wrong);
      g_assert_cmpuint (n_land, >, 50);
      /* An edge is straight in the one plane and bent in the other. */
      g_assert_cmpuint (n_wrong, <=, n_points / 500);
    }
}

static void
test_land_cut (void)
{
  g_autoptr (Ris3Plane) plane = make_plane ("EPSG:3035");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Shapes) land = ris3_land_load (fixture_path (), NULL, &error);
  g_autoptr (Ris3Shapes) projected = ris3_shapes_project (land, ris3_plane_get_mercator (), plane);

  g_assert_no_error (error);
  g_assert_true (is_land (projected, plane, 37.6, 55.7)); /* Moscow */
  g_assert_false (is_land (projected, plane, 10.5, 51));  /* Germany is regions */
  g_assert_true (is_land (land, ris3_plane_get_mercator (), 134, -25));
  g_assert_false (is_land (projected, plane, 134, -25)); /* Australia is cut off */
  g_assert_false (is_land (projected, plane, -110, 40));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/geo/plane/mercator", test_mercator);
  g_test_add_func ("/geo/plane/known-points", test_known_points);
  g_test_add_func ("/geo/plane/box", test_box);
  g_test_add_func ("/geo/plane/no-projection", test_no_projection);
  g_test_add_func ("/geo/plane/boundaries", test_boundaries);
  g_test_add_func ("/geo/plane/inset", test_inset);
  g_test_add_func ("/geo/plane/inside", test_inside);
  g_test_add_func ("/geo/plane/land", test_land);
  g_test_add_func ("/geo/plane/land-cut", test_land_cut);

  return g_test_run ();
}

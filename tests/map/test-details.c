/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "fixture.h"
#include "geo/ris3-borders-private.h"
#include "geo/ris3-boundaries-private.h"

#define WIDTH 800
#define HEIGHT 700

/* The shipped boundaries, which are drawn without, with details. */
static Ris3Boundaries *
load_with_details (void)
{
  g_autoptr (GError) error = NULL;
  Ris3Boundaries *boundaries = ris3_boundaries_load (fixture_get_boundaries_path (), 2016, 0, NULL, &error);
  const Ris3Border *borders;
  guint n_borders;

  g_assert_no_error (error);
  borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  boundaries->details = ris3_details_new (ris3_boundaries_get_shapes (boundaries), borders, n_borders,
                                          ris3_boundaries_get_border_points (boundaries));
  return boundaries;
}

static double
get_distance (Ris3Point point, Ris3Point a, Ris3Point b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double part = length > 0 ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (point.x - a.x - part * dx, point.y - a.y - part * dy);
}

/* The distance of a point from the rings of a shape, or from its box where it has none left. */
static double
get_distance_from (const Ris3Shapes *shapes, guint shape, Ris3Point point)
{
  double least = G_MAXDOUBLE;

  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    for (guint i = shapes->ring_points[ring], end = shapes->ring_points[ring + 1], before = end - 1; i < end;
         before = i++)
      least = MIN (least, get_distance (point, shapes->points[before], shapes->points[i]));
  return least;
}

/* No line is farther than the tolerance from where it was, but for islands that are smaller. */
static void
test_tolerance (void)
{
  g_autoptr (Ris3Boundaries) boundaries = load_with_details ();
  const Ris3Shapes *all = ris3_boundaries_get_shapes (boundaries);
  double tolerance = 5e-5;
  const Ris3Shapes *few = ris3_boundaries_get_shapes_within (boundaries, tolerance);
  guint n_tried = 0;

  g_assert_true (few != all);
  g_assert_cmpuint (few->n_shapes, ==, all->n_shapes);
  g_assert_cmpuint (few->n_points, <, all->n_points * 3 / 4);
  g_assert_true (ris3_boundaries_get_shapes_within (boundaries, 1e-9) == all);
  g_assert_cmpuint (ris3_boundaries_get_shapes_within (boundaries, 2e-4)->n_points, <, few->n_points);
  for (guint shape = 0; shape < all->n_shapes; shape += 7)
    for (guint ring = all->shape_rings[shape]; ring < all->shape_rings[shape + 1]; ring++)
      {
        const Ris3Box *box = &all->ring_boxes[ring];

        if (MIN (box->x1 - box->x0, box->y1 - box->y0) < 4 * tolerance)
          continue;
        for (guint i = all->ring_points[ring]; i < all->ring_points[ring + 1]; i += 5, n_tried++)
          g_assert_cmpfloat (get_distance_from (few, shape, all->points[i]), <=, tolerance * 1.0001);
      }
  g_assert_cmpuint (n_tried, >, 1000);
}

static guint
count_outside (const Ris3Shapes *shapes, gsize *n_edges)
{
  GArray *borders, *points;
  guint n = 0;

  ris3_borders_find (shapes, &borders, &points);
  *n_edges = 0;
  for (guint i = 0; i < borders->len; i++)
    {
      const Ris3Border *border = &g_array_index (borders, Ris3Border, i);

      n += border->right < 0;
      if (border->right >= 0)
        *n_edges += border->n_points - 1;
    }
  g_array_unref (borders);
  g_array_unref (points);
  return n;
}

/* What two share is the same from both sides: no gap opens, which would be a line that only one has. */
static void
test_shared (void)
{
  g_autoptr (Ris3Boundaries) boundaries = load_with_details ();
  gsize n_edges, n_few_edges;
  guint n_outside = count_outside (ris3_boundaries_get_shapes (boundaries), &n_edges);
  guint n_few_outside = count_outside (ris3_boundaries_get_shapes_within (boundaries, 5e-5), &n_few_edges);

  g_assert_cmpuint (n_few_outside, <=, n_outside);
  g_assert_cmpuint (n_few_edges, <, n_edges * 3 / 4);
  g_assert_cmpuint (n_few_edges, >, n_edges / 50);
}

/* The picture: few pixels differ, and each that does lies no farther from a line than that may move: half a sample. */
static void
test_picture (void)
{
  g_autoptr (Ris3Boundaries) boundaries = load_with_details ();
  g_autoptr (Ris3RegionRaster) exact = ris3_region_raster_new (fixture_get_boundaries (2016), NULL);
  g_autoptr (Ris3RegionRaster) thinned = ris3_region_raster_new (boundaries, NULL);
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  guint n_differ = 0, n_stray = 0;

  ris3_region_raster_fill (exact, &frame);
  ris3_region_raster_fill (thinned, &frame);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        gint leaf = ris3_region_raster_pick (thinned, x, y), right = ris3_region_raster_pick (exact, x, y);
        Ris3Point sample = { frame.x + (x + 0.25) / frame.scale, frame.y + (y + 0.25) / frame.scale };

        if (leaf == right)
          continue;
        n_differ++;
        n_stray += get_distance_from (ris3_boundaries_get_shapes (boundaries), leaf >= 0 ? (guint) leaf : (guint) right,
                                      sample)
                   > 0.25001 / frame.scale;
      }
  g_test_message ("%u of %u pixels differ, %u by more than half a sample", n_differ, WIDTH * HEIGHT, n_stray);
  g_assert_cmpuint (n_differ, >, 0);
  g_assert_cmpuint (n_differ, <, WIDTH * HEIGHT / 50);
  g_assert_cmpuint (n_stray, ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/details/tolerance", test_tolerance);
  g_test_add_func ("/map/details/shared", test_shared);
  g_test_add_func ("/map/details/picture", test_picture);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The areas of a map as paths: neighbours share their border, point by point, and each is as large as it is. */

#include <math.h>

#include "fixture.h"
#include "map/ris3-extent.h"
#include "report/ris3-map-outline-private.h"

#define WIDTH 1200
#define HEIGHT 1000

typedef struct
{
  Ris3Point a, b;
} Segment;

static guint
hash_segment (gconstpointer data)
{
  const Segment *segment = data;

  return g_double_hash (&segment->a.x) ^ 3 * g_double_hash (&segment->a.y) ^ 5 * g_double_hash (&segment->b.x)
         ^ 7 * g_double_hash (&segment->b.y);
}

static gboolean
equal_segments (gconstpointer a, gconstpointer b)
{
  const Segment *left = a, *right = b;

  return left->a.x == right->a.x && left->a.y == right->a.y && left->b.x == right->b.x && left->b.y == right->b.y;
}

/* In one direction, whichever it is drawn in. */
static Segment
make_segment (Ris3Point a, Ris3Point b)
{
  return a.x < b.x || (a.x == b.x && a.y < b.y) ? (Segment){ a, b } : (Segment){ b, a };
}

static double
measure_ring (const Ris3Point *points, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++)
    area += points[i].x * points[(i + 1) % n].y - points[(i + 1) % n].x * points[i].y;
  return area / 2;
}

static gboolean
contains (const Ris3MapOutline *outline, guint area, double x, double y)
{
  gboolean is_inside = FALSE;

  for (guint ring = g_array_index (outline->area_rings, guint32, area);
       ring < g_array_index (outline->area_rings, guint32, area + 1); ring++)
    {
      guint first = g_array_index (outline->ring_points, guint32, ring);
      guint end = g_array_index (outline->ring_points, guint32, ring + 1);

      for (guint i = first; i < end; i++)
        {
          Ris3Point a = g_array_index (outline->points, Ris3Point, i);
          Ris3Point b = g_array_index (outline->points, Ris3Point, i + 1 < end ? i + 1 : first);

          if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            is_inside = !is_inside;
        }
    }
  return is_inside;
}

static void
check_outline (Ris3LevelRule rule, guint nuts_version, double tolerance)
{
  g_autoptr (Ris3Classification) classification = fixture_classify (nuts_version, FIXTURE_PM, "2014-2020", rule);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  g_autoptr (Ris3MapOutline) outline = _ris3_map_outline_new (classification, boundaries, &frame, tolerance);
  g_autoptr (GHashTable) segments = g_hash_table_new_full (hash_segment, equal_segments, g_free, NULL);
  guint n_shared = 0, n_single = 0, n_coast = 0, n_narrow = 0, n_seen = 0;
  GHashTableIter iter;
  gpointer value;

  g_assert_cmpuint (outline->n_areas, ==, ris3_classification_get_n_territories (classification));
  for (guint ring = 0; ring + 1 < outline->ring_points->len; ring++)
    {
      guint first = g_array_index (outline->ring_points, guint32, ring);
      guint n = g_array_index (outline->ring_points, guint32, ring + 1) - first;

      g_assert_cmpuint (n, >=, 3);
      for (guint i = 0; i < n; i++)
        {
          Segment segment = make_segment (g_array_index (outline->points, Ris3Point, first + i),
                                          g_array_index (outline->points, Ris3Point, first + (i + 1) % n));
          gpointer count = g_hash_table_lookup (segments, &segment);

          g_hash_table_insert (segments, g_memdup2 (&segment, sizeof segment),
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }
  /* A line that two areas have is the same in both. */
  for (guint i = 0; i < outline->lines->len; i++)
    {
      const Ris3OutlineLine *line = &g_array_index (outline->lines, Ris3OutlineLine, i);
      guint wanted = line->kind == RIS3_OUTLINE_COAST ? 1 : 2;

      for (guint j = line->first_point; j + 1 < line->first_point + line->n_points; j++)
        {
          Segment segment = make_segment (g_array_index (outline->line_points, Ris3Point, j),
                                          g_array_index (outline->line_points, Ris3Point, j + 1));
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (segments, &segment));

          n_coast += wanted == 1;
          n_shared += count == wanted && wanted == 2;
          /* A lagoon so narrow that both of its shores became one line. */
          n_narrow += wanted == 1 && count > 1;
          if (count > 3)
            g_error ("line %u: %u areas have a part of it", i, count);
        }
    }
  g_hash_table_iter_init (&iter, segments);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_single += GPOINTER_TO_UINT (value) == 1;
  g_assert_cmpuint (n_shared, >, 500);
  /* What only one area has is its coast. */
  g_assert_cmpuint (n_single, <=, n_coast);
  g_assert_cmpuint (n_narrow, <, n_coast / 100);

  for (guint area = 0; area < outline->n_areas; area++)
    {
      guint region = ris3_classification_get_territory (classification, area)->region;
      Ris3Point inside = ris3_boundaries_get_region (boundaries, region)->inside;
      double x = (inside.x - frame.x) * frame.scale, y = (inside.y - frame.y) * frame.scale;

      if (x < 0 || y < 0 || x > WIDTH || y > HEIGHT || ris3_boundaries_get_region (boundaries, region)->is_overseas)
        continue;
      if (g_array_index (outline->area_rings, guint32, area) == g_array_index (outline->area_rings, guint32, area + 1))
        continue;
      if (!contains (outline, area, x, y) && tolerance < 1)
        g_error ("%s is not where it should be", ris3_boundaries_get_region (boundaries, region)->code);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 30);
}

static void
test_shared (void)
{
  check_outline (RIS3_LEVEL_RULE_STRATEGY_TERRITORY, 2016, 0.3);
  check_outline (RIS3_LEVEL_RULE_NUTS_3, 2016, 0.3);
  check_outline (RIS3_LEVEL_RULE_COUNTRY, 2021, 0.3);
  check_outline (RIS3_LEVEL_RULE_NUTS_2, 2013, 3);
}

/* The territory that the raster has at a pixel; -1: none. */
static gint
pick (Ris3RegionRaster *raster, Ris3Classification *classification, double x, double y)
{
  gint leaf = ris3_region_raster_pick (raster, x, y);

  return leaf >= 0 ? (gint) ris3_classification_get_leaf_territory (classification, (guint) leaf) : -1;
}

/* Paths and pixels are the same map: away from borders, a place lies in the area that the raster has there, and in no
 * other. */
static void
test_as_raster (void)
{
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_NUTS_2);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  g_autoptr (Ris3RegionRaster) raster = ris3_region_raster_new (boundaries, NULL);
  g_autoptr (Ris3MapOutline) outline = _ris3_map_outline_new (classification, boundaries, &frame, 0.3);
  guint n_inside = 0, n_outside = 0;

  ris3_region_raster_fill (raster, &frame);
  for (guint i = 0; i < 6000; i++)
    {
      double x = g_test_rand_double_range (2, WIDTH - 2), y = g_test_rand_double_range (2, HEIGHT - 2);
      gint wanted = pick (raster, classification, x, y);
      gboolean is_away = TRUE;

      for (gint step = 0; step < 81; step++)
        is_away &= pick (raster, classification, x + 0.5 * (step % 9 - 4), y + 0.5 * (step / 9 - 4)) == wanted;
      if (!is_away)
        continue;
      n_inside += wanted >= 0;
      n_outside += wanted < 0;
      for (guint area = 0; area < outline->n_areas; area++)
        if (contains (outline, area, x, y) != ((gint) area == wanted))
          g_error (
              "at %.1f, %.1f is territory %d (%s), not %u", x, y, wanted,
              ris3_boundaries_get_region (boundaries, ris3_classification_get_territory (classification, area)->region)
                  ->code,
              area);
    }
  g_assert_cmpuint (n_inside, >, 500);
  g_assert_cmpuint (n_outside, >, 500);
}

/* Of fewer points, an area is as large as of all of them, within what its border may be off. */
static void
test_areas (void)
{
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_NUTS_3);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  Ris3Frame frame = fixture_frame_of_europe (WIDTH, HEIGHT);
  g_autoptr (Ris3MapOutline) outline = _ris3_map_outline_new (classification, boundaries, &frame, 0.3);
  guint n_checked = 0;

  for (guint area = 0; area < outline->n_areas; area++)
    {
      guint region = ris3_classification_get_territory (classification, area)->region;
      guint leaf = ris3_boundaries_get_region (boundaries, region)->first_leaf;
      double whole = 0, drawn = 0, length = 0;

      if (ris3_boundaries_get_region (boundaries, region)->is_overseas)
        continue;
      /* Outer rings and holes run in opposite directions in neither: islands only are compared. */
      for (guint ring = shapes->shape_rings[leaf]; ring < shapes->shape_rings[leaf + 1]; ring++)
        whole = MAX (whole, fabs (measure_ring (shapes->points + shapes->ring_points[ring],
                                                shapes->ring_points[ring + 1] - shapes->ring_points[ring]))
                                * frame.scale * frame.scale);
      for (guint ring = g_array_index (outline->area_rings, guint32, area);
           ring < g_array_index (outline->area_rings, guint32, area + 1); ring++)
        {
          guint first = g_array_index (outline->ring_points, guint32, ring);
          guint n = g_array_index (outline->ring_points, guint32, ring + 1) - first;
          const Ris3Point *points = &g_array_index (outline->points, Ris3Point, first);
          double size = fabs (measure_ring (points, n));

          if (size <= drawn)
            continue;
          drawn = size;
          length = 0;
          for (guint i = 0; i < n; i++)
            length += hypot (points[(i + 1) % n].x - points[i].x, points[(i + 1) % n].y - points[i].y);
        }
      if (whole < 30 || drawn == 0)
        continue;
      n_checked++;
      if (fabs (whole - drawn) > 0.3 * length)
        g_error ("%s: %.1f pixels instead of %.1f", ris3_boundaries_get_region (boundaries, region)->code, drawn,
                 whole);
    }
  g_assert_cmpuint (n_checked, >, 500);
}

/* No kept line is farther from a point that was left out than is allowed. */
static void
test_simplify (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  const double tolerance = 0.7;
  guint at = 0;

  for (guint i = 0; i < 2000; i++)
    g_array_append_val (points, ((Ris3Point){ i / 10.0, 5 * sin (i / 30.0) + g_test_rand_double_range (-1, 1) }));
  _ris3_map_outline_simplify ((const Ris3Point *) (void *) points->data, points->len, tolerance, kept);
  g_assert_cmpuint (kept->len, <, points->len);
  g_assert_cmpuint (kept->len, >, 10);
  for (guint i = 0; i < points->len; i++)
    {
      Ris3Point point = g_array_index (points, Ris3Point, i);
      Ris3Point a, b;
      double share;

      while (at + 2 < kept->len && g_array_index (kept, Ris3Point, at + 1).x <= point.x)
        at++;
      a = g_array_index (kept, Ris3Point, at);
      b = g_array_index (kept, Ris3Point, at + 1);
      share = CLAMP (((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y))
                         / (pow (b.x - a.x, 2) + pow (b.y - a.y, 2)),
                     0, 1);
      g_assert_cmpfloat (hypot (point.x - a.x - share * (b.x - a.x), point.y - a.y - share * (b.y - a.y)), <=,
                         tolerance + 1e-9);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/report/map-outline/shared", test_shared);
  g_test_add_func ("/report/map-outline/as-raster", test_as_raster);
  g_test_add_func ("/report/map-outline/areas", test_areas);
  g_test_add_func ("/report/map-outline/simplify", test_simplify);
  return fixture_run ();
}

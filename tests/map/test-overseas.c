/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is drawn apart from Europe, and which of it is an outermost region (article 349 of the treaty). */
#include "config.h"

#include "fixture.h"
#include "map/ris3-map-inset.h"
#include "map/ris3-overseas.h"

static const struct
{
  guint version;
  const char *outermost;
  const char *others;
} expected[] = {
  { 2013, "ES70 FRA1 FRA2 FRA3 FRA4 FRA5 PT20 PT30", "" },
  { 2016, "ES70 FRY1 FRY2 FRY3 FRY4 FRY5 PT20 PT30", "" },
  { 2021, "ES70 FRY1 FRY2 FRY3 FRY4 FRY5 PT20 PT30", "NO0B" },
};

static void
add_code (GString *codes, const char *code)
{
  g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", code);
}

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      Ris3Boundaries *boundaries = fixture_get_boundaries (expected[i].version);
      g_autoptr (GString) outermost = g_string_new (NULL);
      g_autoptr (GString) others = g_string_new (NULL);
      g_autoptr (GArray) overseas = ris3_overseas_find (boundaries);
      for (guint j = 0; j < overseas->len; j++)
        {
          const Ris3Region *region = ris3_boundaries_get_region (boundaries, g_array_index (overseas, guint, j));

          g_assert_cmpuint (region->level, ==, 2);
          add_code (ris3_overseas_is_outermost (region) ? outermost : others, region->code);
        }
      g_assert_cmpstr (outermost->str, ==, expected[i].outermost);
      g_assert_cmpstr (others->str, ==, expected[i].others);
    }
}

/* What lies in one, and nothing else of its country. */
static void
test_levels (void)
{
  static const char *const within[] = { "FRY", "FRY4", "FRY40", "ES7", "ES703", "PT2", "PT200", "PT300" };
  static const char *const outside[] = { "FR", "FRL0", "ES", "ES53", "PT", "PT17", "EL43", "CY" };
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);

  for (guint i = 0; i < G_N_ELEMENTS (within); i++)
    g_assert_true (ris3_overseas_is_outermost (
        ris3_boundaries_get_region (boundaries, ris3_boundaries_find (boundaries, within[i]))));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_false (ris3_overseas_is_outermost (
        ris3_boundaries_get_region (boundaries, ris3_boundaries_find (boundaries, outside[i]))));
}

static double
measure_area (const Ris3Shapes *shapes, guint first, guint end)
{
  double area = 0;

  for (guint ring = shapes->shape_rings[first]; ring < shapes->shape_rings[end]; ring++)
    {
      guint start = shapes->ring_points[ring], n = shapes->ring_points[ring + 1] - start;
      double sum = 0;

      for (guint i = 0; i < n; i++)
        {
          Ris3Point a = shapes->points[start + i], b = shapes->points[start + (i + 1) % n];

          sum += a.x * b.y - b.x * a.y;
        }
      /* None of these has a lake with a border of its own. */
      area += ABS (sum) / 2;
    }
  return area;
}

/* Each is drawn alone, in a plane in which areas are equal: they are those that are commonly published
 * (Guadeloupe with Saint-Martin and Saint-Barthélemy). */
static void
test_insets (void)
{
  static const struct
  {
    const char *code;
    double area; /* km2 */
  } areas[] = {
    { "ES70", 7447 }, { "FRY1", 1703 }, { "FRY2", 1128 }, { "FRY3", 83534 },
    { "FRY4", 2504 }, { "FRY5", 374 },  { "PT20", 2322 }, { "PT30", 801 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) insets = ris3_map_insets_new (fixture_get_geodata (2016), TRUE, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (insets->len, ==, G_N_ELEMENTS (areas));
  for (guint i = 0; i < insets->len; i++)
    {
      const Ris3MapInset *inset = g_ptr_array_index (insets, i);
      const Ris3Region *region = ris3_boundaries_get_region (inset->boundaries, inset->region);
      const Ris3Shapes *shapes = ris3_boundaries_get_shapes (inset->boundaries);
      guint end = region->first_leaf + region->n_leaves;
      double area = measure_area (shapes, region->first_leaf, end) / 1e6;

      g_test_message ("%s: %.0f km2, %.0f", region->code, area, areas[i].area);
      g_assert_cmpstr (region->code, ==, areas[i].code);
      /* At 1:3M, coasts are simple. */
      g_assert_cmpfloat_with_epsilon (area, areas[i].area, 0.03 * areas[i].area);
      g_assert_cmpfloat (measure_area (shapes, 0, region->first_leaf), ==, 0);
      g_assert_cmpfloat (measure_area (shapes, end, shapes->n_shapes), ==, 0);
      g_assert_cmpfloat (inset->extent.x0, <, region->inside.x);
      g_assert_cmpfloat (inset->extent.x1, >, region->inside.x);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/overseas/kinds", test_kinds);
  g_test_add_func ("/overseas/levels", test_levels);
  g_test_add_func ("/overseas/insets", test_insets);
  return fixture_run ();
}

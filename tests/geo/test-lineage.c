/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo-fixture.h"
#include "geo/ris3-lineage-compute-private.h"
#include "geo/ris3-table.h"

static const guint versions[] = { 2013, 2016, 2021 };

/* Regions of the default atlas that cannot be placed in NUTS 2013. */
static const char *const without_place_in_2013[] = {
  "RS", /* 2013 is without Serbia */
  NULL,
};

static void
test_kinds (void)
{
  Ris3LineageKind kind = RIS3_LINEAGE_SAME;

  for (int i = RIS3_LINEAGE_SAME; i <= RIS3_LINEAGE_MERGED; i++)
    {
      g_assert_true (ris3_lineage_kind_from_string (ris3_lineage_kind_to_string ((Ris3LineageKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ris3_lineage_kind_from_string ("swapped", &kind));
  g_assert_cmpint (kind, ==, RIS3_LINEAGE_MERGED);
}

static Ris3Lineage *
load (guint from, guint to)
{
  g_autoptr (GError) error = NULL;
  Ris3Lineage *lineage = ris3_lineage_load (fixture_path (), from, to, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ris3_lineage_get_from_version (lineage), ==, from);
  g_assert_cmpuint (ris3_lineage_get_to_version (lineage), ==, to);

  return lineage;
}

/* The successors of a region as "kind: code code …", repeating the kind where it changes. */
static void
assert_successors (Ris3Lineage *lineage, const char *code, const char *successors)
{
  guint n_rows;
  const Ris3LineageRow *rows = ris3_lineage_lookup (lineage, code, &n_rows);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      if (i == 0 || rows[i].kind != rows[i - 1].kind)
        g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", ris3_lineage_kind_to_string (rows[i].kind));
      g_string_append_printf (text, " %s", rows[i].to_code);
    }
  g_assert_cmpstr (text->str, ==, successors);
}

static void
test_shipped (void)
{
  g_autoptr (Ris3Lineage) forth = load (2013, 2016);
  g_autoptr (Ris3Lineage) back = load (2016, 2013);
  g_autoptr (Ris3Lineage) later = load (2016, 2021);

  assert_successors (forth, "FR82", "recoded: FRL0");
  assert_successors (back, "FRL0", "recoded: FR82");
  assert_successors (forth, "FR8", "split: FRJ1 FRL FRM");
  assert_successors (back, "FRF", "split: FR21 FR41 FR42");
  assert_successors (forth, "ES30", "same: ES30");
  assert_successors (forth, "FR", "same: FR");
  assert_successors (forth, "PL12", "split: PL91 PL92");
  assert_successors (back, "PL91", "merged: PL12 split: PL127 PL129 PL12A");
  assert_successors (forth, "DE915", "merged: DE91C");
  assert_successors (back, "DE91C", "split: DE915 DE919");
  assert_successors (back, "AL01", "");
  assert_successors (back, "FRB", "merged: FR2 recoded: FR24");
  assert_successors (back, "FRH", "merged: FR5 recoded: FR52");
  assert_successors (back, "FRL", "merged: FR8 recoded: FR82");
  assert_successors (back, "FRD", "merged: FR2 split: FR23 FR25");
  assert_successors (back, "FRB0", "recoded: FR24");
  assert_successors (later, "HR04", "split: HR02 HR05 HR06");
  assert_successors (later, "NO", "same: NO");
  assert_successors (forth, "no such code", "");
}

/* The largest share of any successor that the region covers. */
static double
find_greatest_share (Ris3Lineage *lineage, const char *code)
{
  guint n_rows;
  const Ris3LineageRow *rows = ris3_lineage_lookup (lineage, code, &n_rows);
  double share = 0;

  for (guint i = 0; i < n_rows; i++)
    share = MAX (share, rows[i].share_of_to);

  return share;
}

static guint
find_column (Ris3Table *table, const char *name)
{
  guint column = 0;

  while (column < ris3_table_get_n_columns (table) && strcmp (ris3_table_get_columns (table)[column], name) != 0)
    column++;
  g_assert_cmpuint (column, <, ris3_table_get_n_columns (table));

  return column;
}

/* The regions of the default atlas can be placed in the other versions: they cover half of a successor. */
static void
test_places (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Lineage) back = load (2016, 2013);
  g_autoptr (Ris3Lineage) later = load (2016, 2021);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "atlas", "strategies.csv", NULL);
  g_autoptr (Ris3Table) table = ris3_table_load (path, NULL, &error);
  guint version, code;

  g_assert_no_error (error);
  g_assert_cmpuint (ris3_table_get_n_rows (table), >, 0);
  version = find_column (table, "nuts_version");
  code = find_column (table, "nuts_code");

  for (guint row = 0; row < ris3_table_get_n_rows (table); row++)
    {
      const char *const *cells = ris3_table_get_cells (table) + (gsize) row * ris3_table_get_n_columns (table);
      gboolean placed = find_greatest_share (back, cells[code]) >= 0.5;

      g_test_message ("%s", cells[code]);
      g_assert_cmpstr (cells[version], ==, "2016");
      g_assert_true (placed != g_strv_contains (without_place_in_2013, cells[code]));
      g_assert_cmpfloat (find_greatest_share (later, cells[code]), >=, 0.5);
    }
}

/* The part of FR24 that FRB covers: they are one area, redrawn. */
static void
test_other_level (void)
{
  g_autoptr (Ris3Lineage) back = load (2016, 2013);

  g_assert_cmpfloat (find_greatest_share (back, "FRB"), >, 0.99);
  g_assert_cmpfloat (find_greatest_share (back, "FRH"), >, 0.99);
}

static void
test_same_version (void)
{
  g_autoptr (Ris3Lineage) lineage = load (2016, 2016);

  assert_successors (lineage, "FRL0", "");
}

/* Every region has a successor or lies where the other version has no land; shares are sane. */
static void
test_complete (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (versions); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3Boundaries) from = NULL;
        g_autoptr (Ris3Boundaries) to = NULL;
        g_autoptr (Ris3Lineage) lineage = NULL;

        if (i == j)
          continue;
        from = ris3_boundaries_load (fixture_path (), versions[i], 10, NULL, &error);
        g_assert_no_error (error);
        to = ris3_boundaries_load (fixture_path (), versions[j], 10, NULL, &error);
        g_assert_no_error (error);
        lineage = load (versions[i], versions[j]);

        for (guint k = 0; k < ris3_boundaries_get_n_regions (from); k++)
          {
            const Ris3Region *region = ris3_boundaries_get_region (from, k);
            gboolean elsewhere = ris3_boundaries_find (to, region->country) < 0
                                 || (versions[i] == 2021 && g_str_has_prefix (region->code, "NO0B"));
            guint n_rows;
            const Ris3LineageRow *rows = ris3_lineage_lookup (lineage, region->code, &n_rows);
            double sum = 0;
            gboolean has_larger = FALSE;

            g_assert_true ((n_rows == 0) == elsewhere);
            for (guint l = 0; l < n_rows; l++)
              {
                g_assert_cmpstr (rows[l].from_code, ==, region->code);
                g_assert_cmpint (ris3_boundaries_find (to, rows[l].to_code), >=, 0);
                g_assert_cmpfloat (rows[l].share_of_from, >=, 0);
                g_assert_cmpfloat (rows[l].share_of_from, <=, 1);
                g_assert_cmpfloat (rows[l].share_of_to, >=, 0);
                g_assert_cmpfloat (rows[l].share_of_to, <=, 1);
                if (l > 0)
                  g_assert_cmpstr (rows[l - 1].to_code, <, rows[l].to_code);
                /* Above level 3, a larger region comes on top of the parts, which are never missing. */
                if (region->level < 3 && rows[l].kind == RIS3_LINEAGE_MERGED)
                  {
                    g_assert_false (has_larger);
                    has_larger = TRUE;
                  }
                else
                  sum += rows[l].share_of_from;
              }
            if (n_rows > 0 && region->level < 3)
              g_assert_cmpfloat (find_greatest_share (lineage, region->code), >=, 0.5);
            if (n_rows > 0)
              {
                g_assert_cmpfloat (sum, >, 0.8);
                g_assert_cmpfloat (sum, <, 1.001);
              }
          }
      }
}

/* Old: four leaves in a row, two to a region, and one far away. New: the western region has another code,
 * the eastern another name; its first leaf is divided, and the second lies with a part of that.
 */
static const FixtureRegion old_regions[] = {
  { "XX", "Land" },
  { "XX0", "Land" },
  { "XX00", "West" },
  { "XX001", "A", 0, 0, 1, 1 },
  { "XX002", "B", 1, 0, 2, 1 },
  { "XX01", "East" },
  { "XX011", "C", 2, 0, 3, 1 },
  { "XX012", "D", 3, 0, 4, 1 },
  { "YY", "Far" },
  { "YY0", "Far" },
  { "YY00", "Far" },
  { "YY000", "Far", 50, 50, 51, 51 },
};
static const FixtureRegion new_regions[] = {
  { "XX", "LAND" },
  { "XX0", "Land" },
  { "XX01", "East and more" },
  { "XX01A", "C1", 2, 0, 2.6, 1 },
  { "XX01B", "C2 and D", 2.6, 0, 4, 1 },
  { "XX02", "West" },
  { "XX02A", "A", 0, 0, 1, 1 },
  { "XX02B", "B", 1, 0, 2, 1 },
};

static void
assert_row (GArray *rows,
            guint index,
            const char *from,
            const char *to,
            Ris3LineageKind kind,
            double share_of_from,
            double share_of_to)
{
  const Ris3LineageRow *row;

  g_assert_cmpuint (index, <, rows->len);
  row = &g_array_index (rows, Ris3LineageRow, index);
  g_assert_cmpstr (row->from_code, ==, from);
  g_assert_cmpstr (row->to_code, ==, to);
  g_assert_cmpint (row->kind, ==, kind);
  g_assert_cmpfloat_with_epsilon (row->share_of_from, share_of_from, 0.0002);
  g_assert_cmpfloat_with_epsilon (row->share_of_to, share_of_to, 0.0002);
}

static void
test_compute (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) from = NULL;
  g_autoptr (Ris3Boundaries) to = NULL;
  g_autoptr (Ris3Overlaps) overlaps = NULL;
  g_autoptr (Ris3Overlaps) reversed = NULL;
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) back = NULL;
  guint i = 0;

  from = fixture_boundaries (2013, old_regions, G_N_ELEMENTS (old_regions), &error);
  g_assert_no_error (error);
  to = fixture_boundaries (2016, new_regions, G_N_ELEMENTS (new_regions), &error);
  g_assert_no_error (error);
  overlaps = ris3_overlaps_find (ris3_boundaries_get_shapes (from), ris3_boundaries_get_shapes (to), NULL, NULL, NULL,
                                 &error);
  g_assert_no_error (error);

  rows = ris3_lineage_compute (from, to, overlaps, lost);
  assert_row (rows, i++, "XX", "XX", RIS3_LINEAGE_SAME, 1, 1);
  assert_row (rows, i++, "XX0", "XX0", RIS3_LINEAGE_SAME, 1, 1);
  assert_row (rows, i++, "XX00", "XX02", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX001", "XX02A", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX002", "XX02B", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX01", "XX01", RIS3_LINEAGE_RENAMED, 1, 1);
  assert_row (rows, i++, "XX011", "XX01A", RIS3_LINEAGE_SPLIT, 0.6, 1);
  assert_row (rows, i++, "XX011", "XX01B", RIS3_LINEAGE_SPLIT, 0.4, 0.2857);
  assert_row (rows, i++, "XX012", "XX01B", RIS3_LINEAGE_MERGED, 1, 0.7143);
  g_assert_cmpuint (rows->len, ==, i);

  g_assert_cmpuint (lost->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (lost, 0), ==, "YY");

  reversed = ris3_overlaps_reverse (overlaps);
  back = ris3_lineage_compute (to, from, reversed, NULL);
  assert_row (back, 0, "XX", "XX", RIS3_LINEAGE_SAME, 1, 1);
  assert_row (back, 3, "XX01A", "XX011", RIS3_LINEAGE_MERGED, 1, 0.6);
  assert_row (back, 4, "XX01B", "XX011", RIS3_LINEAGE_SPLIT, 0.2857, 0.4);
  assert_row (back, 5, "XX01B", "XX012", RIS3_LINEAGE_SPLIT, 0.7143, 1);
}

/* Old: one region of level 1 with a region for each of A and B, C, D, and a sliver before it. New: three of
 * level 1, the last of which takes the sliver.
 */
static const FixtureRegion one_region[] = {
  { "XX", "Land" },
  { "XX0", "Sliver" },
  { "XX00", "Sliver" },
  { "XX000", "Sliver", 6, 0, 6.05, 1 },
  { "XX1", "All" },
  { "XX10", "West" },
  { "XX101", "A", 0, 0, 1, 1 },
  { "XX102", "B", 1, 0, 2, 1 },
  { "XX11", "East" },
  { "XX111", "C", 2, 0, 3, 1 },
  { "XX112", "D", 3, 0, 4, 1 },
  { "XX12", "E" },
  { "XX121", "E", 4, 0, 6, 1 },
};
static const FixtureRegion three_regions[] = {
  { "XX", "Land" },
  { "XX2", "West" },
  { "XX20", "West" },
  { "XX201", "A", 0, 0, 1, 1 },
  { "XX202", "B", 1, 0, 2, 1 },
  { "XX3", "East" },
  { "XX30", "C" },
  { "XX301", "C", 2, 0, 3, 1 },
  { "XX31", "D" },
  { "XX311", "D", 3, 0, 4, 1 },
  { "XX4", "E and sliver" },
  { "XX40", "E and sliver" },
  { "XX401", "E", 4, 0, 6, 1 },
  { "XX402", "Sliver", 6, 0, 6.05, 1 },
};

/* A region in a larger one of its level leads to that, and to what it is made of below. */
static void
test_compute_inside (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) from = NULL;
  g_autoptr (Ris3Boundaries) to = NULL;
  g_autoptr (Ris3Overlaps) overlaps = NULL;
  g_autoptr (GArray) rows = NULL;
  guint i = 0;

  from = fixture_boundaries (2016, three_regions, G_N_ELEMENTS (three_regions), &error);
  g_assert_no_error (error);
  to = fixture_boundaries (2013, one_region, G_N_ELEMENTS (one_region), &error);
  g_assert_no_error (error);
  overlaps = ris3_overlaps_find (ris3_boundaries_get_shapes (from), ris3_boundaries_get_shapes (to), NULL, NULL, NULL,
                                 &error);
  g_assert_no_error (error);

  rows = ris3_lineage_compute (from, to, overlaps, NULL);
  assert_row (rows, i++, "XX", "XX", RIS3_LINEAGE_SAME, 1, 1);
  assert_row (rows, i++, "XX2", "XX1", RIS3_LINEAGE_MERGED, 1, 0.3333);
  assert_row (rows, i++, "XX2", "XX10", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX20", "XX10", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX201", "XX101", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX202", "XX102", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX3", "XX1", RIS3_LINEAGE_MERGED, 1, 0.3333);
  assert_row (rows, i++, "XX3", "XX11", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX30", "XX11", RIS3_LINEAGE_MERGED, 1, 0.5);
  assert_row (rows, i++, "XX30", "XX111", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX301", "XX111", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX31", "XX11", RIS3_LINEAGE_MERGED, 1, 0.5);
  assert_row (rows, i++, "XX31", "XX112", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX311", "XX112", RIS3_LINEAGE_RECODED, 1, 1);
  assert_row (rows, i++, "XX4", "XX00", RIS3_LINEAGE_SPLIT, 0.0244, 1);
  assert_row (rows, i++, "XX4", "XX1", RIS3_LINEAGE_MERGED, 0.9756, 0.3333);
  assert_row (rows, i++, "XX4", "XX12", RIS3_LINEAGE_SPLIT, 0.9756, 1);
}

/* The area of a rectangle on the globe is known: it must come out of the plane. */
static void
test_areas (void)
{
  static const FixtureRegion square[] = {
    { "XX", "Land" },
    { "XX0", "Land" },
    { "XX00", "Land" },
    { "XX000", "Land", 0, 59, 1, 60 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = fixture_boundaries (2016, square, G_N_ELEMENTS (square), &error);
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (boundaries);
  g_autoptr (Ris3Overlaps) overlaps = ris3_overlaps_find (shapes, shapes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (overlaps->pairs->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (overlaps->from_areas, double, 0), 6275.4, 5);
  g_assert_cmpfloat_with_epsilon (g_array_index (overlaps->pairs, Ris3Overlap, 0).area,
                                  g_array_index (overlaps->to_areas, double, 0), 1e-6);
}

/* What is found anew is what GEOS found when the table was made. */
static void
test_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) from = ris3_boundaries_load (fixture_path (), 2013, 0, NULL, &error);
  g_autoptr (Ris3Boundaries) to = ris3_boundaries_load (fixture_path (), 2021, 0, NULL, &error);
  g_autoptr (Ris3Lineage) shipped = load (2013, 2021);
  g_autoptr (Ris3Lineage) found = ris3_lineage_find (from, to, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ris3_boundaries_get_n_regions (from); i++)
    {
      const char *code = ris3_boundaries_get_region (from, i)->code;
      guint n_shipped, n_found;
      const Ris3LineageRow *expected = ris3_lineage_lookup (shipped, code, &n_shipped);
      const Ris3LineageRow *rows = ris3_lineage_lookup (found, code, &n_found);

      g_assert_cmpuint (n_found, ==, n_shipped);
      for (guint k = 0; k < n_found; k++)
        {
          g_assert_cmpstr (rows[k].to_code, ==, expected[k].to_code);
          g_assert_cmpint (rows[k].kind, ==, expected[k].kind);
          g_assert_cmpfloat_with_epsilon (rows[k].share_of_from, expected[k].share_of_from, 0.00011);
          g_assert_cmpfloat_with_epsilon (rows[k].share_of_to, expected[k].share_of_to, 0.00011);
        }
    }
}

static void
test_names (void)
{
  static const char *const alike[][2] = {
    { "STŘEDNÍ ČECHY", "Stredni Cechy" }, { "Norwich & East Norfolk", "Norwich and East Norfolk" },
    { "BATI MARMARA", "Batı Marmara" },   { "Małopolskie", "Malopolskie" },
    { "ÎLE DE FRANCE", "Ile-de-France" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autofree char *a = ris3_fold_name (alike[i][0]);
      g_autofree char *b = ris3_fold_name (alike[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/geo/lineage/kinds", test_kinds);
  g_test_add_func ("/geo/lineage/shipped", test_shipped);
  g_test_add_func ("/geo/lineage/found", test_found);
  g_test_add_func ("/geo/lineage/other-level", test_other_level);
  g_test_add_func ("/geo/lineage/places", test_places);
  g_test_add_func ("/geo/lineage/same-version", test_same_version);
  g_test_add_func ("/geo/lineage/complete", test_complete);
  g_test_add_func ("/geo/lineage/compute", test_compute);
  g_test_add_func ("/geo/lineage/compute-inside", test_compute_inside);
  g_test_add_func ("/geo/lineage/areas", test_areas);
  g_test_add_func ("/geo/lineage/names", test_names);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the codes of areas match, as a map. */
#include "config.h"

#include "fixture.h"
#include "map/ris3-land.h"
#include "map/ris3-match-paint.h"

#define LEAF "FRL03"

static Ris3Match
find (Ris3BoundaryMatch *codes, const char *code)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  g_autofree guint8 *matches = ris3_match_find (boundaries, codes);
  gint region = ris3_boundaries_find (boundaries, code);

  return matches[ris3_boundaries_get_region (boundaries, (guint) region)->first_leaf];
}

/* To lie in a country whose code is known says nothing: its code is made of the beginning of any. */
static void
test_matches (void)
{
  Ris3BoundaryMatch codes = { .unknown = g_ptr_array_new () };

  g_assert_cmpint (find (&codes, LEAF), ==, RIS3_MATCH_KNOWN);
  g_ptr_array_add (codes.unknown, (gpointer) LEAF);
  g_assert_cmpint (find (&codes, LEAF), ==, RIS3_MATCH_WITHIN);
  g_assert_cmpint (find (&codes, "FRL04"), ==, RIS3_MATCH_KNOWN);
  g_ptr_array_add (codes.unknown, (gpointer) "FRL0");
  g_assert_cmpint (find (&codes, LEAF), ==, RIS3_MATCH_WITHIN);
  g_ptr_array_add (codes.unknown, (gpointer) "FRL");
  g_assert_cmpint (find (&codes, LEAF), ==, RIS3_MATCH_UNKNOWN);
  g_ptr_array_unref (codes.unknown);
}

/* Countries lie behind the areas, each in one piece; an area is of the colours of its match, and what has no known code
 * is hatched. */
static void
test_paint (void)
{
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  Ris3Shapes *land = fixture_get_land ();
  g_autoptr (Ris3Shapes) behind = ris3_land_add_countries (land, boundaries);
  Ris3BoundaryMatch codes = { .unknown = g_ptr_array_new () };
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  const Ris3Region *region
      = ris3_boundaries_get_region (boundaries, (guint) ris3_boundaries_find (boundaries, "FRL03"));
  g_autofree guint8 *matches = NULL;
  g_autoptr (Ris3Paint) paint = NULL;
  guint n_countries = 0, n_found = 0;

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    n_countries += ris3_boundaries_get_region (boundaries, i)->parent < 0;
  g_assert_cmpuint (behind->n_shapes, ==, land->n_shapes + n_countries);
  for (guint i = land->n_shapes; i < behind->n_shapes; i++)
    n_found += ris3_shapes_contain (behind, i, region->inside);
  g_assert_cmpuint (n_found, ==, 1);

  g_ptr_array_add (codes.unknown, (gpointer) "FRL03");
  g_ptr_array_add (codes.unknown, (gpointer) "FRL0");
  g_ptr_array_add (codes.unknown, (gpointer) "FRL");
  matches = ris3_match_find (boundaries, &codes);
  paint = ris3_match_paint_new (boundaries, matches, behind, palette, 1);
  g_assert_cmpuint (paint->n_indices, ==, 1 + ris3_boundaries_get_shapes (boundaries)->n_shapes + behind->n_shapes);
  g_assert_false (paint->plain[paint->styles[1 + region->first_leaf]]);
  g_assert_true (paint->plain[paint->styles[1 + region->first_leaf + 1]]);
  for (guint match = 0; match < RIS3_N_MATCHES; match++)
    g_assert_cmpstr (ris3_match_get_title (match), !=, "");
  g_ptr_array_unref (codes.unknown);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/match-paint/matches", test_matches);
  g_test_add_func ("/match-paint/paint", test_paint);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is drawn apart from Europe, and which of it is an outermost region (article 349 of the treaty). */
#include "config.h"

#include "fixture.h"
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

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/overseas/kinds", test_kinds);
  g_test_add_func ("/overseas/levels", test_levels);
  return fixture_run ();
}

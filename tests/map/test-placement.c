/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A placement that follows another is the same as one from the beginning. */

#include "fixture.h"
#include "map/ris3-region-places.h"

#define N_STEPS 300

static void
assert_same_array (Ris3Strategy *const *one, guint n_one, Ris3Strategy *const *other, guint n_other)
{
  g_assert_cmpuint (n_one, ==, n_other);
  for (guint i = 0; i < n_one; i++)
    g_assert_true (one[i] == other[i]);
}

static void
assert_same (Ris3Placement *one, Ris3Placement *other)
{
  GListModel *list = ris3_placement_get_strategies (one);
  guint n_regions = ris3_boundaries_get_n_regions (ris3_placement_get_boundaries (one));
  guint n_one, n_other;
  Ris3Strategy *const *strategies, *const *others;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==,
                    g_list_model_get_n_items (ris3_placement_get_strategies (other)));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (list, i);
      g_autoptr (Ris3Strategy) counterpart = g_list_model_get_item (ris3_placement_get_strategies (other), i);

      g_assert_true (strategy == counterpart);
    }
  for (guint i = 0; i < n_regions; i++)
    {
      strategies = ris3_placement_get_region_strategies (one, i, &n_one);
      others = ris3_placement_get_region_strategies (other, i, &n_other);
      assert_same_array (strategies, n_one, others, n_other);
    }
  strategies = ris3_placement_get_unplaced (one, &n_one);
  others = ris3_placement_get_unplaced (other, &n_other);
  assert_same_array (strategies, n_one, others, n_other);
}

static gboolean
has (GListStore *list, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (ris3_strategy_get_id (strategy), id))
        return TRUE;
    }
  return FALSE;
}

/* Strategies go, come back, and are replaced by others with the same id, a few at a time or very many. */
static void
change (GListStore *list, GListModel *one, GListModel *other)
{
  guint n_changes = (guint) (g_test_rand_int_range (0, 20) == 0 ? 150 : g_test_rand_int_range (0, 5));

  for (guint i = 0; i < n_changes; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
      guint at = n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;
      GListModel *from = g_test_rand_bit () ? one : other;
      g_autoptr (Ris3Strategy) strategy
          = g_list_model_get_item (from, (guint) g_test_rand_int_range (0, (gint32) g_list_model_get_n_items (from)));

      if (g_test_rand_bit () && n > 0)
        g_list_store_remove (list, at);
      if (!has (list, ris3_strategy_get_id (strategy)))
        g_list_store_insert (list, MIN (at, g_list_model_get_n_items (G_LIST_MODEL (list))), strategy);
    }
}

static void
test_follow (gconstpointer version)
{
  Ris3Geodata *geodata = fixture_get_geodata (GPOINTER_TO_UINT (version));
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) other = ris3_atlas_open (fixture_get_atlas_path (), NULL, &error);
  g_autoptr (GListStore) list = g_list_store_new (RIS3_TYPE_STRATEGY);
  g_autoptr (Ris3Placement) placement = NULL;
  GListModel *strategies = ris3_atlas_get_strategies (fixture_get_atlas ());

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      g_list_store_append (list, strategy);
    }
  placement = ris3_placement_new (geodata, G_LIST_MODEL (list));
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (Ris3Placement) former = g_steal_pointer (&placement);
      g_autoptr (Ris3Placement) before = ris3_placement_new (geodata, ris3_placement_get_strategies (former));
      g_autoptr (Ris3Placement) expected = NULL;

      change (list, strategies, ris3_atlas_get_strategies (other));
      placement = ris3_placement_new_after (former, G_LIST_MODEL (list));
      expected = ris3_placement_new (geodata, G_LIST_MODEL (list));
      assert_same (placement, expected);
      /* The former one is as it was. */
      assert_same (former, before);
    }
}

/* A code of another version lies where its strategies would; what was recoded is the same region, what was divided or
 * merged is not. */
static void
test_places (void)
{
  static const struct
  {
    guint version;
    const char *code;
    const char *places; /* of 2016 */
    const char *key;
  } cases[] = {
    { 2016, "FRL0", "FRL0", "2016 FRL0" },
    { 2013, "FR82", "FRL0", "2016 FRL0" },
    { 2021, "FRL0", "FRL0", "2016 FRL0" },
    { 2013, "FRL0", "", "2013 FRL0" },
    { 2016, "XX", "", "2016 XX" },
    { 1999, "FRL0", "", "1999 FRL0" },
    { 2013, "UKM2", "UKM7UKM91", "2013 UKM2" },
  };
  Ris3Geodata *geodata = fixture_get_geodata (2016);
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (geodata);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) places = ris3_region_places_find (geodata, cases[i].version, cases[i].code);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *key = ris3_region_places_make_key (geodata, cases[i].version, cases[i].code);
      g_autofree char *plain = ris3_region_places_make_key (NULL, cases[i].version, cases[i].code);
      g_autofree char *own = g_strdup_printf ("%u %s", cases[i].version, cases[i].code);

      for (guint j = 0; j < places->len; j++)
        {
          guint region = (guint) g_array_index (places, gint, j);

          g_string_append (found, ris3_boundaries_get_region (boundaries, region)->code);
          g_assert_true (ris3_region_places_has (geodata, region, cases[i].version, cases[i].code));
          g_assert_false (ris3_region_places_has (geodata, region, cases[i].version, "DE"));
        }
      g_assert_cmpstr (found->str, ==, cases[i].places);
      g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_cmpstr (plain, ==, own);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_data_func ("/placement/follow-2016", GUINT_TO_POINTER (2016), test_follow);
  g_test_add_data_func ("/placement/follow-2013", GUINT_TO_POINTER (2013), test_follow);
  g_test_add_func ("/placement/places", test_places);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Arrays that share with earlier ones are the same as if they had been made anew. */

#include "config.h"

#include "fixture.h"
#include "map/ris3-strategy-array.h"

#define N_STEPS 3000

static void
assert_is (Ris3StrategyArray *array, GPtrArray *expected)
{
  guint n;
  Ris3Strategy *const *strategies = ris3_strategy_array_get (array, &n);

  g_assert_cmpuint (n, ==, expected->len);
  for (guint i = 0; i < n; i++)
    g_assert_true (strategies[i] == g_ptr_array_index (expected, i));
}

static GPtrArray *
get_all (GListModel *model)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (all, g_list_model_get_item (model, i));
  return all;
}

/* One splice: somewhere, at the beginning or at the end; small or large. */
static void
splice (GListStore *list, GListModel *strategies)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint most = g_test_rand_int_range (0, 8) == 0 ? 400 : 3;
  guint position = (guint) g_test_rand_int_range (0, (gint32) n + 1);
  guint n_removed = (guint) g_test_rand_int_range (0, (gint32) MIN (n - position + 1, most));
  guint n_added = n > 1500 ? 0 : (guint) g_test_rand_int_range (0, (gint32) most);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (added, g_list_model_get_item (strategies, (guint) g_test_rand_int_range (
                                                                   0, (gint32) g_list_model_get_n_items (strategies))));
  g_list_store_splice (list, position, n_removed, added->pdata, added->len);
}

static void
test_follow (void)
{
  GListModel *strategies = ris3_atlas_get_strategies (fixture_get_atlas ());
  g_autoptr (GListStore) list = g_list_store_new (RIS3_TYPE_STRATEGY);
  g_autoptr (Ris3StrategyArray) array = ris3_strategy_array_new (G_LIST_MODEL (list), NULL);
  g_autoptr (GPtrArray) all = get_all (G_LIST_MODEL (list));

  for (guint step = 0; step < N_STEPS; step++)
    {
      g_autoptr (Ris3StrategyArray) former = g_steal_pointer (&array);
      g_autoptr (GPtrArray) before = g_steal_pointer (&all);
      guint n_splices = g_test_rand_int_range (0, 30) == 0 ? 50 : (guint) g_test_rand_int_range (0, 4);

      for (guint i = 0; i < n_splices; i++)
        splice (list, strategies);
      array = ris3_strategy_array_new (G_LIST_MODEL (list), former);
      all = get_all (G_LIST_MODEL (list));
      assert_is (array, all);
      assert_is (former, before);
    }
}

/* Of another model, however alike. */
static void
test_other_model (void)
{
  GListModel *strategies = ris3_atlas_get_strategies (fixture_get_atlas ());
  g_autoptr (GListStore) backwards = g_list_store_new (RIS3_TYPE_STRATEGY);
  g_autoptr (GPtrArray) all = get_all (strategies);
  g_autoptr (Ris3StrategyArray) former = NULL;
  g_autoptr (Ris3StrategyArray) array = NULL;

  for (guint i = 0; i < all->len; i++)
    g_list_store_insert (backwards, 0, g_ptr_array_index (all, i));
  former = ris3_strategy_array_new (G_LIST_MODEL (backwards), NULL);
  array = ris3_strategy_array_new (strategies, former);
  assert_is (array, all);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/strategy-array/follow", test_follow);
  g_test_add_func ("/strategy-array/other-model", test_other_model);
  return fixture_run ();
}

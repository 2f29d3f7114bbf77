/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-strategy-array.h"

struct _Ris3StrategyArray
{
  GObject parent_instance;

  GPtrArray *strategies;
};

static GType
get_item_type (GListModel *list)
{
  return RIS3_TYPE_STRATEGY;
}

static guint
get_n_items (GListModel *list)
{
  return RIS3_STRATEGY_ARRAY (list)->strategies->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  GPtrArray *strategies = RIS3_STRATEGY_ARRAY (list)->strategies;

  return position < strategies->len ? g_object_ref (g_ptr_array_index (strategies, position)) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3StrategyArray,
                               ris3_strategy_array,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
ris3_strategy_array_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_STRATEGY_ARRAY (object)->strategies);
  G_OBJECT_CLASS (ris3_strategy_array_parent_class)->finalize (object);
}

static void
ris3_strategy_array_class_init (Ris3StrategyArrayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_strategy_array_finalize;
}

static void
ris3_strategy_array_init (Ris3StrategyArray *self)
{
  self->strategies = g_ptr_array_new_with_free_func (g_object_unref);
}

Ris3StrategyArray *
ris3_strategy_array_new (GListModel *strategies)
{
  Ris3StrategyArray *self = g_object_new (RIS3_TYPE_STRATEGY_ARRAY, NULL);
  guint n_strategies = g_list_model_get_n_items (strategies);

  for (guint i = 0; i < n_strategies; i++)
    g_ptr_array_add (self->strategies, g_list_model_get_item (strategies, i));
  return self;
}

Ris3Strategy *const *
ris3_strategy_array_get (Ris3StrategyArray *self, guint *n_strategies)
{
  *n_strategies = self->strategies->len;
  return (Ris3Strategy *const *) self->strategies->pdata;
}

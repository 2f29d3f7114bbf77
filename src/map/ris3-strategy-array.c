/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-strategy-array.h"

#include <string.h>

/* Strategies are kept alive in blocks that arrays share: of ten thousand, an edit changes one, and to hold each of the
 * others again would take longer than all the rest that follows from it. */
#define BLOCK_SIZE 128
/* Changes that a model remembers; after more of them, nothing is shared. */
#define MAX_SPLICES 32

/* What has happened to a model, of which it is the data. */
typedef struct
{
  guint64 id; /* of the model, among all that there have been */
  guint64 n_splices;
  struct
  {
    guint position, n_removed, n_added;
  } splices[MAX_SPLICES]; /* the last ones, round and round */
} Past;

struct _Ris3StrategyArray
{
  GObject parent_instance;

  Ris3Strategy **strategies; /* belong to the blocks */
  guint n_strategies;
  GPtrArray *blocks; /* of GPtrArray, in order */
  guint64 model;     /* id of its past */
  guint64 n_splices; /* of it, when this was made */
};

static GType
get_item_type (GListModel *list)
{
  return RIS3_TYPE_STRATEGY;
}

static guint
get_n_items (GListModel *list)
{
  return RIS3_STRATEGY_ARRAY (list)->n_strategies;
}

static gpointer
get_item (GListModel *list, guint position)
{
  Ris3StrategyArray *self = RIS3_STRATEGY_ARRAY (list);

  return position < self->n_strategies ? g_object_ref (self->strategies[position]) : NULL;
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
  Ris3StrategyArray *self = RIS3_STRATEGY_ARRAY (object);

  g_free (self->strategies);
  g_ptr_array_unref (self->blocks);
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
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
on_items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Past *past)
{
  guint last = (guint) (past->n_splices++ % MAX_SPLICES);

  past->splices[last].position = position;
  past->splices[last].n_removed = n_removed;
  past->splices[last].n_added = n_added;
}

static Past *
get_past (GListModel *model)
{
  static guint64 last_id = 0;
  static const char key[] = "ris3-strategy-array-past";
  Past *past = g_object_get_data (G_OBJECT (model), key);

  if (past != NULL)
    return past;
  past = g_new0 (Past, 1);
  past->id = ++last_id;
  g_object_set_data_full (G_OBJECT (model), key, past, g_free);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), past);
  return past;
}

/* How many strategies at its beginning and end are still those of the model. FALSE: it is not known. */
static gboolean
find_same (Ris3StrategyArray *self, const Past *past, guint *n_same, guint *n_same_at_end)
{
  guint n = self->n_strategies;

  if (self->model != past->id || past->n_splices - self->n_splices > MAX_SPLICES)
    return FALSE;
  *n_same = *n_same_at_end = n;
  for (guint64 i = self->n_splices; i < past->n_splices; i++)
    {
      guint position = past->splices[i % MAX_SPLICES].position;
      guint n_removed = past->splices[i % MAX_SPLICES].n_removed;

      *n_same = MIN (*n_same, position);
      *n_same_at_end = MIN (*n_same_at_end, n - (position + n_removed));
      n += past->splices[i % MAX_SPLICES].n_added - n_removed;
    }
  *n_same_at_end = MIN (*n_same_at_end, MIN (n, self->n_strategies) - MIN (*n_same, MIN (n, self->n_strategies)));
  return TRUE;
}

/* Holds the strategies of a model from first up to end. */
static void
add_from (Ris3StrategyArray *self, GListModel *model, guint first, guint end)
{
  while (first < end)
    {
      guint n = MIN (end - first, BLOCK_SIZE);
      GPtrArray *block = g_ptr_array_new_full (n, g_object_unref);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (block, g_list_model_get_item (model, first + i));
      g_ptr_array_add (self->blocks, block);
      first += n;
    }
}

/* Shares the blocks of another that lie within first up to end; *from and *to are what they hold. */
static void
add_shared (Ris3StrategyArray *self, Ris3StrategyArray *other, guint first, guint end, guint *from, guint *to)
{
  guint at = 0;

  *from = *to = first;
  for (guint i = 0; i < other->blocks->len; i++)
    {
      GPtrArray *block = g_ptr_array_index (other->blocks, i);

      if (at >= first && at + block->len <= end)
        {
          if (*from == *to)
            *from = at;
          *to = at + block->len;
          g_ptr_array_add (self->blocks, g_ptr_array_ref (block));
        }
      at += block->len;
    }
}

static void
fill (Ris3StrategyArray *self, GListModel *model, const Past *past, Ris3StrategyArray *former)
{
  guint n = g_list_model_get_n_items (model), n_same, n_same_at_end, from, to;
  g_autoptr (Ris3StrategyArray) tail = NULL;
  guint end_from, end_to, moved;

  /* Small blocks, of what has changed once, would become many. */
  if (former == NULL || former->blocks->len > 2 * (n / BLOCK_SIZE + MAX_SPLICES)
      || !find_same (former, past, &n_same, &n_same_at_end))
    {
      add_from (self, model, 0, n);
      return;
    }
  add_shared (self, former, 0, n_same, &from, &to);
  tail = g_object_new (RIS3_TYPE_STRATEGY_ARRAY, NULL);
  add_shared (tail, former, former->n_strategies - n_same_at_end, former->n_strategies, &end_from, &end_to);
  if (end_from == end_to)
    end_from = end_to = former->n_strategies;
  moved = n - former->n_strategies; /* it may wrap around, and back */
  add_from (self, model, to, end_from + moved);
  for (guint i = 0; i < tail->blocks->len; i++)
    g_ptr_array_add (self->blocks, g_ptr_array_ref (g_ptr_array_index (tail->blocks, i)));
}

Ris3StrategyArray *
ris3_strategy_array_new (GListModel *strategies, Ris3StrategyArray *former)
{
  Ris3StrategyArray *self = g_object_new (RIS3_TYPE_STRATEGY_ARRAY, NULL);
  const Past *past = get_past (strategies);
  guint at = 0;

  self->model = past->id;
  self->n_splices = past->n_splices;
  self->n_strategies = g_list_model_get_n_items (strategies);
  self->strategies = g_new (Ris3Strategy *, self->n_strategies);
  fill (self, strategies, past, former);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      GPtrArray *block = g_ptr_array_index (self->blocks, i);

      g_assert (at + block->len <= self->n_strategies);
      memcpy (self->strategies + at, block->pdata, block->len * sizeof (gpointer));
      at += block->len;
    }
  g_assert (at == self->n_strategies);
  return self;
}

Ris3Strategy *const *
ris3_strategy_array_get (Ris3StrategyArray *self, guint *n_strategies)
{
  *n_strategies = self->n_strategies;
  return self->strategies;
}

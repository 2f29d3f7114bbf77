/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-list-private.h"

/* Of this part of the items, to look at each takes less than to look for those that change. */
#define MANY 8

struct _Ris3List
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items;
};

static GType
get_item_type (GListModel *list)
{
  return RIS3_LIST (list)->item_type;
}

static guint
get_n_items (GListModel *list)
{
  return RIS3_LIST (list)->items->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  Ris3List *self = RIS3_LIST (list);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3List,
                               ris3_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
ris3_list_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_LIST (object)->items);
  G_OBJECT_CLASS (ris3_list_parent_class)->finalize (object);
}

static void
ris3_list_class_init (Ris3ListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_list_finalize;
}

static void
ris3_list_init (Ris3List *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

Ris3List *
ris3_list_new (GType item_type)
{
  Ris3List *self = g_object_new (RIS3_TYPE_LIST, NULL);

  self->item_type = item_type;
  return self;
}

GPtrArray *
ris3_list_get_items (Ris3List *self)
{
  return self->items;
}

/* One place where the list changes. */
typedef struct
{
  guint position;
  guint n_gone;
  guint first; /* of the additions */
  guint n_additions;
} Splice;

/* The first place whose item does not come before an object. */
static guint
find_place (GPtrArray *items, gconstpointer object, gint (*compare) (gconstpointer a, gconstpointer b))
{
  guint first = 0;
  guint end = items->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (compare (g_ptr_array_index (items, middle), object) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  guint place_a = *(const guint *) a, place_b = *(const guint *) b;

  return (place_a > place_b) - (place_a < place_b);
}

/* Where the list may change: a few of very many places, or all. */
static GArray *
find_places (GPtrArray *items,
             GHashTable *gone,
             GPtrArray *additions,
             gint (*compare) (gconstpointer a, gconstpointer b))
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer object;
  guint place;

  if ((g_hash_table_size (gone) + additions->len) * MANY > items->len)
    {
      for (place = 0; place <= items->len; place++)
        g_array_append_val (places, place);
      return places;
    }
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    {
      place = find_place (items, object, compare);
      g_array_append_val (places, place);
    }
  for (guint i = 0; i < additions->len; i++)
    {
      place = find_place (items, g_ptr_array_index (additions, i), compare);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* Between two neighbours that stay, everything removed and added is one splice. */
static void
find_splices (GPtrArray *items,
              GHashTable *gone,
              GPtrArray *additions,
              gint (*compare) (gconstpointer a, gconstpointer b),
              GArray *splices)
{
  g_autoptr (GArray) places = find_places (items, gone, additions, compare);
  guint next = 0;
  guint seen = 0;

  for (guint p = 0; p < places->len; p++)
    {
      guint i = g_array_index (places, guint, p);
      Splice splice = { i, 0, next, 0 };

      if (i < seen)
        continue;
      for (; i < items->len && g_hash_table_contains (gone, g_ptr_array_index (items, i)); i++)
        splice.n_gone++;
      while (next < additions->len
             && (i == items->len || compare (g_ptr_array_index (additions, next), g_ptr_array_index (items, i)) < 0))
        next++;
      seen = i + 1;
      splice.n_additions = next - splice.first;
      if (splice.n_gone > 0 || splice.n_additions > 0)
        g_array_append_val (splices, splice);
    }
}

static void
run_splice (Ris3List *self, const Splice *splice, GPtrArray *additions)
{
  guint n_replaced = MIN (splice->n_gone, splice->n_additions);

  for (guint i = 0; i < n_replaced; i++)
    {
      gpointer *item = &g_ptr_array_index (self->items, splice->position + i);

      g_object_unref (*item);
      *item = g_object_ref (g_ptr_array_index (additions, splice->first + i));
    }
  if (splice->n_gone > n_replaced)
    g_ptr_array_remove_range (self->items, splice->position + n_replaced, splice->n_gone - n_replaced);
  for (guint i = n_replaced; i < splice->n_additions; i++)
    g_ptr_array_insert (self->items, (gint) (splice->position + i),
                        g_object_ref (g_ptr_array_index (additions, splice->first + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->n_gone, splice->n_additions);
}

void
ris3_list_update (Ris3List *self,
                  GHashTable *gone,
                  GPtrArray *additions,
                  gint (*compare) (gconstpointer a, gconstpointer b))
{
  g_autoptr (GArray) splices = NULL;

  if (g_hash_table_size (gone) == 0 && additions->len == 0)
    return;
  splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  find_splices (self->items, gone, additions, compare, splices);
  /* From the end, so that earlier positions stay valid. */
  for (guint i = splices->len; i-- > 0;)
    run_splice (self, &g_array_index (splices, Splice, i), additions);
}

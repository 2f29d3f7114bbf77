/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-list-private.h"

/* One place where the list changes. */
typedef struct
{
  guint position;
  guint n_gone;
  guint first; /* of the additions */
  guint n_additions;
} Splice;

/* Between two neighbours that stay, everything removed and added is one splice. */
static void
find_splices (GListModel *list,
              GHashTable *gone,
              GPtrArray *additions,
              gint (*compare) (gconstpointer a, gconstpointer b),
              GArray *splices)
{
  guint n = g_list_model_get_n_items (list);
  guint next = 0;

  for (guint i = 0; i <= n; i++)
    {
      g_autoptr (GObject) staying = NULL;
      Splice splice = { i, 0, next, 0 };

      while (i < n)
        {
          staying = g_list_model_get_item (list, i);
          if (!g_hash_table_contains (gone, staying))
            break;
          g_clear_object (&staying);
          splice.n_gone++;
          i++;
        }
      while (next < additions->len && (staying == NULL || compare (g_ptr_array_index (additions, next), staying) < 0))
        next++;
      splice.n_additions = next - splice.first;
      if (splice.n_gone > 0 || splice.n_additions > 0)
        g_array_append_val (splices, splice);
    }
}

void
ris3_list_update (GListStore *store,
                  GHashTable *gone,
                  GPtrArray *additions,
                  gint (*compare) (gconstpointer a, gconstpointer b))
{
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (Splice));

  if (g_hash_table_size (gone) == 0 && additions->len == 0)
    return;
  find_splices (G_LIST_MODEL (store), gone, additions, compare, splices);
  /* From the end, so that earlier positions stay valid. */
  for (guint i = splices->len; i-- > 0;)
    {
      const Splice *splice = &g_array_index (splices, Splice, i);

      g_list_store_splice (store, splice->position, splice->n_gone,
                           splice->n_additions > 0 ? additions->pdata + splice->first : NULL, splice->n_additions);
    }
}

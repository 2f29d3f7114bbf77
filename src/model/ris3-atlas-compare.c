/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What has changed of what an atlas has. */

#include "config.h"

#include "model/ris3-activity-private.h"
#include "model/ris3-atlas-private.h"
#include "model/ris3-strategy-private.h"

static gboolean
activity_themes_equal (const Ris3Activity *a, const Ris3Activity *b)
{
  return g_strv_equal ((const char *const *) a->themes, (const char *const *) b->themes)
         && g_strv_equal ((const char *const *) a->theme_keys, (const char *const *) b->theme_keys);
}

static gboolean
object_equal (guint list, gpointer a, gpointer b)
{
  return ris3_record_equal (ris3_list_records[list], a, b)
         && (list != RIS3_LIST_ACTIVITIES || activity_themes_equal (a, b))
         && (list != RIS3_LIST_STRATEGIES || ris3_strategy_priorities_equal (a, b));
}

/* The present object of each key that was asked for. */
static GHashTable *
find_present (Ris3Atlas *self, const Ris3Wanted *wanted, guint list, GHashTable *gone)
{
  GHashTable *present = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, wanted->keys[list]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gpointer object = g_hash_table_lookup (self->by_key[list], key);

      if (object == NULL)
        continue;
      g_hash_table_insert (present, key, object);
      g_hash_table_add (gone, object);
    }
  return present;
}

static void
compare_list (Ris3Atlas *self, const Ris3Wanted *wanted, guint list, GPtrArray *objects, Ris3ListDifference *difference)
{
  g_autoptr (GHashTable) present = NULL;
  char buffer[RIS3_RECORD_KEY_SIZE];

  difference->gone = g_hash_table_new (NULL, NULL);
  difference->additions = g_ptr_array_new_with_free_func (g_object_unref);
  difference->olds = g_ptr_array_new ();
  present = find_present (self, wanted, list, difference->gone);
  for (guint i = 0; i < objects->len; i++)
    {
      gpointer object = g_ptr_array_index (objects, i);
      gpointer old = g_hash_table_lookup (present, ris3_record_get_key (ris3_list_records[list], object, buffer));

      if (old != NULL && object_equal (list, old, object))
        {
          g_hash_table_remove (difference->gone, old);
          continue;
        }
      g_ptr_array_add (difference->additions, g_object_ref (object));
      g_ptr_array_add (difference->olds, old);
    }
}

Ris3AtlasDifference *
ris3_atlas_compare (Ris3Atlas *self, const Ris3Wanted *wanted, Ris3Loaded *loaded)
{
  Ris3AtlasDifference *difference = g_new0 (Ris3AtlasDifference, 1);

  for (guint i = 0; i < RIS3_N_LISTS; i++)
    {
      compare_list (self, wanted, i, loaded->objects[i], &difference->lists[i]);
      g_ptr_array_set_size (loaded->objects[i], 0);
    }
  return difference;
}

void
ris3_atlas_difference_free (Ris3AtlasDifference *self)
{
  for (guint i = 0; i < RIS3_N_LISTS; i++)
    {
      g_hash_table_unref (self->lists[i].gone);
      g_ptr_array_unref (self->lists[i].additions);
      g_ptr_array_unref (self->lists[i].olds);
    }
  g_free (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-owners-private.h"

/* Tables above this size stay as they are: to copy one would hold up the views. */
#define MANY 1000

Ris3Owners *
ris3_owners_new (void)
{
  Ris3Owners *self = g_new0 (Ris3Owners, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  return self;
}

void
ris3_owners_free (Ris3Owners *self)
{
  g_ptr_array_unref (self->tables);
  g_free (self);
}

const char *
ris3_owners_find (Ris3Owners *self, gint64 priority_id)
{
  for (guint i = self->tables->len; i-- > 0;)
    {
      const char *owner = g_hash_table_lookup (g_ptr_array_index (self->tables, i), &priority_id);

      if (owner != NULL)
        return owner;
    }
  return NULL;
}

static void
own (gint64 priority_id, const char *strategy_id, gpointer table)
{
  g_hash_table_replace (table, g_memdup2 (&priority_id, sizeof priority_id), g_strdup (strategy_id));
}

GHashTable *
ris3_owners_read (Ris3Forest *forest)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  ris3_forest_for_each_owner (forest, own, table);
  return table;
}

void
ris3_owners_add (Ris3Owners *self, GHashTable *table)
{
  GHashTable *last = self->tables->len > 0 ? g_ptr_array_index (self->tables, self->tables->len - 1) : NULL;
  GHashTableIter iter;
  gpointer id, owner;

  if (last == NULL || g_hash_table_size (table) > MANY)
    {
      g_ptr_array_add (self->tables, table);
      return;
    }
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, &owner))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (last, id, owner);
    }
  g_hash_table_unref (table);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-changes.h"

#define BLOCK 256

typedef struct
{
  const char *table; /* interned: there are few */
  char *key;
} Change;

struct _Ris3Changes
{
  gatomicrefcount references;
  GPtrArray *list;    /* of Change */
  GPtrArray *blocks;  /* what they are in, BLOCK in each: many are let go of at once */
  GStringChunk *keys; /* and their keys */
  GHashTable *pairs;  /* the same, as a set */
  GHashTable *tables;
};

G_DEFINE_BOXED_TYPE (Ris3Changes, ris3_changes, ris3_changes_ref, ris3_changes_unref)

static guint
hash_change (gconstpointer data)
{
  const Change *change = data;

  return g_direct_hash (change->table) ^ g_str_hash (change->key);
}

static gboolean
equal_changes (gconstpointer a, gconstpointer b)
{
  const Change *one = a;
  const Change *other = b;

  return one->table == other->table && g_str_equal (one->key, other->key);
}

Ris3Changes *
ris3_changes_new (void)
{
  Ris3Changes *self = g_new0 (Ris3Changes, 1);

  g_atomic_ref_count_init (&self->references);
  self->list = g_ptr_array_new ();
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->pairs = g_hash_table_new (hash_change, equal_changes);
  self->tables = g_hash_table_new (NULL, NULL);
  return self;
}

Ris3Changes *
ris3_changes_ref (Ris3Changes *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ris3_changes_unref (Ris3Changes *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->tables);
  g_ptr_array_unref (self->list);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->keys, g_string_chunk_free);
  g_free (self);
}

void
ris3_changes_add (Ris3Changes *self, const char *table, const char *key)
{
  Change *change;

  g_return_if_fail (self != NULL && table != NULL && key != NULL);

  if (ris3_changes_contain (self, table, key))
    return;
  if (self->list->len % BLOCK == 0)
    g_ptr_array_add (self->blocks, g_new (Change, BLOCK));
  if (self->keys == NULL)
    self->keys = g_string_chunk_new (BLOCK);
  change = (Change *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + self->list->len % BLOCK;
  *change = (Change){ g_intern_string (table), g_string_chunk_insert (self->keys, key) };
  g_ptr_array_add (self->list, change);
  g_hash_table_add (self->pairs, change);
  g_hash_table_add (self->tables, (gpointer) change->table);
}

guint
ris3_changes_get_length (Ris3Changes *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->list->len;
}

const char *
ris3_changes_get_table (Ris3Changes *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->list->len, NULL);
  return ((Change *) g_ptr_array_index (self->list, index))->table;
}

const char *
ris3_changes_get_key (Ris3Changes *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->list->len, NULL);
  return ((Change *) g_ptr_array_index (self->list, index))->key;
}

gboolean
ris3_changes_contain (Ris3Changes *self, const char *table, const char *key)
{
  const Change change = { g_intern_string (table), (char *) key };

  g_return_val_if_fail (self != NULL && table != NULL && key != NULL, FALSE);
  return g_hash_table_contains (self->pairs, &change);
}

gboolean
ris3_changes_contain_table (Ris3Changes *self, const char *table)
{
  g_return_val_if_fail (self != NULL && table != NULL, FALSE);
  return g_hash_table_contains (self->tables, g_intern_string (table));
}

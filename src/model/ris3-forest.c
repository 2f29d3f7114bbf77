/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-forest-private.h"

#include "model/ris3-priority-private.h"

typedef struct
{
  gint64 priority_id;
  const char *strategy_id; /* in strings */
} Owner;

struct _Ris3Forest
{
  gatomicrefcount references;
  GMutex mutex;
  GCond cond;
  GCancellable *cancellable;
  gboolean is_awaited;
  gboolean is_filled;
  gboolean is_finished;
  GQueue wishes; /* of char *, ids of strategies */
  gint n_wishes; /* the same, for a glance without the mutex */
  GError *error;
  GHashTable *rows;      /* strategy id to GBytes */
  GArray *owners;        /* of Owner, once it is finished by id */
  GStringChunk *strings; /* ids of strategies */
};

Ris3Forest *
ris3_forest_new (void)
{
  Ris3Forest *self = g_new0 (Ris3Forest, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->cancellable = g_cancellable_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  self->owners = g_array_new (FALSE, FALSE, sizeof (Owner));
  self->strings = g_string_chunk_new (1024);
  return self;
}

Ris3Forest *
ris3_forest_ref (Ris3Forest *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ris3_forest_unref (Ris3Forest *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_object_unref (self->cancellable);
  g_clear_error (&self->error);
  g_queue_clear_full (&self->wishes, g_free);
  g_hash_table_unref (self->rows);
  g_array_unref (self->owners);
  g_string_chunk_free (self->strings);
  g_free (self);
}

GCancellable *
ris3_forest_get_cancellable (Ris3Forest *self)
{
  return self->cancellable;
}

void
ris3_forest_add (Ris3Forest *self, const char *strategy_id, GBytes *rows)
{
  const char *id = g_string_chunk_insert_const (self->strings, strategy_id);

  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->rows, (char *) id, g_bytes_ref (rows));
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
ris3_forest_add_owner (Ris3Forest *self, gint64 priority_id, const char *strategy_id)
{
  Owner owner = { priority_id, g_string_chunk_insert_const (self->strings, strategy_id) };

  g_array_append_val (self->owners, owner);
}

void
ris3_forest_pause (Ris3Forest *self, gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  g_mutex_lock (&self->mutex);
  while (!self->is_awaited && g_cond_wait_until (&self->cond, &self->mutex, end))
    ;
  g_mutex_unlock (&self->mutex);
}

/* With the mutex. */
static void
await (Ris3Forest *self)
{
  self->is_awaited = TRUE;
  g_cond_broadcast (&self->cond);
}

char *
ris3_forest_take_wish (Ris3Forest *self)
{
  char *strategy_id = NULL;

  if (g_atomic_int_get (&self->n_wishes) == 0)
    return NULL;
  g_mutex_lock (&self->mutex);
  strategy_id = g_queue_pop_head (&self->wishes);
  g_atomic_int_set (&self->n_wishes, (gint) g_queue_get_length (&self->wishes));
  g_mutex_unlock (&self->mutex);
  return strategy_id;
}

static gint
compare_owners (gconstpointer a, gconstpointer b)
{
  gint64 id_a = ((const Owner *) a)->priority_id, id_b = ((const Owner *) b)->priority_id;

  return id_a < id_b ? -1 : id_a > id_b;
}

void
ris3_forest_fill_up (Ris3Forest *self)
{
  g_array_sort (self->owners, compare_owners);
  g_mutex_lock (&self->mutex);
  self->is_filled = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
ris3_forest_finish (Ris3Forest *self, const GError *error)
{
  g_mutex_lock (&self->mutex);
  self->is_filled = TRUE;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->is_finished = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
wait_until_filled (Ris3Forest *self)
{
  g_mutex_lock (&self->mutex);
  await (self);
  while (!self->is_filled)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

gboolean
ris3_forest_wait (Ris3Forest *self, GError **error)
{
  gboolean ok;

  g_mutex_lock (&self->mutex);
  await (self);
  while (!self->is_finished)
    g_cond_wait (&self->cond, &self->mutex);
  ok = self->error == NULL;
  if (!ok && error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);
  return ok;
}

GBytes *
ris3_forest_get (Ris3Forest *self, const char *strategy_id)
{
  GBytes *rows;

  g_mutex_lock (&self->mutex);
  rows = g_hash_table_lookup (self->rows, strategy_id);
  if (rows == NULL && !self->is_filled)
    {
      g_queue_push_tail (&self->wishes, g_strdup (strategy_id));
      g_atomic_int_inc (&self->n_wishes);
      await (self);
    }
  while (rows == NULL && !self->is_filled)
    {
      g_cond_wait (&self->cond, &self->mutex);
      rows = g_hash_table_lookup (self->rows, strategy_id);
    }
  if (rows != NULL)
    g_bytes_ref (rows);
  g_mutex_unlock (&self->mutex);
  return rows;
}

void
ris3_forest_drop (Ris3Forest *self, const char *strategy_id)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->rows, strategy_id);
  g_mutex_unlock (&self->mutex);
}

const char *
ris3_forest_find_owner (Ris3Forest *self, gint64 priority_id)
{
  Owner wanted = { priority_id, NULL };
  guint index;
  gboolean found;

  wait_until_filled (self);
  found = g_array_binary_search (self->owners, &wanted, compare_owners, &index);
  return found ? g_array_index (self->owners, Owner, index).strategy_id : NULL;
}

void
ris3_forest_for_each_owner (Ris3Forest *self,
                            void (*func) (gint64 priority_id, const char *strategy_id, gpointer user_data),
                            gpointer user_data)
{
  wait_until_filled (self);
  for (guint i = 0; i < self->owners->len; i++)
    {
      const Owner *owner = &g_array_index (self->owners, Owner, i);

      func (owner->priority_id, owner->strategy_id, user_data);
    }
}

GListStore *
ris3_forest_plant (GBytes *rows)
{
  GListStore *roots = g_list_store_new (RIS3_TYPE_PRIORITY);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  gsize size = 0;
  const guint8 *next = rows != NULL ? g_bytes_get_data (rows, &size) : NULL;
  const guint8 *end = next + size;

  while (next < end)
    {
      Ris3Priority *priority = ris3_priority_unpack (&next);

      g_ptr_array_add (order, priority);
      g_hash_table_insert (by_id, &priority->id, priority);
    }
  for (guint i = 0; i < order->len; i++)
    {
      Ris3Priority *priority = g_ptr_array_index (order, i);
      Ris3Priority *parent = priority->parent_id != 0 ? g_hash_table_lookup (by_id, &priority->parent_id) : NULL;

      g_list_store_append (parent != NULL ? parent->children : roots, priority);
    }
  return roots;
}

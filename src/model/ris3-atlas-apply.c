/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What has not changed stays the same object, so that views can keep what they know about it. */

#include "config.h"

#include "model/ris3-atlas-private.h"
#include "model/ris3-priority-private.h"
#include "model/ris3-region-key.h"
#include "model/ris3-strategy-private.h"

/* That are freed together. */
#define OBJECTS_AT_ONCE 500

static gboolean priority_equal (Ris3Priority *a, Ris3Priority *b);

static gboolean
trees_equal (GListStore *a, GListStore *b)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  if (n != g_list_model_get_n_items (G_LIST_MODEL (b)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Priority) one = g_list_model_get_item (G_LIST_MODEL (a), i);
      g_autoptr (Ris3Priority) other = g_list_model_get_item (G_LIST_MODEL (b), i);

      if (!priority_equal (one, other))
        return FALSE;
    }
  return TRUE;
}

static gboolean
priority_equal (Ris3Priority *a, Ris3Priority *b)
{
  return a == b
         || (ris3_record_equal (&ris3_priority_record, a, b)
             && g_strv_equal ((const char *const *) a->themes, (const char *const *) b->themes)
             && g_strv_equal ((const char *const *) a->theme_keys, (const char *const *) b->theme_keys)
             && trees_equal (a->children, b->children));
}

static void
collect (GListStore *tree, GHashTable *by_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (G_LIST_MODEL (tree), i);

      g_hash_table_insert (by_id, &priority->id, priority);
      collect (priority->children, by_id);
    }
}

/* Takes over the old priorities that are unchanged in the new tree, together with everything below them. */
static void
keep_priorities (GListStore *new_tree, GHashTable *old)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (new_tree)); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (G_LIST_MODEL (new_tree), i);
      gpointer same = g_hash_table_lookup (old, &priority->id);

      if (same != NULL && priority_equal (same, priority))
        g_list_store_splice (new_tree, i, 1, &same, 1);
      else
        keep_priorities (priority->children, old);
    }
}

/* What nobody has looked at yet need not be kept. */
static void
keep_seen_priorities (Ris3Strategy *old, Ris3Strategy *new)
{
  g_autoptr (GHashTable) by_id = NULL;

  if (old->priorities == NULL)
    return;
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  collect (old->priorities, by_id);
  ris3_strategy_get_priorities (new);
  keep_priorities (new->priorities, by_id);
}

static const char *
get_key (guint list, gpointer object, char buffer[RIS3_RECORD_KEY_SIZE])
{
  return ris3_record_get_key (ris3_list_records[list], object, buffer);
}

/* Whether an object has the period of the one that it replaces: looking through ten thousand strategies for periods
 * takes as long as to read an edit. */
static gboolean
has_period_of (guint list, gconstpointer object, gconstpointer old)
{
  return list != RIS3_LIST_STRATEGIES
         || (old != NULL
             && g_str_equal (((const Ris3Strategy *) object)->period, ((const Ris3Strategy *) old)->period));
}

static gboolean
let_some_go (gpointer user_data)
{
  GPtrArray *objects = user_data;

  g_ptr_array_set_size (objects, (gint) (objects->len - MIN (objects->len, OBJECTS_AT_ONCE)));
  return objects->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* To free thousands of strategies at once would hold up the views. */
static void
let_go_later (GHashTable *gone)
{
  GPtrArray *objects;
  GHashTableIter iter;
  gpointer object;
  g_autoptr (GSource) source = NULL;

  if (g_hash_table_size (gone) <= OBJECTS_AT_ONCE)
    return;
  objects = g_ptr_array_new_full (g_hash_table_size (gone), g_object_unref);
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    g_ptr_array_add (objects, g_object_ref (object));
  source = g_idle_source_new ();
  g_source_set_callback (source, let_some_go, objects, (GDestroyNotify) g_ptr_array_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/* Returns whether the periods of strategies may be others now. */
static gboolean
apply_list (Ris3Atlas *self, guint list, const Ris3ListDifference *difference)
{
  GPtrArray *additions = difference->additions;
  gboolean may_differ = list == RIS3_LIST_STRATEGIES && g_hash_table_size (difference->gone) != additions->len;
  GHashTableIter iter;
  gpointer old;
  char buffer[RIS3_RECORD_KEY_SIZE];

  for (guint i = 0; i < additions->len; i++)
    {
      gpointer object = g_ptr_array_index (additions, i);

      old = g_ptr_array_index (difference->olds, i);
      if (old != NULL && list == RIS3_LIST_STRATEGIES)
        keep_seen_priorities (old, object);
      may_differ |= !has_period_of (list, object, old);
      g_hash_table_replace (self->by_key[list], g_strdup (get_key (list, object, buffer)), object);
    }
  g_hash_table_iter_init (&iter, difference->gone);
  while (g_hash_table_iter_next (&iter, &old, NULL))
    {
      const char *key = get_key (list, old, buffer);

      if (g_hash_table_lookup (self->by_key[list], key) == old)
        g_hash_table_remove (self->by_key[list], key);
    }
  let_go_later (difference->gone);
  ris3_list_update (self->lists[list], difference->gone, additions, ris3_list_records[list]->compare);
  return may_differ;
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
find_periods (Ris3Atlas *self)
{
  GPtrArray *strategies = ris3_list_get_items (self->lists[RIS3_LIST_STRATEGIES]);
  g_autoptr (GPtrArray) periods = g_ptr_array_new ();

  for (guint i = 0; i < strategies->len; i++)
    {
      const Ris3Strategy *strategy = g_ptr_array_index (strategies, i);

      /* There are few. */
      if (!g_ptr_array_find_with_equal_func (periods, strategy->period, g_str_equal, NULL))
        g_ptr_array_add (periods, strategy->period);
    }
  g_ptr_array_sort (periods, compare_texts);
  g_ptr_array_add (periods, NULL);
  if (self->periods != NULL && g_strv_equal ((const char *const *) self->periods, (const char *const *) periods->pdata))
    return;
  g_strfreev (self->periods);
  self->periods = g_strdupv ((char **) periods->pdata);
}

static void
apply_text (char **field, GHashTable *meta, const char *key)
{
  const char *text = g_hash_table_lookup (meta, key);

  if (g_strcmp0 (*field, text != NULL ? text : "") == 0)
    return;
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

static void
apply_regions (Ris3Atlas *self, const Ris3Wanted *wanted, Ris3Loaded *loaded)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, wanted->region_keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (self->regions, key);
  for (guint i = 0; i < loaded->regions->len; i++)
    {
      Ris3RegionName *region = g_ptr_array_index (loaded->regions, i);
      g_autofree char *name = ris3_region_key (region->nuts_version, region->code);

      g_hash_table_replace (self->regions, g_string_chunk_insert (loaded->region_strings, name), region);
    }
}

void
ris3_atlas_apply (Ris3Atlas *self,
                  const Ris3Wanted *wanted,
                  Ris3Loaded *loaded,
                  Ris3AtlasDifference *difference,
                  GHashTable *owned)
{
  gboolean may_differ = self->periods == NULL;

  if (loaded->meta != NULL)
    {
      apply_text (&self->title, loaded->meta, "title");
      apply_text (&self->data_date, loaded->meta, "data_date");
      apply_text (&self->boundaries, loaded->meta, RIS3_ATLAS_BOUNDARIES_KEY);
    }
  apply_regions (self, wanted, loaded);
  for (guint i = 0; i < RIS3_N_LISTS; i++)
    may_differ |= apply_list (self, i, &difference->lists[i]);
  ris3_atlas_difference_free (difference);
  if (may_differ)
    find_periods (self);
  if (self->forest == NULL && loaded->forest != NULL)
    self->forest = ris3_forest_ref (loaded->forest);
  else if (owned != NULL)
    ris3_owners_add (self->owners, g_steal_pointer (&owned));
  g_clear_pointer (&owned, g_hash_table_unref);

  if (loaded->regions->len > 0)
    g_ptr_array_add (self->region_memory, loaded);
  else
    ris3_loaded_free (loaded);
}

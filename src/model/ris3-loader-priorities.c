/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-loader-private.h"
#include "model/ris3-priority-private.h"
#include "model/ris3-schema-private.h"
#include "model/ris3-strategy-private.h"

typedef struct
{
  GHashTable *strategies; /* id to Ris3Strategy, not owned */
  Ris3Themes *themes;
  GHashTable *priorities; /* id to Ris3Priority, not owned */
  GPtrArray *order;       /* of Ris3Priority: siblings in their order */
} Forest;

#define SELECT_THEMES                                                                                                  \
  "SELECT t.priority_id, scheme || ' ' || version || ' ' || code, c.name FROM priority_theme AS t"                     \
  " JOIN codebook AS c USING (scheme, version, code)"
#define OF_STRATEGY " WHERE t.priority_id IN (SELECT id FROM priority WHERE strategy_id = ?)"
#define THEME_ORDER " ORDER BY t.priority_id, t.position, scheme, version, code"

static gboolean
read_priority (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Forest *forest = user_data;
  Ris3Priority *priority = ris3_record_read (&ris3_priority_record, row);

  if (priority == NULL)
    return ris3_loader_damaged (connection, ris3_priority_record.table, error);
  g_ptr_array_add (forest->order, priority);
  g_hash_table_insert (forest->priorities, &priority->id, priority);
  if (!g_hash_table_contains (forest->strategies, priority->strategy_id))
    return ris3_loader_damaged (connection, priority->strategy_id, error);

  ris3_themes_get (forest->themes, priority->id, &priority->themes, &priority->theme_keys);
  return TRUE;
}

/* Adds each priority to its parent. One that cannot be reached from a root is part of a cycle,
 * which would keep itself alive and be walked forever. */
static gboolean
plant (Ris3Connection *connection, Forest *forest, GError **error)
{
  for (guint i = 0; i < forest->order->len; i++)
    {
      Ris3Priority *priority = g_ptr_array_index (forest->order, i);
      Ris3Priority *parent = NULL;
      guint depth = 1;

      if (priority->parent_id != 0)
        {
          parent = g_hash_table_lookup (forest->priorities, &priority->parent_id);
          for (Ris3Priority *above = parent; above != NULL && above->parent_id != 0 && depth <= RIS3_SCHEMA_MAX_DEPTH;
               depth++)
            above = g_hash_table_lookup (forest->priorities, &above->parent_id);
          if (parent == NULL || !g_str_equal (parent->strategy_id, priority->strategy_id)
              || depth > RIS3_SCHEMA_MAX_DEPTH)
            return ris3_loader_damaged (connection, priority->strategy_id, error);
        }
      if (parent != NULL)
        g_list_store_append (parent->children, priority);
      else
        g_list_store_append (
            ((Ris3Strategy *) g_hash_table_lookup (forest->strategies, priority->strategy_id))->priorities, priority);
    }
  return TRUE;
}

gboolean
ris3_loader_read_priorities (Ris3Connection *connection, GHashTable *strategies, gboolean all, GError **error)
{
  g_autoptr (GHashTable) themes = ris3_themes_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) priorities = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *select = ris3_record_get_select (&ris3_priority_record);
  g_autofree char *all_sql = g_strconcat (select, " ORDER BY strategy_id, position, id", NULL);
  g_autofree char *keyed_sql = g_strconcat (select, " WHERE strategy_id = ? ORDER BY position, id", NULL);
  Forest forest = { strategies, themes, priorities, order };
  GHashTableIter iter;
  gpointer key;

  if (all)
    return ris3_themes_read (themes, connection, SELECT_THEMES THEME_ORDER, NULL, error)
           && ris3_loader_for_each_row (connection, all_sql, NULL, read_priority, &forest, error)
           && plant (connection, &forest, error);

  g_hash_table_iter_init (&iter, strategies);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!ris3_themes_read (themes, connection, SELECT_THEMES OF_STRATEGY THEME_ORDER, key, error)
        || !ris3_loader_for_each_row (connection, keyed_sql, key, read_priority, &forest, error))
      return FALSE;
  return plant (connection, &forest, error);
}

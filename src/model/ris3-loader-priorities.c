/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-loader-private.h"
#include "model/ris3-priority-private.h"
#include "model/ris3-schema-private.h"

typedef struct
{
  gint64 id;
  gint64 parent_id;
} Place;

typedef struct
{
  Ris3Forest *forest;
  GHashTable *strategies; /* set of ids, not owned */
  GHashTable *themes;     /* priority id to GPtrArray of keys and names by turns, not owned */
  GStringChunk *texts;
  /* The strategy whose rows are being read: */
  char *strategy_id;
  GByteArray *rows;
  GArray *places;      /* of Place */
  GHashTable *parents; /* id to parent's id, within places */
} Gardener;

enum
{
  THEME_PRIORITY_ID,
  THEME_KEY,
  THEME_NAME,
};

enum
{
  PRIORITY_ID,
  PRIORITY_STRATEGY_ID,
  PRIORITY_PARENT_ID,
};

#define SELECT_THEMES                                                                                                  \
  "SELECT t.priority_id, scheme || ' ' || version || ' ' || code, c.name FROM priority_theme AS t"                     \
  " JOIN codebook AS c USING (scheme, version, code)"
#define OF_STRATEGY " WHERE t.priority_id IN (SELECT id FROM priority WHERE strategy_id = ?)"
#define THEME_ORDER " ORDER BY t.priority_id, t.position, scheme, version, code"

static gboolean
read_theme (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Gardener *self = user_data;
  gint64 priority_id = sqlite3_column_int64 (row, THEME_PRIORITY_ID);
  GPtrArray *themes = g_hash_table_lookup (self->themes, &priority_id);
  g_autofree char *key = ris3_statement_get_text (row, THEME_KEY);
  g_autofree char *name = ris3_statement_get_text (row, THEME_NAME);

  if (themes == NULL)
    {
      themes = g_ptr_array_new ();
      g_hash_table_insert (self->themes, g_memdup2 (&priority_id, sizeof priority_id), themes);
    }
  g_ptr_array_add (themes, g_string_chunk_insert_const (self->texts, key != NULL ? key : ""));
  g_ptr_array_add (themes, g_string_chunk_insert_const (self->texts, name != NULL ? name : ""));
  return TRUE;
}

/* One that cannot be reached from a root is part of a cycle, which would keep itself alive and be walked forever. */
static gboolean
check_places (Ris3Connection *connection, Gardener *self, GError **error)
{
  g_hash_table_remove_all (self->parents);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      g_hash_table_insert (self->parents, &place->id, &place->parent_id);
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      gint64 above = g_array_index (self->places, Place, i).parent_id;

      for (guint depth = 0; above != 0; depth++)
        {
          const gint64 *parent = g_hash_table_lookup (self->parents, &above);

          if (parent == NULL || depth >= RIS3_SCHEMA_MAX_DEPTH)
            return ris3_loader_damaged (connection, self->strategy_id, error);
          above = *parent;
        }
    }
  return TRUE;
}

static gboolean
end_strategy (Ris3Connection *connection, Gardener *self, GError **error)
{
  g_autoptr (GBytes) rows = NULL;

  if (self->strategy_id == NULL)
    return TRUE;
  if (!check_places (connection, self, error))
    return FALSE;
  rows = g_bytes_new (self->rows->data, self->rows->len);
  ris3_forest_add (self->forest, self->strategy_id, rows);
  g_byte_array_set_size (self->rows, 0);
  g_array_set_size (self->places, 0);
  g_clear_pointer (&self->strategy_id, g_free);
  return TRUE;
}

static gboolean
read_priority (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Gardener *self = user_data;
  Place place = { sqlite3_column_int64 (row, PRIORITY_ID), sqlite3_column_int64 (row, PRIORITY_PARENT_ID) };
  g_autofree char *strategy_id = ris3_statement_get_text (row, PRIORITY_STRATEGY_ID);

  if (g_strcmp0 (strategy_id, self->strategy_id) != 0)
    {
      if (!end_strategy (connection, self, error))
        return FALSE;
      if (strategy_id == NULL || !g_hash_table_contains (self->strategies, strategy_id))
        return ris3_loader_damaged (connection, strategy_id != NULL ? strategy_id : ris3_priority_record.table, error);
      self->strategy_id = g_steal_pointer (&strategy_id);
    }
  g_array_append_val (self->places, place);
  ris3_forest_add_owner (self->forest, place.id, self->strategy_id);
  ris3_priority_pack (row, g_hash_table_lookup (self->themes, &place.id), self->rows);
  return TRUE;
}

static gboolean
read_all (Ris3Connection *connection, Gardener *self, gboolean all, GError **error)
{
  g_autofree char *select = ris3_record_get_select (&ris3_priority_record);
  g_autofree char *all_sql = g_strconcat (select, " ORDER BY strategy_id, position, id", NULL);
  g_autofree char *keyed_sql = g_strconcat (select, " WHERE strategy_id = ? ORDER BY position, id", NULL);
  GHashTableIter iter;
  gpointer key;

  if (all)
    return ris3_loader_for_each_row (connection, SELECT_THEMES THEME_ORDER, NULL, read_theme, self, error)
           && ris3_loader_for_each_row (connection, all_sql, NULL, read_priority, self, error)
           && end_strategy (connection, self, error);

  g_hash_table_iter_init (&iter, self->strategies);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!ris3_loader_for_each_row (connection, SELECT_THEMES OF_STRATEGY THEME_ORDER, key, read_theme, self, error)
        || !ris3_loader_for_each_row (connection, keyed_sql, key, read_priority, self, error))
      return FALSE;
  return end_strategy (connection, self, error);
}

gboolean
ris3_loader_read_priorities (Ris3Connection *connection,
                             Ris3Forest *forest,
                             GHashTable *strategies,
                             gboolean all,
                             GError **error)
{
  Gardener self = { forest, strategies };
  gboolean ok;

  self.themes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self.texts = g_string_chunk_new (1024);
  self.rows = g_byte_array_new ();
  self.places = g_array_new (FALSE, FALSE, sizeof (Place));
  self.parents = g_hash_table_new (g_int64_hash, g_int64_equal);
  ok = read_all (connection, &self, all, error);
  g_hash_table_unref (self.themes);
  g_string_chunk_free (self.texts);
  g_byte_array_unref (self.rows);
  g_array_unref (self.places);
  g_hash_table_unref (self.parents);
  g_free (self.strategy_id);
  return ok;
}

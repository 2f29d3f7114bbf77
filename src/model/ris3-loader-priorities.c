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

/* A priority with themes: there can be very many, so that each is small. */
typedef struct
{
  gint64 priority_id;
  guint first; /* in themes */
  guint n;
} Tagged;

typedef struct
{
  Ris3Forest *forest;
  gboolean all;
  gboolean is_hasty;      /* owners are told when all are read */
  gboolean has_found;     /* a row */
  GHashTable *strategies; /* set of ids, not owned */
  GArray *tagged;         /* of Tagged, by id */
  GPtrArray *themes;      /* of all of them, keys and names by turns, in texts */
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

static gboolean serve (Ris3Connection *connection, Gardener *self, GError **error);

static gboolean
read_theme (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Gardener *self = user_data;
  gint64 priority_id = sqlite3_column_int64 (row, THEME_PRIORITY_ID);
  Tagged *last = self->tagged->len > 0 ? &g_array_index (self->tagged, Tagged, self->tagged->len - 1) : NULL;
  g_autofree char *key = ris3_statement_get_text (row, THEME_KEY);
  g_autofree char *name = ris3_statement_get_text (row, THEME_NAME);

  if (last == NULL || last->priority_id != priority_id)
    {
      Tagged tagged = { priority_id, self->themes->len, 0 };

      g_array_append_val (self->tagged, tagged);
      last = &g_array_index (self->tagged, Tagged, self->tagged->len - 1);
    }
  g_ptr_array_add (self->themes, g_string_chunk_insert_const (self->texts, key != NULL ? key : ""));
  g_ptr_array_add (self->themes, g_string_chunk_insert_const (self->texts, name != NULL ? name : ""));
  last->n += 2;
  return serve (connection, self, error);
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

static gint
compare_tagged (gconstpointer a, gconstpointer b)
{
  gint64 id_a = ((const Tagged *) a)->priority_id, id_b = ((const Tagged *) b)->priority_id;

  return id_a < id_b ? -1 : id_a > id_b;
}

static const Tagged *
find_tagged (Gardener *self, gint64 priority_id)
{
  Tagged wanted = { priority_id, 0, 0 };
  guint index;

  return g_array_binary_search (self->tagged, &wanted, compare_tagged, &index)
             ? &g_array_index (self->tagged, Tagged, index)
             : NULL;
}

static gboolean
read_priority (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Gardener *self = user_data;
  Place place = { sqlite3_column_int64 (row, PRIORITY_ID), sqlite3_column_int64 (row, PRIORITY_PARENT_ID) };
  g_autofree char *strategy_id = ris3_statement_get_text (row, PRIORITY_STRATEGY_ID);
  const Tagged *tagged;

  if (g_strcmp0 (strategy_id, self->strategy_id) != 0)
    {
      if (!end_strategy (connection, self, error))
        return FALSE;
      if (strategy_id == NULL || !g_hash_table_contains (self->strategies, strategy_id))
        return ris3_loader_damaged (connection, strategy_id != NULL ? strategy_id : ris3_priority_record.table, error);
      self->strategy_id = g_steal_pointer (&strategy_id);
    }
  g_array_append_val (self->places, place);
  self->has_found = TRUE;
  if (!self->is_hasty)
    ris3_forest_add_owner (self->forest, place.id, self->strategy_id);
  tagged = find_tagged (self, place.id);
  ris3_priority_pack (row, tagged != NULL ? (const char *const *) self->themes->pdata + tagged->first : NULL,
                      tagged != NULL ? tagged->n : 0, self->rows);
  return serve (connection, self, error);
}

static gboolean
read_one (Ris3Connection *connection, Gardener *self, const char *strategy_id, GError **error)
{
  g_autofree char *select = ris3_record_get_select (&ris3_priority_record);
  g_autofree char *sql = g_strconcat (select, " WHERE strategy_id = ? ORDER BY position, id", NULL);

  g_array_set_size (self->tagged, 0);
  g_ptr_array_set_size (self->themes, 0);
  return ris3_loader_for_each_row (connection, SELECT_THEMES OF_STRATEGY THEME_ORDER, strategy_id, read_theme, self,
                                   error)
         && ris3_loader_for_each_row (connection, sql, strategy_id, read_priority, self, error)
         && end_strategy (connection, self, error);
}

static gboolean
read_all (Ris3Connection *connection, Gardener *self, GError **error)
{
  g_autofree char *select = ris3_record_get_select (&ris3_priority_record);
  g_autofree char *sql = g_strconcat (select, " ORDER BY strategy_id, position, id", NULL);
  GHashTableIter iter;
  gpointer key;

  if (self->all)
    return ris3_loader_for_each_row (connection, SELECT_THEMES THEME_ORDER, NULL, read_theme, self, error)
           && ris3_loader_for_each_row (connection, sql, NULL, read_priority, self, error)
           && end_strategy (connection, self, error);

  g_hash_table_iter_init (&iter, self->strategies);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!read_one (connection, self, key, error))
      return FALSE;
  return TRUE;
}

static void
gardener_init (Gardener *self, Ris3Forest *forest, GHashTable *strategies, gboolean all)
{
  *self = (Gardener){ .forest = forest, .all = all, .strategies = strategies };
  self->tagged = g_array_new (FALSE, FALSE, sizeof (Tagged));
  self->themes = g_ptr_array_new ();
  self->texts = g_string_chunk_new (1024);
  self->rows = g_byte_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->parents = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static void
gardener_clear (Gardener *self)
{
  g_array_unref (self->tagged);
  g_ptr_array_unref (self->themes);
  g_string_chunk_free (self->texts);
  g_byte_array_unref (self->rows);
  g_array_unref (self->places);
  g_hash_table_unref (self->parents);
  g_free (self->strategy_id);
}

/* While all are read: those first that somebody waits for. */
static gboolean
serve (Ris3Connection *connection, Gardener *self, GError **error)
{
  g_autofree char *strategy_id = self->all ? ris3_forest_take_wish (self->forest) : NULL;
  g_autoptr (GBytes) nothing = NULL;
  Gardener other;
  gboolean ok;

  if (strategy_id == NULL)
    return TRUE;
  nothing = g_bytes_new_static (NULL, 0);
  gardener_init (&other, self->forest, self->strategies, FALSE);
  other.is_hasty = TRUE;
  ok = read_one (connection, &other, strategy_id, error);
  if (ok && !other.has_found)
    ris3_forest_add (self->forest, strategy_id, nothing);
  gardener_clear (&other);
  return ok;
}

gboolean
ris3_loader_read_priorities (Ris3Connection *connection,
                             Ris3Forest *forest,
                             GHashTable *strategies,
                             gboolean all,
                             GError **error)
{
  Gardener self;
  gboolean ok;

  gardener_init (&self, forest, strategies, all);
  ok = read_all (connection, &self, error);
  gardener_clear (&self);
  if (ok)
    ris3_forest_fill_up (forest);
  return ok;
}

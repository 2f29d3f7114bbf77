/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-history-private.h"

#include <string.h>

#include "model/ris3-change-range-private.h"

/* The rows so far, and what they belong to. */
typedef struct
{
  const Ris3HistoryQuery *query;
  GHashTable *strategies; /* ids */
  GHashTable *priorities; /* ids, as texts */
  GHashTable *rows;       /* "table\nkey" */
} Family;

static gboolean
add_row (Family *self, const char *table, const char *key)
{
  if (g_str_equal (table, "strategy"))
    g_hash_table_add (self->strategies, g_strdup (key));
  if (g_str_equal (table, "priority"))
    g_hash_table_add (self->priorities, g_strdup (key));
  return g_hash_table_add (self->rows, g_strconcat (table, "\n", key, NULL));
}

/* Whether a row is of the family. Each value may be NULL. */
static gboolean
is_relative (Family *self,
             const char *table,
             const char *key,
             const char *version,
             const char *region,
             const char *strategy,
             const char *priority)
{
  const Ris3HistoryQuery *query = self->query;

  if (strategy != NULL && g_hash_table_contains (self->strategies, strategy))
    return TRUE;
  if (priority != NULL && g_hash_table_contains (self->priorities, priority))
    return TRUE;
  if (g_str_equal (table, "strategy") && query->strategy_id != NULL)
    return g_str_equal (key, query->strategy_id);
  return query->region_code != NULL && region != NULL && g_str_equal (region, query->region_code) && version != NULL
         && g_ascii_strtoull (version, NULL, 10) == query->nuts_version;
}

/* What each table says of whom a row belongs to. */
static const struct
{
  const char *table;
  const char *sql; /* key, NUTS version, region, strategy, priority */
} tables[] = {
  { "strategy", "SELECT id, nuts_version, region_code, NULL, NULL FROM strategy" },
  { "priority", "SELECT id, NULL, NULL, strategy_id, NULL FROM priority" },
  { "priority_theme",
    "SELECT priority_id || ' ' || scheme || ' ' || version || ' ' || code, NULL, NULL, NULL, priority_id FROM "
    "priority_theme" },
  { "note", "SELECT id, nuts_version, region_code, strategy_id, priority_id FROM note" },
  { "activity", "SELECT id, nuts_version, region_code, NULL, NULL FROM activity" },
  { "participation", "SELECT id, nuts_version, region_code, NULL, NULL FROM participation" },
  { "assessment", "SELECT id, nuts_version, region_code, NULL, NULL FROM assessment" },
  { "comment", "SELECT id, nuts_version, region_code, strategy_id, priority_id FROM comment" },
};

static gboolean
add_present (Ris3Connection *connection, Family *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, tables[i].sql, error);
      gboolean has_row = TRUE;

      if (statement == NULL)
        return FALSE;
      while (has_row)
        {
          const char *values[5];

          if (!ris3_connection_step (connection, statement, &has_row, error))
            return FALSE;
          for (int j = 0; has_row && j < 5; j++)
            values[j] = (const char *) sqlite3_column_text (statement, j);
          if (has_row && is_relative (self, tables[i].table, values[0], values[1], values[2], values[3], values[4]))
            add_row (self, tables[i].table, values[0]);
        }
    }
  return TRUE;
}

static const char *
get_text (const Ris3KnownTable *table, sqlite3_value *const *row, const char *column)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (table->columns, i), column) && row[i] != NULL)
      return (const char *) sqlite3_value_text (row[i]);
  return NULL;
}

static gboolean
is_looked_at (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].table, table))
      return TRUE;
  return FALSE;
}

/* Only rows that were added or deleted are there with all of their values. Sets found if there are new ones. */
static void
add_from_changeset (Family *self, const Ris3References *references, const Ris3Changeset *changeset, gboolean *found)
{
  sqlite3_changeset_iter *iter = NULL;

  if (changeset->size == 0 || sqlite3changeset_start (&iter, changeset->size, changeset->bytes) != SQLITE_OK)
    return;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *name;
      int n_columns;
      int operation;
      const Ris3KnownTable *table;
      g_autofree sqlite3_value **row = NULL;
      g_autofree char *key = NULL;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      if (operation == SQLITE_UPDATE || !is_looked_at (name))
        continue;
      table = ris3_references_find_table (references, name);
      row = g_new0 (sqlite3_value *, n_columns);
      for (int i = 0; i < n_columns; i++)
        if (operation == SQLITE_INSERT)
          sqlite3changeset_new (iter, i, &row[i]);
        else
          sqlite3changeset_old (iter, i, &row[i]);
      key = ris3_known_table_get_key (table, row);
      if (is_relative (self, name, key, get_text (table, row, "nuts_version"), get_text (table, row, "region_code"),
                       get_text (table, row, "strategy_id"), get_text (table, row, "priority_id")))
        *found |= add_row (self, name, key);
    }
  sqlite3changeset_finalize (iter);
}

/* The changes that deleted rows: those whose rows are not all there any more. */
static gboolean
add_deleted (Ris3Connection *connection, Family *self, gboolean *found, GError **error)
{
  g_autoptr (Ris3References) references = ris3_references_read (connection, error);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT change_id FROM change_row AS r WHERE CASE table_name"
      " WHEN 'strategy' THEN NOT EXISTS (SELECT 1 FROM strategy WHERE id = row_key)"
      " WHEN 'priority' THEN NOT EXISTS (SELECT 1 FROM priority WHERE id = CAST (row_key AS INTEGER))"
      " WHEN 'note' THEN NOT EXISTS (SELECT 1 FROM note WHERE id = CAST (row_key AS INTEGER))"
      " WHEN 'activity' THEN NOT EXISTS (SELECT 1 FROM activity WHERE id = CAST (row_key AS INTEGER))"
      " WHEN 'participation' THEN NOT EXISTS (SELECT 1 FROM participation WHERE id = CAST (row_key AS INTEGER))"
      " WHEN 'assessment' THEN NOT EXISTS (SELECT 1 FROM assessment WHERE id = CAST (row_key AS INTEGER))"
      " WHEN 'priority_theme' THEN 1 ELSE 0 END"
      " UNION SELECT change_id FROM " RIS3_CHANGE_RANGES " WHERE table_name = 'priority_theme" RIS3_CHANGE_RANGE_SUFFIX
      "' OR (table_name = 'priority" RIS3_CHANGE_RANGE_SUFFIX
      "' AND n_rows > (SELECT count(*) FROM priority WHERE id BETWEEN first AND last)) ORDER BY 1",
      references != NULL ? error : NULL);
  gboolean has_row = TRUE;

  if (references == NULL || statement == NULL)
    return FALSE;
  while (has_row)
    {
      g_auto (Ris3Changeset) changeset = { 0 };
      guint n_rows;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (!ris3_change_log_read (connection, references, sqlite3_column_int64 (statement, 0), &changeset, &n_rows,
                                 error))
        return FALSE;
      add_from_changeset (self, references, &changeset, found);
    }
  return TRUE;
}

static void
append_string (GString *json, const char *text, gsize length)
{
  g_string_append_c (json, '"');
  for (gsize i = 0; i < length; i++)
    if (text[i] == '"' || text[i] == '\\')
      g_string_append_printf (json, "\\%c", text[i]);
    else if ((guchar) text[i] < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) text[i]);
    else
      g_string_append_c (json, text[i]);
  g_string_append_c (json, '"');
}

char *
ris3_history_find_rows (Ris3Connection *connection, const Ris3HistoryQuery *query, GError **error)
{
  g_autoptr (GHashTable) strategies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Family family = { query, strategies, priorities, rows };
  GString *json;
  GHashTableIter iter;
  gpointer row;
  gboolean found = TRUE;

  if (query->strategy_id != NULL)
    add_row (&family, "strategy", query->strategy_id);
  for (guint i = 0; query->strategies != NULL && query->strategies[i] != NULL; i++)
    add_row (&family, "strategy", query->strategies[i]);
  if (query->priority_id != 0)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, query->priority_id);
      add_row (&family, "priority", id);
    }
  if (!add_present (connection, &family, error))
    return NULL;
  /* A note is found once its priority is, and that once its strategy is. */
  while (found)
    {
      found = FALSE;
      if (!add_deleted (connection, &family, &found, error))
        return NULL;
    }
  json = g_string_new ("[");
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      const char *end = strchr (row, '\n');

      g_string_append (json, json->len > 1 ? ",[" : "[");
      append_string (json, row, (gsize) (end - (const char *) row));
      g_string_append_c (json, ',');
      append_string (json, end + 1, strlen (end + 1));
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

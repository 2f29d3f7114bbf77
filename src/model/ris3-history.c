/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-history-private.h"

#include "model/ris3-atlas.h"
#include "model/ris3-change-private.h"
#include "model/ris3-change-range-private.h"
#include "model/ris3-schema-private.h"

Ris3Connection *
ris3_history_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) connection = NULL;
  guint version;

  if (!ris3_schema_probe (path, &version, error))
    return NULL;
  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_ONLY, cancellable, error);
  if (connection == NULL || !ris3_schema_read_version (connection, &version, error)
      || !ris3_schema_compare (connection, RIS3_ATLAS_SCHEMA_VERSION, error))
    return NULL;
  return g_steal_pointer (&connection);
}

Ris3HistoryQuery *
ris3_history_query_copy (const Ris3HistoryQuery *self)
{
  Ris3HistoryQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = g_new0 (Ris3HistoryQuery, 1);
  *copy = *self;
  copy->table = g_strdup (self->table);
  copy->key = g_strdup (self->key);
  copy->strategy_id = g_strdup (self->strategy_id);
  copy->region_code = g_strdup (self->region_code);
  copy->strategies = (const char *const *) g_strdupv ((char **) self->strategies);
  copy->actor = g_strdup (self->actor);
  copy->kind = g_strdup (self->kind);
  copy->from_day = g_strdup (self->from_day);
  copy->to_day = g_strdup (self->to_day);
  copy->text = g_strdup (self->text);
  return copy;
}

void
ris3_history_query_free (Ris3HistoryQuery *self)
{
  g_return_if_fail (self != NULL);
  g_free ((char *) self->table);
  g_free ((char *) self->key);
  g_free ((char *) self->strategy_id);
  g_free ((char *) self->region_code);
  g_strfreev ((char **) self->strategies);
  g_free ((char *) self->actor);
  g_free ((char *) self->kind);
  g_free ((char *) self->from_day);
  g_free ((char *) self->to_day);
  g_free ((char *) self->text);
  g_free (self);
}

/* The first or last moment of a day, in UTC as the log has it. */
static char *
get_moment (const char *day, gboolean is_end)
{
  g_autofree char *text = g_strconcat (day, is_end ? "T23:59:59" : "T00:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) local = g_date_time_new_from_iso8601 (text, zone);
  g_autoptr (GDateTime) utc = local != NULL ? g_date_time_to_utc (local) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* "priority-delete" is of the group "priority". */
#define GROUP "substr (kind, 1, instr (kind || '-', '-') - 1)"

/* A change, what undoes it, what undoes that … */
#define CHAIN "SELECT c.id UNION SELECT u.id FROM change_log AS u JOIN chain ON u.undoes = chain.id AND u.id > chain.id"

static const char select_sql[]
    = "SELECT c.id, c.at, c.actor, c.kind, c.title, ifnull (c.undoes, 0),"
      " ifnull ((SELECT u.id FROM change_log AS u WHERE u.undoes = c.id), 0),"
      " (SELECT count(*) FROM change_row AS r WHERE r.change_id = c.id)"
      " + ifnull ((SELECT sum (n_rows - 1) FROM " RIS3_CHANGE_RANGES " AS r WHERE r.change_id = c.id), 0),"
      " (WITH RECURSIVE chain (id) AS (" CHAIN ") SELECT count(*) - 1 FROM chain),"
      " (WITH RECURSIVE chain (id) AS (" CHAIN ") SELECT max (id) FROM chain) FROM change_log AS c"
      " WHERE (?1 IS NULL OR c.id IN (SELECT change_id FROM " RIS3_CHANGES_OF_ROW "))"
      " AND (?3 IS NULL OR c.id IN (SELECT r.change_id FROM json_each (?3) AS j CROSS JOIN change_row AS r"
      " ON r.table_name = json_extract (j.value, '$[0]') AND r.row_key = json_extract (j.value, '$[1]'))"
      " OR c.id IN (SELECT r.change_id FROM json_each (?3) AS j CROSS JOIN " RIS3_CHANGE_RANGES " AS r"
      " ON r.table_name = json_extract (j.value, '$[0]') || '" RIS3_CHANGE_RANGE_SUFFIX "'"
      " AND CAST (json_extract (j.value, '$[1]') AS INTEGER) BETWEEN r.first AND r.last))"
      " AND (?4 IS NULL OR c.actor = ?4)"
      " AND (?5 IS NULL OR instr (' ' || ?5 || ' ', ' ' || c.kind || ' ') > 0"
      " OR instr (' ' || ?5 || ' ', ' ' || " GROUP " || ' ') > 0)"
      " AND (?6 IS NULL OR c.at >= ?6) AND (?7 IS NULL OR c.at <= ?7)"
      " AND (?8 = 0 OR c.id = ?8) AND (?9 = 0 OR c.id < ?9) AND (?10 = 0 OR c.id >= ?10) ORDER BY c.id DESC";

static gboolean
has_text (const char *title, const char *folded)
{
  g_autofree char *own = folded != NULL ? g_utf8_casefold (title, -1) : NULL;

  return folded == NULL || g_strstr_len (own, -1, folded) != NULL;
}

static Ris3Change *
read_change (sqlite3_stmt *row)
{
  Ris3Change *change = g_object_new (RIS3_TYPE_CHANGE, NULL);
  g_autoptr (GDateTime) time = NULL;

  change->id = sqlite3_column_int64 (row, 0);
  change->at = ris3_statement_get_text (row, 1);
  change->actor = ris3_statement_get_text (row, 2);
  change->kind = ris3_statement_get_text (row, 3);
  change->title = ris3_statement_get_text (row, 4);
  change->undoes = sqlite3_column_int64 (row, 5);
  change->undone_by = sqlite3_column_int64 (row, 6);
  change->n_rows = (guint) sqlite3_column_int64 (row, 7);
  change->n_undos = (guint) sqlite3_column_int64 (row, 8);
  change->last = sqlite3_column_int64 (row, 9);
  time = g_date_time_new_from_iso8601 (change->at, NULL);
  /* The schema lets the 60th second and the 39th day through. */
  change->time = time != NULL ? g_date_time_to_local (time) : g_date_time_new_from_unix_utc (0);
  return change;
}

typedef struct
{
  const Ris3HistoryQuery *query;
  GListStore *changes;
} Reading;

static gboolean
read_history (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const Ris3HistoryQuery *query = reading->query;
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, select_sql, error);
  g_autofree char *rows = NULL;
  g_autofree char *from = query->from_day != NULL ? get_moment (query->from_day, FALSE) : NULL;
  g_autofree char *to = query->to_day != NULL ? get_moment (query->to_day, TRUE) : NULL;
  g_autofree char *folded = query->text != NULL ? g_utf8_casefold (query->text, -1) : NULL;
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (query->strategy_id != NULL || query->priority_id != 0 || query->region_code != NULL)
    {
      rows = ris3_history_find_rows (connection, query, error);
      if (rows == NULL)
        return FALSE;
    }
  ris3_statement_bind (statement, "sssssssiii", query->table, query->key, rows, query->actor, query->kind, from, to,
                       query->change_id, query->before_id, query->since_id);
  while (has_row)
    {
      g_autoptr (Ris3Change) change = NULL;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      change = read_change (statement);
      if (!has_text (change->title, folded))
        continue;
      g_list_store_append (reading->changes, change);
      if (query->limit != 0 && g_list_model_get_n_items (G_LIST_MODEL (reading->changes)) == query->limit)
        break;
    }
  return TRUE;
}

GListModel *
ris3_history_read (const char *path, const Ris3HistoryQuery *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GListStore) changes = g_list_store_new (RIS3_TYPE_CHANGE);
  Reading reading = { query, changes };

  g_return_val_if_fail (path != NULL && query != NULL, NULL);
  connection = ris3_history_open (path, cancellable, error);
  if (connection == NULL || !ris3_connection_read (connection, read_history, &reading, error))
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&changes));
}

static char **
read_texts (const char *path, const char *sql, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) connection = ris3_history_open (path, cancellable, error);
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  gboolean has_row = TRUE;

  if (connection != NULL)
    statement = ris3_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return NULL;
  while (has_row)
    {
      g_autofree char *text = NULL;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return NULL;
      text = has_row ? ris3_statement_get_text (statement, 0) : NULL;
      if (text != NULL)
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

char **
ris3_history_read_actors (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return read_texts (path, "SELECT DISTINCT actor FROM change_log ORDER BY actor", cancellable, error);
}

char **
ris3_history_read_kinds (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return read_texts (path, "SELECT DISTINCT " GROUP " FROM change_log ORDER BY 1", cancellable, error);
}

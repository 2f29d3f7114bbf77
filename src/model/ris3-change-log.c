/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-change-log-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-change-range-private.h"
#include "model/ris3-damage-private.h"

/* As change_part allows. */
#define MAX_PART 4194304
/* The most rows that a range is believed to have: a file may be from anywhere. */
#define MAX_RANGE (1 << 24)

void
ris3_changeset_clear (Ris3Changeset *self)
{
  sqlite3_free (self->bytes);
  *self = (Ris3Changeset){ 0 };
}

gboolean
ris3_change_log_is_recorded (const char *table)
{
  static const char *const unrecorded[] = { "contact",    "request_contact", "comment_contact", "attachment_data",
                                            "change_log", "change_part",     "change_row",      NULL };

  return !g_strv_contains (unrecorded, table) && !g_str_has_prefix (table, "sqlite_");
}

static gboolean
add_entry (Ris3Connection *connection, const Ris3ChangeEntry *entry, gint64 *id, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection,
      "INSERT INTO change_log (at, actor, kind, title, undoes, schema_version) VALUES (?, ?, ?, ?, nullif (?, 0), ?)",
      error);

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "ssssii", entry->now, entry->actor, entry->kind, entry->title, entry->undoes,
                       (gint64) RIS3_ATLAS_SCHEMA_VERSION);
  if (!ris3_connection_run (connection, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (ris3_connection_get_handle (connection));
  return TRUE;
}

static gboolean
add_parts (Ris3Connection *connection, gint64 id, const Ris3Changeset *changeset, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection, "INSERT INTO change_part (change_id, part, changeset) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  for (int part = 0, offset = 0; offset < changeset->size; part++, offset += MAX_PART)
    {
      sqlite3_bind_int64 (statement, 1, id);
      sqlite3_bind_int (statement, 2, part);
      sqlite3_bind_blob (statement, 3, (const guint8 *) changeset->bytes + offset,
                         MIN (changeset->size - offset, MAX_PART), SQLITE_STATIC);
      if (!ris3_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The values that name a row: of a deleted one the old ones. */
static void
get_row (sqlite3_changeset_iter *iter, int operation, int n_columns, sqlite3_value **row)
{
  for (int i = 0; i < n_columns; i++)
    {
      row[i] = NULL;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &row[i]);
      else
        sqlite3changeset_old (iter, i, &row[i]);
    }
}

typedef struct
{
  const char *table;
  char *key;
} TouchedRow;

static void
touched_row_clear (gpointer data)
{
  g_free (((TouchedRow *) data)->key);
}

static gint
compare_touched_rows (gconstpointer a, gconstpointer b)
{
  const TouchedRow *row_a = a;
  const TouchedRow *row_b = b;
  int order = strcmp (row_a->table, row_b->table);

  return order != 0 ? order : strcmp (row_a->key, row_b->key);
}

/* FALSE: the changeset is damaged; code: as SQLite says */
static GArray *
read_rows (const Ris3References *references, const Ris3Changeset *changeset, int *code)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TouchedRow));
  sqlite3_changeset_iter *iter = NULL;

  g_array_set_clear_func (rows, touched_row_clear);
  *code = sqlite3changeset_start (&iter, changeset->size, changeset->bytes);
  if (*code != SQLITE_OK)
    return rows;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *name;
      int n_columns;
      int operation;
      TouchedRow touched;
      const Ris3KnownTable *table;
      g_autofree sqlite3_value **row = NULL;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      table = ris3_references_find_table (references, name);
      row = g_new0 (sqlite3_value *, n_columns);
      get_row (iter, operation, n_columns, row);
      touched.table = table->name;
      touched.key = ris3_known_table_get_key (table, row);
      g_array_append_val (rows, touched);
    }
  /* It says what ended the loop. */
  *code = sqlite3changeset_finalize (iter);
  return rows;
}

/* In the order of their keys, which a large edit writes three times as fast as the order of a changeset. */
static gboolean
add_rows (Ris3Connection *connection,
          const Ris3References *references,
          gint64 id,
          const Ris3Changeset *changeset,
          GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection, "INSERT OR IGNORE INTO change_row (table_name, row_key, change_id) VALUES (?, ?, ?)", error);
  g_autoptr (GArray) rows = NULL;
  int code;

  if (statement == NULL)
    return FALSE;
  rows = read_rows (references, changeset, &code);
  if (code != SQLITE_OK)
    {
      ris3_connection_set_error (connection, code, error);
      return FALSE;
    }
  g_array_sort (rows, compare_touched_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const TouchedRow *row = &g_array_index (rows, TouchedRow, i);

      sqlite3_bind_text (statement, 1, row->table, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, row->key, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, id);
      if (!ris3_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_ranges (Ris3Connection *connection, gint64 id, GArray *inserted, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection, "INSERT INTO change_row (table_name, row_key, change_id) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < inserted->len; i++)
    {
      const Ris3InsertedRows *rows = &g_array_index (inserted, Ris3InsertedRows, i);
      g_autofree char *table = g_strconcat (rows->table, RIS3_CHANGE_RANGE_SUFFIX, NULL);
      g_autofree char *key
          = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "/%u", rows->first, rows->last, rows->n_rows);

      if (rows->n_rows == 0)
        continue;
      ris3_statement_bind (statement, "ssi", table, key, id);
      if (!ris3_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_rows (Ris3Connection *connection, gint64 id, gint64 rows_of, GError **error)
{
  g_autoptr (Ris3Statement) statement
      = ris3_connection_borrow (connection,
                                "INSERT INTO change_row (table_name, row_key, change_id)"
                                " SELECT table_name, row_key, ? FROM change_row WHERE change_id = ?",
                                error);

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "ii", id, rows_of);
  return ris3_connection_run (connection, statement, error);
}

gboolean
ris3_change_log_add (Ris3Connection *connection,
                     const Ris3References *references,
                     const Ris3ChangeEntry *entry,
                     Ris3Changeset *changeset,
                     GArray *inserted,
                     gint64 rows_of,
                     gint64 *id,
                     GError **error)
{
  if (!add_entry (connection, entry, id, error)
      || !(rows_of != 0 ? copy_rows (connection, *id, rows_of, error)
                        : add_rows (connection, references, *id, changeset, error)))
    return FALSE;
  if (inserted != NULL && inserted->len > 0)
    {
      ris3_changeset_add_inserted (changeset, references, inserted);
      if (!add_ranges (connection, *id, inserted, error))
        return FALSE;
    }
  return add_parts (connection, *id, changeset, error);
}

gboolean
ris3_change_log_read (Ris3Connection *connection,
                      const Ris3References *references,
                      gint64 id,
                      Ris3Changeset *changeset,
                      guint *n_rows,
                      GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT changeset FROM change_part WHERE change_id = ?1 AND (SELECT schema_version FROM change_log WHERE id = ?1)"
      " = " G_STRINGIFY (RIS3_ATLAS_SCHEMA_VERSION) " ORDER BY part",
      error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean has_row = TRUE;

  *changeset = (Ris3Changeset){ 0 };
  *n_rows = 0;
  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "i", id);
  while (has_row)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_byte_array_append (bytes, sqlite3_column_blob (statement, 0), (guint) sqlite3_column_bytes (statement, 0));
    }
  if (bytes->len == 0)
    return TRUE;
  changeset->bytes = sqlite3_malloc64 (bytes->len);
  if (changeset->bytes == NULL)
    g_error ("Not enough memory for a change of %u bytes", bytes->len);
  memcpy (changeset->bytes, bytes->data, bytes->len);
  changeset->size = (int) bytes->len;
  if (ris3_changeset_validate (changeset, references, n_rows))
    return TRUE;
  ris3_changeset_clear (changeset);
  ris3_damage_set_error (ris3_connection_get_path (connection), ris3_connection_get_name (connection), "change_part",
                         error);
  return FALSE;
}

/* What shows a theme shows its priority, which is in a range of its own. */
static void
collect_range (Ris3Changes *changes, const char *table, const char *key)
{
  g_autofree char *name = g_strndup (table, strlen (table) - strlen (RIS3_CHANGE_RANGE_SUFFIX));
  char *end;
  gint64 first = g_ascii_strtoll (key, &end, 10);
  gint64 last = g_ascii_strtoll (end, NULL, 10);

  if (!g_str_equal (name, "priority"))
    last = first;
  for (gint64 i = first; i <= last && i - first < MAX_RANGE; i++)
    {
      char number[24];

      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, i);
      ris3_changes_add (changes, name, number);
    }
}

gboolean
ris3_change_log_collect (Ris3Connection *connection, gint64 after, Ris3Changes *changes, gint64 *last, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection, "SELECT table_name, row_key FROM change_row WHERE change_id > ? ORDER BY change_id", error);
  gboolean has_row = TRUE;

  if (statement == NULL
      || !ris3_connection_query_int (connection, "SELECT ifnull (max (id), 0) FROM change_log", last, error))
    return FALSE;
  ris3_statement_bind (statement, "i", after);
  while (has_row)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        {
          const char *table = (const char *) sqlite3_column_text (statement, 0);
          const char *key = (const char *) sqlite3_column_text (statement, 1);

          if (g_str_has_suffix (table, RIS3_CHANGE_RANGE_SUFFIX))
            collect_range (changes, table, key);
          else
            ris3_changes_add (changes, table, key);
        }
    }
  return TRUE;
}

gboolean
ris3_change_log_collect_shown (Ris3Connection *connection, Ris3Changes *changes, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection,
      "SELECT 'meta', key FROM meta UNION ALL SELECT 'strategy', id FROM strategy"
      " UNION ALL SELECT 'participation', id FROM participation UNION ALL SELECT 'comment', id FROM comment"
      " UNION ALL SELECT 'assessment', id FROM assessment UNION ALL SELECT 'note', id FROM note"
      " UNION ALL SELECT 'activity', id FROM activity UNION ALL SELECT 'saved_view', id FROM saved_view"
      " UNION ALL SELECT 'joined_column', id FROM joined_column"
      " UNION ALL SELECT 'consultation_round', id FROM consultation_round"
      " UNION ALL SELECT 'request', id FROM request UNION ALL SELECT 'organisation', id FROM organisation",
      error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        ris3_changes_add (changes, (const char *) sqlite3_column_text (statement, 0),
                          (const char *) sqlite3_column_text (statement, 1));
    }
  return TRUE;
}

static char *
describe_time (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: a date and a time, as g_date_time_format () writes them. */
  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y, %H:%M")) : g_strdup (at);
}

char *
ris3_change_log_describe (Ris3Connection *connection, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = ris3_connection_prepare (connection, "SELECT title, actor, at FROM change_log WHERE id = ?", error);
  g_autofree char *title = NULL;
  g_autofree char *actor = NULL;
  g_autofree char *at = NULL;
  g_autofree char *time = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  ris3_statement_bind (statement, "i", id);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return NULL;
  title = has_row ? ris3_statement_get_text (statement, 0) : g_strdup ("");
  actor = has_row ? ris3_statement_get_text (statement, 1) : g_strdup ("");
  at = has_row ? ris3_statement_get_text (statement, 2) : g_strdup ("");
  time = describe_time (at);
  /* Translators: an edit by its title, who made it, and when. */
  return g_strdup_printf (_ ("“%s”, by %s, %s"), title, actor, time);
}

char *
ris3_change_log_describe_last (Ris3Connection *connection,
                               const char *table,
                               const char *key,
                               gint64 after,
                               gint64 *id,
                               GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      connection, "SELECT change_id FROM " RIS3_CHANGES_OF_ROW " WHERE change_id > ?3 ORDER BY change_id DESC LIMIT 1",
      error);
  gboolean has_row;

  *id = 0;
  if (statement == NULL)
    return NULL;
  ris3_statement_bind (statement, "ssi", table, key, after);
  if (!ris3_connection_step (connection, statement, &has_row, error))
    return NULL;
  if (!has_row)
    return g_strdup (_ ("another program changed it, which left no entry in the history"));
  *id = sqlite3_column_int64 (statement, 0);
  return ris3_change_log_describe (connection, *id, error);
}

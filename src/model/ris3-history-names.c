/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What people call the rows of a change, also those that are gone, and what they hold now. */

#include "config.h"

#include "model/ris3-history-private.h"

#include <string.h>

#include "model/ris3-change-range-private.h"

#include "model/ris3-edit-private.h"
#include "model/ris3-text.h"

/* Characters of a name. */
#define MAX_NAME 200

typedef struct
{
  Ris3Connection *connection;
  const Ris3References *references;
  GPtrArray *values;
  GHashTable *names; /* "table\nkey" to what it is called; "": not known */
  /* The changeset that was read last. */
  gint64 change_id;
  Ris3Changeset changeset;
} Naming;

/* A column of a row, NULL if it is not known. */
typedef const char *(*GetText) (gconstpointer row, const char *column);

/* As Ris3EditTable.name says it for a row that is there. (transfer full) */
static char *
make_name (const char *table, GetText get_text, gconstpointer row)
{
  static const struct
  {
    const char *table;
    const char *first;
    const char *separator;
    const char *second;
  } ways[] = {
    { "strategy", "title", "", NULL },          { "note", "text", "", NULL },
    { "activity", "title", "", NULL },          { "participation", "programme", ": ", "name" },
    { "organisation", "name", "", NULL },       { "assessment", "assessor", ": ", "region_code" },
    { "saved_view", "name", "", NULL },         { "meta", "key", "", NULL },
    { "joined_column", "name", "", NULL },      { "comment", "target_name", "", NULL },
    { "consultation_round", "name", "", NULL }, { "request", "region_code", "", NULL },
    { "reminder", "sent_on", "", NULL },        { "attachment", "name", "", NULL },
  };

  if (g_str_equal (table, "priority"))
    {
      const char *label = get_text (row, "label");
      const char *text = get_text (row, "text");

      if (text == NULL || *text == '\0')
        text = get_text (row, "original_text");
      /* As RIS3_PRIORITY_NAME. */
      if (label != NULL && text != NULL && g_utf8_strlen (label, -1) > RIS3_LONG_LABEL
          && g_str_has_prefix (text, label))
        label = "";
      return g_strstrip (g_strconcat (label != NULL ? label : "", " ", text != NULL ? text : "", NULL));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].table, table))
      {
        const char *first = get_text (row, ways[i].first);
        const char *second = ways[i].second != NULL ? get_text (row, ways[i].second) : "";

        return first != NULL && second != NULL ? g_strconcat (first, ways[i].separator, second, NULL) : NULL;
      }
  return NULL;
}

/* Of a row that is there. */
static gboolean
read_present_name (Naming *self, const Ris3EditTable *table, const char *key, char **name, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"%s\" = ?", table->name, table->table, table->key);
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (self->connection, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "s", key);
  if (!ris3_connection_step (self->connection, statement, &has_row, error))
    return FALSE;
  *name = has_row ? ris3_statement_get_text (statement, 0) : NULL;
  return TRUE;
}

typedef struct
{
  const Ris3KnownTable *table;
  sqlite3_value **columns;
} DeletedRow;

static const char *
get_deleted_text (gconstpointer data, const char *column)
{
  const DeletedRow *row = data;

  for (guint i = 0; i < row->table->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (row->table->columns, i), column) && row->columns[i] != NULL)
      return (const char *) sqlite3_value_text (row->columns[i]);
  return NULL;
}

static char *
find_deleted_name (Naming *self, const char *table, const char *key)
{
  const Ris3KnownTable *known = ris3_references_find_table (self->references, table);
  sqlite3_changeset_iter *iter = NULL;
  char *name = NULL;

  if (known == NULL || self->changeset.size == 0
      || sqlite3changeset_start (&iter, self->changeset.size, self->changeset.bytes) != SQLITE_OK)
    return NULL;
  while (name == NULL && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *of;
      int n_columns;
      int operation;
      g_autofree sqlite3_value **columns = NULL;
      g_autofree char *own_key = NULL;
      DeletedRow row;

      sqlite3changeset_op (iter, &of, &n_columns, &operation, NULL);
      if (operation != SQLITE_DELETE || !g_str_equal (of, table) || n_columns != (int) known->columns->len)
        continue;
      columns = g_new0 (sqlite3_value *, n_columns);
      for (int i = 0; i < n_columns; i++)
        sqlite3changeset_old (iter, i, &columns[i]);
      own_key = ris3_known_table_get_key (known, columns);
      row.table = known;
      row.columns = columns;
      if (g_str_equal (own_key, key))
        name = make_name (table, get_deleted_text, &row);
    }
  sqlite3changeset_finalize (iter);
  return name;
}

/* Of a row that is gone: as it was called when it was deleted, which is the last that was done to it. */
static gboolean
read_deleted_name (Naming *self, const char *table, const char *key, char **name, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      self->connection, "SELECT ifnull (max (change_id), 0) FROM " RIS3_CHANGES_OF_ROW, error);
  gboolean has_row;
  gint64 change_id;
  guint n_rows;

  *name = NULL;
  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "ss", table, key);
  if (!ris3_connection_step (self->connection, statement, &has_row, error))
    return FALSE;
  change_id = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  if (change_id == 0)
    return TRUE;
  if (change_id != self->change_id)
    {
      ris3_changeset_clear (&self->changeset);
      self->change_id = 0;
      if (!ris3_change_log_read (self->connection, self->references, change_id, &self->changeset, &n_rows, error))
        return FALSE;
      self->change_id = change_id;
    }
  *name = find_deleted_name (self, table, key);
  return TRUE;
}

/* Sets name to what a row is called; NULL: not known. (transfer full) */
static gboolean
find_name (Naming *self, const char *table, const char *key, char **name, GError **error)
{
  const Ris3EditTable *known = ris3_edit_table_find (table);
  g_autofree char *row = g_strconcat (table, "\n", key, NULL);
  const char *cached = g_hash_table_lookup (self->names, row);
  g_autofree char *found = NULL;
  g_autofree char *valid = NULL;

  *name = NULL;
  if (cached == NULL)
    {
      if (known != NULL && !read_present_name (self, known, key, &found, error))
        return FALSE;
      if (found == NULL && known != NULL && !read_deleted_name (self, table, key, &found, error))
        return FALSE;
      valid = found != NULL ? g_utf8_make_valid (found, -1) : g_strdup ("");
      g_hash_table_insert (self->names, g_strdup (row), ris3_text_shorten (valid, MAX_NAME));
      cached = g_hash_table_lookup (self->names, row);
    }
  if (*cached != '\0')
    *name = g_strdup (cached);
  return TRUE;
}

static const char *
get_value (const Naming *self, guint begin, guint end, const char *field, gboolean before)
{
  for (guint i = begin; i < end; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (self->values, i);

      if (g_str_equal (value->field, field))
        return before ? value->before : value->after;
    }
  return NULL;
}

/* What the codebook calls the theme of a row that was added or deleted. */
static gboolean
add_theme_name (Naming *self, guint begin, guint end, Ris3ChangedValue *value, GError **error)
{
  gboolean before = value->before != NULL;
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (
      self->connection, "SELECT name FROM codebook WHERE scheme = ? AND version = ? AND code = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "sss", get_value (self, begin, end, "scheme", before),
                       get_value (self, begin, end, "version", before), get_value (self, begin, end, "code", before));
  if (!ris3_connection_step (self->connection, statement, &has_row, error))
    return FALSE;
  if (has_row && before)
    value->before_name = ris3_statement_get_text (statement, 0);
  else if (has_row)
    value->after_name = ris3_statement_get_text (statement, 0);
  return TRUE;
}

static gboolean
add_value_names (Naming *self, guint begin, guint end, Ris3ChangedValue *value, GError **error)
{
  static const struct
  {
    const char *field;
    const char *table;
  } references[] = {
    { "parent_id", "priority" },
    { "priority_id", "priority" },
    { "strategy_id", "strategy" },
    { "organisation_id", "organisation" },
  };

  if (g_str_equal (value->field, "code") && g_str_has_suffix (value->table, "_theme"))
    return add_theme_name (self, begin, end, value, error);
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (references[i].field, value->field))
      return (value->before == NULL || find_name (self, references[i].table, value->before, &value->before_name, error))
             && (value->after == NULL
                 || find_name (self, references[i].table, value->after, &value->after_name, error));
  return TRUE;
}

/* What the row holds now where a change changed it. */
static gboolean
add_present (Naming *self, const Ris3EditTable *table, guint begin, guint end, GError **error)
{
  const Ris3ChangedValue *first = g_ptr_array_index (self->values, begin);
  g_autoptr (GString) sql = g_string_new ("SELECT 1");
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean has_row;

  for (guint i = begin; i < end; i++)
    {
      const Ris3ChangedValue *value = g_ptr_array_index (self->values, i);

      if (*value->field == '\0')
        g_string_append (sql, ", NULL");
      else
        g_string_append_printf (sql, ", \"%s\"", value->field);
    }
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"%s\" = ?", table->table, table->key);
  statement = ris3_connection_prepare (self->connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "s", first->key);
  if (!ris3_connection_step (self->connection, statement, &has_row, error))
    return FALSE;
  for (guint i = begin; i < end && has_row; i++)
    {
      Ris3ChangedValue *value = g_ptr_array_index (self->values, i);

      value->is_there = TRUE;
      value->present = ris3_statement_get_text (statement, (int) (i - begin) + 1);
    }
  return TRUE;
}

/* One row: its values are those from begin to end. */
static gboolean
add_row_names (Naming *self, guint begin, guint end, GError **error)
{
  const Ris3ChangedValue *first = g_ptr_array_index (self->values, begin);
  const Ris3EditTable *table = ris3_edit_table_find (first->table);
  g_autofree char *owner
      = g_str_has_suffix (first->table, "_theme") ? g_strndup (first->table, strlen (first->table) - 6) : NULL;
  g_autofree char *owner_key = owner != NULL ? g_strndup (first->key, strcspn (first->key, " ")) : NULL;
  g_autofree char *name = NULL;

  if (!find_name (self, owner != NULL ? owner : first->table, owner != NULL ? owner_key : first->key, &name, error))
    return FALSE;
  for (guint i = begin; i < end; i++)
    {
      Ris3ChangedValue *value = g_ptr_array_index (self->values, i);

      value->name = g_strdup (name);
      if (!add_value_names (self, begin, end, value, error))
        return FALSE;
    }
  return table == NULL || add_present (self, table, begin, end, error);
}

gboolean
ris3_history_add_names (Ris3Connection *connection, const Ris3References *references, GPtrArray *values, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Naming self = { connection, references, values, names };
  gboolean ok = TRUE;
  guint end;

  for (guint begin = 0; ok && begin < values->len; begin = end)
    {
      const Ris3ChangedValue *first = g_ptr_array_index (values, begin);

      for (end = begin + 1; end < values->len; end++)
        {
          const Ris3ChangedValue *value = g_ptr_array_index (values, end);

          if (value->table != first->table || !g_str_equal (value->key, first->key))
            break;
        }
      ok = add_row_names (&self, begin, end, error);
    }
  ris3_changeset_clear (&self.changeset);
  return ok;
}

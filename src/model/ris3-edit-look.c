/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is there, and what an edit may do with it. */

#include "config.h"

#include "model/ris3-edit-perform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-schema-private.h"

/* No text that a person writes is longer; what SQLite cannot hold is much longer. */
#define MAX_TEXT (1024 * 1024)

char *
ris3_edit_fill_in (const char *sentence, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strconcat (parts[0], name != NULL ? name : "", parts[1], NULL);
}

gboolean
ris3_edit_check_settings (const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
{
  for (guint i = 0; i < step->settings->len; i++)
    {
      const Ris3Setting *setting = g_ptr_array_index (step->settings, i);
      const char *column = setting->column;
      const char *text;

      if (ris3_edit_table_find_field (table, column) == NULL)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, column, _ ("There is no field “%s” in “%s”."),
                                    column, table->table);
      if (step->verb == RIS3_VERB_SET
          && (g_str_equal (column, table->key)
              || (g_str_equal (table->table, "priority")
                  && (g_str_equal (column, "strategy_id") || g_str_equal (column, "parent_id")))))
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, column, _ ("“%s” cannot be changed in this way."),
                                    ris3_edit_field_get_name (table->table, column));
      if (setting->value == NULL || !g_variant_is_of_type (setting->value, G_VARIANT_TYPE_STRING))
        continue;
      text = g_variant_get_string (setting->value, NULL);
      if (strlen (text) > MAX_TEXT)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, column, _ ("%s: it is longer than 1 MB."),
                                    ris3_edit_field_get_name (table->table, column));
    }
  return TRUE;
}

gboolean
ris3_edit_read_text (Ris3Performance *self,
                     const Ris3EditTable *table,
                     const char *expression,
                     const char *key,
                     gboolean *found,
                     char **text,
                     GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"%s\" = ?", expression, table->table, table->key);
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "s", key);
  if (!ris3_connection_step (self->connection, statement, found, error))
    return FALSE;
  *text = *found ? ris3_statement_get_text (statement, 0) : NULL;
  return TRUE;
}

static gboolean
is_plain_number (const char *key)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (key, NULL, 10));

  return g_str_equal (key, plain);
}

gboolean
ris3_edit_find_row (Ris3Performance *self, const Ris3EditTable *table, const char *key, char **name, GError **error)
{
  gboolean found;
  gint64 change;
  g_autofree char *who = NULL;

  if (!ris3_edit_read_text (self, table, table->name, key, &found, name, error))
    return FALSE;
  /* SQLite would find 12 by "012" too, and the history would not. */
  if (found && (!table->key_is_number || is_plain_number (key)))
    return TRUE;
  who = ris3_change_log_describe_last (self->connection, table->table, key, 0, &change, error);
  if (who == NULL)
    return FALSE;
  if (change == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, NULL, _ ("There is no “%s” in “%s”."), key,
                                table->table);
  ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, NULL, _ ("What is to be changed is no longer there: %s."), who);
  if (error != NULL)
    ris3_edit_error_set_change (*error, change);
  return FALSE;
}

/* The themes of a row, one a line, as ris3_atlas_dup_value () has them. */
#define PRIORITY_THEMES                                                                                                \
  "(SELECT group_concat (key, char (10)) FROM (SELECT scheme || ' ' || version || ' ' || code AS key"                  \
  " FROM priority_theme AS t WHERE t.priority_id = priority.id ORDER BY t.position, scheme, version, code))"
#define ACTIVITY_THEMES                                                                                                \
  "(SELECT group_concat (key, char (10)) FROM (SELECT scheme || ' ' || version || ' ' || code AS key"                  \
  " FROM activity_theme AS t JOIN codebook AS c USING (scheme, version, code) WHERE t.activity_id = activity.id"       \
  " ORDER BY scheme, version, c.position))"

/* What an expectation is compared with, as SQL. */
static const char *
get_expression (const Ris3EditTable *table, const char *column)
{
  if (g_str_equal (column, "themes") && g_str_equal (table->table, "priority"))
    return PRIORITY_THEMES;
  if (g_str_equal (column, "themes") && g_str_equal (table->table, "activity"))
    return ACTIVITY_THEMES;
  return ris3_edit_table_find_field (table, column) != NULL ? column : NULL;
}

gboolean
ris3_edit_check_expectations (Ris3Performance *self,
                              const Ris3EditTable *table,
                              const Ris3EditStep *step,
                              GError **error)
{
  for (guint i = 0; i < step->expectations->len; i++)
    {
      const Ris3Setting *setting = g_ptr_array_index (step->expectations, i);
      const char *expected = setting->value != NULL ? g_variant_get_string (setting->value, NULL) : "";
      g_autofree char *present = NULL;
      g_autofree char *who = NULL;
      gint64 change;
      gboolean found;

      const char *expression = get_expression (table, setting->column);

      if (expression == NULL)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, setting->column,
                                    _ ("There is no field “%s” in “%s”."), setting->column, table->table);
      if (!ris3_edit_read_text (self, table, expression, step->key, &found, &present, error))
        return FALSE;
      if (g_str_equal (present != NULL ? present : "", expected))
        continue;
      who = ris3_change_log_describe_last (self->connection, table->table, step->key, 0, &change, error);
      if (who == NULL)
        return FALSE;
      if (g_str_equal (setting->column, "themes"))
        ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, setting->column,
                             _ ("Themes: they were changed while you were writing (%s)."), who);
      else
        ris3_edit_error_set (error, RIS3_EDIT_ERROR_CONFLICT, setting->column,
                             _ ("%s: it was changed while you were writing (%s). It is now “%s”."),
                             ris3_edit_field_get_name (table->table, setting->column), who,
                             present != NULL ? present : "");
      if (error != NULL)
        ris3_edit_error_set_change (*error, change);
      return FALSE;
    }
  return TRUE;
}

gboolean
ris3_edit_check_references (Ris3Performance *self, const Ris3EditTable *table, const char *key, GError **error)
{
  static const struct
  {
    const char *table; /* NULL: of every one that has the field */
    const char *field;
    const char *exists;
    const char *words;
  } references[] = {
    { NULL, "region_code",
      "region_code IS NULL OR EXISTS (SELECT 1 FROM region AS r WHERE r.nuts_version = t.nuts_version AND r.code = "
      "t.region_code)",
      N_ ("There is no region “%s” in this NUTS version.") },
    { NULL, "strategy_id", "strategy_id IS NULL OR EXISTS (SELECT 1 FROM strategy AS s WHERE s.id = t.strategy_id)",
      N_ ("There is no strategy “%s”.") },
    { "priority", "parent_id",
      "parent_id IS NULL OR EXISTS (SELECT 1 FROM priority AS p WHERE p.id = t.parent_id AND p.strategy_id = "
      "t.strategy_id)",
      N_ ("There is no priority “%s” in this strategy.") },
    { "comment", "parent_id", "parent_id IS NULL OR EXISTS (SELECT 1 FROM comment AS c WHERE c.id = t.parent_id)",
      N_ ("There is no comment “%s”.") },
    { NULL, "priority_id", "priority_id IS NULL OR EXISTS (SELECT 1 FROM priority AS p WHERE p.id = t.priority_id)",
      N_ ("There is no priority “%s”.") },
    { NULL, "round_id", "EXISTS (SELECT 1 FROM consultation_round AS c WHERE c.id = t.round_id)",
      N_ ("There is no round of consultation “%s”.") },
    { NULL, "request_id", "request_id IS NULL OR EXISTS (SELECT 1 FROM request AS q WHERE q.id = t.request_id)",
      N_ ("There is no request “%s”.") },
    { NULL, "organisation_id",
      "organisation_id IS NULL OR EXISTS (SELECT 1 FROM organisation AS o WHERE o.id = t.organisation_id)",
      N_ ("There is no organisation “%s”.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (Ris3Statement) statement = NULL;
      g_autofree char *value = NULL;
      g_autofree char *words = NULL;
      gboolean has_row;

      if (ris3_edit_table_find_field (table, references[i].field) == NULL
          || (references[i].table != NULL && !g_str_equal (references[i].table, table->table)))
        continue;
      sql = g_strdup_printf ("SELECT %s FROM \"%s\" AS t WHERE \"%s\" = ? AND NOT (%s)", references[i].field,
                             table->table, table->key, references[i].exists);
      statement = ris3_connection_borrow (self->connection, sql, error);
      if (statement == NULL)
        return FALSE;
      ris3_statement_bind (statement, "s", key);
      if (!ris3_connection_step (self->connection, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        continue;
      value = ris3_statement_get_text (statement, 0);
      words = ris3_edit_fill_in (_ (references[i].words), value);
      return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, references[i].field, "%s", words);
    }
  return TRUE;
}

gboolean
ris3_edit_check_depths (Ris3Connection *connection, GHashTable *priorities, GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      connection,
      "SELECT (SELECT count(*) FROM (WITH RECURSIVE up (id, n) AS (SELECT ?1, 1 UNION ALL SELECT p.parent_id, n + 1"
      " FROM priority AS p JOIN up USING (id) WHERE p.parent_id IS NOT NULL AND n <= ?2) SELECT 1 FROM up))"
      " + (SELECT max (depth) FROM (WITH RECURSIVE down (id, depth) AS (SELECT ?1, 0 UNION ALL SELECT p.id, depth + 1"
      " FROM priority AS p JOIN down ON p.parent_id = down.id WHERE depth <= ?2) SELECT depth FROM down))",
      error);
  GHashTableIter iter;
  gpointer id;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, priorities);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gboolean has_row;
      int depth;

      ris3_statement_bind (statement, "ii", g_ascii_strtoll (id, NULL, 10), (gint64) RIS3_SCHEMA_MAX_DEPTH);
      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      depth = sqlite3_column_int (statement, 0);
      sqlite3_reset (statement);
      if (depth > RIS3_SCHEMA_MAX_DEPTH)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "parent_id",
                                    _ ("Priorities cannot be nested more than %u deep."),
                                    (guint) RIS3_SCHEMA_MAX_DEPTH);
    }
  return TRUE;
}

gboolean
ris3_edit_check_dangling (Ris3Performance *self, GError **error)
{
  int n_dangling = 0;
  int unused = 0;

  sqlite3_db_status (ris3_connection_get_handle (self->connection), SQLITE_DBSTATUS_DEFERRED_FKS, &n_dangling, &unused,
                     0);
  return n_dangling == 0
         || ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL,
                                 _ ("It cannot be deleted, as something else in the atlas still refers to it."));
}

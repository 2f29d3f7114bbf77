/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of an edit, as SQL. Apart from undo and the log, and of a new file the regions and codebooks, no other code
 * writes rows. */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-import-private.h"
#include "model/ris3-rule-private.h"
#include "model/ris3-schema-private.h"

/* No text that a person writes is longer; what SQLite cannot hold is much longer. */
#define MAX_TEXT (1024 * 1024)
/* The longest name in a title, in characters. */
#define MAX_NAME 60

typedef struct
{
  Ris3Connection *connection;
  const char *actor;
  const char *now;
  GArray *ids;            /* of gint64, for the steps so far */
  GHashTable *priorities; /* ids, as texts, that have a new place */
  gboolean is_building;   /* a new file */
} Performance;

/* A sentence with a name in the place of “%s”. */
static char *
fill_in (const char *sentence, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strconcat (parts[0], name != NULL ? name : "", parts[1], NULL);
}

static void
bind_value (sqlite3_stmt *statement, int parameter, GVariant *value)
{
  if (value == NULL)
    sqlite3_bind_null (statement, parameter);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    sqlite3_bind_text (statement, parameter, g_variant_get_string (value, NULL), -1, SQLITE_TRANSIENT);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    sqlite3_bind_int64 (statement, parameter, g_variant_get_int64 (value));
  else
    sqlite3_bind_double (statement, parameter, g_variant_get_double (value));
}

static gboolean
check_settings (const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
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

static gboolean
run (Performance *self, const Ris3EditTable *table, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  return code == SQLITE_DONE || ris3_edit_refuse (self->connection, table, code, error);
}

/* One value of a row as text; NULL if it is NULL, or if there is no such row. */
static gboolean
read_text (Performance *self,
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

static gboolean
find_row (Performance *self, const Ris3EditTable *table, const char *key, char **name, GError **error)
{
  gboolean found;
  gint64 change;
  g_autofree char *who = NULL;

  if (!read_text (self, table, table->name, key, &found, name, error))
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

static gboolean
check_expectations (Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
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
      if (!read_text (self, table, expression, step->key, &found, &present, error))
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

/* Foreign keys are checked only at the end, and then without saying which. */
static gboolean
check_references (Performance *self,
                  const Ris3EditTable *table,
                  const Ris3EditStep *step,
                  const char *key,
                  GError **error)
{
  static const struct
  {
    const char *field;
    const char *exists;
    const char *words;
  } references[] = {
    { "region_code",
      "region_code IS NULL OR EXISTS (SELECT 1 FROM region AS r WHERE r.nuts_version = t.nuts_version AND r.code = "
      "t.region_code)",
      N_ ("There is no region “%s” in this NUTS version.") },
    { "strategy_id", "strategy_id IS NULL OR EXISTS (SELECT 1 FROM strategy AS s WHERE s.id = t.strategy_id)",
      N_ ("There is no strategy “%s”.") },
    { "parent_id",
      "parent_id IS NULL OR EXISTS (SELECT 1 FROM priority AS p WHERE p.id = t.parent_id AND p.strategy_id = "
      "t.strategy_id)",
      N_ ("There is no priority “%s” in this strategy.") },
    { "priority_id", "priority_id IS NULL OR EXISTS (SELECT 1 FROM priority AS p WHERE p.id = t.priority_id)",
      N_ ("There is no priority “%s”.") },
    { "organisation_id",
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

      if (ris3_edit_table_find_field (table, references[i].field) == NULL)
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
      words = fill_in (_ (references[i].words), value);
      return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, references[i].field, "%s", words);
    }
  return TRUE;
}

static gboolean
set_themes (Performance *self, const char *table, gint64 id, char *const *themes, GError **error)
{
  gboolean is_priority = g_str_equal (table, "priority");
  g_autoptr (Ris3Statement) clear
      = ris3_connection_borrow (self->connection,
                                is_priority ? "DELETE FROM priority_theme WHERE priority_id = ?"
                                            : "DELETE FROM activity_theme WHERE activity_id = ?",
                                error);
  g_autoptr (Ris3Statement) insert = ris3_connection_borrow (
      self->connection,
      is_priority
          ? "INSERT OR IGNORE INTO priority_theme (priority_id, scheme, version, code, position)"
            " SELECT ?1, scheme, version, code, ?5 FROM codebook WHERE scheme = ?2 AND version = ?3 AND code = ?4"
          : "INSERT OR IGNORE INTO activity_theme (activity_id, scheme, version, code)"
            " SELECT ?1, scheme, version, code FROM codebook WHERE scheme = ?2 AND version = ?3 AND code = ?4"
            " AND ?5",
      clear != NULL ? error : NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (clear == NULL || insert == NULL)
    return FALSE;
  if (!is_priority && !g_str_equal (table, "activity"))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "themes", _ ("There is no field “%s” in “%s”."),
                                "themes", table);
  ris3_statement_bind (clear, "i", id);
  if (!ris3_connection_run (self->connection, clear, error))
    return FALSE;
  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (themes[i], " ", 3);
      gboolean is_full = g_strv_length (words) == 3;

      if (!g_hash_table_add (seen, themes[i]))
        continue;
      ris3_statement_bind (insert, "isssi", id, is_full ? words[0] : RIS3_IMPORT_THEME_SCHEME,
                           is_full ? words[1] : RIS3_IMPORT_THEME_VERSION, is_full ? words[2] : themes[i],
                           (gint64) i + 1);
      if (!ris3_connection_run (self->connection, insert, error))
        return FALSE;
      if (sqlite3_changes (ris3_connection_get_handle (self->connection)) == 0)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "themes",
                                    _ ("There is no theme “%s” in the codebook."), themes[i]);
    }
  return TRUE;
}

/* "FRL0-2021", or "FRL0-2021-2" if that is taken. NULL: the region or period is missing, which the schema refuses. */
static gboolean
make_strategy_id (Performance *self, const Ris3EditStep *step, char **id, GError **error)
{
  GVariant *code = NULL;
  GVariant *period = NULL;
  g_autofree char *base = NULL;

  if (!ris3_edit_step_get (step, "region_code", &code) || !ris3_edit_step_get (step, "period", &period) || code == NULL
      || period == NULL || !g_variant_is_of_type (code, G_VARIANT_TYPE_STRING)
      || !g_variant_is_of_type (period, G_VARIANT_TYPE_STRING))
    return TRUE;
  base = g_strdup_printf ("%s-%.4s", g_variant_get_string (code, NULL), g_variant_get_string (period, NULL));
  for (guint i = 1;; i++)
    {
      g_autofree char *candidate = i == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, i);
      g_autofree char *unused = NULL;
      gboolean found;

      if (!read_text (self, ris3_edit_table_find ("strategy"), "id", candidate, &found, &unused, error))
        return FALSE;
      if (!found)
        {
          *id = g_steal_pointer (&candidate);
          return TRUE;
        }
    }
}

typedef struct
{
  GString *columns;
  GString *values;
  GPtrArray *bound; /* of GVariant, may be NULL */
} Insert;

static void
insert_sql (Insert *insert, const char *column, const char *sql)
{
  g_string_append_printf (insert->columns, "%s\"%s\"", insert->columns->len > 0 ? ", " : "", column);
  g_string_append_printf (insert->values, "%s%s", insert->values->len > 0 ? ", " : "", sql);
}

static void
insert_value (Insert *insert, const char *column, GVariant *value)
{
  g_autofree char *parameter = NULL;

  g_ptr_array_add (insert->bound, value != NULL ? g_variant_ref_sink (value) : NULL);
  parameter = g_strdup_printf ("?%u", insert->bound->len);
  insert_sql (insert, column, parameter);
}

static void
unref_value (gpointer value)
{
  if (value != NULL)
    g_variant_unref (value);
}

/* What a new row has besides the settings. */
static gboolean
complete (Performance *self, const Ris3EditStep *step, Insert *insert, GError **error)
{
  GVariant *value;

  if (g_str_equal (step->table, "priority"))
    {
      GVariant *strategy_id = NULL;
      GVariant *parent = NULL;
      gint64 parent_id
          = step->parent_step >= 0 ? g_array_index (self->ids, gint64, step->parent_step) : step->parent_id;
      double position = 1;

      if (ris3_edit_step_get (step, "parent_id", &parent) && parent != NULL
          && g_variant_is_of_type (parent, G_VARIANT_TYPE_INT64))
        parent_id = g_variant_get_int64 (parent);
      else
        insert_value (insert, "parent_id", parent_id != 0 ? g_variant_new_int64 (parent_id) : NULL);
      if (step->id != 0)
        insert_value (insert, "id", g_variant_new_int64 (step->id));
      if (step->position != 0)
        position = step->position;
      else if (ris3_edit_step_get (step, "strategy_id", &strategy_id) && strategy_id != NULL
               && g_variant_is_of_type (strategy_id, G_VARIANT_TYPE_STRING)
               && !ris3_edit_find_position (self->connection, g_variant_get_string (strategy_id, NULL), parent_id,
                                            step->after_id, 0, &position, error))
        return FALSE;
      insert_value (insert, "position", g_variant_new_double (position));
    }
  if (g_str_equal (step->table, "strategy") && !ris3_edit_step_get (step, "id", &value))
    {
      g_autofree char *id = NULL;

      if (!make_strategy_id (self, step, &id, error))
        return FALSE;
      /* Without one, what it is made of is missing, and that is what the schema is to complain about. */
      insert_value (insert, "id", g_variant_new_string (id != NULL ? id : "?"));
    }
  if (g_str_equal (step->table, "note"))
    {
      insert_value (insert, "created_at", g_variant_new_string (self->now));
      insert_value (insert, "changed_at", g_variant_new_string (self->now));
      if (!ris3_edit_step_get (step, "author", &value))
        insert_value (insert, "author", g_variant_new_string (self->actor));
    }
  if (g_str_equal (step->table, "saved_view"))
    insert_value (insert, "created_at", g_variant_new_string (self->now));
  return TRUE;
}

static gboolean
build_insert (Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, Insert *insert, GError **error)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const Ris3EditField *field = &table->fields[i];
      GVariant *value;

      if (ris3_edit_step_get (step, field->column, &value))
        insert_value (insert, field->column, value);
      else if (field->preset != NULL)
        insert_sql (insert, field->column, field->preset);
    }
  return complete (self, step, insert, error);
}

static gboolean
add (Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, char **key, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GPtrArray) bound = g_ptr_array_new_with_free_func (unref_value);
  Insert insert = { columns, values, bound };
  g_autofree char *sql = NULL;
  g_autoptr (Ris3Statement) statement = NULL;
  gboolean has_row;
  int code;

  if (!build_insert (self, table, step, &insert, error))
    return FALSE;
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s) RETURNING \"%s\"", table->table, columns->str,
                         values->str, table->key);
  statement = ris3_connection_borrow (self->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < bound->len; i++)
    bind_value (statement, (int) i + 1, g_ptr_array_index (bound, i));
  code = sqlite3_step (statement);
  has_row = code == SQLITE_ROW;
  if (!has_row)
    return ris3_edit_refuse (self->connection, table, code, error);
  *key = ris3_statement_get_text (statement, 0);
  sqlite3_reset (statement);
  return check_references (self, table, step, *key, error)
         && (step->themes == NULL
             || set_themes (self, step->table, g_ascii_strtoll (*key, NULL, 10), step->themes, error));
}

static gboolean
set (Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
{
  g_autoptr (GString) assignments = g_string_new (NULL);
  g_autoptr (GString) differences = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr (Ris3Statement) statement = NULL;

  if (!check_expectations (self, table, step, error)
      || (step->themes != NULL
          && !set_themes (self, step->table, g_ascii_strtoll (step->key, NULL, 10), step->themes, error)))
    return FALSE;
  if (step->settings->len == 0)
    return TRUE;
  for (guint i = 0; i < step->settings->len; i++)
    {
      const Ris3Setting *setting = g_ptr_array_index (step->settings, i);

      g_string_append_printf (assignments, "%s\"%s\" = ?%u", i > 0 ? ", " : "", setting->column, i + 1);
      g_string_append_printf (differences, "%s\"%s\" IS NOT ?%u", i > 0 ? " OR " : "", setting->column, i + 1);
    }
  if (g_str_equal (step->table, "note"))
    g_string_append_printf (assignments, ", changed_at = max (created_at, ?%u)", step->settings->len + 2);
  /* What is the same already is not touched, so that a note is not dated anew. */
  sql = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"%s\" = ?%u AND (%s)", table->table, assignments->str, table->key,
                         step->settings->len + 1, differences->str);
  statement = ris3_connection_borrow (self->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < step->settings->len; i++)
    bind_value (statement, (int) i + 1, ((Ris3Setting *) g_ptr_array_index (step->settings, i))->value);
  sqlite3_bind_text (statement, (int) step->settings->len + 1, step->key, -1, SQLITE_STATIC);
  if (g_str_equal (step->table, "note"))
    sqlite3_bind_text (statement, (int) step->settings->len + 2, self->now, -1, SQLITE_STATIC);
  return run (self, table, statement, error) && check_references (self, table, step, step->key, error);
}

static gboolean
delete_row (Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
{
  g_autofree char *sql
      = g_str_equal (table->table, "priority")
            ? g_strdup (
                "DELETE FROM priority WHERE id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT p.id FROM"
                " priority AS p JOIN below ON p.parent_id = below.id) SELECT id FROM below)")
            : g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?", table->table, table->key);
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  if (table->key_is_number)
    sqlite3_bind_int64 (statement, 1, g_ascii_strtoll (step->key, NULL, 10));
  else
    sqlite3_bind_text (statement, 1, step->key, -1, SQLITE_STATIC);
  return run (self, table, statement, error);
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

/* What SQLite would say only at the commit, and without words. */
static gboolean
check_dangling (Performance *self, GError **error)
{
  int n_dangling = 0;
  int unused = 0;

  sqlite3_db_status (ris3_connection_get_handle (self->connection), SQLITE_DBSTATUS_DEFERRED_FKS, &n_dangling, &unused,
                     0);
  return n_dangling == 0
         || ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL,
                                 _ ("It cannot be deleted, as something else in the atlas still refers to it."));
}

static char *
get_title (const Ris3EditTable *table, Ris3Verb verb, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name != NULL ? name : ""), "\r\n\t", ' ');
  g_autofree char *shown = NULL;

  if (g_utf8_strlen (plain, -1) > MAX_NAME)
    {
      g_autofree char *begin = g_utf8_substring (plain, 0, MAX_NAME - 1);
      shown = g_strconcat (g_strchomp (begin), "…", NULL);
    }
  else
    shown = g_strdup (plain);
  switch (verb)
    {
    case RIS3_VERB_ADD:
      return fill_in (_ (table->add_title), shown);
    case RIS3_VERB_DELETE:
      return fill_in (_ (table->delete_title), shown);
    case RIS3_VERB_MOVE:
    case RIS3_VERB_SHIFT:
      return g_strdup_printf (_ ("Move priority “%s”"), shown);
    case RIS3_VERB_THEMES:
      return g_strdup_printf (_ ("Change themes of “%s”"), shown);
    case RIS3_VERB_RESTORE:
      return g_strdup_printf (_ ("Restore “%s”"), shown);
    case RIS3_VERB_SET:
    case RIS3_VERB_BACKUP:
    default:
      return fill_in (_ (table->set_title), shown);
    }
}

static gboolean
perform_step (Performance *self, const Ris3EditStep *step, gboolean wants_title, char **title, GError **error)
{
  const Ris3EditTable *table = ris3_edit_table_find (step->table);
  g_autofree char *key = g_strdup (step->key);
  g_autofree char *name = NULL;
  gint64 id;
  gboolean is_priority;
  gboolean ok;
  gboolean found;

  if (step->verb == RIS3_VERB_BACKUP)
    {
      id = 0;
      g_array_append_val (self->ids, id);
      return ris3_edit_restore_backup (self->connection, step->backup_path, error);
    }
  if (table == NULL || (table->only_built && (!self->is_building || step->verb != RIS3_VERB_ADD)))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL, _ ("“%s” cannot be edited."), step->table);
  is_priority = g_str_equal (step->table, "priority");
  /* What a row was called before tells which it was; but one that is being named for the first time had no name. */
  if (!check_settings (table, step, error) || (key != NULL && !find_row (self, table, key, &name, error)))
    return FALSE;
  id = key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
  switch (step->verb)
    {
    case RIS3_VERB_ADD:
      ok = add (self, table, step, &key, error);
      break;
    case RIS3_VERB_SET:
      ok = set (self, table, step, error);
      break;
    case RIS3_VERB_DELETE:
      ok = delete_row (self, table, step, error);
      break;
    case RIS3_VERB_MOVE:
      ok = ris3_edit_move (self->connection, id, step->parent_id, step->after_id, error)
           && check_references (self, table, step, key, error);
      break;
    case RIS3_VERB_SHIFT:
      ok = ris3_edit_shift (self->connection, id, step->shift, error);
      break;
    case RIS3_VERB_THEMES:
      ok = set_themes (self, step->table, id, step->themes, error);
      break;
    case RIS3_VERB_RESTORE:
      ok = ris3_edit_restore (self->connection, step, error);
      break;
    case RIS3_VERB_BACKUP:
    default:
      g_return_val_if_reached (FALSE);
    }
  if (!ok
      || (step->verb == RIS3_VERB_ADD && wants_title
          && !read_text (self, table, table->name, key, &found, &name, error)))
    return FALSE;
  if (is_priority && step->verb != RIS3_VERB_DELETE)
    g_hash_table_add (self->priorities, g_strdup (key));
  if (wants_title)
    *title = get_title (table, step->verb, name);
  id = table->key_is_number && key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
  g_array_append_val (self->ids, id);
  return TRUE;
}

gboolean
ris3_edit_perform (Ris3Edit *self,
                   Ris3Connection *connection,
                   const char *actor,
                   const char *now,
                   Ris3EditOutcome *outcome,
                   GError **error)
{
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Performance performance = { connection, actor, now, NULL, priorities, FALSE };
  g_autofree char *title = NULL;

  ris3_connection_trim_statements (connection);
  performance.ids = outcome->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->steps->len; i++)
    {
      GError *local_error = NULL;

      if (perform_step (&performance, g_ptr_array_index (self->steps, i), i == 0 && self->title == NULL, &title,
                        &local_error))
        continue;
      ris3_edit_error_set_step (local_error, i);
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (self->title != NULL)
    outcome->title = g_strdup (self->title);
  else if (self->steps->len > 1)
    /* Translators: %s is the name of the first of several edits that were made together. */
    outcome->title = g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more", self->steps->len - 1), title,
                                      self->steps->len - 1);
  else
    outcome->title = g_steal_pointer (&title);
  return ris3_edit_check_depths (connection, priorities, error) && check_dangling (&performance, error);
}

gboolean
ris3_edit_build (Ris3Edit *self, Ris3Connection *connection, gint64 *id, GError **error)
{
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Performance performance = { connection, "", "", ids, priorities, TRUE };

  for (guint i = 0; i < self->steps->len; i++)
    if (!perform_step (&performance, g_ptr_array_index (self->steps, i), FALSE, NULL, error))
      return FALSE;
  if (id != NULL)
    *id = g_array_index (ids, gint64, ids->len - 1);
  return TRUE;
}

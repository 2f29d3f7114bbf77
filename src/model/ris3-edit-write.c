/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows are written here, and moved in ris3-edit-place.c and restored in ris3-edit-restore.c. Apart from undo and the
 * log, and of a new file the regions and codebooks, no other code writes rows. */

#include "config.h"

#include "model/ris3-edit-perform-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-import-private.h"

static void
bind_value (Ris3Performance *self, sqlite3_stmt *statement, int parameter, GVariant *value)
{
  if (value == NULL)
    sqlite3_bind_null (statement, parameter);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    sqlite3_bind_text (statement, parameter, g_variant_get_string (value, NULL), -1, SQLITE_TRANSIENT);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    sqlite3_bind_int64 (statement, parameter, g_array_index (self->ids, gint64, g_variant_get_uint32 (value)));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    sqlite3_bind_int64 (statement, parameter, g_variant_get_int64 (value));
  else
    sqlite3_bind_double (statement, parameter, g_variant_get_double (value));
}

static gboolean
run (Ris3Performance *self, const Ris3EditTable *table, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  return code == SQLITE_DONE || ris3_edit_refuse (self->connection, table, code, error);
}

/* Of several themes with one name, the atlas's own. */
#define OWN_FIRST " ORDER BY scheme <> '" RIS3_IMPORT_THEME_SCHEME "', scheme, version DESC LIMIT 1"

gboolean
ris3_edit_write_themes (Ris3Performance *self, const char *table, gint64 id, char *const *themes, GError **error)
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
  g_autoptr (Ris3Statement) by_name = ris3_connection_borrow (
      self->connection,
      is_priority ? "INSERT OR REPLACE INTO priority_theme (priority_id, scheme, version, code, position)"
                    " SELECT ?1, scheme, version, code, ?3 FROM codebook WHERE name = ?2 COLLATE NOCASE" OWN_FIRST
                  : "INSERT OR REPLACE INTO activity_theme (activity_id, scheme, version, code)"
                    " SELECT ?1, scheme, version, code FROM codebook WHERE name = ?2 COLLATE NOCASE AND ?3" OWN_FIRST,
      insert != NULL ? error : NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (clear == NULL || insert == NULL || by_name == NULL)
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
      if (sqlite3_changes (ris3_connection_get_handle (self->connection)) > 0)
        continue;
      ris3_statement_bind (by_name, "isi", id, themes[i], (gint64) i + 1);
      if (!ris3_connection_run (self->connection, by_name, error))
        return FALSE;
      if (sqlite3_changes (ris3_connection_get_handle (self->connection)) == 0)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "themes",
                                    _ ("There is no theme “%s” in the codebook."), themes[i]);
    }
  return TRUE;
}

/* "FRL0-2021", or "FRL0-2021-2" if that is taken. NULL: the region or period is missing, which the schema refuses. */
static gboolean
make_strategy_id (Ris3Performance *self, const Ris3EditStep *step, char **id, GError **error)
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

      if (!ris3_edit_read_text (self, ris3_edit_table_find ("strategy"), "id", candidate, &found, &unused, error))
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
complete (Ris3Performance *self, const Ris3EditStep *step, Insert *insert, GError **error)
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
      if (ris3_edit_step_get (step, "strategy_id", &strategy_id) && strategy_id != NULL
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
  if (g_str_equal (step->table, "comment") && step->parent_step >= 0)
    insert_value (insert, "organisation_id",
                  g_variant_new_int64 (g_array_index (self->ids, gint64, step->parent_step)));
  if (g_str_equal (step->table, "attachment"))
    insert_value (insert, "added_at", g_variant_new_string (self->now));
  if (g_str_equal (step->table, "saved_view"))
    insert_value (insert, "created_at", g_variant_new_string (self->now));
  return TRUE;
}

static gboolean
build_insert (Ris3Performance *self,
              const Ris3EditTable *table,
              const Ris3EditStep *step,
              Insert *insert,
              GError **error)
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

gboolean
ris3_edit_add_row (Ris3Performance *self,
                   const Ris3EditTable *table,
                   const Ris3EditStep *step,
                   char **key,
                   GError **error)
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
    bind_value (self, statement, (int) i + 1, g_ptr_array_index (bound, i));
  code = sqlite3_step (statement);
  has_row = code == SQLITE_ROW;
  if (!has_row)
    return ris3_edit_refuse (self->connection, table, code, error);
  *key = ris3_statement_get_text (statement, 0);
  sqlite3_reset (statement);
  return ris3_edit_check_references (self, table, *key, error)
         && (self->is_building || !g_str_equal (step->table, "comment")
             || ris3_edit_complete_comment (self, g_ascii_strtoll (*key, NULL, 10), error))
         && (!g_str_equal (step->table, "attachment") || ris3_edit_write_contents (self, step, error))
         && (step->values == NULL || ris3_edit_write_values (self, step, g_ascii_strtoll (*key, NULL, 10), error))
         && (step->themes == NULL
             || ris3_edit_write_themes (self, step->table, g_ascii_strtoll (*key, NULL, 10), step->themes, error));
}

gboolean
ris3_edit_set_row (Ris3Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
{
  g_autoptr (GString) assignments = g_string_new (NULL);
  g_autoptr (GString) differences = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr (Ris3Statement) statement = NULL;

  if (!ris3_edit_check_expectations (self, table, step, error)
      || (step->themes != NULL
          && !ris3_edit_write_themes (self, step->table, g_ascii_strtoll (step->key, NULL, 10), step->themes, error)))
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
    bind_value (self, statement, (int) i + 1, ((Ris3Setting *) g_ptr_array_index (step->settings, i))->value);
  sqlite3_bind_text (statement, (int) step->settings->len + 1, step->key, -1, SQLITE_STATIC);
  if (g_str_equal (step->table, "note"))
    sqlite3_bind_text (statement, (int) step->settings->len + 2, self->now, -1, SQLITE_STATIC);
  return run (self, table, statement, error) && ris3_edit_check_references (self, table, step->key, error);
}

/* They would go with it, and no undo could bring them back: the history does not hold persons. */
static gboolean
check_persons (Ris3Performance *self, const char *organisation, GError **error)
{
  g_autoptr (Ris3Statement) statement
      = ris3_connection_borrow (self->connection, "SELECT 1 FROM contact WHERE organisation_id = ? LIMIT 1", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "i", g_ascii_strtoll (organisation, NULL, 10));
  if (!ris3_connection_step (self->connection, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  return ris3_edit_error_set (
      error, RIS3_EDIT_ERROR_INVALID, NULL,
      _ ("The organisation has persons, whom no undo could bring back. Erase these before it is "
         "deleted."));
}

gboolean
ris3_edit_delete_row (Ris3Performance *self, const Ris3EditTable *table, const Ris3EditStep *step, GError **error)
{
  g_autofree char *sql
      = g_str_equal (table->table, "priority")
            ? g_strdup (
                "DELETE FROM priority WHERE id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT p.id FROM"
                " priority AS p JOIN below ON p.parent_id = below.id) SELECT id FROM below)")
            : g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?", table->table, table->key);
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (self->connection, sql, error);

  if (statement == NULL || (g_str_equal (table->table, "organisation") && !check_persons (self, step->key, error)))
    return FALSE;
  if (table->key_is_number)
    sqlite3_bind_int64 (statement, 1, g_ascii_strtoll (step->key, NULL, 10));
  else
    sqlite3_bind_text (statement, 1, step->key, -1, SQLITE_STATIC);
  return run (self, table, statement, error);
}

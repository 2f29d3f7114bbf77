/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chosen rows as one step of an edit. They may be many: each kind of statement is prepared once, and values are bound
 * as they are in the plan. Every row that is changed must still be what the dry run has seen. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-import-private.h"

#define ROWS_BETWEEN_CHECKS 256

/* One part while it is written. */
typedef struct
{
  Ris3ImportBatch *batch;
  const Ris3ImportPart *part;
  Ris3ImportPlan *plan;
  Ris3Performance *performance;
  Ris3Connection *connection;
  GHashTable *ids;  /* plans to the ids of their new rows, gint64 for each row */
  gint64 *own_ids;  /* of plan */
  gint64 *area_ids; /* 0: not yet */
  sqlite3_stmt *insert;
  sqlite3_stmt *update;
  sqlite3_stmt *move;
  sqlite3_stmt *clear_themes;
  sqlite3_stmt *insert_theme;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->area_ids, g_free);
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->update, sqlite3_finalize);
  g_clear_pointer (&self->move, sqlite3_finalize);
  g_clear_pointer (&self->clear_themes, sqlite3_finalize);
  g_clear_pointer (&self->insert_theme, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

/* Places are written by the tree, themes to a table of their own, and keys stay. */
static gboolean
is_plain (const Ris3ExchangeColumn *column)
{
  return column->field != NULL && column->kind != RIS3_EXCHANGE_THEMES && !g_str_equal (column->field, "position")
         && !g_str_equal (column->field, "parent_id");
}

/* Whether an empty value is NULL. */
static gboolean
is_null (Ris3ImportPlan *self, const Ris3ExchangeColumn *column)
{
  const Ris3EditField *field = ris3_edit_table_find_field (self->edit_table, column->field);

  return column->kind == RIS3_EXCHANGE_INTEGER || column->kind == RIS3_EXCHANGE_ANSWER
         || column->kind == RIS3_EXCHANGE_REAL
         || (field != NULL && field->preset == NULL && !g_str_equal (column->field, "author"));
}

static gint64
get_organisation (Writing *self, const Ris3PlanRow *row, const char *name)
{
  g_autoptr (Ris3Statement) statement = NULL;

  if (*name == '\0')
    return 0;
  if (row != NULL && row->earlier != NULL)
    {
      const gint64 *ids = g_hash_table_lookup (self->ids, row->earlier);

      return ids != NULL ? ids[row->earlier_row] : 0;
    }
  statement = ris3_connection_borrow (
      self->connection, "SELECT id FROM organisation WHERE name = ?1 OR CAST (id AS TEXT) = ?1 ORDER BY name = ?1 DESC",
      NULL);
  if (statement == NULL)
    return 0;
  ris3_statement_bind (statement, "s", name);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/* row: NULL for a value of the atlas */
static void
bind (Writing *self,
      sqlite3_stmt *statement,
      int parameter,
      const Ris3ExchangeColumn *column,
      const Ris3PlanRow *row,
      const char *value)
{
  if (*value == '\0' && is_null (self->plan, column))
    sqlite3_bind_null (statement, parameter);
  else if (g_str_equal (column->field, "organisation_id"))
    {
      gint64 id = get_organisation (self, row, value);

      if (id != 0)
        sqlite3_bind_int64 (statement, parameter, id);
      else
        sqlite3_bind_null (statement, parameter);
    }
  else if (column->kind == RIS3_EXCHANGE_INTEGER || column->kind == RIS3_EXCHANGE_ANSWER
           || g_str_equal (column->field, "priority_id"))
    sqlite3_bind_int64 (statement, parameter, g_ascii_strtoll (value, NULL, 10));
  else if (column->kind == RIS3_EXCHANGE_REAL)
    sqlite3_bind_double (statement, parameter, g_ascii_strtod (value, NULL));
  else
    sqlite3_bind_text (statement, parameter, value, -1, SQLITE_STATIC);
}

static gboolean
prepare_insert (Writing *self, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;
  const char *comma = "";

  for (guint i = 0; i < self->plan->n_columns; i++)
    if (is_plain (&self->plan->columns[i]) && (i > 0 || !self->plan->edit_table->key_is_number))
      {
        g_string_append_printf (names, "%s\"%s\"", comma, self->plan->columns[i].field);
        g_string_append_printf (values, "%s?%u", comma, i + 1);
        comma = ", ";
      }
  if (self->plan->table == RIS3_EXCHANGE_PRIORITIES)
    {
      g_string_append (names, ", parent_id, position, id");
      g_string_append_printf (values, ", nullif (?%u, 0), ?%u, nullif (?%u, 0)", self->plan->n_columns + 1,
                              self->plan->n_columns + 2, self->plan->n_columns + 3);
    }
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", self->plan->edit_table->table, names->str, values->str);
  self->insert = ris3_connection_prepare (self->connection, sql, error);
  return self->insert != NULL;
}

/* All of the row is expected to be what it was; it is changed as a whole, and the session sees what differs. */
static gboolean
prepare_update (Writing *self, GError **error)
{
  g_autoptr (GString) sets = g_string_new (NULL);
  g_autoptr (GString) conditions = g_string_new (NULL);
  g_autofree char *sql = NULL;
  guint n = self->plan->n_columns;
  const char *comma = "";

  for (guint i = 1; i < n; i++)
    {
      const Ris3ExchangeColumn *column = &self->plan->columns[i];

      if (!is_plain (column))
        continue;
      g_string_append_printf (conditions, " AND \"%s\" IS ?%u", column->field, n + i + 1);
      if (self->plan->table == RIS3_EXCHANGE_PRIORITIES && g_str_equal (column->field, "strategy_id"))
        continue;
      g_string_append_printf (sets, "%s\"%s\" = ?%u", comma, column->field, i + 1);
      comma = ", ";
    }
  sql = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE id = ?%u%s", self->plan->edit_table->table, sets->str, n + 1,
                         conditions->str);
  self->update = ris3_connection_prepare (self->connection, sql, error);
  return self->update != NULL;
}

static void
bind_key (Writing *self, sqlite3_stmt *statement, int parameter, const Ris3PlanRow *row)
{
  const char *key = ris3_exchange_rows_get (self->plan->atlas, (guint) row->match, 0);

  if (self->plan->edit_table->key_is_number)
    sqlite3_bind_int64 (statement, parameter, g_ascii_strtoll (key, NULL, 10));
  else
    sqlite3_bind_text (statement, parameter, key, -1, SQLITE_STATIC);
}

static gboolean
refuse_changed (Writing *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint64 change;
  g_autofree char *who = ris3_change_log_describe_last (
      self->connection, self->plan->edit_table->table,
      ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, 0), 0, &change, error);

  if (who == NULL)
    return FALSE;
  ris3_edit_error_set (
      error, RIS3_EDIT_ERROR_CONFLICT, NULL,
      _ ("%s, row %u: what it changes was itself changed since the file was compared (%s). Nothing was "
         "imported. Compare again."),
      self->plan->file_name, item->line, who);
  if (error != NULL)
    ris3_edit_error_set_change (*error, change);
  return FALSE;
}

static gboolean
refuse (Writing *self, guint row, int code, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  ris3_edit_refuse (self->connection, self->plan->edit_table, code, &local_error);
  if (local_error->domain != RIS3_EDIT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, ris3_edit_error_get_field (local_error),
                              /* Translators: a file, the row in it, and what is wrong with it. */
                              _ ("%s, row %u: %s Nothing was imported. Compare again."), self->plan->file_name,
                              ris3_import_plan_row (self->plan, row)->line, local_error->message);
}

static gint64
get_id (Ris3ImportPlan *self, guint match)
{
  return g_ascii_strtoll (ris3_exchange_rows_get (self->atlas, match, 0), NULL, 10);
}

static gboolean
add_area (Writing *self, guint index, guint row, GError **error)
{
  const Ris3PlanArea *area = &g_array_index (self->plan->areas, Ris3PlanArea, index);
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (
      self->connection,
      "INSERT INTO priority (strategy_id, position, label, original_text, text, page_label, explicit_pm, is_area,"
      " id) VALUES (?, ?, ?, '', '', '', 0, 1, nullif (?, 0))",
      error);
  int code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, area->strategy_id, -1, SQLITE_STATIC);
  sqlite3_bind_double (statement, 2, area->position);
  sqlite3_bind_text (statement, 3, area->label, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, area->number);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    return refuse (self, row, code, error);
  self->area_ids[index] = sqlite3_last_insert_rowid (ris3_connection_get_handle (self->connection));
  return TRUE;
}

static gboolean
get_parent_id (Writing *self, guint row, gint64 *id, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint parent;

  *id = 0;
  switch (item->parent_kind)
    {
    case RIS3_PARENT_ROW:
      parent = ris3_import_plan_row (self->plan, item->parent)->match;
      *id = parent >= 0 ? get_id (self->plan, (guint) parent) : self->own_ids[item->parent];
      return TRUE;
    case RIS3_PARENT_AREA:
      if (self->area_ids[item->parent] == 0 && !add_area (self, item->parent, row, error))
        return FALSE;
      *id = self->area_ids[item->parent];
      return TRUE;
    case RIS3_PARENT_ATLAS:
      *id = get_id (self->plan, item->parent);
      return TRUE;
    case RIS3_PARENT_KEPT:
      parent = item->match >= 0 ? ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent : -1;
      *id = parent >= 0 ? get_id (self->plan, (guint) parent) : 0;
      return TRUE;
    case RIS3_PARENT_NONE:
    default:
      return TRUE;
    }
}

static gboolean
prepare_themes (Writing *self, GError **error)
{
  gboolean is_priority = self->plan->table == RIS3_EXCHANGE_PRIORITIES;

  if (self->insert_theme != NULL)
    return TRUE;
  self->clear_themes = ris3_connection_prepare (self->connection,
                                                is_priority ? "DELETE FROM priority_theme WHERE priority_id = ?"
                                                            : "DELETE FROM activity_theme WHERE activity_id = ?",
                                                error);
  if (self->clear_themes != NULL)
    self->insert_theme = ris3_connection_prepare (
        self->connection,
        is_priority ? "INSERT INTO priority_theme (priority_id, scheme, version, code, position) VALUES (?, ?, ?, ?, ?)"
                    : "INSERT INTO activity_theme (activity_id, scheme, version, code) VALUES (?, ?, ?, ?)",
        error);
  return self->insert_theme != NULL;
}

static gboolean
write_themes (Writing *self, guint row, gint64 id, const char *themes, gboolean is_new, GError **error)
{
  const char *next = themes;

  if (!prepare_themes (self, error))
    return FALSE;
  if (!is_new)
    {
      ris3_statement_bind (self->clear_themes, "i", id);
      if (!ris3_connection_run (self->connection, self->clear_themes, error))
        return FALSE;
    }
  for (int position = 1; *next != '\0'; position++)
    {
      const char *end = strchrnul (next, ';');
      const char *version = memchr (next, ' ', (gsize) (end - next));
      const char *code = version != NULL ? memchr (version + 1, ' ', (gsize) (end - version - 1)) : NULL;
      int result;

      sqlite3_bind_int64 (self->insert_theme, 1, id);
      if (code != NULL)
        {
          sqlite3_bind_text (self->insert_theme, 2, next, (int) (version - next), SQLITE_STATIC);
          sqlite3_bind_text (self->insert_theme, 3, version + 1, (int) (code - version - 1), SQLITE_STATIC);
          sqlite3_bind_text (self->insert_theme, 4, code + 1, (int) (end - code - 1), SQLITE_STATIC);
        }
      else
        {
          sqlite3_bind_text (self->insert_theme, 2, RIS3_IMPORT_THEME_SCHEME, -1, SQLITE_STATIC);
          sqlite3_bind_text (self->insert_theme, 3, RIS3_IMPORT_THEME_VERSION, -1, SQLITE_STATIC);
          sqlite3_bind_text (self->insert_theme, 4, next, (int) (end - next), SQLITE_STATIC);
        }
      if (self->plan->table == RIS3_EXCHANGE_PRIORITIES)
        sqlite3_bind_int (self->insert_theme, 5, position);
      result = sqlite3_step (self->insert_theme);
      sqlite3_reset (self->insert_theme);
      if (result != SQLITE_DONE)
        return refuse (self, row, result, error);
      next = *end != '\0' ? end + 1 : end;
    }
  return TRUE;
}

/* What the program fills in. */
static const char *
get_new_value (Writing *self, guint row, guint column)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  const char *value = ris3_import_plan_get_effective (self->plan, row, column);
  const char *name = self->plan->columns[column].name;

  if (column == 0 && item->new_id != NULL)
    return item->new_id;
  if (*value != '\0' || self->plan->table != RIS3_EXCHANGE_NOTES)
    return value;
  if (g_str_equal (name, "changed_at") || g_str_equal (name, "created_at"))
    return MAX (g_strcmp0 (self->performance->now,
                           ris3_import_plan_get_effective_by_name (self->plan, row, "created_at")),
                0) > 0
               ? self->performance->now
               : ris3_import_plan_get_effective_by_name (self->plan, row, "created_at");
  if (g_str_equal (name, "author") && !self->plan->has[column])
    return self->performance->actor;
  return value;
}

static gboolean
add_row (Writing *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  guint n = self->plan->n_columns;
  gint themes = ris3_import_plan_find (self->plan, "themes");
  gint64 parent_id;
  gint64 id;
  int code;

  if (self->insert == NULL && !prepare_insert (self, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (is_plain (&self->plan->columns[i]) && (i > 0 || !self->plan->edit_table->key_is_number))
      bind (self, self->insert, (int) i + 1, &self->plan->columns[i], item, get_new_value (self, row, i));
  if (self->plan->table == RIS3_EXCHANGE_PRIORITIES)
    {
      if (!get_parent_id (self, row, &parent_id, error))
        return FALSE;
      sqlite3_bind_int64 (self->insert, (int) n + 1, parent_id);
      sqlite3_bind_double (self->insert, (int) n + 2, item->position);
      sqlite3_bind_int64 (self->insert, (int) n + 3, item->number);
    }
  code = sqlite3_step (self->insert);
  sqlite3_reset (self->insert);
  if (code != SQLITE_DONE)
    return refuse (self, row, code, error);
  id = sqlite3_last_insert_rowid (ris3_connection_get_handle (self->connection));
  self->own_ids[row] = id;
  return themes < 0
         || write_themes (self, row, id, ris3_import_plan_get_effective (self->plan, row, (guint) themes), TRUE, error);
}

static gboolean
update_row (Writing *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  guint n = self->plan->n_columns;
  int code;

  if (self->update == NULL && !prepare_update (self, error))
    return FALSE;
  bind_key (self, self->update, (int) n + 1, item);
  for (guint i = 1; i < n; i++)
    {
      const Ris3ExchangeColumn *column = &self->plan->columns[i];
      const char *value;

      if (!is_plain (column))
        continue;
      value = ris3_import_plan_get_effective (self->plan, row, i);
      /* A note that is changed is dated, unless the file says when. */
      if (g_str_equal (column->field, "changed_at") && ris3_import_plan_get_value (self->plan, row, i) == NULL)
        value = g_strcmp0 (self->performance->now, value) > 0 ? self->performance->now : value;
      bind (self, self->update, (int) i + 1, column, item, value);
      bind (self, self->update, (int) (n + i) + 1, column, NULL,
            ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, i));
    }
  code = sqlite3_step (self->update);
  sqlite3_reset (self->update);
  if (code != SQLITE_DONE)
    return refuse (self, row, code, error);
  return sqlite3_changes (ris3_connection_get_handle (self->connection)) > 0 || refuse_changed (self, row, error);
}

/* As ris3_edit_check_expectations () does. */
static gboolean
change_themes (Writing *self, guint row, guint column, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint64 id = get_id (self->plan, (guint) item->match);
  const char *seen = ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, column);
  g_autofree char *present = NULL;

  if (!ris3_exchange_read_themes (self->connection, self->plan->table, id, &present, error))
    return FALSE;
  if (!g_str_equal (present, seen))
    return refuse_changed (self, row, error);
  return write_themes (self, row, id, ris3_import_plan_get_value (self->plan, row, column), FALSE, error);
}

static gboolean
set_place (Writing *self,
           guint atlas_row,
           gint64 parent_id,
           gint64 old_parent_id,
           double position,
           gboolean *changed,
           int *code,
           GError **error)
{
  if (self->move == NULL)
    self->move = ris3_connection_prepare (self->connection,
                                          "UPDATE priority SET parent_id = nullif (?1, 0), position = ?2 WHERE id = ?3"
                                          " AND parent_id IS nullif (?4, 0) AND position = ?5",
                                          error);
  if (self->move == NULL)
    return FALSE;
  sqlite3_bind_int64 (self->move, 1, parent_id);
  sqlite3_bind_double (self->move, 2, position);
  sqlite3_bind_int64 (self->move, 3, get_id (self->plan, atlas_row));
  sqlite3_bind_int64 (self->move, 4, old_parent_id);
  sqlite3_bind_double (self->move, 5, ris3_exchange_rows_get_place (self->plan->atlas, atlas_row)->position);
  *code = sqlite3_step (self->move);
  sqlite3_reset (self->move);
  *changed = sqlite3_changes (ris3_connection_get_handle (self->connection)) > 0;
  return TRUE;
}

static gboolean
move_row (Writing *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint old_parent = ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent;
  gint64 parent_id;
  gboolean changed;
  int code;

  if (!get_parent_id (self, row, &parent_id, error)
      || !set_place (self, (guint) item->match, parent_id,
                     old_parent >= 0 ? get_id (self->plan, (guint) old_parent) : 0, item->position, &changed, &code,
                     error))
    return FALSE;
  if (code != SQLITE_DONE)
    return refuse (self, row, code, error);
  if (!changed)
    return refuse_changed (self, row, error);
  g_hash_table_add (self->performance->priorities,
                    g_strdup (ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, 0)));
  return TRUE;
}

static gboolean
change_row (Writing *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gboolean is_changed = FALSE;
  gint themes = ris3_import_plan_find (self->plan, "themes");

  for (guint i = 1; i < self->plan->n_columns && !is_changed; i++)
    is_changed = is_plain (&self->plan->columns[i]) && ris3_import_plan_is_changed (self->plan, row, i);
  return (!is_changed || update_row (self, row, error))
         && (themes < 0 || !ris3_import_plan_is_changed (self->plan, row, (guint) themes)
             || change_themes (self, row, (guint) themes, error))
         && (item->position == 0 || move_row (self, row, error));
}

/* Siblings between which there was no room. Where somebody has moved one since, it stays there. */
static gboolean
renumber (Writing *self, GError **error)
{
  for (guint i = 0; i < self->plan->renumbered->len && self->part->rows->len > 0; i++)
    {
      const Ris3PlanRenumbered *one = &g_array_index (self->plan->renumbered, Ris3PlanRenumbered, i);
      gint parent = ris3_exchange_rows_get_place (self->plan->atlas, one->atlas_row)->parent;
      gint64 parent_id = parent >= 0 ? get_id (self->plan, (guint) parent) : 0;
      gboolean changed;
      int code;

      if (!set_place (self, one->atlas_row, parent_id, parent_id, one->position, &changed, &code, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_part (Ris3ImportBatch *batch,
            const Ris3ImportPart *part,
            Ris3Performance *performance,
            GHashTable *ids,
            GError **error)
{
  g_auto (Writing) self = { batch, part, part->plan, performance, performance->connection, ids };

  self.own_ids = g_new0 (gint64, part->plan->rows->len + 1);
  g_hash_table_insert (ids, part->plan, self.own_ids);
  self.area_ids = g_new0 (gint64, part->plan->areas->len + 1);
  for (guint i = 0; i < part->rows->len; i++)
    {
      guint row = g_array_index (part->rows, guint, i);

      if (i % ROWS_BETWEEN_CHECKS == 0 && !ris3_connection_check_cancelled (self.connection, error))
        return FALSE;
      if (ris3_import_plan_row (self.plan, row)->match >= 0 ? !change_row (&self, row, error)
                                                            : !add_row (&self, row, error))
        return FALSE;
      g_atomic_int_set (&self.plan->n_written, (gint) i + 1);
    }
  return renumber (&self, error);
}

gboolean
ris3_import_batch_write (Ris3ImportBatch *self, Ris3Performance *performance, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  int n_dangling = 0;
  int unused = 0;

  for (guint i = 0; i < self->parts->len; i++)
    if (!write_part (self, &g_array_index (self->parts, Ris3ImportPart, i), performance, ids, error))
      return FALSE;
  sqlite3_db_status (ris3_connection_get_handle (performance->connection), SQLITE_DBSTATUS_DEFERRED_FKS, &n_dangling,
                     &unused, 0);
  return n_dangling == 0
         || ris3_edit_error_set (
             error, RIS3_EDIT_ERROR_CONFLICT, NULL,
             _ ("A row that imported rows need was deleted since the file was compared. Nothing was "
                "imported. Compare again."));
}

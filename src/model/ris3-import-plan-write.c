/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chosen rows as one step of an edit. Every row that is changed must still be what the dry run has seen. */

#include "config.h"

#include "model/ris3-import-writing-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"

#define ROWS_BETWEEN_CHECKS 256

static void
writing_clear (Ris3ImportWriting *self)
{
  g_clear_pointer (&self->area_ids, g_free);
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->update, sqlite3_finalize);
  g_clear_pointer (&self->move, sqlite3_finalize);
  g_clear_pointer (&self->clear_themes, sqlite3_finalize);
  g_clear_pointer (&self->insert_theme, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3ImportWriting, writing_clear)

/* All of the row is expected to be what it was; it is changed as a whole, and the session sees what differs. */
static gboolean
prepare_update (Ris3ImportWriting *self, GError **error)
{
  g_autoptr (GString) sets = g_string_new (NULL);
  g_autoptr (GString) conditions = g_string_new (NULL);
  g_autofree char *sql = NULL;
  guint n = self->plan->n_columns;
  const char *comma = "";

  for (guint i = 1; i < n; i++)
    {
      const Ris3ExchangeColumn *column = &self->plan->columns[i];

      if (!ris3_import_writing_is_plain (column))
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
bind_key (Ris3ImportWriting *self, sqlite3_stmt *statement, int parameter, const Ris3PlanRow *row)
{
  const char *key = ris3_exchange_rows_get (self->plan->atlas, (guint) row->match, 0);

  if (self->plan->edit_table->key_is_number)
    sqlite3_bind_int64 (statement, parameter, g_ascii_strtoll (key, NULL, 10));
  else
    sqlite3_bind_text (statement, parameter, key, -1, SQLITE_STATIC);
}

static gboolean
update_row (Ris3ImportWriting *self, guint row, GError **error)
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

      if (!ris3_import_writing_is_plain (column))
        continue;
      value = ris3_import_plan_get_effective (self->plan, row, i);
      /* A note that is changed is dated, unless the file says when. */
      if (g_str_equal (column->field, "changed_at") && ris3_import_plan_get_value (self->plan, row, i) == NULL)
        value = g_strcmp0 (self->performance->now, value) > 0 ? self->performance->now : value;
      ris3_import_writing_bind (self, self->update, (int) i + 1, column, item, value);
      ris3_import_writing_bind (self, self->update, (int) (n + i) + 1, column, NULL,
                                ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, i));
    }
  code = sqlite3_step (self->update);
  sqlite3_reset (self->update);
  if (code != SQLITE_DONE)
    return ris3_import_writing_refuse (self, row, code, error);
  return sqlite3_changes (ris3_connection_get_handle (self->connection)) > 0
         || ris3_import_writing_refuse_changed (self, row, error);
}

static gboolean
set_place (Ris3ImportWriting *self,
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
  sqlite3_bind_int64 (self->move, 3, ris3_import_writing_get_id (self->plan, atlas_row));
  sqlite3_bind_int64 (self->move, 4, old_parent_id);
  sqlite3_bind_double (self->move, 5, ris3_exchange_rows_get_place (self->plan->atlas, atlas_row)->position);
  *code = sqlite3_step (self->move);
  sqlite3_reset (self->move);
  *changed = sqlite3_changes (ris3_connection_get_handle (self->connection)) > 0;
  return TRUE;
}

static gboolean
move_row (Ris3ImportWriting *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint old_parent = ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent;
  gboolean changed;
  int code;

  if (!set_place (self, (guint) item->match, ris3_import_writing_get_parent_id (self, row),
                  old_parent >= 0 ? ris3_import_writing_get_id (self->plan, (guint) old_parent) : 0, item->position,
                  &changed, &code, error))
    return FALSE;
  if (code != SQLITE_DONE)
    return ris3_import_writing_refuse (self, row, code, error);
  if (!changed)
    return ris3_import_writing_refuse_changed (self, row, error);
  g_hash_table_add (self->performance->priorities,
                    g_strdup (ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, 0)));
  return TRUE;
}

static gboolean
change_row (Ris3ImportWriting *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gboolean is_changed = FALSE;
  gint themes = ris3_import_plan_find (self->plan, "themes");

  for (guint i = 1; i < self->plan->n_columns && !is_changed; i++)
    is_changed
        = ris3_import_writing_is_plain (&self->plan->columns[i]) && ris3_import_plan_is_changed (self->plan, row, i);
  return (!is_changed || update_row (self, row, error))
         && (themes < 0 || !ris3_import_plan_is_changed (self->plan, row, (guint) themes)
             || ris3_import_writing_change_themes (self, row, (guint) themes, error))
         && (item->position == 0 || move_row (self, row, error));
}

/* Siblings between which there was no room. Where somebody has moved one since, it stays there. */
static gboolean
renumber (Ris3ImportWriting *self, GError **error)
{
  for (guint i = 0; i < self->plan->renumbered->len && self->part->rows->len > 0; i++)
    {
      const Ris3PlanRenumbered *one = &g_array_index (self->plan->renumbered, Ris3PlanRenumbered, i);
      gint parent = ris3_exchange_rows_get_place (self->plan->atlas, one->atlas_row)->parent;
      gint64 parent_id = parent >= 0 ? ris3_import_writing_get_id (self->plan, (guint) parent) : 0;
      gboolean changed;
      int code;

      if (!set_place (self, one->atlas_row, parent_id, parent_id, one->position, &changed, &code, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_part (const Ris3ImportPart *part, Ris3Performance *performance, GHashTable *ids, GError **error)
{
  g_auto (Ris3ImportWriting) self = { part, part->plan, performance, performance->connection, ids };

  self.own_ids = g_new0 (gint64, part->plan->rows->len + 1);
  g_hash_table_insert (ids, part->plan, self.own_ids);
  self.area_ids = g_new0 (gint64, part->plan->areas->len + 1);
  if (self.plan->table == RIS3_EXCHANGE_PRIORITIES && !ris3_import_writing_add_priorities (&self, error))
    return FALSE;
  for (guint i = 0; i < part->rows->len; i++)
    {
      guint row = g_array_index (part->rows, guint, i);

      if (i % ROWS_BETWEEN_CHECKS == 0 && !ris3_connection_check_cancelled (self.connection, error))
        return FALSE;
      if (ris3_import_plan_row (self.plan, row)->match >= 0)
        {
          if (!change_row (&self, row, error))
            return FALSE;
        }
      else if (self.plan->table == RIS3_EXCHANGE_PRIORITIES)
        continue;
      else if (!ris3_import_writing_add_row (&self, row, error))
        return FALSE;
      g_atomic_int_set (&self.plan->n_written, (gint) ++self.n_written);
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
    if (!write_part (&g_array_index (self->parts, Ris3ImportPart, i), performance, ids, error))
      return FALSE;
  sqlite3_db_status (ris3_connection_get_handle (performance->connection), SQLITE_DBSTATUS_DEFERRED_FKS, &n_dangling,
                     &unused, 0);
  return n_dangling == 0
         || ris3_edit_error_set (
             error, RIS3_EDIT_ERROR_CONFLICT, NULL,
             _ ("A row that imported rows need was deleted since the file was compared. Nothing was "
                "imported. Compare again."));
}

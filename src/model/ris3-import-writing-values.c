/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values of rows as SQLite takes them, and why it does not take a row. */

#include "config.h"

#include "model/ris3-import-writing-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-error.h"

gboolean
ris3_import_writing_is_plain (const Ris3ExchangeColumn *column)
{
  return column->field != NULL && column->kind != RIS3_EXCHANGE_THEMES && !g_str_equal (column->field, "position")
         && !g_str_equal (column->field, "parent_id");
}

gboolean
ris3_import_writing_is_null (Ris3ImportPlan *self, const Ris3ExchangeColumn *column)
{
  const Ris3EditField *field = ris3_edit_table_find_field (self->edit_table, column->field);

  return column->kind == RIS3_EXCHANGE_INTEGER || column->kind == RIS3_EXCHANGE_ANSWER
         || column->kind == RIS3_EXCHANGE_REAL
         || (field != NULL && field->preset == NULL && !g_str_equal (column->field, "author"));
}

static gint64
get_organisation (Ris3ImportWriting *self, const Ris3PlanRow *row, const char *name)
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

void
ris3_import_writing_bind (Ris3ImportWriting *self,
                          sqlite3_stmt *statement,
                          int parameter,
                          const Ris3ExchangeColumn *column,
                          const Ris3PlanRow *row,
                          const char *value)
{
  if (*value == '\0' && ris3_import_writing_is_null (self->plan, column))
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

gint64
ris3_import_writing_get_id (Ris3ImportPlan *self, guint match)
{
  return g_ascii_strtoll (ris3_exchange_rows_get (self->atlas, match, 0), NULL, 10);
}

gint64
ris3_import_writing_get_parent_id (Ris3ImportWriting *self, guint row)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint parent;

  switch (item->parent_kind)
    {
    case RIS3_PARENT_ROW:
      parent = ris3_import_plan_row (self->plan, item->parent)->match;
      return parent >= 0 ? ris3_import_writing_get_id (self->plan, (guint) parent) : self->own_ids[item->parent];
    case RIS3_PARENT_AREA:
      return self->area_ids[item->parent];
    case RIS3_PARENT_ATLAS:
      return ris3_import_writing_get_id (self->plan, item->parent);
    case RIS3_PARENT_KEPT:
      parent = item->match >= 0 ? ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent : -1;
      return parent >= 0 ? ris3_import_writing_get_id (self->plan, (guint) parent) : 0;
    case RIS3_PARENT_NONE:
    default:
      return 0;
    }
}

gboolean
ris3_import_writing_refuse_changed (Ris3ImportWriting *self, guint row, GError **error)
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

gboolean
ris3_import_writing_refuse (Ris3ImportWriting *self, guint row, int code, GError **error)
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

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gives a row values that it had in an earlier change. */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-error.h"

typedef struct
{
  const Ris3EditTable *table;
  const Ris3EditStep *step;
  GString *assignments;
  GPtrArray *values; /* of sqlite3_value, owned */
} Restoration;

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

/* The value before the change, or the one after it. */
static void
take_values (Restoration *self, const Ris3KnownTable *known, sqlite3_changeset_iter *iter)
{
  for (guint i = 0; i < known->columns->len; i++)
    {
      const char *column = g_ptr_array_index (known->columns, i);
      sqlite3_value *before = NULL;
      sqlite3_value *after = NULL;

      sqlite3changeset_old (iter, (int) i, &before);
      sqlite3changeset_new (iter, (int) i, &after);
      if (before == NULL || after == NULL || (self->step->field != NULL && !g_str_equal (self->step->field, column)))
        continue;
      g_ptr_array_add (self->values, sqlite3_value_dup (before));
      g_ptr_array_add (self->values, sqlite3_value_dup (after));
      g_string_append_printf (self->assignments, "%s\"%s\" = ", self->assignments->len > 0 ? ", " : "", column);
      if (self->step->which == RIS3_RESTORE_OTHER)
        g_string_append_printf (self->assignments, "CASE WHEN \"%s\" IS ?%u THEN ?%u ELSE ?%u END", column,
                                self->values->len - 1, self->values->len, self->values->len - 1);
      else
        g_string_append_printf (self->assignments, "?%u",
                                self->step->which == RIS3_RESTORE_BEFORE ? self->values->len - 1 : self->values->len);
    }
}

static gboolean
find_values (Restoration *self, const Ris3References *references, const Ris3Changeset *changeset)
{
  const Ris3KnownTable *known = ris3_references_find_table (references, self->step->table);
  sqlite3_changeset_iter *iter = NULL;

  if (changeset->size == 0 || sqlite3changeset_start (&iter, changeset->size, changeset->bytes) != SQLITE_OK)
    return FALSE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *name;
      int n_columns;
      int operation;
      g_autofree sqlite3_value **row = NULL;
      g_autofree char *key = NULL;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      if (operation != SQLITE_UPDATE || !g_str_equal (name, known->name) || n_columns != (int) known->columns->len)
        continue;
      row = g_new0 (sqlite3_value *, n_columns);
      for (int i = 0; i < n_columns; i++)
        sqlite3changeset_old (iter, i, &row[i]);
      key = ris3_known_table_get_key (known, row);
      if (g_str_equal (key, self->step->key))
        take_values (self, known, iter);
    }
  sqlite3changeset_finalize (iter);
  return self->values->len > 0;
}

gboolean
ris3_edit_restore (Ris3Connection *connection, const Ris3EditStep *step, GError **error)
{
  g_autoptr (Ris3References) references = ris3_references_read (connection, error);
  g_auto (Ris3Changeset) changeset = { 0 };
  g_autoptr (GString) assignments = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (free_value);
  Restoration self = { ris3_edit_table_find (step->table), step, assignments, values };
  g_autofree char *sql = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  guint n_rows;
  int code;

  if (references == NULL || !ris3_change_log_read (connection, references, step->change_id, &changeset, &n_rows, error))
    return FALSE;
  if (!find_values (&self, references, &changeset))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_MISSING, step->field,
                                _ ("The history has no earlier value of this."));
  sql = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"%s\" = ?%u", step->table, assignments->str, self.table->key,
                         values->len + 1);
  statement = ris3_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    sqlite3_bind_value (statement, (int) i + 1, g_ptr_array_index (values, i));
  sqlite3_bind_text (statement, (int) values->len + 1, step->key, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  return code == SQLITE_DONE || ris3_edit_refuse (connection, self.table, code, error);
}

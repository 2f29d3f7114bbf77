/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* New rows of other tables than priorities, one after another: a row may be in the way of another one until that has
 * been changed. */

#include "config.h"

#include "model/ris3-import-writing-private.h"

static gboolean
prepare_insert (Ris3ImportWriting *self, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;
  const char *comma = "";

  for (guint i = 0; i < self->plan->n_columns; i++)
    if (ris3_import_writing_is_plain (&self->plan->columns[i]) && (i > 0 || !self->plan->edit_table->key_is_number))
      {
        g_string_append_printf (names, "%s\"%s\"", comma, self->plan->columns[i].field);
        g_string_append_printf (values, "%s?%u", comma, i + 1);
        comma = ", ";
      }
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", self->plan->edit_table->table, names->str, values->str);
  self->insert = ris3_connection_prepare (self->connection, sql, error);
  return self->insert != NULL;
}

/* What the program fills in. */
static const char *
get_new_value (Ris3ImportWriting *self, guint row, guint column)
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

gboolean
ris3_import_writing_add_row (Ris3ImportWriting *self, guint row, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  guint n = self->plan->n_columns;
  gint themes = ris3_import_plan_find (self->plan, "themes");
  gint64 id;
  int code;

  if (self->insert == NULL && !prepare_insert (self, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (ris3_import_writing_is_plain (&self->plan->columns[i]) && (i > 0 || !self->plan->edit_table->key_is_number))
      ris3_import_writing_bind (self, self->insert, (int) i + 1, &self->plan->columns[i], item,
                                get_new_value (self, row, i));
  code = sqlite3_step (self->insert);
  sqlite3_reset (self->insert);
  if (code != SQLITE_DONE)
    return ris3_import_writing_refuse (self, row, code, error);
  id = sqlite3_last_insert_rowid (ris3_connection_get_handle (self->connection));
  self->own_ids[row] = id;
  return themes < 0
         || ris3_import_writing_add_themes (self, row, id,
                                            ris3_import_plan_get_effective (self->plan, row, (guint) themes), error);
}

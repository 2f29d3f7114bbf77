/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The themes of a row that is changed, and of a new activity. */

#include "config.h"

#include "model/ris3-import-writing-private.h"

#include <string.h>

#include "model/ris3-import-private.h"

gboolean
ris3_theme_parts_next (Ris3ThemeParts *self, const char **list)
{
  const char *begin = *list;
  const char *end = strchrnul (begin, ';');
  const char *version = memchr (begin, ' ', (gsize) (end - begin));
  const char *code = version != NULL ? memchr (version + 1, ' ', (gsize) (end - version - 1)) : NULL;

  if (*begin == '\0')
    return FALSE;
  if (code != NULL)
    *self = (Ris3ThemeParts){
      begin, version + 1, code + 1, (int) (version - begin), (int) (code - version - 1), (int) (end - code - 1)
    };
  else
    *self = (Ris3ThemeParts){ RIS3_IMPORT_THEME_SCHEME,
                              RIS3_IMPORT_THEME_VERSION,
                              begin,
                              sizeof RIS3_IMPORT_THEME_SCHEME - 1,
                              sizeof RIS3_IMPORT_THEME_VERSION - 1,
                              (int) (end - begin) };
  *list = *end != '\0' ? end + 1 : end;
  return TRUE;
}

static gboolean
prepare (Ris3ImportWriting *self, GError **error)
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

gboolean
ris3_import_writing_add_themes (Ris3ImportWriting *self, guint row, gint64 id, const char *themes, GError **error)
{
  const char *rest = themes;
  Ris3ThemeParts theme;

  if (!prepare (self, error))
    return FALSE;
  for (int position = 1; ris3_theme_parts_next (&theme, &rest); position++)
    {
      int code;

      sqlite3_bind_int64 (self->insert_theme, 1, id);
      sqlite3_bind_text (self->insert_theme, 2, theme.scheme, theme.scheme_length, SQLITE_STATIC);
      sqlite3_bind_text (self->insert_theme, 3, theme.version, theme.version_length, SQLITE_STATIC);
      sqlite3_bind_text (self->insert_theme, 4, theme.code, theme.code_length, SQLITE_STATIC);
      if (self->plan->table == RIS3_EXCHANGE_PRIORITIES)
        sqlite3_bind_int (self->insert_theme, 5, position);
      code = sqlite3_step (self->insert_theme);
      sqlite3_reset (self->insert_theme);
      if (code != SQLITE_DONE)
        return ris3_import_writing_refuse (self, row, code, error);
    }
  return TRUE;
}

/* As ris3_edit_check_expectations () does. */
gboolean
ris3_import_writing_change_themes (Ris3ImportWriting *self, guint row, guint column, GError **error)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint64 id = ris3_import_writing_get_id (self->plan, (guint) item->match);
  const char *seen = ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, column);
  g_autofree char *present = NULL;

  if (!ris3_exchange_read_themes (self->connection, self->plan->table, id, &present, error))
    return FALSE;
  if (!g_str_equal (present, seen))
    return ris3_import_writing_refuse_changed (self, row, error);
  if (!prepare (self, error))
    return FALSE;
  ris3_statement_bind (self->clear_themes, "i", id);
  return ris3_connection_run (self->connection, self->clear_themes, error)
         && ris3_import_writing_add_themes (self, row, id, ris3_import_plan_get_value (self->plan, row, column), error);
}

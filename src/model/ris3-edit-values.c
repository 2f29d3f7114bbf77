/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The values of a joined column. */

#include "config.h"

#include "model/ris3-edit-perform-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/ris3-edit-error.h"

static gboolean
bind_number (sqlite3_stmt *insert, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  sqlite3_bind_double (insert, 4, number);
  return TRUE;
}

gboolean
ris3_edit_write_values (Ris3Performance *self, const Ris3EditStep *step, gint64 id, GError **error)
{
  g_autoptr (Ris3Statement) insert = ris3_connection_borrow (
      self->connection,
      "INSERT INTO joined_value (column_id, nuts_version, region_code, number, text)"
      " SELECT ?1, nuts_version, code, ?4, ?5 FROM region WHERE nuts_version = ?2 AND code = ?3",
      error);
  GVariant *kind;
  gboolean is_text = ris3_edit_step_get (step, "kind", &kind) && kind != NULL
                     && g_variant_is_of_type (kind, G_VARIANT_TYPE_STRING)
                     && g_str_equal (g_variant_get_string (kind, NULL), "text");

  if (insert == NULL)
    return FALSE;
  if (!g_str_equal (step->table, "joined_column"))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "values", _ ("There is no field “%s” in “%s”."),
                                "values", step->table);
  for (guint i = 0; step->values[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (step->values[i], " ", 3);
      int code;

      if (g_strv_length (words) < 3)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "values",
                                    _ ("“%s” is no value of a region: it needs a NUTS version, a code and a value."),
                                    step->values[i]);
      ris3_statement_bind (insert, "iis", id, (gint64) g_ascii_strtoll (words[0], NULL, 10), words[1]);
      sqlite3_bind_null (insert, 4);
      sqlite3_bind_null (insert, 5);
      if (is_text)
        sqlite3_bind_text (insert, 5, words[2], -1, SQLITE_STATIC);
      else if (!bind_number (insert, words[2]))
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "values", _ ("“%s” is no number (%s)."), words[2],
                                    words[1]);
      code = sqlite3_step (insert);
      sqlite3_reset (insert);
      if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "values", _ ("The region “%s” has two values."),
                                    words[1]);
      if (code != SQLITE_DONE)
        return ris3_edit_refuse (self->connection, ris3_edit_table_find (step->table), code, error);
      if (sqlite3_changes (ris3_connection_get_handle (self->connection)) == 0)
        return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "values",
                                    _ ("The atlas has no region “%s” of NUTS %s."), words[1], words[0]);
    }
  return TRUE;
}

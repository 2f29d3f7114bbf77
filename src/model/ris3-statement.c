/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-connection-private.h"

sqlite3_stmt *
ris3_connection_prepare (Ris3Connection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (ris3_connection_get_handle (self), sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    ris3_connection_set_error (self, code, error);
  return statement;
}

void
ris3_statement_bind (sqlite3_stmt *statement, const char *types, ...)
{
  va_list arguments;

  va_start (arguments, types);
  for (int i = 0; types[i] != '\0'; i++)
    {
      int code = SQLITE_ERROR;

      switch (types[i])
        {
        case 'i':
          code = sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
          break;
        case 's':
          code = sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'n':
          code = sqlite3_bind_null (statement, i + 1);
          break;
        default:
          g_assert_not_reached ();
        }
      /* Binding a parameter that the statement does not have is a programming error; what SQLite cannot
       * hold (too long) stays NULL and meets a constraint. */
      g_assert (code != SQLITE_RANGE && code != SQLITE_MISUSE);
    }
  va_end (arguments);
}

gboolean
ris3_connection_step (Ris3Connection *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    ris3_connection_set_error (self, code, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

gboolean
ris3_connection_run (Ris3Connection *self, sqlite3_stmt *statement, GError **error)
{
  gboolean has_row;
  gboolean ok = ris3_connection_step (self, statement, &has_row, error);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return ok;
}

char *
ris3_statement_get_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  /* SQLite stores any bytes as text; nothing above this layer needs to expect that. */
  return text != NULL ? g_utf8_make_valid (text, sqlite3_column_bytes (statement, column)) : NULL;
}

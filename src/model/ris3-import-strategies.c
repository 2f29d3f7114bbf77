/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
bind_answer (sqlite3_stmt *statement, int parameter, gint answer)
{
  if (answer < 0)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int (statement, parameter, answer);
}

/* What the schema would refuse too, but with a message that people understand. */
static void
check_answers (Ris3ImportRow *row, const char *state, gint health, gint mark, const char *basis, gint disputed)
{
  if (!row->ok)
    return;
  if (g_str_equal (state, "pending") && (health >= 0 || mark >= 0 || disputed == 1))
    ris3_import_problem (
        row, "analysis_state",
        _ ("a pending strategy has no answers yet. Leave these cells empty, or choose another state."));
  if (mark == 1 && basis[0] == '\0')
    ris3_import_problem (row, "pm_basis",
                         _ ("the mark has no basis. Give one: text, commission, region or secondary."));
  if (mark != 1 && basis[0] != '\0')
    ris3_import_problem (row, "pm_basis",
                         _ ("a strategy without the mark has no basis for it. Leave this cell empty."));
  if (mark == 1 && health != 1)
    ris3_import_problem (row, "has_health_priority",
                         _ ("personalised medicine is itself a health priority. Write 1, or remove the mark."));
}

static gboolean
import_strategy (Ris3ImportRow *row, sqlite3_stmt *insert, GError **error)
{
  static const char *const states[] = { "pending", "desk", "document", "confirmed", NULL };
  static const char *const bases[] = { "", "text", "commission", "region", "secondary", NULL };
  static const char *const kinds[] = { "strategy", "official-page", "report", "news", NULL };
  const char *id = ris3_import_get_needed (row, "strategy_id");
  gint64 version = ris3_import_get_number (row, "nuts_version", 2003, 2100);
  const char *code = ris3_import_get_region (row, "nuts_code", (guint) version);
  gint64 level = ris3_import_get_number (row, "nuts_level", 0, 3);
  const char *country = ris3_import_get_needed (row, "country");
  const char *year = ris3_import_get (row, "year");
  gint64 year_number = year[0] != '\0' ? ris3_import_get_number (row, "year", 1990, 2100) : 0;
  const char *state = ris3_import_get_word (row, "analysis_state", states);
  gint health = ris3_import_get_answer (row, "has_health_priority");
  gint mark = ris3_import_get_answer (row, "pm_mark");
  const char *basis = ris3_import_get_word (row, "pm_basis", bases);
  gint disputed = ris3_import_get_answer (row, "pm_disputed");

  if (row->ok && level != (gint64) strlen (code) - 2)
    ris3_import_problem (row, "nuts_level", _ ("the code “%s” does not belong to this level. Correct one of the two."),
                         code);
  if (row->ok && strncmp (code, country, 2) != 0)
    ris3_import_problem (row, "country", _ ("the code “%s” does not belong to this country. Correct one of the two."),
                         code);
  check_answers (row, state, health, mark, basis, disputed);
  if (row->ok && !g_hash_table_add (row->importer->strategies, (char *) id))
    ris3_import_problem (row, "strategy_id", _ ("“%s” is used twice. Give each strategy a different id."), id);

  ris3_statement_bind (insert, "sisssnssss", id, version, code, ris3_import_get_needed (row, "region_name"),
                       ris3_import_get_needed (row, "title"), ris3_import_get_needed (row, "period"),
                       ris3_import_get (row, "language"), state, basis);
  if (year_number != 0)
    sqlite3_bind_int64 (insert, 6, year_number);
  bind_answer (insert, 11, health);
  bind_answer (insert, 12, mark);
  sqlite3_bind_int (insert, 13, MAX (disputed, 0));
  sqlite3_bind_text (insert, 14, ris3_import_get_word (row, "source_kind", kinds), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (insert, 15, ris3_import_get (row, "source_title"), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (insert, 16, ris3_import_get (row, "source_url"), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (insert, 17, ris3_import_get (row, "document_url"), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (insert, 18, ris3_import_get (row, "remark"), -1, SQLITE_TRANSIENT);
  return !row->ok || ris3_import_insert (row, insert, error);
}

gboolean
ris3_import_strategies (Ris3Importer *self, GError **error)
{
  static const char *const columns[]
      = { "strategy_id",  "nuts_version", "nuts_code",   "nuts_level",  "country",        "region_name",
          "title",        "year",         "period",      "language",    "analysis_state", "has_health_priority",
          "pm_mark",      "pm_basis",     "pm_disputed", "source_kind", "source_title",   "source_url",
          "document_url", "remark",       NULL };
  const Ris3ImportTable *table = &self->source->strategies;
  g_autoptr (sqlite3_stmt) insert = NULL;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  insert = ris3_connection_prepare (
      self->connection,
      "INSERT INTO strategy (id, nuts_version, region_code, region_name, title, year, period, language, analysis_state,"
      " pm_basis, health_priority, pm_mark, pm_disputed, source_kind, source_title, source_url, document_url, remark)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, ''), ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      if (!import_strategy (&row, insert, error))
        return FALSE;
    }
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SURVEY "SAPHIRe survey"

gboolean
ris3_import_participations (Ris3Importer *self, GError **error)
{
  static const char *const columns[] = { "programme", "role", "country", "nuts_code", "name", "source", NULL };
  const Ris3ImportTable *table = &self->source->participations;
  g_autoptr (sqlite3_stmt) insert = NULL;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  insert = ris3_connection_prepare (self->connection,
                                    "INSERT INTO participation (programme, role, country, region_code, nuts_version,"
                                    " name, source) VALUES (?, ?, ?, nullif (?4, ''), iif (?4 = '', NULL, ?5), ?, ?)",
                                    error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      const char *country = ris3_import_get_needed (&row, "country");
      const char *code = ris3_import_get (&row, "nuts_code");

      /* Countries outside NUTS have no code. */
      if (code[0] != '\0')
        ris3_import_get_region (&row, "nuts_code", RIS3_IMPORT_NUTS_VERSION);
      if (row.ok && code[0] != '\0' && strncmp (code, country, 2) != 0)
        ris3_import_problem (&row, "country",
                             _ ("the code “%s” does not belong to this country. Correct one of the two."), code);
      ris3_statement_bind (insert, "ssssiss", ris3_import_get_needed (&row, "programme"),
                           ris3_import_get_needed (&row, "role"), country, code, (gint64) RIS3_IMPORT_NUTS_VERSION,
                           ris3_import_get_needed (&row, "name"), ris3_import_get (&row, "source"));
      if (row.ok && !ris3_import_insert (&row, insert, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  sqlite3_stmt *assessment;
  sqlite3_stmt *comment;
  sqlite3_stmt *event;
} Statements;

static gboolean
import_assessment (Ris3ImportRow *row, const Statements *statements, GError **error)
{
  const char *code = ris3_import_get_region (row, "nuts_code", RIS3_IMPORT_NUTS_VERSION);
  gint by_commission = ris3_import_get_answer (row, "pm_according_to_ec");
  gint by_region = ris3_import_get_answer (row, "pm_according_to_region");
  const char *source_url = ris3_import_get_needed (row, "source_url");
  const char *text;

  if (row->ok && by_commission < 0 && by_region < 0)
    ris3_import_problem (row, "pm_according_to_ec",
                         _ ("neither the Commission nor the region gives an answer here. Add one, or remove the row."));
  if (row->ok && by_commission >= 0)
    {
      ris3_statement_bind (statements->assessment, "isis", (gint64) RIS3_IMPORT_NUTS_VERSION, code,
                           (gint64) by_commission, source_url);
      if (!ris3_import_insert (row, statements->assessment, error))
        return FALSE;
    }
  if (!row->ok || by_region < 0)
    return TRUE;

  /* The survey shows only a yes or no: this is our wording of that answer. It is part of the data and so is
   * not translated. */
  if (strlen (code) == 2)
    text = by_region == 1 ? "The country answered that personalised medicine is a priority."
                          : "The country answered that personalised medicine is not a priority.";
  else
    text = by_region == 1 ? "The region answered that personalised medicine is a priority."
                          : "The region answered that personalised medicine is not a priority.";
  ris3_statement_bind (statements->comment, "sissss", code, (gint64) RIS3_IMPORT_NUTS_VERSION, code,
                       strlen (code) == 2 ? "national authority" : "regional authority", text, source_url);
  if (!ris3_import_insert (row, statements->comment, error))
    return FALSE;
  ris3_statement_bind (statements->event, "s", row->importer->data_date);
  return !row->ok || ris3_import_insert (row, statements->event, error);
}

gboolean
ris3_import_assessments (Ris3Importer *self, GError **error)
{
  static const char *const columns[]
      = { "nuts_code", "region_name", "pm_according_to_ec", "pm_according_to_region", "source_url", NULL };
  const Ris3ImportTable *table = &self->source->assessments;
  g_autoptr (sqlite3_stmt) assessment = NULL;
  g_autoptr (sqlite3_stmt) comment = NULL;
  g_autoptr (sqlite3_stmt) event = NULL;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  assessment = ris3_connection_prepare (self->connection,
                                        "INSERT INTO assessment (nuts_version, region_code, assessor, pm_mark,"
                                        " source_url) VALUES (?, ?, 'Commission', ?, ?)",
                                        error);
  comment = ris3_connection_prepare (
      self->connection,
      "INSERT INTO comment (key, nuts_version, region_code, target, target_name, figure, quote, page_label,"
      " author_role, channel, received_on, language, text, english_text, proposed_change, state, decision_reason,"
      " source_url)"
      " VALUES ('saphire-survey-' || ?1, ?2, ?3, 'region',"
      " (SELECT name FROM region WHERE nuts_version = ?2 AND code = ?3), '', '', '', ?4, '" SURVEY "', '', 'en', ?5,"
      " '', '', 'received', '', ?6)",
      error);
  event = ris3_connection_prepare (self->connection,
                                   "INSERT INTO comment_event (comment_id, at, actor, actor_role, from_state,"
                                   " to_state, reason)"
                                   " VALUES (last_insert_rowid (), ? || 'T00:00:00Z', '', 'data set', NULL, 'received',"
                                   " '')",
                                   error);
  if (assessment == NULL || comment == NULL || event == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      if (!import_assessment (&row, &(Statements){ assessment, comment, event }, error))
        return FALSE;
    }
  return TRUE;
}

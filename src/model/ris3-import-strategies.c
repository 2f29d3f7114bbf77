/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_answer (Ris3Edit *edit, const char *field, gint answer)
{
  if (answer >= 0)
    ris3_edit_set_integer (edit, field, answer);
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
import_strategy (Ris3ImportRow *row, GError **error)
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
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("strategy");

  if (row->ok && level != (gint64) strlen (code) - 2)
    ris3_import_problem (row, "nuts_level", _ ("the code “%s” does not belong to this level. Correct one of the two."),
                         code);
  if (row->ok && strncmp (code, country, 2) != 0)
    ris3_import_problem (row, "country", _ ("the code “%s” does not belong to this country. Correct one of the two."),
                         code);
  check_answers (row, state, health, mark, basis, disputed);
  if (row->ok && !g_hash_table_add (row->importer->strategies, (char *) id))
    ris3_import_problem (row, "strategy_id", _ ("“%s” is used twice. Give each strategy a different id."), id);

  ris3_edit_set_text (edit, "id", id);
  ris3_edit_set_integer (edit, "nuts_version", version);
  ris3_edit_set_text (edit, "region_code", code);
  ris3_edit_set_text (edit, "region_name", ris3_import_get_needed (row, "region_name"));
  ris3_edit_set_text (edit, "title", ris3_import_get_needed (row, "title"));
  if (year_number != 0)
    ris3_edit_set_integer (edit, "year", year_number);
  ris3_edit_set_text (edit, "period", ris3_import_get_needed (row, "period"));
  ris3_edit_set_text (edit, "language", ris3_import_get (row, "language"));
  ris3_edit_set_text (edit, "analysis_state", state);
  set_answer (edit, "health_priority", health);
  set_answer (edit, "pm_mark", mark);
  if (basis[0] != '\0')
    ris3_edit_set_text (edit, "pm_basis", basis);
  ris3_edit_set_integer (edit, "pm_disputed", MAX (disputed, 0));
  ris3_edit_set_text (edit, "source_kind", ris3_import_get_word (row, "source_kind", kinds));
  ris3_edit_set_text (edit, "source_title", ris3_import_get (row, "source_title"));
  ris3_edit_set_text (edit, "source_url", ris3_import_get (row, "source_url"));
  ris3_edit_set_text (edit, "document_url", ris3_import_get (row, "document_url"));
  ris3_edit_set_text (edit, "remark", ris3_import_get (row, "remark"));
  if (!row->ok)
    return TRUE;
  if (!ris3_import_edit (row, edit, NULL, error))
    return FALSE;
  if (!row->ok)
    g_hash_table_remove (row->importer->strategies, id);
  return TRUE;
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

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      if (!import_strategy (&row, error))
        return FALSE;
    }
  return TRUE;
}

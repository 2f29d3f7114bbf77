/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SURVEY "SAPHIRe survey"

static Ris3Edit *
new_for_region (const char *table, const char *code, const char *source_url)
{
  Ris3Edit *edit = ris3_edit_new_add (table);

  ris3_edit_set_integer (edit, "nuts_version", RIS3_IMPORT_NUTS_VERSION);
  ris3_edit_set_text (edit, "region_code", code);
  ris3_edit_set_text (edit, "source_url", source_url);
  return edit;
}

/* The survey shows only a yes or no: this is our wording of that answer. It is part of the data and so is not
 * translated. */
static gboolean
import_answer (Ris3ImportRow *row, const char *code, gboolean answer, const char *source_url, GError **error)
{
  gboolean is_country = strlen (code) == 2;
  g_autofree char *key = g_strconcat ("saphire-survey-", code, NULL);
  g_autofree char *region = g_strdup_printf ("%d %s", RIS3_IMPORT_NUTS_VERSION, code);
  g_autofree char *at = g_strconcat (row->importer->data_date, "T00:00:00Z", NULL);
  g_autofree char *text = g_strdup_printf ("The %s answered that personalised medicine is %s priority.",
                                           is_country ? "country" : "region", answer ? "a" : "not a");
  g_autoptr (Ris3Edit) comment = new_for_region ("comment", code, source_url);
  g_autoptr (Ris3Edit) event = ris3_edit_new_add ("comment_event");
  gint64 id = 0;

  ris3_edit_set_text (comment, "key", key);
  ris3_edit_set_text (comment, "target_name", g_hash_table_lookup (row->importer->regions, region));
  ris3_edit_set_text (comment, "author_role", is_country ? "national authority" : "regional authority");
  ris3_edit_set_text (comment, "channel", SURVEY);
  ris3_edit_set_text (comment, "language", "en");
  ris3_edit_set_text (comment, "text", text);
  if (!ris3_import_edit (row, comment, &id, error))
    return FALSE;
  ris3_edit_set_integer (event, "comment_id", id);
  ris3_edit_set_text (event, "at", at);
  ris3_edit_set_text (event, "actor_role", "data set");
  ris3_edit_set_text (event, "to_state", "received");
  return !row->ok || ris3_import_edit (row, event, NULL, error);
}

static gboolean
import_assessment (Ris3ImportRow *row, GError **error)
{
  const char *code = ris3_import_get_region (row, "nuts_code", RIS3_IMPORT_NUTS_VERSION);
  gint by_commission = ris3_import_get_answer (row, "pm_according_to_ec");
  gint by_region = ris3_import_get_answer (row, "pm_according_to_region");
  const char *source_url = ris3_import_get_needed (row, "source_url");

  if (row->ok && by_commission < 0 && by_region < 0)
    ris3_import_problem (row, "pm_according_to_ec",
                         _ ("neither the Commission nor the region gives an answer here. Add one, or remove the row."));
  if (row->ok && by_commission >= 0)
    {
      g_autoptr (Ris3Edit) assessment = new_for_region ("assessment", code, source_url);

      ris3_edit_set_text (assessment, "assessor", "Commission");
      ris3_edit_set_integer (assessment, "pm_mark", by_commission);
      if (!ris3_import_edit (row, assessment, NULL, error))
        return FALSE;
    }
  return !row->ok || by_region < 0 || import_answer (row, code, by_region == 1, source_url, error);
}

gboolean
ris3_import_assessments (Ris3Importer *self, GError **error)
{
  static const char *const columns[]
      = { "nuts_code", "region_name", "pm_according_to_ec", "pm_according_to_region", "source_url", NULL };
  const Ris3ImportTable *table = &self->source->assessments;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      Ris3ImportRow row = { self, table, i, TRUE };
      if (!import_assessment (&row, error))
        return FALSE;
    }
  return TRUE;
}

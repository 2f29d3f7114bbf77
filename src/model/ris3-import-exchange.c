/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables that are exchanged go into a new atlas as they are imported into any other. */

#include "config.h"

#include "model/ris3-import-plan-private.h"
#include "model/ris3-import-private.h"

#include <glib/gi18n-lib.h>

static void
add_row (const Ris3ImportTable *table, guint row, Ris3ImportPlan *plan)
{
  ris3_import_plan_add_row (plan, table->lines[row]);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint column = (guint) ris3_import_plan_find (plan, table->columns[i]);
      const char *cell = table->cells[row * table->n_columns + i];

      if (cell == NULL)
        ris3_import_plan_refuse (plan, column,
                                 _ ("the row ends before this column. Give it as many cells as the first row."));
      else
        ris3_import_plan_set (plan, column, cell);
    }
}

static void
collect_problems (Ris3Importer *self, Ris3ImportPlan *plan)
{
  guint n_columns;

  ris3_exchange_get_columns (ris3_import_plan_get_table (plan), &n_columns);
  for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *message = ris3_import_plan_dup_message (plan, i, j);

        if (message != NULL)
          g_string_append_printf (self->problems, "%s\n", message);
      }
}

static gboolean
import_table (Ris3Importer *self,
              const Ris3ImportTable *table,
              Ris3Exchange exchange,
              const char *const *columns,
              GError **error)
{
  Ris3ImportPlan *plan;

  if (!ris3_import_check_columns (self, table, columns))
    return TRUE;
  plan = ris3_import_plan_new (exchange, table->file_name, NULL);
  plan->is_building = TRUE;
  for (guint i = 0; i < self->plans->len; i++)
    ris3_import_plan_add_earlier (plan, g_ptr_array_index (self->plans, i));
  g_ptr_array_add (self->plans, plan);
  for (guint i = 0; i < table->n_columns; i++)
    ris3_import_plan_add_column (plan, (guint) ris3_import_plan_find (plan, table->columns[i]), NULL);
  for (guint i = 0; i < table->n_rows; i++)
    add_row (table, i, plan);
  if (!ris3_import_plan_compare_within (plan, self->connection, error))
    return FALSE;
  collect_problems (self, plan);
  return TRUE;
}

gboolean
ris3_import_exchanges (Ris3Importer *self, GError **error)
{
  static const char *const strategies[]
      = { "strategy_id",  "nuts_version", "nuts_code",   "nuts_level",  "country",        "region_name",
          "title",        "year",         "period",      "language",    "analysis_state", "has_health_priority",
          "pm_mark",      "pm_basis",     "pm_disputed", "source_kind", "source_title",   "source_url",
          "document_url", "remark",       NULL };
  static const char *const priorities[]
      = { "strategy_id", "position", "label", "parent_label", "text_en", "page", "explicit_pm", "themes", NULL };
  static const char *const participations[] = { "programme", "role", "country", "nuts_code", "name", "source", NULL };
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_import_plan_unref);
  g_autoptr (Ris3Edit) edit = NULL;

  self->plans = plans;
  if (!import_table (self, &self->source->strategies, RIS3_EXCHANGE_STRATEGIES, strategies, error)
      || !import_table (self, &self->source->priorities, RIS3_EXCHANGE_PRIORITIES, priorities, error)
      || !import_table (self, &self->source->participations, RIS3_EXCHANGE_PARTICIPATIONS, participations, error))
    return FALSE;
  if (self->problems->len > 0 || plans->len == 0)
    return TRUE;
  edit = ris3_import_plans_make_edit ((Ris3ImportPlan *const *) plans->pdata, plans->len);
  return ris3_edit_build (edit, self->connection, NULL, error);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-import-json.h"

/* One cell of which there is something to say. */
static void
add_cell (Ris3Json *json, Ris3ImportPlan *plan, guint row, guint column)
{
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (ris3_import_plan_get_table (plan), NULL);
  const char *problem = ris3_import_plan_get_problem (plan, row, column);
  const char *remark = ris3_import_plan_get_remark (plan, row, column);
  gboolean is_changed = ris3_import_plan_get_state (plan, row) == RIS3_IMPORT_CHANGED
                        && ris3_import_plan_is_changed (plan, row, column);

  if (problem == NULL && remark == NULL && !is_changed)
    return;
  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "column", columns[column].name);
  ris3_json_text (json, "heading", ris3_import_plan_get_heading (plan, column));
  ris3_json_text (json, "value", ris3_import_plan_get_value (plan, row, column));
  if (is_changed)
    ris3_json_text (json, "old_value", ris3_import_plan_get_old_value (plan, row, column));
  if (problem != NULL)
    ris3_json_text (json, "problem", problem);
  if (remark != NULL)
    ris3_json_text (json, "remark", remark);
  ris3_json_end (json);
}

static void
add_row (Ris3Json *json, Ris3ImportPlan *plan, guint row)
{
  g_autofree char *title = ris3_import_plan_dup_title (plan, row);
  guint n_columns;

  ris3_exchange_get_columns (ris3_import_plan_get_table (plan), &n_columns);
  ris3_json_begin_object (json, NULL);
  ris3_json_number (json, "row", ris3_import_plan_get_line (plan, row));
  ris3_json_text (json, "state", ris3_import_state_get_name (ris3_import_plan_get_state (plan, row)));
  ris3_json_boolean (json, "chosen", ris3_import_plan_is_chosen (plan, row));
  ris3_json_text (json, "title", title);
  ris3_json_begin_array (json, "cells");
  for (guint i = 0; i < n_columns; i++)
    add_cell (json, plan, row, i);
  ris3_json_end (json);
  ris3_json_end (json);
}

void
ris3_import_json_add_plan (Ris3Json *json, Ris3ImportPlan *plan)
{
  ris3_json_begin_object (json, "counts");
  for (guint i = 0; i < RIS3_N_IMPORT_STATES; i++)
    ris3_json_number (json, ris3_import_state_get_name (i), ris3_import_plan_get_n_in_state (plan, i));
  ris3_json_end (json);
  ris3_json_begin_array (json, "rows");
  for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
    add_row (json, plan, i);
  ris3_json_end (json);
}

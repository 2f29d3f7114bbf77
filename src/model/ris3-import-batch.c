/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of plans that are chosen, and the edit that they are. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>

static void
part_clear (gpointer data)
{
  Ris3ImportPart *part = data;

  ris3_import_plan_unref (part->plan);
  g_array_unref (part->rows);
}

Ris3ImportBatch *
ris3_import_batch_ref (Ris3ImportBatch *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ris3_import_batch_unref (Ris3ImportBatch *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->parts);
  g_free (self);
}

/* Also one that is moved: from the top down, no row is within itself in between. */
static void
add_with_parents (Ris3ImportPart *part, guint row, gboolean *is_there)
{
  const Ris3PlanRow *item = ris3_import_plan_row (part->plan, row);

  if (is_there[row])
    return;
  is_there[row] = TRUE;
  if (part->plan->table == RIS3_EXCHANGE_PRIORITIES && item->parent_kind == RIS3_PARENT_ROW
      && ris3_import_plan_is_chosen (part->plan, item->parent))
    add_with_parents (part, item->parent, is_there);
  g_array_append_val (part->rows, row);
}

static void
part_init (Ris3ImportPart *part, Ris3ImportPlan *plan)
{
  g_autofree gboolean *is_there = g_new0 (gboolean, plan->rows->len + 1);

  part->plan = ris3_import_plan_ref (plan);
  part->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < plan->rows->len; i++)
    if (ris3_import_plan_is_chosen (plan, i))
      add_with_parents (part, i, is_there);
  g_atomic_int_set (&plan->n_written, 0);
}

/* The table that all chosen rows are of; RIS3_N_EXCHANGES: of several. */
static Ris3Exchange
find_table (Ris3ImportPlan *const *plans, guint n_plans)
{
  Ris3Exchange table = RIS3_N_EXCHANGES;

  for (guint i = 0; i < n_plans; i++)
    if (ris3_import_plan_get_n_chosen (plans[i]) > 0)
      {
        if (table != RIS3_N_EXCHANGES && plans[i]->table != table)
          return RIS3_N_EXCHANGES;
        table = plans[i]->table;
      }
  return table;
}

static char *
make_title (Ris3Exchange table, guint n_rows, const char *name)
{
  switch (table)
    {
    case RIS3_EXCHANGE_STRATEGIES:
      return g_strdup_printf (ngettext ("Import %u strategy from “%s”", "Import %u strategies from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_PRIORITIES:
      return g_strdup_printf (ngettext ("Import %u priority from “%s”", "Import %u priorities from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_PARTICIPATIONS:
      return g_strdup_printf (
          ngettext ("Import %u participation from “%s”", "Import %u participations from “%s”", n_rows), n_rows, name);
    case RIS3_EXCHANGE_ACTIVITIES:
      return g_strdup_printf (ngettext ("Import %u activity from “%s”", "Import %u activities from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_ORGANISATIONS:
      return g_strdup_printf (
          ngettext ("Import %u organisation from “%s”", "Import %u organisations from “%s”", n_rows), n_rows, name);
    case RIS3_EXCHANGE_CONTACTS:
      return g_strdup_printf (ngettext ("Import %u contact from “%s”", "Import %u contacts from “%s”", n_rows), n_rows,
                              name);
    case RIS3_EXCHANGE_ASSESSMENTS:
      return g_strdup_printf (ngettext ("Import %u assessment from “%s”", "Import %u assessments from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_NOTES:
      return g_strdup_printf (ngettext ("Import %u note from “%s”", "Import %u notes from “%s”", n_rows), n_rows, name);
    case RIS3_N_EXCHANGES:
    default:
      return g_strdup_printf (ngettext ("Import %u row from “%s”", "Import %u rows from “%s”", n_rows), n_rows, name);
    }
}

/* The same when it is done. */
static char *
make_report (Ris3Exchange table, guint n_rows, const char *name)
{
  switch (table)
    {
    case RIS3_EXCHANGE_STRATEGIES:
      return g_strdup_printf (ngettext ("Imported %u strategy from “%s”", "Imported %u strategies from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_PRIORITIES:
      return g_strdup_printf (ngettext ("Imported %u priority from “%s”", "Imported %u priorities from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_PARTICIPATIONS:
      return g_strdup_printf (
          ngettext ("Imported %u participation from “%s”", "Imported %u participations from “%s”", n_rows), n_rows,
          name);
    case RIS3_EXCHANGE_ACTIVITIES:
      return g_strdup_printf (ngettext ("Imported %u activity from “%s”", "Imported %u activities from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_ORGANISATIONS:
      return g_strdup_printf (
          ngettext ("Imported %u organisation from “%s”", "Imported %u organisations from “%s”", n_rows), n_rows, name);
    case RIS3_EXCHANGE_CONTACTS:
      return g_strdup_printf (ngettext ("Imported %u contact from “%s”", "Imported %u contacts from “%s”", n_rows),
                              n_rows, name);
    case RIS3_EXCHANGE_ASSESSMENTS:
      return g_strdup_printf (
          ngettext ("Imported %u assessment from “%s”", "Imported %u assessments from “%s”", n_rows), n_rows, name);
    case RIS3_EXCHANGE_NOTES:
      return g_strdup_printf (ngettext ("Imported %u note from “%s”", "Imported %u notes from “%s”", n_rows), n_rows,
                              name);
    case RIS3_N_EXCHANGES:
    default:
      return g_strdup_printf (ngettext ("Imported %u row from “%s”", "Imported %u rows from “%s”", n_rows), n_rows,
                              name);
    }
}

Ris3Edit *
ris3_import_plans_make_edit (Ris3ImportPlan *const *plans, guint n_plans)
{
  Ris3ImportBatch *batch;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *report = NULL;
  guint n_rows = 0;
  Ris3Edit *edit;

  g_return_val_if_fail (plans != NULL && n_plans > 0, NULL);
  batch = g_new0 (Ris3ImportBatch, 1);
  g_atomic_ref_count_init (&batch->references);
  batch->parts = g_array_new (FALSE, FALSE, sizeof (Ris3ImportPart));
  g_array_set_clear_func (batch->parts, part_clear);
  for (guint i = 0; i < n_plans; i++)
    {
      Ris3ImportPart part;

      part_init (&part, plans[i]);
      n_rows += part.rows->len;
      g_array_append_val (batch->parts, part);
    }
  /* The history is read by others, whom the folders of this account are no business of. */
  name = g_path_get_basename (plans[0]->file_name);
  title = make_title (find_table (plans, n_plans), n_rows, name);
  report = make_report (find_table (plans, n_plans), n_rows, name);
  edit = ris3_edit_new_import (batch, title, report);
  ris3_import_batch_unref (batch);
  return edit;
}

Ris3Edit *
ris3_import_plan_make_edit (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_import_plans_make_edit (&self, 1);
}

guint
ris3_import_plan_get_n_written (Ris3ImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (guint) g_atomic_int_get (&self->n_written);
}

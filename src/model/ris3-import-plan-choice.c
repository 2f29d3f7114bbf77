/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which rows are imported, with those that they need. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

static gboolean
can_be_chosen (const Ris3PlanRow *row)
{
  return row->state == RIS3_IMPORT_NEW || row->state == RIS3_IMPORT_CHANGED;
}

/* A parent that is there stays where it is; so only a new one is needed. */
static gboolean
needs_parent (Ris3ImportPlan *self, const Ris3PlanRow *row)
{
  return self->table == RIS3_EXCHANGE_PRIORITIES && row->parent_kind == RIS3_PARENT_ROW
         && ris3_import_plan_row (self, row->parent)->state == RIS3_IMPORT_NEW;
}

static void
choose (Ris3ImportPlan *self, guint index)
{
  Ris3PlanRow *row = ris3_import_plan_row (self, index);

  while (can_be_chosen (row) && !ris3_import_plan_is_chosen (self, index))
    {
      row->is_chosen = TRUE;
      if (row->earlier != NULL)
        ris3_import_plan_set_chosen (row->earlier, row->earlier_row, TRUE);
      if (!needs_parent (self, row))
        return;
      index = row->parent;
      row = ris3_import_plan_row (self, index);
    }
}

/* What needs a row that has been taken off; in one go, since each row needs at most one of this plan. */
static void
take_off_dependants (Ris3ImportPlan *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Ris3PlanRow *row = ris3_import_plan_row (self, i);
      const Ris3PlanRow *above = row;

      if (!row->is_chosen)
        continue;
      while (needs_parent (self, above) && above->is_chosen)
        above = ris3_import_plan_row (self, above->parent);
      if (!above->is_chosen || (row->earlier != NULL && !ris3_import_plan_is_chosen (row->earlier, row->earlier_row)))
        row->is_chosen = FALSE;
    }
}

void
ris3_import_plan_set_chosen (Ris3ImportPlan *self, guint row, gboolean chosen)
{
  g_return_if_fail (self != NULL && row < self->rows->len);
  if (chosen)
    choose (self, row);
  else if (ris3_import_plan_row (self, row)->is_chosen)
    {
      ris3_import_plan_row (self, row)->is_chosen = FALSE;
      take_off_dependants (self);
    }
}

gboolean
ris3_import_plan_is_chosen (Ris3ImportPlan *self, guint row)
{
  const Ris3PlanRow *item;

  g_return_val_if_fail (self != NULL && row < self->rows->len, FALSE);
  item = ris3_import_plan_row (self, row);
  /* An earlier plan does not know who needs its rows. */
  return item->is_chosen && (item->earlier == NULL || ris3_import_plan_is_chosen (item->earlier, item->earlier_row));
}

guint
ris3_import_plan_get_n_chosen (Ris3ImportPlan *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += ris3_import_plan_is_chosen (self, i) ? 1 : 0;
  return n;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-rows.h"

#include "app/table/ris3-import-item.h"

/* A row of one of the plans. */
typedef struct
{
  Ris3ImportPlan *plan; /* (unowned) */
  guint row;
} Listed;

struct _Ris3ImportRows
{
  GObject parent_instance;

  GPtrArray *plans; /* of Ris3ImportPlan */
  GArray *listed;   /* of Listed */
};

enum
{
  SIGNAL_CHOSEN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return RIS3_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return RIS3_IMPORT_ROWS (model)->listed->len;
}

static const Listed *
get_listed (Ris3ImportRows *self, guint position)
{
  return &g_array_index (self->listed, Listed, position);
}

static gpointer
get_item (GListModel *model, guint position)
{
  Ris3ImportRows *self = RIS3_IMPORT_ROWS (model);

  if (position >= self->listed->len)
    return NULL;
  return ris3_import_item_new (get_listed (self, position)->plan, get_listed (self, position)->row);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3ImportRows,
                               ris3_import_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ris3_import_rows_finalize (GObject *object)
{
  Ris3ImportRows *self = RIS3_IMPORT_ROWS (object);

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_array_unref (self->listed);
  G_OBJECT_CLASS (ris3_import_rows_parent_class)->finalize (object);
}

static void
ris3_import_rows_class_init (Ris3ImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_import_rows_finalize;
  signals[SIGNAL_CHOSEN_CHANGED] = g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_import_rows_init (Ris3ImportRows *self)
{
  self->listed = g_array_new (FALSE, FALSE, sizeof (Listed));
}

Ris3ImportRows *
ris3_import_rows_new (GPtrArray *plans, guint states)
{
  Ris3ImportRows *self = g_object_new (RIS3_TYPE_IMPORT_ROWS, NULL);

  g_return_val_if_fail (plans != NULL, self);
  self->plans = g_ptr_array_ref (plans);
  ris3_import_rows_set_states (self, states, FALSE);
  return self;
}

GPtrArray *
ris3_import_rows_get_plans (Ris3ImportRows *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), NULL);
  return self->plans;
}

guint
ris3_import_rows_get_n_plans (Ris3ImportRows *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  return self->plans->len;
}

static Ris3ImportPlan *
get_plan (Ris3ImportRows *self, guint index)
{
  return g_ptr_array_index (self->plans, index);
}

void
ris3_import_rows_set_states (Ris3ImportRows *self, guint states, gboolean only_remarked)
{
  guint n_before;

  g_return_if_fail (RIS3_IS_IMPORT_ROWS (self));
  n_before = self->listed->len;
  g_array_set_size (self->listed, 0);
  for (guint i = 0; i < self->plans->len; i++)
    {
      guint n_rows = ris3_import_plan_get_n_rows (get_plan (self, i));
      guint n_remarked;
      g_autofree gboolean *are_remarked = ris3_import_plan_find_remarked (get_plan (self, i), &n_remarked);

      for (guint j = 0; j < n_rows; j++)
        if ((states & 1u << ris3_import_plan_get_state (get_plan (self, i), j)) != 0
            && (!only_remarked || are_remarked[j]))
          {
            const Listed listed = { get_plan (self, i), j };

            g_array_append_val (self->listed, listed);
          }
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->listed->len);
}

guint
ris3_import_rows_count_all (Ris3ImportRows *self)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  for (guint i = 0; i < self->plans->len; i++)
    n += ris3_import_plan_get_n_rows (get_plan (self, i));
  return n;
}

guint
ris3_import_rows_count_in_state (Ris3ImportRows *self, Ris3ImportState state)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  for (guint i = 0; i < self->plans->len; i++)
    n += ris3_import_plan_get_n_in_state (get_plan (self, i), state);
  return n;
}

guint
ris3_import_rows_count_remarked (Ris3ImportRows *self)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  for (guint i = 0; i < self->plans->len; i++)
    {
      guint n_remarked;

      g_free (ris3_import_plan_find_remarked (get_plan (self, i), &n_remarked));
      n += n_remarked;
    }
  return n;
}

guint
ris3_import_rows_count_chosen (Ris3ImportRows *self)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  for (guint i = 0; i < self->plans->len; i++)
    n += ris3_import_plan_get_n_chosen (get_plan (self, i));
  return n;
}

guint
ris3_import_rows_count_written (Ris3ImportRows *self)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  for (guint i = 0; i < self->plans->len; i++)
    n += ris3_import_plan_get_n_written (get_plan (self, i));
  return n;
}

gboolean
ris3_import_rows_has_possible_of (Ris3ImportRows *self, Ris3Exchange table)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), FALSE);
  for (guint i = 0; i < self->plans->len; i++)
    if (ris3_import_plan_get_table (get_plan (self, i)) == table
        && ris3_import_plan_get_n_in_state (get_plan (self, i), RIS3_IMPORT_NEW)
                   + ris3_import_plan_get_n_in_state (get_plan (self, i), RIS3_IMPORT_CHANGED)
               > 0)
      return TRUE;
  return FALSE;
}

gboolean
ris3_import_rows_can_choose (Ris3ImportPlan *plan, guint row)
{
  Ris3ImportState state = ris3_import_plan_get_state (plan, row);

  return state == RIS3_IMPORT_NEW || state == RIS3_IMPORT_CHANGED;
}

guint
ris3_import_rows_count_possible (Ris3ImportRows *self, guint *n_chosen)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self) && n_chosen != NULL, 0);
  *n_chosen = 0;
  for (guint i = 0; i < self->listed->len; i++)
    {
      const Listed *listed = get_listed (self, i);

      if (!ris3_import_rows_can_choose (listed->plan, listed->row))
        continue;
      n++;
      *n_chosen += ris3_import_plan_is_chosen (listed->plan, listed->row) ? 1 : 0;
    }
  return n;
}

void
ris3_import_rows_choose (Ris3ImportRows *self, Ris3ImportPlan *plan, guint row, gboolean chosen)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROWS (self));
  if (!ris3_import_rows_can_choose (plan, row) || ris3_import_plan_is_chosen (plan, row) == chosen)
    return;
  ris3_import_plan_set_chosen (plan, row, chosen);
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

void
ris3_import_rows_choose_all (Ris3ImportRows *self, gboolean chosen)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROWS (self));
  for (guint i = 0; i < self->listed->len; i++)
    {
      const Listed *listed = get_listed (self, i);

      if (ris3_import_rows_can_choose (listed->plan, listed->row)
          && ris3_import_plan_is_chosen (listed->plan, listed->row) != chosen)
        ris3_import_plan_set_chosen (listed->plan, listed->row, chosen);
    }
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

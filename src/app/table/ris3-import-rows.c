/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-rows.h"

#include "app/table/ris3-import-item.h"

struct _Ris3ImportRows
{
  GObject parent_instance;

  Ris3ImportPlan *plan;
  Ris3Exchange table;
  guint states;
  GArray *rows; /* guint: of the plan */
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
  return RIS3_IMPORT_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  Ris3ImportRows *self = RIS3_IMPORT_ROWS (model);

  return position < self->rows->len ? ris3_import_item_new (g_array_index (self->rows, guint, position)) : NULL;
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

  g_clear_pointer (&self->plan, ris3_import_plan_unref);
  g_array_unref (self->rows);
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
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

Ris3ImportRows *
ris3_import_rows_new (Ris3ImportPlan *plan, Ris3Exchange table, guint states)
{
  Ris3ImportRows *self = g_object_new (RIS3_TYPE_IMPORT_ROWS, NULL);

  g_return_val_if_fail (plan != NULL, self);
  self->plan = ris3_import_plan_ref (plan);
  self->table = table;
  ris3_import_rows_set_states (self, states);
  return self;
}

Ris3ImportPlan *
ris3_import_rows_get_plan (Ris3ImportRows *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), NULL);
  return self->plan;
}

Ris3Exchange
ris3_import_rows_get_table (Ris3ImportRows *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  return self->table;
}

void
ris3_import_rows_set_states (Ris3ImportRows *self, guint states)
{
  guint n_before, n_rows;

  g_return_if_fail (RIS3_IS_IMPORT_ROWS (self));
  n_before = self->rows->len;
  n_rows = ris3_import_plan_get_n_rows (self->plan);
  self->states = states;
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_rows; i++)
    if ((states & 1u << ris3_import_plan_get_state (self->plan, i)) != 0)
      g_array_append_val (self->rows, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->rows->len);
}

guint
ris3_import_rows_get_states (Ris3ImportRows *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), 0);
  return self->states;
}

gboolean
ris3_import_rows_can_choose (Ris3ImportRows *self, guint row)
{
  Ris3ImportState state;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self), FALSE);
  state = ris3_import_plan_get_state (self->plan, row);
  return state == RIS3_IMPORT_NEW || state == RIS3_IMPORT_CHANGED;
}

guint
ris3_import_rows_count_possible (Ris3ImportRows *self, guint *n_chosen)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_IMPORT_ROWS (self) && n_chosen != NULL, 0);
  *n_chosen = 0;
  for (guint i = 0; i < self->rows->len; i++)
    if (ris3_import_rows_can_choose (self, g_array_index (self->rows, guint, i)))
      {
        n++;
        *n_chosen += ris3_import_plan_is_chosen (self->plan, g_array_index (self->rows, guint, i)) ? 1 : 0;
      }
  return n;
}

void
ris3_import_rows_choose (Ris3ImportRows *self, guint row, gboolean chosen)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROWS (self));
  if (!ris3_import_rows_can_choose (self, row) || ris3_import_plan_is_chosen (self->plan, row) == chosen)
    return;
  ris3_import_plan_set_chosen (self->plan, row, chosen);
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

void
ris3_import_rows_choose_all (Ris3ImportRows *self, gboolean chosen)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROWS (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      if (ris3_import_rows_can_choose (self, row) && ris3_import_plan_is_chosen (self->plan, row) != chosen)
        ris3_import_plan_set_chosen (self->plan, row, chosen);
    }
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

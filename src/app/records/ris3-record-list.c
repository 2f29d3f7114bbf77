/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-list.h"

struct _Ris3RecordList
{
  GObject parent_instance;

  Ris3RecordOrder *order;
  GtkBitset *selected; /* rows of its data */
};

static GType
get_item_type (GListModel *model)
{
  return RIS3_TYPE_RECORD_ROW;
}

static guint
get_n_items (GListModel *model)
{
  Ris3RecordList *self = RIS3_RECORD_LIST (model);

  return self->order != NULL ? ris3_record_order_get_n_rows (self->order) : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  Ris3RecordList *self = RIS3_RECORD_LIST (model);

  if (position >= get_n_items (model))
    return NULL;
  return ris3_record_row_new (ris3_record_order_get_data (self->order),
                              ris3_record_order_get_row (self->order, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  Ris3RecordList *self = RIS3_RECORD_LIST (model);

  return position < get_n_items (G_LIST_MODEL (model))
         && gtk_bitset_contains (self->selected, ris3_record_order_get_row (self->order, position));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  Ris3RecordList *self = RIS3_RECORD_LIST (model);
  GtkBitset *result = gtk_bitset_new_empty ();
  guint n = get_n_items (G_LIST_MODEL (model));
  GtkBitsetIter iter;
  guint row, found;

  /* Mostly, few of many are selected. */
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    if (self->order != NULL && ris3_record_order_find (self->order, row, &found) && found < n && found >= position
        && found - position < n_items)
      gtk_bitset_add (result, found);
  return result;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  Ris3RecordList *self = RIS3_RECORD_LIST (model);
  guint n = get_n_items (G_LIST_MODEL (model));
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_is_empty (mask) || n == 0)
    return TRUE;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < n;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      guint row = ris3_record_order_get_row (self->order, position);

      if (gtk_bitset_contains (selected, position))
        gtk_bitset_add (self->selected, row);
      else
        gtk_bitset_remove (self->selected, row);
    }
  position = gtk_bitset_get_minimum (mask);
  gtk_selection_model_selection_changed (model, position, MIN (gtk_bitset_get_maximum (mask), n - 1) - position + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3RecordList,
                               ris3_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
ris3_record_list_finalize (GObject *object)
{
  Ris3RecordList *self = RIS3_RECORD_LIST (object);

  g_clear_pointer (&self->order, ris3_record_order_unref);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  G_OBJECT_CLASS (ris3_record_list_parent_class)->finalize (object);
}

static void
ris3_record_list_class_init (Ris3RecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_record_list_finalize;
}

static void
ris3_record_list_init (Ris3RecordList *self)
{
  self->selected = gtk_bitset_new_empty ();
}

Ris3RecordList *
ris3_record_list_new (void)
{
  return g_object_new (RIS3_TYPE_RECORD_LIST, NULL);
}

/* The same rows in other data. */
static void
keep_selected (Ris3RecordList *self, Ris3RecordData *from, Ris3RecordData *to)
{
  g_autoptr (GtkBitset) former = g_steal_pointer (&self->selected);
  GtkBitsetIter iter;
  guint row, found;

  self->selected = gtk_bitset_new_empty ();
  if (ris3_record_data_get_records (from) != ris3_record_data_get_records (to))
    return;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, former, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    if (ris3_record_data_find (to, ris3_record_data_get_key (from, row), &found))
      gtk_bitset_add (self->selected, found);
}

void
ris3_record_list_set_order (Ris3RecordList *self, Ris3RecordOrder *order, GArray *changes)
{
  g_autoptr (Ris3RecordOrder) former = NULL;

  g_return_if_fail (RIS3_IS_RECORD_LIST (self) && order != NULL && changes != NULL);
  former = g_steal_pointer (&self->order);
  self->order = ris3_record_order_ref (order);
  if (former != NULL && ris3_record_order_get_data (former) != ris3_record_order_get_data (order))
    keep_selected (self, ris3_record_order_get_data (former), ris3_record_order_get_data (order));
  /* Several changes leave the number of rows as it was: each of them is told of the list as it is after all. */
  for (guint i = 0; i < changes->len; i++)
    {
      const Ris3RecordChange *change = &g_array_index (changes, Ris3RecordChange, i);
      guint n_kept = MIN (change->n_removed, change->n_added);

      if (change->n_removed != change->n_added)
        g_list_model_items_changed (G_LIST_MODEL (self), change->position + n_kept, change->n_removed - n_kept,
                                    change->n_added - n_kept);
      if (n_kept > 0)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), change->position, n_kept);
    }
}

void
ris3_record_list_clear (Ris3RecordList *self)
{
  guint n;

  g_return_if_fail (RIS3_IS_RECORD_LIST (self));
  n = get_n_items (G_LIST_MODEL (self));
  g_clear_pointer (&self->order, ris3_record_order_unref);
  gtk_bitset_remove_all (self->selected);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

Ris3RecordOrder *
ris3_record_list_get_order (Ris3RecordList *self)
{
  return self->order;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

GArray *
ris3_record_list_get_selected_rows (Ris3RecordList *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint row, position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    if (self->order != NULL && ris3_record_order_find (self->order, row, &position))
      g_array_append_val (rows, position);
  g_array_sort (rows, compare_positions);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, guint, i) = ris3_record_order_get_row (self->order, g_array_index (rows, guint, i));
  return rows;
}

guint
ris3_record_list_get_n_selected (Ris3RecordList *self)
{
  g_autoptr (GArray) rows = ris3_record_list_get_selected_rows (self);

  return rows->len;
}

gboolean
ris3_record_list_select_regions (Ris3RecordList *self, const guint *regions, guint n_regions, guint *first)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  guint n = get_n_items (G_LIST_MODEL (self));
  Ris3RecordData *data;
  gboolean has_first = FALSE;

  g_return_val_if_fail (RIS3_IS_RECORD_LIST (self) && first != NULL, FALSE);
  if (n == 0)
    return FALSE;
  data = ris3_record_order_get_data (self->order);
  for (guint i = 0; i < n_regions; i++)
    gtk_bitset_add (wanted, regions[i]);
  gtk_bitset_remove_all (self->selected);
  for (guint position = 0; position < n && n_regions > 0; position++)
    {
      guint row = ris3_record_order_get_row (self->order, position);
      guint n_of_row;
      const guint *of_row = ris3_record_data_get_regions (data, row, &n_of_row);

      for (guint i = 0; i < n_of_row; i++)
        if (gtk_bitset_contains (wanted, of_row[i]))
          {
            gtk_bitset_add (self->selected, row);
            if (!has_first)
              *first = position;
            has_first = TRUE;
          }
    }
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  return has_first;
}

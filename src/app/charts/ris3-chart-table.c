/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/charts/ris3-chart-table.h"

/* Pixels of the first column. */
#define NAME_WIDTH 220

/* A column of a table. */
typedef struct
{
  Ris3ChartData *data;
  guint column;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  ris3_chart_data_unref (((Column *) data)->data);
  g_free (data);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  g_autofree char *text
      = ris3_chart_data_get_table_text (column->data, (gint) gtk_list_item_get_position (item), column->column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), column->column == 0 ? text : NULL);
}

static void
add_column (GtkColumnView *view, Ris3ChartData *data, guint i)
{
  g_autofree char *title = ris3_chart_data_get_table_text (data, -1, i);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  Column *setup = g_new (Column, 1), *bind = g_new (Column, 1);

  *setup = (Column){ ris3_chart_data_ref (data), i };
  *bind = (Column){ ris3_chart_data_ref (data), i };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup_cb), setup, column_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind_cb), bind, column_free, 0);
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  if (i == 0)
    gtk_column_view_column_set_fixed_width (added, NAME_WIDTH);
  gtk_column_view_append_column (view, added);
}

GtkWidget *
ris3_chart_table_new (Ris3ChartData *data)
{
  g_autoptr (GListStore) rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  GtkWidget *view;

  g_return_val_if_fail (data != NULL, NULL);
  for (guint i = 0; i < ris3_chart_data_get_n_rows (data); i++)
    {
      g_autoptr (GtkStringObject) row = gtk_string_object_new (ris3_chart_data_get_row (data, i)->title);

      g_list_store_append (rows, row);
    }
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)))));
  for (guint i = 0; i < ris3_chart_data_get_n_table_columns (data); i++)
    add_column (GTK_COLUMN_VIEW (view), data, i);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ris3_chart_kind_get_title (ris3_chart_data_get_kind (data)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ris3_chart_data_get_base_words (data), -1);
  return view;
}

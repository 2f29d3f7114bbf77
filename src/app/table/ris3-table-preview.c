/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-table-preview.h"

#include <glib/gi18n.h>

#include "app/table/ris3-import-words.h"
#include "model/ris3-text.h"

#define MAX_ROWS 20
/* Of a file that may have ten thousand. */
#define MAX_COLUMNS 40
#define MAX_CELL 80
#define MAX_NOTE 300
/* Characters that are always seen. */
#define NUMBER_WIDTH 4
#define CELL_WIDTH 9

struct _Ris3TablePreview
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  GtkWidget *scroller;
  GtkLabel *more;

  /* One of these. */
  Ris3Table *table;
  Ris3ImportPlan *plan;
  Ris3Exchange exchange;
};

G_DEFINE_FINAL_TYPE (Ris3TablePreview, ris3_table_preview, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *value;
  GtkWidget *note_box;
  GtkWidget *icon;
  GtkWidget *note;
} Cell;

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  cell->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->value), 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell->value), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell->value), GPOINTER_TO_INT (user_data));
  gtk_label_set_max_width_chars (GTK_LABEL (cell->value), 32);
  cell->note_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  cell->icon = gtk_image_new ();
  gtk_widget_set_valign (cell->icon, GTK_ALIGN_START);
  cell->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->note), 0);
  gtk_label_set_wrap (GTK_LABEL (cell->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell->note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (cell->note), 4);
  gtk_label_set_ellipsize (GTK_LABEL (cell->note), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell->note), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (cell->note), 28);
  gtk_widget_add_css_class (cell->note, "caption");
  gtk_box_append (GTK_BOX (cell->note_box), cell->icon);
  gtk_box_append (GTK_BOX (cell->note_box), cell->note);
  gtk_box_append (GTK_BOX (box), cell->value);
  gtk_box_append (GTK_BOX (box), cell->note_box);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
}

/* Of a file: the text of a cell as it stands there. */
static char *
dup_raw (Ris3TablePreview *self, guint row, guint column)
{
  const char *text = ris3_table_get_cells (self->table)[row * (gsize) ris3_table_get_n_columns (self->table) + column];

  return ris3_text_to_line (text != NULL ? text : "", MAX_CELL);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Ris3TablePreview *self)
{
  const Cell *cell = g_object_get_data (G_OBJECT (item), "cell");
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint row = gtk_list_item_get_position (item);
  const char *problem = NULL, *remark = NULL, *value = NULL;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (self->plan != NULL)
    {
      value = ris3_import_plan_get_value (self->plan, row, column);
      problem = ris3_import_plan_get_problem (self->plan, row, column);
      remark = ris3_import_plan_get_remark (self->plan, row, column);
      text = value != NULL && *value != '\0' ? ris3_import_value_words (self->exchange, column, value) : g_strdup ("");
    }
  else
    text = dup_raw (self, row, column);
  note = ris3_text_shorten (problem != NULL ? problem : remark != NULL ? remark : "", MAX_NOTE);
  gtk_label_set_text (GTK_LABEL (cell->value), text);
  gtk_widget_set_visible (cell->value, *text != '\0' || *note == '\0');
  gtk_label_set_text (GTK_LABEL (cell->note), note);
  gtk_widget_set_tooltip_text (cell->note_box, *note != '\0' ? note : NULL);
  gtk_widget_set_visible (cell->note_box, *note != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (cell->icon),
                                problem != NULL ? "dialog-error-symbolic" : "dialog-information-symbolic");
  if (problem != NULL)
    gtk_widget_add_css_class (cell->note_box, "import-problem");
  else
    gtk_widget_remove_css_class (cell->note_box, "import-problem");
}

static void
on_number_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Ris3TablePreview *self)
{
  const Cell *cell = g_object_get_data (G_OBJECT (item), "cell");
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (cell->value), gtk_string_object_get_string (line));
  gtk_widget_add_css_class (cell->value, "dim-label");
  gtk_widget_set_visible (cell->note_box, FALSE);
}

static void
add_column (Ris3TablePreview *self, const char *title, gint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *line = ris3_text_to_line (title, MAX_CELL);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb),
                    GINT_TO_POINTER (column < 0 ? NUMBER_WIDTH : CELL_WIDTH));
  g_signal_connect_object (factory, "bind", column < 0 ? G_CALLBACK (on_number_bind_cb) : G_CALLBACK (on_bind_cb), self,
                           0);
  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (line, factory);
  gtk_column_view_column_set_resizable (view_column, column >= 0);
  gtk_column_view_append_column (self->view, view_column);
}

static void
clear (Ris3TablePreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_clear_pointer (&self->table, ris3_table_unref);
  g_clear_pointer (&self->plan, ris3_import_plan_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
}

/* Takes the numbers of the rows. */
static void
show_rows (Ris3TablePreview *self, GtkStringList *lines)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (lines));

  gtk_column_view_column_set_expand (last, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
append_number (GtkStringList *lines, guint line)
{
  g_autofree char *text = g_strdup_printf ("%u", line);

  gtk_string_list_append (lines, text);
}

void
ris3_table_preview_show_table (Ris3TablePreview *self, Ris3Table *table)
{
  GtkStringList *lines;
  guint n_columns;

  g_return_if_fail (RIS3_IS_TABLE_PREVIEW (self));
  clear (self);
  if (table == NULL)
    return;
  self->table = ris3_table_ref (table);
  n_columns = ris3_table_get_n_columns (table);
  /* Translators: the heading of a column with the numbers of the rows of a table. */
  add_column (self, C_ ("number in a table", "Row"), -1);
  for (guint i = 0; i < MIN (n_columns, MAX_COLUMNS); i++)
    add_column (self, ris3_table_get_columns (table)[i], (gint) i);
  if (n_columns > MAX_COLUMNS)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("The file has %u more column, which is not shown here.",
                                                         "The file has %u more columns, which are not shown here.",
                                                         n_columns - MAX_COLUMNS),
                                               n_columns - MAX_COLUMNS);

      gtk_label_set_text (self->more, text);
      gtk_widget_set_visible (GTK_WIDGET (self->more), TRUE);
    }
  lines = gtk_string_list_new (NULL);
  for (guint i = 0; i < MIN (ris3_table_get_n_rows (table), MAX_ROWS); i++)
    append_number (lines, ris3_table_get_lines (table)[i]);
  show_rows (self, lines);
}

void
ris3_table_preview_show_plan (Ris3TablePreview *self, Ris3ImportPlan *plan, const Ris3ColumnMapping *mapping)
{
  GtkStringList *lines = gtk_string_list_new (NULL);
  guint n_columns;

  g_return_if_fail (RIS3_IS_TABLE_PREVIEW (self) && plan != NULL && mapping != NULL);
  clear (self);
  self->plan = ris3_import_plan_ref (plan);
  self->exchange = ris3_column_mapping_get_table (mapping);
  ris3_exchange_get_columns (self->exchange, &n_columns);
  add_column (self, C_ ("number in a table", "Row"), -1);
  for (guint i = 0; i < n_columns; i++)
    if (ris3_column_mapping_get (mapping, i) >= 0)
      add_column (self, ris3_import_column_words (self->exchange, i), (gint) i);
  for (guint i = 0; i < MIN (ris3_import_plan_get_n_rows (plan), MAX_ROWS); i++)
    append_number (lines, ris3_import_plan_get_line (plan, i));
  show_rows (self, lines);
}

static void
ris3_table_preview_dispose (GObject *object)
{
  Ris3TablePreview *self = RIS3_TABLE_PREVIEW (object);

  if (self->view != NULL)
    clear (self);
  self->view = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  if (self->more != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->more));
  self->more = NULL;
  G_OBJECT_CLASS (ris3_table_preview_parent_class)->dispose (object);
}

static void
ris3_table_preview_class_init (Ris3TablePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_table_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ris3_table_preview_init (Ris3TablePreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The first rows"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "frame");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->more, 0);
  gtk_label_set_wrap (self->more, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
}

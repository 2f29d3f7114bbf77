/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-cell.h"

#include <string.h>

#include "app/records/ris3-record-columns.h"

/* Characters that are laid out. */
#define MAX_SHOWN 300

struct _Ris3RecordCell
{
  GtkWidget parent_instance;

  guint column;
  Ris3RecordRow *row;
  guint position;
  PangoLayout *layout; /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (Ris3RecordCell, ris3_record_cell, GTK_TYPE_WIDGET)

static gboolean
is_number (Ris3RecordCell *self)
{
  Ris3Records records = ris3_record_data_get_records (ris3_record_row_get_data (self->row));

  return ris3_record_columns_get (records, NULL)[self->column].kind == RIS3_RECORD_NUMBER;
}

static PangoLayout *
get_layout (Ris3RecordCell *self)
{
  g_autofree char *text = NULL;

  if (self->layout != NULL || self->row == NULL)
    return self->layout;
  text = ris3_record_data_get_text (ris3_record_row_get_data (self->row), ris3_record_row_get_row (self->row),
                                    self->column);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_text (self->layout, text,
                         g_utf8_strlen (text, -1) > MAX_SHOWN
                             ? (int) (g_utf8_offset_to_pointer (text, MAX_SHOWN) - text)
                             : (int) strlen (text));
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  if (is_number (self))
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return self->layout;
}

static void
ris3_record_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3RecordCell *self = RIS3_RECORD_CELL (widget);
  PangoLayout *layout = get_layout (self);
  int height;

  if (layout == NULL)
    return;
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (widget), 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              (gtk_widget_get_height (widget) - height) / 2.0, layout);
}

static void
ris3_record_cell_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PangoFontMetrics *metrics;

  /* Columns have a width of their own, and all rows are of one height. */
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

static void
ris3_record_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ris3_record_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&RIS3_RECORD_CELL (widget)->layout);
  gtk_widget_queue_draw (widget);
}

/* In GTK 4.8 a cell of a column view takes each click that its row takes too: Ctrl and a click would select a row and
 * unselect it again.
 */
static void
ris3_record_cell_root (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (ris3_record_cell_parent_class)->root (widget);
  if (g_str_equal (G_OBJECT_TYPE_NAME (parent), "GtkColumnViewCell"))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (parent);

      for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE_CLICK (controller))
            gtk_widget_remove_controller (parent, controller);
        }
    }
}

static void
ris3_record_cell_dispose (GObject *object)
{
  Ris3RecordCell *self = RIS3_RECORD_CELL (object);

  g_clear_object (&self->row);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (ris3_record_cell_parent_class)->dispose (object);
}

static void
ris3_record_cell_class_init (Ris3RecordCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_record_cell_dispose;
  widget_class->snapshot = ris3_record_cell_snapshot;
  widget_class->measure = ris3_record_cell_measure;
  widget_class->root = ris3_record_cell_root;
  widget_class->css_changed = ris3_record_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "recordcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ris3_record_cell_init (Ris3RecordCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ris3_record_cell_new (guint column)
{
  Ris3RecordCell *self = g_object_new (RIS3_TYPE_RECORD_CELL, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

void
ris3_record_cell_set_row (Ris3RecordCell *self, Ris3RecordRow *row, guint position)
{
  g_return_if_fail (RIS3_IS_RECORD_CELL (self));
  self->position = position;
  if (row != NULL && self->row != NULL && ris3_record_row_get_data (row) == ris3_record_row_get_data (self->row)
      && ris3_record_row_get_row (row) == ris3_record_row_get_row (self->row))
    return;
  g_set_object (&self->row, row);
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

Ris3RecordRow *
ris3_record_cell_get_row (Ris3RecordCell *self)
{
  return self->row;
}

guint
ris3_record_cell_get_column (Ris3RecordCell *self)
{
  return self->column;
}

guint
ris3_record_cell_get_position (Ris3RecordCell *self)
{
  return self->position;
}

char *
ris3_record_cell_dup_hidden_text (Ris3RecordCell *self)
{
  if (self->row == NULL || self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return NULL;
  return ris3_record_data_get_text (ris3_record_row_get_data (self->row), ris3_record_row_get_row (self->row),
                                    self->column);
}

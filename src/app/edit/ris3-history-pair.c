/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-pair.h"

#define SPACING 8
/* Side by side, each has at least about thirty characters a line. */
#define MIN_CHARS 30

struct _Ris3HistoryPair
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (Ris3HistoryPair, ris3_history_pair, GTK_TYPE_WIDGET)

static int
get_column_width (Ris3HistoryPair *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));
  int column = (width - SPACING) / 2;

  pango_font_metrics_unref (metrics);
  return column >= MIN_CHARS * character ? column : 0;
}

static GtkSizeRequestMode
ris3_history_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ris3_history_pair_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  Ris3HistoryPair *self = RIS3_HISTORY_PAIR (widget);
  int column = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 ? get_column_width (self, for_size) : 0;
  int size = column > 0 ? column : for_size;
  int first_min, first_nat, second_min, second_nat;

  gtk_widget_measure (self->first, orientation, size, &first_min, &first_nat, NULL, NULL);
  gtk_widget_measure (self->second, orientation, size, &second_min, &second_nat, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first_min, second_min);
      *natural = 2 * MAX (first_nat, second_nat) + SPACING;
    }
  else if (column > 0)
    {
      *minimum = MAX (first_min, second_min);
      *natural = MAX (first_nat, second_nat);
    }
  else
    {
      *minimum = first_min + SPACING + second_min;
      *natural = first_nat + SPACING + second_nat;
    }
}

static void
ris3_history_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3HistoryPair *self = RIS3_HISTORY_PAIR (widget);
  int column = get_column_width (self, width);
  GtkAllocation first = { 0, 0, column, height };
  GtkAllocation second = { column + SPACING, 0, column, height };

  if (column == 0)
    {
      first.width = second.width = width;
      gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, &first.height, NULL, NULL, NULL);
      second.x = 0;
      second.y = first.height + SPACING;
      second.height = height - second.y;
    }
  else if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      first.x = column + SPACING;
      second.x = 0;
    }
  gtk_widget_size_allocate (self->first, &first, -1);
  gtk_widget_size_allocate (self->second, &second, -1);
}

static void
ris3_history_pair_dispose (GObject *object)
{
  Ris3HistoryPair *self = RIS3_HISTORY_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (ris3_history_pair_parent_class)->dispose (object);
}

static void
ris3_history_pair_class_init (Ris3HistoryPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_history_pair_dispose;
  widget_class->get_request_mode = ris3_history_pair_get_request_mode;
  widget_class->measure = ris3_history_pair_measure;
  widget_class->size_allocate = ris3_history_pair_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_history_pair_init (Ris3HistoryPair *self)
{
}

GtkWidget *
ris3_history_pair_new (GtkWidget *first, GtkWidget *second)
{
  Ris3HistoryPair *self = g_object_new (RIS3_TYPE_HISTORY_PAIR, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (first) && GTK_IS_WIDGET (second), NULL);
  self->first = first;
  self->second = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-flow.h"

#define COLUMN_SPACING 6
#define ROW_SPACING 6

struct _Ris3Flow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (Ris3Flow, ris3_flow, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *widget;
  int width;
  int height;
} Placed;

static void
allocate_line (Ris3Flow *self, GArray *line, int y, int height, int flow_width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < line->len; i++)
    {
      const Placed *placed = &g_array_index (line, Placed, i);
      GtkAllocation allocation = { .x = rtl ? flow_width - x - placed->width : x,
                                   .y = y + (height - placed->height) / 2,
                                   .width = placed->width,
                                   .height = placed->height };

      gtk_widget_size_allocate (placed->widget, &allocation, -1);
      x += placed->width + COLUMN_SPACING;
    }
}

/* Breaks the children into lines; returns the height that they take. */
static int
lay_out (Ris3Flow *self, int width, gboolean allocate)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Placed));
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Placed placed = { .widget = child };
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      placed.width = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, placed.width, NULL, &placed.height, NULL, NULL);

      if (x > 0 && x + placed.width > width)
        {
          if (allocate)
            allocate_line (self, line, y, line_height, width);
          g_array_set_size (line, 0);
          y += line_height + ROW_SPACING;
          x = line_height = 0;
        }
      g_array_append_val (line, placed);
      x += placed.width + COLUMN_SPACING;
      line_height = MAX (line_height, placed.height);
    }
  if (allocate)
    allocate_line (self, line, y, line_height, width);
  return y + line_height;
}

static GtkSizeRequestMode
ris3_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ris3_flow_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + (sum > 0 ? COLUMN_SPACING : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = sum;
    }
  else
    /* Without a width: on one line, as no width makes it lower. GTK takes this as the minimum height. */
    *minimum = *natural = lay_out (RIS3_FLOW (widget), for_size < 0 ? sum : MAX (for_size, widest), FALSE);
}

static void
ris3_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (RIS3_FLOW (widget), width, TRUE);
}

static void
ris3_flow_dispose (GObject *object)
{
  ris3_flow_clear (RIS3_FLOW (object));

  G_OBJECT_CLASS (ris3_flow_parent_class)->dispose (object);
}

static void
ris3_flow_class_init (Ris3FlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_flow_dispose;

  widget_class->get_request_mode = ris3_flow_get_request_mode;
  widget_class->measure = ris3_flow_measure;
  widget_class->size_allocate = ris3_flow_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "flow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ris3_flow_init (Ris3Flow *self)
{
}

GtkWidget *
ris3_flow_new (void)
{
  return g_object_new (RIS3_TYPE_FLOW, NULL);
}

void
ris3_flow_append (Ris3Flow *self, GtkWidget *child)
{
  g_return_if_fail (RIS3_IS_FLOW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ris3_flow_clear (Ris3Flow *self)
{
  GtkWidget *child;

  g_return_if_fail (RIS3_IS_FLOW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

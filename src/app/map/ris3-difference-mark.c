/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-difference-mark.h"

#include <adwaita.h>

#include "app/map/ris3-symbol-picture.h"
#include "app/ris3-drawing.h"

/* Of the disc without its outline, and of the bars of a sign. */
#define RADIUS 6
#define LENGTH 7
#define THICKNESS 2

struct _Ris3DifferenceMark
{
  GtkWidget parent_instance;

  Ris3Difference difference;
};

G_DEFINE_FINAL_TYPE (Ris3DifferenceMark, ris3_difference_mark, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot *snapshot, double x, double y, float width, float height, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) x - width / 2, (float) y - height / 2, width, height));
}

void
ris3_difference_mark_append (GtkSnapshot *snapshot,
                             double x,
                             double y,
                             Ris3Difference difference,
                             const Ris3Palette *palette)
{
  GdkRGBA sign;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot) && palette != NULL);
  if (difference > RIS3_DIFFERENCE_DROPPED)
    return;
  sign = ris3_drawing_get_rgba (palette->halo);
  ris3_symbol_picture_append_circle (snapshot, x, y, RADIUS, palette->highlight, palette->halo);
  if (difference == RIS3_DIFFERENCE_KEPT)
    {
      append_bar (snapshot, x, y - 2, LENGTH, THICKNESS, &sign);
      append_bar (snapshot, x, y + 2, LENGTH, THICKNESS, &sign);
      return;
    }
  append_bar (snapshot, x, y, LENGTH, THICKNESS, &sign);
  if (difference == RIS3_DIFFERENCE_NEW)
    append_bar (snapshot, x, y, THICKNESS, LENGTH, &sign);
}

static void
ris3_difference_mark_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = RIS3_DIFFERENCE_MARK_SIZE;
}

static void
ris3_difference_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ris3_difference_mark_append (snapshot, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0,
                               RIS3_DIFFERENCE_MARK (widget)->difference, ris3_drawing_get_palette ());
}

static void
ris3_difference_mark_class_init (Ris3DifferenceMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ris3_difference_mark_measure;
  widget_class->snapshot = ris3_difference_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_difference_mark_init (Ris3DifferenceMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_difference_mark_new (Ris3Difference difference)
{
  Ris3DifferenceMark *self = g_object_new (RIS3_TYPE_DIFFERENCE_MARK, NULL);

  self->difference = difference;
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/classes/ris3-colour-strip.h"

#include "app/ris3-drawing.h"

#define STRIP_WIDTH 126
#define STRIP_HEIGHT 16
#define STRIP_RADIUS 4

struct _Ris3ColourStrip
{
  GtkWidget parent_instance;

  GArray *colours; /* of guint32 */
};

G_DEFINE_FINAL_TYPE (Ris3ColourStrip, ris3_colour_strip, GTK_TYPE_WIDGET)

static void
ris3_colour_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? STRIP_WIDTH : STRIP_HEIGHT;
}

static void
ris3_colour_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3ColourStrip *self = RIS3_COLOUR_STRIP (widget);
  gboolean is_turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GskRoundedRect shape;
  GdkRGBA outline;

  if (self->colours->len == 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), STRIP_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  for (guint i = 0; i < self->colours->len; i++)
    {
      guint32 colour = g_array_index (self->colours, guint32, is_turned ? self->colours->len - 1 - i : i);
      GdkRGBA fill = ris3_drawing_get_rgba (colour);
      float each = width / (float) self->colours->len;

      gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT ((float) i * each, 0, each, height));
    }
  gtk_snapshot_pop (snapshot);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &outline);
  outline.alpha *= 0.28f;
  ris3_drawing_append_frame (snapshot, &shape.bounds, STRIP_RADIUS, 1, &outline);
}

static void
ris3_colour_strip_finalize (GObject *object)
{
  g_array_unref (RIS3_COLOUR_STRIP (object)->colours);
  G_OBJECT_CLASS (ris3_colour_strip_parent_class)->finalize (object);
}

static void
ris3_colour_strip_class_init (Ris3ColourStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ris3_colour_strip_finalize;
  widget_class->measure = ris3_colour_strip_measure;
  widget_class->snapshot = ris3_colour_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "colour-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_colour_strip_init (Ris3ColourStrip *self)
{
  self->colours = g_array_new (FALSE, FALSE, sizeof (guint32));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
ris3_colour_strip_new (void)
{
  return g_object_new (RIS3_TYPE_COLOUR_STRIP, NULL);
}

void
ris3_colour_strip_set (Ris3ColourStrip *self, const guint32 *colours, guint n)
{
  g_return_if_fail (RIS3_IS_COLOUR_STRIP (self) && (colours != NULL || n == 0));
  g_array_set_size (self->colours, 0);
  g_array_append_vals (self->colours, colours, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

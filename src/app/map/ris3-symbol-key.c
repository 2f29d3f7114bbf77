/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-symbol-key.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/map/ris3-symbol-picture.h"
#include "app/ris3-drawing.h"

#define MARGIN 2.0
#define LEADER 10.0

struct _Ris3SymbolKey
{
  GtkWidget parent_instance;

  Ris3SymbolKeyRow rows[RIS3_SYMBOLS_MAX_SAMPLES];
  guint n_rows;
  double line; /* height of a line of text */
};

G_DEFINE_FINAL_TYPE (Ris3SymbolKey, ris3_symbol_key, GTK_TYPE_WIDGET)

/* Fonts may have changed since. */
static double
lay_out (Ris3SymbolKey *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  self->line = height;
  return ris3_symbols_lay_out_key (self->rows, self->n_rows, height);
}

static void
ris3_symbol_key_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  Ris3SymbolKey *self = RIS3_SYMBOL_KEY (widget);
  double height = lay_out (self);

  /* The numbers have few figures. */
  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_VERTICAL
                                   ? height + 2 * MARGIN
                                   : 2 * (RIS3_SYMBOL_PICTURE_RADIUS + MARGIN) + LEADER + 6 * self->line);
}

/* From the top of a circle to its number. */
static void
append_leader (GtkSnapshot *snapshot, double x0, double y0, double x1, double y1, const GdkRGBA *colour)
{
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x0 - 1, (float) MIN (y0, y1) - 1,
                                                                  (float) (x1 - x0) + 2, (float) ABS (y1 - y0) + 3));

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x0, y0 + 0.5);
  cairo_line_to (cr, x1 - 4, y1 + 0.5);
  cairo_line_to (cr, x1, y1 + 0.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ris3_symbol_key_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3SymbolKey *self = RIS3_SYMBOL_KEY (widget);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  double height = lay_out (self), middle = MARGIN + RIS3_SYMBOL_PICTURE_RADIUS;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const Ris3SymbolKeyRow *row = &self->rows[i];
      g_autofree char *text = g_strdup_printf ("%'.10g", row->value);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
      double label = middle + RIS3_SYMBOL_PICTURE_RADIUS + LEADER;

      ris3_symbol_picture_append_circle (snapshot, middle, MARGIN + height - row->radius, row->radius, palette->symbol,
                                         palette->symbol_outline);
      append_leader (snapshot, middle, MARGIN + row->top, label - 3, MARGIN + row->label + self->line / 2, &colour);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) label, (float) (MARGIN + row->label)));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
ris3_symbol_key_class_init (Ris3SymbolKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ris3_symbol_key_measure;
  widget_class->snapshot = ris3_symbol_key_snapshot;
  gtk_widget_class_set_css_name (widget_class, "symbol-key");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ris3_symbol_key_init (Ris3SymbolKey *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_symbol_key_new (Ris3Classification *classification)
{
  Ris3SymbolKeyRow rows[RIS3_SYMBOLS_MAX_SAMPLES];
  guint n_rows;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *description = NULL;
  Ris3SymbolKey *self;

  g_return_val_if_fail (classification != NULL, NULL);
  n_rows = ris3_symbols_list_key (classification, RIS3_SYMBOL_PICTURE_RADIUS, rows);
  if (n_rows == 0)
    return NULL;
  self = g_object_new (RIS3_TYPE_SYMBOL_KEY, NULL);
  self->n_rows = n_rows;
  for (guint i = 0; i < n_rows; i++)
    {
      self->rows[i] = rows[i];
      g_string_append_printf (words, "%s%'.10g", i > 0 ? ", " : "", rows[i].value);
    }
  /* Translators: read out for the legend of circles; %s are numbers: "5, 1". */
  description = g_strdup_printf (_ ("The area of a circle is the number. Shown are circles of %s."), words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("The area of a circle is the number"));
  return GTK_WIDGET (self);
}

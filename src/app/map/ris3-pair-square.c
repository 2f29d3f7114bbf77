/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-pair-square.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"
#include "app/ris3-drawing.h"
#include "map/ris3-colour-vision.h"

#define CELL_WIDTH 60
#define CELL_HEIGHT 34

struct _Ris3PairSquare
{
  GtkGrid parent_instance;

  Ris3ClassScheme *scheme;
  GArray *cells; /* of Cell */
};

typedef struct
{
  GtkWidget *count; /* on the colour of the class */
  guint klass;
} Cell;

G_DEFINE_FINAL_TYPE (Ris3PairSquare, ris3_pair_square, GTK_TYPE_GRID)

static guint chosen_signal;

static void
ris3_pair_square_finalize (GObject *object)
{
  Ris3PairSquare *self = RIS3_PAIR_SQUARE (object);

  g_clear_pointer (&self->scheme, ris3_class_scheme_unref);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (ris3_pair_square_parent_class)->finalize (object);
}

static void
ris3_pair_square_class_init (Ris3PairSquareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_pair_square_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

/* In black or white letters, whichever can be read better on the colour. */
static void
update_counts (Ris3PairSquare *self)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      guint32 colour = ris3_class_scheme_get_fill (self->scheme, cell->klass, palette).colour;
      gboolean is_pale = ris3_colour_get_contrast (colour, 0x000000) > ris3_colour_get_contrast (colour, 0xffffff);

      gtk_widget_remove_css_class (cell->count, is_pale ? "on-dark" : "on-pale");
      gtk_widget_add_css_class (cell->count, is_pale ? "on-pale" : "on-dark");
    }
}

static void
ris3_pair_square_init (Ris3PairSquare *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pair-square");
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_counts), self,
                           G_CONNECT_SWAPPED);
}

static void
on_cell_clicked_cb (GtkButton *button, Ris3PairSquare *self)
{
  g_signal_emit (self, chosen_signal, 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "class")));
}

static void
add_cell (Ris3PairSquare *self, Ris3Classification *classification, guint klass, int column, int row)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint count = ris3_classification_count_matching (classification, klass);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  /* Translators: a class of the legend, and how many areas are in it. */
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u area", "%s: %u areas", count),
                                            ris3_class_scheme_get_title (scheme, klass), count);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *swatch = ris3_class_swatch_new (scheme, klass, RIS3_MARK_NONE);
  Cell cell = { gtk_label_new (number), klass };

  gtk_widget_set_size_request (swatch, CELL_WIDTH, CELL_HEIGHT);
  gtk_widget_set_valign (swatch, GTK_ALIGN_FILL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), swatch);
  gtk_widget_add_css_class (cell.count, "numeric");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), cell.count);
  g_array_append_val (self->cells, cell);
  gtk_button_set_child (GTK_BUTTON (button), overlay);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, count > 0);
  g_object_set_data (G_OBJECT (button), "class", GUINT_TO_POINTER (klass));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_cell_clicked_cb), self, 0);
  gtk_grid_attach (GTK_GRID (self), button, column, row, 1, 1);
}

static void
add_label (Ris3PairSquare *self, const char *text, float xalign, int column, int row, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width > 1 ? 38 : 14);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "quiet");
  if (width == 1)
    gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_CENTER);
  gtk_grid_attach (GTK_GRID (self), label, column, row, width, 1);
}

GtkWidget *
ris3_pair_square_new (Ris3Classification *classification)
{
  Ris3PairSquare *self;
  Ris3ClassScheme *scheme;
  guint n_first, n_second;
  g_autofree char *axes = NULL;

  g_return_val_if_fail (classification != NULL && ris3_classification_get_other (classification) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_PAIR_SQUARE, NULL);
  scheme = ris3_classification_get_scheme (classification);
  self->scheme = ris3_class_scheme_ref (scheme);
  n_first = ris3_class_scheme_get_n_steps (scheme, 0);
  n_second = ris3_class_scheme_get_n_steps (scheme, 1);
  for (guint first = 0; first < n_first; first++)
    {
      int row = (int) (n_first - 1 - first);

      add_label (self, ris3_class_scheme_get_step_title (scheme, 0, first), 1, 0, row, 1);
      for (guint second = 0; second < n_second; second++)
        add_cell (self, classification, ris3_class_scheme_get_pair_class (scheme, first, second), 1 + (int) second,
                  row);
    }
  for (guint second = 0; second < n_second; second++)
    add_label (self, ris3_class_scheme_get_step_title (scheme, 1, second), 0.5f, 1 + (int) second, (int) n_first, 1);
  axes = ris3_classification_describe_axes (classification);
  add_label (self, axes, 0, 0, (int) n_first + 1, 1 + (int) n_second);
  update_counts (self);
  return GTK_WIDGET (self);
}

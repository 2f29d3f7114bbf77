/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-pair-square.h"

#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"

struct _Ris3PairSquare
{
  GtkGrid parent_instance;
};

G_DEFINE_FINAL_TYPE (Ris3PairSquare, ris3_pair_square, GTK_TYPE_GRID)

static guint chosen_signal;

static void
ris3_pair_square_class_init (Ris3PairSquareClass *klass)
{
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ris3_pair_square_init (Ris3PairSquare *self)
{
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pair-square");
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count_label = gtk_label_new (number);

  gtk_box_append (GTK_BOX (box), ris3_class_swatch_new (scheme, klass, RIS3_MARK_NONE));
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (count_label), 0);
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-row");
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
    add_label (self, ris3_class_scheme_get_step_title (scheme, 1, second), 0, 1 + (int) second, (int) n_first, 1);
  axes = ris3_classification_describe_axes (classification);
  add_label (self, axes, 0, 0, (int) n_first + 1, 1 + (int) n_second);
  return GTK_WIDGET (self);
}

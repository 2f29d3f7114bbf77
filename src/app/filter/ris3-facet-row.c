/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/filter/ris3-facet-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "geo/ris3-fold.h"

struct _Ris3FacetRow
{
  GtkWidget parent_instance;

  char *id;
  char *title;
  char *folded;
  guint n_strategies;
  gboolean is_shown; /* once it has a number */
  GtkCheckButton *button;
  GtkLabel *label;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (Ris3FacetRow, ris3_facet_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_toggled_cb (Ris3FacetRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
ris3_facet_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ris3_facet_row_parent_class)->dispose (object);
}

static void
ris3_facet_row_finalize (GObject *object)
{
  Ris3FacetRow *self = RIS3_FACET_ROW (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->folded);
  G_OBJECT_CLASS (ris3_facet_row_parent_class)->finalize (object);
}

static void
ris3_facet_row_class_init (Ris3FacetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_facet_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_facet_row_finalize;
  signals[SIGNAL_TOGGLED]
      = g_signal_new ("toggled", RIS3_TYPE_FACET_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ris3_facet_row_init (Ris3FacetRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "hexpand", TRUE, NULL);
  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_check_button_set_child (self->button, box);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (on_toggled_cb), self);
}

GtkWidget *
ris3_facet_row_new (const char *id, const char *title)
{
  Ris3FacetRow *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);
  self = g_object_new (RIS3_TYPE_FACET_ROW, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->folded = ris3_fold (title);
  gtk_label_set_text (self->label, title);
  return GTK_WIDGET (self);
}

void
ris3_facet_row_show (Ris3FacetRow *self, guint n_strategies, gboolean is_chosen)
{
  g_return_if_fail (RIS3_IS_FACET_ROW (self));
  if (gtk_check_button_get_active (self->button) != is_chosen)
    {
      g_signal_handlers_block_by_func (self->button, on_toggled_cb, self);
      gtk_check_button_set_active (self->button, is_chosen);
      g_signal_handlers_unblock_by_func (self->button, on_toggled_cb, self);
    }
  if (!self->is_shown || self->n_strategies != n_strategies)
    {
      g_autofree char *number = g_strdup_printf ("%'u", n_strategies);
      /* Translators: read out for a check box: "France, 27 strategies" */
      g_autofree char *words
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u strategy", "%s, %u strategies", n_strategies),
                             self->title, n_strategies);

      self->is_shown = TRUE;
      self->n_strategies = n_strategies;
      gtk_label_set_text (self->count, number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
  if (n_strategies == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "quiet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "quiet");
}

const char *
ris3_facet_row_get_id (Ris3FacetRow *self)
{
  g_return_val_if_fail (RIS3_IS_FACET_ROW (self), NULL);
  return self->id;
}

const char *
ris3_facet_row_get_title (Ris3FacetRow *self)
{
  g_return_val_if_fail (RIS3_IS_FACET_ROW (self), NULL);
  return self->title;
}

gboolean
ris3_facet_row_get_chosen (Ris3FacetRow *self)
{
  g_return_val_if_fail (RIS3_IS_FACET_ROW (self), FALSE);
  return gtk_check_button_get_active (self->button);
}

gboolean
ris3_facet_row_matches (Ris3FacetRow *self, const char *folded)
{
  g_return_val_if_fail (RIS3_IS_FACET_ROW (self) && folded != NULL, FALSE);
  return strstr (self->folded, folded) != NULL;
}

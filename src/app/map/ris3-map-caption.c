/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-caption.h"

struct _Ris3MapCaption
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Side side;
  GtkWidget *title;
  GtkWidget *figure;
};

G_DEFINE_FINAL_TYPE (Ris3MapCaption, ris3_map_caption, GTK_TYPE_WIDGET)

static void
update (Ris3MapCaption *self)
{
  Ris3Classification *shown = ris3_session_get_side (self->session, self->side);
  Ris3Classification *other
      = ris3_session_get_side (self->session, self->side == RIS3_SIDE_FIRST ? RIS3_SIDE_SECOND : RIS3_SIDE_FIRST);
  g_autofree char *title = NULL;
  g_autofree char *figure = NULL;

  if (shown == NULL || other == NULL)
    return;
  title = ris3_comparison_dup_side_title (shown, other);
  figure
      = ris3_indicator_get_headline (ris3_classification_get_indicator (shown), ris3_classification_get_summary (shown),
                                     ris3_classification_get_period (shown));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->figure), figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), figure);
}

static void
ris3_map_caption_dispose (GObject *object)
{
  Ris3MapCaption *self = RIS3_MAP_CAPTION (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->figure, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_map_caption_parent_class)->dispose (object);
}

static void
ris3_map_caption_class_init (Ris3MapCaptionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_map_caption_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapcaption");
}

static void
ris3_map_caption_init (Ris3MapCaption *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  self->figure = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->figure), 0);
  gtk_label_set_wrap (GTK_LABEL (self->figure), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->figure), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->figure), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->figure, "caption");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->figure, GTK_WIDGET (self));
}

GtkWidget *
ris3_map_caption_new (Ris3Session *session, Ris3Side side)
{
  Ris3MapCaption *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && side < RIS3_N_SIDES, NULL);
  self = g_object_new (RIS3_TYPE_MAP_CAPTION, NULL);
  self->session = g_object_ref (session);
  self->side = side;
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

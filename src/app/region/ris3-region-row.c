/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-row.h"

#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"

#define FADED 0.35
#define LEAST_CHARS 12 /* in a line */

struct _Ris3RegionRow
{
  GtkWidget parent_instance;

  Ris3RegionItem *item; /* NULL while unbound */
  gboolean subtitle_is_class;
  Ris3RowRefresh *refresh; /* or NULL */

  GtkWidget *heading;
  GtkWidget *line;
  GtkWidget *swatch;
  GtkWidget *name;
  GtkWidget *subtitle;
  GtkWidget *code;
};

G_DEFINE_FINAL_TYPE (Ris3RegionRow, ris3_region_row, GTK_TYPE_WIDGET)

/* The row of the list view around this one is what gets the focus and is read out; GTK 4.8 has no
 * other way to name it.
 */
static GtkWidget *
get_list_row (Ris3RegionRow *self)
{
  return gtk_widget_get_parent (GTK_WIDGET (self));
}

static void
show_current (Ris3RegionRow *self)
{
  gboolean current = ris3_region_item_get_current (self->item);
  GtkWidget *list_row = get_list_row (self);

  if (current)
    gtk_widget_add_css_class (self->line, "current");
  else
    gtk_widget_remove_css_class (self->line, "current");
  if (list_row != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

static void
show_class (Ris3RegionRow *self)
{
  g_autofree char *description = ris3_region_item_describe (self->item);
  GtkWidget *list_row = get_list_row (self);
  Ris3ClassScheme *scheme = NULL;
  guint klass = 0;
  Ris3Marks marks = RIS3_MARK_NONE;

  /* A region drawn in several areas has no single class: the swatch is blank, but keeps its column. */
  ris3_region_item_get_class (self->item, &scheme, &klass, &marks);
  ris3_class_swatch_set (RIS3_CLASS_SWATCH (self->swatch), scheme, klass, marks);
  /* It fades, as on the map. */
  gtk_widget_set_opacity (self->swatch, ris3_region_item_get_matches (self->item) ? 1 : FADED);
  if (self->subtitle_is_class)
    gtk_label_set_text (GTK_LABEL (self->subtitle), ris3_region_item_get_class_words (self->item));
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
on_class_changed_cb (Ris3RegionRow *self)
{
  if (self->refresh != NULL)
    ris3_row_refresh_add (self->refresh, GTK_WIDGET (self));
  else
    show_class (self);
}

static void
ris3_region_row_dispose (GObject *object)
{
  Ris3RegionRow *self = RIS3_REGION_ROW (object);

  ris3_region_row_unbind (self);
  g_clear_pointer (&self->refresh, ris3_row_refresh_unref);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (ris3_region_row_parent_class)->dispose (object);
}

static void
ris3_region_row_class_init (Ris3RegionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_region_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "regionrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
new_row_label (const char *css_class, gboolean wrap)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", wrap, NULL);

  if (wrap)
    {
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      /* Else it would be measured with a line for each letter, too, which takes as long as all the rest; and it is
       * as wide as there is room, whatever it says. */
      gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LEAST_CHARS);
    }
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
ris3_region_row_init (Ris3RegionRow *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->heading = new_row_label ("country-heading", TRUE);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->swatch = ris3_class_swatch_new (NULL, 0, RIS3_MARK_NONE);
  self->name = new_row_label ("row-name", TRUE);
  self->subtitle = new_row_label ("row-subtitle", TRUE);
  self->code = new_row_label ("region-code", FALSE);

  gtk_widget_add_css_class (self->line, "row-line");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->code, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (text), self->name);
  gtk_box_append (GTK_BOX (text), self->subtitle);
  gtk_box_append (GTK_BOX (self->line), self->swatch);
  gtk_box_append (GTK_BOX (self->line), text);
  gtk_box_append (GTK_BOX (self->line), self->code);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
}

GtkWidget *
ris3_region_row_new (Ris3RowRefresh *refresh)
{
  Ris3RegionRow *self = g_object_new (RIS3_TYPE_REGION_ROW, NULL);

  if (refresh != NULL)
    self->refresh = ris3_row_refresh_ref (refresh);
  return GTK_WIDGET (self);
}

void
ris3_region_row_refresh (GtkWidget *row)
{
  g_return_if_fail (RIS3_IS_REGION_ROW (row));
  show_class (RIS3_REGION_ROW (row));
}

void
ris3_region_row_bind (Ris3RegionRow *self,
                      Ris3RegionItem *item,
                      const char *heading,
                      const char *title,
                      const char *subtitle)
{
  g_return_if_fail (RIS3_IS_REGION_ROW (self));
  g_return_if_fail (RIS3_IS_REGION_ITEM (item));

  ris3_region_row_unbind (self);
  self->item = g_object_ref (item);
  self->subtitle_is_class = subtitle == NULL;
  g_signal_connect_object (item, "notify::current", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::class-words", G_CALLBACK (on_class_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_text (GTK_LABEL (self->heading), heading != NULL ? heading : "");
  gtk_widget_set_visible (self->heading, heading != NULL);
  gtk_label_set_text (GTK_LABEL (self->name), title);
  if (subtitle != NULL)
    gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_label_set_text (GTK_LABEL (self->code), ris3_region_item_get_code (item));
  show_class (self);
  show_current (self);
}

void
ris3_region_row_unbind (Ris3RegionRow *self)
{
  g_return_if_fail (RIS3_IS_REGION_ROW (self));

  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->item, show_current, self);
  g_signal_handlers_disconnect_by_func (self->item, on_class_changed_cb, self);
  if (self->refresh != NULL)
    ris3_row_refresh_remove (self->refresh, GTK_WIDGET (self));
  g_clear_object (&self->item);
}

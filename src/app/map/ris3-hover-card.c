/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-hover-card.h"

#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"
#include "app/ris3-region-words.h"

/* Pixels between the card and the point that it belongs to. */
#define DISTANCE 16

/* What one map says of the region. */
typedef struct
{
  GtkWidget *box; /* of the following */
  GtkWidget *swatch;
  GtkWidget *class_text;
} Row;

struct _Ris3HoverCard
{
  GtkWidget parent_instance;

  GtkWidget *name;
  Row rows[RIS3_N_SIDES]; /* one a map */
};

G_DEFINE_FINAL_TYPE (Ris3HoverCard, ris3_hover_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

static void
ris3_hover_card_dispose (GObject *object)
{
  Ris3HoverCard *self = RIS3_HOVER_CARD (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    g_clear_pointer (&self->rows[side].box, gtk_widget_unparent);
  G_OBJECT_CLASS (ris3_hover_card_parent_class)->dispose (object);
}

static void
ris3_hover_card_class_init (Ris3HoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_hover_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ris3_hover_card_init (Ris3HoverCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  self->name = make_label ();
  gtk_widget_add_css_class (self->name, "heading");
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    {
      Row *row = &self->rows[side];

      row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      row->swatch = ris3_class_swatch_new (NULL, 0, RIS3_MARK_NONE);
      gtk_widget_set_valign (row->swatch, GTK_ALIGN_CENTER);
      row->class_text = make_label ();
      gtk_box_append (GTK_BOX (row->box), row->swatch);
      gtk_box_append (GTK_BOX (row->box), row->class_text);
      gtk_widget_set_parent (row->box, GTK_WIDGET (self));
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "hover-card");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ris3_hover_card_new (void)
{
  return g_object_new (RIS3_TYPE_HOVER_CARD, NULL);
}

/* shown: NULL: there is no such map; other: what it is compared with, or NULL */
static void
show_row (Row *row, Ris3Classification *shown, Ris3Classification *other, guint region)
{
  const Ris3Territory *territory;
  g_autoptr (GString) words = NULL;
  g_autofree char *value = NULL;
  gint index;

  index = shown != NULL ? ris3_classification_find_territory (shown, region) : -1;
  gtk_widget_set_visible (row->box, index >= 0);
  if (index < 0)
    return;
  territory = ris3_classification_get_territory (shown, (guint) index);
  words = g_string_new (NULL);
  if (other != NULL)
    {
      g_autofree char *title = ris3_comparison_dup_side_title (shown, other);

      /* Translators: what one of two maps shows, before what it says of a region: “2014–2020: Health priority”. */
      g_string_append_printf (words, C_ ("map", "%s: "), title);
    }
  value = ris3_classification_describe (shown, (guint) index);
  g_string_append (words, value);
  if (territory->marks & RIS3_MARK_DISPUTED)
    g_string_append_printf (words, " · %s", _ ("disputed"));
  if (territory->marks & RIS3_MARK_INHERITED)
    {
      const Ris3Region *source
          = ris3_boundaries_get_region (ris3_classification_get_boundaries (shown), (guint) territory->source_region);

      g_string_append (words, " · ");
      /* Translators: %s is the name of the wider region whose strategy counts. */
      g_string_append_printf (words, _ ("inherited from %s"), ris3_region_display_name (source));
    }
  gtk_label_set_label (GTK_LABEL (row->class_text), words->str);
  ris3_class_swatch_set (RIS3_CLASS_SWATCH (row->swatch), ris3_classification_get_scheme (shown), territory->klass,
                         territory->marks);
}

void
ris3_hover_card_show_region (Ris3HoverCard *self, Ris3Session *session, gint region)
{
  Ris3Classification *first, *second;
  const Ris3Region *record;
  g_autofree char *name = NULL;
  gboolean is_area = FALSE;

  g_return_if_fail (RIS3_IS_HOVER_CARD (self) && RIS3_IS_SESSION (session));
  first = ris3_session_get_side (session, RIS3_SIDE_FIRST);
  second = ris3_session_get_side (session, RIS3_SIDE_SECOND);
  if (first != NULL && region >= 0)
    is_area = ris3_classification_find_territory (first, (guint) region) >= 0
              || (second != NULL && ris3_classification_find_territory (second, (guint) region) >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self), is_area);
  if (!is_area)
    return;

  record = ris3_boundaries_get_region (ris3_session_get_boundaries (session), (guint) region);
  /* Translators: a region's name and its NUTS code. */
  name = g_strdup_printf (_ ("%s · %s"), ris3_region_display_name (record), record->code);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  show_row (&self->rows[RIS3_SIDE_FIRST], first, second, (guint) region);
  show_row (&self->rows[RIS3_SIDE_SECOND], second, first, (guint) region);
}

void
ris3_hover_card_allocate_at (Ris3HoverCard *self, double x, double y, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkAllocation allocation = { (int) x + DISTANCE, (int) y + DISTANCE, 0, 0 };

  g_return_if_fail (RIS3_IS_HOVER_CARD (self));
  if (!gtk_widget_should_layout (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation.width, NULL, NULL);
  allocation.width = MIN (allocation.width, MAX (1, width));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, allocation.width, NULL, &allocation.height, NULL, NULL);
  if (allocation.x + allocation.width > width)
    allocation.x = MAX (0, (int) x - DISTANCE - allocation.width);
  if (allocation.y + allocation.height > height)
    allocation.y = MAX (0, (int) y - DISTANCE - allocation.height);
  gtk_widget_size_allocate (widget, &allocation, -1);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-header.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-inbox-columns.h"

/* Where the rows have their dots. */
#define DOT_ROOM 14

struct _Ris3InboxHeader
{
  GtkWidget parent_instance;

  Ris3InboxList *list;
  GtkWidget *buttons[RIS3_N_INBOX_COLUMNS];
  GtkWidget *arrows[RIS3_N_INBOX_COLUMNS];
};

G_DEFINE_FINAL_TYPE (Ris3InboxHeader, ris3_inbox_header, GTK_TYPE_WIDGET)

static guint sorted_signal;

/* Dates come first with the newest, words with the first. */
static gboolean
begins_descending (Ris3InboxColumn column)
{
  return column == RIS3_INBOX_RECEIVED;
}

static void
show_sorting (Ris3InboxHeader *self)
{
  gboolean descending;
  Ris3InboxColumn sorted = ris3_inbox_list_get_sorting (self->list, &descending);

  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    {
      const char *title = ris3_inbox_column_get_title ((Ris3InboxColumn) i);
      /* Translators: read out for the title of a column; %s is the title */
      g_autofree char *words = i != sorted  ? g_strdup (title)
                               : descending ? g_strdup_printf (_ ("%s, sorted downwards"), title)
                                            : g_strdup_printf (_ ("%s, sorted upwards"), title);

      gtk_widget_set_visible (self->arrows[i], i == sorted);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->arrows[i]), descending ? "pan-down-symbolic" : "pan-up-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

static void
on_clicked_cb (Ris3InboxHeader *self, GtkWidget *button)
{
  gboolean descending;
  Ris3InboxColumn sorted = ris3_inbox_list_get_sorting (self->list, &descending);

  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    if (self->buttons[i] == button)
      ris3_inbox_list_sort_by (self->list, (Ris3InboxColumn) i,
                               i == sorted ? !descending : begins_descending ((Ris3InboxColumn) i));
  show_sorting (self);
  g_signal_emit (self, sorted_signal, 0);
}

static void
ris3_inbox_header_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  Ris3InboxHeader *self = RIS3_INBOX_HEADER (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS && orientation == GTK_ORIENTATION_VERTICAL; i++)
    {
      int height, least;

      gtk_widget_measure (self->buttons[i], orientation, -1, &least, &height, NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
}

static void
ris3_inbox_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3InboxHeader *self = RIS3_INBOX_HEADER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Ris3InboxPlace places[RIS3_N_INBOX_COLUMNS];

  ris3_inbox_columns_place (self->list, width - DOT_ROOM, places);
  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    {
      int x = DOT_ROOM + places[i].x;
      int least;

      gtk_widget_set_child_visible (self->buttons[i], places[i].width > 0);
      if (places[i].width == 0)
        continue;
      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      least = MAX (least, places[i].width);
      gtk_widget_size_allocate (
          self->buttons[i], &(GtkAllocation){ .x = rtl ? width - x - least : x, .width = least, .height = height }, -1);
    }
}

static void
ris3_inbox_header_dispose (GObject *object)
{
  Ris3InboxHeader *self = RIS3_INBOX_HEADER (object);

  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (ris3_inbox_header_parent_class)->dispose (object);
}

static void
ris3_inbox_header_class_init (Ris3InboxHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_inbox_header_dispose;
  widget_class->measure = ris3_inbox_header_measure;
  widget_class->size_allocate = ris3_inbox_header_size_allocate;
  sorted_signal
      = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "inboxheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ris3_inbox_header_init (Ris3InboxHeader *self)
{
  for (guint i = 0; i < RIS3_N_INBOX_COLUMNS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", ris3_inbox_column_get_title ((Ris3InboxColumn) i),
                                       "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0f, NULL);

      self->arrows[i] = gtk_image_new ();
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), self->arrows[i]);
      self->buttons[i]
          = g_object_new (GTK_TYPE_BUTTON, "child", box, "css-classes", (const char *const[]){ "flat", NULL }, NULL);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
      g_signal_connect_swapped (self->buttons[i], "clicked", G_CALLBACK (on_clicked_cb), self);
    }
}

GtkWidget *
ris3_inbox_header_new (Ris3InboxList *list)
{
  Ris3InboxHeader *self;

  g_return_val_if_fail (RIS3_IS_INBOX_LIST (list), NULL);
  self = g_object_new (RIS3_TYPE_INBOX_HEADER, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "columns-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  show_sorting (self);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-copy-text.h"
#include "model/ris3-text.h"

/* Laying out a longer text would stop the window, and nobody reads it here. */
#define MAX_SHOWN 20000

struct _Ris3CopyText
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (Ris3CopyText, ris3_copy_text, GTK_TYPE_WIDGET)

/* The label would take the focus, and select its whole text when it does. A click still gives it
 * the focus, so that Ctrl+C finds it.
 */
static gboolean
ris3_copy_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
ris3_copy_text_dispose (GObject *object)
{
  Ris3CopyText *self = RIS3_COPY_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (ris3_copy_text_parent_class)->dispose (object);
}

static void
ris3_copy_text_class_init (Ris3CopyTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_copy_text_dispose;

  widget_class->focus = ris3_copy_text_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "copytext");
}

static void
ris3_copy_text_init (Ris3CopyText *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "selectable", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
ris3_copy_text_new (const char *text)
{
  GtkWidget *self = g_object_new (RIS3_TYPE_COPY_TEXT, NULL);

  ris3_copy_text_set_text (RIS3_COPY_TEXT (self), text);
  return self;
}

void
ris3_copy_text_set_text (Ris3CopyText *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (RIS3_IS_COPY_TEXT (self));
  g_return_if_fail (text != NULL);

  shown = ris3_text_shorten (text, MAX_SHOWN);
  gtk_label_set_text (GTK_LABEL (self->label), shown);
  /* For texts that are headings: a heading does not take its name from its contents. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
}

void
ris3_copy_text_set_attributes (Ris3CopyText *self, PangoAttrList *attributes)
{
  g_return_if_fail (RIS3_IS_COPY_TEXT (self));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-text-view.h"

struct _Ris3FormTextView
{
  Ris3FormField parent_instance;

  char *value; /* what the program set */
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (Ris3FormTextView, ris3_form_text_view, RIS3_TYPE_FORM_FIELD)

/* At the usual size of text; a line more or less shows does not matter. */
#define LINE_HEIGHT 20
#define MAX_HEIGHT 260

static GtkTextBuffer *
get_buffer (Ris3FormTextView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static char *
ris3_form_text_view_get_value (Ris3FormField *field)
{
  Ris3FormTextView *self = RIS3_FORM_TEXT_VIEW (field);
  g_autofree char *text = NULL;

  g_object_get (get_buffer (self), "text", &text, NULL);
  /* Empty lines that are in the file are no change. */
  if (g_strcmp0 (text, self->value) != 0)
    g_strstrip (text);
  return g_steal_pointer (&text);
}

static void
ris3_form_text_view_set_value (Ris3FormField *field, const char *value)
{
  Ris3FormTextView *self = RIS3_FORM_TEXT_VIEW (field);

  g_free (self->value);
  self->value = g_strdup (value);
  gtk_text_buffer_set_text (get_buffer (self), value, -1);
}

static void
ris3_form_text_view_finalize (GObject *object)
{
  g_free (RIS3_FORM_TEXT_VIEW (object)->value);
  G_OBJECT_CLASS (ris3_form_text_view_parent_class)->finalize (object);
}

static void
ris3_form_text_view_class_init (Ris3FormTextViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_form_text_view_finalize;
  RIS3_FORM_FIELD_CLASS (klass)->get_value = ris3_form_text_view_get_value;
  RIS3_FORM_FIELD_CLASS (klass)->set_value = ris3_form_text_view_set_value;
}

static void
ris3_form_text_view_init (Ris3FormTextView *self)
{
  self->value = g_strdup ("");
}

Ris3FormField *
ris3_form_text_view_new (const char *column, const char *label, guint n_lines)
{
  Ris3FormTextView *self = g_object_new (RIS3_TYPE_FORM_TEXT_VIEW, NULL);
  int height = (int) n_lines * LINE_HEIGHT;
  GtkWidget *scroller;

  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR, "top-margin", 8,
                             "bottom-margin", 8, "left-margin", 9, "right-margin", 9, NULL);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->view,
                           "min-content-height", height, "max-content-height", MAX (height, MAX_HEIGHT),
                           "propagate-natural-height", TRUE, NULL);
  gtk_widget_add_css_class (scroller, "form-text");
  ris3_form_field_build (RIS3_FORM_FIELD (self), column, label, self->view, scroller);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (ris3_form_field_emit_changed), self,
                           G_CONNECT_SWAPPED);
  return RIS3_FORM_FIELD (self);
}

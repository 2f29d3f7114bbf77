/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-words-row.h"

struct _Ris3FigureWordsRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *shape; /* not seen: what is as high as the text */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  char *text;        /* that was last asked for */
  guint size_source; /* the height is to be asked for again, else 0 */
};

G_DEFINE_FINAL_TYPE (Ris3FigureWordsRow, ris3_figure_words_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_shape (Ris3FigureWordsRow *self)
{
  /* Room for the cursor after the last letter. */
  g_autofree char *text = g_strconcat (ris3_figure_words_row_get_text (self), "\302\240", NULL);

  gtk_label_set_text (self->shape, text);
}

static gboolean
on_laid_out_cb (gpointer data)
{
  Ris3FigureWordsRow *self = data;

  self->size_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (Ris3FigureWordsRow *self)
{
  update_shape (self);
  /* A text view knows that it is lower once it is idle. */
  if (self->size_source == 0)
    self->size_source = g_idle_add (on_laid_out_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
on_key_cb (Ris3FigureWordsRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_return)
    return GDK_EVENT_PROPAGATE;
  /* The text would take it for a line end, also with a key that makes it a command of the window. */
  if ((state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    gtk_widget_activate_action (GTK_WIDGET (self), "figure.save", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
ris3_figure_words_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RIS3_FIGURE_WORDS_ROW (widget)->view));
}

static void
ris3_figure_words_row_dispose (GObject *object)
{
  g_clear_handle_id (&RIS3_FIGURE_WORDS_ROW (object)->size_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_FIGURE_WORDS_ROW);
  G_OBJECT_CLASS (ris3_figure_words_row_parent_class)->dispose (object);
}

static void
ris3_figure_words_row_finalize (GObject *object)
{
  g_free (RIS3_FIGURE_WORDS_ROW (object)->text);
  G_OBJECT_CLASS (ris3_figure_words_row_parent_class)->finalize (object);
}

static void
ris3_figure_words_row_class_init (Ris3FigureWordsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_figure_words_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_figure_words_row_finalize;
  widget_class->grab_focus = ris3_figure_words_row_grab_focus;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/figure/ris3-figure-words-row.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWordsRow, shape);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWordsRow, view);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureWordsRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_cb);
}

static void
ris3_figure_words_row_init (Ris3FigureWordsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_shape (self);
}

const char *
ris3_figure_words_row_get_text (Ris3FigureWordsRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (RIS3_IS_FIGURE_WORDS_ROW (self), NULL);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  g_free (self->text);
  self->text = g_strdelimit (gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE), "\r\n", ' ');
  return self->text;
}

void
ris3_figure_words_row_set_text (Ris3FigureWordsRow *self, const char *text)
{
  g_return_if_fail (RIS3_IS_FIGURE_WORDS_ROW (self) && text != NULL);
  if (g_str_equal (ris3_figure_words_row_get_text (self), text))
    return;
  /* What a person undoes is what that person wrote. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

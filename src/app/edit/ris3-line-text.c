/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-line-text.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

/* Letters that the label shows. */
#define MAX_SHOWN 2000

struct _Ris3LineText
{
  GtkWidget parent_instance;

  Ris3OutlineLine *line;
  gulong text_handler;
  GtkLabel *label;     /* gives the size, also while it is not seen */
  GtkWidget *scrolled; /* with the view */
  GtkTextView *view;   /* NULL while it is not edited */
  guint close_source;  /* waits to see where the focus goes, else 0 */
};

G_DEFINE_FINAL_TYPE (Ris3LineText, ris3_line_text, GTK_TYPE_WIDGET)

static void
show_text (Ris3LineText *self)
{
  const char *text = self->line != NULL ? ris3_outline_line_get_text (self->line) : "";
  g_autofree char *shown = self->view != NULL ? g_strdup (text) : ris3_text_shorten (text, MAX_SHOWN);

  if (*shown == '\0')
    {
      g_free (shown);
      shown = g_strdup (_ ("No text"));
    }
  gtk_label_set_text (self->label, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  if (*text == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "quiet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "quiet");
}

static void
close_view (Ris3LineText *self)
{
  g_clear_handle_id (&self->close_source, g_source_remove);
  if (self->scrolled == NULL)
    return;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  self->view = NULL;
  gtk_widget_set_opacity (GTK_WIDGET (self->label), 1);
  show_text (self);
}

/* A menu of the text field, or another window, does not end the editing. */
static gboolean
on_close_cb (gpointer data)
{
  Ris3LineText *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->close_source = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    close_view (self);
  return G_SOURCE_REMOVE;
}

static void
on_focus_left_cb (Ris3LineText *self)
{
  if (self->view != NULL && self->close_source == 0)
    self->close_source = g_idle_add (on_close_cb, self);
}

static void
on_buffer_changed_cb (GtkTextBuffer *buffer, Ris3LineText *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  ris3_outline_line_set_text (self->line, text);
}

static void
open_view (Ris3LineText *self)
{
  GtkTextBuffer *buffer;

  if (self->view != NULL || self->line == NULL)
    return;
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_text (buffer, ris3_outline_line_get_text (self->line), -1);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_buffer_changed_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_opacity (GTK_WIDGET (self->label), 0);
  show_text (self);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

void
ris3_line_text_edit (Ris3LineText *self, guint offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (RIS3_IS_LINE_TEXT (self));
  open_view (self);
  if (self->view == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

gboolean
ris3_line_text_get_cursor (Ris3LineText *self, guint *offset, gboolean *has_selection)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_val_if_fail (RIS3_IS_LINE_TEXT (self), FALSE);
  if (self->view == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return FALSE;
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  *offset = (guint) gtk_text_iter_get_offset (&iter);
  *has_selection = gtk_text_buffer_get_has_selection (buffer);
  return TRUE;
}

/* The cursor comes where the label was clicked. */
static void
on_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, Ris3LineText *self)
{
  PangoLayout *layout = gtk_label_get_layout (self->label);
  int left, top, index, trailing;

  gtk_label_get_layout_offsets (self->label, &left, &top);
  pango_layout_xy_to_index (layout, (int) (x - left) * PANGO_SCALE, (int) (y - top) * PANGO_SCALE, &index, &trailing);
  ris3_line_text_edit (
      self, (guint) (g_utf8_pointer_to_offset (pango_layout_get_text (layout), pango_layout_get_text (layout) + index)
                     + trailing));
}

static void
on_text_changed_cb (Ris3OutlineLine *line, GParamSpec *pspec, Ris3LineText *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  show_text (self);
  if (self->view == NULL)
    return;
  /* Split or joined while it is edited. */
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)) && !g_str_equal (text, ris3_outline_line_get_text (line)))
    close_view (self);
}

void
ris3_line_text_set_line (Ris3LineText *self, Ris3OutlineLine *line)
{
  g_return_if_fail (RIS3_IS_LINE_TEXT (self));
  close_view (self);
  if (self->line != NULL)
    g_signal_handler_disconnect (self->line, self->text_handler);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  self->text_handler = g_signal_connect (line, "notify::text", G_CALLBACK (on_text_changed_cb), self);
  show_text (self);
}

/* The focus is always that of the text field. */
static gboolean
ris3_line_text_grab_focus (GtkWidget *widget)
{
  Ris3LineText *self = RIS3_LINE_TEXT (widget);

  if (self->line == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  ris3_line_text_edit (self, (guint) g_utf8_strlen (ris3_outline_line_get_text (self->line), -1));
  return TRUE;
}

static gboolean
ris3_line_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
ris3_line_text_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  Ris3LineText *self = RIS3_LINE_TEXT (widget);

  gtk_widget_measure (GTK_WIDGET (self->label), orientation, for_size, minimum, natural, NULL, NULL);
  if (self->scrolled != NULL)
    gtk_widget_measure (self->scrolled, orientation, for_size, NULL, NULL, NULL, NULL);
}

static void
ris3_line_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3LineText *self = RIS3_LINE_TEXT (widget);
  const GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (GTK_WIDGET (self->label), &all, -1);
  if (self->scrolled != NULL)
    gtk_widget_size_allocate (self->scrolled, &all, -1);
}

static GtkSizeRequestMode
ris3_line_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ris3_line_text_dispose (GObject *object)
{
  Ris3LineText *self = RIS3_LINE_TEXT (object);

  ris3_line_text_set_line (self, NULL);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (ris3_line_text_parent_class)->dispose (object);
}

static void
ris3_line_text_class_init (Ris3LineTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_line_text_dispose;
  widget_class->grab_focus = ris3_line_text_grab_focus;
  widget_class->focus = ris3_line_text_focus;
  widget_class->get_request_mode = ris3_line_text_get_request_mode;
  widget_class->measure = ris3_line_text_measure;
  widget_class->size_allocate = ris3_line_text_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "linetext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ris3_line_text_init (Ris3LineText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->label), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/classes/ris3-break-handle.h"

#include <glib/gi18n.h>

#include "app/ris3-drawing.h"

#define KNOB 12.0f
#define PAGE 10

struct _Ris3BreakHandle
{
  GtkWidget parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (Ris3BreakHandle, ris3_break_handle, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STEPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ris3_break_handle_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = RIS3_BREAK_HANDLE_WIDTH;
}

static void
ris3_break_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  gboolean is_lit = (gtk_widget_get_state_flags (widget) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_PRELIGHT)) != 0;
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  float knob = is_lit ? KNOB + 3 : KNOB;
  GskRoundedRect shape;
  GdkRGBA colour, ground;

  gtk_style_context_get_color (style, &colour);
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &ground))
    ground = (GdkRGBA){ 1, 1, 1, 1 };
  /* On bars of any colour. */
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (width / 2 - 2, 0, 4, height));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (width / 2 - 1, 0, 2, height));
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT ((width - knob) / 2, 0, knob, knob), knob / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, is_lit ? &colour : &ground, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  ris3_drawing_append_frame (snapshot, &shape.bounds, knob / 2, 2, &colour);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Ris3BreakHandle *self)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int steps;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      steps = -forward;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      steps = forward;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_minus:
      steps = -1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_plus:
      steps = 1;
      break;
    case GDK_KEY_Page_Down:
      steps = -PAGE;
      break;
    case GDK_KEY_Page_Up:
      steps = PAGE;
      break;
    case GDK_KEY_Home:
      steps = G_MININT;
      break;
    case GDK_KEY_End:
      steps = G_MAXINT;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0, steps);
  return GDK_EVENT_STOP;
}

static void
ris3_break_handle_class_init (Ris3BreakHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ris3_break_handle_measure;
  widget_class->snapshot = ris3_break_handle_snapshot;
  gtk_widget_class_set_css_name (widget_class, "break-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", RIS3_TYPE_BREAK_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ris3_break_handle_init (Ris3BreakHandle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

GtkWidget *
ris3_break_handle_new (guint number)
{
  Ris3BreakHandle *self = g_object_new (RIS3_TYPE_BREAK_HANDLE, NULL);
  /* Translators: where two classes meet; %u counts them from 1. */
  g_autofree char *name = g_strdup_printf (_ ("Class break %u"), number + 1);

  self->number = number;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

guint
ris3_break_handle_get_number (Ris3BreakHandle *self)
{
  g_return_val_if_fail (RIS3_IS_BREAK_HANDLE (self), 0);
  return self->number;
}

void
ris3_break_handle_set (Ris3BreakHandle *self, double value, double least, double greatest, const char *text)
{
  g_return_if_fail (RIS3_IS_BREAK_HANDLE (self) && text != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, least, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, greatest,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-note-pin.h"

#include <math.h>

#include "app/ris3-drawing.h"
#include "map/ris3-note-colour.h"

struct _Ris3NotePin
{
  ShumateMarker parent_instance;

  Ris3Note *note;
  guint number; /* of notes that it stands for */
  gboolean movable;
  gboolean is_dragged;
};

G_DEFINE_FINAL_TYPE (Ris3NotePin, ris3_note_pin, SHUMATE_TYPE_MARKER)

enum
{
  SIGNAL_OPENED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define RADIUS 12
#define WIDTH (2 * RADIUS + 6)
#define MARGIN 3 /* for the ring of the focus */
/* What stands for notes of several colours. */
#define SEVERAL_RGB 0x3d3d42
/* Of the head, above the tip. */
#define CENTRE (RIS3_NOTE_PIN_HEIGHT - RADIUS - MARGIN)

/* A head and a tip, as one line around. */
static void
trace (cairo_t *cr, double radius)
{
  double half = G_PI / 5;

  cairo_new_path (cr);
  cairo_move_to (cr, 0, radius - RADIUS);
  cairo_arc (cr, 0, -CENTRE, radius, G_PI - half, half);
  cairo_close_path (cr);
}

static void
set_source (cairo_t *cr, guint32 rgb, double alpha)
{
  cairo_set_source_rgba (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, alpha);
}

static void
draw (cairo_t *cr, double x, double y, double scale, guint32 rgb, const char *sign)
{
  cairo_text_extents_t extents;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  /* A dark and a light line set it off from whatever lies below. */
  trace (cr, RADIUS);
  set_source (cr, 0x000000, 0.55);
  cairo_set_line_width (cr, 4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  set_source (cr, 0xffffff, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke_preserve (cr);
  set_source (cr, rgb, 1);
  cairo_fill (cr);

  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  /* Of a number, two digits have room. */
  cairo_set_font_size (cr, sign[0] != '\0' && sign[1] != '\0' && g_ascii_isdigit (sign[0]) ? 13 : 16);
  cairo_text_extents (cr, sign, &extents);
  set_source (cr, ris3_note_colour_get_ink (rgb), 1);
  cairo_move_to (cr, -extents.x_bearing - extents.width / 2, -CENTRE - extents.y_bearing - extents.height / 2);
  cairo_show_text (cr, sign);
  cairo_restore (cr);
}

void
ris3_note_pin_draw (cairo_t *cr, double x, double y, double scale, const char *colour)
{
  const char *sign;
  guint32 rgb = ris3_note_colour_read (colour, &sign);

  draw (cr, x, y, scale, rgb, sign);
}

static void
draw_number (cairo_t *cr, guint number)
{
  g_autofree char *digits = number < 100 ? g_strdup_printf ("%u", number) : g_strdup ("99+");

  draw (cr, WIDTH / 2.0, RIS3_NOTE_PIN_HEIGHT, 1, SEVERAL_RGB, digits);
}

/* A marker's middle is at its place: the pin takes the upper half. */
static void
ris3_note_pin_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 2 * RIS3_NOTE_PIN_HEIGHT;
}

static gboolean
ris3_note_pin_contains (GtkWidget *widget, double x, double y)
{
  return x >= 0 && x < WIDTH && y >= 0 && y < RIS3_NOTE_PIN_HEIGHT;
}

static void
ris3_note_pin_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3NotePin *self = RIS3_NOTE_PIN (widget);
  cairo_t *cr;

  if (self->note == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, RIS3_NOTE_PIN_HEIGHT));
  if (self->number > 1)
    draw_number (cr, self->number);
  else
    ris3_note_pin_draw (cr, WIDTH / 2.0, RIS3_NOTE_PIN_HEIGHT, 1, ris3_note_get_colour (self->note));
  if (gtk_widget_has_visible_focus (widget))
    {
      const Ris3Palette *palette = ris3_drawing_get_palette ();

      for (guint i = 0; i < 2; i++)
        {
          cairo_arc (cr, WIDTH / 2.0, RIS3_NOTE_PIN_HEIGHT - CENTRE, RADIUS + 2 - 2 * i, 0, 2 * G_PI);
          set_source (cr, i == 0 ? palette->highlight : palette->halo, 1);
          cairo_set_line_width (cr, 2);
          cairo_stroke (cr);
        }
    }
  cairo_destroy (cr);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPENED], 0);
}

/* The map, which would move and select, gets nothing of it. */
static void
on_drag_begin_cb (Ris3NotePin *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->is_dragged = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
find_place (Ris3NotePin *self, double across, double down, double *longitude, double *latitude)
{
  GtkWidget *layer = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_point_t point;

  if (!SHUMATE_IS_LAYER (layer)
      || !gtk_widget_compute_point (
          GTK_WIDGET (self), layer,
          &GRAPHENE_POINT_INIT ((float) (WIDTH / 2.0 + across), (float) (RIS3_NOTE_PIN_HEIGHT + down)), &point))
    return FALSE;
  shumate_viewport_widget_coords_to_location (shumate_layer_get_viewport (SHUMATE_LAYER (layer)), layer, point.x,
                                              point.y, latitude, longitude);
  return TRUE;
}

static void
on_drag_update_cb (Ris3NotePin *self, double across, double down)
{
  double longitude, latitude;

  if (!self->movable || self->number > 1
      || (!self->is_dragged && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) across, (int) down)))
    return;
  self->is_dragged = TRUE;
  if (find_place (self, across, down, &longitude, &latitude))
    shumate_location_set_location (SHUMATE_LOCATION (self), latitude, longitude);
}

/* A ten-thousandth of a hundredth of a degree is about a metre. */
static double
round_degrees (double degrees)
{
  return round (degrees * 1e5) / 1e5;
}

static void
on_drag_end_cb (Ris3NotePin *self, double across, double down, GtkGesture *gesture)
{
  /* The hand may have been faster than the last of the events before. */
  on_drag_update_cb (self, across, down);
  if (self->is_dragged)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0,
                   round_degrees (shumate_location_get_longitude (SHUMATE_LOCATION (self))),
                   round_degrees (shumate_location_get_latitude (SHUMATE_LOCATION (self))));
  else if (gtk_gesture_get_sequence_state (gesture,
                                           gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)))
           != GTK_EVENT_SEQUENCE_DENIED)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  self->is_dragged = FALSE;
}

static void
ris3_note_pin_dispose (GObject *object)
{
  g_clear_object (&RIS3_NOTE_PIN (object)->note);
  G_OBJECT_CLASS (ris3_note_pin_parent_class)->dispose (object);
}

static void
ris3_note_pin_class_init (Ris3NotePinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = ris3_note_pin_dispose;
  widget_class->measure = ris3_note_pin_measure;
  widget_class->contains = ris3_note_pin_contains;
  widget_class->snapshot = ris3_note_pin_snapshot;
  signals[SIGNAL_OPENED]
      = g_signal_new ("opened", RIS3_TYPE_NOTE_PIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", RIS3_TYPE_NOTE_PIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "pin.open", NULL, open_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "pin.open", NULL);
}

static void
ris3_note_pin_init (Ris3NotePin *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  /* It measures itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  shumate_marker_set_selectable (SHUMATE_MARKER (self), FALSE);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

ShumateMarker *
ris3_note_pin_new (void)
{
  return g_object_new (RIS3_TYPE_NOTE_PIN, NULL);
}

void
ris3_note_pin_set_note (Ris3NotePin *self, Ris3Note *note, const char *words)
{
  double longitude, latitude;

  g_return_if_fail (RIS3_IS_NOTE_PIN (self) && RIS3_IS_NOTE (note) && words != NULL);
  g_return_if_fail (ris3_note_get_place (note, &longitude, &latitude));
  g_set_object (&self->note, note);
  if (!self->is_dragged)
    shumate_location_set_location (SHUMATE_LOCATION (self), latitude, longitude);
  ris3_note_pin_set_number (self, 1, words);
}

static void
update_cursor (Ris3NotePin *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->movable && self->number <= 1 ? "grab" : "pointer");
}

void
ris3_note_pin_set_number (Ris3NotePin *self, guint number, const char *words)
{
  g_return_if_fail (RIS3_IS_NOTE_PIN (self) && number > 0 && words != NULL);
  self->number = number;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ris3_note_pin_get_number (Ris3NotePin *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE_PIN (self), 0);
  return self->number;
}

Ris3Note *
ris3_note_pin_get_note (Ris3NotePin *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE_PIN (self), NULL);
  return self->note;
}

void
ris3_note_pin_set_movable (Ris3NotePin *self, gboolean movable)
{
  g_return_if_fail (RIS3_IS_NOTE_PIN (self));
  self->movable = movable;
  update_cursor (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/classes/ris3-class-histogram.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "app/classes/ris3-break-handle.h"
#include "app/ris3-drawing.h"
#include "map/ris3-class-breaks.h"
#include "map/ris3-histogram.h"

#define HEIGHT 190
#define LEFT 40
#define RIGHT 16
#define TOP 18
#define BOTTOM 26
#define GAP 3.0f
#define N_TICKS 5

struct _Ris3ClassHistogram
{
  GtkWidget parent_instance;

  Ris3ClassScheme *scheme;
  GArray *values; /* of double, sorted */
  GArray *bars;   /* of Ris3HistogramBar */
  GPtrArray *handles;
  const Ris3Indicator *indicator;
  gboolean is_whole;
  gint dragged; /* the break under the pointer; -1: none */
  double grip;  /* from the pointer to the break */
};

G_DEFINE_FINAL_TYPE (Ris3ClassHistogram, ris3_class_histogram, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
get_first (Ris3ClassHistogram *self)
{
  return g_array_index (self->bars, Ris3HistogramBar, 0).from;
}

static double
get_last (Ris3ClassHistogram *self)
{
  return g_array_index (self->bars, Ris3HistogramBar, self->bars->len - 1).to;
}

double
ris3_class_histogram_get_x (Ris3ClassHistogram *self, double number)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT;

  g_return_val_if_fail (RIS3_IS_CLASS_HISTOGRAM (self) && self->bars != NULL && self->bars->len > 0, 0);
  return LEFT + width * (number - get_first (self)) / (get_last (self) - get_first (self));
}

static double
get_number (Ris3ClassHistogram *self, double x)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT);

  return get_first (self) + (x - LEFT) / width * (get_last (self) - get_first (self));
}

/* A year has no thousands separator. */
static char *
write_number (Ris3ClassHistogram *self, double number)
{
  g_autofree char *figures = self->indicator->kind == RIS3_VALUE_YEAR ? g_strdup_printf ("%.10g", number)
                                                                      : g_strdup_printf ("%'.10g", number);

  return *self->indicator->unit != '\0' ? g_strdup_printf ("%s\302\240%s", figures, _ (self->indicator->unit))
                                        : g_steal_pointer (&figures);
}

/* Moves a break as far as its neighbours let it, in steps. */
static void
move (Ris3ClassHistogram *self, guint number, double to)
{
  const double *values = (const double *) (void *) self->values->data;
  double step = ris3_histogram_get_step (values, self->values->len, self->is_whole);
  guint n_breaks;
  const double *breaks = ris3_class_scheme_get_breaks (self->scheme, &n_breaks);
  double least = number > 0 ? breaks[number - 1] + step : values[0] + step;
  double greatest = number + 1 < n_breaks ? breaks[number + 1] - step : values[self->values->len - 1];
  double stepped = CLAMP (round (to / step) * step, MIN (least, greatest), greatest);

  if (least <= greatest && fabs (stepped - breaks[number]) > step / 1000)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, number, stepped);
}

static void
on_stepped_cb (Ris3BreakHandle *handle, int steps, Ris3ClassHistogram *self)
{
  const double *values = (const double *) (void *) self->values->data;
  guint number = ris3_break_handle_get_number (handle), n_breaks;
  const double *breaks = ris3_class_scheme_get_breaks (self->scheme, &n_breaks);

  if (number < n_breaks)
    move (self, number,
          steps == G_MININT ? -INFINITY
          : steps == G_MAXINT
              ? INFINITY
              : breaks[number] + steps * ris3_histogram_get_step (values, self->values->len, self->is_whole));
}

static void
on_drag_begin_cb (GtkGestureDrag *drag, double x, double y, Ris3ClassHistogram *self)
{
  guint n_breaks = 0;
  const double *breaks = self->scheme != NULL ? ris3_class_scheme_get_breaks (self->scheme, &n_breaks) : NULL;

  self->dragged = -1;
  for (guint i = 0; i < n_breaks && self->bars->len > 0; i++)
    {
      double grip = ris3_class_histogram_get_x (self, breaks[i]) - x;

      if (fabs (grip) <= RIS3_BREAK_HANDLE_WIDTH / 2.0 && (self->dragged < 0 || fabs (grip) < fabs (self->grip)))
        {
          self->dragged = (gint) i;
          self->grip = grip;
        }
    }
  if (self->dragged < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (g_ptr_array_index (self->handles, (guint) self->dragged));
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double x, double y, Ris3ClassHistogram *self)
{
  double start_x, start_y;
  guint n_breaks;

  ris3_class_scheme_get_breaks (self->scheme, &n_breaks);
  if (self->dragged < 0 || self->dragged >= (gint) n_breaks)
    return;
  gtk_gesture_drag_get_start_point (drag, &start_x, &start_y);
  move (self, (guint) self->dragged, get_number (self, start_x + x + self->grip));
}

static void
ris3_class_histogram_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : HEIGHT;
}

static void
ris3_class_histogram_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3ClassHistogram *self = RIS3_CLASS_HISTOGRAM (widget);
  guint n_breaks = 0;
  const double *breaks = self->scheme != NULL ? ris3_class_scheme_get_breaks (self->scheme, &n_breaks) : NULL;

  for (guint i = 0; i < self->handles->len && i < n_breaks; i++)
    {
      GtkAllocation place = { (int) lround (ris3_class_histogram_get_x (self, breaks[i])) - RIS3_BREAK_HANDLE_WIDTH / 2,
                              0, RIS3_BREAK_HANDLE_WIDTH, MAX (RIS3_BREAK_HANDLE_WIDTH, height - BOTTOM) };

      gtk_widget_measure (g_ptr_array_index (self->handles, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (g_ptr_array_index (self->handles, i), &place, -1);
    }
}

/* alignment: 0: it begins at x, 0.5: it is around x, 1: it ends there */
static void
append_text (Ris3ClassHistogram *self, GtkSnapshot *snapshot, const char *text, double x, double y, double alignment)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA colour;
  int width, height;
  graphene_point_t place;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (x - alignment * width, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
  place = GRAPHENE_POINT_INIT ((float) x, (float) y);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_bar (Ris3ClassHistogram *self, GtkSnapshot *snapshot, const Ris3HistogramBar *bar, double unit, float bottom)
{
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  float x0 = (float) ris3_class_histogram_get_x (self, bar->from),
        x1 = (float) ris3_class_histogram_get_x (self, bar->to);
  float inset = MIN (GAP, (x1 - x0) / 6), y = bottom, full = (float) (bar->count * unit);
  GdkRGBA frame;

  for (guint klass = 0; klass < ris3_class_scheme_get_n_value_classes (self->scheme); klass++)
    {
      guint32 colour = ris3_class_scheme_get_fill (self->scheme, klass, palette).colour;
      GdkRGBA fill = ris3_drawing_get_rgba (colour);
      float height = (float) (bar->of_class[klass] * unit);

      y -= height;
      if (height > 0)
        gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (x0 + inset, y, x1 - x0 - 2 * inset, height));
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &frame);
  frame.alpha *= 0.35f;
  /* Pale classes would vanish; and what is equal stays together. */
  ris3_drawing_append_frame (snapshot, &GRAPHENE_RECT_INIT (x0 + inset, bottom - full, x1 - x0 - 2 * inset, full), 0, 1,
                             &frame);
  if (bar->most_equal < 2 || bar->most_equal == bar->count)
    return;
  full = (float) (bar->most_equal * unit);
  ris3_drawing_append_frame (snapshot, &GRAPHENE_RECT_INIT (x0 + inset, bottom - full, x1 - x0 - 2 * inset, full), 0, 1,
                             &frame);
}

static void
append_axes (Ris3ClassHistogram *self, GtkSnapshot *snapshot, guint most, float bottom)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const double *values = (const double *) (void *) self->values->data;
  double ticks[RIS3_BREAKS_MAX_CLASSES];
  guint n_ticks = ris3_breaks_pretty (values, self->values->len, N_TICKS, ticks);
  g_autofree char *top = g_strdup_printf ("%'u", most);
  g_autofree char *least = write_number (self, values[0]);
  GdkRGBA line;
  double half = self->is_whole ? 0.5 : 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &line);
  line.alpha *= 0.5f;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (LEFT, bottom, width - LEFT - RIGHT, 1));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (LEFT - 4, TOP, 4, 1));
  append_text (self, snapshot, top, LEFT - 8, TOP - 9, 1);
  append_text (self, snapshot, "0", LEFT - 8, bottom - 9, 1);
  append_text (self, snapshot, C_ ("legend", "areas"), 0, TOP + 12, 0);
  if (n_ticks == 0)
    append_text (self, snapshot, least, ris3_class_histogram_get_x (self, values[0] + half), bottom + 5, 0.5);
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *text = write_number (self, ticks[i]);
      double x = ris3_class_histogram_get_x (self, ticks[i] + half);

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT ((float) x, bottom, 1, 4));
      append_text (self, snapshot, text, x, bottom + 5, 0.5);
    }
}

static void
ris3_class_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3ClassHistogram *self = RIS3_CLASS_HISTOGRAM (widget);
  float bottom = (float) gtk_widget_get_height (widget) - BOTTOM;
  guint most = 1;

  if (self->bars == NULL || self->bars->len == 0)
    return;
  for (guint i = 0; i < self->bars->len; i++)
    most = MAX (most, g_array_index (self->bars, Ris3HistogramBar, i).count);
  for (guint i = 0; i < self->bars->len; i++)
    append_bar (self, snapshot, &g_array_index (self->bars, Ris3HistogramBar, i), (bottom - TOP) / most, bottom);
  append_axes (self, snapshot, most, bottom);
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->handles, i), snapshot);
}

static void
ris3_class_histogram_dispose (GObject *object)
{
  Ris3ClassHistogram *self = RIS3_CLASS_HISTOGRAM (object);

  g_ptr_array_set_size (self->handles, 0);
  g_clear_pointer (&self->scheme, ris3_class_scheme_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  G_OBJECT_CLASS (ris3_class_histogram_parent_class)->dispose (object);
}

static void
ris3_class_histogram_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_CLASS_HISTOGRAM (object)->handles);
  G_OBJECT_CLASS (ris3_class_histogram_parent_class)->finalize (object);
}

static void
ris3_class_histogram_class_init (Ris3ClassHistogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_class_histogram_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_class_histogram_finalize;
  widget_class->measure = ris3_class_histogram_measure;
  widget_class->size_allocate = ris3_class_histogram_size_allocate;
  widget_class->snapshot = ris3_class_histogram_snapshot;
  gtk_widget_class_set_css_name (widget_class, "class-histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", RIS3_TYPE_CLASS_HISTOGRAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
}

static void
ris3_class_histogram_init (Ris3ClassHistogram *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->dragged = -1;
  self->handles = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Histogram"), -1);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_class_histogram_new (void)
{
  return g_object_new (RIS3_TYPE_CLASS_HISTOGRAM, NULL);
}

/* As many handles as breaks: those that are there stay, with the keys. */
static void
place_handles (Ris3ClassHistogram *self)
{
  guint n_breaks;
  const double *breaks = ris3_class_scheme_get_breaks (self->scheme, &n_breaks);

  if (self->values->len == 0)
    n_breaks = 0;
  g_ptr_array_set_size (self->handles, (gint) MIN (self->handles->len, n_breaks));
  while (self->handles->len < n_breaks)
    {
      GtkWidget *handle = ris3_break_handle_new (self->handles->len);

      gtk_widget_set_parent (handle, GTK_WIDGET (self));
      g_signal_connect (handle, "stepped", G_CALLBACK (on_stepped_cb), self);
      g_ptr_array_add (self->handles, handle);
    }
  for (guint i = 0; i < n_breaks; i++)
    {
      g_autofree char *text = write_number (self, breaks[i]);

      ris3_break_handle_set (g_ptr_array_index (self->handles, i), breaks[i], get_first (self), get_last (self), text);
    }
}

static void
describe (Ris3ClassHistogram *self)
{
  const double *values = (const double *) (void *) self->values->data;
  g_autofree char *least = self->values->len > 0 ? write_number (self, values[0]) : g_strdup ("");
  g_autofree char *greatest
      = self->values->len > 0 ? write_number (self, values[self->values->len - 1]) : g_strdup ("");
  /* Translators: read out for a histogram; two numbers. */
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u area, from %s to %s. The list of classes below has the same numbers.",
                   "%u areas, from %s to %s. The list of classes below has the same numbers.", self->values->len),
      self->values->len, least, greatest);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
ris3_class_histogram_show (Ris3ClassHistogram *self, Ris3Classification *classification)
{
  g_return_if_fail (RIS3_IS_CLASS_HISTOGRAM (self) && classification != NULL);
  g_clear_pointer (&self->scheme, ris3_class_scheme_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  self->scheme = ris3_class_scheme_ref (ris3_classification_get_scheme (classification));
  self->indicator = ris3_classification_get_indicator (classification);
  self->is_whole = self->indicator->kind == RIS3_VALUE_COUNT || self->indicator->kind == RIS3_VALUE_YEAR;
  self->values = ris3_classification_list_values (classification);
  self->bars = ris3_histogram_make ((const double *) (void *) self->values->data, self->values->len, self->is_whole,
                                    self->scheme);
  place_handles (self);
  describe (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

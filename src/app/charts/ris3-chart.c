/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/charts/ris3-chart-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (Ris3Chart, ris3_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MENU_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_n_columns (Ris3Chart *self)
{
  return self->data != NULL ? ris3_chart_data_get_n_columns (self->data) : 0;
}

gboolean
ris3_chart_get_cell_bounds (Ris3Chart *self, guint row, guint column, graphene_rect_t *bounds)
{
  Ris3ChartLayout layout;

  g_return_val_if_fail (RIS3_IS_CHART (self) && bounds != NULL, FALSE);
  if (row >= self->n_rows || column >= get_n_columns (self))
    return FALSE;
  _ris3_chart_lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), &layout);
  _ris3_chart_place_cell (self, &layout, row, column, bounds);
  return TRUE;
}

static gboolean
find_cell (Ris3Chart *self, double x, double y, guint *row, guint *column)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_rect_t bounds;
  Ris3ChartLayout layout;

  _ris3_chart_lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), &layout);
  for (*row = 0; *row < self->n_rows; ++*row)
    for (*column = 0; *column < get_n_columns (self); ++*column)
      {
        _ris3_chart_place_cell (self, &layout, *row, *column, &bounds);
        if (graphene_rect_contains_point (&bounds, &point))
          return TRUE;
      }
  return FALSE;
}

static void
choose (Ris3Chart *self, guint row, guint column, gboolean adds)
{
  if (ris3_chart_data_can_choose (self->data, row, column))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, row, column, adds);
}

/* Says what the keys are at. */
static void
tell_focus (Ris3Chart *self)
{
  g_autofree char *words = NULL;

  if (self->data == NULL)
    return;
  words = self->focus_row >= 0
              ? ris3_chart_data_describe_cell (self->data, (guint) self->focus_row, (guint) self->focus_column)
              : ris3_chart_data_describe (self->data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
scroll_to (Ris3Chart *self, GtkWidget *content, GtkAdjustment *adjustment, gboolean is_vertical)
{
  graphene_rect_t bounds;
  graphene_point_t point;
  double start, length;

  if (adjustment == NULL
      || !ris3_chart_get_cell_bounds (self, (guint) self->focus_row, (guint) self->focus_column, &bounds)
      || !gtk_widget_compute_point (GTK_WIDGET (self), content, &bounds.origin, &point))
    return;
  start = is_vertical ? point.y : point.x;
  length = is_vertical ? bounds.size.height : bounds.size.width;
  gtk_adjustment_clamp_page (adjustment, start - length, start + 2 * length);
}

/* Shows what the keys are at, in all that it lies in. */
static void
scroll_to_focus (Ris3Chart *self)
{
  for (GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT); widget != NULL;
       widget = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_VIEWPORT))
    {
      GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (widget));

      scroll_to (self, content, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), TRUE);
      scroll_to (self, content, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)), FALSE);
    }
}

static void
focus_cell (Ris3Chart *self, gint row, gint column)
{
  self->focus_row = CLAMP (row, 0, (gint) self->n_rows - 1);
  self->focus_column = CLAMP (column, 0, (gint) get_n_columns (self) - 1);
  tell_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  if (self->focus_row >= 0 && self->focus_column >= 0)
    scroll_to_focus (self);
}

static gboolean
on_key_cb (Ris3Chart *self, guint key, guint code, GdkModifierType state)
{
  gint row = MAX (self->focus_row, 0), column = MAX (self->focus_column, 0);

  if (self->n_rows == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    choose (self, (guint) row, (guint) column, (state & GDK_CONTROL_MASK) != 0);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      graphene_rect_t bounds;

      ris3_chart_get_cell_bounds (self, (guint) row, (guint) column, &bounds);
      g_signal_emit (self, signals[SIGNAL_MENU_WANTED], 0, (guint) row, (guint) column,
                     (double) graphene_rect_get_x (&bounds) + graphene_rect_get_width (&bounds) / 2,
                     (double) graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds) / 2);
    }
  else if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    focus_cell (self, row - 1, column);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    focus_cell (self, row + 1, column);
  else if (get_n_columns (self) > 1 && (key == GDK_KEY_Left || key == GDK_KEY_KP_Left))
    focus_cell (self, row, column - 1);
  else if (get_n_columns (self) > 1 && (key == GDK_KEY_Right || key == GDK_KEY_KP_Right))
    focus_cell (self, row, column + 1);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    focus_cell (self, get_n_columns (self) > 1 ? row : 0, 0);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    focus_cell (self, get_n_columns (self) > 1 ? row : G_MAXINT, G_MAXINT);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_focus_cb (Ris3Chart *self)
{
  if (self->focus_row < 0 && self->n_rows > 0)
    {
      self->focus_row = self->focus_column = 0;
      tell_focus (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion_cb (Ris3Chart *self, double x, double y)
{
  guint row, column;
  gboolean is_there = find_cell (self, x, y, &row, &column);
  gint hover_row = is_there ? (gint) row : -1, hover_column = is_there ? (gint) column : -1;

  if (hover_row == self->hover_row && hover_column == self->hover_column)
    return;
  self->hover_row = hover_row;
  self->hover_column = hover_column;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   is_there && ris3_chart_data_can_choose (self->data, row, column) ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave_cb (Ris3Chart *self)
{
  on_motion_cb (self, -1, -1);
}

/* What is clicked at is seen: with the focus, all of the chart would be scrolled into view, away from the pointer. */
static void
take_focus_in_place (GtkWidget *chart, GtkWidget *widget)
{
  GtkWidget *viewport = widget != NULL ? gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT) : NULL;
  gboolean scrolls;

  if (viewport == NULL)
    {
      gtk_widget_grab_focus (chart);
      return;
    }
  scrolls = gtk_viewport_get_scroll_to_focus (GTK_VIEWPORT (viewport));
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  take_focus_in_place (chart, gtk_widget_get_parent (viewport));
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), scrolls);
}

static void
on_released_cb (GtkGestureClick *click, int n_press, double x, double y, Ris3Chart *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  guint row, column;

  if (!find_cell (self, x, y, &row, &column))
    return;
  self->focus_row = (gint) row;
  self->focus_column = (gint) column;
  take_focus_in_place (GTK_WIDGET (self), GTK_WIDGET (self));
  tell_focus (self);
  if (button == GDK_BUTTON_PRIMARY)
    choose (self, row, column, (state & GDK_CONTROL_MASK) != 0);
  else if (button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[SIGNAL_MENU_WANTED], 0, row, column, x, y);
}

static gboolean
ris3_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  Ris3Chart *self = RIS3_CHART (widget);
  g_autofree char *words = NULL;
  guint row = (guint) MAX (self->focus_row, 0), column = (guint) MAX (self->focus_column, 0);
  graphene_rect_t bounds;

  if (self->data == NULL || (!keyboard_mode && !find_cell (self, x, y, &row, &column))
      || !ris3_chart_get_cell_bounds (self, row, column, &bounds))
    return FALSE;
  words = ris3_chart_data_describe_cell (self->data, row, column);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(const GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                            (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}

static void
ris3_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  Ris3Chart *self = RIS3_CHART (widget);
  Ris3ChartLayout layout;

  _ris3_chart_measure_texts (self);
  _ris3_chart_lay_out (self, MAX (for_size, 0), &layout);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = layout.head + (int) self->n_rows * layout.row + layout.foot;
  else if (_ris3_chart_is_bars (self))
    {
      /* Whatever its numbers: cards side by side are to stay so when something else is counted. */
      *minimum = 240;
      *natural = 340;
    }
  else
    {
      *minimum = layout.label + 8 + (int) get_n_columns (self) * self->narrow;
      *natural = layout.label + 8 + (int) get_n_columns (self) * self->cell;
    }
}

static void
ris3_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  _ris3_chart_draw (RIS3_CHART (widget), snapshot);
}

static void
ris3_chart_dispose (GObject *object)
{
  g_clear_pointer (&RIS3_CHART (object)->data, ris3_chart_data_unref);
  RIS3_CHART (object)->n_rows = 0;
  G_OBJECT_CLASS (ris3_chart_parent_class)->dispose (object);
}

static void
ris3_chart_class_init (Ris3ChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_chart_dispose;
  widget_class->measure = ris3_chart_measure;
  widget_class->snapshot = ris3_chart_snapshot;
  widget_class->query_tooltip = ris3_chart_query_tooltip;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                         G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[SIGNAL_MENU_WANTED] = g_signal_new ("menu-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ris3_chart_init (Ris3Chart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->focus_row = self->focus_column = self->hover_row = self->hover_column = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ris3_chart_new (void)
{
  return g_object_new (RIS3_TYPE_CHART, NULL);
}

/* The keys stay at what they were at, wherever that is now. */
static void
keep_focus (Ris3Chart *self, Ris3ChartData *former)
{
  const char *id;

  if (self->focus_row < 0 || former == NULL || self->focus_row >= (gint) ris3_chart_data_get_n_rows (former))
    {
      self->focus_row = self->focus_column = -1;
      return;
    }
  id = ris3_chart_data_get_row (former, (guint) self->focus_row)->id;
  self->focus_row = MIN (self->focus_row, (gint) self->n_rows - 1);
  for (guint row = 0; row < self->n_rows; row++)
    if (g_strcmp0 (ris3_chart_data_get_row (self->data, row)->id, id) == 0)
      self->focus_row = (gint) row;
  self->focus_column = self->focus_row >= 0 ? MIN (self->focus_column, (gint) get_n_columns (self) - 1) : -1;
}

void
ris3_chart_set_data (Ris3Chart *self, Ris3ChartData *data, guint n_rows)
{
  g_autoptr (Ris3ChartData) former = NULL;

  g_return_if_fail (RIS3_IS_CHART (self) && data != NULL);
  former = g_steal_pointer (&self->data);
  self->data = ris3_chart_data_ref (data);
  self->n_rows = MIN (n_rows, ris3_chart_data_get_n_rows (data));
  self->hover_row = self->hover_column = -1;
  keep_focus (self, former);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ris3_chart_kind_get_title (ris3_chart_data_get_kind (data)), -1);
  tell_focus (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

Ris3ChartData *
ris3_chart_get_data (Ris3Chart *self)
{
  g_return_val_if_fail (RIS3_IS_CHART (self), NULL);
  return self->data;
}

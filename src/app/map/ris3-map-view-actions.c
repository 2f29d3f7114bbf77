/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

#include <math.h>

static void
zoom_by (Ris3MapView *self, double levels)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double zoom = shumate_viewport_get_zoom_level (viewport) + levels;

  _ris3_map_view_leave_home (self);
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, CLAMP (zoom, shumate_viewport_get_min_zoom_level (viewport),
                                                    shumate_viewport_get_max_zoom_level (viewport)));
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (RIS3_MAP_VIEW (widget), 0.5);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (RIS3_MAP_VIEW (widget), -0.5);
}

Ris3MapView *
_ris3_map_view_get_first (Ris3MapView *self)
{
  return self->side == RIS3_SIDE_FIRST ? self : self->partner;
}

static void
show_europe_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_map_view_show_home (_ris3_map_view_get_first (RIS3_MAP_VIEW (widget)), TRUE);
}

static void
show_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);
  gint selected = self->session != NULL ? ris3_session_get_selected_region (self->session) : -1;

  if (selected >= 0)
    ris3_map_view_show_region (_ris3_map_view_get_first (self), selected);
}

static void
lasso_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);

  ris3_map_view_set_lassos (self, !_ris3_map_view_get_lassos (self));
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);
  double across, down;
  Ris3Frame frame;

  g_variant_get (parameter, "(dd)", &across, &down);
  if (self->layer == NULL || !ris3_region_layer_get_frame (self->layer, &frame))
    return;
  _ris3_map_view_leave_home (self);
  shumate_map_stop_go_to (self->map);
  shumate_location_set_location (
      SHUMATE_LOCATION (shumate_map_get_viewport (self->map)),
      ris3_mercator_latitude (CLAMP (frame.y + (0.5 + down) * frame.height / frame.scale, 0, 1)),
      ris3_mercator_longitude (CLAMP (frame.x + (0.5 + across) * frame.width / frame.scale, 0, 1)));
}

/* Selects a territory's region, and brings it into view if it is not. */
static void
go_to_region (Ris3MapView *self, guint region)
{
  Ris3Point inside = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), region)->inside;
  Ris3Frame frame;

  ris3_session_select (self->session, region);
  if (!ris3_region_layer_get_frame (self->layer, &frame))
    return;
  if (inside.x < frame.x || inside.y < frame.y || inside.x > frame.x + frame.width / frame.scale
      || inside.y > frame.y + frame.height / frame.scale)
    {
      _ris3_map_view_lead (self);
      shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)),
                                     ris3_mercator_latitude (inside.y), ris3_mercator_longitude (inside.x));
    }
}

static void
step_region (Ris3MapView *self, int step)
{
  Ris3Classification *classification = _ris3_map_view_get_classification (self);
  gint selected, index = -1;
  gint n_territories;

  if (classification == NULL)
    return;
  n_territories = ris3_classification_get_n_territories (classification);
  selected = ris3_session_get_selected_region (self->session);
  if (selected >= 0)
    {
      const Ris3Region *region = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), selected);

      index = ris3_classification_get_leaf_territory (classification, region->first_leaf);
    }
  index = index < 0 ? (step > 0 ? 0 : n_territories - 1) : (index + step + n_territories) % n_territories;
  go_to_region (self, ris3_classification_get_territory (classification, index)->region);
}

static void
next_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_region (RIS3_MAP_VIEW (widget), 1);
}

static void
previous_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_region (RIS3_MAP_VIEW (widget), -1);
}

/* The nearest territory within 60° of a direction; distance to the side of it counts double. */
static void
neighbour_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapView *self = RIS3_MAP_VIEW (widget);
  Ris3Classification *classification = _ris3_map_view_get_classification (self);
  Ris3Boundaries *boundaries;
  double across, down, best_cost = G_MAXDOUBLE;
  gint selected, best = -1;
  Ris3Point from;

  if (classification == NULL)
    return;
  selected = ris3_session_get_selected_region (self->session);
  if (selected < 0)
    {
      step_region (self, 1);
      return;
    }
  boundaries = ris3_session_get_boundaries (self->session);
  from = ris3_boundaries_get_region (boundaries, selected)->inside;
  g_variant_get (parameter, "(dd)", &across, &down);
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      guint region = ris3_classification_get_territory (classification, i)->region;
      Ris3Point to = ris3_boundaries_get_region (boundaries, region)->inside;
      double along = (to.x - from.x) * across + (to.y - from.y) * down;
      double aside = fabs ((to.x - from.x) * down - (to.y - from.y) * across);
      double cost = along + 2 * aside;

      if (region == (guint) selected || along <= 0 || aside > 1.73 * along || cost >= best_cost)
        continue;
      best = region;
      best_cost = cost;
    }
  if (best >= 0)
    go_to_region (self, best);
}

static void
add_arrow (GtkWidgetClass *klass, guint keyval, guint keypad_keyval, double across, double down)
{
  const double step = 0.1; /* of the map's width or height */

  for (guint i = 0; i < 2; i++)
    {
      guint key = i == 0 ? keyval : keypad_keyval;

      gtk_widget_class_add_binding_action (klass, key, 0, "map.pan", "(dd)", across * step, down * step);
      gtk_widget_class_add_binding_action (klass, key, GDK_CONTROL_MASK, "map.neighbour", "(dd)", across, down);
    }
}

void
_ris3_map_view_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "map.show-europe", NULL, show_europe_action);
  gtk_widget_class_install_action (klass, "map.show-selection", NULL, show_selection_action);
  gtk_widget_class_install_action (klass, "map.lasso", NULL, lasso_action);
  gtk_widget_class_install_action (klass, "map.next-region", NULL, next_region_action);
  gtk_widget_class_install_action (klass, "map.previous-region", NULL, previous_region_action);
  gtk_widget_class_install_action (klass, "map.pan", "(dd)", pan_action);
  gtk_widget_class_install_action (klass, "map.neighbour", "(dd)", neighbour_action);

  add_arrow (klass, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_arrow (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_arrow (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_arrow (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, 0, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, 0, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Add, 0, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, 0, "map.zoom-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Subtract, 0, "map.zoom-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Home, 0, "map.show-europe", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, 0, "map.next-region", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, 0, "map.previous-region", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, 0, "map.lasso", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "map.show-selection", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "map.show-selection", NULL);
}

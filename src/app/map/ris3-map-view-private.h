/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-hover-card.h"
#include "app/map/ris3-map-view.h"

G_BEGIN_DECLS

#define RIS3_MAP_VIEW_MIN_ZOOM 2
#define RIS3_MAP_VIEW_MAX_ZOOM 14

struct _Ris3MapView
{
  GtkWidget parent_instance;

  Ris3Session *session;
  ShumateMap *map;
  ShumateMapSource *source;
  Ris3RegionLayer *layer;
  Ris3HoverCard *hover_card;
  double pointer_x;
  double pointer_y;
  double press_x;
  double press_y;
  gboolean press_adds; /* with Ctrl */
  gboolean has_places;
  Ris3Frame europe; /* with all of Europe, in pixels of the widget; only its origin and scale count */
  GdkRectangle room;
  gboolean shows_europe; /* all of it was requested, and the user has not moved the map since */
  gboolean europe_moved; /* since it was shown */
  gulong layout_handler;
  gboolean medium;
  gboolean narrow;
  gboolean small;
  gboolean tiny;
  guint narrow_source;
  int shown_width;
  int shown_height;
};

void _ris3_map_view_install_actions (GtkWidgetClass *klass);
void _ris3_map_view_add_pointer (Ris3MapView *self);

G_END_DECLS

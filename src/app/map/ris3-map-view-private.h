/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-hover-card.h"
#include "app/map/ris3-map-view.h"
#include "map/ris3-brush.h"

G_BEGIN_DECLS

#define RIS3_MAP_VIEW_MIN_ZOOM 2

/* What is drawn with the button held. */
typedef enum
{
  RIS3_BRUSH_RECTANGLE = 0,
  RIS3_BRUSH_ADDS = 1 << 0, /* to what is selected */
  RIS3_BRUSH_LASSO = 1 << 1,
} Ris3BrushFlags;

/* What the button that went down with Shift has become. */
typedef enum
{
  RIS3_BRUSH_NONE,
  RIS3_BRUSH_PRESSED, /* not yet moved far enough for a rectangle: let go now, it is a click */
  RIS3_BRUSH_DRAWN,
  RIS3_BRUSH_CANCELLED, /* but still held */
} Ris3BrushState;

struct _Ris3MapView
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Side side;
  Ris3MapView *partner;  /* of two maps, the other one; not owned; NULL: there is none */
  gboolean leads;        /* it was moved last, and its partner follows */
  gboolean is_following; /* just now */
  ShumateMap *map;
  ShumateMapSource *source;
  Ris3RegionLayer *layer;
  Ris3NotePins *pins;
  Ris3CommentBadges *badges; /* of the map */
  Ris3HoverCard *hover_card;
  double pointer_x;
  double pointer_y;
  double press_x;
  double press_y;
  gboolean press_adds;   /* with Ctrl */
  gboolean press_is_pin; /* the button went down on one */
  gboolean press_is_badge;
  Ris3Brush brush;
  Ris3BrushState brush_state;
  gboolean brush_adds;
  gboolean lassos; /* of the first map, for both: the pointer alone draws a line around */
  gboolean has_places;
  Ris3Frame europe; /* with all of Europe, in pixels of the widget; only its origin and scale count */
  GdkRectangle room;
  gboolean has_own;      /* boundaries of one's own that are a small part of Europe */
  Ris3Box own;           /* where they are */
  gboolean shows_home;   /* Europe or one's own was requested, and the user has not moved the map since */
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

/* What it shows; NULL: nothing yet. (transfer none) */
Ris3Classification *_ris3_map_view_get_classification (Ris3MapView *self);

/* The first of two maps, or the only one: the one that knows what cards leave free. (transfer none) */
Ris3MapView *_ris3_map_view_get_first (Ris3MapView *self);

/* The map is about to be moved: its partner does not move by itself any more. */
void _ris3_map_view_lead (Ris3MapView *self);
/* … by the person, who does not want all of Europe any more. */
void _ris3_map_view_leave_home (Ris3MapView *self);
/* … has been moved: its partner shows the same place, or it that of its partner. */
void _ris3_map_view_follow (Ris3MapView *self);

void _ris3_map_view_install_actions (GtkWidgetClass *klass);
void _ris3_map_view_add_pointer (Ris3MapView *self);
/* What is shown at first, and where Home leads, follows the boundaries. */
void _ris3_map_view_follow_boundaries (Ris3MapView *self);

void _ris3_map_view_begin_brush (Ris3MapView *self, double x, double y, Ris3BrushFlags flags);
void _ris3_map_view_move_brush (Ris3MapView *self, double x, double y);
/* Whether the pointer draws a line around without any key. */
gboolean _ris3_map_view_get_lassos (Ris3MapView *self);
/* Selects what the rectangle holds, if there is one. */
void _ris3_map_view_end_brush (Ris3MapView *self);
/* Drops the rectangle, or the click, though the button is still held. FALSE: there is none. */
gboolean _ris3_map_view_cancel_brush (Ris3MapView *self);
void _ris3_map_view_snapshot_brush (Ris3MapView *self, GtkSnapshot *snapshot);

G_END_DECLS

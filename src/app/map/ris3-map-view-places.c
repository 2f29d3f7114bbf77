/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the map shows: Europe, a region, a box, in the room that the cards leave. */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

#include <math.h>
#include <string.h>

#include "map/ris3-extent.h"

#define FLIGHT_MILLISECONDS 500
/* Margin around a region that the map moves to, as a share of its longer side. */
#define REGION_MARGIN 0.6
/* … around places. */
#define PLACES_MARGIN 0.25
/* What a panel must leave free for a region to be shown in. */
#define LEAST_ROOM 48

/* Moves the map so that pixel (0, 0) shows the frame's origin, at its scale. */
static void
show_frame (Ris3MapView *self, const Ris3Frame *frame, gboolean animate)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double zoom = CLAMP (log2 (frame->scale / 256), RIS3_MAP_VIEW_MIN_ZOOM, RIS3_MAP_VIEW_MAX_ZOOM);
  double longitude = ris3_mercator_longitude (CLAMP (frame->x + width / 2 / frame->scale, 0, 1));
  double latitude = ris3_mercator_latitude (CLAMP (frame->y + height / 2 / frame->scale, 0, 1));
  gboolean animations;

  _ris3_map_view_leave_home (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (animate && animations && gtk_widget_get_mapped (GTK_WIDGET (self)))
    shumate_map_go_to_full_with_duration (self->map, latitude, longitude, zoom, FLIGHT_MILLISECONDS);
  else
    ris3_map_view_restore (self, latitude, longitude, zoom);
}

static gboolean
has_size (Ris3MapView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0 && gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

/* What the cards leave free. */
static GdkRectangle
get_room (Ris3MapView *self)
{
  return self->has_places ? self->room
                          : (GdkRectangle){ 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                            gtk_widget_get_height (GTK_WIDGET (self)) };
}

void
ris3_map_view_show_box (Ris3MapView *self, const Ris3Box *box, gboolean animate)
{
  GdkRectangle room;
  Ris3Frame frame;
  Ris3Box least;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && box != NULL && box->x1 >= box->x0);
  if (!has_size (self))
    return;
  room = get_room (self);
  least = (Ris3Box){ box->x0, box->y0, MAX (box->x1, box->x0 + 1e-9), MAX (box->y1, box->y0 + 1e-9) };
  frame = ris3_frame_of_box (&least, room.width, room.height);
  /* Closer than the map goes, it is still in the middle of its room. */
  if (frame.scale > RIS3_MAP_VIEW_MAX_SCALE)
    {
      const double scale = RIS3_MAP_VIEW_MAX_SCALE;

      frame.x += room.width / 2.0 / frame.scale - room.width / 2.0 / scale;
      frame.y += room.height / 2.0 / frame.scale - room.height / 2.0 / scale;
      frame.scale = scale;
    }
  frame.x -= room.x / frame.scale;
  frame.y -= room.y / frame.scale;
  show_frame (self, &frame, animate);
}

gboolean
ris3_map_view_get_box (Ris3MapView *self, Ris3Box *box)
{
  GdkRectangle room;
  Ris3Frame frame;

  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self) && box != NULL, FALSE);
  if (!has_size (self) || !ris3_region_layer_get_frame (self->layer, &frame))
    return FALSE;
  room = get_room (self);
  *box = (Ris3Box){ frame.x + room.x / frame.scale, frame.y + room.y / frame.scale,
                    frame.x + (room.x + room.width) / frame.scale, frame.y + (room.y + room.height) / frame.scale };
  return TRUE;
}

void
ris3_map_view_show_within (Ris3MapView *self, const Ris3Box *box)
{
  double margin;
  Ris3Box wide;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && box != NULL && box->x1 >= box->x0);
  margin = PLACES_MARGIN * MAX (box->x1 - box->x0, box->y1 - box->y0);
  wide = (Ris3Box){ box->x0 - margin, box->y0 - margin, box->x1 + margin, box->y1 + margin };
  ris3_map_view_show_box (_ris3_map_view_get_first (self), &wide, TRUE);
}

void
ris3_map_view_show_region (Ris3MapView *self, guint region)
{
  Ris3Boundaries *boundaries;
  Ris3Box box;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  boundaries = ris3_session_get_boundaries (self->session);
  g_return_if_fail (boundaries != NULL && region < ris3_boundaries_get_n_regions (boundaries));

  /* A region is shown among its neighbours. */
  box = ris3_extent_of_region (boundaries, region, REGION_MARGIN);
  ris3_map_view_show_box (self, &box, TRUE);
}

void
ris3_map_view_set_places (Ris3MapView *self, const Ris3Frame *europe, const GdkRectangle *room)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && europe != NULL && room != NULL);
  if (self->has_places && ris3_frame_equal (&self->europe, europe) && gdk_rectangle_equal (&self->room, room))
    return;
  self->has_places = TRUE;
  self->europe = *europe;
  self->room = *room;
  self->europe_moved = TRUE;
}

/* Where one's own boundaries are one country or the like, that is what is shown instead of Europe. */
static gboolean
find_own (Ris3MapView *self, Ris3Box *own)
{
  Ris3Boundaries *boundaries = self->session != NULL ? ris3_session_get_boundaries (self->session) : NULL;

  return boundaries != NULL && ris3_extent_of_own (boundaries, own);
}

/* Whether any of a box can be seen, as far as is known. */
static gboolean
sees (Ris3MapView *self, const Ris3Box *box)
{
  Ris3Box shown;

  return !ris3_map_view_get_box (self, &shown)
         || (shown.x0 < box->x1 && shown.x1 > box->x0 && shown.y0 < box->y1 && shown.y1 > box->y0);
}

void
_ris3_map_view_follow_boundaries (Ris3MapView *self)
{
  Ris3Box own = RIS3_BOX_EMPTY;
  gboolean has_own = find_own (self, &own);
  gboolean had_own = self->has_own;

  if (has_own == had_own && (!has_own || memcmp (&own, &self->own, sizeof own) == 0))
    return;
  self->has_own = has_own;
  self->own = own;
  g_object_notify (G_OBJECT (self), "home-title");
  /* A map that was moved stays, unless nothing of what it is to show can be seen there. */
  if (self->shows_home || (has_own && !sees (self, &own)))
    ris3_map_view_show_home (self, TRUE);
}

gboolean
ris3_map_view_get_shows_europe (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), FALSE);
  return self->shows_home && !self->has_own;
}

gboolean
ris3_map_view_get_shows_home (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), FALSE);
  return self->shows_home;
}

void
ris3_map_view_uncover_region (Ris3MapView *self, guint region, int end_inset)
{
  Ris3Point inside;
  Ris3Frame frame;
  double x;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && end_inset >= 0);
  /* A panel as wide as the map leaves nothing to move it to. */
  if (!ris3_region_layer_get_frame (self->layer, &frame) || (int) frame.width < end_inset + LEAST_ROOM)
    return;
  inside = ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), region)->inside;
  x = (inside.x - frame.x) * frame.scale;
  if (x < frame.width - end_inset)
    return;
  /* The middle of the part that stays uncovered. */
  _ris3_map_view_leave_home (self);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)),
                                 ris3_mercator_latitude (frame.y + frame.height / 2.0 / frame.scale),
                                 ris3_mercator_longitude (inside.x + end_inset / 2.0 / frame.scale));
}

void
ris3_map_view_uncover_place (Ris3MapView *self, double longitude, double latitude)
{
  Ris3Point place = { ris3_mercator_x (longitude), ris3_mercator_y (latitude) };
  Ris3Box box;
  double across, down;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  if (!ris3_map_view_get_box (self, &box))
    return;
  /* A pin right at the edge is hardly seen. */
  across = (box.x1 - box.x0) / 2;
  down = (box.y1 - box.y0) / 2;
  if (fabs (place.x - (box.x0 + across)) < 0.9 * across && fabs (place.y - (box.y0 + down)) < 0.9 * down)
    return;
  box = (Ris3Box){ place.x - across, place.y - down, place.x + across, place.y + down };
  ris3_map_view_show_box (self, &box, FALSE);
}

void
ris3_map_view_show_home (Ris3MapView *self, gboolean animate)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  if (has_size (self))
    {
      if (self->has_own)
        ris3_map_view_show_box (self, &self->own, animate);
      else if (self->has_places)
        show_frame (self, &self->europe, animate);
      else
        {
          Ris3Box europe = ris3_extent_of_mainland (ris3_plane_get_mercator ());

          ris3_map_view_show_box (self, &europe, animate);
        }
    }
  self->shows_home = TRUE;
}

void
ris3_map_view_restore (Ris3MapView *self, double latitude, double longitude, double zoom_level)
{
  ShumateViewport *viewport;

  g_return_if_fail (RIS3_IS_MAP_VIEW (self));
  viewport = shumate_map_get_viewport (self->map);
  _ris3_map_view_leave_home (self);
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, zoom_level);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
}

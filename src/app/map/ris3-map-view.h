/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/map/ris3-comment-badges.h"
#include "app/map/ris3-note-pins.h"
#include "app/map/ris3-region-layer.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_MAP_VIEW_MAX_ZOOM 14
/* How many logical pixels the plane's unit has there. */
#define RIS3_MAP_VIEW_MAX_SCALE (256.0 * (1 << RIS3_MAP_VIEW_MAX_ZOOM))

#define RIS3_TYPE_MAP_VIEW (ris3_map_view_get_type ())
G_DECLARE_FINAL_TYPE (Ris3MapView, ris3_map_view, RIS3, MAP_VIEW, GtkWidget)

/* The map with its pointer and keyboard: hovering names a region, a click selects it, Ctrl+click
 * adds it; a rectangle drawn with Shift, or a line around with Shift and Alt, selects the areas in it, and with Ctrl
 * too adds them. Offers the actions map.zoom-in, map.zoom-out, map.lasso, map.show-europe, map.show-selection,
 * map.next-region, map.previous-region, map.pan ((dd): fractions of the width and height) and map.neighbour ((dd): a
 * direction).
 *
 * Two of them can be joined: they show the same place, whichever is moved.
 *
 * Properties: session (Ris3Session, set once); lassos (boolean): whether the pointer alone draws a line around, on both
 * of two maps; home-title (string, read-only): what Home leads to; of the window, boolean and read-only: medium: there
 * is no room for the titles of everything; narrow: nor for long titles; small: nor for all buttons in one bar; tiny:
 * nor for any title.
 */
void ris3_map_view_set_session (Ris3MapView *self, Ris3Session *session);

/* Makes the view show the second of the session's maps beside the first, which has its session by now. Both must have
 * the same size. */
void ris3_map_view_join (Ris3MapView *self, Ris3MapView *first);
/* Which of two maps it is. */
Ris3Side ris3_map_view_get_side (Ris3MapView *self);
/* Names the map for who cannot see it. label: NULL: as the only one */
void ris3_map_view_set_label (Ris3MapView *self, const char *label);

/* Makes the pointer draw a line around without any key, instead of moving the map, on both of two maps. */
void ris3_map_view_set_lassos (Ris3MapView *self, gboolean lassos);
/* Ends that, if it is so. FALSE: it was not. */
gboolean ris3_map_view_end_lassos (Ris3MapView *self);

/* Looks again how wide the window is. */
void ris3_map_view_check_width (Ris3MapView *self);

ShumateMap *ris3_map_view_get_map (Ris3MapView *self);
Ris3RegionLayer *ris3_map_view_get_layer (Ris3MapView *self);
/* The notes on it; NULL before it has its session. (transfer none) */
Ris3NotePins *ris3_map_view_get_pins (Ris3MapView *self);
/* The badges of open comments on it; NULL before it has its session. (transfer none) */
Ris3CommentBadges *ris3_map_view_get_badges (Ris3MapView *self);
/* The region of the territory at a position of the widget; -1: none. */
gint ris3_map_view_pick_region (Ris3MapView *self, double x, double y);
/* Moves the map, at once, so that a place in degrees can be seen, unless it can be already. */
void ris3_map_view_uncover_place (Ris3MapView *self, double longitude, double latitude);

/* Moves the map so that a box fills its room; animated, unless animations are off or the map is not shown.
 * Does nothing while the map has no size.
 */
void ris3_map_view_show_box (Ris3MapView *self, const Ris3Box *box, gboolean animate);
/* The box that would show the map as it is now; FALSE while it has no size. */
gboolean ris3_map_view_get_box (Ris3MapView *self, Ris3Box *box);
/* The same so that places in a box are far from its edges. */
void ris3_map_view_show_within (Ris3MapView *self, const Ris3Box *box);
void ris3_map_view_show_region (Ris3MapView *self, guint region);
/* What cards leave free: the frame that shows Europe, in pixels of the widget, and the room for anything else. */
void ris3_map_view_set_places (Ris3MapView *self, const Ris3Frame *europe, const GdkRectangle *room);
/* Whether ris3_map_view_show_home was called, and the user has not moved the map since. */
gboolean ris3_map_view_get_shows_home (Ris3MapView *self);
/* … and it shows all of Europe. */
gboolean ris3_map_view_get_shows_europe (Ris3MapView *self);
/* Moves the map aside if the last end_inset pixels of it cover a region. */
void ris3_map_view_uncover_region (Ris3MapView *self, guint region, int end_inset);
/* Shows Europe from Portugal to Cyprus and from Crete to the North Cape, as soon as the map has a size; or one's own
 * boundaries, where these are but a small part of it (ris3_extent_of_own). When the boundaries change, a map that shows
 * this follows them, and so does one on which nothing of one's own could be seen. */
void ris3_map_view_show_home (Ris3MapView *self, gboolean animate);

/* Restores a remembered centre and zoom level. */
void ris3_map_view_restore (Ris3MapView *self, double latitude, double longitude, double zoom_level);

G_END_DECLS

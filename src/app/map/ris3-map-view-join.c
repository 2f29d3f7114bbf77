/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two maps that move together. One of them leads, the one that was moved last: what the other still does, such as
 * gliding on from an earlier drag, is put right at once, or both would tug at each other.
 */

#include "config.h"

#include "app/map/ris3-map-view-private.h"

void
_ris3_map_view_lead (Ris3MapView *self)
{
  if (self->partner == NULL)
    return;
  self->partner->leads = FALSE;
  self->leads = TRUE;
  shumate_map_stop_go_to (self->partner->map);
}

void
_ris3_map_view_leave_home (Ris3MapView *self)
{
  self->shows_home = FALSE;
  if (self->partner != NULL)
    self->partner->shows_home = FALSE;
  _ris3_map_view_lead (self);
}

static void
take_place (Ris3MapView *self, Ris3MapView *leader)
{
  ShumateViewport *from = shumate_map_get_viewport (leader->map);
  ShumateViewport *to = shumate_map_get_viewport (self->map);

  self->is_following = TRUE;
  shumate_viewport_set_zoom_level (to, shumate_viewport_get_zoom_level (from));
  shumate_location_set_location (SHUMATE_LOCATION (to), shumate_location_get_latitude (SHUMATE_LOCATION (from)),
                                 shumate_location_get_longitude (SHUMATE_LOCATION (from)));
  self->is_following = FALSE;
}

void
_ris3_map_view_follow (Ris3MapView *self)
{
  if (self->partner == NULL || self->is_following)
    return;
  if (self->leads)
    take_place (self->partner, self);
  else
    take_place (self, self->partner);
}

void
ris3_map_view_join (Ris3MapView *self, Ris3MapView *first)
{
  g_return_if_fail (RIS3_IS_MAP_VIEW (self) && RIS3_IS_MAP_VIEW (first) && first->session != NULL);
  g_return_if_fail (self->partner == NULL && first->partner == NULL && self->session == NULL);

  self->side = RIS3_SIDE_SECOND;
  ris3_map_view_set_session (self, first->session);
  self->partner = first;
  first->partner = self;
  first->leads = TRUE;
  gtk_widget_set_cursor (GTK_WIDGET (self->map), gtk_widget_get_cursor (GTK_WIDGET (first->map)));
  take_place (self, first);
}

Ris3Side
ris3_map_view_get_side (Ris3MapView *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_VIEW (self), RIS3_SIDE_FIRST);
  return self->side;
}

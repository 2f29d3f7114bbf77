/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-window-private.h"

void
_ris3_window_restore_state (Ris3Window *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "panel-visible"));
  self->filter_was_open = g_settings_get_boolean (self->settings, "filter-visible");
  if (!adw_flap_get_folded (self->filter_flap))
    adw_flap_set_reveal_flap (self->filter_flap, self->filter_was_open);

  _ris3_window_restore_page (self);
  ris3_session_restore (self->session, self->settings);
  if (g_settings_get_boolean (self->settings, "has-position"))
    ris3_map_view_restore (self->map_view, g_settings_get_double (self->settings, "latitude"),
                           g_settings_get_double (self->settings, "longitude"),
                           g_settings_get_double (self->settings, "zoom"));
  else
    ris3_map_view_show_home (self->map_view, FALSE);
}

void
_ris3_window_save_state (Ris3Window *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (ris3_map_view_get_map (self->map_view));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "panel-visible",
                            _ris3_window_shows_inbox (self) ? self->panel_was_open
                                                            : adw_flap_get_reveal_flap (self->flap));
  g_settings_set_boolean (self->settings, "filter-visible", _ris3_window_get_filter_open (self));
  _ris3_window_save_page (self);
  ris3_session_save (self->session, self->settings);
  /* All of Europe, or of one's own, is that of the next window's size. */
  g_settings_set_boolean (self->settings, "has-position", !ris3_map_view_get_shows_home (self->map_view));
  g_settings_set_double (self->settings, "latitude", shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));
  g_settings_set_double (self->settings, "longitude", shumate_location_get_longitude (SHUMATE_LOCATION (viewport)));
  g_settings_set_double (self->settings, "zoom", shumate_viewport_get_zoom_level (viewport));
}

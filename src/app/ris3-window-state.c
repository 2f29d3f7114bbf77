/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-window-private.h"

void
_ris3_window_restore_state (Ris3Window *self)
{
  g_autofree char *indicator_id = g_settings_get_string (self->settings, "indicator");
  g_autofree char *level_id = g_settings_get_string (self->settings, "level-rule");
  g_autofree char *period = g_settings_get_string (self->settings, "period");
  guint nuts_version = g_settings_get_uint (self->settings, "nuts-version");
  Ris3Indicator indicator;
  Ris3LevelRule level_rule;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "panel-visible"));

  if (ris3_indicator_from_id (indicator_id, &indicator))
    ris3_session_set_indicator (self->session, indicator);
  if (ris3_level_rule_from_id (level_id, &level_rule))
    ris3_session_set_level_rule (self->session, level_rule);
  ris3_session_set_period (self->session, period[0] != '\0' ? period : NULL);
  if (nuts_version == 2013 || nuts_version == 2016 || nuts_version == 2021)
    ris3_session_set_nuts_version (self->session, nuts_version);

  if (g_settings_get_boolean (self->settings, "has-view"))
    ris3_map_view_restore (self->map_view, g_settings_get_double (self->settings, "latitude"),
                           g_settings_get_double (self->settings, "longitude"),
                           g_settings_get_double (self->settings, "zoom"));
  else
    ris3_map_view_show_europe (self->map_view, FALSE);
}

void
_ris3_window_save_state (Ris3Window *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (ris3_map_view_get_map (self->map_view));
  const char *period = ris3_session_get_period (self->session);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "panel-visible", adw_flap_get_reveal_flap (self->flap));
  g_settings_set_string (self->settings, "indicator",
                         ris3_indicator_get_id (ris3_session_get_indicator (self->session)));
  g_settings_set_string (self->settings, "level-rule",
                         ris3_level_rule_get_id (ris3_session_get_level_rule (self->session)));
  g_settings_set_string (self->settings, "period", period != NULL ? period : "");
  g_settings_set_uint (self->settings, "nuts-version", ris3_session_get_nuts_version (self->session));
  g_settings_set_boolean (self->settings, "has-view", TRUE);
  g_settings_set_double (self->settings, "latitude", shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));
  g_settings_set_double (self->settings, "longitude", shumate_location_get_longitude (SHUMATE_LOCATION (viewport)));
  g_settings_set_double (self->settings, "zoom", shumate_viewport_get_zoom_level (viewport));
}

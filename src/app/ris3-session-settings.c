/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-session.h"
#include "geo/ris3-nuts-version.h"

void
ris3_session_open_last (Ris3Session *self, GSettings *settings)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_SETTINGS (settings));
  uri = g_settings_get_string (settings, "last-file");
  if (uri[0] != '\0')
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      ris3_session_open (self, file);
    }
  else
    ris3_session_open_default (self);
}

void
ris3_session_restore (Ris3Session *self, GSettings *settings)
{
  g_autofree char *indicator_id = NULL;
  g_autofree char *level_id = NULL;
  g_autofree char *period = NULL;
  guint nuts_version;
  Ris3Indicator indicator;
  Ris3LevelRule level_rule;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_SETTINGS (settings));
  indicator_id = g_settings_get_string (settings, "indicator");
  level_id = g_settings_get_string (settings, "level-rule");
  period = g_settings_get_string (settings, "period");
  nuts_version = g_settings_get_uint (settings, "nuts-version");

  /* Settings may be older or newer than the program: what it does not know keeps its default. */
  if (ris3_indicator_from_id (indicator_id, &indicator))
    ris3_session_set_indicator (self, indicator);
  if (ris3_level_rule_from_id (level_id, &level_rule))
    ris3_session_set_level_rule (self, level_rule);
  ris3_session_set_period (self, period[0] != '\0' ? period : NULL);
  if (ris3_nuts_version_is_known (nuts_version))
    ris3_session_set_nuts_version (self, nuts_version);
}

void
ris3_session_save (Ris3Session *self, GSettings *settings)
{
  const char *period;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_SETTINGS (settings));
  period = ris3_session_get_period (self);
  g_settings_set_string (settings, "indicator", ris3_indicator_get_id (ris3_session_get_indicator (self)));
  g_settings_set_string (settings, "level-rule", ris3_level_rule_get_id (ris3_session_get_level_rule (self)));
  g_settings_set_string (settings, "period", period != NULL ? period : "");
  g_settings_set_uint (settings, "nuts-version", ris3_session_get_nuts_version (self));
}

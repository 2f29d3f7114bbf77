/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-session.h"

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
  g_autofree char *text = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_SETTINGS (settings));
  text = g_settings_get_string (settings, "view");
  view = ris3_view_from_text (text, NULL, &error);
  /* Settings may come from a newer version of the program: unknown ones are no reason to fail. */
  if (view != NULL)
    ris3_session_set_view (self, view);
  else
    g_info ("The remembered view is not known: %s", error->message);
}

void
ris3_session_save (Ris3Session *self, GSettings *settings)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_SETTINGS (settings));
  text = ris3_view_to_text (ris3_session_get_view (self));
  g_settings_set_string (settings, "view", text);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-session-private.h"

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

  g_strfreev (self->remembered);
  self->remembered = g_settings_get_strv (settings, "selection");
  _ris3_session_recall_selection (self);
}

void
ris3_session_save (Ris3Session *self, GSettings *settings)
{
  Ris3Boundaries *boundaries;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_SETTINGS (settings));
  boundaries = ris3_session_get_boundaries (self);
  text = ris3_view_to_text (ris3_session_get_view (self));
  g_settings_set_string (settings, "view", text);
  for (guint i = 0; i < self->selection->len && boundaries != NULL; i++)
    g_ptr_array_add (
        codes, (gpointer) ris3_boundaries_get_region (boundaries, g_array_index (self->selection, guint, i))->code);
  g_ptr_array_add (codes, NULL);
  g_settings_set_strv (settings, "selection", (const char *const *) codes->pdata);
}

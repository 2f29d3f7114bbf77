/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The boundaries of one's own that an atlas is shown with. */

#include "config.h"

#include "app/ris3-session-own.h"
#include "app/ris3-session-private.h"

gboolean
_ris3_session_shows_own (Ris3Session *self)
{
  return self->geodata != NULL && ris3_boundaries_is_own (ris3_geodata_get_boundaries (self->geodata));
}

void
_ris3_session_stop_loading_own (Ris3Session *self)
{
  if (self->loading_own != NULL)
    g_cancellable_cancel (self->loading_own);
  g_clear_object (&self->loading_own);
}

static void
notify_loading (Ris3Session *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[PROP_LOADING]);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load_finish (result, &error);

  /* Others have been chosen since. */
  if (self->loading_own == NULL || self->loading_own != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->loading_own);
  if (geodata != NULL)
    {
      _ris3_session_stop_loading_geodata (self);
      _ris3_session_set_geodata (self, geodata);
    }
  else
    {
      if (_ris3_session_shows_own (self))
        _ris3_session_load_geodata (self);
      g_signal_emit (self, _ris3_session_signals[SIGNAL_OWN_FAILED], 0, error);
    }
  notify_loading (self);
}

void
_ris3_session_follow_own (Ris3Session *self)
{
  const char *text = ris3_atlas_get_boundaries (self->atlas);
  g_autoptr (Ris3OwnBoundaries) own = NULL;

  if (g_strcmp0 (self->own_text, text) == 0)
    return;
  g_free (self->own_text);
  self->own_text = g_strdup (text);
  _ris3_session_stop_loading_own (self);
  own = ris3_own_boundaries_of_atlas (self->atlas);
  if (own != NULL)
    {
      self->loading_own = g_cancellable_new ();
      g_atomic_int_set (&self->own_progress, 0);
      ris3_geodata_load_own_async (own, &self->own_progress, self->loading_own, on_loaded_cb, g_object_ref (self));
    }
  else if (_ris3_session_shows_own (self))
    _ris3_session_load_geodata (self);
  notify_loading (self);
}

Ris3OwnBoundaries *
ris3_session_dup_own (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->atlas != NULL ? ris3_own_boundaries_of_atlas (self->atlas) : NULL;
}

char *
ris3_session_dup_own_name (Ris3Session *self)
{
  g_autoptr (Ris3OwnBoundaries) own = ris3_session_dup_own (self);

  return own != NULL ? g_filename_display_basename (own->path) : NULL;
}

gboolean
ris3_session_shows_own (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return _ris3_session_shows_own (self);
}

gboolean
ris3_session_is_loading_own (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return self->loading_own != NULL;
}

double
ris3_session_get_own_progress (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), 0);
  return g_atomic_int_get (&self->own_progress) / 1000.0;
}

void
ris3_session_show_own (Ris3Session *self, gboolean own)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  if (self->atlas == NULL)
    return;
  if (own)
    {
      g_clear_pointer (&self->own_text, g_free);
      _ris3_session_follow_own (self);
      return;
    }
  _ris3_session_stop_loading_own (self);
  if (_ris3_session_shows_own (self))
    _ris3_session_load_geodata (self);
  notify_loading (self);
}

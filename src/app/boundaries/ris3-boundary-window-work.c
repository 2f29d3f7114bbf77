/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window does in the background: it looks at a file, reads its areas, and edits the atlas. */

#include "config.h"

#include "app/boundaries/ris3-boundary-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-edit.h"
#include "app/ris3-session-own.h"

/* Until a page with the progress is shown, and between two looks at it. */
#define INTERVAL 100 /* ms */

static const char *
describe_work (Ris3BoundaryWindow *self)
{
  switch (self->working)
    {
    case RIS3_BOUNDARY_LOOKS:
      return _ ("Looking at the file…");
    case RIS3_BOUNDARY_READS:
      return _ ("Reading the areas…");
    case RIS3_BOUNDARY_WRITES:
      return _ ("Changing the atlas…");
    case RIS3_BOUNDARY_IDLE:
    default:
      return "";
    }
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3BoundaryWindow *self = user_data;
  double done = self->working == RIS3_BOUNDARY_READS ? ris3_boundary_draft_get_progress (self->draft) : -1;

  gtk_label_set_text (self->progress_words, describe_work (self));
  if (done < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, MIN (done, 1));
  if (!g_str_equal (_ris3_boundary_window_get_page (self), "working"))
    {
      _ris3_boundary_window_show_page (self, "working");
      gtk_widget_grab_focus (self->cancel_button);
    }
  return G_SOURCE_CONTINUE;
}

static void
begin (Ris3BoundaryWindow *self, Ris3BoundaryWorking working)
{
  _ris3_boundary_window_stop (self);
  _ris3_boundary_window_tell_problem (self, NULL);
  self->working = working;
  self->cancellable = g_cancellable_new ();
  /* What is quick needs no page of its own. */
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  _ris3_boundary_window_update (self);
}

static void
end (Ris3BoundaryWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  self->working = RIS3_BOUNDARY_IDLE;
}

void
_ris3_boundary_window_stop (Ris3BoundaryWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  end (self);
}

/* Whether this is the end of what is being done, and not of what was stopped. */
static gboolean
is_current (Ris3BoundaryWindow *self, GTask *task)
{
  return self->cancellable != NULL && g_task_get_cancellable (task) == self->cancellable;
}

/* The step before, with what is wrong. */
static void
return_to (Ris3BoundaryWindow *self, const char *page, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);

  _ris3_boundary_window_show_page (self, page);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ris3_boundary_window_tell_problem (self, words);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3BoundaryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *remembered = NULL;

  if (!is_current (self, G_TASK (result)))
    return;
  end (self);
  if (!ris3_boundary_draft_look_finish (self->draft, result, &error))
    {
      _ris3_boundary_window_fail (self, error);
      return;
    }
  remembered = ris3_session_dup_own_name (self->session);
  ris3_boundary_choice_page_show (self->choice_page, self->draft, remembered);
  _ris3_boundary_window_show_choice (self);
}

void
_ris3_boundary_window_look (Ris3BoundaryWindow *self, const char *path)
{
  g_autoptr (Ris3OwnBoundaries) own = ris3_session_dup_own (self->session);
  g_autofree char *kept = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  begin (self, RIS3_BOUNDARY_LOOKS);
  ris3_boundary_draft_look_async (self->draft, self->path, own, self->cancellable, on_looked_cb, g_object_ref (self));
}

/* The land around the map that is shown. */
static Ris3Shapes *
get_land (Ris3BoundaryWindow *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);

  if (classification == NULL)
    return NULL;
  return ris3_geodata_get_land (ris3_placement_get_geodata (ris3_classification_get_placement (classification)));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3BoundaryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!is_current (self, G_TASK (result)))
    return;
  end (self);
  if (!ris3_boundary_draft_read_finish (self->draft, result, &error))
    {
      return_to (self, "choice", error);
      ris3_boundary_choice_page_focus (self->choice_page);
      return;
    }
  ris3_boundary_report_page_show (self->report_page, self->draft, get_land (self));
  _ris3_boundary_window_show_page (self, "report");
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

void
_ris3_boundary_window_read (Ris3BoundaryWindow *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (atlas == NULL || ris3_boundary_draft_get_problem (self->draft) != NULL)
    return;
  begin (self, RIS3_BOUNDARY_READS);
  ris3_boundary_draft_read_async (self->draft, ris3_atlas_get_strategies (atlas), self->cancellable, on_read_cb,
                                  g_object_ref (self));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3BoundaryWindow) self = user_data;
  Ris3Session *session = RIS3_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edited = ris3_session_edit_finish (session, result, &error);

  if (self->draft == NULL)
    return; /* The window is gone. */
  end (self);
  if (edited == NULL)
    {
      return_to (self, ris3_boundary_draft_get_own (self->draft) != NULL ? "report" : "choice", error);
      return;
    }
  /* What the atlas remembers already, and is not shown with. */
  if (edited->change_id == 0 && !ris3_session_shows_own (session) && !ris3_session_is_loading_own (session))
    ris3_session_show_own (session, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
_ris3_boundary_window_write (Ris3BoundaryWindow *self, gboolean remember)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  const Ris3OwnBoundaries *own = remember ? ris3_boundary_draft_get_own (self->draft) : NULL;
  g_autoptr (Ris3Edit) edit = NULL;

  if (atlas == NULL || (remember ? own == NULL : *ris3_atlas_get_boundaries (atlas) == '\0'))
    return;
  edit = ris3_own_boundaries_edit (own, atlas);
  begin (self, RIS3_BOUNDARY_WRITES);
  ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, self->cancellable, on_written_cb,
                           g_object_ref (self));
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a session comes by what it shows: the atlas and the boundaries, which are read off the main thread, and what
 * changes in them.
 */

#include "config.h"

#include "app/ris3-session-private.h"

#include <glib/gi18n.h>

#include "app/ris3-default-atlas.h"
#include "map/ris3-class-term.h"

static void
report_failure (Ris3Session *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, _ris3_session_signals[SIGNAL_FAILED], 0, error);
}

static void
on_atlas_lost_cb (Ris3Session *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, _ris3_session_signals[SIGNAL_LOST], 0, error);
}

static void
on_atlas_found_cb (Ris3Session *self)
{
  g_signal_emit (self, _ris3_session_signals[SIGNAL_FOUND], 0);
}

static void
on_backup_failed_cb (Ris3Session *self, const GError *error)
{
  g_signal_emit (self, _ris3_session_signals[SIGNAL_BACKUP_FAILED], 0, error);
}

void
_ris3_session_set_geodata (Ris3Session *self, Ris3Geodata *geodata)
{
  g_autoptr (Ris3Geodata) former = g_steal_pointer (&self->geodata);

  g_object_freeze_notify (G_OBJECT (self));
  self->geodata = ris3_geodata_ref (geodata);
  if (former != NULL)
    _ris3_session_keep_selection (self, ris3_geodata_get_boundaries (former));
  _ris3_session_place (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (former != NULL)
    _ris3_session_selection_changed (self);
  _ris3_session_recall_selection (self);
}

static void
on_geodata_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load_finish (result, &error);

  /* Another version has been chosen since. */
  if (self->loading_geodata != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->loading_geodata);
  if (geodata != NULL)
    _ris3_session_set_geodata (self, geodata);
  else
    {
      report_failure (self, error);
      /* The view again asks for what is shown. */
      if (self->geodata != NULL)
        {
          g_autoptr (Ris3View) view = ris3_view_with_nuts_version (self->view, _ris3_session_get_shown_version (self));

          ris3_session_set_view (self, view);
        }
    }
  _ris3_session_notify (self, PROP_LOADING);
}

void
_ris3_session_stop_loading_geodata (Ris3Session *self)
{
  if (self->loading_geodata != NULL)
    g_cancellable_cancel (self->loading_geodata);
  g_clear_object (&self->loading_geodata);
}

void
_ris3_session_load_geodata (Ris3Session *self)
{
  _ris3_session_stop_loading_geodata (self);
  self->loading_geodata = g_cancellable_new ();
  ris3_geodata_load_async (ris3_view_get_nuts_version (self->view), self->loading_geodata, on_geodata_loaded_cb,
                           g_object_ref (self));
  _ris3_session_notify (self, PROP_LOADING);
}

/* Replaces self->opening; what was being opened is no longer wanted. */
static void
begin_opening (Ris3Session *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  if (self->geodata == NULL && self->loading_geodata == NULL)
    _ris3_session_load_geodata (self);
  _ris3_session_notify (self, PROP_LOADING);
}

static void
end_opening (Ris3Session *self)
{
  g_clear_object (&self->opening);
  _ris3_session_notify (self, PROP_LOADING);
}

/* The view as the atlas can show it, and its strategies in their places. */
static void
show_atlas (Ris3Session *self)
{
  g_autoptr (Ris3View) view = ris3_view_fit (self->view, ris3_atlas_get_periods (self->atlas));

  if (!ris3_view_equal (self->view, view))
    {
      ris3_view_unref (self->view);
      self->view = g_steal_pointer (&view);
      _ris3_session_notify (self, PROP_VIEW);
    }
  _ris3_session_place (self);
}

/* What is recorded of regions has changed, which the map only shows where it is asked for. */
static void
count_records (Ris3Session *self)
{
  g_autoptr (Ris3Placement) former = g_steal_pointer (&self->placement);
  g_autoptr (Ris3RegionRecords) records = NULL;
  gboolean filters_by_them = ris3_class_terms_read_regions (ris3_view_get_filter (self->view));

  if (former == NULL)
    return;
  records = ris3_region_records_new (self->geodata, self->atlas);
  self->placement = ris3_placement_with_records (former, records);
  if (filters_by_them)
    _ris3_session_apply_filter (self);
  if (filters_by_them || ris3_view_get_indicator (self->view)->get_value == NULL
      || ris3_view_get_other_indicator (self->view) != NULL)
    _ris3_session_classify (self);
}

/* Rows of the open atlas have changed; only some of them affect the map. */
static void
on_atlas_changed_cb (Ris3Session *self, Ris3Changes *changes)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (ris3_changes_contain_table (changes, "strategy") || ris3_changes_contain_table (changes, "priority")
      || ris3_changes_contain_table (changes, "priority_theme") || ris3_changes_contain_table (changes, "codebook"))
    show_atlas (self);
  else if (ris3_changes_contain_table (changes, "comment") || ris3_changes_contain_table (changes, "request")
           || ris3_changes_contain_table (changes, "consultation_round")
           || ris3_changes_contain_table (changes, "activity") || ris3_changes_contain_table (changes, "participation")
           || ris3_changes_contain_table (changes, "joined_column"))
    count_records (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (ris3_changes_contain_table (changes, "meta"))
    _ris3_session_follow_own (self);
  _ris3_session_follow_changes (self, changes);
  g_signal_emit (self, _ris3_session_signals[SIGNAL_ATLAS_CHANGED], 0, changes);
}

static void
set_atlas (Ris3Session *self, Ris3Atlas *atlas)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->atlas != NULL)
    g_signal_handlers_disconnect_by_data (self->atlas, self);
  if (g_set_object (&self->atlas, atlas))
    _ris3_session_notify (self, PROP_ATLAS);
  g_signal_connect_object (atlas, "changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas, "lost", G_CALLBACK (on_atlas_lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas, "found", G_CALLBACK (on_atlas_found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas, "backup-failed", G_CALLBACK (on_backup_failed_cb), self, G_CONNECT_SWAPPED);
  _ris3_session_begin_editing (self);
  _ris3_session_begin_filter (self);
  show_atlas (self);
  g_object_thaw_notify (G_OBJECT (self));
  _ris3_session_recall_selection (self);
  _ris3_session_follow_own (self);
}

/* Takes over the result of an opening task, unless a later one has replaced it. */
static void
finish_opening (Ris3Session *self, GAsyncResult *result, Ris3Atlas *atlas, const GError *error)
{
  if (self->opening == NULL || self->opening != g_task_get_cancellable (G_TASK (result)))
    return;
  if (atlas != NULL)
    set_atlas (self, atlas);
  else
    report_failure (self, error);
  end_opening (self);
}

static void
on_atlas_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open_finish (result, &error);

  finish_opening (self, result, atlas, error);
}

static void
on_default_atlas_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_default_atlas_open_finish (result, &error);

  finish_opening (self, result, atlas, error);
}

void
ris3_session_open (Ris3Session *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && G_IS_FILE (file));
  path = g_file_get_path (file);
  begin_opening (self);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autoptr (GError) error
          = g_error_new (RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                         _ ("“%s” is not a file on this computer. Copy it to a local folder and open the copy."), name);

      report_failure (self, error);
      end_opening (self);
      return;
    }
  ris3_atlas_open_async (path, self->opening, on_atlas_opened_cb, g_object_ref (self));
}

void
ris3_session_open_default (Ris3Session *self)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  begin_opening (self);
  ris3_default_atlas_open_async (self->opening, on_default_atlas_opened_cb, g_object_ref (self));
}

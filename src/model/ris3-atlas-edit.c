/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Editing an open atlas, on the thread of its views; the work is done by its worker. */

#include "config.h"

#include "model/ris3-atlas-edit.h"

#include "model/ris3-atlas-worker-private.h"

static void
set_title (Ris3Atlas *self, char **field, const char *title, const char *property)
{
  if (g_strcmp0 (*field, title) == 0)
    return;
  g_free (*field);
  *field = g_strdup (title);
  g_object_notify (G_OBJECT (self), property);
}

static void
complete (Ris3Atlas *self, Ris3AtlasJob *job)
{
  if (job->has_titles)
    {
      set_title (self, &self->undo_title, job->undo_title, "undo-title");
      set_title (self, &self->redo_title, job->redo_title, "redo-title");
    }
  if (job->is_found)
    ris3_atlas_emit_found (self);
  if (job->backup_error != NULL)
    ris3_atlas_emit_backup_failed (self, job->backup_error);
  if (job->task == NULL)
    {
      if (job->error != NULL && !g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ris3_atlas_emit_lost (self, job->error);
    }
  else if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->kind == RIS3_ATLAS_WORK_COPY)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), (GDestroyNotify) ris3_edit_result_free);
  ris3_atlas_job_free (job);
}

static void
add_all (Ris3Changes *self, Ris3Changes *other)
{
  for (guint i = 0; i < ris3_changes_get_length (other); i++)
    ris3_changes_add (self, ris3_changes_get_table (other, i), ris3_changes_get_key (other, i));
}

static void
on_reloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Ris3AtlasJob *job = user_data;
  g_autoptr (Ris3Atlas) self = g_object_ref (RIS3_ATLAS (object));
  g_autoptr (GError) error = NULL;

  /* The edit was made all the same, and is shown with the next one that can be read. */
  if (!ris3_atlas_reload_finish (self, result, &error))
    {
      if (self->missed == NULL)
        self->missed = ris3_changes_ref (job->changes);
      else
        add_all (self->missed, job->changes);
      ris3_atlas_emit_lost (self, error);
    }
  complete (self, job);
}

/* Rows that are gone are known only here. */
static void
add_shown (Ris3Atlas *self, Ris3Changes *changes)
{
  for (guint list = 0; list < RIS3_N_LISTS; list++)
    {
      GPtrArray *items = ris3_list_get_items (self->lists[list]);

      for (guint i = 0; i < items->len; i++)
        {
          char buffer[RIS3_RECORD_KEY_SIZE];

          ris3_changes_add (changes, ris3_list_records[list]->table,
                            ris3_record_get_key (ris3_list_records[list], g_ptr_array_index (items, i), buffer));
        }
    }
}

static gboolean
on_worked (gpointer user_data)
{
  Ris3AtlasJob *job = user_data;
  g_autoptr (Ris3Atlas) self = g_weak_ref_get (&job->worker->atlas);

  if (self == NULL)
    ris3_atlas_job_free (job);
  else if (job->changes != NULL)
    {
      g_autoptr (Ris3Changes) missed = g_steal_pointer (&self->missed);

      if (job->is_all)
        add_shown (self, job->changes);
      if (missed != NULL)
        add_all (job->changes, missed);
      ris3_atlas_reload_async (self, job->changes, NULL, on_reloaded, job);
    }
  else
    complete (self, job);
  return G_SOURCE_REMOVE;
}

static Ris3AtlasWorker *
get_worker (Ris3Atlas *self)
{
  if (self->worker == NULL)
    self->worker = ris3_atlas_worker_new (self, on_worked);
  return self->worker;
}

static void
set_actors (Ris3Atlas *self, Ris3AtlasJob *job)
{
  job->actor = g_strdup (self->actor);
  job->former_actors = g_strdupv (self->former_actors);
}

static void
push (Ris3Atlas *self, Ris3AtlasJob *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, job->kind == RIS3_ATLAS_WORK_COPY ? (gpointer) ris3_atlas_copy_async
                                                                      : (gpointer) ris3_atlas_edit_async);
  /* What was made counts as done, even if it was cancelled afterwards. */
  g_task_set_check_cancellable (job->task, FALSE);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  set_actors (self, job);
  job->keeps_backups = self->keeps_backups;
  g_async_queue_push (self->worker->queue, job);
}

void
ris3_atlas_edit_async (Ris3Atlas *self,
                       Ris3Edit *edit,
                       Ris3EditorFlags flags,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Ris3AtlasJob *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  g_return_if_fail (edit != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = ris3_atlas_job_new (get_worker (self), RIS3_ATLAS_WORK_EDIT);
  /* Its own, as the caller may go on setting fields. */
  job->edit = ris3_edit_copy (edit);
  job->flags = flags;
  push (self, job, cancellable, callback, user_data);
}

void
ris3_atlas_undo_async (Ris3Atlas *self,
                       gint64 change_id,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Ris3AtlasJob *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  job = ris3_atlas_job_new (get_worker (self), RIS3_ATLAS_WORK_UNDO);
  job->change_id = change_id;
  push (self, job, cancellable, callback, user_data);
}

void
ris3_atlas_redo_async (Ris3Atlas *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RIS3_IS_ATLAS (self));
  push (self, ris3_atlas_job_new (get_worker (self), RIS3_ATLAS_WORK_REDO), cancellable, callback, user_data);
}

Ris3EditResult *
ris3_atlas_edit_finish (Ris3Atlas *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_atlas_edit_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ris3_atlas_set_keeps_backups (Ris3Atlas *self, gboolean keeps_backups)
{
  g_return_if_fail (RIS3_IS_ATLAS (self));
  self->keeps_backups = keeps_backups;
}

void
ris3_atlas_copy_async (Ris3Atlas *self,
                       const char *to_path,
                       gboolean replace,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Ris3AtlasJob *job;

  g_return_if_fail (RIS3_IS_ATLAS (self) && to_path != NULL);
  job = ris3_atlas_job_new (get_worker (self), RIS3_ATLAS_WORK_COPY);
  job->to_path = g_strdup (to_path);
  job->replace = replace;
  g_atomic_int_set (&self->worker->progress, 0);
  push (self, job, cancellable, callback, user_data);
}

gboolean
ris3_atlas_copy_finish (Ris3Atlas *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_atlas_copy_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

double
ris3_atlas_get_copy_progress (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), 0);
  return self->worker != NULL ? g_atomic_int_get (&self->worker->progress) / 1000.0 : 0;
}

void
ris3_atlas_set_actor (Ris3Atlas *self, const char *actor, const char *const *former)
{
  static const char *const none[] = { NULL };
  const char *const *before;
  Ris3AtlasJob *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  before = self->former_actors != NULL ? (const char *const *) self->former_actors : none;
  if (g_strcmp0 (self->actor, actor) == 0 && g_strv_equal (before, former != NULL ? former : none))
    return;
  g_free (self->actor);
  self->actor = g_strdup (actor);
  g_strfreev (self->former_actors);
  self->former_actors = g_strdupv ((char **) former);
  if (self->worker == NULL)
    return;
  /* Other edits are undone now. */
  job = ris3_atlas_job_new (self->worker, RIS3_ATLAS_WORK_TITLES);
  set_actors (self, job);
  g_async_queue_push (self->worker->queue, job);
}

const char *
ris3_atlas_get_undo_title (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return self->undo_title;
}

const char *
ris3_atlas_get_redo_title (Ris3Atlas *self)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return self->redo_title;
}

void
ris3_atlas_watch (Ris3Atlas *self)
{
  Ris3AtlasJob *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  job = ris3_atlas_job_new (get_worker (self), RIS3_ATLAS_WORK_WATCH);
  set_actors (self, job);
  g_async_queue_push (self->worker->queue, job);
}

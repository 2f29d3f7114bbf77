/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-worker-private.h"

#include "model/ris3-editor-private.h"

/* Asking whether the file has changed reads one page. */
#define POLL_INTERVAL (400 * G_TIME_SPAN_MILLISECOND)
/* How long a window waits for the thread when it closes the atlas. What is cancelled ends at once; but who reads from a
 * share that is gone may wait for minutes, and is left to itself. */
#define END_PATIENCE (2 * G_TIME_SPAN_SECOND)

static void
worker_unref (Ris3AtlasWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_async_queue_unref (self->queue);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->atlas);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_object_unref (self->end);
  g_clear_pointer (&self->forest, ris3_forest_unref);
  g_free (self->path);
  g_free (self);
}

Ris3AtlasJob *
ris3_atlas_job_new (Ris3AtlasWorker *worker, Ris3AtlasWork kind)
{
  Ris3AtlasJob *job = g_new0 (Ris3AtlasJob, 1);

  g_atomic_ref_count_inc (&worker->references);
  job->worker = worker;
  job->kind = kind;
  return job;
}

void
ris3_atlas_job_free (gpointer data)
{
  Ris3AtlasJob *job = data;

  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->edit, ris3_edit_unref);
  g_clear_pointer (&job->result, ris3_edit_result_free);
  g_clear_pointer (&job->changes, ris3_changes_unref);
  g_clear_error (&job->error);
  g_clear_error (&job->backup_error);
  g_free (job->actor);
  g_strfreev (job->former_actors);
  g_free (job->to_path);
  g_free (job->undo_title);
  g_free (job->redo_title);
  worker_unref (job->worker);
  g_free (job);
}

/* On the thread of the worker. */

static void
hand_back (Ris3AtlasJob *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, job->worker->on_worked, job, NULL);
  g_source_attach (source, job->worker->context);
}

typedef struct
{
  Ris3AtlasWorker *worker;
  Ris3Editor *editor;
  char *actor;
  char **former_actors; /* NULL: none */
  char *trouble;        /* what was told last */
  gboolean is_watching;
} Desk;

static gboolean
sit_down (Desk *desk, GError **error)
{
  if (desk->worker->forest != NULL && !ris3_forest_wait (desk->worker->forest, error))
    return FALSE;
  if (desk->editor == NULL)
    {
      desk->editor = ris3_editor_open (desk->worker->path, desk->actor, error);
      if (desk->editor == NULL)
        return FALSE;
      /* What was written between the loading and this has still to be told. */
      ris3_editor_set_known (desk->editor, desk->worker->last_change);
    }
  ris3_editor_set_actor (desk->editor, desk->actor);
  ris3_editor_set_undo_actor (desk->editor, ris3_editor_get_actor (desk->editor));
  /* Whoever sets a name has edited under the account's before. */
  ris3_editor_add_undo_actor (desk->editor, ris3_editor_get_account ());
  for (guint i = 0; desk->former_actors != NULL && desk->former_actors[i] != NULL; i++)
    ris3_editor_add_undo_actor (desk->editor, desk->former_actors[i]);
  return TRUE;
}

/* What has changed, and what undo would do now. */
static void
look (Desk *desk, Ris3AtlasJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Changes) changes = NULL;

  changes = ris3_editor_collect_changes (desk->editor, &job->is_all, &error);
  if (changes != NULL && ris3_changes_get_length (changes) > 0)
    job->changes = g_steal_pointer (&changes);
  if (error == NULL
      && (job->changes != NULL || job->kind == RIS3_ATLAS_WORK_WATCH || job->kind == RIS3_ATLAS_WORK_TITLES))
    job->has_titles = ris3_editor_get_undo_titles (desk->editor, &job->undo_title, &job->redo_title, &error);
  if (job->error == NULL && job->result == NULL && !job->is_copied)
    job->error = g_steal_pointer (&error);
}

static void
work (Desk *desk, Ris3AtlasJob *job)
{
  g_free (desk->actor);
  desk->actor = g_strdup (job->actor);
  g_strfreev (desk->former_actors);
  desk->former_actors = g_strdupv (job->former_actors);
  /* It begins even if the file cannot be read now. */
  if (job->kind == RIS3_ATLAS_WORK_WATCH)
    desk->is_watching = TRUE;
  if (!sit_down (desk, &job->error))
    {
      if (job->kind == RIS3_ATLAS_WORK_WATCH)
        {
          g_free (desk->trouble);
          desk->trouble = g_strdup (job->error->message);
        }
      return;
    }
  ris3_editor_set_cancellable (desk->editor, job->cancellable);
  ris3_editor_set_keeps_backups (desk->editor, job->keeps_backups);
  switch (job->kind)
    {
    case RIS3_ATLAS_WORK_EDIT:
      {
        g_autoptr (GPtrArray) results = ris3_editor_apply (desk->editor, &job->edit, 1, job->flags, NULL, &job->error);

        if (results != NULL)
          job->result = g_ptr_array_steal_index (results, 0);
        break;
      }
    case RIS3_ATLAS_WORK_UNDO:
      job->result = ris3_editor_undo (desk->editor, job->change_id, &job->error);
      break;
    case RIS3_ATLAS_WORK_REDO:
      job->result = ris3_editor_redo (desk->editor, &job->error);
      break;
    case RIS3_ATLAS_WORK_COPY:
      job->is_copied
          = ris3_editor_copy (desk->editor, job->to_path, job->replace, &desk->worker->progress, &job->error);
      break;
    case RIS3_ATLAS_WORK_WATCH:
      desk->is_watching = TRUE;
      break;
    case RIS3_ATLAS_WORK_TITLES:
    case RIS3_ATLAS_WORK_READ:
    case RIS3_ATLAS_WORK_QUIT:
    default:
      break;
    }
  job->backup_error = ris3_editor_take_backup_error (desk->editor);
  /* What is done is told. */
  ris3_editor_set_cancellable (desk->editor, desk->worker->end);
  look (desk, job);
}

/* On the connection that knows the file already: opening another one takes longer than to read an edit's rows. */
static void
read_rows (Desk *desk, Ris3AtlasJob *job)
{
  Ris3AtlasWorker *self = desk->worker;
  gboolean ok;

  if (desk->editor != NULL)
    ris3_editor_set_cancellable (desk->editor, job->cancellable != NULL ? job->cancellable : self->end);
  ok = (desk->editor != NULL && ris3_editor_read (desk->editor, job->read, job->read_data, NULL))
       || ris3_connection_read_file (self->path, self->read_only, job->cancellable, job->read, job->read_data,
                                     &job->error);
  if (ok)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  ris3_atlas_job_free (job);
}

static void
poll (Desk *desk)
{
  Ris3AtlasJob *job = ris3_atlas_job_new (desk->worker, RIS3_ATLAS_WORK_EDIT);
  gboolean is_news;

  if (sit_down (desk, &job->error))
    {
      ris3_editor_set_cancellable (desk->editor, desk->worker->end);
      look (desk, job);
    }
  job->is_found = job->error == NULL && desk->trouble != NULL;
  is_news = job->changes != NULL || job->is_found
            || (job->error != NULL && g_strcmp0 (job->error->message, desk->trouble) != 0);
  g_free (desk->trouble);
  desk->trouble = job->error != NULL ? g_strdup (job->error->message) : NULL;
  if (is_news)
    hand_back (job);
  else
    ris3_atlas_job_free (job);
}

static gpointer
run (gpointer data)
{
  Ris3AtlasWorker *self = data;
  Desk desk = { self };

  while (TRUE)
    {
      Ris3AtlasJob *job
          = desk.is_watching ? g_async_queue_timeout_pop (self->queue, POLL_INTERVAL) : g_async_queue_pop (self->queue);

      if (job == NULL)
        {
          poll (&desk);
          continue;
        }
      if (job->kind == RIS3_ATLAS_WORK_QUIT)
        {
          ris3_atlas_job_free (job);
          break;
        }
      if (job->kind == RIS3_ATLAS_WORK_READ)
        {
          read_rows (&desk, job);
          continue;
        }
      work (&desk, job);
      hand_back (job);
    }
  g_clear_pointer (&desk.editor, ris3_editor_free);
  g_free (desk.actor);
  g_strfreev (desk.former_actors);
  g_free (desk.trouble);
  g_mutex_lock (&self->mutex);
  self->has_ended = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  worker_unref (self);
  return NULL;
}

/* On the thread of the views. */

Ris3AtlasWorker *
ris3_atlas_worker_new (Ris3Atlas *atlas, GSourceFunc on_worked)
{
  Ris3AtlasWorker *worker = g_new0 (Ris3AtlasWorker, 1);

  g_atomic_ref_count_init (&worker->references);
  worker->queue = g_async_queue_new ();
  worker->context = g_main_context_ref_thread_default ();
  worker->end = g_cancellable_new ();
  worker->path = g_strdup (atlas->path);
  worker->read_only = atlas->read_only;
  worker->last_change = atlas->last_change;
  worker->forest = atlas->forest != NULL ? ris3_forest_ref (atlas->forest) : NULL;
  g_weak_ref_init (&worker->atlas, atlas);
  worker->on_worked = on_worked;
  g_mutex_init (&worker->mutex);
  g_cond_init (&worker->cond);
  g_atomic_ref_count_inc (&worker->references);
  worker->thread = g_thread_new ("ris3-atlas-edit", run, worker);
  return worker;
}

void
ris3_atlas_worker_end (Ris3AtlasWorker *self)
{
  gint64 end = g_get_monotonic_time () + END_PATIENCE;
  gboolean has_ended;

  /* Nobody waits for anything: a task would keep the atlas alive. */
  g_cancellable_cancel (self->end);
  g_async_queue_push (self->queue, ris3_atlas_job_new (self, RIS3_ATLAS_WORK_QUIT));
  g_mutex_lock (&self->mutex);
  while (!self->has_ended && g_cond_wait_until (&self->cond, &self->mutex, end))
    ;
  has_ended = self->has_ended;
  g_mutex_unlock (&self->mutex);
  if (has_ended)
    g_thread_join (self->thread);
  else
    g_thread_unref (self->thread);
  worker_unref (self);
}

gboolean
ris3_atlas_worker_read (Ris3AtlasWorker *self, GTask *task, Ris3TransactionFunc func, gpointer user_data)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Ris3AtlasJob *job;

  if (self == NULL)
    return FALSE;
  job = ris3_atlas_job_new (self, RIS3_ATLAS_WORK_READ);
  job->task = g_object_ref (task);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->read = func;
  job->read_data = user_data;
  /* The view shows an edit before the next one is made. */
  g_async_queue_push_front (self->queue, job);
  return TRUE;
}

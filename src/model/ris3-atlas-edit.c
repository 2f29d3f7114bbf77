/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The thread on which an open atlas is edited and watched. */

#include "config.h"

#include "model/ris3-atlas-edit.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-private.h"
#include "model/ris3-editor-private.h"

/* Asking whether the file has changed reads one page. */
#define POLL_INTERVAL (400 * G_TIME_SPAN_MILLISECOND)
/* How long a window waits for the thread when it closes the atlas. What is cancelled ends at once; but who reads from a
 * share that is gone may wait for minutes, and is left to itself. */
#define END_PATIENCE (2 * G_TIME_SPAN_SECOND)

typedef enum
{
  WORK_EDIT,
  WORK_UNDO,
  WORK_REDO,
  WORK_COPY,
  WORK_WATCH, /* begins it */
  WORK_TITLES,
  WORK_READ,
  WORK_QUIT,
} Kind;

/* Goes to the thread and comes back. The thread never holds the last reference to the atlas, as it would end itself. */
typedef struct
{
  Ris3AtlasWorker *worker;
  Kind kind;
  GTask *task; /* NULL: nobody waits for it */
  GCancellable *cancellable;
  Ris3Edit *edit;
  Ris3EditorFlags flags;
  gint64 change_id;
  char *actor;
  char **former_actors;
  gboolean keeps_backups;
  char *to_path; /* of a copy */
  gboolean replace;
  Ris3TransactionFunc read;
  gpointer read_data;

  Ris3EditResult *result;
  Ris3Changes *changes; /* NULL: none */
  gboolean is_all;      /* they are all rows that there are */
  gboolean has_titles;
  char *undo_title;
  char *redo_title;
  gboolean is_copied;
  gboolean is_found; /* what was lost can be read again */
  GError *backup_error;
  GError *error;
} Job;

struct _Ris3AtlasWorker
{
  gatomicrefcount references;
  GAsyncQueue *queue; /* of Job */
  GThread *thread;
  GMainContext *context; /* of the views */
  GWeakRef atlas;
  GCancellable *end; /* of the thread */
  char *path;
  gboolean read_only;
  Ris3Forest *forest; /* that is filled once the file has been checked; NULL: it has been */
  gint64 last_change; /* that the atlas was loaded with */
  gint progress;      /* of a copy, in thousandths; atomic */
  GMutex mutex;
  GCond cond;
  gboolean has_ended; /* guarded by mutex */
};

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

static Job *
job_new (Ris3AtlasWorker *worker, Kind kind)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_inc (&worker->references);
  job->worker = worker;
  job->kind = kind;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

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

/* On the thread of the views. */

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
complete (Ris3Atlas *self, Job *job)
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
  else if (job->kind == WORK_COPY)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), (GDestroyNotify) ris3_edit_result_free);
  job_free (job);
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
  Job *job = user_data;
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
  Job *job = user_data;
  g_autoptr (Ris3Atlas) self = g_weak_ref_get (&job->worker->atlas);

  if (self == NULL)
    job_free (job);
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

/* On the thread of the worker. */

static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_worked, job, NULL);
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
look (Desk *desk, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Changes) changes = NULL;

  changes = ris3_editor_collect_changes (desk->editor, &job->is_all, &error);
  if (changes != NULL && ris3_changes_get_length (changes) > 0)
    job->changes = g_steal_pointer (&changes);
  if (error == NULL && (job->changes != NULL || job->kind == WORK_WATCH || job->kind == WORK_TITLES))
    job->has_titles = ris3_editor_get_undo_titles (desk->editor, &job->undo_title, &job->redo_title, &error);
  if (job->error == NULL && job->result == NULL && !job->is_copied)
    job->error = g_steal_pointer (&error);
}

static void
work (Desk *desk, Job *job)
{
  g_free (desk->actor);
  desk->actor = g_strdup (job->actor);
  g_strfreev (desk->former_actors);
  desk->former_actors = g_strdupv (job->former_actors);
  /* It begins even if the file cannot be read now. */
  if (job->kind == WORK_WATCH)
    desk->is_watching = TRUE;
  if (!sit_down (desk, &job->error))
    {
      if (job->kind == WORK_WATCH)
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
    case WORK_EDIT:
      {
        g_autoptr (GPtrArray) results = ris3_editor_apply (desk->editor, &job->edit, 1, job->flags, NULL, &job->error);

        if (results != NULL)
          job->result = g_ptr_array_steal_index (results, 0);
        break;
      }
    case WORK_UNDO:
      job->result = ris3_editor_undo (desk->editor, job->change_id, &job->error);
      break;
    case WORK_REDO:
      job->result = ris3_editor_redo (desk->editor, &job->error);
      break;
    case WORK_COPY:
      job->is_copied
          = ris3_editor_copy (desk->editor, job->to_path, job->replace, &desk->worker->progress, &job->error);
      break;
    case WORK_WATCH:
      desk->is_watching = TRUE;
      break;
    case WORK_TITLES:
    case WORK_READ:
    case WORK_QUIT:
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
read_rows (Desk *desk, Job *job)
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
  job_free (job);
}

static void
poll (Desk *desk)
{
  Job *job = job_new (desk->worker, WORK_EDIT);
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
    job_free (job);
}

static gpointer
run (gpointer data)
{
  Ris3AtlasWorker *self = data;
  Desk desk = { self };

  while (TRUE)
    {
      Job *job
          = desk.is_watching ? g_async_queue_timeout_pop (self->queue, POLL_INTERVAL) : g_async_queue_pop (self->queue);

      if (job == NULL)
        {
          poll (&desk);
          continue;
        }
      if (job->kind == WORK_QUIT)
        {
          job_free (job);
          break;
        }
      if (job->kind == WORK_READ)
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

static Ris3AtlasWorker *
get_worker (Ris3Atlas *self)
{
  Ris3AtlasWorker *worker = self->worker;

  if (worker != NULL)
    return worker;
  worker = g_new0 (Ris3AtlasWorker, 1);
  g_atomic_ref_count_init (&worker->references);
  worker->queue = g_async_queue_new ();
  worker->context = g_main_context_ref_thread_default ();
  worker->end = g_cancellable_new ();
  worker->path = g_strdup (self->path);
  worker->read_only = self->read_only;
  worker->last_change = self->last_change;
  worker->forest = self->forest != NULL ? ris3_forest_ref (self->forest) : NULL;
  g_weak_ref_init (&worker->atlas, self);
  g_mutex_init (&worker->mutex);
  g_cond_init (&worker->cond);
  g_atomic_ref_count_inc (&worker->references);
  worker->thread = g_thread_new ("ris3-atlas-edit", run, worker);
  self->worker = worker;
  return worker;
}

void
ris3_atlas_worker_end (Ris3AtlasWorker *self)
{
  gint64 end = g_get_monotonic_time () + END_PATIENCE;
  gboolean has_ended;

  /* Nobody waits for anything: a task would keep the atlas alive. */
  g_cancellable_cancel (self->end);
  g_async_queue_push (self->queue, job_new (self, WORK_QUIT));
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
  Job *job;

  if (self == NULL)
    return FALSE;
  job = job_new (self, WORK_READ);
  job->task = g_object_ref (task);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->read = func;
  job->read_data = user_data;
  /* The view shows an edit before the next one is made. */
  g_async_queue_push_front (self->queue, job);
  return TRUE;
}

static void
set_actors (Ris3Atlas *self, Job *job)
{
  job->actor = g_strdup (self->actor);
  job->former_actors = g_strdupv (self->former_actors);
}

static void
push (Ris3Atlas *self, Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task,
                         job->kind == WORK_COPY ? (gpointer) ris3_atlas_copy_async : (gpointer) ris3_atlas_edit_async);
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
  Job *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  g_return_if_fail (edit != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = job_new (get_worker (self), WORK_EDIT);
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
  Job *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  job = job_new (get_worker (self), WORK_UNDO);
  job->change_id = change_id;
  push (self, job, cancellable, callback, user_data);
}

void
ris3_atlas_redo_async (Ris3Atlas *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RIS3_IS_ATLAS (self));
  push (self, job_new (get_worker (self), WORK_REDO), cancellable, callback, user_data);
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
  Job *job;

  g_return_if_fail (RIS3_IS_ATLAS (self) && to_path != NULL);
  job = job_new (get_worker (self), WORK_COPY);
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
  Job *job;

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
  job = job_new (self->worker, WORK_TITLES);
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
  Job *job;

  g_return_if_fail (RIS3_IS_ATLAS (self));
  job = job_new (get_worker (self), WORK_WATCH);
  set_actors (self, job);
  g_async_queue_push (self->worker->queue, job);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-files-job.h"

struct _Ris3FilesJob
{
  const Ris3FilesWriter *writer;
  gpointer data;
  GPtrArray *names;
  GPtrArray *existing; /* of the names */
  gboolean is_listed;
  gboolean skips;
  guint n_written;
  guint n_skipped;
  GPtrArray *failures;
  gint n_done;     /* atomic */
  gint is_stopped; /* atomic */
};

static GPtrArray *
new_strings (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

Ris3FilesJob *
ris3_files_job_new (const Ris3FilesWriter *writer, gpointer data)
{
  Ris3FilesJob *self;

  g_return_val_if_fail (writer != NULL && data != NULL, NULL);
  self = g_atomic_rc_box_new0 (Ris3FilesJob);
  self->writer = writer;
  self->data = data;
  self->names = new_strings ();
  self->existing = new_strings ();
  self->failures = new_strings ();
  return self;
}

static void
clear (gpointer data)
{
  Ris3FilesJob *self = data;

  self->writer->free (self->data);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->existing);
  g_ptr_array_unref (self->failures);
}

Ris3FilesJob *
ris3_files_job_ref (Ris3FilesJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ris3_files_job_unref (Ris3FilesJob *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gpointer
ris3_files_job_get_data (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->data;
}

static void
run (Ris3FilesJob *self, gpointer source, GTaskThreadFunc function, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, ris3_files_job_ref (self), (GDestroyNotify) ris3_files_job_unref);
  g_task_run_in_thread (task, function);
}

void
ris3_files_job_add (Ris3FilesJob *self, char *name)
{
  g_return_if_fail (self != NULL && name != NULL);
  g_ptr_array_add (self->names, name);
  if (self->writer->exists (self->data, self->names->len - 1))
    g_ptr_array_add (self->existing, g_strdup (name));
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ris3FilesJob *self = data;
  GError *error = NULL;

  if (!self->writer->list (self, self->data, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (self->names, NULL);
  g_ptr_array_add (self->existing, NULL);
  self->is_listed = TRUE;
  g_task_return_boolean (task, TRUE);
}

void
ris3_files_job_list_async (Ris3FilesJob *self, gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (self != NULL);
  self->is_listed = FALSE;
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->existing, 0);
  run (self, source, list_in_thread, callback, user_data);
}

gboolean
ris3_files_job_list_finish (Ris3FilesJob *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
ris3_files_job_get_n_files (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->is_listed ? self->names->len - 1 : 0;
}

const char *const *
ris3_files_job_get_names (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->is_listed ? (const char *const *) self->names->pdata : NULL;
}

const char *const *
ris3_files_job_get_existing (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL && self->is_listed, NULL);
  return (const char *const *) self->existing->pdata;
}

static void
write_file (Ris3FilesJob *self, guint position)
{
  gboolean (*keeps) (gpointer, guint) = self->writer->keeps != NULL ? self->writer->keeps : self->writer->exists;
  g_autoptr (GError) error = NULL;

  if (self->skips && keeps (self->data, position))
    self->n_skipped++;
  else if (self->writer->write (self, self->data, position, &error))
    self->n_written++;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_ptr_array_add (self->failures, g_strdup (error->message));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ris3FilesJob *self = data;

  for (guint i = 0; i < ris3_files_job_get_n_files (self) && !ris3_files_job_is_stopped (self); i++)
    {
      write_file (self, i);
      g_atomic_int_set (&self->n_done, (gint) i + 1);
    }
  g_ptr_array_add (self->failures, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ris3_files_job_write_async (Ris3FilesJob *self,
                            gboolean skips,
                            gpointer source,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (self != NULL && self->is_listed);
  self->skips = skips;
  self->n_written = self->n_skipped = 0;
  g_ptr_array_set_size (self->failures, 0);
  g_atomic_int_set (&self->n_done, 0);
  g_atomic_int_set (&self->is_stopped, FALSE);
  run (self, source, write_in_thread, callback, user_data);
}

void
ris3_files_job_write_finish (Ris3FilesJob *self, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

gboolean
ris3_files_job_skips (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->skips;
}

void
ris3_files_job_stop (Ris3FilesJob *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_int_set (&self->is_stopped, TRUE);
}

gboolean
ris3_files_job_is_stopped (Ris3FilesJob *self)
{
  return g_atomic_int_get (&self->is_stopped);
}

guint
ris3_files_job_get_n_done (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (guint) g_atomic_int_get (&self->n_done);
}

guint
ris3_files_job_get_n_written (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_written;
}

guint
ris3_files_job_get_n_skipped (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_skipped;
}

guint
ris3_files_job_get_n_rest (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL && self->failures->len > 0, 0);
  return ris3_files_job_get_n_files (self) - self->n_written - self->n_skipped - (self->failures->len - 1);
}

const char *const *
ris3_files_job_get_failures (Ris3FilesJob *self)
{
  g_return_val_if_fail (self != NULL && self->failures->len > 0, NULL);
  return (const char *const *) self->failures->pdata;
}

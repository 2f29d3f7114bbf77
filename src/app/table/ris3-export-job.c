/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-export-job.h"

#include "report/ris3-page-inputs.h"

struct _Ris3ExportJob
{
  guint table;
  char **columns; /* NULL: all */
  Ris3ExportFlags flags;
  Ris3ExportFormat format;
  gboolean with_base;
  char *path;

  char *atlas_path;
  char *title;
  char *data_date;
  Ris3Classification *classification; /* of regions */
  Ris3ExportShown shown;              /* of which shown is a reference */
  char *filter;

  /* Atomic. */
  gint n_done;
  gint n_rows;
};

Ris3ExportJob *
ris3_export_job_new (Ris3Session *session,
                     guint table,
                     const char *const *columns,
                     Ris3ExportFlags flags,
                     Ris3ExportFormat format,
                     gboolean with_base,
                     const char *path)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (session);
  Ris3Classification *classification = ris3_session_get_classification (session);
  Ris3ExportJob *self = g_atomic_rc_box_new0 (Ris3ExportJob);

  self->table = table;
  self->columns = g_strdupv ((char **) columns);
  self->flags = flags;
  self->format = format;
  self->with_base = with_base;
  self->path = g_strdup (path);
  self->atlas_path = g_strdup (ris3_atlas_get_path (atlas));
  self->title = g_strdup (ris3_atlas_get_title (atlas));
  self->data_date = g_strdup (ris3_atlas_get_data_date (atlas));
  self->classification = classification != NULL ? ris3_classification_ref (classification) : NULL;
  return self;
}

static void
clear (gpointer data)
{
  Ris3ExportJob *self = data;

  g_strfreev (self->columns);
  g_free (self->path);
  g_free (self->atlas_path);
  g_free (self->title);
  g_free (self->data_date);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  if (self->shown.shown != NULL)
    self->shown.unref (self->shown.shown);
  g_free (self->filter);
}

void
ris3_export_job_set_shown (Ris3ExportJob *self, const Ris3ExportShown *shown)
{
  self->shown = *shown;
  self->shown.shown = shown->ref (shown->shown);
  self->filter = g_strdup (shown->filter);
}

Ris3ExportJob *
ris3_export_job_ref (Ris3ExportJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ris3_export_job_unref (Ris3ExportJob *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
ris3_export_job_get_path (Ris3ExportJob *self)
{
  return self->path;
}

guint
ris3_export_job_get_progress (Ris3ExportJob *self, guint *n_rows)
{
  *n_rows = (guint) g_atomic_int_get (&self->n_rows);
  return (guint) g_atomic_int_get (&self->n_done);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Ris3ExportJob *self = task_data;
  const Ris3ExportBase base = { .title = self->title, .data_date = self->data_date, .filter = self->filter };
  const char *const *columns = (const char *const *) self->columns;
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];
  guint n_inputs = ris3_page_inputs_list (self->atlas_path, NULL, inputs);
  g_autoptr (Ris3Export) export = NULL;
  GError *error = NULL;

  if (self->table == RIS3_EXPORT_JOB_SHOWN)
    export = self->shown.make (self->shown.shown, &base, cancellable, &error);
  else if (self->table == RIS3_EXPORT_JOB_REGIONS)
    export = ris3_export_new_regions (self->classification, &base, columns, &error);
  else
    export
        = ris3_export_new_table (self->atlas_path, self->table, &base, NULL, columns, self->flags, cancellable, &error);
  if (export != NULL)
    g_atomic_int_set (&self->n_rows, (gint) ris3_export_get_n_rows (export));
  if (export != NULL
      && ris3_export_write (export, self->format, self->path, self->with_base, inputs, n_inputs, &self->n_done,
                            cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ris3_export_job_run_async (Ris3ExportJob *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (self != NULL);
  g_task_set_source_tag (task, ris3_export_job_run_async);
  /* What is written counts as done, even if it was cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, ris3_export_job_ref (self), (GDestroyNotify) ris3_export_job_unref);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
ris3_export_job_run_finish (Ris3ExportJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

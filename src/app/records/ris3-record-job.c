/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-job.h"

typedef struct
{
  Ris3RecordWish wish; /* whose pointers are references here */
  char *atlas_path;
  GArray *changes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->wish.choice.filter, ris3_filter_result_unref);
  g_clear_pointer (&job->wish.shown, ris3_record_order_unref);
  g_clear_pointer (&job->wish.data, ris3_record_data_unref);
  g_clear_pointer (&job->wish.classification, ris3_classification_unref);
  g_clear_pointer (&job->wish.second, ris3_classification_unref);
  g_clear_pointer (&job->wish.themes, g_ptr_array_unref);
  g_clear_pointer (&job->wish.rows, ris3_exchange_rows_unref);
  g_clear_pointer (&job->changes, g_array_unref);
  g_free (job->atlas_path);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  Ris3RecordWish *wish = &job->wish;
  g_autoptr (Ris3RecordOrder) order = NULL;
  GError *error = NULL;

  if (wish->data == NULL)
    wish->data = ris3_record_data_new (wish->records, wish->classification, wish->second, job->atlas_path, wish->themes,
                                       wish->rows, cancellable, &error);
  if (wish->data == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  order = ris3_record_order_new (wish->data, &wish->choice, wish->column, wish->descending);
  job->changes = ris3_record_changes_new (wish->shown, order);
  g_task_return_pointer (task, g_steal_pointer (&order), (GDestroyNotify) ris3_record_order_unref);
}

void
ris3_record_job_run_async (const Ris3RecordWish *wish,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, ris3_record_job_run_async);
  job->wish = *wish;
  job->atlas_path = g_strdup (wish->atlas_path);
  if (wish->choice.filter != NULL)
    ris3_filter_result_ref (wish->choice.filter);
  if (wish->shown != NULL)
    ris3_record_order_ref (wish->shown);
  if (wish->data != NULL)
    ris3_record_data_ref (wish->data);
  if (wish->classification != NULL)
    ris3_classification_ref (wish->classification);
  if (wish->second != NULL)
    ris3_classification_ref (wish->second);
  if (wish->themes != NULL)
    g_ptr_array_ref (wish->themes);
  if (wish->rows != NULL)
    ris3_exchange_rows_ref (wish->rows);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

Ris3RecordOrder *
ris3_record_job_run_finish (GAsyncResult *result, GArray **changes, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  Ris3RecordOrder *order = g_task_propagate_pointer (G_TASK (result), error);

  *changes = order != NULL ? g_steal_pointer (&job->changes) : NULL;
  return order;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-parallel.h"

typedef struct
{
  Ris3ParallelFunc func;
  gpointer user_data;
  guint n_chunks;
  gint next_chunk; /* atomic */
  GMutex mutex;
  GCond done;
  guint n_helpers; /* threads that have not finished, under mutex */
} Job;

static void
work (Job *job)
{
  for (;;)
    {
      guint chunk = (guint) g_atomic_int_add (&job->next_chunk, 1);

      if (chunk >= job->n_chunks)
        return;
      job->func (chunk, job->user_data);
    }
}

static void
help (gpointer data, gpointer unused)
{
  Job *job = data;

  work (job);
  g_mutex_lock (&job->mutex);
  if (--job->n_helpers == 0)
    g_cond_signal (&job->done);
  g_mutex_unlock (&job->mutex);
}

void
ris3_parallel_for (guint n_chunks, Ris3ParallelFunc func, gpointer user_data)
{
  static GThreadPool *pool;
  static gsize once;
  Job job = { .func = func, .user_data = user_data, .n_chunks = n_chunks };

  g_return_if_fail (func != NULL);
  if (g_once_init_enter (&once))
    {
      /* Not GTask's default thread pool, which may be full of waiting tasks. */
      pool = g_thread_pool_new (help, NULL, MAX (1, (gint) g_get_num_processors () - 1), FALSE, NULL);
      g_once_init_leave (&once, 1);
    }

  g_mutex_init (&job.mutex);
  g_cond_init (&job.done);
  job.n_helpers = MIN (g_get_num_processors (), n_chunks);
  job.n_helpers -= job.n_helpers > 0;
  for (guint i = job.n_helpers; i > 0; i--)
    g_thread_pool_push (pool, &job, NULL);

  work (&job);

  g_mutex_lock (&job.mutex);
  while (job.n_helpers > 0)
    g_cond_wait (&job.done, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_cond_clear (&job.done);
  g_mutex_clear (&job.mutex);
}

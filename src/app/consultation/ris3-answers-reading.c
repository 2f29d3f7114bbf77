/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-answers-reading.h"

struct _Ris3AnswersReading
{
  char *atlas_path;
  char **paths;
  gint n_done; /* atomic */
};

Ris3AnswersReading *
ris3_answers_reading_new (Ris3Atlas *atlas, const char *const *paths)
{
  Ris3AnswersReading *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && paths != NULL, NULL);
  self = g_atomic_rc_box_new0 (Ris3AnswersReading);
  self->atlas_path = g_strdup (ris3_atlas_get_path (atlas));
  self->paths = g_strdupv ((char **) paths);
  return self;
}

static void
clear (gpointer data)
{
  Ris3AnswersReading *self = data;

  g_free (self->atlas_path);
  g_strfreev (self->paths);
}

Ris3AnswersReading *
ris3_answers_reading_ref (Ris3AnswersReading *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ris3_answers_reading_unref (Ris3AnswersReading *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
ris3_answers_reading_get_n_done (Ris3AnswersReading *self, guint *n_files)
{
  g_return_val_if_fail (self != NULL && n_files != NULL, 0);
  *n_files = g_strv_length (self->paths);
  return (guint) g_atomic_int_get (&self->n_done);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ris3AnswersReading *self = data;
  GError *error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (self->atlas_path, cancellable, &error);
  g_autoptr (Ris3PackAnswers) answers = atlas != NULL ? ris3_pack_answers_new (atlas) : NULL;

  for (guint i = 0; answers != NULL && self->paths[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &error))
        break;
      ris3_pack_answers_read (answers, self->paths[i]);
      g_atomic_int_inc (&self->n_done);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answers), (GDestroyNotify) ris3_pack_answers_free);
}

void
ris3_answers_reading_run_async (Ris3AnswersReading *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (self != NULL);
  g_task_set_task_data (task, ris3_answers_reading_ref (self), (GDestroyNotify) ris3_answers_reading_unref);
  g_task_run_in_thread (task, run_in_thread);
}

Ris3PackAnswers *
ris3_answers_reading_run_finish (Ris3AnswersReading *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-session-suggestions.h"

#include "app/ris3-program-data.h"

/* Of the folder, the list that is always there. */
#define ENGLISH "suggestions/en.csv"

/* The lists of the program, which stay until it ends. */
static Ris3Suggestions *
get_lists (GError **error)
{
  static GMutex mutex;
  static Ris3Suggestions *lists;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (lists == NULL)
    {
      g_autofree char *english = ris3_program_data (ENGLISH, error);
      g_autofree char *folder = english != NULL ? g_path_get_dirname (english) : NULL;

      if (folder != NULL)
        lists = ris3_suggestions_load (folder, error);
    }
  return lists;
}

static void
suggest_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GPtrArray *texts = task_data;
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GError *error = NULL;
  Ris3Suggestions *lists = get_lists (&error);

  if (lists == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < texts->len; i += 3)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      g_ptr_array_add (answers,
                       ris3_suggestions_find (lists, texts->pdata[i], texts->pdata[i + 1], texts->pdata[i + 2]));
    }
  g_task_return_pointer (task, g_steal_pointer (&answers), (GDestroyNotify) g_ptr_array_unref);
}

void
ris3_session_suggest_async (Ris3Session *self,
                            const Ris3SuggestionText *texts,
                            guint n_texts,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *copies; /* three a text */

  g_return_if_fail (RIS3_IS_SESSION (self));
  copies = g_ptr_array_new_full (3 * n_texts, g_free);
  for (guint i = 0; i < n_texts; i++)
    {
      g_ptr_array_add (copies, g_strdup (texts[i].original));
      g_ptr_array_add (copies, g_strdup (texts[i].language != NULL ? texts[i].language : ""));
      g_ptr_array_add (copies, g_strdup (texts[i].english));
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_session_suggest_async);
  g_task_set_task_data (task, copies, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, suggest_in_thread);
}

GPtrArray *
ris3_session_suggest_finish (Ris3Session *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_session_suggest_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

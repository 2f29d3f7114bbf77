/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-reader.h"

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Ris3Outline *outline = ris3_outline_new (task_data, -1, &error);

  if (outline != NULL)
    g_task_return_pointer (task, outline, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_outline_read_async (const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (text != NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_outline_read_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

Ris3Outline *
ris3_outline_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_outline_read_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

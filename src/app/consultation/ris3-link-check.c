/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-link-check.h"

typedef struct
{
  GPtrArray *attachments;
  const Ris3Attachment *one;
  guint64 max_size;
} Check;

static void
check_free (gpointer data)
{
  g_ptr_array_unref (((Check *) data)->attachments);
  g_free (data);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Check *check = data;
  GArray *states = g_array_new (FALSE, FALSE, sizeof (Ris3LinkState));

  for (guint i = 0; i < check->attachments->len; i++)
    {
      const Ris3Attachment *attachment = check->attachments->pdata[i];
      Ris3LinkState state = RIS3_LINK_UNKNOWN;

      if (*attachment->url != '\0' && (check->one == NULL || check->one == attachment))
        state = ris3_attachment_check_link (attachment, check->one == NULL ? check->max_size : 0, cancellable);
      g_array_append_val (states, state);
    }
  g_task_return_pointer (task, states, (GDestroyNotify) g_array_unref);
}

void
ris3_link_check_async (GPtrArray *attachments,
                       const Ris3Attachment *one,
                       guint64 max_size,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->attachments = g_ptr_array_ref (attachments);
  check->one = one;
  check->max_size = max_size;
  g_task_set_source_tag (task, ris3_link_check_async);
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, check_in_thread);
}

GArray *
ris3_link_check_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_link_check_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

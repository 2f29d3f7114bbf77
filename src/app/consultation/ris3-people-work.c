/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-people-work.h"

typedef struct
{
  char *path;
  Ris3Contact *contact;
  char *who;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_free (self->path);
  g_clear_pointer (&self->contact, ris3_contact_free);
  g_free (self->who);
  g_free (self);
}

static void
run (Ris3Atlas *atlas,
     Ris3Contact *contact,
     const char *who,
     GTaskThreadFunc function,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (atlas, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (ris3_atlas_get_path (atlas));
  work->contact = contact;
  work->who = g_strdup (who);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, function);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *contacts = ris3_contacts_read (((Work *) data)->path, NULL, &error);

  if (contacts != NULL)
    g_task_return_pointer (task, contacts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_people_read_async (Ris3Atlas *atlas, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RIS3_IS_ATLAS (atlas));
  run (atlas, NULL, NULL, read_in_thread, callback, user_data);
}

GPtrArray *
ris3_people_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (work->path, NULL, &error);
  gint64 id = editor != NULL ? ris3_editor_save_contact (editor, work->contact, &error) : 0;

  if (id != 0)
    g_task_return_pointer (task, g_memdup2 (&id, sizeof id), g_free);
  else
    g_task_return_error (task, error);
}

void
ris3_people_save_async (Ris3Atlas *atlas, Ris3Contact *contact, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RIS3_IS_ATLAS (atlas) && contact != NULL);
  run (atlas, contact, NULL, save_in_thread, callback, user_data);
}

gint64
ris3_people_save_finish (GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : 0;
}

static void
erase_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (work->path, NULL, &error);
  Ris3Erasure *erasure = editor != NULL ? ris3_editor_erase_person (editor, work->who, &error) : NULL;

  if (erasure != NULL)
    g_task_return_pointer (task, erasure, (GDestroyNotify) ris3_erasure_free);
  else
    g_task_return_error (task, error);
}

void
ris3_people_erase_async (Ris3Atlas *atlas, const char *who, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RIS3_IS_ATLAS (atlas) && who != NULL);
  run (atlas, NULL, who, erase_in_thread, callback, user_data);
}

Ris3Erasure *
ris3_people_erase_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

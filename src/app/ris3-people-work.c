/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-people-work.h"

typedef struct
{
  char *path;
  Ris3Contact *contact;
  char *who;
  gint64 request_id;
  GArray *contacts;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_free (self->path);
  g_clear_pointer (&self->contact, ris3_contact_free);
  g_free (self->who);
  g_clear_pointer (&self->contacts, g_array_unref);
  g_free (self);
}

/* Takes the work. */
static void
run (Ris3Atlas *atlas, Work *work, GTaskThreadFunc function, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (atlas, NULL, callback, user_data);

  work->path = g_strdup (ris3_atlas_get_path (atlas));
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
  run (atlas, g_new0 (Work, 1), read_in_thread, callback, user_data);
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
  Work *work;

  g_return_if_fail (RIS3_IS_ATLAS (atlas) && contact != NULL);
  work = g_new0 (Work, 1);
  work->contact = contact;
  run (atlas, work, save_in_thread, callback, user_data);
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
  Work *work;

  g_return_if_fail (RIS3_IS_ATLAS (atlas) && who != NULL);
  work = g_new0 (Work, 1);
  work->who = g_strdup (who);
  run (atlas, work, erase_in_thread, callback, user_data);
}

Ris3Erasure *
ris3_people_erase_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_asked_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *pairs = ris3_request_contacts_read (((Work *) data)->path, NULL, &error);

  if (pairs != NULL)
    g_task_return_pointer (task, pairs, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_people_read_asked_async (Ris3Atlas *atlas, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RIS3_IS_ATLAS (atlas));
  run (atlas, g_new0 (Work, 1), read_asked_in_thread, callback, user_data);
}

GArray *
ris3_people_read_asked_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_asked_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (work->path, NULL, &error);

  if (editor != NULL
      && ris3_editor_set_request_contacts (editor, work->request_id, (const gint64 *) (gpointer) work->contacts->data,
                                           work->contacts->len, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ris3_people_set_asked_async (Ris3Atlas *atlas,
                             gint64 request_id,
                             GArray *contacts,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Work *work;

  g_return_if_fail (RIS3_IS_ATLAS (atlas) && contacts != NULL);
  work = g_new0 (Work, 1);
  work->request_id = request_id;
  work->contacts = contacts;
  run (atlas, work, set_asked_in_thread, callback, user_data);
}

gboolean
ris3_people_set_asked_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of the open atlas, and what other programs do to it. */

#include "config.h"

#include "app/ris3-session-edit.h"

#include "app/ris3-session-private.h"

/* The second connection is opened when the first map has been drawn. */
#define WATCH_DELAY 500 /* ms */

gboolean
ris3_session_get_editing (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return self->editing;
}

void
ris3_session_set_editing (Ris3Session *self, gboolean editing)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  editing = editing && self->atlas != NULL && !ris3_atlas_get_read_only (self->atlas);
  if (self->editing == editing)
    return;
  self->editing = editing;
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[PROP_EDITING]);
}

static void
tell (Ris3Session *self, gpointer atlas, const Ris3EditResult *result)
{
  /* In an atlas that was opened meanwhile, it could not be undone. */
  if (result != NULL && result->change_id != 0 && atlas == self->atlas)
    g_signal_emit (self, _ris3_session_signals[SIGNAL_EDITED], 0, result);
}

static void
end_edit (Ris3Session *self)
{
  if (--self->n_edits == 0)
    g_signal_emit (self, _ris3_session_signals[SIGNAL_EDITS_DONE], 0);
}

static void
on_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Ris3Session *self = g_task_get_source_object (task);
  gboolean is_trial = GPOINTER_TO_INT (g_task_get_task_data (task));
  GError *error = NULL;
  Ris3EditResult *edit_result = ris3_atlas_edit_finish (RIS3_ATLAS (source), result, &error);

  if (edit_result != NULL && !is_trial)
    tell (self, source, edit_result);
  if (edit_result != NULL)
    g_task_return_pointer (task, edit_result, (GDestroyNotify) ris3_edit_result_free);
  else
    g_task_return_error (task, error);
  if (!is_trial)
    end_edit (self);
}

void
ris3_session_edit_async (Ris3Session *self,
                         Ris3Edit *edit,
                         Ris3EditorFlags flags,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RIS3_IS_SESSION (self) && edit != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_session_edit_async);
  g_task_set_task_data (task, GINT_TO_POINTER (flags & RIS3_EDITOR_TRY), NULL);
  /* What was made counts as done, even if it was cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->atlas != NULL)
    {
      self->n_edits += (flags & RIS3_EDITOR_TRY) == 0;
      ris3_atlas_edit_async (self->atlas, edit, flags, cancellable, on_edited_cb, task);
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No atlas is open");
      g_object_unref (task);
    }
}

Ris3EditResult *
ris3_session_edit_finish (Ris3Session *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_session_edit_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ris3_session_tell_failure (Ris3Session *self, const GError *error)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && error != NULL);
  g_signal_emit (self, _ris3_session_signals[SIGNAL_EDIT_FAILED], 0, error);
}

/* The end of an edit that nobody waits for. */
static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_atlas_edit_finish (RIS3_ATLAS (source), result, &error);

  if (error == NULL)
    tell (self, source, edit_result);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ris3_session_tell_failure (self, error);
  end_edit (self);
}

/* A text that nobody sees any more, with the session that it was written in. */
typedef struct
{
  Ris3Session *session;
  char *text;
} Text;

static void
on_text_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Text *text = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_atlas_edit_finish (RIS3_ATLAS (source), result, &error);

  if (error == NULL)
    tell (text->session, source, edit_result);
  else
    ris3_session_refuse_text (text->session, text->text, error);
  end_edit (text->session);
  g_object_unref (text->session);
  g_free (text->text);
  g_free (text);
}

void
ris3_session_edit_text (Ris3Session *self, Ris3Atlas *atlas, Ris3Edit *edit, const char *text)
{
  Text *data;

  g_return_if_fail (RIS3_IS_SESSION (self) && RIS3_IS_ATLAS (atlas) && edit != NULL && text != NULL);
  data = g_new0 (Text, 1);
  data->session = g_object_ref (self);
  data->text = g_strdup (text);
  self->n_edits++;
  ris3_atlas_edit_async (atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_text_done_cb, data);
}

void
ris3_session_refuse_text (Ris3Session *self, const char *text, const GError *error)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && text != NULL && error != NULL);
  g_signal_emit (self, _ris3_session_signals[SIGNAL_TEXT_REFUSED], 0, text, error);
}

void
ris3_session_show_added (Ris3Session *self, const char *table, gint64 id)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && table != NULL);
  g_signal_emit (self, _ris3_session_signals[SIGNAL_ADDED], 0, table, id);
}

gboolean
ris3_session_leave (Ris3Session *self, gboolean save)
{
  gboolean is_in_the_way = FALSE;

  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  g_signal_emit (self, _ris3_session_signals[SIGNAL_LEAVING], 0, save, &is_in_the_way);
  return is_in_the_way;
}

gboolean
ris3_session_is_saving (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return self->n_edits > 0;
}

void
ris3_session_edit (Ris3Session *self, Ris3Edit *edit)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && edit != NULL);
  if (self->atlas == NULL)
    return;
  self->n_edits++;
  ris3_atlas_edit_async (self->atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done_cb, g_object_ref (self));
}

void
ris3_session_undo (Ris3Session *self, gint64 change_id)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  if (self->atlas == NULL)
    return;
  self->n_edits++;
  ris3_atlas_undo_async (self->atlas, change_id, NULL, on_done_cb, g_object_ref (self));
}

void
ris3_session_redo (Ris3Session *self)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  if (self->atlas == NULL)
    return;
  self->n_edits++;
  ris3_atlas_redo_async (self->atlas, NULL, on_done_cb, g_object_ref (self));
}

void
ris3_session_set_person (Ris3Session *self, const char *person, const char *const *former)
{
  g_return_if_fail (RIS3_IS_SESSION (self));
  g_free (self->person);
  self->person = person != NULL && *person != '\0' ? g_strdup (person) : NULL;
  g_strfreev (self->former_persons);
  self->former_persons = g_strdupv ((char **) former);
  if (self->atlas != NULL)
    ris3_atlas_set_actor (self->atlas, self->person, (const char *const *) self->former_persons);
}

static gboolean
on_watch_cb (gpointer user_data)
{
  Ris3Session *self = user_data;

  self->watch_source = 0;
  if (self->atlas != NULL)
    ris3_atlas_watch (self->atlas);
  return G_SOURCE_REMOVE;
}

void
_ris3_session_begin_editing (Ris3Session *self)
{
  ris3_session_set_editing (self, FALSE);
  ris3_atlas_set_actor (self->atlas, self->person, (const char *const *) self->former_persons);
  g_clear_handle_id (&self->watch_source, g_source_remove);
  self->watch_source = g_timeout_add (WATCH_DELAY, on_watch_cb, self);
}

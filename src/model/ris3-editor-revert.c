/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo and redo. */

#include "config.h"

#include "model/ris3-editor-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-request-contacts-private.h"
#include "model/ris3-undo-private.h"

typedef struct
{
  Ris3Editor *editor;
  GPtrArray *results; /* of Ris3EditResult */
  gint64 id;          /* of the change to revert; 0: the one whose turn it is */
  gboolean redo;
} Work;

static gboolean
revert_one (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Work *work = user_data;
  Ris3Editor *self = work->editor;
  Ris3EditResult *result = g_new0 (Ris3EditResult, 1);
  g_autofree char *now = ris3_editor_get_now ();
  gint64 id = work->id;

  g_ptr_array_set_size (work->results, 0);
  g_ptr_array_add (work->results, result);
  if (id == 0 && !ris3_undo_find (connection, self->undo_actors, work->redo, &id, NULL, error))
    return FALSE;
  if (id == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_NOTHING, NULL, "%s",
                                work->redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return ris3_undo_perform (connection, self->references, id, self->actor, now, result, error)
         && _ris3_request_contacts_bring_back (self, error);
}

static gboolean
revert (Ris3Editor *self, gpointer data, GError **error)
{
  g_autoptr (GArray) asked
      = ris3_editor_check_writable (self, error) ? _ris3_request_contacts_list (self->connection, error) : NULL;
  gboolean ok = asked != NULL && ris3_editor_back_up (self, RIS3_BACKUP_DAILY, error)
                && ris3_connection_execute (self->connection, "PRAGMA foreign_keys = OFF", error)
                && ris3_connection_transaction (self->connection, revert_one, data, error);

  sqlite3_exec (ris3_connection_get_handle (self->connection), "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  if (ok)
    _ris3_request_contacts_keep (self, asked);
  return ok;
}

static Ris3EditResult *
revert_patiently (Ris3Editor *self, gint64 id, gboolean redo, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_result_free);
  Work work = { self, results, id, redo };
  gboolean ok;

  ok = ris3_editor_try (self, revert, &work, error);
  ris3_editor_release_memory (self);
  return ok ? g_ptr_array_steal_index (results, 0) : NULL;
}

Ris3EditResult *
ris3_editor_undo (Ris3Editor *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return revert_patiently (self, id, FALSE, error);
}

Ris3EditResult *
ris3_editor_redo (Ris3Editor *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return revert_patiently (self, 0, TRUE, error);
}

static gboolean
find_titles (Ris3Connection *connection, gpointer user_data, GError **error)
{
  char ***titles = user_data;
  Ris3Editor *self = (gpointer) titles[2];
  gint64 id;

  return ris3_undo_find (connection, self->undo_actors, FALSE, &id, titles[0], error)
         && ris3_undo_find (connection, self->undo_actors, TRUE, &id, titles[1], error);
}

static gboolean
read_titles (Ris3Editor *self, gpointer data, GError **error)
{
  return ris3_connection_read (self->connection, find_titles, data, error);
}

gboolean
ris3_editor_get_undo_titles (Ris3Editor *self, char **undo_title, char **redo_title, GError **error)
{
  gpointer data[] = { undo_title, redo_title, self };

  g_return_val_if_fail (self != NULL && undo_title != NULL && redo_title != NULL, FALSE);
  *undo_title = *redo_title = NULL;
  return ris3_editor_try (self, read_titles, data, error);
}

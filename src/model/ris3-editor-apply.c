/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The edits of one transaction, each with what a session has seen of it. */

#include "config.h"

#include "model/ris3-change-log-private.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-editor-private.h"
#include "model/ris3-request-contacts-private.h"
#include "model/ris3-text.h"

/* The longest name of an edit, in characters. */
#define MAX_TITLE 300

static int
is_wanted (void *user_data, const char *table)
{
  return ris3_change_log_is_recorded (table);
}

typedef struct
{
  Ris3Editor *editor;
  Ris3Edit *const *edits;
  guint n_edits;
  Ris3EditorFlags flags;
  guint *failed;
  GPtrArray *results; /* of Ris3EditResult */
  gboolean tried;     /* the transaction is rolled back because all is well */
} Work;

static gboolean
record (Ris3Editor *self,
        Ris3Edit *edit,
        sqlite3_session *session,
        const char *now,
        Ris3EditResult *result,
        GError **error)
{
  Ris3EditOutcome outcome = { 0 };
  g_auto (Ris3Changeset) changeset = { 0 };
  Ris3ChangeEntry entry = { self->actor, ris3_edit_get_kind (edit), NULL, now, 0 };
  gboolean ok = ris3_edit_perform (edit, self->connection, session, self->actor, now, &outcome, error);
  int code;

  if (ok)
    {
      code = sqlite3session_changeset (session, &changeset.size, &changeset.bytes);
      if (code != SQLITE_OK)
        {
          ris3_connection_set_error (self->connection, code, error);
          ok = FALSE;
        }
    }
  if (ok)
    {
      result->n_ids = outcome.ids->len;
      result->ids = (gint64 *) g_array_steal (outcome.ids, NULL);
      result->title = ris3_text_to_line (outcome.title != NULL ? outcome.title : "", MAX_TITLE);
      result->report = ris3_edit_dup_report (edit);
      entry.title = *result->title != '\0' ? result->title : entry.kind;
      ok = (changeset.size == 0 && outcome.inserted->len == 0)
           || ris3_change_log_add (self->connection, self->references, &entry, &changeset, outcome.inserted, 0,
                                   &result->change_id, error);
    }
  ris3_edit_outcome_clear (&outcome);
  return ok;
}

static gboolean
apply_one (Ris3Editor *self, Ris3Edit *edit, const char *now, Ris3EditResult *result, GError **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (ris3_connection_get_handle (self->connection), "main", &session);
  gboolean ok;

  if (code != SQLITE_OK || (code = sqlite3session_attach (session, NULL)) != SQLITE_OK)
    {
      ris3_connection_set_error (self->connection, code, error);
      if (session != NULL)
        sqlite3session_delete (session);
      return FALSE;
    }
  sqlite3session_table_filter (session, is_wanted, NULL);
  ok = record (self, edit, session, now, result, error);
  sqlite3session_delete (session);
  return ok;
}

static gboolean
apply_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Work *work = user_data;
  g_autofree char *now = ris3_editor_get_now ();

  g_ptr_array_set_size (work->results, 0);
  if (!ris3_connection_execute (connection, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; i < work->n_edits; i++)
    {
      Ris3EditResult *result = g_new0 (Ris3EditResult, 1);

      g_ptr_array_add (work->results, result);
      if (work->failed != NULL)
        *work->failed = i;
      if (!apply_one (work->editor, work->edits[i], now, result, error))
        return FALSE;
    }
  work->tried = (work->flags & RIS3_EDITOR_TRY) != 0;
  return !work->tried;
}

/* Requests go with their round; and a backup has others. */
static gboolean
may_delete_requests (const Work *work)
{
  for (guint i = 0; i < work->n_edits; i++)
    for (guint j = 0; j < work->edits[i]->steps->len; j++)
      {
        const Ris3EditStep *step = g_ptr_array_index (work->edits[i]->steps, j);

        if (step->verb == RIS3_VERB_BACKUP
            || (step->verb == RIS3_VERB_DELETE
                && (g_str_equal (step->table, "request") || g_str_equal (step->table, "consultation_round"))))
          return TRUE;
      }
  return FALSE;
}

static gboolean
apply_edits (Ris3Editor *self, gpointer data, GError **error)
{
  Work *work = data;
  gboolean is_try = (work->flags & RIS3_EDITOR_TRY) != 0;
  gboolean is_backup = work->n_edits == 1 && ris3_edit_is_backup (work->edits[0]);
  gboolean keeps = !is_try && may_delete_requests (work);
  g_autoptr (GArray) asked = NULL;
  gboolean ok;

  if (!ris3_editor_check_writable (self, error)
      || (keeps && (asked = _ris3_request_contacts_list (self->connection, error)) == NULL)
      || (!is_try && !ris3_editor_back_up (self, is_backup ? RIS3_BACKUP_BEFORE_RESTORE : RIS3_BACKUP_DAILY, error)))
    return FALSE;
  if (is_backup && !ris3_connection_execute (self->connection, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  ok = ris3_connection_transaction (self->connection, apply_all, work, error) || work->tried;
  sqlite3_exec (ris3_connection_get_handle (self->connection), "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  if (ok && keeps)
    _ris3_request_contacts_keep (self, asked);
  return ok;
}

GPtrArray *
ris3_editor_apply (Ris3Editor *self,
                   Ris3Edit *const *edits,
                   guint n_edits,
                   Ris3EditorFlags flags,
                   guint *failed,
                   GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_result_free);
  Work work = { self, edits, n_edits, flags, failed, results };
  gboolean ok;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (edits != NULL || n_edits == 0, NULL);

  ok = ris3_editor_try (self, apply_edits, &work, error);
  ris3_editor_release_memory (self);
  return ok ? g_steal_pointer (&results) : NULL;
}

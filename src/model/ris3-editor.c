/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-editor.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-backup-private.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-edit-private.h"
#include "model/ris3-editor-private.h"
#include "model/ris3-file-header-private.h"
#include "model/ris3-output-file.h"
#include "model/ris3-schema-private.h"
#include "model/ris3-text.h"
#include "model/ris3-undo-private.h"

/* How long another program may write before a person is asked to look at it. */
#define PATIENCE (60 * G_TIME_SPAN_SECOND)
/* How often a lock is asked for. Whoever writes one edit after another leaves it for a moment only, which SQLite's own
 * waiting, of up to 100 ms, would miss for ever. */
#define MAX_WAIT (4 * G_TIME_SPAN_MILLISECOND)
#define MAX_WAITS 200
/* The longest name of a person, and of an edit, in characters. */
#define MAX_ACTOR 100
#define MAX_TITLE 300
/* In KiB, negative: pages of one transaction that are written once, at its end, and not each time that SQLite's 2 MB
 * are full. */
#define CACHE_SIZE "-65536"
/* Of it, in bytes, what is kept afterwards. */
#define KEPT (4 * 1024 * 1024)

struct _Ris3Editor
{
  Ris3Connection *connection;
  Ris3References *references;
  GCancellable *cancellable;
  char *actor;
  char *undo_actors; /* as ris3_undo_find () has them */
  gboolean is_read_only;
  gboolean keeps_backups;
  int backup_day; /* the last one on which it was looked after: YYYYMMDD */
  GError *backup_error;
  Ris3FileId file; /* which file it was when it was opened */
  gint64 data_version;
  gint64 last_change; /* that was collected */
};

void
ris3_edit_result_free (Ris3EditResult *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->title);
  g_free (self->reverted);
  g_free (self->ids);
  g_free (self);
}

void
ris3_editor_free (Ris3Editor *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->connection, ris3_connection_close);
  g_clear_pointer (&self->references, ris3_references_free);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->backup_error);
  g_free (self->actor);
  g_free (self->undo_actors);
  g_free (self);
}

void
ris3_editor_set_cancellable (Ris3Editor *self, GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);
  g_set_object (&self->cancellable, cancellable);
  ris3_connection_set_cancellable (self->connection, cancellable);
}

/* As the history has it. */
static char *
to_name (const char *actor)
{
  return actor != NULL ? ris3_text_to_line (actor, MAX_ACTOR) : NULL;
}

const char *
ris3_editor_get_account (void)
{
  const char *account = g_get_real_name ();

  return g_strcmp0 (account, "Unknown") == 0 || g_strcmp0 (account, "") == 0 ? g_get_user_name () : account;
}

void
ris3_editor_set_actor (Ris3Editor *self, const char *actor)
{
  g_return_if_fail (self != NULL);
  g_free (self->actor);
  self->actor = to_name (actor);
  if (self->actor == NULL || *self->actor == '\0')
    {
      g_free (self->actor);
      self->actor = to_name (ris3_editor_get_account ());
    }
}

const char *
ris3_editor_get_actor (Ris3Editor *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->actor;
}

void
ris3_editor_set_undo_actor (Ris3Editor *self, const char *actor)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->undo_actors, g_free);
  if (actor != NULL)
    ris3_editor_add_undo_actor (self, actor);
}

void
ris3_editor_add_undo_actor (Ris3Editor *self, const char *actor)
{
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;

  g_return_if_fail (self != NULL && actor != NULL);
  name = to_name (actor);
  before = g_steal_pointer (&self->undo_actors);
  self->undo_actors = g_strconcat (before != NULL ? before : "\n", name, "\n", NULL);
}

static int
on_busy (gpointer user_data, int n_waits)
{
  Ris3Editor *self = user_data;

  if (n_waits >= MAX_WAITS || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  g_usleep ((gulong) g_random_int_range (MAX_WAIT / 8, MAX_WAIT));
  return TRUE;
}

/* What a large edit has filled is not needed for the next small one. */
static void
release_memory (Ris3Editor *self)
{
  sqlite3 *handle = ris3_connection_get_handle (self->connection);
  int used = 0;
  int unused = 0;

  sqlite3_db_status (handle, SQLITE_DBSTATUS_CACHE_USED, &used, &unused, 0);
  if (used > KEPT)
    sqlite3_db_release_memory (handle);
}

/* The program that holds a lock will let go of it: nobody has to be told. */
static gboolean
patiently (Ris3Editor *self, gboolean (*attempt) (Ris3Editor *, gpointer, GError **), gpointer data, GError **error)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (TRUE)
    {
      g_autoptr (GError) local_error = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (attempt (self, data, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY) || g_get_monotonic_time () > end)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep ((gulong) g_random_int_range (1000, 20000));
    }
}

static gboolean
prepare (Ris3Editor *self, gpointer data, GError **error)
{
  guint version;

  if (!ris3_schema_read_version (self->connection, &version, error)
      || !ris3_schema_compare (self->connection, RIS3_ATLAS_SCHEMA_VERSION, error))
    return FALSE;
  g_clear_pointer (&self->references, ris3_references_free);
  self->references = ris3_references_read (self->connection, error);
  return self->references != NULL
         && ris3_connection_query_int (self->connection, "PRAGMA data_version", &self->data_version, error)
         && ris3_connection_query_int (self->connection, "SELECT ifnull (max (id), 0) FROM change_log",
                                       &self->last_change, error);
}

Ris3Editor *
ris3_editor_open (const char *path, const char *actor, GError **error)
{
  g_autoptr (Ris3Editor) self = g_new0 (Ris3Editor, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->is_read_only = g_file_test (path, G_FILE_TEST_EXISTS) && !ris3_atlas_file_is_writable (path);
  self->connection = ris3_connection_open (
      path, self->is_read_only ? RIS3_CONNECTION_READ_ONLY : RIS3_CONNECTION_READ_WRITE, NULL, error);
  if (self->connection == NULL)
    return NULL;
  ris3_editor_set_actor (self, actor);
  sqlite3_busy_handler (ris3_connection_get_handle (self->connection), on_busy, self);
  if (!ris3_connection_execute (self->connection, "PRAGMA cache_size = " CACHE_SIZE, error))
    return NULL;
  ris3_file_id_get (path, &self->file);
  if (!patiently (self, prepare, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What is written into a file that has no name any more is lost. */
static gboolean
check_file (Ris3Editor *self, GError **error)
{
  Ris3FileId file;

  if (ris3_file_id_get (ris3_connection_get_path (self->connection), &file) && file.device == self->file.device
      && file.inode == self->file.inode)
    return TRUE;
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
               _ ("“%s” was replaced by another file while it was open, or removed. Open it again."),
               ris3_connection_get_name (self->connection));
  return FALSE;
}

static gboolean
check_writable (Ris3Editor *self, GError **error)
{
  if (!check_file (self, error))
    return FALSE;
  /* Also if it has become so since. */
  if (!self->is_read_only && ris3_atlas_file_is_writable (ris3_connection_get_path (self->connection)))
    return TRUE;
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
               _ ("“%s” cannot be changed: the file or its folder is read-only. Save a copy in a folder that you can "
                  "write to, and edit the copy."),
               ris3_connection_get_name (self->connection));
  return FALSE;
}

void
ris3_editor_set_keeps_backups (Ris3Editor *self, gboolean keeps_backups)
{
  g_return_if_fail (self != NULL);
  self->keeps_backups = keeps_backups;
}

GError *
ris3_editor_take_backup_error (Ris3Editor *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_steal_pointer (&self->backup_error);
}

/* FALSE only if it is to be tried again, or was cancelled. */
static gboolean
back_up (Ris3Editor *self, Ris3BackupKind kind, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int day = g_date_time_get_year (now) * 10000 + g_date_time_get_month (now) * 100 + g_date_time_get_day_of_month (now);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *words = NULL;

  if (!self->keeps_backups || (kind == RIS3_BACKUP_DAILY && self->backup_day == day))
    return TRUE;
  if (!ris3_backup_make_from (self->connection, ris3_connection_get_path (self->connection), kind, now, &local_error)
      && (g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY)
          || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->backup_day = day;
  if (local_error == NULL)
    return TRUE;
  words = ris3_atlas_error_get_words (local_error);
  g_clear_error (&self->backup_error);
  g_set_error (&self->backup_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
               _ ("No backup copy could be kept before this edit: %s"), words);
  return TRUE;
}

static gboolean
copy (Ris3Editor *self, gpointer data, GError **error)
{
  gpointer *arguments = data;

  return ris3_atlas_file_copy (self->connection, arguments[0], GPOINTER_TO_INT (arguments[1]), arguments[2], error);
}

gboolean
ris3_editor_copy (Ris3Editor *self, const char *to_path, gboolean replace, gint *progress, GError **error)
{
  gpointer arguments[] = { (gpointer) to_path, GINT_TO_POINTER (replace), progress };

  g_return_val_if_fail (self != NULL && to_path != NULL, FALSE);
  return patiently (self, copy, arguments, error);
}

static char *
get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

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
  gint64 id;          /* of the change to revert */
  gboolean redo;
  gboolean tried; /* the transaction is rolled back because all is well */
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
  g_autofree char *now = get_now ();

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

static gboolean
apply_edits (Ris3Editor *self, gpointer data, GError **error)
{
  Work *work = data;
  gboolean is_try = (work->flags & RIS3_EDITOR_TRY) != 0;
  gboolean is_backup = work->n_edits == 1 && ris3_edit_is_backup (work->edits[0]);
  gboolean ok;

  if (!check_writable (self, error)
      || (!is_try && !back_up (self, is_backup ? RIS3_BACKUP_BEFORE_RESTORE : RIS3_BACKUP_DAILY, error)))
    return FALSE;
  if (is_backup && !ris3_connection_execute (self->connection, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  ok = ris3_connection_transaction (self->connection, apply_all, work, error) || work->tried;
  sqlite3_exec (ris3_connection_get_handle (self->connection), "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
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

  ok = patiently (self, apply_edits, &work, error);
  release_memory (self);
  return ok ? g_steal_pointer (&results) : NULL;
}

static gboolean
revert_one (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Work *work = user_data;
  Ris3Editor *self = work->editor;
  Ris3EditResult *result = g_new0 (Ris3EditResult, 1);
  g_autofree char *now = get_now ();
  gint64 id = work->id;

  g_ptr_array_set_size (work->results, 0);
  g_ptr_array_add (work->results, result);
  if (id == 0 && !ris3_undo_find (connection, self->undo_actors, work->redo, &id, NULL, error))
    return FALSE;
  if (id == 0)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_NOTHING, NULL, "%s",
                                work->redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return ris3_undo_perform (connection, self->references, id, self->actor, now, result, error);
}

static gboolean
revert (Ris3Editor *self, gpointer data, GError **error)
{
  gboolean ok = check_writable (self, error) && back_up (self, RIS3_BACKUP_DAILY, error)
                && ris3_connection_execute (self->connection, "PRAGMA foreign_keys = OFF", error)
                && ris3_connection_transaction (self->connection, revert_one, data, error);

  sqlite3_exec (ris3_connection_get_handle (self->connection), "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  return ok;
}

static Ris3EditResult *
revert_patiently (Ris3Editor *self, gint64 id, gboolean redo, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_result_free);
  Work work = { .editor = self, .results = results, .id = id, .redo = redo };
  gboolean ok;

  ok = patiently (self, revert, &work, error);
  release_memory (self);
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
  return patiently (self, read_titles, data, error);
}

typedef struct
{
  Ris3Changes *changes;
  gint64 data_version;
  gint64 last;
  gboolean all;
} Collection;

static gboolean
collect (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Collection *collection = user_data;
  gint64 application_id;
  gint64 version;

  if (!ris3_connection_query_int (connection, "PRAGMA data_version", &collection->data_version, error)
      || !ris3_connection_query_int (connection, "PRAGMA application_id", &application_id, error)
      || !ris3_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id == RIS3_ATLAS_APPLICATION_ID && version == RIS3_ATLAS_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
               _ ("“%s” was replaced by another file while it was open. Open it again."),
               ris3_connection_get_name (connection));
  return FALSE;
}

static gboolean
collect_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  gpointer *data = user_data;
  Collection *collection = data[0];
  Ris3Editor *self = data[1];

  if (!collect (connection, collection, error)
      || !ris3_change_log_collect (connection, self->last_change, collection->changes, &collection->last, error))
    return FALSE;
  collection->all
      = collection->data_version != self->data_version && ris3_changes_get_length (collection->changes) == 0;
  return !collection->all || ris3_change_log_collect_shown (connection, collection->changes, error);
}

static gboolean
read_changes (Ris3Editor *self, gpointer data, GError **error)
{
  gpointer both[] = { data, self };

  return check_file (self, error) && ris3_connection_read (self->connection, collect_all, both, error);
}

typedef struct
{
  Ris3TransactionFunc func;
  gpointer user_data;
} Reading;

static gboolean
read_once (Ris3Editor *self, gpointer data, GError **error)
{
  Reading *reading = data;

  return check_file (self, error) && ris3_connection_read (self->connection, reading->func, reading->user_data, error);
}

gboolean
ris3_editor_read (Ris3Editor *self, Ris3TransactionFunc func, gpointer user_data, GError **error)
{
  Reading reading = { func, user_data };
  gboolean ok = patiently (self, read_once, &reading, error);

  release_memory (self);
  return ok;
}

void
ris3_editor_set_known (Ris3Editor *self, gint64 change_id)
{
  g_return_if_fail (self != NULL);
  self->last_change = change_id;
}

Ris3Changes *
ris3_editor_collect_changes (Ris3Editor *self, gboolean *all, GError **error)
{
  g_autoptr (Ris3Changes) changes = ris3_changes_new ();
  Collection collection = { changes, 0, 0, FALSE };

  g_return_val_if_fail (self != NULL && all != NULL, NULL);
  if (!patiently (self, read_changes, &collection, error))
    return NULL;
  /* This version changes with the commits of others only. */
  *all = collection.all;
  self->data_version = collection.data_version;
  self->last_change = collection.last;
  return g_steal_pointer (&changes);
}

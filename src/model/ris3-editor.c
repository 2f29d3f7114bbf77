/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-editor-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-schema-private.h"
#include "model/ris3-text.h"

/* How long another program may write before a person is asked to look at it. */
#define PATIENCE (60 * G_TIME_SPAN_SECOND)
/* How often a lock is asked for. Whoever writes one edit after another leaves it for a moment only, which SQLite's own
 * waiting, of up to 100 ms, would miss for ever. */
#define MAX_WAIT (4 * G_TIME_SPAN_MILLISECOND)
#define MAX_WAITS 200
/* The longest name of a person, in characters. */
#define MAX_ACTOR 100
/* In KiB, negative: pages of one transaction that are written once, at its end, and not each time that SQLite's 2 MB
 * are full. */
#define CACHE_SIZE "-65536"
/* While all of the file is read once. */
#define SMALL_CACHE_SIZE "-2048"
/* Of it, in bytes, what is kept afterwards. */
#define KEPT (4 * 1024 * 1024)

void
ris3_edit_result_free (Ris3EditResult *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->title);
  g_free (self->report);
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
  g_clear_pointer (&self->lost_contacts, g_array_unref);
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

void
ris3_editor_release_memory (Ris3Editor *self)
{
  sqlite3 *handle = ris3_connection_get_handle (self->connection);
  int used = 0;
  int unused = 0;

  sqlite3_db_status (handle, SQLITE_DBSTATUS_CACHE_USED, &used, &unused, 0);
  if (used > KEPT)
    sqlite3_db_release_memory (handle);
}

gboolean
ris3_editor_try (Ris3Editor *self,
                 gboolean (*attempt) (Ris3Editor *, gpointer, GError **),
                 gpointer data,
                 GError **error)
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

static gboolean
set_cache_size (Ris3Editor *self, const char *size, GError **error)
{
  g_autofree char *sql = g_strconcat ("PRAGMA cache_size = ", size, NULL);

  return ris3_connection_execute (self->connection, sql, error);
}

gboolean
ris3_editor_copy_within (Ris3Editor *self,
                         gboolean (*copy) (Ris3Editor *, gpointer, GError **),
                         gpointer data,
                         GError **error)
{
  gboolean ok = set_cache_size (self, SMALL_CACHE_SIZE, error) && copy (self, data, error);

  set_cache_size (self, CACHE_SIZE, NULL);
  return ok;
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
  if (!set_cache_size (self, CACHE_SIZE, error))
    return NULL;
  ris3_file_id_get (path, &self->file);
  if (!ris3_editor_try (self, prepare, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ris3_editor_check_file (Ris3Editor *self, GError **error)
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

gboolean
ris3_editor_check_writable (Ris3Editor *self, GError **error)
{
  if (!ris3_editor_check_file (self, error))
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

char *
ris3_editor_get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-file-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-file-header-private.h"
#include "model/ris3-journal-private.h"
#include "model/ris3-loader-private.h"
#include "model/ris3-output-file.h"
#include "model/ris3-schema-private.h"

gboolean
ris3_atlas_file_is_writable (const char *path)
{
  /* Of a symbolic link, the journal is beside the file that it leads to. */
  g_autofree char *real = ris3_file_get_real_path (path);
  g_autofree char *folder = g_path_get_dirname (real);
  GStatBuf info;

  return g_stat (path, &info) == 0 && (info.st_mode & 0222) != 0 && g_access (path, W_OK) == 0
         && g_access (folder, W_OK) == 0;
}

/* What was written is what the program will open: it is judged like any other file, with nothing left in memory. */
static gboolean
verify (const char *temporary_path, const char *path, GError **error)
{
  g_autoptr (Ris3Connection) connection = ris3_connection_open (temporary_path, RIS3_CONNECTION_READ_ONLY, NULL, error);
  g_autoptr (Ris3Wanted) wanted = ris3_wanted_new ();
  g_autoptr (Ris3Loaded) loaded = NULL;
  guint version;

  if (connection == NULL)
    return FALSE;
  ris3_connection_set_name (connection, path);
  if (!ris3_schema_read_version (connection, &version, error) || !ris3_schema_check (connection, version, error))
    return FALSE;
  wanted->all = TRUE;
  /* An older one is loaded once it has been migrated. */
  if (version == RIS3_ATLAS_SCHEMA_VERSION)
    loaded = ris3_loaded_read (connection, wanted, error);
  return version != RIS3_ATLAS_SCHEMA_VERSION || loaded != NULL;
}

/* A journal beside the file that is to be replaced would be played into the new one. It cannot just be removed: if this
 * is interrupted, the old file still needs it. So the old file is mended first, which takes its journals away; what
 * does not belong to it is refused. */
static gboolean
settle_journals (const char *target_path, GError **error)
{
  g_autoptr (Ris3Connection) connection = NULL;
  g_autofree char *name = g_filename_display_basename (target_path);
  g_autoptr (GError) local_error = NULL;
  gint64 n_objects;

  if (!ris3_journal_exists (target_path, TRUE))
    return TRUE;
  connection = ris3_connection_open (target_path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);
  if (connection != NULL)
    {
      if (ris3_connection_query_int (connection, "SELECT count(*) FROM sqlite_schema", &n_objects, &local_error))
        ris3_connection_execute (connection, "PRAGMA journal_mode = DELETE", &local_error);
      g_clear_pointer (&connection, ris3_connection_close);
      if (g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  if (!ris3_journal_exists (target_path, TRUE))
    return TRUE;
  g_set_error (
      error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
      _ ("“%s” was not written, because of a file beside it whose name is the same with “-journal”, “-wal” or "
         "“-shm” at its end: it would bring back older data. Move that file to another folder, and try again."),
      name);
  return FALSE;
}

static gboolean
make (const char *path,
      gboolean replace,
      const Ris3FileId *inputs,
      guint n_inputs,
      gboolean needs_verifying,
      Ris3TransactionFunc func,
      gpointer user_data,
      GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *temporary_path;
  gboolean ok;

  file = ris3_output_file_begin (path, replace ? RIS3_OUTPUT_ATLAS : RIS3_OUTPUT_NEW, inputs, n_inputs, &local_error);
  if (file != NULL)
    {
      temporary_path = ris3_output_file_get_temporary_path (file);
      connection = ris3_connection_open (temporary_path, RIS3_CONNECTION_CREATE, NULL, error);
      if (connection == NULL)
        return FALSE;
      ris3_connection_set_name (connection, path);
      ok = func (connection, user_data, error);
      g_clear_pointer (&connection, ris3_connection_close);
      if (!ok || (needs_verifying && !verify (temporary_path, path, error))
          || !settle_journals (ris3_output_file_get_target_path (file), error))
        return FALSE;
      if (ris3_output_file_commit (file, &local_error))
        return TRUE;
    }
  g_set_error_literal (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE, local_error->message);
  return FALSE;
}

gboolean
ris3_atlas_file_make (const char *path,
                      gboolean replace,
                      const Ris3FileId *inputs,
                      guint n_inputs,
                      Ris3TransactionFunc func,
                      gpointer user_data,
                      GError **error)
{
  return make (path, replace, inputs, n_inputs, TRUE, func, user_data, error);
}

/* Pages between two looks at the cancellable: about a millisecond. In between, others may write. */
#define PAGES_AT_ONCE 128
/* What has been copied is worth nothing when another program has written: SQLite begins again. After so many times,
 * they wait. */
#define MAX_RESTARTS 3

typedef struct
{
  Ris3Connection *from;
  gint *progress; /* in thousandths, for other threads; NULL: nobody asks */
} Copying;

/* disturbed: set, without an error, if it was begun again too often; NULL: nobody can write */
static gboolean
step_pages (Ris3Connection *to, sqlite3_backup *backup, const Copying *copying, gboolean *disturbed, GError **error)
{
  guint n_restarts = 0;
  int n_left = G_MAXINT;
  int code = SQLITE_OK;

  while (code == SQLITE_OK)
    {
      int n_pages;

      if (!ris3_connection_check_cancelled (copying->from, error))
        return FALSE;
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      n_pages = sqlite3_backup_pagecount (backup);
      if (sqlite3_backup_remaining (backup) > n_left && ++n_restarts > MAX_RESTARTS && disturbed != NULL)
        {
          *disturbed = TRUE;
          return FALSE;
        }
      n_left = sqlite3_backup_remaining (backup);
      if (copying->progress != NULL && n_pages > 0)
        g_atomic_int_set (copying->progress, (gint) (1000 * (gint64) (n_pages - n_left) / n_pages));
    }
  if (code == SQLITE_DONE)
    return TRUE;
  ris3_connection_set_error (to, code, error);
  return FALSE;
}

static gboolean
copy_all (Ris3Connection *to, const Copying *copying, gboolean *disturbed, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (ris3_connection_get_handle (to), "main",
                                                ris3_connection_get_handle (copying->from), "main");
  gboolean ok;

  if (backup == NULL)
    {
      ris3_connection_set_error (to, sqlite3_errcode (ris3_connection_get_handle (to)), error);
      return FALSE;
    }
  ok = step_pages (to, backup, copying, disturbed, error);
  return sqlite3_backup_finish (backup) == SQLITE_OK && ok;
}

/* All pages are of the same state. */
static gboolean
copy_pages (Ris3Connection *to, gpointer user_data, GError **error)
{
  const Copying *copying = user_data;
  gboolean disturbed = FALSE;
  gint64 n_objects;
  gboolean ok;

  if (!sqlite3_get_autocommit (ris3_connection_get_handle (copying->from)))
    return copy_all (to, copying, NULL, error);
  if (copy_all (to, copying, &disturbed, error))
    return TRUE;
  if (!disturbed)
    return FALSE;
  ok = ris3_connection_execute (copying->from, "BEGIN", error)
       && ris3_connection_query_int (copying->from, "SELECT count(*) FROM sqlite_schema", &n_objects, error)
       && copy_all (to, copying, NULL, error);
  sqlite3_exec (ris3_connection_get_handle (copying->from), "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

/* The file that is copied is an input: nothing is written over it. */
static gboolean
make_from (Ris3Connection *from,
           const char *path,
           gboolean replace,
           gboolean needs_verifying,
           Ris3TransactionFunc func,
           gint *progress,
           GError **error)
{
  Copying copying = { from, progress };
  const char *from_path = sqlite3_db_filename (ris3_connection_get_handle (from), "main");
  Ris3FileId input;
  gboolean has_input = from_path != NULL && *from_path != '\0' && ris3_file_id_get (from_path, &input);

  return make (path, replace, &input, has_input ? 1 : 0, needs_verifying, func, &copying, error);
}

gboolean
ris3_atlas_file_backup (Ris3Connection *from, const char *path, gboolean replace, GError **error)
{
  return make_from (from, path, replace, FALSE, copy_pages, NULL, error);
}

gboolean
ris3_atlas_file_copy (Ris3Connection *from, const char *path, gboolean replace, gint *progress, GError **error)
{
  return make_from (from, path, replace, TRUE, copy_pages, progress, error);
}

/* Each of these takes what belongs to it along. */
static const char empty[]
    = "DELETE FROM comment_event; DELETE FROM comment; DELETE FROM consultation_round; DELETE FROM strategy;"
      "DELETE FROM participation; DELETE FROM assessment; DELETE FROM activity; DELETE FROM note; DELETE FROM "
      "saved_view; DELETE FROM joined_column;"
      "DELETE FROM organisation; DELETE FROM attachment_data; UPDATE change_log SET undoes = NULL; DELETE FROM "
      "change_log;"
      "DELETE FROM meta; INSERT INTO meta VALUES ('title', ''), ('data_date', date ('now'));";

static gboolean
remove_contents (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_execute (connection, "PRAGMA defer_foreign_keys = ON", error)
         && ris3_connection_execute (connection, empty, error);
}

static gboolean
copy_and_empty (Ris3Connection *to, gpointer user_data, GError **error)
{
  /* VACUUM attaches a database of its own. */
  sqlite3_limit (ris3_connection_get_handle (to), SQLITE_LIMIT_ATTACHED, 1);
  return copy_pages (to, user_data, error) && ris3_schema_compare (to, RIS3_ATLAS_SCHEMA_VERSION, error)
         && ris3_connection_transaction (to, remove_contents, NULL, error)
         && ris3_connection_execute (to, "VACUUM", error);
}

gboolean
ris3_atlas_create_like (const char *path, const char *template_path, gboolean replace, GError **error)
{
  g_autoptr (Ris3Connection) from = NULL;
  guint version;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (template_path != NULL, FALSE);

  if (!ris3_schema_probe (template_path, &version, error))
    return FALSE;
  from = ris3_connection_open (template_path, RIS3_CONNECTION_READ_ONLY, NULL, error);
  return from != NULL && make_from (from, path, replace, TRUE, copy_and_empty, NULL, error);
}

static gboolean
copy_atlas (const char *from_path, const char *to_path, gboolean replace, GError **error)
{
  g_autoptr (Ris3Connection) from = NULL;
  Ris3ConnectionMode mode;
  guint version;

  g_return_val_if_fail (from_path != NULL, FALSE);
  g_return_val_if_fail (to_path != NULL, FALSE);

  if (!ris3_schema_probe (from_path, &version, error))
    return FALSE;
  mode = ris3_atlas_file_is_writable (from_path) ? RIS3_CONNECTION_READ_WRITE : RIS3_CONNECTION_READ_ONLY;
  from = ris3_connection_open (from_path, mode, NULL, error);
  return from != NULL && make_from (from, to_path, replace, TRUE, copy_pages, NULL, error);
}

gboolean
ris3_atlas_copy (const char *from_path, const char *to_path, GError **error)
{
  return copy_atlas (from_path, to_path, TRUE, error);
}

gboolean
ris3_atlas_copy_new (const char *from_path, const char *to_path, GError **error)
{
  return copy_atlas (from_path, to_path, FALSE, error);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-connection-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-file-header-private.h"
#include "model/ris3-journal-private.h"
#include "model/ris3-rule-private.h"
#include "model/ris3-text.h"

struct _Ris3Connection
{
  sqlite3 *handle;
  char *path; /* absolute; NULL in memory */
  char *name;
  GCancellable *cancellable;
  GHashTable *statements; /* SQL to sqlite3_stmt: those that can be borrowed; NULL before the first */
  gint64 busy_since;      /* when it began to wait for another program */
};

/* Another program that is writing finishes within this time, or is stuck. */
#define PATIENCE (10 * G_TIME_SPAN_SECOND)
/* How long another program may write before a person is asked to look at it. */
#define READING_PATIENCE (60 * G_TIME_SPAN_SECOND)
/* How often a lock is asked for. Whoever writes one edit after another leaves it for a moment only, which SQLite's own
 * waiting, of up to 100 ms, would miss for seconds. */
#define MIN_WAIT 500 /* µs */
#define MAX_WAIT 4000
/* SQLite's virtual machine steps between two looks at the cancellable: well below a millisecond. */
#define STEPS_BETWEEN_CHECKS 2000
/* That are kept for those who borrow them. */
#define MAX_STATEMENTS 200

static void
set_unfinished (Ris3Connection *self, GError **error)
{
  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_UNFINISHED,
               _ ("“%s” was left half written when a program or the computer stopped. Copy it, together with the file "
                  "beside it whose name ends in “-journal” or “-wal”, to a folder that you can write to, and open it "
                  "there: that mends it."),
               self->name);
}

void
ris3_connection_set_error (Ris3Connection *self, int code, GError **error)
{
  g_autofree char *detail = ris3_text_shorten (
      self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), RIS3_CONNECTION_MAX_SHOWN);
  g_autofree char *rule = NULL;

  /* Whoever waited for another program was told to stop. */
  if ((code & 0xff) == SQLITE_BUSY && g_cancellable_is_cancelled (self->cancellable))
    code = SQLITE_INTERRUPT;
  switch (code)
    {
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTINIT:
      set_unfinished (self, error);
      return;
    }
  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was cancelled"));
      break;
    case SQLITE_NOTADB:
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS,
                   _ ("“%s” is not an atlas. Choose a file that RIS3 Atlas has saved."), self->name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
      ris3_damage_set_error (self->path, self->name, detail, error);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_OPEN,
                   _ ("“%s” cannot be opened (%s). Check that it exists and that you have permission to read it."),
                   self->name, detail);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY,
                   _ ("“%s” is being changed by another program. Wait until it has finished, or close the atlas there, "
                      "and try again."),
                   self->name);
      break;
    case SQLITE_FULL:
      g_set_error (
          error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
          _ ("“%s” cannot be written, as the disk is full. Nothing was changed. Free some space there, and try "
             "again, or save a copy elsewhere."),
          self->name);
      break;
    case SQLITE_CONSTRAINT:
      rule = ris3_rule_explain (detail);
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID, _ ("This cannot be stored in an atlas (%s)."),
                   rule);
      break;
    /* The schema is compared before any other query, so the fault is in our query. */
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      g_set_error (
          error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INTERNAL,
          _ ("RIS3 Atlas made an error while working on “%s” (%s). The fault lies in the program, and the file "
             "has not been changed. Please report it."),
          self->name, detail);
      break;
    default: /* READONLY, IOERR … */
      g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE,
                   _ ("“%s” cannot be read or written (%s). Nothing was changed. Check that there is free space "
                      "and that you have permission to write there."),
                   self->name, detail);
      break;
    }
}

static int
on_progress (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static int
on_busy (gpointer user_data, int n_waits)
{
  Ris3Connection *self = user_data;

  if (n_waits == 0)
    self->busy_since = g_get_monotonic_time ();
  if (g_cancellable_is_cancelled (self->cancellable) || g_get_monotonic_time () - self->busy_since > PATIENCE)
    return FALSE;
  g_usleep ((gulong) g_random_int_range (MIN_WAIT, MAX_WAIT));
  return TRUE;
}

/* Files come from anywhere: neither their schema nor their contents may do more than hold data. */
static gboolean
configure (Ris3Connection *self, Ris3ConnectionMode mode, GError **error)
{
  const int settings[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, mode == RIS3_CONNECTION_CREATE || mode == RIS3_CONNECTION_MEMORY },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (sqlite3_db_config (self->handle, settings[i][0], settings[i][1], NULL) != SQLITE_OK)
      g_warning ("SQLite does not know the setting %d", settings[i][0]);

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, on_busy, self);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, RIS3_CONNECTION_MAX_LENGTH);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  if (self->cancellable != NULL)
    sqlite3_progress_handler (self->handle, STEPS_BETWEEN_CHECKS, on_progress, self->cancellable);

  /* The journal mode of an existing file is stored in it: it is set once the file is known to be an atlas. */
  if (mode == RIS3_CONNECTION_READ_ONLY)
    return TRUE;
  return ris3_connection_execute (self, "PRAGMA synchronous = EXTRA", error);
}

/* Nothing is written where only reading was asked for. SQLite reads a file with a write-ahead log only with an index
 * beside it, which it makes and leaves there; but without a log nobody is writing, and the file alone is all. */
static gboolean
add_parameters (const char *path, char **uri)
{
  Ris3FileHeader header;
  g_autofree char *plain = NULL;

  if (!ris3_file_header_read (&header, path) || !header.is_wal)
    return TRUE;
  plain = g_steal_pointer (uri);
  *uri = g_strconcat (plain, "?immutable=1", NULL);
  return !ris3_journal_exists (path, FALSE);
}

Ris3Connection *
ris3_connection_open (const char *path, Ris3ConnectionMode mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Connection) self = g_new0 (Ris3Connection, 1);
  g_autofree char *real = NULL;
  g_autofree char *uri = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
  int code;

  g_return_val_if_fail (path != NULL || mode == RIS3_CONNECTION_MEMORY, NULL);

  g_set_object (&self->cancellable, cancellable);
  if (mode == RIS3_CONNECTION_MEMORY)
    {
      self->name = g_strdup (":memory:");
      uri = g_strdup (":memory:");
    }
  else
    {
      /* As a URI, so that no file name has a special meaning to SQLite ("", ":memory:", "file:…"). */
      self->path = g_canonicalize_filename (path, NULL);
      self->name = g_filename_display_basename (self->path);
      real = ris3_file_get_real_path (path);
      uri = g_filename_to_uri (real, NULL, error);
      if (uri == NULL || !ris3_journal_check (real, self->name, error))
        return NULL;
      if (mode == RIS3_CONNECTION_READ_ONLY && !add_parameters (real, &uri))
        {
          set_unfinished (self, error);
          return NULL;
        }
    }

  switch (mode)
    {
    case RIS3_CONNECTION_READ_ONLY:
      flags |= SQLITE_OPEN_READONLY;
      break;
    case RIS3_CONNECTION_READ_WRITE:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case RIS3_CONNECTION_CREATE:
    case RIS3_CONNECTION_MEMORY:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
    }

  code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      ris3_connection_set_error (self, code, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ris3_connection_close (Ris3Connection *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

Ris3Statement *
ris3_connection_borrow (Ris3Connection *self, const char *sql, GError **error)
{
  Ris3Statement *statement = self->statements != NULL ? g_hash_table_lookup (self->statements, sql) : NULL;

  if (statement != NULL)
    return statement;
  statement = ris3_connection_prepare (self, sql, error);
  if (statement == NULL)
    return NULL;
  if (self->statements == NULL)
    self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

void
ris3_connection_trim_statements (Ris3Connection *self)
{
  if (self->statements != NULL && g_hash_table_size (self->statements) > MAX_STATEMENTS)
    g_hash_table_remove_all (self->statements);
}

void
ris3_statement_give_back (Ris3Statement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

void
ris3_connection_set_cancellable (Ris3Connection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? STEPS_BETWEEN_CHECKS : 0,
                            cancellable != NULL ? on_progress : NULL, cancellable);
}

gboolean
ris3_connection_check_cancelled (Ris3Connection *self, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

void
ris3_connection_allow_triggers (Ris3Connection *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
}

sqlite3 *
ris3_connection_get_handle (Ris3Connection *self)
{
  return self->handle;
}

const char *
ris3_connection_get_path (Ris3Connection *self)
{
  return self->path;
}

const char *
ris3_connection_get_name (Ris3Connection *self)
{
  return self->name;
}

void
ris3_connection_set_name (Ris3Connection *self, const char *path)
{
  g_free (self->path);
  g_free (self->name);
  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_basename (path);
}

gboolean
ris3_connection_execute (Ris3Connection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    ris3_connection_set_error (self, code, error);
  return code == SQLITE_OK;
}

static gboolean
run_between (Ris3Connection *self, const char *begin, Ris3TransactionFunc func, gpointer user_data, GError **error)
{
  if (!ris3_connection_execute (self, begin, error))
    return FALSE;
  if (func (self, user_data, error) && ris3_connection_execute (self, "COMMIT", error))
    return TRUE;

  /* Some errors have rolled back already. The rollback itself must not be cancelled. */
  if (!sqlite3_get_autocommit (self->handle))
    {
      sqlite3_progress_handler (self->handle, 0, NULL, NULL);
      sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
      if (self->cancellable != NULL)
        sqlite3_progress_handler (self->handle, STEPS_BETWEEN_CHECKS, on_progress, self->cancellable);
    }
  return FALSE;
}

gboolean
ris3_connection_transaction (Ris3Connection *self, Ris3TransactionFunc func, gpointer user_data, GError **error)
{
  return run_between (self, "BEGIN IMMEDIATE", func, user_data, error);
}

gboolean
ris3_connection_read (Ris3Connection *self, Ris3TransactionFunc func, gpointer user_data, GError **error)
{
  return run_between (self, "BEGIN", func, user_data, error);
}

gboolean
ris3_connection_read_file (const char *path,
                           gboolean read_only,
                           GCancellable *cancellable,
                           Ris3TransactionFunc func,
                           gpointer user_data,
                           GError **error)
{
  gint64 end = g_get_monotonic_time () + READING_PATIENCE;
  g_autoptr (GError) local_error = NULL;

  do
    {
      g_autoptr (Ris3Connection) connection = NULL;

      g_clear_error (&local_error);
      connection = ris3_connection_open (path, read_only ? RIS3_CONNECTION_READ_ONLY : RIS3_CONNECTION_READ_WRITE,
                                         cancellable, &local_error);
      if (connection != NULL && ris3_connection_read (connection, func, user_data, &local_error))
        return TRUE;
    }
  while (g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_BUSY) && g_get_monotonic_time () < end
         && !g_cancellable_is_cancelled (cancellable));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ris3_connection_query_int (Ris3Connection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (self, sql, error);
  gboolean has_row;

  if (statement == NULL || !ris3_connection_step (self, statement, &has_row, error))
    return FALSE;
  *value = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* One SQLite connection, used by one thread at a time; it is opened within a task and closed at
 * its end. All SQL of the program goes through it.
 *
 * Journal mode DELETE, everywhere: an atlas is a file that people copy and send around, so between
 * transactions it must be one file, also after a crash of the machine it was copied from, and it
 * must be readable in a folder without write permission; WAL guarantees neither. Nor does WAL work on a network file
 * system, and which one a folder is on cannot be told for sure (a container, a virtual machine, FUSE): so there is no
 * mode to choose wrongly. A file that another tool has left in WAL mode is taken out of it when it is opened.
 *
 * What that costs: a single edit takes 2 to 6 ms on a disk, 0.15 ms with WAL; a person makes one a second, and what
 * makes many does so in one transaction. Two programs that edit without a pause make some 500 edits a second together.
 * Whoever opens and reads the atlas beside them waits up to 0.5 s (test-edit-kill.c); with SQLite's own way of waiting,
 * which asks every 100 ms, that took up to 5 s, and some were told that the file is locked. So a lock is asked for
 * every few milliseconds, for as long as PATIENCE.
 *
 * With synchronous=EXTRA a transaction that was committed is on the disk, the removal of its journal included; an
 * interrupted one is rolled back by whoever opens the file next.
 */
typedef struct _Ris3Connection Ris3Connection;

typedef enum
{
  RIS3_CONNECTION_READ_WRITE,
  RIS3_CONNECTION_READ_ONLY,
  RIS3_CONNECTION_CREATE, /* the file may be empty or not exist */
  RIS3_CONNECTION_MEMORY, /* path is not used */
} Ris3ConnectionMode;

/* No text in an atlas is longer, in bytes; a file that claims so is damaged. */
#define RIS3_CONNECTION_MAX_LENGTH (16 * 1024 * 1024)

/* The longest text from a file that a message repeats, in characters. */
#define RIS3_CONNECTION_MAX_SHOWN 300

typedef gboolean (*Ris3TransactionFunc) (Ris3Connection *connection, gpointer user_data, GError **error);

/* No file beside this one is obeyed or touched that does not belong to it (ris3_journal_check ()). Triggers run only
 * once they are known to be ours (ris3_connection_allow_triggers ()); views never do.
 *
 * cancellable: ends any later statement with G_IO_ERROR_CANCELLED. (transfer full) */
Ris3Connection *
ris3_connection_open (const char *path, Ris3ConnectionMode mode, GCancellable *cancellable, GError **error);
void ris3_connection_close (Ris3Connection *self);
/* What ends the statements from now on, instead of what was passed at the opening; may be NULL. */
void ris3_connection_set_cancellable (Ris3Connection *self, GCancellable *cancellable);
/* FALSE, G_IO_ERROR_CANCELLED: it has been cancelled. */
gboolean ris3_connection_check_cancelled (Ris3Connection *self, GError **error);
/* The schema of the file has been compared with ours: its triggers may run. */
void ris3_connection_allow_triggers (Ris3Connection *self);
sqlite3 *ris3_connection_get_handle (Ris3Connection *self);
const char *ris3_connection_get_path (Ris3Connection *self); /* absolute; NULL in memory */
const char *ris3_connection_get_name (Ris3Connection *self); /* for messages */
/* Sets the name of the file that the user knows, if the connection has opened a temporary one for it. */
void ris3_connection_set_name (Ris3Connection *self, const char *path);

/* Runs statements that return no rows. */
gboolean ris3_connection_execute (Ris3Connection *self, const char *sql, GError **error);
/* Runs func within BEGIN IMMEDIATE and ends it: COMMIT when func and the commit succeed, else ROLLBACK. */
gboolean
ris3_connection_transaction (Ris3Connection *self, Ris3TransactionFunc func, gpointer user_data, GError **error);
/* Runs func within a transaction that only reads: all its queries see the same state. */
gboolean ris3_connection_read (Ris3Connection *self, Ris3TransactionFunc func, gpointer user_data, GError **error);
/* Opens a file and does that, off the thread of the views. Who is writing will have finished soon, and nobody has to be
 * told: while the file is busy it is tried again, for up to a minute. */
gboolean ris3_connection_read_file (const char *path,
                                    gboolean read_only,
                                    GCancellable *cancellable,
                                    Ris3TransactionFunc func,
                                    gpointer user_data,
                                    GError **error);
/* The first column of the first row of a query. */
gboolean ris3_connection_query_int (Ris3Connection *self, const char *sql, gint64 *value, GError **error);

/* (transfer full); g_autoptr (sqlite3_stmt) finalizes it. */
sqlite3_stmt *ris3_connection_prepare (Ris3Connection *self, const char *sql, GError **error);
/* The same for what is run many times with few texts: the connection keeps the statement. g_autoptr (Ris3Statement)
 * gives it back, and only then the same text may be borrowed again. */
typedef sqlite3_stmt Ris3Statement;
Ris3Statement *ris3_connection_borrow (Ris3Connection *self, const char *sql, GError **error);
void ris3_statement_give_back (Ris3Statement *self);
/* While none is borrowed: lets go of them if there are many. */
void ris3_connection_trim_statements (Ris3Connection *self);
/* Binds parameters from the first on, by one letter each: 'i' gint64 (pass a gint64), 's' const char *
 * (NULL is NULL), 'n' nothing (no argument): NULL. */
void ris3_statement_bind (sqlite3_stmt *statement, const char *types, ...);
/* The next row. At the end of rows: TRUE with *has_row FALSE, and the statement is reset. */
gboolean ris3_connection_step (Ris3Connection *self, sqlite3_stmt *statement, gboolean *has_row, GError **error);
/* Runs a statement that returns no rows, and resets it for the next binding. */
gboolean ris3_connection_run (Ris3Connection *self, sqlite3_stmt *statement, GError **error);
/* A column as valid UTF-8; NULL for NULL. (transfer full) */
char *ris3_statement_get_text (sqlite3_stmt *statement, int column);

/* Turns the connection's last SQLite error into one of RIS3_ATLAS_ERROR or G_IO_ERROR_CANCELLED. */
void ris3_connection_set_error (Ris3Connection *self, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Connection, ris3_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Statement, ris3_statement_give_back)

G_END_DECLS

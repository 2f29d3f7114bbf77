/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-backup-private.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-editor.h"
#include "model/ris3-output-file.h"
#include "model/ris3-references-private.h"

G_BEGIN_DECLS

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
  gint64 last_change;    /* that was collected */
  GArray *lost_contacts; /* of Ris3RequestContact: of requests that it has deleted; NULL: none */
};

/* In ris3-editor.c. */

/* Runs a function until no other program is in the way: that one will let go of the file, and nobody has to be told.
 * Any other error ends it, and RIS3_ATLAS_ERROR_BUSY after a minute. */
gboolean ris3_editor_try (Ris3Editor *self,
                          gboolean (*attempt) (Ris3Editor *, gpointer, GError **),
                          gpointer data,
                          GError **error);
/* What is written into a file that has no name any more is lost: RIS3_ATLAS_ERROR_OPEN; a file or folder that is
 * read-only, also if it has become so since: RIS3_ATLAS_ERROR_WRITE. */
gboolean ris3_editor_check_file (Ris3Editor *self, GError **error);
gboolean ris3_editor_check_writable (Ris3Editor *self, GError **error);
/* What a large edit has filled is not needed for the next small one. */
void ris3_editor_release_memory (Ris3Editor *self);
/* Runs a function that reads all of the file, once: no page of it is kept for that. */
gboolean ris3_editor_copy_within (Ris3Editor *self,
                                  gboolean (*copy) (Ris3Editor *, gpointer, GError **),
                                  gpointer data,
                                  GError **error);
/* The time as the history has it. (transfer full) */
char *ris3_editor_get_now (void);

/* In ris3-editor-backup.c: keeps a copy if one is due. FALSE only if it is to be tried again, or was cancelled; what
 * else kept it from being made is for ris3_editor_take_backup_error (). */
gboolean ris3_editor_back_up (Ris3Editor *self, Ris3BackupKind kind, GError **error);

/* In ris3-editor-read.c: runs a function in a read transaction of the editor's connection. It may run more than once.
 * Errors as of ris3_connection_read (); another file in the place of this one: RIS3_ATLAS_ERROR_OPEN. */
gboolean ris3_editor_read (Ris3Editor *self, Ris3TransactionFunc func, gpointer user_data, GError **error);

G_END_DECLS

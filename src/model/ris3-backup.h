/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The backup copies of an atlas: whole atlases, which are made without being asked for.
 *
 * They are kept in a folder of the user's own data, one for each path of an atlas, and not beside the atlas: that may
 * be a folder that many people share, who would get each other's copies, with the persons in them, and would lose all
 * of them together with the atlas when the share is gone; it may be small, or be sent around as a whole. The price is
 * that each person has the copies of the days on which they edited, and that an atlas which is moved begins anew. (What
 * is made before a migration lies beside the atlas: the program that finds it there may be of any version.)
 *
 * In that folder there remain, after each new one, the copies of the 7 latest days that have any, and before these the
 * latest copy of each of the 4 latest weeks (from Monday on) that have any: days on which nobody edits do not count, so
 * that an atlas which is edited once a month has more than its latest copy. Only files whose names are exactly
 * "2026-11-29.ris3atlas" or "2026-11-29 10.35.12.ris3atlas" are ever removed: what is renamed is kept for ever. They
 * are read-only, so that nobody edits one that will be removed.
 */

typedef enum
{
  RIS3_BACKUP_DAILY,          /* before the first edit of a day */
  RIS3_BACKUP_BEFORE_RESTORE, /* before another backup copy is restored */
  RIS3_BACKUP_BEFORE_UPDATE,  /* before a migration: in the format of an older version */
  RIS3_BACKUP_BY_HAND,        /* beside the atlas, by “ris3 backup” */
} Ris3BackupKind;

typedef struct
{
  Ris3BackupKind kind;
  char *path;
  GDateTime *time; /* local */
  guint64 size;    /* bytes */
} Ris3Backup;

void ris3_backup_free (Ris3Backup *self);

/* Where the copies of an atlas are kept; the folder need not exist. (transfer full) */
char *ris3_backup_get_folder (const char *path);

/* The backup copies of an atlas, there and beside it (element-type Ris3Backup), the newest first. (transfer full) */
GPtrArray *ris3_backup_list (const char *path);

/* Keeps a copy of the atlas as it is now, through a temporary file and a rename, and removes those that are too old.
 *
 * kind: RIS3_BACKUP_DAILY: if there is one of this day, nothing is done; or RIS3_BACKUP_BEFORE_RESTORE
 * now: which day it is, in local time
 *
 * Errors: RIS3_ATLAS_ERROR; what is kept already stays then. */
gboolean ris3_backup_make (const char *path, Ris3BackupKind kind, GDateTime *now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Backup, ris3_backup_free)

G_END_DECLS

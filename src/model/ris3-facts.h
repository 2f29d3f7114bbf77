/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What can be said of an atlas as a file and as a whole. */
typedef struct
{
  guint64 size; /* bytes */
  guint schema_version;
  GDateTime *created; /* the file, local; NULL: the file system does not say */
  guint n_strategies;
  guint n_priorities;
  guint n_notes;
  guint n_comments;
  guint n_changes;         /* in the history */
  GDateTime *last_change;  /* the newest of the history, local; NULL: there is none */
  char *last_change_actor; /* "": there is none */
  char *last_change_title; /* the same */
  GPtrArray *backups;      /* of Ris3Backup, the newest first */
} Ris3Facts;

void ris3_facts_free (Ris3Facts *self);

/* Reads that off the thread of the views. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
void
ris3_facts_read_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
Ris3Facts *ris3_facts_read_finish (GAsyncResult *result, GError **error);
Ris3Facts *ris3_facts_read (const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Facts, ris3_facts_free)

G_END_DECLS

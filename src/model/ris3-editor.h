/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-changes.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* What an edit became. */
typedef struct
{
  gint64 change_id; /* in the history; 0: nothing was different, so nothing was recorded */
  char *title;      /* as it is called there */
  char *report;     /* what is said of it when it is done, where that is not its title; else NULL */
  gint64 *ids;      /* of each step: the id of the row that it added or changed; 0 where that is no number */
  guint n_ids;
  char *reverted;   /* of an undo or redo: the title of the edit that was undone or redone; else NULL */
  gboolean is_redo; /* which of the two */
} Ris3EditResult;

void ris3_edit_result_free (Ris3EditResult *self);

/* The one entry through which rows of an atlas are written, with a connection of its own that only one thread uses at a
 * time. Programs with views use ris3_atlas_edit_async () instead, which does this on the atlas's own thread.
 *
 * If another program is writing, this waits, and tries again. Errors of all functions: RIS3_EDIT_ERROR,
 * RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED; nothing was changed then.
 */
typedef struct _Ris3Editor Ris3Editor;

/* Whom the history names if nobody says who it is: the account's name. (transfer none) */
const char *ris3_editor_get_account (void);

/* Opens an atlas that ris3_atlas_open () has opened before, and so has checked and brought to the present version.
 *
 * actor: whom the history names; NULL: the account's name
 *
 * If the file or its folder is read-only, edits are refused, RIS3_ATLAS_ERROR_WRITE. (transfer full)
 */
Ris3Editor *ris3_editor_open (const char *path, const char *actor, GError **error);
void ris3_editor_free (Ris3Editor *self);

/* What ends whatever runs, or waits for another program; NULL: nothing. */
void ris3_editor_set_cancellable (Ris3Editor *self, GCancellable *cancellable);
/* Whom the history names from now on, as in ris3_editor_open (). */
void ris3_editor_set_actor (Ris3Editor *self, const char *actor);

/* Whether backup copies are kept (ris3-backup.h): before the first edit of each day, and before one is restored; in the
 * beginning, they are not. One that cannot be made does not stop the edit. */
void ris3_editor_set_keeps_backups (Ris3Editor *self, gboolean keeps_backups);
/* Why a backup copy could not be made, once. NULL: nothing is to be told. (transfer full) */
GError *ris3_editor_take_backup_error (Ris3Editor *self);

/* Copies the atlas as it is to another file, and checks the copy. It works even if the file of the atlas has been
 * removed or replaced while it was open. replace: whether the other file may exist; progress: for other threads, in
 * thousandths; may be NULL */
gboolean ris3_editor_copy (Ris3Editor *self, const char *to_path, gboolean replace, gint *progress, GError **error);

typedef enum
{
  RIS3_EDITOR_DEFAULT = 0,
  RIS3_EDITOR_TRY = 1 << 0, /* only sees whether it would work, and changes nothing */
} Ris3EditorFlags;

/* Applies edits, all or none, each with an entry in the history.
 *
 * failed: the index of the edit that an error is about; may be NULL
 *
 * Returns a Ris3EditResult for each, NULL on an error. (transfer full) */
GPtrArray *ris3_editor_apply (Ris3Editor *self,
                              Ris3Edit *const *edits,
                              guint n_edits,
                              Ris3EditorFlags flags,
                              guint *failed,
                              GError **error);

/* Reverts a change; id: 0 for the newest one that is in effect. That is recorded as an edit, which can be reverted in
 * turn. It is refused if its rows have been changed since, or what depends on them would be lost:
 * RIS3_EDIT_ERROR_CONFLICT names that edit, who made it and when. (transfer full) */
Ris3EditResult *ris3_editor_undo (Ris3Editor *self, gint64 id, GError **error);
/* Reverts the newest undo that no other edit has followed. (transfer full) */
Ris3EditResult *ris3_editor_redo (Ris3Editor *self, GError **error);
/* (transfer none) */
const char *ris3_editor_get_actor (Ris3Editor *self);
/* Which changes these two are about: only those of one person, by their name, or, as in the beginning, those of
 * everybody (NULL). */
void ris3_editor_set_undo_actor (Ris3Editor *self, const char *actor);
/* Another name of that person: who is called otherwise now still undoes what they did before. */
void ris3_editor_add_undo_actor (Ris3Editor *self, const char *actor);
/* What they would revert, by its title; NULL: nothing. (transfer full), both */
gboolean ris3_editor_get_undo_titles (Ris3Editor *self, char **undo_title, char **redo_title, GError **error);

/* Up to which change of the history everything is known already; in the beginning, all that there is. */
void ris3_editor_set_known (Ris3Editor *self, gint64 change_id);
/* What has changed since this was asked last, by this editor or by others; empty if nothing has. A change that
 * left no entry in the history (by another kind of program) is not known row by row: then it is each row that is shown,
 * and *all is TRUE. Another file in the place of this one: RIS3_ATLAS_ERROR_OPEN. (transfer full) */
Ris3Changes *ris3_editor_collect_changes (Ris3Editor *self, gboolean *all, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3EditResult, ris3_edit_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Editor, ris3_editor_free)

G_END_DECLS

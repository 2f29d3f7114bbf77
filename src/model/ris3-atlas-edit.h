/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* Editing an open atlas. All of this is called on the thread of the views, and works on one thread of the atlas's own,
 * with one connection (Ris3Editor), in the order in which it was asked for.
 *
 * When an edit has been made, the atlas is brought up to date and emits "changed" once; only then the callback follows.
 * A cancelled edit either was made, and then it succeeds, or it was not, and then it is G_IO_ERROR_CANCELLED. Errors of
 * all: RIS3_EDIT_ERROR, RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED; nothing was changed then, and it can be tried again.
 */

/* Makes an edit, or, with RIS3_EDITOR_TRY, sees whether it would be refused, as a form does while somebody is typing.
 */
void ris3_atlas_edit_async (Ris3Atlas *self,
                            Ris3Edit *edit,
                            Ris3EditorFlags flags,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Reverts a change; 0: the newest one of this person that is in effect. As ris3_editor_undo (). */
void ris3_atlas_undo_async (Ris3Atlas *self,
                            gint64 change_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Reverts the newest undo of this person that no other edit has followed. */
void
ris3_atlas_redo_async (Ris3Atlas *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Ends each of these three. (transfer full) */
Ris3EditResult *ris3_atlas_edit_finish (Ris3Atlas *self, GAsyncResult *result, GError **error);

/* Whom the history names, and whose edits are undone; NULL, as in the beginning: the account's name. former: names
 * under which the same person made edits, which they still undo, as those under the account's name; NULL: none */
void ris3_atlas_set_actor (Ris3Atlas *self, const char *actor, const char *const *former);

/* What would be undone and redone, as the edit is called in the history; NULL: nothing, or it is not known yet, before
 * the first edit or ris3_atlas_watch (). The properties "undo-title" and "redo-title". (transfer none) */
const char *ris3_atlas_get_undo_title (Ris3Atlas *self);
const char *ris3_atlas_get_redo_title (Ris3Atlas *self);

/* From now on, what other programs and windows commit to the file is noticed within a second; it is then brought up to
 * date and announced like an edit. If the file can no longer be read, or another one has taken its place, "lost" is
 * emitted with the GError, once until it can be read again; "found" then says so. */
void ris3_atlas_watch (Ris3Atlas *self);

/* Whether backup copies are kept (ris3-backup.h) by what is edited here; in the beginning, they are not. If one cannot
 * be made, the edit is made all the same, and "backup-failed" is emitted with the GError, once a day. */
void ris3_atlas_set_keeps_backups (Ris3Atlas *self, gboolean keeps_backups);

/* Copies the atlas as it is in its file to another one, and checks the copy. replace: whether that may exist. It works
 * even if its file has been removed or replaced since it was watched. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED;
 * nothing was written then. */
void ris3_atlas_copy_async (Ris3Atlas *self,
                            const char *to_path,
                            gboolean replace,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean ris3_atlas_copy_finish (Ris3Atlas *self, GAsyncResult *result, GError **error);
/* How far the present copy is, from 0 to 1; the check of it follows. */
double ris3_atlas_get_copy_progress (Ris3Atlas *self);

G_END_DECLS

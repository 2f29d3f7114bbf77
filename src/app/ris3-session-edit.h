/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-atlas-edit.h"

G_BEGIN_DECLS

/* Editing what a session shows. Reading is the quiet default: the property "editing" is FALSE in the beginning, and
 * what offers edits is shown only while it is TRUE. All that changes the atlas from a window goes through here, so that
 * the window can name it and offer to undo it: after each edit, undo and redo that changed something, the session emits
 *
 *   edited (Ris3EditResult *): everything already shows it
 *
 * and when one was refused that nobody waits for
 *
 *   edit-failed (GError *): RIS3_EDIT_ERROR, RIS3_ATLAS_ERROR
 *   text-refused (char *text, GError *): the same, with what somebody wrote
 *
 * After somebody has added a row in a place that is gone now, such as a form:
 *
 *   added (char *table, gint64 id): it is to be shown, and gets the focus
 *
 * Before a window is closed:
 *
 *   leaving (gboolean save): what is being written is saved, if save; a handler returns TRUE for what cannot be saved,
 *     and has shown it
 *   edits-done (): no edit is being made any more
 */

/* FALSE as well while no atlas is open; it ends when another atlas is opened, or when this one is read-only. */
gboolean ris3_session_get_editing (Ris3Session *self);
void ris3_session_set_editing (Ris3Session *self, gboolean editing);

/* Makes an edit for somebody who shows its error in a place of their own, such as a form, and otherwise closes it.
 * With RIS3_EDITOR_TRY it only sees whether the edit would be refused. (As ris3_atlas_edit_async ().) Without an atlas,
 * it is cancelled. */
void ris3_session_edit_async (Ris3Session *self,
                              Ris3Edit *edit,
                              Ris3EditorFlags flags,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* (transfer full) */
Ris3EditResult *ris3_session_edit_finish (Ris3Session *self, GAsyncResult *result, GError **error);

/* Tells of something that nobody waits for and that came to nothing, as "edit-failed" does. */
void ris3_session_tell_failure (Ris3Session *self, const GError *error);
/* Makes an edit of what somebody wrote in a place that is gone. atlas: which was open there */
void ris3_session_edit_text (Ris3Session *self, Ris3Atlas *atlas, Ris3Edit *edit, const char *text);
/* The text that an edit of such a place was about is not lost. */
void ris3_session_refuse_text (Ris3Session *self, const char *text, const GError *error);
/* Shows a row that was added. */
void ris3_session_show_added (Ris3Session *self, const char *table, gint64 id);
/* Before the end: whether something that is being written is in the way. */
gboolean ris3_session_leave (Ris3Session *self, gboolean save);
/* Whether an edit is being made, undone or redone. */
gboolean ris3_session_is_saving (Ris3Session *self);

/* Makes an edit that nobody waits for. */
void ris3_session_edit (Ris3Session *self, Ris3Edit *edit);
/* Reverts a change of the history; 0: the newest of this person. */
void ris3_session_undo (Ris3Session *self, gint64 change_id);
void ris3_session_redo (Ris3Session *self);

/* Whom the history names; NULL or empty: the account's name. former: names under which the same person made edits,
 * which they still undo; NULL: none */
void ris3_session_set_person (Ris3Session *self, const char *person, const char *const *former);

G_END_DECLS

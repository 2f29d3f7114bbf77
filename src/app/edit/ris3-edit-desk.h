/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session-edit.h"

G_BEGIN_DECLS

#define RIS3_TYPE_EDIT_DESK (ris3_edit_desk_get_type ())
G_DECLARE_FINAL_TYPE (Ris3EditDesk, ris3_edit_desk, RIS3, EDIT_DESK, GObject)

/* The group of actions "edit" of one window: each edit that a page or panel can ask for by name, without including
 * what does it. A button of the region page has the action "edit.priority-delete" and the id of its priority.
 *
 *   edit.undo (x), edit.redo (): a change of the history, 0 for the newest of this person
 *   edit.history (ss), edit.history-show (x): see ris3-history-window.h
 *   edit.strategy-delete (s): the id of a strategy
 *   edit.priority-delete (x), edit.priority-shift (xs): the id of a priority; "up", "down", "in" or "out"
 *   edit.priority-move (xxx): the priority; its parent or 0; the sibling before it, RIS3_EDIT_FIRST or RIS3_EDIT_LAST
 *   edit.set (ssa{sv}): table, key, new values of fields: a string, an int64, or an empty tuple for none
 *   edit.outline-paste (s): the id of the strategy that an extract is added to
 *   edit.note-delete, edit.activity-delete, edit.participation-delete (x): an id
 *
 * All but undo, redo and the history are disabled until the session is edited.
 */
Ris3EditDesk *ris3_edit_desk_new (Ris3Session *session, GtkWindow *window);

/* For other windows of the same desk. (transfer none) */
GActionGroup *ris3_edit_desk_get_actions (Ris3EditDesk *self);
Ris3Session *ris3_edit_desk_get_session (Ris3EditDesk *self); /* (transfer none) */
/* NULL when it is gone. (transfer none) */
GtkWindow *ris3_edit_desk_get_window (Ris3EditDesk *self);

/* Adds actions to the group, whose user data is the desk. */
void ris3_edit_desk_add_actions (Ris3EditDesk *self,
                                 const GActionEntry *entries,
                                 guint n_entries,
                                 gboolean only_while_editing);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change-log-private.h"
#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* Finds the change that undo (redo: that redo) is about to revert, and what it is called. actors: only changes by this
 * person, whose names each stand between two line ends; NULL: by anybody. id: 0 if there is none. title: may be NULL;
 * (transfer full) */
gboolean ris3_undo_find (Ris3Connection *connection,
                         const char *actors,
                         gboolean redo,
                         gint64 *id,
                         char **title,
                         GError **error);

/* Reverts a change, and records that: within a transaction, with foreign keys off, as the actions of the schema would
 * take away what somebody has added since; what they would say is looked at afterwards. It is refused,
 * RIS3_EDIT_ERROR_CONFLICT, if
 *
 * - a later change that is in effect touched one of its rows. Without this, a value that was changed to and fro would
 *   be taken for one that nobody has touched;
 * - the rows are not as the change left them, as another program has written;
 * - a row would refer to one that is gone.
 *
 * result: gets the id and title of the new entry, and what was reverted
 */
gboolean ris3_undo_perform (Ris3Connection *connection,
                            const Ris3References *references,
                            gint64 id,
                            const char *actor,
                            const char *now,
                            Ris3EditResult *result,
                            GError **error);

/* Takes out the many rows that a change has put into a table, where they are as it left them: the first part of
 * reverting it. It is in ris3-undo-inserted.c.
 *
 * rest: gets what of the changeset is still to be reverted, row by row; its size may be 0
 * touched: gets what reverting all of it does, of Ris3RowsTouched, added to what is there: as many as there are tables
 */
gboolean ris3_undo_take_out (Ris3Connection *connection,
                             const Ris3References *references,
                             const Ris3Changeset *changeset,
                             Ris3Changeset *rest,
                             guint8 *touched,
                             GError **error);

G_END_DECLS

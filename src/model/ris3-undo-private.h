/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change-log-private.h"

G_BEGIN_DECLS

/* Finds the change that undo (redo: that redo) is about to revert, and what it is called. actor: only changes by this
 * person; NULL: by anybody. id: 0 if there is none. title: may be NULL; (transfer full) */
gboolean
ris3_undo_find (Ris3Connection *connection, const char *actor, gboolean redo, gint64 *id, char **title, GError **error);

/* Reverts a change, and records that: within a transaction, with foreign keys off, as the actions of the schema would
 * take away what somebody has added since; what they would say is looked at afterwards. Values that others have changed
 * since are in the way: RIS3_EDIT_ERROR_CONFLICT. Of a row, only the values that the change is about count.
 *
 * title: of the new entry; (transfer full)
 */
gboolean ris3_undo_perform (Ris3Connection *connection,
                            const Ris3References *references,
                            gint64 id,
                            const char *actor,
                            const char *now,
                            gint64 *new_id,
                            char **title,
                            GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-references-private.h"

G_BEGIN_DECLS

/* Rows that get each other's values, of which only one row may have each: none can be the first. They are taken out
 * together and put back together. */
typedef struct
{
  GPtrArray *rows;
} Ris3Swap;

void ris3_swap_clear (Ris3Swap *self);

/* Remembers the update that a changeset is at, which could not be applied for another row. */
void ris3_swap_add (Ris3Swap *self, const Ris3KnownTable *table, sqlite3_changeset_iter *iter);

/* Makes those updates, while foreign keys are off. FALSE: if table is set, the row of that key cannot have its values,
 * and there is no error; else there is one. */
gboolean ris3_swap_perform (const Ris3Swap *self,
                            Ris3Connection *connection,
                            const Ris3KnownTable **table,
                            char **key,
                            GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3Swap, ris3_swap_clear)

G_END_DECLS

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
} Ris3Exchange;

void ris3_exchange_clear (Ris3Exchange *self);

/* Remembers the update that a changeset is at, which could not be applied for another row. */
void ris3_exchange_add (Ris3Exchange *self, const Ris3KnownTable *table, sqlite3_changeset_iter *iter);

/* Makes those updates, while foreign keys are off. FALSE: if table is set, the row of that key cannot have its values,
 * and there is no error; else there is one. */
gboolean ris3_exchange_perform (const Ris3Exchange *self,
                                Ris3Connection *connection,
                                const Ris3KnownTable **table,
                                char **key,
                                GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3Exchange, ris3_exchange_clear)

G_END_DECLS

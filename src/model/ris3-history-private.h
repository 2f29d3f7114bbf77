/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change-log-private.h"
#include "model/ris3-history.h"

G_BEGIN_DECLS

/* Opens a file to read its history; it is the present version of an atlas. (transfer full) */
Ris3Connection *ris3_history_open (const char *path, GCancellable *cancellable, GError **error);

/* The rows that belong to a strategy or a region, also those that were deleted, as a JSON array of pairs of table and
 * key. Of a deleted row, only the changesets know whose it was. (transfer full) */
char *ris3_history_find_rows (Ris3Connection *connection, const Ris3HistoryQuery *query, GError **error);

/* Sets what the rows of values (of Ris3ChangedValue) are called and hold now; in ris3-history-names.c. */
gboolean ris3_history_add_names (Ris3Connection *connection,
                                 const Ris3References *references,
                                 GPtrArray *values,
                                 GError **error);

G_END_DECLS

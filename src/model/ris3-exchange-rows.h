/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-exchange.h"

G_BEGIN_DECLS

/* All rows of an exchanged table of an atlas, in the form in which they are written and compared: answers "1", "0" and
 * "", priorities from the first to the last of each strategy, with those below each. Immutable. */
typedef struct _Ris3ExchangeRows Ris3ExchangeRows;

/* Reads them from the file, off the main thread, all from one state. Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED.
 * (transfer full) */
Ris3ExchangeRows *
ris3_exchange_rows_load (const char *atlas_path, Ris3Exchange table, GCancellable *cancellable, GError **error);
Ris3ExchangeRows *ris3_exchange_rows_ref (Ris3ExchangeRows *self);
void ris3_exchange_rows_unref (Ris3ExchangeRows *self);

guint ris3_exchange_rows_get_n_rows (Ris3ExchangeRows *self);
/* The value in a column of ris3_exchange_get_columns (); "" where there is none. (transfer none) */
const char *ris3_exchange_rows_get (Ris3ExchangeRows *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ExchangeRows, ris3_exchange_rows_unref)

G_END_DECLS

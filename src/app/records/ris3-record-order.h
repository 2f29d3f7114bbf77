/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-data.h"

G_BEGIN_DECLS

/* Which rows of the data are shown, and in which order. Immutable: any thread may read it. */
typedef struct _Ris3RecordOrder Ris3RecordOrder;

/* What is shown. */
typedef struct
{
  Ris3FilterResult *filter; /* what it leaves; NULL: all */
  gboolean all_periods;     /* not only what the map counts */
  gint difference;          /* Ris3Difference: only such regions, where maps are compared; -1: all */
} Ris3RecordChoice;

/* choice: which rows
 * column: by which they are sorted, empty cells always at the end; -1: their natural order, in which those that are
 *   alike stand in any case
 *
 * Off the main thread, if there are many rows. (transfer full) */
Ris3RecordOrder *
ris3_record_order_new (Ris3RecordData *data, const Ris3RecordChoice *choice, gint column, gboolean descending);
Ris3RecordOrder *ris3_record_order_ref (Ris3RecordOrder *self);
void ris3_record_order_unref (Ris3RecordOrder *self);

Ris3RecordData *ris3_record_order_get_data (Ris3RecordOrder *self);
guint ris3_record_order_get_n_rows (Ris3RecordOrder *self);
/* The base: how many there are of the period, or periods, whatever is filtered by. */
guint ris3_record_order_get_n_all (Ris3RecordOrder *self);
/* The row of the data at a position. */
guint ris3_record_order_get_row (Ris3RecordOrder *self, guint position);
/* The reverse; FALSE: it is not shown. */
gboolean ris3_record_order_find (Ris3RecordOrder *self, guint row, guint *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RecordOrder, ris3_record_order_unref)

G_END_DECLS

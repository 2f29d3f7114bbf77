/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-order.h"

G_BEGIN_DECLS

/* At a position, so many rows are replaced by so many others. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} Ris3RecordChange;

/* What makes one order of rows of another: few changes where few rows differ, so that a list keeps its place. They are
 * to be applied from the first to the last. Off the main thread, if there are many rows.
 *
 * from: NULL for nothing
 * (transfer full): of Ris3RecordChange */
GArray *ris3_record_changes_new (Ris3RecordOrder *from, Ris3RecordOrder *to);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-order.h"
#include "report/ris3-export.h"

G_BEGIN_DECLS

/* What a table shows at one time: its rows, sorted and filtered, and its columns, in the order of the window.
 * Immutable: any thread may read it. */
typedef struct _Ris3RecordShown Ris3RecordShown;

/* columns: indices, n_columns of them; sorted_by: for people, may be NULL. (transfer full) */
Ris3RecordShown *
ris3_record_shown_new (Ris3RecordOrder *order, const guint *columns, guint n_columns, const char *sorted_by);
Ris3RecordShown *ris3_record_shown_ref (Ris3RecordShown *self);
void ris3_record_shown_unref (Ris3RecordShown *self);

Ris3RecordOrder *ris3_record_shown_get_order (Ris3RecordShown *self);
const char *ris3_record_shown_get_contents (Ris3RecordShown *self); /* "Strategies" */
guint ris3_record_shown_get_n_columns (Ris3RecordShown *self);
const char *ris3_record_shown_get_title (Ris3RecordShown *self, guint column);

/* Rows of the data as tab-separated text with headings, as spreadsheets take it from the clipboard. (transfer full) */
char *ris3_record_shown_to_tsv (Ris3RecordShown *self, GArray *rows);
/* All rows, to be written to a file. Off the main thread. (transfer full) */
Ris3Export *ris3_record_shown_export (Ris3RecordShown *self, const Ris3ExportBase *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RecordShown, ris3_record_shown_unref)

G_END_DECLS

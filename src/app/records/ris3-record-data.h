/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-comparison.h"
#include "model/ris3-exchange-rows.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* Of what the table page shows a row each. */
typedef enum
{
  RIS3_RECORDS_STRATEGIES,
  RIS3_RECORDS_PRIORITIES,
  RIS3_RECORDS_REGIONS, /* the areas that the map shows */
  RIS3_N_RECORDS,
} Ris3Records;

/* "strategies": for settings and actions. */
const char *ris3_records_get_id (Ris3Records records);
gboolean ris3_records_from_id (const char *id, Ris3Records *records);
const char *ris3_records_get_title (Ris3Records records); /* "Strategies" */

/* All rows of one kind, in their natural order, as an atlas and its map were at one time. What a cell says is made when
 * it is asked for. Immutable: any thread may read it. */
typedef struct _Ris3RecordData Ris3RecordData;

/* Off the main thread, as it may read the file of the atlas.
 *
 * second: that the classification is compared with: its areas have rows, too; NULL: nothing is compared
 * themes: of Ris3Theme, all codebooks; of priorities only
 * rows: the table of priorities, if it has been read and has not changed since; may be NULL
 *
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3RecordData *ris3_record_data_new (Ris3Records records,
                                      Ris3Classification *classification,
                                      Ris3Classification *second,
                                      const char *atlas_path,
                                      GPtrArray *themes,
                                      Ris3ExchangeRows *rows,
                                      GCancellable *cancellable,
                                      GError **error);
Ris3RecordData *ris3_record_data_ref (Ris3RecordData *self);
void ris3_record_data_unref (Ris3RecordData *self);

Ris3Records ris3_record_data_get_records (Ris3RecordData *self);
guint ris3_record_data_get_n_rows (Ris3RecordData *self);
Ris3Classification *ris3_record_data_get_classification (Ris3RecordData *self);
/* NULL: nothing is compared. (transfer none) */
Ris3Classification *ris3_record_data_get_second (Ris3RecordData *self);
/* The table of priorities; NULL for others. (transfer none) */
Ris3ExchangeRows *ris3_record_data_get_rows (Ris3RecordData *self);

/* What the row is called in the atlas, or the code of its region: "FRL0-2014", "346", "FRL0". (transfer none) */
const char *ris3_record_data_get_key (Ris3RecordData *self, guint row);
/* The row of that key; FALSE: there is none. */
gboolean ris3_record_data_find (Ris3RecordData *self, const char *key, guint *row);
/* The strategy that the row is, or is of; NULL for a region. (transfer none) */
Ris3Strategy *ris3_record_data_get_strategy (Ris3RecordData *self, guint row);
/* The regions of the boundaries that the row is about; none for a strategy without a place there. (transfer none) */
const guint *ris3_record_data_get_regions (Ris3RecordData *self, guint row, guint *n_regions);
/* Whether a filter leaves the row: a region, if it leaves one of the strategies that decide about it. */
gboolean ris3_record_data_matches (Ris3RecordData *self, guint row, Ris3FilterResult *result);
/* Whether the row is of the period that the map shows, or of one of two maps; of a region, always. */
gboolean ris3_record_data_is_of_period (Ris3RecordData *self, guint row);
/* What became of a region from one map to the other. FALSE: nothing is compared, or it is known on none. */
gboolean ris3_record_data_get_difference (Ris3RecordData *self, guint row, Ris3Difference *difference);
/* What a cell says, on one line; "" if there is nothing to say. (transfer full) */
char *ris3_record_data_get_text (Ris3RecordData *self, guint row, guint column);
/* Whether two rows of one kind, maybe of two times, say the same everywhere. */
gboolean ris3_record_data_equal (Ris3RecordData *self, guint row, Ris3RecordData *other, guint other_row);

/* Each row's place by a column, from 0 on, in the order of the locale; equal cells share one, and G_MAXUINT32 is an
 * empty one. The first call for a column finds them, off the main thread if there are many rows. (transfer none) */
const guint32 *ris3_record_data_get_ranks (Ris3RecordData *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RecordData, ris3_record_data_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/records/ris3-record-shown.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_RECORD_TABLE (ris3_record_table_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RecordTable, ris3_record_table, RIS3, RECORD_TABLE, GtkWidget)

/* The table page: strategies, priorities or the regions of the map as rows, under the map's headline. Rows are read,
 * sorted and compared off the main thread, and only while the page is seen. What is selected is the session's, both
 * ways. Offers the actions record.records (s: ris3_records_get_id ()), record.copy, record.open and record.show-on-map.
 *
 * Signals:
 *   opened (): the region of a row is selected, and its record is to be shown beside the table
 *   map-wanted (): what is selected is to be shown on the map
 *   unplaced (const char *title): a row has no place on the map
 *   copied (guint n_rows): they are on the clipboard
 */
GtkWidget *ris3_record_table_new (Ris3Session *session, GSettings *settings);
/* Remembers its columns and orders. */
void ris3_record_table_save (Ris3RecordTable *self);

/* Shows only what a filter leaves; NULL: all rows. */
void ris3_record_table_set_filter_result (Ris3RecordTable *self, Ris3FilterResult *result);
Ris3FilterResult *ris3_record_table_get_filter_result (Ris3RecordTable *self); /* (transfer none) */
/* column: its id; FALSE: its kind of rows has none of that id */
gboolean ris3_record_table_sort_by (Ris3RecordTable *self, const char *column, gboolean descending);
/* What is seen; NULL: nothing yet, or no column. (transfer full) */
Ris3RecordShown *ris3_record_table_dup_shown (Ris3RecordTable *self);
/* "24 of 317 strategies", as it stands below the table. (transfer none) */
const char *ris3_record_table_get_count (Ris3RecordTable *self);

G_END_DECLS

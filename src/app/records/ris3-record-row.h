/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-data.h"

G_BEGIN_DECLS

#define RIS3_TYPE_RECORD_ROW (ris3_record_row_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RecordRow, ris3_record_row, RIS3, RECORD_ROW, GObject)

/* One row, as a list gives it to its view: made on demand, and only a reference to the data. */
Ris3RecordRow *ris3_record_row_new (Ris3RecordData *data, guint row);

Ris3RecordData *ris3_record_row_get_data (Ris3RecordRow *self);
guint ris3_record_row_get_row (Ris3RecordRow *self);

G_END_DECLS

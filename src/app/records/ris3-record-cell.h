/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/records/ris3-record-row.h"

G_BEGIN_DECLS

#define RIS3_TYPE_RECORD_CELL (ris3_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RecordCell, ris3_record_cell, RIS3, RECORD_CELL, GtkWidget)

/* A cell of a table: one line, shortened if need be. A column view makes some 200 rows of these and keeps giving them
 * other rows; the text is only made when a cell is drawn. */
GtkWidget *ris3_record_cell_new (guint column);
/* row: NULL for none; position: in the list */
void ris3_record_cell_set_row (Ris3RecordCell *self, Ris3RecordRow *row, guint position);

Ris3RecordRow *ris3_record_cell_get_row (Ris3RecordCell *self); /* (transfer none) */
guint ris3_record_cell_get_column (Ris3RecordCell *self);
guint ris3_record_cell_get_position (Ris3RecordCell *self);
/* What it says, if not all of it is seen; NULL: all is. (transfer full) */
char *ris3_record_cell_dup_hidden_text (Ris3RecordCell *self);

G_END_DECLS

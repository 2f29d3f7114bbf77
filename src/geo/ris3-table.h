/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table with all columns as text, so that codes stay as they are ("2.10", "007"). Immutable. */
typedef struct _Ris3Table Ris3Table;

/* Reads a table: CSV (RFC 4180, UTF-8, first row the names of the columns; commas, semicolons or tabs), or the first
 * sheet of a file whose name ends in ".xlsx" or ".ods", for which GDAL is loaded.
 *
 * Each row is read whole, or the table is refused, with file, line and column. No file beside the table is looked at.
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
Ris3Table *ris3_table_load (const char *path, GCancellable *cancellable, GError **error);
Ris3Table *ris3_table_ref (Ris3Table *self);
void ris3_table_unref (Ris3Table *self);

guint ris3_table_get_n_columns (Ris3Table *self);
const char *const *ris3_table_get_columns (Ris3Table *self);
guint ris3_table_get_n_rows (Ris3Table *self);
/* The cells, row by row; NULL where a row of a sheet has fewer than there are columns. (transfer none) */
const char *const *ris3_table_get_cells (Ris3Table *self);
/* The line of the file that each row begins on, from 1; in formats other than CSV, the number of the row. (transfer
 * none) */
const guint *ris3_table_get_lines (Ris3Table *self);
/* The same, of the names of the columns. */
guint ris3_table_get_heading_row (Ris3Table *self);

typedef enum
{
  RIS3_CELL_TEXT,
  RIS3_CELL_NUMBER,  /* the text is the shortest that reads back as it; leading zeros of a code are lost */
  RIS3_CELL_DATE,    /* the text is ISO 8601 */
  RIS3_CELL_BOOLEAN, /* "1" or "0" */
  RIS3_CELL_ERROR,   /* a formula without a value, or with an error: the text is what stands there */
} Ris3CellKind;

/* The kind of each cell, row by row; NULL where all are text (CSV). (transfer none) */
const guint8 *ris3_table_get_kinds (Ris3Table *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Table, ris3_table_unref)

G_END_DECLS

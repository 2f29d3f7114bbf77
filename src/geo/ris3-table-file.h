/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"

G_BEGIN_DECLS

/* A file with tables, as it is found: CSV (any delimiter; UTF-8, UTF-16, Windows-1252/Latin-1; with or without byte
 * order mark), XLSX or ODS. Immutable once opened. */
typedef struct _Ris3TableFile Ris3TableFile;

typedef struct
{
  const char *encoding; /* of CSV, as iconv calls it; NULL: it is found out */
  char separator;       /* of CSV; '\0': it is found out */
} Ris3TableOptions;

typedef struct
{
  const char *name; /* of the sheet; of a CSV, the name of the file without its ending */
  gboolean is_hidden;
} Ris3Sheet;

/* Looks at a file. options: NULL for none. Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3TableFile *
ris3_table_file_open (const char *path, const Ris3TableOptions *options, GCancellable *cancellable, GError **error);
Ris3TableFile *ris3_table_file_ref (Ris3TableFile *self);
void ris3_table_file_unref (Ris3TableFile *self);

guint ris3_table_file_get_n_sheets (Ris3TableFile *self);
const Ris3Sheet *ris3_table_file_get_sheet (Ris3TableFile *self, guint sheet);
/* How a CSV was understood; NULL and '\0' for the others. */
const char *ris3_table_file_get_encoding (Ris3TableFile *self);
char ris3_table_file_get_separator (Ris3TableFile *self);

/* Reads a sheet; its first row with text is the names of the columns. Each row is read whole, or the table is refused.
 *
 * max_rows: 0 for all; a few for a preview
 * progress: atomic, rows that are read; may be NULL
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3Table *ris3_table_file_read (Ris3TableFile *self,
                                 guint sheet,
                                 guint max_rows,
                                 gint *progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3TableFile, ris3_table_file_unref)

G_END_DECLS
/* and in ris3-table.h:

typedef enum
{
  RIS3_CELL_TEXT,
  RIS3_CELL_NUMBER,  // the text is the shortest that reads back as it; leading zeros of a code are lost
  RIS3_CELL_DATE,    // the text is ISO 8601
  RIS3_CELL_BOOLEAN, // "1" or "0"
  RIS3_CELL_ERROR,   // a formula without a value, or with an error: the text is what stands there
} Ris3CellKind;

// The kind of each cell, row by row; NULL where all are text (CSV). (transfer none)
const guint8 *ris3_table_get_kinds (Ris3Table *self);
*/

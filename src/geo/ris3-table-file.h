/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"

G_BEGIN_DECLS

/* A file with tables, as it is found: CSV (commas, semicolons, tabs or bars; UTF-8, UTF-16 or Windows-1252, with or
 * without a byte order mark), XLSX or ODS, which its contents tell, not its name. It is read at once, so what becomes
 * of the file afterwards does not matter. Immutable: any thread may read it. */
typedef struct _Ris3TableFile Ris3TableFile;

#define RIS3_TABLE_SEPARATORS ",;\t|"

typedef struct
{
  const char *encoding; /* of CSV, as iconv calls it; NULL: it is found out */
  char separator;       /* of CSV, one of RIS3_TABLE_SEPARATORS; '\0': it is found out */
  guint heading_row;    /* the line of a CSV, or the row of each sheet, with the names of the columns, from 1; what is
                           above it is left out; 0: the first with text */
} Ris3TableOptions;

/* A row as it stands in the file. */
typedef struct
{
  guint line; /* or row of the sheet, from 1 */
  char **cells;
} Ris3TableRow;

typedef struct
{
  const char *name;   /* of the sheet; of a CSV, the name of the file without its ending */
  gboolean is_hidden; /* as XLSX says; of ODS it is not known */
} Ris3Sheet;

/* Whether a file is read as a CSV, of one sheet, which takes less than to look at it; FALSE: it is a spreadsheet, or
 * cannot be read. */
gboolean ris3_table_file_is_text (const char *path);

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

/* Reads a sheet; its first row with text, or the heading_row, is the names of the columns. Each row is read whole, or
 * the table is refused. What made a cell safe from being taken for a formula (ris3_table_write ()) is undone.
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

/* The first rows with text of a file or of one of its sheets, n_rows at most, as Ris3TableRow: titles, headings and
 * whatever else. Of a CSV, a row that cannot be read is left out. options: their heading_row does not matter.
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
GPtrArray *ris3_table_file_peek (const char *path,
                                 const Ris3TableOptions *options,
                                 guint sheet,
                                 guint n_rows,
                                 GCancellable *cancellable,
                                 GError **error);
/* The same rows, of a table that was read from the first with text on. (transfer full) */
GPtrArray *ris3_table_file_peek_table (Ris3Table *table, guint n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3TableFile, ris3_table_file_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RIS3_TABLE_CSV,
  RIS3_TABLE_XLSX,
  RIS3_TABLE_ODS,
} Ris3TableFormat;

typedef enum
{
  RIS3_COLUMN_TEXT,
  RIS3_COLUMN_INTEGER,
  RIS3_COLUMN_REAL,
  RIS3_COLUMN_DATE, /* ISO 8601 */
} Ris3ColumnKind;

/* What a column of a form is for. */
typedef enum
{
  RIS3_COLUMN_RECORDED, /* to be read */
  RIS3_COLUMN_ANSWER,   /* to be filled in: it has another ground */
  RIS3_COLUMN_TITLE,    /* says what stands beside it */
  RIS3_COLUMN_HIDDEN,   /* for programs */
} Ris3ColumnUse;

/* How a column of a form looks. */
typedef struct
{
  Ris3ColumnUse use;
  guint width;                /* in characters */
  const char *const *choices; /* what can be chosen in its cells, or written: NULL-terminated; NULL: nothing */
} Ris3ColumnLook;

/* A cell of a form that looks other than its column; of the look, its width does not matter. */
typedef struct
{
  guint row; /* below the headings */
  guint column;
  Ris3ColumnLook look;
} Ris3CellLook;

/* The text of a cell, NULL or "" for an empty one; borrowed until the next call of the same thread: of a CSV, several
 * write parts. */
typedef const char *(*Ris3CellFunc) (guint row, guint column, gpointer user_data);

/* A sheet to be written. All of it is borrowed. */
typedef struct
{
  const char *name;
  const char *const *columns;  /* n_columns headings */
  const Ris3ColumnKind *kinds; /* n_columns */
  guint n_columns;
  guint n_rows;
  Ris3CellFunc get_cell;
  gpointer user_data;
  const Ris3ColumnLook *looks; /* n_columns, of a form that people fill in or print, all of texts; NULL: plain */
  guint n_frozen;              /* of a form: columns that stay in view, with the headings */
  guint n_lines;               /* of a form: how many lines of text a row has room for at least; ODS does not know it */
  const Ris3CellLook *odd;     /* of a form: one cell; NULL: none */
} Ris3SheetSource;

/* What fits into a spreadsheet: the rows of a sheet, with that of the headings, and the UTF-16 units of a cell. */
#define RIS3_SPREADSHEET_MAX_ROWS 1048576
#define RIS3_SPREADSHEET_MAX_TEXT 32767

/* Makes a table file through OGR: for CSV (UTF-8 with a byte order mark, which Excel needs) of the first sheet alone.
 *
 * Texts stay texts, numbers and dates are typed cells of a spreadsheet. A column in which one cell is not written as
 * its kind is (a year "about 2014", a day "2019-05") is one of texts, so that each cell says what it did. Cells of a
 * CSV that a spreadsheet would take for a formula are made safe (ris3-formula-guard.h). What a spreadsheet cannot
 * hold (too many rows, too long a text, a control character) is refused, never cut. In one file, all sheets are forms,
 * or none is.
 *
 * progress: atomic, rows that are written; may be NULL
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full)
 */
GBytes *ris3_table_write (Ris3TableFormat format,
                          const Ris3SheetSource *sheets,
                          guint n_sheets,
                          gint *progress,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS

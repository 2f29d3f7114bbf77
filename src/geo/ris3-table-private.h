/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"

G_BEGIN_DECLS

struct _Ris3Table
{
  gatomicrefcount ref_count;
  GPtrArray *columns; /* of char * */
  GPtrArray *cells;   /* of char *, row by row; in strings */
  GPtrArray *strings; /* of GStringChunk, one for each core that has read a part */
  GArray *lines;      /* of guint */
  guint heading_row;  /* the line of the names of the columns */
  GByteArray *kinds;  /* of Ris3CellKind; NULL: all are texts */
};

typedef enum
{
  RIS3_SHEET_CSV,
  RIS3_SHEET_XLSX,
  RIS3_SHEET_ODS,
} Ris3SheetKind;

/* How much of a table is read. */
typedef struct
{
  guint max_rows;    /* 0: all */
  guint heading_row; /* 0: the first with text */
  gint *progress;    /* atomic, rows that are read; may be NULL */
  GCancellable *cancellable;
} Ris3ReadingLimits;

/* No table that a person makes has more columns; without a limit, the memory of a table of nothing but separators would
 * be many times its length. */
#define RIS3_TABLE_MAX_COLUMNS 256

/* Counts a row. FALSE: no more are wanted, or, with an error, it was cancelled. */
gboolean ris3_reading_limits_count (const Ris3ReadingLimits *self, guint n_rows, GError **error);

/* An empty table. (transfer full) */
Ris3Table *ris3_table_new (void);
/* Where a thread may keep texts of its part. (transfer none) */
GStringChunk *ris3_table_add_strings (Ris3Table *self);

G_END_DECLS

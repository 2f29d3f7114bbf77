/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-file.h"

G_BEGIN_DECLS

/* The text of a CSV, made ready for OGR, which cuts it into cells: UTF-8, "\n" between the rows, no blank ones, and
 * with a first row of names of our own ("c0", "c1", one more than there are columns), from which OGR takes the
 * separator and the number of columns. What OGR would lose in silence is not in it. */
typedef struct
{
  char *text;
  gsize length;
  const char *encoding; /* as iconv calls it */
  char *named_encoding; /* where the caller named it */
  char separator;
  guint n_columns;
  GArray *lines;  /* of guint: the line that each row begins on; the first row is the names of the columns */
  GArray *starts; /* of gsize: where in text rows begin that are a multiple of RIS3_CSV_TEXT_PART, but for the first */
} Ris3CsvText;

/* Rows that are given to one core. */
#define RIS3_CSV_TEXT_PART 8192

/* Decodes and checks a CSV.
 *
 * Each row is whole, or the file is refused: OGR would drop a surplus cell, end one at a NUL and guess what a quotation
 * mark in the middle of a cell means.
 *
 * name: of the file, for messages
 * options: or NULL
 * Errors: RIS3_GEO_ERROR_INVALID with file, line and column, RIS3_GEO_ERROR_MISSING. (transfer full)
 */
Ris3CsvText *ris3_csv_text_new (GBytes *bytes, const char *name, const Ris3TableOptions *options, GError **error);
void ris3_csv_text_free (Ris3CsvText *self);

/* Adds the first rows with text, as Ris3TableRow, n_rows at most, to rows. Each is read as if it were the first.
 * Errors: RIS3_GEO_ERROR_INVALID. */
gboolean ris3_csv_text_peek (GBytes *bytes,
                             const char *name,
                             const Ris3TableOptions *options,
                             guint n_rows,
                             GPtrArray *rows,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CsvText, ris3_csv_text_free)

/* The one separator of RIS3_TABLE_SEPARATORS by which all rows at the beginning have the same number of cells, and more
 * than one; '\0': there is none, or several. */
char ris3_csv_find_separator (const char *text, gsize length);

/* Turns bytes into UTF-8, with bad where the first byte is that is no text; NULL if there is none. A byte order mark is
 * left out. Sets encoding. (transfer full) */
char *ris3_csv_decode (GBytes *bytes,
                       const char *name,
                       const char *wanted,
                       gsize *length,
                       const char **encoding,
                       const char **bad,
                       GError **error);

G_END_DECLS

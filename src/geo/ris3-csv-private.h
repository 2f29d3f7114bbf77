/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-private.h"

G_BEGIN_DECLS

/* Reads a table in CSV (RFC 4180): commas, semicolons or tabs between the cells, whichever the first row has.
 *
 * Each row is read whole, or the table is refused: OGR would drop a surplus cell, end one at a NUL, guess what a
 * quotation mark in the middle of a cell means, and obey a file of types beside the table.
 *
 * text: the file, of any bytes and length
 * name: of the file, for messages
 * Errors: RIS3_GEO_ERROR_INVALID with file, line and column, RIS3_GEO_ERROR_MISSING. (transfer full)
 */
Ris3Table *ris3_csv_read (const char *text, gsize length, const char *name, GError **error);
/* The same with a separator that is known. */
Ris3Table *ris3_csv_read_with (const char *text,
                               gsize length,
                               const char *name,
                               char separator,
                               const Ris3ReadingLimits *limits,
                               GError **error);
/* The separator of a table that people made: the one of RIS3_TABLE_SEPARATORS by which its first rows have the same
 * number of cells, the most of them; a comma if there is none. */
char ris3_csv_find_separator (const char *text, gsize length);

G_END_DECLS

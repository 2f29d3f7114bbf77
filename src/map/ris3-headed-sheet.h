/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table-file.h"
#include "map/ris3-column-mapping.h"

G_BEGIN_DECLS

/* A table file that is opened at the row with its headings, which may have titles above it, and what one of its sheets
 * is by these. Its fields are its own. */
typedef struct
{
  Ris3TableFile *file;
  guint sheet;
  guint heading_row; /* as in Ris3TableOptions, but never 0 */
  Ris3Table *sample; /* its first rows */
  GPtrArray *rows;   /* of Ris3TableRow: the first of the file, of which one has the headings */
  gboolean is_known; /* as one of the atlas's tables */
  Ris3Exchange table;
} Ris3HeadedSheet;

/* How many of the first rows may have the headings. */
#define RIS3_HEADED_SHEET_N_ROWS 20

/* options: with the heading_row 0, it is the row that looks most like headings
 * sheet: G_MAXUINT for the first that is known, or else the first that is not hidden
 * n_samples: how many rows the sample has
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3HeadedSheet *ris3_headed_sheet_open (const char *path,
                                         const Ris3TableOptions *options,
                                         guint sheet,
                                         guint n_samples,
                                         GCancellable *cancellable,
                                         GError **error);
void ris3_headed_sheet_free (Ris3HeadedSheet *self);
/* Brings sheets of one file, as Ris3HeadedSheet, into the order in which they are to be imported: what others name
 * comes first. */
void ris3_headed_sheets_sort (GPtrArray *sheets);
/* Opens all sheets that are not hidden and are known, in that order; several may be of one table.
 *
 * unread: (out) the names of the other sheets that are not hidden; NULL-terminated. (transfer full)
 *
 * Errors: RIS3_GEO_ERROR, also if there are none; G_IO_ERROR_CANCELLED. (transfer full), of
 * Ris3HeadedSheet */
GPtrArray *ris3_headed_sheet_open_known (const char *path,
                                         const Ris3TableOptions *options,
                                         guint n_samples,
                                         char ***unread,
                                         GCancellable *cancellable,
                                         GError **error);

/* The name of the sheet, for messages; NULL if it is the only one. (transfer none) */
const char *ris3_headed_sheet_get_name (const Ris3HeadedSheet *self);
/* Which of the rows, as Ris3TableRow, looks like the headings of a table of the atlas: its line; 0: none more than the
 * first. */
guint ris3_headed_sheet_guess_row (GPtrArray *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3HeadedSheet, ris3_headed_sheet_free)

G_END_DECLS

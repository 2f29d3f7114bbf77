/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-table.h"
#include "map/ris3-region-finder.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* What is joined from a table, and how it is called. Strings are borrowed. */
typedef struct
{
  guint code_column;
  guint value_column;
  guint nuts_version; /* that codes are of; 0: the codes tell */
  const char *name;
  const char *unit;
  guint year; /* 0: not said */
  const char *source;
  const char *source_file;
  const char *source_date;
} Ris3JoinChoice;

/* A row that was not joined. */
typedef struct
{
  guint line;
  char *text; /* of the cell with the code, or with the value that is none */
  char *problem;
} Ris3UnjoinedRow;

/* A column of a table that is joined to the regions that another column names: which rows are, which not and why, and
 * which regions got no value. Nothing is guessed about a region: see Ris3RegionMatcher. Immutable. */
typedef struct _Ris3ColumnJoin Ris3ColumnJoin;

/* Which columns have the codes and the values, by what is in them. FALSE: no column has codes. */
gboolean ris3_column_join_guess (Ris3Table *table, guint *code_column, guint *value_column);
/* What a heading says: of “GDP per head (EUR) 2021” the name, the unit and the year. (transfer full), name and unit;
 * year 0, unit "": not said. file_name: what the column is called where the heading is only a year */
void ris3_column_join_read_heading (const char *heading, const char *file_name, char **name, char **unit, guint *year);
/* The day on which a file was written last, as in “2026-11-30”; empty if it is not known. (transfer full) */
char *ris3_column_join_find_date (const char *path);

/* finder: of the NUTS version that is taken where codes are the same in several
 * Errors: G_IO_ERROR_INVALID_ARGUMENT, a sentence, where nothing can be joined. (transfer full) */
Ris3ColumnJoin *
ris3_column_join_new (Ris3Table *table, const Ris3JoinChoice *choice, Ris3RegionFinder *finder, GError **error);
void ris3_column_join_free (Ris3ColumnJoin *self);

gboolean ris3_column_join_get_is_text (Ris3ColumnJoin *self);
guint ris3_column_join_get_n_values (Ris3ColumnJoin *self);
guint ris3_column_join_get_n_empty (Ris3ColumnJoin *self); /* rows of a region without a value */
/* Of Ris3UnjoinedRow. (transfer none) */
GPtrArray *ris3_column_join_get_unjoined (Ris3ColumnJoin *self);
/* Codes of regions of those levels that most values are of, that have none, of the finder's boundaries. (transfer none)
 */
const char *const *ris3_column_join_get_missing (Ris3ColumnJoin *self);
/* "column:NAME", for views. (transfer none) */
const char *ris3_column_join_get_indicator (Ris3ColumnJoin *self);
/* The level that most values are of. */
guint ris3_column_join_get_level (Ris3ColumnJoin *self);
/* What became of the rows, in a sentence. (transfer full) */
char *ris3_column_join_describe (Ris3ColumnJoin *self);
/* One edit that adds the column. (transfer full) */
Ris3Edit *ris3_column_join_make_edit (Ris3ColumnJoin *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ColumnJoin, ris3_column_join_free)

G_END_DECLS

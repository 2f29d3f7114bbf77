/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* How many of the strategies and priorities that match a filter have which values of one facet, or of two. A strategy
 * is counted once in each value, and in each cell, that it has; so it may be in several rows of themes, programmes or
 * comments, and their sum is no base. Of themes, it is in those of its priorities that match. Immutable.
 */
typedef struct _Ris3CrossTable Ris3CrossTable;

#define RIS3_TYPE_CROSS_TABLE (ris3_cross_table_get_type ())
GType ris3_cross_table_get_type (void) G_GNUC_CONST;

typedef struct
{
  const char *id;    /* as a filter has it; NULL: what has none of the values */
  const char *title; /* "France"; NULL where the id is */
  guint n_strategies;
  guint n_priorities; /* that match: of these strategies, in a row of a theme those with the theme; no areas */
} Ris3CrossValue;

/* rows: what the rows are
 * scheme: of themes, the only one that has rows, as “health-theme”; NULL: all
 * columns: what the columns are, not RIS3_FACET_THEME; RIS3_N_FACETS: none, then all cells are those of the one
 *   column of what has no value
 * (transfer full)
 */
Ris3CrossTable *ris3_cross_table_new (Ris3FilterResult *result, Ris3Facet rows, const char *scheme, Ris3Facet columns);
Ris3CrossTable *ris3_cross_table_ref (Ris3CrossTable *self);
void ris3_cross_table_unref (Ris3CrossTable *self);

/* The base: all that match. */
guint ris3_cross_table_get_n_strategies (Ris3CrossTable *self);
guint ris3_cross_table_get_n_priorities (Ris3CrossTable *self);

/* The values in the order of the panel, with those that nothing has, and last what has none of them. (transfer none) */
guint ris3_cross_table_get_n_rows (Ris3CrossTable *self);
const Ris3CrossValue *ris3_cross_table_get_row (Ris3CrossTable *self, guint row);
guint ris3_cross_table_get_n_columns (Ris3CrossTable *self);
const Ris3CrossValue *ris3_cross_table_get_column (Ris3CrossTable *self, guint column);

/* What is in a cell. */
guint ris3_cross_table_count_strategies (Ris3CrossTable *self, guint row, guint column);
guint ris3_cross_table_count_priorities (Ris3CrossTable *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CrossTable, ris3_cross_table_unref)

G_END_DECLS

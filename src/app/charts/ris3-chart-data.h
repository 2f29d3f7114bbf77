/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/charts/ris3-chart-kind.h"
#include "app/ris3-session.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* A row or a column. */
typedef struct
{
  const char *id; /* NULL: what has none of the values, which cannot be filtered by */
  const char *title;
  guint n_strategies;
  guint n_priorities;
  guint n_second;     /* strategies of the second map, where two are compared; else 0 */
  gboolean is_chosen; /* filtered by */
} Ris3ChartValue;

/* The figures of one chart. As the facets of the filter, it counts as if nothing were chosen by it and everything else
 * as it is, so that what is left out can be seen and chosen beside. Immutable. */
typedef struct _Ris3ChartData Ris3ChartData;

/* What the selected regions have of what matches: for all charts of a session; NULL: none is selected. (transfer full)
 */
Ris3FilterResult *ris3_chart_data_find_selected (Ris3Session *session);

/* selected: of ris3_chart_data_find_selected ()
 * by_name: sorted by name, not by number
 * NULL: the session has not read its atlas yet. (transfer full) */
Ris3ChartData *
ris3_chart_data_new (Ris3Session *session, Ris3FilterResult *selected, const Ris3ChartKind *kind, gboolean by_name);
Ris3ChartData *ris3_chart_data_ref (Ris3ChartData *self);
void ris3_chart_data_unref (Ris3ChartData *self);

const Ris3ChartKind *ris3_chart_data_get_kind (Ris3ChartData *self);
/* Strategies that match; all others are shares of them. */
guint ris3_chart_data_get_base (Ris3ChartData *self);
/* The same in words: “of 210 strategies that match, 2014–2020”. (transfer none) */
const char *ris3_chart_data_get_base_words (Ris3ChartData *self);
/* Whether its rows are periods of which the map shows one, and the filter asks for none: they are all counted, that one
 * is marked as chosen, and another is chosen by ris3_session_set_period (). */
gboolean ris3_chart_data_is_of_map (Ris3ChartData *self);
gboolean ris3_chart_data_has_chosen (Ris3ChartData *self);
/* Rows without strategies are left out, columns likewise. Of bars there is one column. */
guint ris3_chart_data_get_n_rows (Ris3ChartData *self);
const Ris3ChartValue *ris3_chart_data_get_row (Ris3ChartData *self, guint row);
guint ris3_chart_data_get_n_columns (Ris3ChartData *self);
const Ris3ChartValue *ris3_chart_data_get_column (Ris3ChartData *self, guint column);
guint ris3_chart_data_get_cell (Ris3ChartData *self, guint row, guint column);
/* Where regions are selected: how many strategies of a cell are theirs (map/ris3-region-term.h). */
gboolean ris3_chart_data_has_selection (Ris3ChartData *self);
guint ris3_chart_data_get_selected (Ris3ChartData *self, guint row, guint column);
/* Where two maps are compared: the same of the second one. Of maps of two periods, the strategies of each; of maps of
 * two indicators, those that the headline of each speaks of; what is only known of areas is not compared. title: what
 * sets a map apart. */
gboolean ris3_chart_data_has_second (Ris3ChartData *self);
guint ris3_chart_data_get_second (Ris3ChartData *self, guint row, guint column);
guint ris3_chart_data_get_second_base (Ris3ChartData *self);
const char *ris3_chart_data_get_side_title (Ris3ChartData *self, Ris3Side side); /* (transfer none) */
/* The highest number in a cell. */
guint ris3_chart_data_get_maximum (Ris3ChartData *self);
/* Whether a cell is chosen, and whether it can be. */
gboolean ris3_chart_data_is_chosen (Ris3ChartData *self, guint row, guint column);
gboolean ris3_chart_data_can_choose (Ris3ChartData *self, guint row, guint column);

/* The filter once a cell is chosen, alone or with adds besides what is chosen; what was chosen so already is removed.
 * (transfer full) */
Ris3Filter *ris3_chart_data_choose (Ris3ChartData *self, Ris3Filter *filter, guint row, guint column, gboolean adds);

/* The same with this cell alone, whatever is chosen. (transfer full) */
Ris3Filter *ris3_chart_data_choose_only (Ris3ChartData *self, Ris3Filter *filter, guint row, guint column);

/* “France: 24 strategies, 11 % of 210”, and how many of these are selected. (transfer full) */
char *ris3_chart_data_describe_cell (Ris3ChartData *self, guint row, guint column);
/* All of it in a few sentences, for who does not see it. (transfer full) */
char *ris3_chart_data_describe (Ris3ChartData *self);
/* The same numbers as a table: a line of headings first. (transfer full) */
char *ris3_chart_data_to_tsv (Ris3ChartData *self);
/* The columns of that table, and what is in it; of row -1 the heading. (transfer full) */
guint ris3_chart_data_get_n_table_columns (Ris3ChartData *self);
char *ris3_chart_data_get_table_text (Ris3ChartData *self, gint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ChartData, ris3_chart_data_unref)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/charts/ris3-chart-data.h"
#include "model/ris3-cross-table.h"

G_BEGIN_DECLS

struct _Ris3ChartData
{
  gatomicrefcount ref_count;
  const Ris3ChartKind *kind;
  Ris3CrossTable *table;
  Ris3CrossTable *selected; /* of the same rows and columns: what is of the selected regions; NULL: none is selected */
  Ris3CrossTable *second;   /* the same of the second map; NULL: nothing is compared */
  char *side_titles[RIS3_N_SIDES];
  GArray *rows;    /* of Ris3ChartEntry, in their order */
  GArray *columns; /* the same; one of bars */
  char *base_words;
  guint maximum;
  gboolean is_of_map; /* see ris3_chart_data_is_of_map () */
  gboolean has_chosen_row;
  gboolean has_chosen_column;
};

/* A row or a column. */
typedef struct
{
  guint place; /* in the table */
  Ris3ChartValue value;
  char *title;
} Ris3ChartEntry;

G_END_DECLS

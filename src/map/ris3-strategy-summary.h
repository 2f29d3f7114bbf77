/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-class.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* Strategies of a period, counted; a share is always shown with its base. */
typedef struct
{
  guint n_strategies;
  guint n_analysed;
  guint n_health;   /* of the analysed */
  guint n_explicit; /* of the analysed */
  guint n_disputed;
  guint explicit_by_basis[RIS3_N_BASES];
} Ris3StrategySummary;

/* Counts strategies (not territories): those of the period, or with NULL the latest of each region. */
Ris3StrategySummary ris3_strategy_summary (GListModel *strategies, const char *period);

/* What a mark rests on, in words: "recorded so by the Commission". (transfer none) */
const char *ris3_basis_get_title (Ris3Basis basis);

/* How many strategies the headline of an indicator counts. */
guint ris3_strategy_summary_get_count (const Ris3StrategySummary *self, Ris3Indicator indicator);
/* The headline behind that count, in two parts: "of 158 analysed strategies", and "of 2014–2020 (18 %)
 * explicitly prioritise personalised medicine". (transfer full)
 */
char *ris3_strategy_summary_get_base (const Ris3StrategySummary *self);
char *ris3_strategy_summary_get_claim (const Ris3StrategySummary *self, Ris3Indicator indicator, const char *period);

/* The class of the region where one strategy decides. */
Ris3Class ris3_strategy_get_class (Ris3Strategy *strategy, Ris3Indicator indicator);

/* A GCompareFunc for arrays of Ris3Strategy: highest period, then year (an unknown one being the
 * earliest), then an analysed before a pending one, then id.
 */
int ris3_strategy_compare_latest_first (gconstpointer a, gconstpointer b);

G_END_DECLS

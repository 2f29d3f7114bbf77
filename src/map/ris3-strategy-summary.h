/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-value.h"
#include "model/ris3-strategy.h"

G_BEGIN_DECLS

#define RIS3_SUMMARY_MAX_CATEGORIES 9

/* Strategies of a period, counted; a share is always shown with its base. */
typedef struct
{
  guint n_strategies;
  guint n_analysed; /* withheld ones are not counted as analysed, nor as anything below */
  guint n_withheld;
  guint n_health;   /* of the analysed */
  guint n_explicit; /* of the analysed */
  guint n_disputed;
  guint explicit_by_basis[RIS3_N_BASES];

  /* The values of an indicator, as ris3_strategy_summary_add_value() adds them. */
  guint n_areas; /* that were added, if the indicator is about areas */
  guint n_found; /* that the headline counts */
  guint n_values;
  guint n_of[RIS3_SUMMARY_MAX_CATEGORIES]; /* of each category */
  guint n_unknown;
  double sum, least, greatest; /* of the numbers that are known */
} Ris3StrategySummary;

/* Counts strategies (not territories): those of the period, or with NULL the latest of each region. */
Ris3StrategySummary ris3_strategy_summary (GListModel *strategies, const char *period);
/* Counts one more. */
void ris3_strategy_summary_add (Ris3StrategySummary *summary, Ris3Strategy *strategy);

/* Counts the value of one more strategy, or area; is_found: the headline counts it. */
void ris3_strategy_summary_add_value (Ris3StrategySummary *summary, const Ris3Value *value, gboolean is_found);

/* What a mark rests on, in words: "recorded by the Commission". (transfer none) */
const char *ris3_basis_get_title (Ris3Basis basis);

/* The base of any share of them: "of 170 analysed strategies". (transfer full) */
char *ris3_strategy_summary_get_base (const Ris3StrategySummary *self);

/* A share in whole per cent, in the format of the locale; "–" if the base is 0. (transfer full) */
char *ris3_share_to_text (guint part, guint base);

/* The latest strategy of each region, as its own record names it: a set of Ris3Strategy, which belong to
 * the list. (transfer container)
 */
GHashTable *ris3_strategy_find_latest (GListModel *strategies);

/* A GCompareFunc for arrays of Ris3Strategy: highest period, then year (an unknown one being the
 * earliest), then an analysed before a pending one, then id.
 */
int ris3_strategy_compare_latest_first (gconstpointer a, gconstpointer b);

G_END_DECLS

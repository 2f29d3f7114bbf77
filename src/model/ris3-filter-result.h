/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-filter.h"

G_BEGIN_DECLS

/* What a filter gives (ris3_filter_index_apply ()). Immutable. */
typedef struct _Ris3FilterResult Ris3FilterResult;

#define RIS3_TYPE_FILTER_RESULT (ris3_filter_result_get_type ())
GType ris3_filter_result_get_type (void) G_GNUC_CONST;

Ris3FilterResult *ris3_filter_result_ref (Ris3FilterResult *self);
void ris3_filter_result_unref (Ris3FilterResult *self);

Ris3Filter *ris3_filter_result_get_filter (Ris3FilterResult *self); /* as it was applied, resolved; (transfer none) */
gboolean ris3_filter_result_has_strategy (Ris3FilterResult *self, const char *id);
gboolean ris3_filter_result_has_priority (Ris3FilterResult *self, gint64 id);
guint ris3_filter_result_get_n_strategies (Ris3FilterResult *self);
guint ris3_filter_result_get_n_priorities (Ris3FilterResult *self);     /* without areas, which only group them */
guint ris3_filter_result_get_n_all_strategies (Ris3FilterResult *self); /* of the period, without a filter: the base */

/* Of these, only the strategies with these ids, and their priorities: for counting a part of them. Its facets offer
 * nothing. ids: a set of utf8 (transfer full) */
Ris3FilterResult *ris3_filter_result_with_only (Ris3FilterResult *self, GHashTable *ids);

/* One value that a facet offers: counted as if nothing were chosen in this facet and everything else as it is (for
 * theme:all, as it is with this value added). */
typedef struct
{
  const char *id;    /* as the filter has it */
  const char *title; /* "France", "Oncology", in the language of the locale */
  guint n_strategies;
  gboolean is_chosen;
} Ris3FacetValue;

/* In the order of the panel (countries by name, levels by number, themes by codebook). Values that are chosen are
 * always there. (transfer none) */
const Ris3FacetValue *ris3_filter_result_get_values (Ris3FilterResult *self, Ris3Facet facet, guint *n_values);

/* How many strategies are of a year: counted as if no year were asked for, and everything else as it is. */
typedef struct
{
  guint year;
  guint n_strategies; /* at least one */
} Ris3YearCount;

/* From the first year on. (transfer none) */
const Ris3YearCount *ris3_filter_result_get_years (Ris3FilterResult *self, guint *n_years);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FilterResult, ris3_filter_result_unref)

G_END_DECLS

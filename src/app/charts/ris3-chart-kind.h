/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-filter.h"

G_BEGIN_DECLS

/* What one chart counts: strategies by the values of a facet, or by those of two. */
typedef struct
{
  const char *id;
  const char *title; /* marked for translation */
  const char *none;  /* what has no value is called; the same */
  Ris3Facet rows;
  Ris3Facet columns;    /* RIS3_N_FACETS: bars */
  gboolean keeps_order; /* of the values: they are never sorted by number */
  gboolean may_overlap; /* a strategy may be in several rows */
} Ris3ChartKind;

/* In the order of the page. (transfer none) */
guint ris3_chart_kind_get_n_kinds (void);
const Ris3ChartKind *ris3_chart_kind_get (guint index);
const char *ris3_chart_kind_get_title (const Ris3ChartKind *self);
gboolean ris3_chart_kind_is_bars (const Ris3ChartKind *self);

G_END_DECLS

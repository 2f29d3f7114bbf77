/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-edge-index-private.h"

G_BEGIN_DECLS

/* Measures areas by a sweep: between two heights at which edges end, what lies inside is bounded by straight lines, and
 * its area is known exactly. Where lines touch or lie on each other nothing special happens, as the length of what two
 * shapes share at a height does not jump there. It holds what it needs room for: one for each thread.
 */
typedef struct _Ris3PairMeasure Ris3PairMeasure;

Ris3PairMeasure *ris3_pair_measure_new (void);
void ris3_pair_measure_free (Ris3PairMeasure *self);

/* The area of a shape, by the even-odd rule. */
double ris3_pair_measure_one (Ris3PairMeasure *self, const Ris3EdgeIndex *index, guint shape);
/* The area that two shapes share. The areas in the indices must have been set. */
double ris3_pair_measure_shared (Ris3PairMeasure *self,
                                 const Ris3EdgeIndex *a_index,
                                 guint a,
                                 const Ris3EdgeIndex *b_index,
                                 guint b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PairMeasure, ris3_pair_measure_free)

G_END_DECLS

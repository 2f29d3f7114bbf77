/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Shapes with fewer points, for maps on which the others cannot be seen: each set of them with a tolerance, than which
 * no line moves farther. Points at which lines meet stay, and
 * what two shapes share is thinned the same from both sides, so that no gap opens. Immutable.
 */
typedef struct _Ris3Details Ris3Details;

/* borders: all of the shapes. (transfer full) */
Ris3Details *
ris3_details_new (const Ris3Shapes *shapes, const Ris3Border *borders, guint n_borders, const Ris3Point *border_points);
void ris3_details_free (Ris3Details *self);

/* Those with the fewest points whose tolerance is not larger; NULL: all points are needed. (transfer none) */
const Ris3Shapes *ris3_details_get (const Ris3Details *self, double tolerance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Details, ris3_details_free)

G_END_DECLS

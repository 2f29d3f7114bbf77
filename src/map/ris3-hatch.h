/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-paint.h"

G_BEGIN_DECLS

/* How wide hatching is, in logical pixels along a row, a whole number of stripes a tile of ris3-paint.h. Stripes of
 * what is inherited rise, where x + y is constant; those of what is disputed fall, but with both marks they take the
 * place of every second one of the others. */
typedef struct
{
  double distance;
  double inherited_width;
  double disputed_width;
} Ris3Hatch;

/* Of a map of so many territories: the more there are, the finer it is (RIS3_PAINT_N_FINE). */
const Ris3Hatch *ris3_hatch_get (guint n_territories);

G_END_DECLS

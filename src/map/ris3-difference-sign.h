/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-comparison.h"

G_BEGIN_DECLS

/* A sign on one of two maps: the area there is new or dropped on the second. */
typedef struct
{
  Ris3Difference difference;
  Ris3Point place; /* in the plane of the boundaries */
  double extent;   /* of the area, there */
} Ris3DifferenceSign;

/* The signs for which there is room at a scale, in pixels of a unit of the plane: those of areas that are as large as a
 * sign of so many pixels; where signs would lie on each other, that of the larger area, until a larger scale shows the
 * others. (transfer full): of Ris3DifferenceSign, the largest area first */
GArray *
ris3_difference_signs_list (Ris3Comparison *comparison, Ris3Boundaries *boundaries, double scale, double pixels);

G_END_DECLS

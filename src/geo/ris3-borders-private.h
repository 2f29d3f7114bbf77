/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries.h"

G_BEGIN_DECLS

/* Finds the lines between neighbouring shapes, each once: left is a shape, right one with a higher
 * number or -1. A line ends where the neighbour changes; a line along which it never changes is
 * closed and repeats its first point. Neighbours must share their vertices exactly.
 *
 * borders: (out) (transfer full) array of Ris3Border
 * points: (out) (transfer full) array of Ris3Point
 */
void ris3_borders_find (const Ris3Shapes *shapes, GArray **borders, GArray **points);

G_END_DECLS

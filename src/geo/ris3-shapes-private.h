/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* Shapes of arrays as the public ones are documented, which may lie in a mapped file. All are (transfer full). */
Ris3Shapes *
ris3_shapes_new (GBytes *shape_rings, GBytes *ring_points, GBytes *points, GBytes *shape_boxes, GBytes *ring_boxes);

/* The data of an array, and no more memory than they need. (transfer full) */
GBytes *ris3_array_free_to_bytes (GArray *array);

/* Keeps strings for as long as the bytes live, which are none themselves. (transfer full) */
GBytes *ris3_strings_free_to_bytes (GStringChunk *strings);

G_END_DECLS

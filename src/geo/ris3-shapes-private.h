/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* Makes shapes of arrays as documented for the public structure, which may be in a mapped file. All arguments are
 * (transfer full). */
Ris3Shapes *
ris3_shapes_new (GBytes *shape_rings, GBytes *ring_points, GBytes *points, GBytes *shape_boxes, GBytes *ring_boxes);

/* The data of an array, without unused memory. (transfer full) */
GBytes *ris3_array_free_to_bytes (GArray *array);

/* Bytes without contents that keep the strings for as long as they live. (transfer full) */
GBytes *ris3_strings_free_to_bytes (GStringChunk *strings);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* A side of a ring, its lower end first, so that it is the same seen from both neighbours. */
typedef struct
{
  Ris3Point low;
  Ris3Point high;
} Ris3Edge;

/* The edges of shapes whose areas are to be measured, in an equal-area plane, in kilometres. Each shape is cut into
 * rows that list what reaches into them, so that what is near a place is found without looking at all of it. Edges that
 * lie level are left out, as they bound nothing to the left or right. Immutable, but for the areas.
 */
typedef struct
{
  guint n_shapes;
  Ris3Box *boxes;     /* of each shape */
  double *areas;      /* of each shape: 0 until they are measured */
  Ris3Edge *edges;    /* of one shape after another */
  guint *first_edges; /* of each shape, and the end */
  guint *first_rows;  /* of each shape, and the end */
  guint *row_starts;  /* of each row, and the end: in row_edges */
  guint *row_edges;   /* indices of edges */
} Ris3EdgeIndex;

/* shapes: in normalised Web Mercator. (transfer full) */
Ris3EdgeIndex *ris3_edge_index_new (const Ris3Shapes *shapes);
void ris3_edge_index_free (Ris3EdgeIndex *self);

/* The row of a shape in which a height is, or the nearest; counted from the first row of the shape. */
guint ris3_edge_index_find_row (const Ris3EdgeIndex *self, guint shape, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3EdgeIndex, ris3_edge_index_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A position in a plane, in the units of that plane (ris3-plane.h). */
typedef struct
{
  double x;
  double y;
} Ris3Point;

/* A box in the same units; empty while x1 < x0. */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} Ris3Box;

#define RIS3_BOX_EMPTY ((Ris3Box){ 1e9, 1e9, -1e9, -1e9 })

void ris3_box_add_point (Ris3Box *box, Ris3Point point);
void ris3_box_add_box (Ris3Box *box, const Ris3Box *other);

/* Polygons as plain arrays, immutable once made, so that any thread may read them.
 * Shape i owns the rings shape_rings[i] .. shape_rings[i + 1] - 1; ring j owns the
 * points ring_points[j] .. ring_points[j + 1] - 1 and is closed implicitly (its first
 * point is not repeated). A shape is filled even-odd: holes and islands are just rings.
 */
typedef struct
{
  guint n_shapes;
  guint n_rings;
  guint n_points;
  const guint32 *shape_rings; /* n_shapes + 1 */
  const guint32 *ring_points; /* n_rings + 1 */
  const Ris3Point *points;    /* n_points */
  const Ris3Box *shape_boxes; /* n_shapes */
  const Ris3Box *ring_boxes;  /* n_rings */
} Ris3Shapes;

Ris3Shapes *ris3_shapes_ref (Ris3Shapes *shapes);
void ris3_shapes_unref (Ris3Shapes *shapes);

/* Whether shape number shape contains point (even-odd rule). */
gboolean ris3_shapes_contain (const Ris3Shapes *shapes, guint shape, Ris3Point point);

/* Collects rings and makes Ris3Shapes of them: begin a shape, add its rings, and so on. */
typedef struct _Ris3ShapesBuilder Ris3ShapesBuilder;

Ris3ShapesBuilder *ris3_shapes_builder_new (void);
void ris3_shapes_builder_begin_shape (Ris3ShapesBuilder *self);
/* Copies n_points points; a last point equal to the first is dropped, as are rings of fewer than three points
 * and those with a coordinate that is not a number.
 */
void ris3_shapes_builder_add_ring (Ris3ShapesBuilder *self, const Ris3Point *points, guint n_points);
/* Frees the builder and returns what it collected: (transfer full). */
Ris3Shapes *ris3_shapes_builder_end (Ris3ShapesBuilder *self);
void ris3_shapes_builder_free (Ris3ShapesBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Shapes, ris3_shapes_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ShapesBuilder, ris3_shapes_builder_free)

G_END_DECLS

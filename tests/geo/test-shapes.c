/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-inside-private.h"
#include "geo/ris3-shapes.h"

static void
add_square (Ris3ShapesBuilder *builder, double x, double y, double side)
{
  /* Closed, as OGR gives rings. */
  Ris3Point points[] = { { x, y }, { x + side, y }, { x + side, y + side }, { x, y + side }, { x, y } };

  ris3_shapes_builder_add_ring (builder, points, G_N_ELEMENTS (points));
}

/* A square with a hole, in which there is an island; and a neighbour to its right. */
static Ris3Shapes *
make_shapes (void)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();

  ris3_shapes_builder_begin_shape (builder);
  add_square (builder, 0.0, 0.0, 0.4);
  add_square (builder, 0.1, 0.1, 0.2);
  add_square (builder, 0.15, 0.15, 0.1);
  ris3_shapes_builder_begin_shape (builder);
  add_square (builder, 0.4, 0.0, 0.4);

  return ris3_shapes_builder_end (builder);
}

static void
test_box (void)
{
  Ris3Box box = RIS3_BOX_EMPTY;
  Ris3Box empty = RIS3_BOX_EMPTY;

  ris3_box_add_point (&box, (Ris3Point){ 0.2, 0.5 });
  ris3_box_add_point (&box, (Ris3Point){ 0.4, 0.3 });
  ris3_box_add_box (&box, &empty);
  g_assert_cmpfloat (box.x0, ==, 0.2);
  g_assert_cmpfloat (box.y0, ==, 0.3);
  g_assert_cmpfloat (box.x1, ==, 0.4);
  g_assert_cmpfloat (box.y1, ==, 0.5);

  ris3_box_add_box (&empty, &box);
  g_assert_cmpfloat (empty.x0, ==, 0.2);
  g_assert_cmpfloat (empty.y1, ==, 0.5);
}

static void
test_arrays (void)
{
  g_autoptr (Ris3Shapes) shapes = make_shapes ();

  g_assert_cmpuint (shapes->n_shapes, ==, 2);
  g_assert_cmpuint (shapes->n_rings, ==, 4);
  g_assert_cmpuint (shapes->n_points, ==, 16);
  g_assert_cmpuint (shapes->shape_rings[1], ==, 3);
  g_assert_cmpuint (shapes->shape_rings[2], ==, 4);
  g_assert_cmpuint (shapes->ring_points[4], ==, 16);
  g_assert_cmpfloat (shapes->shape_boxes[1].x1, ==, 0.8);
  g_assert_cmpfloat (shapes->ring_boxes[2].x0, ==, 0.15);
}

static void
test_degenerate (void)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  Ris3Point line[] = { { 0, 0 }, { 1, 1 }, { 0, 0 } };
  g_autoptr (Ris3Shapes) shapes = NULL;

  ris3_shapes_builder_begin_shape (builder);
  ris3_shapes_builder_add_ring (builder, line, 3);
  ris3_shapes_builder_add_ring (builder, line, 0);
  shapes = ris3_shapes_builder_end (builder);

  g_assert_cmpuint (shapes->n_shapes, ==, 1);
  g_assert_cmpuint (shapes->n_rings, ==, 0);
  g_assert_cmpuint (shapes->n_points, ==, 0);
  g_assert_cmpfloat (shapes->shape_boxes[0].x1, <, shapes->shape_boxes[0].x0);
  g_assert_false (ris3_shapes_contain (shapes, 0, (Ris3Point){ 0.5, 0.5 }));
}

static void
test_contain (void)
{
  g_autoptr (Ris3Shapes) shapes = make_shapes ();

  g_assert_true (ris3_shapes_contain (shapes, 0, (Ris3Point){ 0.05, 0.05 }));
  g_assert_false (ris3_shapes_contain (shapes, 0, (Ris3Point){ 0.12, 0.2 })); /* in the hole */
  g_assert_true (ris3_shapes_contain (shapes, 0, (Ris3Point){ 0.2, 0.2 }));   /* on the island */
  g_assert_false (ris3_shapes_contain (shapes, 0, (Ris3Point){ 0.5, 0.1 }));
  g_assert_true (ris3_shapes_contain (shapes, 1, (Ris3Point){ 0.5, 0.1 }));
  g_assert_false (ris3_shapes_contain (shapes, 1, (Ris3Point){ 0.5, 0.9 }));
}

static void
test_contain_edge (void)
{
  g_autoptr (Ris3Shapes) shapes = make_shapes ();

  /* A point of the shared edge is in one of the two, never in both or none. */
  for (double y = 0; y < 0.4; y += 0.01)
    g_assert_cmpint (ris3_shapes_contain (shapes, 0, (Ris3Point){ 0.4, y }), !=,
                     ris3_shapes_contain (shapes, 1, (Ris3Point){ 0.4, y }));
}

static void
test_inside (void)
{
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  /* The largest ring is an L, whose middle is outside of it. */
  Ris3Point corner[] = { { 0.1, 0.1 }, { 0.12, 0.1 }, { 0.12, 0.38 }, { 0.4, 0.38 }, { 0.4, 0.4 }, { 0.1, 0.4 } };
  g_autoptr (Ris3Shapes) shapes = NULL;
  Ris3Point point;

  ris3_shapes_builder_begin_shape (builder);
  add_square (builder, 0.0, 0.0, 0.01);
  ris3_shapes_builder_add_ring (builder, corner, G_N_ELEMENTS (corner));
  ris3_shapes_builder_begin_shape (builder);
  add_square (builder, 0.0, 0.0, 0.4);
  add_square (builder, 0.1, 0.1, 0.2);
  shapes = ris3_shapes_builder_end (builder);

  point = ris3_inside_point (shapes, 0);
  g_assert_true (ris3_shapes_contain (shapes, 0, point));
  g_assert_cmpfloat_with_epsilon (point.x, 0.11, 0.005);
  g_assert_cmpfloat_with_epsilon (point.y, 0.39, 0.005);

  point = ris3_inside_point (shapes, 1);
  g_assert_true (ris3_shapes_contain (shapes, 1, point));
  g_assert_cmpfloat_with_epsilon (fmax (fabs (point.x - 0.2), fabs (point.y - 0.2)), 0.15, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/box", test_box);
  g_test_add_func ("/geo/shapes/arrays", test_arrays);
  g_test_add_func ("/geo/shapes/degenerate", test_degenerate);
  g_test_add_func ("/geo/shapes/contain", test_contain);
  g_test_add_func ("/geo/shapes/contain-edge", test_contain_edge);
  g_test_add_func ("/geo/shapes/inside", test_inside);

  return g_test_run ();
}

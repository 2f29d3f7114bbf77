/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-inside-private.h"

/* The idea of "polylabel": squares over the polygon, the most promising first; one that cannot hold
 * a better centre than the best so far is dropped, any other is divided into four.
 */
typedef struct
{
  Ris3Point centre;
  double half;     /* half of the side */
  double distance; /* of the centre to the nearest edge, negative outside */
  double best;     /* what any point of the square can reach at most */
} Square;

typedef struct
{
  const Ris3Shapes *shapes;
  guint shape;
  guint outline; /* the largest ring */
  GArray *heap;  /* Square, the most promising at the top */
} Search;

static double
ring_area (const Ris3Shapes *shapes, guint ring)
{
  double sum = 0;
  guint first = shapes->ring_points[ring];
  guint end = shapes->ring_points[ring + 1];

  for (guint i = first, j = end - 1; i < end; j = i++)
    sum += (shapes->points[j].x - shapes->points[i].x) * (shapes->points[j].y + shapes->points[i].y);

  return fabs (sum) / 2;
}

static double
squared_distance (Ris3Point p, const Ris3Point *a, const Ris3Point *b)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((p.x - a->x) * dx + (p.y - a->y) * dy) / length, 0, 1) : 0;

  dx = p.x - (a->x + t * dx);
  dy = p.y - (a->y + t * dy);

  return dx * dx + dy * dy;
}

/* Whether the point is in the largest polygon: within its outline, and not in one of its holes. */
static gboolean
is_inside (const Search *search, Ris3Point point)
{
  const Ris3Shapes *shapes = search->shapes;
  gboolean inside = FALSE;
  guint first = shapes->ring_points[search->outline];
  guint end = shapes->ring_points[search->outline + 1];

  for (guint i = first, j = end - 1; i < end; j = i++)
    {
      const Ris3Point *a = &shapes->points[i], *b = &shapes->points[j];

      if ((a->y > point.y) != (b->y > point.y) && point.x < a->x + (point.y - a->y) / (b->y - a->y) * (b->x - a->x))
        inside = !inside;
    }

  return inside && ris3_shapes_contain (shapes, search->shape, point);
}

static double
edge_distance (const Search *search, Ris3Point point)
{
  const Ris3Shapes *shapes = search->shapes;
  double nearest = G_MAXDOUBLE;

  for (guint ring = shapes->shape_rings[search->shape]; ring < shapes->shape_rings[search->shape + 1]; ring++)
    {
      guint first = shapes->ring_points[ring];
      guint end = shapes->ring_points[ring + 1];

      for (guint i = first, j = end - 1; i < end; j = i++)
        nearest = MIN (nearest, squared_distance (point, &shapes->points[i], &shapes->points[j]));
    }

  return is_inside (search, point) ? sqrt (nearest) : -sqrt (nearest);
}

static Square
make_square (const Search *search, double x, double y, double half)
{
  Square square = { .centre = { x, y }, .half = half };

  square.distance = edge_distance (search, square.centre);
  square.best = square.distance + half * G_SQRT2;

  return square;
}

static void
push (GArray *heap, Square square)
{
  Square *items;
  guint i = heap->len;

  g_array_append_val (heap, square);
  items = (Square *) (gpointer) heap->data;
  for (; i > 0 && items[(i - 1) / 2].best < square.best; i = (i - 1) / 2)
    items[i] = items[(i - 1) / 2];
  items[i] = square;
}

static Square
pop (GArray *heap)
{
  Square *items = (Square *) (gpointer) heap->data;
  Square top = items[0];
  Square moved = items[heap->len - 1];
  guint n = heap->len - 1;
  guint i = 0;

  g_array_set_size (heap, n);
  for (guint child = 1; child < n; i = child, child = 2 * i + 1)
    {
      if (child + 1 < n && items[child + 1].best > items[child].best)
        child++;
      if (items[child].best <= moved.best)
        break;
      items[i] = items[child];
    }
  if (n > 0)
    items[i] = moved;

  return top;
}

Ris3Point
ris3_inside_point (const Ris3Shapes *shapes, guint shape)
{
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Square));
  Search search = { shapes, shape, shapes->shape_rings[shape], heap };
  const Ris3Box *box;
  double width, height, precision;
  Square best;

  for (guint ring = search.outline; ring < shapes->shape_rings[shape + 1]; ring++)
    if (ring_area (shapes, ring) > ring_area (shapes, search.outline))
      search.outline = ring;

  box = &shapes->ring_boxes[search.outline];
  width = box->x1 - box->x0;
  height = box->y1 - box->y0;
  precision = MIN (width, height) / 100;

  best = make_square (&search, (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2, 0);
  for (double x = box->x0, half = MIN (width, height) / 2; x < box->x1; x += 2 * half)
    for (double y = box->y0; y < box->y1; y += 2 * half)
      push (heap, make_square (&search, x + half, y + half, half));

  while (heap->len > 0)
    {
      Square square = pop (heap);
      double half = square.half / 2;

      if (square.distance > best.distance)
        best = square;
      if (best.distance > 0 && square.best - best.distance <= precision)
        break;
      for (int i = 0; i < 4; i++)
        push (heap, make_square (&search, square.centre.x + (i & 1 ? half : -half),
                                 square.centre.y + (i & 2 ? half : -half), half));
    }

  return best.centre;
}

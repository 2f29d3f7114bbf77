/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-edge-index-private.h"

#include <math.h>

#define EARTH_RADIUS_KM 6371.0072
/* Edges in a row, were they evenly spread, and the most rows of a shape. */
#define ROW_EDGES 12
#define MAX_ROWS 1024

/* The cylindrical equal-area plane. This is short, as Mercator's y is the inverse hyperbolic tangent of the sine of the
 * latitude.
 */
static Ris3Point *
to_plane (const Ris3Shapes *shapes)
{
  Ris3Point *points = g_new (Ris3Point, MAX (shapes->n_points, 1));

  for (guint i = 0; i < shapes->n_points; i++)
    points[i] = (Ris3Point){ shapes->points[i].x * (2 * G_PI * EARTH_RADIUS_KM),
                             tanh ((0.5 - shapes->points[i].y) * (2 * G_PI)) * EARTH_RADIUS_KM };
  return points;
}

static void
add_shape (Ris3EdgeIndex *self, const Ris3Shapes *shapes, guint shape, const Ris3Point *points)
{
  guint n = self->first_edges[shape];
  Ris3Box *box = &self->boxes[shape];

  *box = RIS3_BOX_EMPTY;
  for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      guint end = shapes->ring_points[ring + 1];

      for (guint i = shapes->ring_points[ring], before = end - 1; i < end; before = i++)
        {
          ris3_box_add_point (box, points[i]);
          if (points[i].y > points[before].y)
            self->edges[n++] = (Ris3Edge){ points[before], points[i] };
          else if (points[i].y < points[before].y)
            self->edges[n++] = (Ris3Edge){ points[i], points[before] };
        }
    }
  self->first_edges[shape + 1] = n;
  self->first_rows[shape + 1]
      = self->first_rows[shape] + CLAMP ((n - self->first_edges[shape]) / ROW_EDGES, 1, MAX_ROWS);
}

guint
ris3_edge_index_find_row (const Ris3EdgeIndex *self, guint shape, double y)
{
  const Ris3Box *box = &self->boxes[shape];
  guint n_rows = self->first_rows[shape + 1] - self->first_rows[shape];
  double row = (y - box->y0) / (box->y1 - box->y0) * n_rows;

  return row > 0 ? (guint) MIN (row, n_rows - 1) : 0;
}

/* Twice over all edges: first to count what each row has, then to list it. */
static void
fill_rows (Ris3EdgeIndex *self)
{
  guint n_rows = self->first_rows[self->n_shapes];
  g_autofree guint *next = NULL;

  self->row_starts = g_new0 (guint, n_rows + 2);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint shape = 0; shape < self->n_shapes; shape++)
        for (guint i = self->first_edges[shape]; i < self->first_edges[shape + 1]; i++)
          {
            guint row = self->first_rows[shape] + ris3_edge_index_find_row (self, shape, self->edges[i].low.y);
            guint last = self->first_rows[shape] + ris3_edge_index_find_row (self, shape, self->edges[i].high.y);

            for (; row <= last; row++)
              if (pass == 0)
                self->row_starts[row + 1]++;
              else
                self->row_edges[next[row]++] = i;
          }
      if (pass > 0)
        break;
      for (guint row = 0; row < n_rows; row++)
        self->row_starts[row + 1] += self->row_starts[row];
      next = g_memdup2 (self->row_starts, (n_rows + 1) * sizeof (guint));
      self->row_edges = g_new (guint, MAX (self->row_starts[n_rows], 1));
    }
}

Ris3EdgeIndex *
ris3_edge_index_new (const Ris3Shapes *shapes)
{
  Ris3EdgeIndex *self = g_new0 (Ris3EdgeIndex, 1);
  g_autofree Ris3Point *points = to_plane (shapes);

  self->n_shapes = shapes->n_shapes;
  self->boxes = g_new (Ris3Box, MAX (self->n_shapes, 1));
  self->areas = g_new0 (double, MAX (self->n_shapes, 1));
  self->edges = g_new (Ris3Edge, MAX (shapes->n_points, 1));
  self->first_edges = g_new0 (guint, self->n_shapes + 1);
  self->first_rows = g_new0 (guint, self->n_shapes + 1);
  for (guint i = 0; i < self->n_shapes; i++)
    add_shape (self, shapes, i, points);
  fill_rows (self);
  return self;
}

void
ris3_edge_index_free (Ris3EdgeIndex *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->boxes);
  g_free (self->areas);
  g_free (self->edges);
  g_free (self->first_edges);
  g_free (self->first_rows);
  g_free (self->row_starts);
  g_free (self->row_edges);
  g_free (self);
}

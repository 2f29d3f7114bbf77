/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-borders-private.h"

/* An edge is named by the index of its first point; its other end is the next point of the ring.
 * Two edges with the same ends are twins, whichever way they run.
 */
#define NO_TWIN G_MAXUINT32
#define OUTSIDE (-1)

static inline guint64
hash_point (const Ris3Point *point)
{
  guint64 x, y;

  memcpy (&x, &point->x, sizeof x);
  memcpy (&y, &point->y, sizeof y);
  x = (x ^ (y >> 29) ^ (y << 35)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return x ^ (x >> 32);
}

static inline gboolean
same_point (const Ris3Point *a, const Ris3Point *b)
{
  return a->x == b->x && a->y == b->y;
}

static inline gboolean
same_ends (const Ris3Point *points, guint32 a, guint32 a_next, guint32 b, guint32 b_next)
{
  return (same_point (&points[a], &points[b_next]) && same_point (&points[a_next], &points[b]))
         || (same_point (&points[a], &points[b]) && same_point (&points[a_next], &points[b_next]));
}

/* An open-addressed table of edges still without a twin. A slot holds half of the hash, so that a
 * probe rarely has to look at the points, and the edge plus one: 0 is empty.
 */
static guint32 *
find_twins (const Ris3Shapes *shapes, const guint32 *next)
{
  guint32 *twins = g_new (guint32, shapes->n_points);
  g_autofree guint64 *slots = NULL;
  guint64 mask = 1024;

  while (mask < 2 * (guint64) shapes->n_points)
    mask *= 2;
  slots = g_new0 (guint64, mask);
  mask--;

  for (guint32 edge = 0; edge < shapes->n_points; edge++)
    {
      guint64 hash = (hash_point (&shapes->points[edge]) + hash_point (&shapes->points[next[edge]]))
                     * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      guint64 tag = hash & G_GUINT64_CONSTANT (0xffffffff00000000);
      guint64 slot = (hash >> 24) & mask;

      twins[edge] = NO_TWIN;
      for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
          guint32 other = (guint32) slots[slot] - 1;

          if ((slots[slot] & G_GUINT64_CONSTANT (0xffffffff00000000)) == tag && twins[other] == NO_TWIN
              && same_ends (shapes->points, edge, next[edge], other, next[other]))
            {
              twins[edge] = other;
              twins[other] = edge;
              break;
            }
        }
      if (twins[edge] == NO_TWIN)
        slots[slot] = tag | ((guint64) edge + 1);
    }

  return twins;
}

/* Adds the line along the ring from point start over n_edges edges. */
static void
add_border (const Ris3Shapes *shapes,
            guint32 ring,
            guint32 start,
            guint32 n_edges,
            gint32 left,
            gint32 right,
            GArray *borders,
            GArray *points)
{
  guint32 first = shapes->ring_points[ring];
  guint32 end = shapes->ring_points[ring + 1];
  guint32 straight = MIN (n_edges + 1, end - start);
  Ris3Border border = { points->len, n_edges + 1, left, right };

  g_array_append_vals (points, shapes->points + start, straight);
  if (straight < n_edges + 1)
    g_array_append_vals (points, shapes->points + first, n_edges + 1 - straight);
  g_array_append_val (borders, border);
}

static void
add_ring_borders (const Ris3Shapes *shapes,
                  guint32 ring,
                  gint32 shape,
                  const gint32 *neighbours,
                  GArray *borders,
                  GArray *points)
{
  guint32 first = shapes->ring_points[ring];
  guint32 n = shapes->ring_points[ring + 1] - first;
  guint32 start = 0;

  /* Begin where the neighbour changes, or else anywhere. */
  while (start < n && neighbours[first + start] == neighbours[first + (start + n - 1) % n])
    start++;
  start %= n;

  for (guint32 done = 0, length; done < n; done += length)
    {
      guint32 from = first + (start + done) % n;
      gint32 neighbour = neighbours[from];

      for (length = 1; done + length < n && neighbours[first + (start + done + length) % n] == neighbour;)
        length++;

      /* The neighbour with the lower number draws a shared line; a fold within one shape is not a border. */
      if (neighbour == OUTSIDE || shape < neighbour)
        add_border (shapes, ring, from, length, shape, neighbour, borders, points);
    }
}

void
ris3_borders_find (const Ris3Shapes *shapes, GArray **borders, GArray **points)
{
  g_autofree guint32 *next = g_new (guint32, shapes->n_points);
  g_autofree gint32 *owners = g_new (gint32, shapes->n_points);
  g_autofree gint32 *neighbours = g_new (gint32, shapes->n_points);
  g_autofree guint32 *twins = NULL;

  for (guint32 shape = 0; shape < shapes->n_shapes; shape++)
    for (guint32 ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
      {
        guint32 end = shapes->ring_points[ring + 1];

        for (guint32 i = shapes->ring_points[ring]; i < end; i++)
          {
            next[i] = i + 1;
            owners[i] = (gint32) shape;
          }
        next[end - 1] = shapes->ring_points[ring];
      }

  twins = find_twins (shapes, next);
  for (guint32 i = 0; i < shapes->n_points; i++)
    neighbours[i] = twins[i] == NO_TWIN ? OUTSIDE : owners[twins[i]];

  *borders = g_array_new (FALSE, FALSE, sizeof (Ris3Border));
  *points = g_array_sized_new (FALSE, FALSE, sizeof (Ris3Point), shapes->n_points);
  for (guint32 shape = 0; shape < shapes->n_shapes; shape++)
    for (guint32 ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
      add_ring_borders (shapes, ring, (gint32) shape, neighbours, *borders, *points);
}

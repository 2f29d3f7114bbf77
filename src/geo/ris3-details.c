/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-details-private.h"

#include <math.h>
#include <string.h>

#include "geo/ris3-parallel.h"

/* Tolerances: of all of the world in a small window, to some 20 metres at the equator. */
#define COARSEST 0x1p-12
#define FINER 0.70710678118654752 /* from each to the next */
#define N_LEVELS 19
/* A set that leaves out less than this part of the points is not worth its memory. */
#define WORTH 0.15
/* Shapes of one piece of work. */
#define CHUNK 512
/* Finding the farthest point takes the square of this, at worst: longer lines are cut. */
#define LONG_LINE 2048

struct _Ris3Details
{
  Ris3Shapes *levels[N_LEVELS]; /* NULL: not worth it */
};

/* A set of points. */
typedef struct
{
  Ris3Point *slots; /* not a number: empty */
  guint64 mask;
} Nodes;

typedef struct
{
  const Ris3Shapes *shapes;
  Nodes nodes;
  float *distances; /* of each point: from the line without it; infinite where it must stay */
} Thinning;

static guint64
hash_point (const Ris3Point *point)
{
  guint64 x, y;

  memcpy (&x, &point->x, sizeof x);
  memcpy (&y, &point->y, sizeof y);
  x = (x ^ (y >> 29) ^ (y << 35)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return x ^ (x >> 32);
}

/* The slot of a point, or the empty one where it is to be. */
static Ris3Point *
find_slot (const Nodes *nodes, const Ris3Point *point)
{
  guint64 slot = hash_point (point) & nodes->mask;

  while (!isnan (nodes->slots[slot].x) && (nodes->slots[slot].x != point->x || nodes->slots[slot].y != point->y))
    slot = (slot + 1) & nodes->mask;
  return &nodes->slots[slot];
}

static void
nodes_init (Nodes *nodes, const Ris3Border *borders, guint n_borders, const Ris3Point *points)
{
  guint64 n = 1024;

  while (n < 4 * (guint64) n_borders)
    n *= 2;
  nodes->mask = n - 1;
  nodes->slots = g_new (Ris3Point, n);
  for (guint64 i = 0; i < n; i++)
    nodes->slots[i] = (Ris3Point){ NAN, NAN };
  for (guint i = 0; i < n_borders; i++)
    {
      const Ris3Point *first = &points[borders[i].first_point];
      const Ris3Point *last = first + borders[i].n_points - 1;

      *find_slot (nodes, first) = *first;
      *find_slot (nodes, last) = *last;
    }
}

static gboolean
comes_before (const Ris3Point *a, const Ris3Point *b)
{
  return a->x < b->x || (a->x == b->x && a->y < b->y);
}

/* The distance of a point from the straight line between two. The ends are taken in an order of their own, so that it
 * is the same to the last bit from either side. */
static double
get_distance (const Ris3Point *point, const Ris3Point *from, const Ris3Point *to)
{
  const Ris3Point *a = comes_before (from, to) ? from : to, *b = a == from ? to : from;
  double dx = b->x - a->x, dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double part = length > 0 ? ((point->x - a->x) * dx + (point->y - a->y) * dy) / length : 0;

  part = CLAMP (part, 0, 1);
  return hypot (point->x - (a->x + part * dx), point->y - (a->y + part * dy));
}

typedef struct
{
  guint from; /* counted along the ring, from its first point that stays */
  guint to;
  float most; /* what no point between may be above */
} Line;

/* Douglas and Peucker: the farthest point of a line between two that stay divides it. */
static void
thin_line (const Ris3Point *ring, float *distances, guint n, guint start, Line whole, GArray *lines)
{
  g_array_set_size (lines, 0);
  g_array_append_val (lines, whole);
  while (lines->len > 0)
    {
      Line line = g_array_index (lines, Line, lines->len - 1);
      const Ris3Point *from = &ring[(start + line.from) % n], *to = &ring[(start + line.to) % n];
      guint farthest = line.from;
      double most = -1;
      Line before, after;

      g_array_set_size (lines, lines->len - 1);
      for (guint i = line.from + 1; i < line.to; i++)
        {
          const Ris3Point *point = &ring[(start + i) % n];
          double distance = get_distance (point, from, to);

          if (distance > most || (distance == most && comes_before (point, &ring[(start + farthest) % n])))
            {
              most = distance;
              farthest = i;
            }
        }
      if (farthest == line.from)
        continue;
      before = (Line){ line.from, farthest, MIN (line.most, (float) most) };
      after = (Line){ farthest, line.to, before.most };
      distances[(start + farthest) % n] = before.most;
      g_array_append_val (lines, before);
      g_array_append_val (lines, after);
    }
}

/* Where the lines of a ring begin: where it meets others, or else anywhere, if it is the same from both sides. */
static guint
find_start (const Thinning *self, const Ris3Point *ring, guint n)
{
  guint first = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (find_slot (&self->nodes, &ring[i])->x))
      return i;
  for (guint i = 1; i < n; i++)
    if (comes_before (&ring[i], &ring[first]))
      first = i;
  return first;
}

static void
thin_ring (const Thinning *self, guint ring, GArray *lines)
{
  guint first_point = self->shapes->ring_points[ring];
  guint n = self->shapes->ring_points[ring + 1] - first_point;
  const Ris3Point *points = self->shapes->points + first_point;
  float *distances = self->distances + first_point;
  guint start = find_start (self, points, n), from = 0;

  distances[start] = INFINITY;
  for (guint i = 1; i <= n; i++)
    {
      const Ris3Point *point = &points[(start + i) % n];
      /* A long line is cut at points that are the same from both sides, and a very long one at any. */
      gboolean is_cut = (i - from >= LONG_LINE && hash_point (point) % 256 == 0) || i - from >= 8 * LONG_LINE;

      if (i < n && !is_cut && isnan (find_slot (&self->nodes, point)->x))
        continue;
      distances[(start + i) % n] = INFINITY;
      if (i - from > 1)
        thin_line (points, distances, n, start, (Line){ from, i, INFINITY }, lines);
      from = i;
    }
}

static void
thin_chunk (guint chunk, gpointer data)
{
  const Thinning *self = data;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint end = MIN ((chunk + 1) * CHUNK, self->shapes->n_shapes);

  for (guint shape = chunk * CHUNK; shape < end; shape++)
    for (guint ring = self->shapes->shape_rings[shape]; ring < self->shapes->shape_rings[shape + 1]; ring++)
      thin_ring (self, ring, lines);
}

/* NULL: it would have almost all points of those that are finer. */
static Ris3Shapes *
make_level (const Thinning *self, double tolerance, guint n_finer)
{
  const Ris3Shapes *shapes = self->shapes;
  g_autoptr (GArray) kept = NULL;
  Ris3ShapesBuilder *builder;
  guint n = 0;

  for (guint i = 0; i < shapes->n_points; i++)
    n += self->distances[i] > tolerance;
  if (n > n_finer * (1 - WORTH))
    return NULL;
  kept = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  builder = ris3_shapes_builder_new ();
  for (guint shape = 0; shape < shapes->n_shapes; shape++)
    {
      ris3_shapes_builder_begin_shape (builder);
      for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
        {
          g_array_set_size (kept, 0);
          for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
            if (self->distances[i] > tolerance)
              g_array_append_vals (kept, &shapes->points[i], 1);
          ris3_shapes_builder_add_ring (builder, (const Ris3Point *) (gpointer) kept->data, kept->len);
        }
    }
  return ris3_shapes_builder_end (builder);
}

Ris3Details *
ris3_details_new (const Ris3Shapes *shapes, const Ris3Border *borders, guint n_borders, const Ris3Point *border_points)
{
  Ris3Details *self = g_new0 (Ris3Details, 1);
  Thinning thinning = { .shapes = shapes };
  guint n_finer = shapes->n_points;

  thinning.distances = g_new0 (float, MAX (shapes->n_points, 1));
  nodes_init (&thinning.nodes, borders, n_borders, border_points);
  ris3_parallel_for ((shapes->n_shapes + CHUNK - 1) / CHUNK, thin_chunk, &thinning);
  for (guint i = N_LEVELS; i-- > 0;)
    {
      self->levels[i] = make_level (&thinning, COARSEST * pow (FINER, i), n_finer);
      if (self->levels[i] != NULL)
        n_finer = self->levels[i]->n_points;
    }
  g_free (thinning.distances);
  g_free (thinning.nodes.slots);
  return self;
}

void
ris3_details_free (Ris3Details *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; i < N_LEVELS; i++)
    g_clear_pointer (&self->levels[i], ris3_shapes_unref);
  g_free (self);
}

const Ris3Shapes *
ris3_details_get (const Ris3Details *self, double tolerance)
{
  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < N_LEVELS; i++)
    if (self->levels[i] != NULL && COARSEST * pow (FINER, i) <= tolerance)
      return self->levels[i];
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-lineage-compute-private.h"
#include "geo/ris3-pair-measure-private.h"
#include "geo/ris3-parallel.h"

/* Cells along each side of the grid in which boxes are looked up. */
#define GRID 128
/* Shapes of one piece of work. */
#define CHUNK 256
/* Of the smaller of two areas: less than this is rounding. */
#define NOTHING 1e-9

typedef struct
{
  Ris3EdgeIndex *from;
  Ris3EdgeIndex *to;
  /* Which shapes of from are in which cell of a grid. */
  Ris3Box box;
  guint *cell_starts;
  guint *cell_shapes;
  GArray **pairs; /* of each chunk */
  guint n_chunks;
  guint n_done; /* under the lock */
  GMutex lock;
  Ris3GeoProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Search;

static guint
find_cell (double position, double low, double high)
{
  double cell = (position - low) / (high - low) * GRID;

  return cell > 0 ? (guint) MIN (cell, GRID - 1) : 0;
}

typedef struct
{
  guint x0, y0, x1, y1;
} Cells;

static Cells
find_cells (const Search *self, const Ris3Box *box)
{
  return (Cells){ find_cell (box->x0, self->box.x0, self->box.x1), find_cell (box->y0, self->box.y0, self->box.y1),
                  find_cell (box->x1, self->box.x0, self->box.x1), find_cell (box->y1, self->box.y0, self->box.y1) };
}

static void
fill_grid (Search *self)
{
  g_autofree guint *next = NULL;

  self->box = RIS3_BOX_EMPTY;
  for (guint i = 0; i < self->from->n_shapes; i++)
    ris3_box_add_box (&self->box, &self->from->boxes[i]);
  self->cell_starts = g_new0 (guint, GRID * GRID + 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->from->n_shapes; i++)
        {
          Cells cells = find_cells (self, &self->from->boxes[i]);

          for (guint y = cells.y0; y <= cells.y1; y++)
            for (guint x = cells.x0; x <= cells.x1; x++)
              if (pass == 0)
                self->cell_starts[y * GRID + x + 1]++;
              else
                self->cell_shapes[next[y * GRID + x]++] = i;
        }
      if (pass > 0)
        break;
      for (guint i = 0; i < GRID * GRID; i++)
        self->cell_starts[i + 1] += self->cell_starts[i];
      next = g_memdup2 (self->cell_starts, (GRID * GRID + 1) * sizeof (guint));
      self->cell_shapes = g_new (guint, MAX (self->cell_starts[GRID * GRID], 1));
    }
}

static void
add_pair (const Search *self, Ris3PairMeasure *measure, guint from, guint to, GArray *pairs)
{
  Ris3Overlap pair = { from, to, ris3_pair_measure_shared (measure, self->from, from, self->to, to) };

  if (pair.area > NOTHING * MIN (self->from->areas[from], self->to->areas[to]))
    g_array_append_val (pairs, pair);
}

static void
search_around (const Search *self, Ris3PairMeasure *measure, guint to, GArray *pairs)
{
  const Ris3Box *box = &self->to->boxes[to];
  Cells cells = find_cells (self, box);

  for (guint y = cells.y0; y <= cells.y1; y++)
    for (guint x = cells.x0; x <= cells.x1; x++)
      for (guint i = self->cell_starts[y * GRID + x]; i < self->cell_starts[y * GRID + x + 1]; i++)
        {
          guint from = self->cell_shapes[i];
          const Ris3Box *other = &self->from->boxes[from];

          if (!(box->x0 < other->x1 && other->x0 < box->x1 && box->y0 < other->y1 && other->y0 < box->y1))
            continue;
          /* Two that meet in several cells are a pair in the first. */
          if (find_cell (MAX (box->x0, other->x0), self->box.x0, self->box.x1) == x
              && find_cell (MAX (box->y0, other->y0), self->box.y0, self->box.y1) == y)
            add_pair (self, measure, from, to, pairs);
        }
}

static void
search_chunk (guint chunk, gpointer data)
{
  Search *self = data;
  g_autoptr (Ris3PairMeasure) measure = ris3_pair_measure_new ();
  guint end = MIN ((chunk + 1) * CHUNK, self->to->n_shapes);

  self->pairs[chunk] = g_array_new (FALSE, FALSE, sizeof (Ris3Overlap));
  for (guint i = chunk * CHUNK; i < end && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      self->to->areas[i] = ris3_pair_measure_one (measure, self->to, i);
      search_around (self, measure, i, self->pairs[chunk]);
    }
  if (self->progress == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->progress ((double) ++self->n_done / self->n_chunks, self->user_data);
  g_mutex_unlock (&self->lock);
}

static void
measure_from (guint chunk, gpointer data)
{
  Search *self = data;
  g_autoptr (Ris3PairMeasure) measure = ris3_pair_measure_new ();
  guint end = MIN ((chunk + 1) * CHUNK, self->from->n_shapes);

  for (guint i = chunk * CHUNK; i < end && !g_cancellable_is_cancelled (self->cancellable); i++)
    self->from->areas[i] = ris3_pair_measure_one (measure, self->from, i);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Ris3Overlap *left = a, *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return left->to < right->to ? -1 : left->to > right->to;
}

static guint
count_chunks (const Ris3EdgeIndex *index)
{
  return (index->n_shapes + CHUNK - 1) / CHUNK;
}

Ris3Overlaps *
ris3_overlaps_find (const Ris3Shapes *from,
                    const Ris3Shapes *to,
                    Ris3GeoProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (Ris3Overlaps) self = NULL;
  g_autoptr (Ris3EdgeIndex) from_index = NULL;
  g_autoptr (Ris3EdgeIndex) to_index = NULL;
  Search search = { .progress = progress, .user_data = user_data, .cancellable = cancellable };

  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  self = ris3_overlaps_new ();
  search.from = from_index = ris3_edge_index_new (from);
  search.to = to_index = ris3_edge_index_new (to);
  search.n_chunks = count_chunks (to_index);
  search.pairs = g_new0 (GArray *, search.n_chunks);
  g_mutex_init (&search.lock);
  fill_grid (&search);
  ris3_parallel_for (count_chunks (from_index), measure_from, &search);
  ris3_parallel_for (search.n_chunks, search_chunk, &search);

  for (guint i = 0; i < search.n_chunks; i++)
    {
      g_array_append_vals (self->pairs, search.pairs[i]->data, search.pairs[i]->len);
      g_array_unref (search.pairs[i]);
    }
  g_array_sort (self->pairs, compare_pairs);
  g_array_append_vals (self->from_areas, from_index->areas, from_index->n_shapes);
  g_array_append_vals (self->to_areas, to_index->areas, to_index->n_shapes);
  g_mutex_clear (&search.lock);
  g_free (search.pairs);
  g_free (search.cell_starts);
  g_free (search.cell_shapes);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&self);
}

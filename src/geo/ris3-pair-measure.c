/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-pair-measure-private.h"

#include <math.h>
#include <stdlib.h>

/* A shape of a million edges must not take hours: then heights are sampled, so many that edges times heights is not
 * more than this. */
#define MAX_WORK 2e8
#define MIN_HEIGHTS 64
/* Of fewer pairs of intervals all are looked at, so that none is missed whose lines cross in between. */
#define FEW_PAIRS 4096

typedef struct
{
  double low, high; /* heights */
  double x;         /* at the low one */
  double slope;
} Line;

/* Where a line is at the lower and the upper height of a slab. */
typedef struct
{
  double a;
  double b;
} Place;

/* One of the two shapes. */
typedef struct
{
  GArray *lines;  /* Line: in the box, sorted by their low heights */
  GArray *lefts;  /* Ris3Edge: left of the box */
  GArray *active; /* guint: lines at this slab */
  GArray *places; /* Place: bounds of intervals at this slab, two and two */
  GArray *begins; /* guint8: for each slab, whether a left edge begins or ends to be there */
  guint next;
  gboolean is_inside; /* left of all lines of this slab */
} Track;

struct _Ris3PairMeasure
{
  Track tracks[2];
  GArray *heights; /* double */
  Ris3Box box;
};

Ris3PairMeasure *
ris3_pair_measure_new (void)
{
  Ris3PairMeasure *self = g_new0 (Ris3PairMeasure, 1);

  for (guint i = 0; i < 2; i++)
    {
      self->tracks[i].lines = g_array_new (FALSE, FALSE, sizeof (Line));
      self->tracks[i].lefts = g_array_new (FALSE, FALSE, sizeof (Ris3Edge));
      self->tracks[i].active = g_array_new (FALSE, FALSE, sizeof (guint));
      self->tracks[i].places = g_array_new (FALSE, FALSE, sizeof (Place));
      self->tracks[i].begins = g_array_new (FALSE, TRUE, sizeof (guint8));
    }
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
ris3_pair_measure_free (Ris3PairMeasure *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_array_unref (self->tracks[i].lines);
      g_array_unref (self->tracks[i].lefts);
      g_array_unref (self->tracks[i].active);
      g_array_unref (self->tracks[i].places);
      g_array_unref (self->tracks[i].begins);
    }
  g_array_unref (self->heights);
  g_free (self);
}

static void
add_edge (Track *track, const Ris3Edge *edge, const Ris3Box *box)
{
  if (edge->high.y <= box->y0 || edge->low.y >= box->y1 || MIN (edge->low.x, edge->high.x) >= box->x1)
    return;
  if (MAX (edge->low.x, edge->high.x) <= box->x0)
    g_array_append_vals (track->lefts, edge, 1);
  else
    {
      Line line
          = { edge->low.y, edge->high.y, edge->low.x, (edge->high.x - edge->low.x) / (edge->high.y - edge->low.y) };

      g_array_append_val (track->lines, line);
    }
}

static int
compare_lines (const void *a, const void *b)
{
  double left = ((const Line *) a)->low, right = ((const Line *) b)->low;

  return (left > right) - (left < right);
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Takes what matters within the box. */
static void
collect (Track *track, const Ris3EdgeIndex *index, guint shape, const Ris3Box *box)
{
  guint first = ris3_edge_index_find_row (index, shape, box->y0);
  guint last = ris3_edge_index_find_row (index, shape, box->y1);

  g_array_set_size (track->lines, 0);
  g_array_set_size (track->lefts, 0);
  for (guint row = first; row <= last; row++)
    {
      guint n = index->first_rows[shape] + row;

      for (guint i = index->row_starts[n]; i < index->row_starts[n + 1]; i++)
        {
          const Ris3Edge *edge = &index->edges[index->row_edges[i]];

          /* Listed in several rows, it counts in the first of these. */
          if (row == first || ris3_edge_index_find_row (index, shape, edge->low.y) == row)
            add_edge (track, edge, box);
        }
    }
  /* An array that has never held anything has no place for qsort (). */
  if (track->lines->len > 0)
    qsort (track->lines->data, track->lines->len, sizeof (Line), compare_lines);
}

/* The heights between which no line ends; FALSE where these would be too many, and some are taken instead. */
static gboolean
find_heights (Ris3PairMeasure *self)
{
  guint n_lines = self->tracks[0].lines->len + self->tracks[1].lines->len;
  guint n = 0;
  double *heights;

  g_array_set_size (self->heights, 0);
  if ((double) n_lines * n_lines > MAX_WORK)
    {
      guint n_samples = (guint) MAX (MAX_WORK / n_lines, MIN_HEIGHTS);

      for (guint i = 0; i <= n_samples; i++)
        {
          double height = self->box.y0 + (self->box.y1 - self->box.y0) * i / n_samples;

          g_array_append_val (self->heights, height);
        }
      return FALSE;
    }
  g_array_append_val (self->heights, self->box.y0);
  g_array_append_val (self->heights, self->box.y1);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < self->tracks[i].lines->len; k++)
      {
        const Line *line = &g_array_index (self->tracks[i].lines, Line, k);

        if (line->low > self->box.y0)
          g_array_append_val (self->heights, line->low);
        if (line->high < self->box.y1)
          g_array_append_val (self->heights, line->high);
      }
  heights = (double *) (gpointer) self->heights->data;
  qsort (heights, self->heights->len, sizeof (double), compare_doubles);
  for (guint i = 0; i < self->heights->len; i++)
    if (n == 0 || heights[i] > heights[n - 1])
      heights[n++] = heights[i];
  g_array_set_size (self->heights, n);
  return TRUE;
}

static double
get_middle (const Ris3PairMeasure *self, guint slab)
{
  return (g_array_index (self->heights, double, slab) + g_array_index (self->heights, double, slab + 1)) / 2;
}

/* The first slab whose middle is not below a height. */
static guint
find_slab (const Ris3PairMeasure *self, double height)
{
  guint low = 0, high = self->heights->len - 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_middle (self, middle) < height)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
begin_track (Ris3PairMeasure *self, Track *track)
{
  track->next = 0;
  track->is_inside = FALSE;
  g_array_set_size (track->active, 0);
  g_array_set_size (track->begins, 0);
  g_array_set_size (track->begins, self->heights->len);
  for (guint i = 0; i < track->lefts->len; i++)
    {
      const Ris3Edge *edge = &g_array_index (track->lefts, Ris3Edge, i);

      g_array_index (track->begins, guint8, find_slab (self, edge->low.y)) ^= 1;
      g_array_index (track->begins, guint8, find_slab (self, edge->high.y)) ^= 1;
    }
}

static double
get_x (const Line *line, double height)
{
  return line->x + (height - line->low) * line->slope;
}

static int
compare_places (const void *a, const void *b)
{
  double left = ((const Place *) a)->a + ((const Place *) a)->b;
  double right = ((const Place *) b)->a + ((const Place *) b)->b;

  return (left > right) - (left < right);
}

static void
sort_places (Place *places, guint n)
{
  if (n > 48)
    {
      qsort (places, n, sizeof (Place), compare_places);
      return;
    }
  for (guint i = 1; i < n; i++)
    {
      Place place = places[i];
      guint k = i;

      for (; k > 0 && compare_places (&place, &places[k - 1]) < 0; k--)
        places[k] = places[k - 1];
      places[k] = place;
    }
}

/* The intervals of a shape in one slab, from left to right. */
static void
find_intervals (Ris3PairMeasure *self, Track *track, guint slab, gboolean is_exact)
{
  double low = g_array_index (self->heights, double, slab), high = g_array_index (self->heights, double, slab + 1);
  double middle = (low + high) / 2;
  guint n = 0;

  track->is_inside ^= g_array_index (track->begins, guint8, slab);
  for (; track->next < track->lines->len && g_array_index (track->lines, Line, track->next).low < middle; track->next++)
    g_array_append_val (track->active, track->next);
  g_array_set_size (track->places, 0);
  if (track->is_inside)
    {
      Place left = { self->box.x0, self->box.x0 };

      g_array_append_val (track->places, left);
    }
  for (guint i = 0; i < track->active->len; i++)
    {
      guint active = g_array_index (track->active, guint, i);
      const Line *line = &g_array_index (track->lines, Line, active);
      Place place = { get_x (line, is_exact ? low : middle), get_x (line, is_exact ? high : middle) };

      if (line->high <= middle)
        continue;
      g_array_index (track->active, guint, n++) = active;
      g_array_append_val (track->places, place);
    }
  g_array_set_size (track->active, n);
  n = track->is_inside ? 1 : 0;
  sort_places ((Place *) (gpointer) track->places->data + n, track->places->len - n);
  if (track->places->len % 2 == 1)
    {
      Place right = { self->box.x1, self->box.x1 };

      g_array_append_val (track->places, right);
    }
}

/* How wide what two intervals share is, at a part of the way from the lower to the upper height. */
static double
get_width (const Place *a, const Place *b, double part)
{
  double left = MAX (a[0].a + (a[0].b - a[0].a) * part, b[0].a + (b[0].b - b[0].a) * part);
  double right = MIN (a[1].a + (a[1].b - a[1].a) * part, b[1].a + (b[1].b - b[1].a) * part);

  return MAX (right - left, 0);
}

/* The same on average. The width changes its course only where two bounds cross. */
static double
get_mean_width (const Place *a, const Place *b)
{
  double parts[6] = { 0 };
  guint n = 1;
  double sum = 0;

  if (MAX (a[1].a, a[1].b) <= MIN (b[0].a, b[0].b) || MAX (b[1].a, b[1].b) <= MIN (a[0].a, a[0].b))
    return 0;
  for (guint i = 0; i < 4; i++)
    {
      double below = a[i / 2].a - b[i % 2].a, above = a[i / 2].b - b[i % 2].b;

      if ((below < 0 && above > 0) || (below > 0 && above < 0))
        {
          double part = below / (below - above);
          guint k = n++;

          for (; k > 1 && parts[k - 1] > part; k--)
            parts[k] = parts[k - 1];
          parts[k] = part;
        }
    }
  parts[n] = 1;
  for (guint i = 0; i < n; i++)
    sum += (get_width (a, b, parts[i]) + get_width (a, b, parts[i + 1])) / 2 * (parts[i + 1] - parts[i]);
  return sum;
}

static double
share_intervals (const Track *tracks)
{
  const Place *a = (const Place *) (gpointer) tracks[0].places->data;
  const Place *b = (const Place *) (gpointer) tracks[1].places->data;
  guint n_a = tracks[0].places->len, n_b = tracks[1].places->len;
  double sum = 0;

  if ((guint64) n_a * n_b <= FEW_PAIRS)
    {
      for (guint i = 0; i < n_a; i += 2)
        for (guint k = 0; k < n_b; k += 2)
          sum += get_mean_width (a + i, b + k);
      return sum;
    }
  for (guint i = 0, k = 0; i < n_a && k < n_b;)
    {
      sum += get_mean_width (a + i, b + k);
      if (compare_places (a + i + 1, b + k + 1) < 0)
        i += 2;
      else
        k += 2;
    }
  return sum;
}

static double
sweep (Ris3PairMeasure *self)
{
  gboolean is_exact = find_heights (self);
  double area = 0;

  for (guint i = 0; i < 2; i++)
    begin_track (self, &self->tracks[i]);
  for (guint slab = 0; slab + 1 < self->heights->len; slab++)
    {
      double height = g_array_index (self->heights, double, slab + 1) - g_array_index (self->heights, double, slab);

      for (guint i = 0; i < 2; i++)
        find_intervals (self, &self->tracks[i], slab, is_exact);
      area += height * share_intervals (self->tracks);
    }
  return area;
}

double
ris3_pair_measure_one (Ris3PairMeasure *self, const Ris3EdgeIndex *index, guint shape)
{
  Ris3Edge all;

  self->box = index->boxes[shape];
  if (!(self->box.x1 > self->box.x0 && self->box.y1 > self->box.y0))
    return 0;
  collect (&self->tracks[0], index, shape, &self->box);
  /* The other is everywhere: it begins left of the box. */
  all = (Ris3Edge){ { self->box.x0 - 1, self->box.y0 - 1 }, { self->box.x0 - 1, self->box.y1 + 1 } };
  g_array_set_size (self->tracks[1].lines, 0);
  g_array_set_size (self->tracks[1].lefts, 0);
  g_array_append_val (self->tracks[1].lefts, all);
  return sweep (self);
}

/* Whether a shape without lines in the box is around it. */
static gboolean
is_around (const Ris3PairMeasure *self, const Track *track)
{
  double middle = (self->box.y0 + self->box.y1) / 2;
  gboolean is_inside = FALSE;

  for (guint i = 0; i < track->lefts->len; i++)
    {
      const Ris3Edge *edge = &g_array_index (track->lefts, Ris3Edge, i);

      if (edge->low.y < middle && edge->high.y >= middle)
        is_inside = !is_inside;
    }
  return is_inside;
}

static gboolean
is_same_box (const Ris3Box *a, const Ris3Box *b)
{
  return a->x0 == b->x0 && a->y0 == b->y0 && a->x1 == b->x1 && a->y1 == b->y1;
}

double
ris3_pair_measure_shared (Ris3PairMeasure *self,
                          const Ris3EdgeIndex *a_index,
                          guint a,
                          const Ris3EdgeIndex *b_index,
                          guint b)
{
  const Ris3EdgeIndex *indices[2] = { a_index, b_index };
  const guint shapes[2] = { a, b };
  const Ris3Box *box_a = &a_index->boxes[a], *box_b = &b_index->boxes[b];

  self->box = (Ris3Box){ MAX (box_a->x0, box_b->x0), MAX (box_a->y0, box_b->y0), MIN (box_a->x1, box_b->x1),
                         MIN (box_a->y1, box_b->y1) };
  if (!(self->box.x1 > self->box.x0 && self->box.y1 > self->box.y0))
    return 0;
  /* Most areas are within one region: then there is nothing to cut. */
  for (guint i = 0; i < 2; i++)
    {
      const Track *track = &self->tracks[i];

      collect (&self->tracks[i], indices[i], shapes[i], &self->box);
      if (track->lines->len > 0)
        continue;
      if (!is_around (self, track))
        return 0;
      if (is_same_box (&self->box, &indices[!i]->boxes[shapes[!i]]))
        return indices[!i]->areas[shapes[!i]];
    }
  return sweep (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "report/ris3-map-outline-private.h"

#define NO_LINE G_MAXUINT32

void
_ris3_map_outline_free (Ris3MapOutline *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->area_rings);
  g_array_unref (self->ring_points);
  g_array_unref (self->points);
  g_array_unref (self->lines);
  g_array_unref (self->line_points);
  g_free (self);
}

/* The square of the distance of a point from the line between two others. */
static double
measure_offset (Ris3Point point, Ris3Point a, Ris3Point b)
{
  double x = b.x - a.x, y = b.y - a.y, length = x * x + y * y, share = 0;

  if (length > 0)
    share = CLAMP (((point.x - a.x) * x + (point.y - a.y) * y) / length, 0, 1);
  x = point.x - a.x - share * x;
  y = point.y - a.y - share * y;
  return x * x + y * y;
}

typedef struct
{
  guint first, last;
} Span;

void
_ris3_map_outline_simplify (const Ris3Point *points, guint n_points, double tolerance, GArray *kept)
{
  g_autofree guint8 *keeps = g_new0 (guint8, n_points);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Span whole = { 0, n_points - 1 };

  g_return_if_fail (n_points > 0);
  keeps[0] = keeps[n_points - 1] = TRUE;
  g_array_append_val (spans, whole);
  while (spans->len > 0)
    {
      Span span = g_array_index (spans, Span, spans->len - 1);
      double farthest = tolerance * tolerance;
      guint found = 0;

      g_array_set_size (spans, spans->len - 1);
      for (guint i = span.first + 1; i < span.last; i++)
        {
          double offset = measure_offset (points[i], points[span.first], points[span.last]);

          if (offset > farthest)
            {
              farthest = offset;
              found = i;
            }
        }
      if (found == 0)
        continue;
      keeps[found] = TRUE;
      g_array_append_val (spans, ((Span){ span.first, found }));
      g_array_append_val (spans, ((Span){ found, span.last }));
    }
  for (guint i = 0; i < n_points; i++)
    if (keeps[i])
      g_array_append_val (kept, points[i]);
}

Ris3Point
_ris3_map_outline_to_picture (const Ris3Frame *frame, Ris3Point point)
{
  return (Ris3Point){ (point.x - frame->x) * frame->scale, (point.y - frame->y) * frame->scale };
}

static Ris3Box
get_box (const Ris3Point *points, guint n_points)
{
  Ris3Box box = RIS3_BOX_EMPTY;

  for (guint i = 0; i < n_points; i++)
    ris3_box_add_point (&box, points[i]);
  return box;
}

static gboolean
is_outside (const Ris3Frame *frame, const Ris3Box *box)
{
  return box->x1 < 0 || box->y1 < 0 || box->x0 > frame->width || box->y0 > frame->height;
}

static gboolean
is_speck (const Ris3Box *box, double size)
{
  return box->x1 - box->x0 <= size && box->y1 - box->y0 <= size;
}

/* A line of the outline, with the ends that it shares with others. */
typedef struct
{
  Ris3OutlineLine line;
  guint ends[2];
} Side;

typedef struct
{
  Ris3MapOutline *outline;
  const Ris3Frame *frame;
  GArray *sides;     /* of Side: those of all areas, in the picture or not */
  GArray *of_areas;  /* of guint32: sides, area by area */
  GArray *first_of;  /* of guint32: where those of an area begin in it */
  guint32 *first_at; /* by end: the first unused of the area at hand, in of_areas; NO_LINE: none */
  guint n_ends;
} Work;

static guint
hash_point (gconstpointer data)
{
  const Ris3Point *point = data;
  guint64 x, y;

  memcpy (&x, &point->x, sizeof x);
  memcpy (&y, &point->y, sizeof y);
  x = (x ^ (y >> 29) ^ (y << 35)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (x >> 32);
}

static gboolean
equal_points (gconstpointer a, gconstpointer b)
{
  const Ris3Point *left = a, *right = b;

  return left->x == right->x && left->y == right->y;
}

static guint
number_end (Work *work, GHashTable *ends, const Ris3Point *point)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (ends, point, NULL, &number))
    {
      number = GUINT_TO_POINTER (work->n_ends++);
      g_hash_table_insert (ends, (gpointer) point, number);
    }
  return GPOINTER_TO_UINT (number);
}

static const char *
country_of (Ris3Boundaries *boundaries, gint leaf)
{
  return ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, (guint) leaf))->country;
}

/* Of each border between two areas its points in the picture, and which areas these are. */
static void
collect_sides (Work *work, Ris3Classification *classification, Ris3Boundaries *boundaries, double tolerance)
{
  guint n_borders;
  const Ris3Border *borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  const Ris3Point *points = ris3_boundaries_get_border_points (boundaries);
  g_autoptr (GHashTable) ends = g_hash_table_new (hash_point, equal_points);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  Ris3MapOutline *outline = work->outline;

  for (guint i = 0; i < n_borders; i++)
    {
      const Ris3Border *border = &borders[i];
      const Ris3Point *own = points + border->first_point;
      gint left = (gint) ris3_classification_get_leaf_territory (classification, (guint) border->left);
      gint right = border->right < 0
                       ? -1
                       : (gint) ris3_classification_get_leaf_territory (classification, (guint) border->right);
      Side side = { .line = { .left = left, .right = right, .first_point = outline->line_points->len } };
      Ris3Box box;

      if (left == right)
        continue;
      side.line.kind = right < 0 ? RIS3_OUTLINE_COAST
                       : g_str_equal (country_of (boundaries, border->left), country_of (boundaries, border->right))
                           ? RIS3_OUTLINE_REGION
                           : RIS3_OUTLINE_COUNTRY;
      g_array_set_size (moved, border->n_points);
      for (guint j = 0; j < border->n_points; j++)
        g_array_index (moved, Ris3Point, j) = _ris3_map_outline_to_picture (work->frame, own[j]);
      box = get_box ((const Ris3Point *) (const void *) moved->data, moved->len);
      /* Outside the picture, where it runs does not matter. */
      _ris3_map_outline_simplify ((const Ris3Point *) (const void *) moved->data, moved->len,
                                  is_outside (work->frame, &box) ? work->frame->width : tolerance,
                                  outline->line_points);
      side.line.n_points = outline->line_points->len - side.line.first_point;
      side.ends[0] = number_end (work, ends, &own[0]);
      side.ends[1] = number_end (work, ends, &own[border->n_points - 1]);
      g_array_append_val (work->sides, side);
    }
}

/* Sorts the sides by area: each is one of two, or of one. */
static void
sort_sides (Work *work)
{
  guint n_areas = work->outline->n_areas;
  g_autofree guint32 *next = NULL;
  guint32 total = 0;

  g_array_set_size (work->first_of, n_areas + 1);
  memset (work->first_of->data, 0, (n_areas + 1) * sizeof (guint32));
  for (guint i = 0; i < work->sides->len; i++)
    {
      const Ris3OutlineLine *line = &g_array_index (work->sides, Side, i).line;

      g_array_index (work->first_of, guint32, line->left)++;
      if (line->right >= 0)
        g_array_index (work->first_of, guint32, line->right)++;
    }
  for (guint i = 0; i <= n_areas; i++)
    {
      guint32 count = g_array_index (work->first_of, guint32, i);

      g_array_index (work->first_of, guint32, i) = total;
      total += count;
    }
  next = g_memdup2 (work->first_of->data, (n_areas + 1) * sizeof (guint32));
  g_array_set_size (work->of_areas, total);
  for (guint32 i = 0; i < work->sides->len; i++)
    {
      const Ris3OutlineLine *line = &g_array_index (work->sides, Side, i).line;

      g_array_index (work->of_areas, guint32, next[line->left]++) = i;
      if (line->right >= 0)
        g_array_index (work->of_areas, guint32, next[line->right]++) = i;
    }
}

static void
append_side (Ris3MapOutline *self, const Ris3OutlineLine *line, gboolean is_backward)
{
  const Ris3Point *points = &g_array_index (self->line_points, Ris3Point, line->first_point);

  /* The last point is the first one of what follows. */
  for (guint i = 0; i + 1 < line->n_points; i++)
    g_array_append_val (self->points, points[is_backward ? line->n_points - 1 - i : i]);
}

/* Takes an unused side of the area that begins or ends there. NULL: there is none. */
static const Side *
take_side (Work *work, guint32 *next_at, guint end, gboolean *is_used, guint32 first)
{
  for (guint32 slot = work->first_at[end]; slot != NO_LINE; slot = next_at[slot])
    if (!is_used[slot / 2])
      {
        is_used[slot / 2] = TRUE;
        return &g_array_index (work->sides, Side, g_array_index (work->of_areas, guint32, first + slot / 2));
      }
  return NULL;
}

/* Whether a ring is worth being drawn: it is on the picture, and more than a speck, or all that there is. */
static gboolean
shows_ring (Work *work, guint32 first_point, double speck, gboolean is_first)
{
  const GArray *points = work->outline->points;
  guint n_points = points->len - first_point;
  Ris3Box box = get_box (&g_array_index (points, Ris3Point, first_point), n_points);

  return n_points >= 3 && !is_outside (work->frame, &box) && (is_first || !is_speck (&box, speck));
}

/* Joins the sides of an area, end to end. */
static void
join_sides (Work *work, guint area, double speck)
{
  Ris3MapOutline *outline = work->outline;
  guint32 first = g_array_index (work->first_of, guint32, area);
  guint32 n = g_array_index (work->first_of, guint32, area + 1) - first;
  g_autofree guint32 *next_at = g_new (guint32, 2 * n);
  g_autofree gboolean *is_used = g_new0 (gboolean, n);
  guint n_rings = 0;

  for (guint32 slot = 0; slot < 2 * n; slot++)
    {
      const Side *side = &g_array_index (work->sides, Side, g_array_index (work->of_areas, guint32, first + slot / 2));
      guint end = side->ends[slot % 2];

      next_at[slot] = work->first_at[end];
      work->first_at[end] = slot;
    }
  for (guint32 i = 0; i < n; i++)
    {
      const Side *side = &g_array_index (work->sides, Side, g_array_index (work->of_areas, guint32, first + i));
      guint start = side->ends[0], at = start;
      guint32 first_point = outline->points->len;

      if (is_used[i])
        continue;
      is_used[i] = TRUE;
      for (; side != NULL; side = at != start ? take_side (work, next_at, at, is_used, first) : NULL)
        {
          gboolean is_backward = side->ends[0] != at;

          append_side (outline, &side->line, is_backward);
          at = side->ends[is_backward ? 0 : 1];
        }
      if (shows_ring (work, first_point, speck, n_rings == 0))
        {
          g_array_append_val (outline->ring_points, outline->points->len);
          n_rings++;
        }
      else
        g_array_set_size (outline->points, first_point);
    }
  for (guint32 slot = 0; slot < 2 * n; slot++)
    work->first_at[g_array_index (work->sides, Side, g_array_index (work->of_areas, guint32, first + slot / 2))
                       .ends[slot % 2]]
        = NO_LINE;
}

/* The lines that are on the picture. */
static void
keep_lines (Work *work, double speck)
{
  Ris3MapOutline *outline = work->outline;

  for (guint i = 0; i < work->sides->len; i++)
    {
      const Side *side = &g_array_index (work->sides, Side, i);
      Ris3Box box
          = get_box (&g_array_index (outline->line_points, Ris3Point, side->line.first_point), side->line.n_points);

      if (!is_outside (work->frame, &box) && (side->ends[0] != side->ends[1] || !is_speck (&box, speck)))
        g_array_append_val (outline->lines, side->line);
    }
}

Ris3MapOutline *
_ris3_map_outline_new (Ris3Classification *classification,
                       Ris3Boundaries *boundaries,
                       const Ris3Frame *frame,
                       double tolerance)
{
  Ris3MapOutline *self;
  Work work = { .frame = frame };
  guint32 none = 0;

  g_return_val_if_fail (classification != NULL && boundaries != NULL && frame != NULL && tolerance > 0, NULL);
  self = g_new0 (Ris3MapOutline, 1);
  self->n_areas = ris3_classification_get_n_territories (classification);
  self->area_rings = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ring_points = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Ris3OutlineLine));
  self->line_points = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  work.outline = self;
  work.sides = g_array_new (FALSE, FALSE, sizeof (Side));
  work.of_areas = g_array_new (FALSE, FALSE, sizeof (guint32));
  work.first_of = g_array_new (FALSE, FALSE, sizeof (guint32));

  collect_sides (&work, classification, boundaries, tolerance);
  sort_sides (&work);
  work.first_at = g_new (guint32, MAX (1, work.n_ends));
  memset (work.first_at, 0xff, work.n_ends * sizeof (guint32));
  g_array_append_val (self->area_rings, none);
  g_array_append_val (self->ring_points, none);
  for (guint area = 0; area < self->n_areas; area++)
    {
      guint32 n_rings;

      join_sides (&work, area, tolerance);
      n_rings = self->ring_points->len - 1;
      g_array_append_val (self->area_rings, n_rings);
    }
  keep_lines (&work, tolerance);

  g_array_unref (work.sides);
  g_array_unref (work.of_areas);
  g_array_unref (work.first_of);
  g_free (work.first_at);
  return self;
}

GArray *
_ris3_map_outline_simplify_shape (const Ris3Shapes *shapes,
                                  guint shape,
                                  const Ris3Frame *frame,
                                  double tolerance,
                                  GArray **rings)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  guint32 none = 0;

  g_return_val_if_fail (shapes != NULL && shape < shapes->n_shapes && frame != NULL && rings != NULL, kept);
  *rings = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (*rings, none);
  for (guint32 ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
    {
      guint32 first = shapes->ring_points[ring], n = shapes->ring_points[ring + 1] - first;
      guint before = kept->len;
      Ris3Box box;

      g_array_set_size (moved, n + 1);
      for (guint32 i = 0; i <= n; i++)
        g_array_index (moved, Ris3Point, i) = _ris3_map_outline_to_picture (frame, shapes->points[first + i % n]);
      box = get_box ((const Ris3Point *) (void *) moved->data, moved->len);
      if (n < 3 || is_outside (frame, &box))
        continue;
      _ris3_map_outline_simplify ((const Ris3Point *) (const void *) moved->data, moved->len, tolerance, kept);
      g_array_set_size (kept, kept->len - 1);
      if (kept->len - before >= 3)
        g_array_append_val (*rings, kept->len);
      else
        g_array_set_size (kept, before);
    }
  return kept;
}

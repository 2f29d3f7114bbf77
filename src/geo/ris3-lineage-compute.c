/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "geo/ris3-lineage-compute-private.h"

/* The tolerances; data/boundaries/README.md says why. */
#define WHOLE 0.95      /* this much of a region inside another counts as the whole region */
#define WHOLE_ALONE 0.9 /* … if no third region has a part in it */
#define WHOLE_CODE 0.8  /* … if it kept its code */
#define OWN_CODE 0.5    /* as much of each in the other makes them one where boundaries of one's own have the code */
#define MAJORITY 0.5    /* this much of a leaf inside decides where the leaf belongs */
#define CRUMB 0.05      /* a smaller part of a region is noise from redrawn lines */

/* What two regions share; most share nothing, and have none. */
typedef struct
{
  guint from;
  guint to;
  double area; /* in km² */
} Cell;

/* A region's area counts only where the other version has land at all, so that a redrawn coast is not
 * a change.
 */
typedef struct
{
  Ris3Boundaries *from;
  Ris3Boundaries *to;
  GArray *cells;     /* Cell: what regions share, sorted by from and to */
  guint *from_cells; /* the first of each from, and the end */
  GArray *others;    /* guint: the same cells, sorted by to and from */
  guint *to_cells;
  double *from_covered; /* what the other version covers of each region */
  double *to_covered;
  gboolean *from_present; /* whether that is the larger part */
  gboolean *to_present;
  GArray *rows;
} Lineage;

static const Cell *
get_cell (const Lineage *self, guint index)
{
  return &g_array_index (self->cells, Cell, index);
}

static double
get_overlap (const Lineage *self, guint from, guint to)
{
  guint low = self->from_cells[from], high = self->from_cells[from + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_cell (self, middle)->to == to)
        return get_cell (self, middle)->area;
      if (get_cell (self, middle)->to < to)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

/* How much of a region of one version lies in a region of the other, 0 to 1. */
static double
share_of_from (const Lineage *self, guint from, guint to)
{
  return self->from_covered[from] > 0 ? MIN (get_overlap (self, from, to) / self->from_covered[from], 1) : 0;
}

static double
share_of_to (const Lineage *self, guint from, guint to)
{
  return self->to_covered[to] > 0 ? MIN (get_overlap (self, from, to) / self->to_covered[to], 1) : 0;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *left = a, *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return left->to < right->to ? -1 : left->to > right->to;
}

static int
compare_others (gconstpointer a, gconstpointer b, gpointer cells)
{
  const Cell *left = &g_array_index ((GArray *) cells, Cell, *(const guint *) a);
  const Cell *right = &g_array_index ((GArray *) cells, Cell, *(const guint *) b);

  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return left->from < right->from ? -1 : left->from > right->from;
}

/* Where the cells of each region begin. */
static void
index_cells (Lineage *self)
{
  guint n_from = ris3_boundaries_get_n_regions (self->from), n_to = ris3_boundaries_get_n_regions (self->to);

  self->from_cells = g_new0 (guint, n_from + 1);
  self->to_cells = g_new0 (guint, n_to + 1);
  self->others = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->cells->len);
  for (guint i = 0; i < self->cells->len; i++)
    {
      self->from_cells[get_cell (self, i)->from + 1]++;
      self->to_cells[get_cell (self, i)->to + 1]++;
      g_array_append_val (self->others, i);
    }
  for (guint i = 0; i < n_from; i++)
    self->from_cells[i + 1] += self->from_cells[i];
  for (guint i = 0; i < n_to; i++)
    self->to_cells[i + 1] += self->to_cells[i];
  g_array_sort_with_data (self->others, compare_others, self->cells);
}

/* Sums the overlaps of leaves up both trees. */
static void
sum_overlaps (Lineage *self, const Ris3Overlaps *overlaps)
{
  guint n = 0;

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint i = 0; i < overlaps->pairs->len; i++)
    {
      const Ris3Overlap *pair = &g_array_index (overlaps->pairs, Ris3Overlap, i);
      gint first_to = (gint) ris3_boundaries_get_leaf_region (self->to, pair->to);

      for (gint from = (gint) ris3_boundaries_get_leaf_region (self->from, pair->from); from >= 0;
           from = ris3_boundaries_get_region (self->from, from)->parent)
        {
          self->from_covered[from] += pair->area;
          for (gint to = first_to; to >= 0; to = ris3_boundaries_get_region (self->to, to)->parent)
            {
              Cell cell = { (guint) from, (guint) to, pair->area };

              g_array_append_val (self->cells, cell);
            }
        }
      for (gint to = first_to; to >= 0; to = ris3_boundaries_get_region (self->to, to)->parent)
        self->to_covered[to] += pair->area;
    }
  g_array_sort (self->cells, compare_cells);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = get_cell (self, i);

      if (n > 0 && compare_cells (get_cell (self, n - 1), cell) == 0)
        g_array_index (self->cells, Cell, n - 1).area += cell->area;
      else
        g_array_index (self->cells, Cell, n++) = *cell;
    }
  g_array_set_size (self->cells, n);
  index_cells (self);
}

static gboolean *
find_present (Ris3Boundaries *boundaries, const double *covered, GArray *leaf_areas)
{
  guint n = ris3_boundaries_get_n_regions (boundaries);
  gboolean *present = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);
      double area = 0;

      for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
        area += g_array_index (leaf_areas, double, leaf);
      present[i] = covered[i] >= MAJORITY * area;
    }

  return present;
}

char *
ris3_fold_name (const char *name)
{
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed != NULL ? decomposed : "", -1);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (letters, "and");
      else if (c == 0x131) /* ı */
        g_string_append_c (letters, 'i');
      else if (c == 0x142) /* ł */
        g_string_append_c (letters, 'l');
      else if (c == 0x111) /* đ */
        g_string_append_c (letters, 'd');
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (letters, c);
    }

  return g_string_free (letters, FALSE);
}

static gboolean
same_name (const Ris3Region *a, const Ris3Region *b)
{
  g_autofree char *local_a = ris3_fold_name (a->name);
  g_autofree char *local_b = ris3_fold_name (b->name);
  g_autofree char *latin_a = ris3_fold_name (a->name_latin);
  g_autofree char *latin_b = ris3_fold_name (b->name_latin);

  return strcmp (local_a, local_b) == 0 || strcmp (latin_a, latin_b) == 0;
}

static Ris3LineageKind
kind_of_whole (const Lineage *self, guint from, guint to)
{
  const Ris3Region *from_region = ris3_boundaries_get_region (self->from, from);
  const Ris3Region *to_region = ris3_boundaries_get_region (self->to, to);

  if (strcmp (from_region->code, to_region->code) != 0)
    return RIS3_LINEAGE_RECODED;

  return same_name (from_region, to_region) ? RIS3_LINEAGE_SAME : RIS3_LINEAGE_RENAMED;
}

static double
round_share (double share)
{
  return round (share * 10000) / 10000;
}

static void
add_row (Lineage *self, guint from, guint to, Ris3LineageKind kind)
{
  Ris3LineageRow row = {
    .from_code = ris3_boundaries_get_region (self->from, from)->code,
    .to_code = ris3_boundaries_get_region (self->to, to)->code,
    .kind = kind,
    .share_of_from = round_share (share_of_from (self, from, to)),
    .share_of_to = round_share (share_of_to (self, from, to)),
  };

  g_array_append_val (self->rows, row);
}

/* The region of the same level that shares most with this one, -1 if none shares anything. */
static gint
find_counterpart (const Lineage *self, guint from)
{
  guint level = ris3_boundaries_get_region (self->from, from)->level;
  gint best = -1;
  double most = 0;

  for (guint i = self->from_cells[from]; i < self->from_cells[from + 1]; i++)
    {
      const Cell *cell = get_cell (self, i);

      if (ris3_boundaries_get_region (self->to, cell->to)->level == level && self->to_present[cell->to]
          && cell->area > most)
        {
          best = (gint) cell->to;
          most = cell->area;
        }
    }

  return best;
}

/* Whether no third region of that level shares more than crumbs with either. */
static gboolean
are_alone (const Lineage *self, guint from, guint to)
{
  guint level = ris3_boundaries_get_region (self->from, from)->level;

  for (guint i = self->from_cells[from]; i < self->from_cells[from + 1]; i++)
    {
      guint other = get_cell (self, i)->to;

      if (other != to && ris3_boundaries_get_region (self->to, other)->level == level
          && share_of_from (self, from, other) >= CRUMB)
        return FALSE;
    }
  for (guint i = self->to_cells[to]; i < self->to_cells[to + 1]; i++)
    {
      guint other = get_cell (self, g_array_index (self->others, guint, i))->from;

      if (other != from && ris3_boundaries_get_region (self->from, other)->level == level
          && share_of_to (self, other, to) >= CRUMB)
        return FALSE;
    }

  return TRUE;
}

/* Whether the two are the same area. */
static gboolean
are_one (const Lineage *self, guint from, guint to)
{
  double share = MIN (share_of_from (self, from, to), share_of_to (self, from, to));
  const Ris3Region *from_region = ris3_boundaries_get_region (self->from, from);
  const Ris3Region *to_region = ris3_boundaries_get_region (self->to, to);

  if (share >= WHOLE)
    return TRUE;
  if (share >= WHOLE_CODE && strcmp (from_region->code, to_region->code) == 0)
    return TRUE;

  return share >= WHOLE_ALONE && from_region->level == to_region->level && are_alone (self, from, to);
}

/* Collects the coarsest regions that lie inside the region: from its level on, or below that if it lies in a
 * larger one of its level (-1: it does not), which is then among them. Tree order makes the children of one
 * that is taken easy to skip: they follow it.
 */
static GArray *
find_successors (const Lineage *self, guint from, gint larger)
{
  GArray *successors = g_array_new (FALSE, FALSE, sizeof (guint));
  guint level = ris3_boundaries_get_region (self->from, from)->level + (larger >= 0 ? 1 : 0);

  for (guint i = self->from_cells[from]; i < self->from_cells[from + 1]; i++)
    {
      guint to = get_cell (self, i)->to;
      const Ris3Region *region = ris3_boundaries_get_region (self->to, to);
      double share = share_of_to (self, from, to);
      gboolean leaf = ris3_boundaries_is_leaf (self->to, to);

      if ((gint) to == larger)
        g_array_append_val (successors, to);
      if (region->level < level || !self->to_present[to])
        continue;
      /* A smaller part of a leaf counts too if it is not a small part of this region. */
      if (share >= (leaf ? MAJORITY : WHOLE) || (leaf && share_of_from (self, from, to) >= CRUMB))
        {
          g_array_append_val (successors, to);
          while (i + 1 < self->from_cells[from + 1]
                 && ris3_boundaries_get_region (self->to, get_cell (self, i + 1)->to)->first_leaf
                        < region->first_leaf + region->n_leaves)
            i++;
        }
    }

  return successors;
}

/* Whoever draws boundaries of his own means a region by its code, however roughly or differently he draws it. The area
 * of that code, whatever its level; -1 if there is none, or it is another place. */
static gint
find_by_code (const Lineage *self, guint from)
{
  gint to = ris3_boundaries_is_own (self->to)
                ? ris3_boundaries_find (self->to, ris3_boundaries_get_region (self->from, from)->code)
                : -1;

  if (to < 0 || MIN (share_of_from (self, from, (guint) to), share_of_to (self, from, (guint) to)) < OWN_CODE)
    return -1;
  return to;
}

/* FALSE if the region has no successor. */
static gboolean
trace (Lineage *self, guint from)
{
  g_autoptr (GArray) successors = NULL;
  gint counterpart, larger = -1;
  guint n_parts;

  if (!self->from_present[from])
    return FALSE;

  counterpart = find_by_code (self, from);
  if (counterpart >= 0)
    {
      add_row (self, from, (guint) counterpart, kind_of_whole (self, from, (guint) counterpart));
      return TRUE;
    }
  counterpart = find_counterpart (self, from);
  if (counterpart >= 0 && are_one (self, from, counterpart))
    {
      add_row (self, from, counterpart, kind_of_whole (self, from, counterpart));
      return TRUE;
    }
  if (counterpart >= 0 && share_of_from (self, from, counterpart) >= WHOLE)
    larger = counterpart;

  successors = find_successors (self, from, larger);
  n_parts = successors->len - (larger >= 0 ? 1 : 0);
  for (guint i = 0; i < successors->len; i++)
    {
      guint to = g_array_index (successors, guint, i);
      Ris3LineageKind kind = RIS3_LINEAGE_SPLIT;

      if ((gint) to == larger)
        kind = RIS3_LINEAGE_MERGED;
      else if (n_parts == 1 && are_one (self, from, to))
        kind = kind_of_whole (self, from, to);
      else if (n_parts == 1 && share_of_from (self, from, to) >= WHOLE_ALONE)
        kind = RIS3_LINEAGE_MERGED;
      add_row (self, from, to, kind);
    }

  return successors->len > 0;
}

GArray *
ris3_lineage_compute (Ris3Boundaries *from, Ris3Boundaries *to, const Ris3Overlaps *overlaps, GPtrArray *lost)
{
  guint n_from = ris3_boundaries_get_n_regions (from);
  Lineage self = { .from = from, .to = to };

  self.from_covered = g_new0 (double, n_from);
  self.to_covered = g_new0 (double, ris3_boundaries_get_n_regions (to));
  sum_overlaps (&self, overlaps);
  self.from_present = find_present (from, self.from_covered, overlaps->from_areas);
  self.to_present = find_present (to, self.to_covered, overlaps->to_areas);

  /* Both versions are in tree order, which is the order of codes, and so are the rows. */
  self.rows = g_array_new (FALSE, FALSE, sizeof (Ris3LineageRow));
  for (guint i = 0; i < n_from; i++)
    if (!trace (&self, i) && lost != NULL)
      g_ptr_array_add (lost, (gpointer) ris3_boundaries_get_region (from, i)->code);

  g_array_unref (self.cells);
  g_array_unref (self.others);
  g_free (self.from_cells);
  g_free (self.to_cells);
  g_free (self.from_covered);
  g_free (self.to_covered);
  g_free (self.from_present);
  g_free (self.to_present);

  return self.rows;
}

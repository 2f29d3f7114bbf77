/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-nearest-private.h"

#include <string.h>

/* Longer names are not compared. */
#define MAX_LETTERS 64

typedef struct
{
  gunichar letters[MAX_LETTERS];
  guint n;
} Word;

typedef struct
{
  guint region;
  guint distance;
  gboolean is_part; /* a word of the name, not all of it */
  gboolean is_foreign;
  guint level;
} Near;

static gboolean
read_word (Word *word, const char *text, gsize length)
{
  const char *end = text + length;

  for (word->n = 0; text < end; text = g_utf8_next_char (text))
    {
      if (word->n == MAX_LETTERS)
        return FALSE;
      word->letters[word->n++] = g_utf8_get_char (text);
    }
  return TRUE;
}

/* One slip in a short word, up to three in a long one; none where any word would be near. */
static guint
get_limit (guint n_letters)
{
  return n_letters < 4 ? 0 : n_letters < 6 ? 1 : n_letters < 12 ? 2 : 3;
}

/* The distance of two words, or limit + 1 if it is more than the limit. */
static guint
measure (const Word *a, const Word *b, guint limit)
{
  guint rows[3][MAX_LETTERS + 1];
  guint *before = rows[0], *former = rows[1], *row = rows[2];

  if (MAX (a->n, b->n) - MIN (a->n, b->n) > limit)
    return limit + 1;
  for (guint j = 0; j <= b->n; j++)
    former[j] = before[j] = j;
  for (guint i = 1; i <= a->n; i++)
    {
      guint least = row[0] = i;
      guint *spare = before;

      for (guint j = 1; j <= b->n; j++)
        {
          gboolean differ = a->letters[i - 1] != b->letters[j - 1];

          row[j] = MIN (MIN (former[j], row[j - 1]) + 1, former[j - 1] + differ);
          if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] && a->letters[i - 2] == b->letters[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit)
        return limit + 1;
      before = former;
      former = row;
      row = spare;
    }
  return MIN (former[b->n], limit + 1);
}

static void
consider (Near *best, const Near *near)
{
  if (near->distance < best->distance
      || (near->distance == best->distance && near->is_part + near->is_foreign < best->is_part + best->is_foreign))
    *best = *near;
}

/* How near the best of a region's names comes. */
static Near
measure_region (const Ris3RegionKeys *self, guint region, const Word *wanted, guint limit)
{
  Near best = { .region = region, .distance = limit + 1 };

  for (guint i = self->first_keys[region]; i < self->first_keys[region + 1]; i++)
    {
      const Ris3Key *key = &g_array_index (self->keys, Ris3Key, i);
      Near near = { .region = region, .is_foreign = key->is_foreign };
      Word word;

      if (read_word (&word, key->text, strlen (key->text)))
        {
          near.distance = measure (wanted, &word, limit);
          consider (&best, &near);
        }
      near.is_part = TRUE;
      for (const char *at = key->text; strchr (key->text, ' ') != NULL && at != NULL;)
        {
          const char *space = strchr (at, ' ');

          if (read_word (&word, at, space != NULL ? (gsize) (space - at) : strlen (at)) && word.n >= 4)
            {
              near.distance = measure (wanted, &word, limit);
              consider (&best, &near);
            }
          at = space != NULL ? space + 1 : NULL;
        }
    }
  return best;
}

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *left = a, *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  if (left->is_part + left->is_foreign != right->is_part + right->is_foreign)
    return left->is_part + left->is_foreign < right->is_part + right->is_foreign ? -1 : 1;
  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  return left->region < right->region ? -1 : 1;
}

/* Whether a region that is listed already is but this one. */
static gboolean
is_listed (GArray *regions, Ris3Boundaries *boundaries, guint region)
{
  const Ris3Region *record = ris3_boundaries_get_region (boundaries, region);

  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3Region *other = ris3_boundaries_get_region (boundaries, g_array_index (regions, guint, i));

      if (other->first_leaf == record->first_leaf && other->n_leaves == record->n_leaves)
        return TRUE;
    }
  return FALSE;
}

GArray *
ris3_region_keys_find_nearest (const Ris3RegionKeys *self, Ris3Boundaries *boundaries, const char *text, guint n)
{
  g_autoptr (GArray) nearest = g_array_new (FALSE, FALSE, sizeof (Near));
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (guint));
  Word wanted;
  guint limit;

  if (!read_word (&wanted, text, strlen (text)))
    return regions;
  limit = get_limit (wanted.n);
  for (guint i = 0; limit > 0 && i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      Near near = measure_region (self, i, &wanted, limit);

      near.level = ris3_boundaries_get_region (boundaries, i)->level;
      if (near.distance <= limit)
        g_array_append_val (nearest, near);
    }
  g_array_sort (nearest, compare_near);
  for (guint i = 0; i < nearest->len && regions->len < n; i++)
    {
      const Near *first = &g_array_index (nearest, Near, 0);
      const Near *near = &g_array_index (nearest, Near, i);

      /* What is farther than the nearest was hardly meant, nor a word of a name where another is near as a whole. */
      if (near->distance > first->distance || near->is_part > first->is_part)
        break;
      if (!is_listed (regions, boundaries, near->region))
        g_array_append_val (regions, near->region);
    }
  return regions;
}

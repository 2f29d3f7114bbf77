/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where rows that are new, moved, or in another order go among their siblings: those that are in order already stay
 * where they are, and the others come between them. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

/* One of a row of the file, an area that is made, and a row of the atlas; the others are -1. */
typedef struct
{
  gint row;
  gint area;
  gint atlas;
  gboolean stays;
  double position; /* 0: it is to be found */
} Sibling;

typedef struct
{
  GArray *wanted; /* of Sibling, in the order of the file */
  GArray *atlas;  /* of Sibling, in the order of the atlas, without those that move away */
} Family;

static void
family_free (gpointer data)
{
  Family *family = data;

  g_array_unref (family->wanted);
  g_array_unref (family->atlas);
  g_free (family);
}

/* What siblings have in common: the atlas's row above, or a new one, or none. */
static gint64
get_family_key (Ris3ImportPlan *self, const Ris3PlanRow *row)
{
  gint match;

  switch (row->parent_kind)
    {
    case RIS3_PARENT_ROW:
      match = ris3_import_plan_row (self, row->parent)->match;
      return match >= 0 ? match : (gint64) G_MAXINT32 + row->parent;
    case RIS3_PARENT_AREA:
      return 2 * (gint64) G_MAXINT32 + row->parent;
    case RIS3_PARENT_ATLAS:
      return row->parent;
    case RIS3_PARENT_KEPT:
      return row->match >= 0 ? ris3_exchange_rows_get_place (self->atlas, (guint) row->match)->parent : -1;
    case RIS3_PARENT_NONE:
    default:
      return -1;
    }
}

static Family *
get_family (GHashTable *families, gint64 key)
{
  Family *family = g_hash_table_lookup (families, &key);

  if (family == NULL)
    {
      family = g_new (Family, 1);
      family->wanted = g_array_new (FALSE, FALSE, sizeof (Sibling));
      family->atlas = g_array_new (FALSE, FALSE, sizeof (Sibling));
      g_hash_table_insert (families, g_memdup2 (&key, sizeof key), family);
    }
  return family;
}

static gint
get_match (Ris3ImportPlan *self, const Sibling *sibling)
{
  const Ris3PlanRow *row = sibling->row >= 0 ? ris3_import_plan_row (self, (guint) sibling->row) : NULL;

  return row != NULL && !row->is_moved ? row->match : -1;
}

/* Which of the rows that stay below their parent keep their place: the longest chain in the order of the file, since
 * rows of the atlas are numbered in the order of the tree. */
static void
find_chain (Ris3ImportPlan *self, GArray *wanted)
{
  g_autofree guint *tails = g_new (guint, wanted->len + 1);
  g_autofree gint *before = g_new (gint, wanted->len + 1);
  guint length = 0;
  gint last;

  for (guint i = 0; i < wanted->len; i++)
    {
      gint match = get_match (self, &g_array_index (wanted, Sibling, i));
      guint low = 0;
      guint high = length;

      if (match < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (get_match (self, &g_array_index (wanted, Sibling, tails[middle])) < match)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (gint) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }
  for (last = length > 0 ? (gint) tails[length - 1] : -1; last >= 0; last = before[last])
    g_array_index (wanted, Sibling, last).stays = TRUE;
}

static void
set_position (Ris3ImportPlan *self, Sibling *sibling, double position)
{
  sibling->position = position;
  if (sibling->row >= 0)
    ris3_import_plan_row (self, (guint) sibling->row)->position = position;
  else if (sibling->area >= 0)
    g_array_index (self->areas, Ris3PlanArea, sibling->area).position = position;
  else
    {
      const Ris3PlanRenumbered renumbered = { (guint) sibling->atlas, position };

      g_array_append_val (self->renumbered, renumbered);
    }
}

/* Between those that have a place; where there is no room left between two, all are numbered. */
static void
number_siblings (Ris3ImportPlan *self, GArray *siblings)
{
  double below = 0;

  for (guint i = 0, n; i < siblings->len; i += n + 1)
    {
      double step = 1;
      gboolean has_room;

      for (n = 0; i + n < siblings->len && g_array_index (siblings, Sibling, i + n).position == 0; n++)
        ;
      if (i + n < siblings->len)
        step = (g_array_index (siblings, Sibling, i + n).position - below) / (n + 1);
      has_room = n == 0 || (below + step > below && below + step * n < below + step * (n + 1));
      if (!has_room)
        {
          for (guint j = 0; j < siblings->len; j++)
            set_position (self, &g_array_index (siblings, Sibling, j), j + 1);
          return;
        }
      for (guint j = 0; j < n; j++)
        set_position (self, &g_array_index (siblings, Sibling, i + j), below + step * (j + 1));
      if (i + n < siblings->len)
        below = g_array_index (siblings, Sibling, i + n).position;
    }
}

/* Rows that come elsewhere follow the one that they follow in the file, or come before the first that stays. */
static void
place_family (Ris3ImportPlan *self, Family *family, gboolean has_order)
{
  g_autoptr (GArray) siblings = g_array_new (FALSE, FALSE, sizeof (Sibling));
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Sibling));
  g_autoptr (GHashTable) leaving = g_hash_table_new (NULL, NULL);
  guint next = 0;
  gboolean is_first = TRUE;

  if (has_order)
    find_chain (self, family->wanted);
  for (guint i = 0; i < family->wanted->len; i++)
    {
      Sibling *sibling = &g_array_index (family->wanted, Sibling, i);
      gint match = get_match (self, sibling);

      if (!has_order)
        sibling->stays = match >= 0;
      if (!sibling->stays && match >= 0)
        g_hash_table_add (leaving, GINT_TO_POINTER (match));
    }
  for (guint i = 0; i <= family->wanted->len; i++)
    {
      const Sibling *wanted = i < family->wanted->len ? &g_array_index (family->wanted, Sibling, i) : NULL;

      if (wanted != NULL && !wanted->stays)
        {
          g_array_append_vals (is_first || !has_order ? waiting : siblings, wanted, 1);
          continue;
        }
      if (wanted != NULL && !has_order)
        continue;
      for (; next < family->atlas->len; next++)
        {
          const Sibling *atlas = &g_array_index (family->atlas, Sibling, next);

          if (wanted != NULL && atlas->atlas == get_match (self, wanted))
            break;
          if (!g_hash_table_contains (leaving, GINT_TO_POINTER (atlas->atlas)))
            g_array_append_vals (siblings, atlas, 1);
        }
      if (is_first)
        g_array_append_vals (siblings, waiting->data, waiting->len);
      is_first = FALSE;
      if (wanted != NULL)
        {
          Sibling stays = g_array_index (family->atlas, Sibling, next++);

          stays.row = wanted->row;
          g_array_append_val (siblings, stays);
        }
    }
  number_siblings (self, siblings);
}

/* A strategy that has no priorities yet: they and its areas are numbered as they come. */
static void
number_all (Ris3ImportPlan *self, GArray *rows)
{
  double position = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      guint index = g_array_index (rows, guint, i);
      Ris3PlanRow *row = ris3_import_plan_row (self, index);

      if (row->state == RIS3_IMPORT_REFUSED)
        continue;
      if (row->parent_kind == RIS3_PARENT_AREA && g_array_index (self->areas, Ris3PlanArea, row->parent).position == 0)
        g_array_index (self->areas, Ris3PlanArea, row->parent).position = position++;
      row->position = position++;
    }
}

void
ris3_import_plan_place_tree (Ris3ImportPlan *self, GArray *rows, guint first, guint end)
{
  gboolean has_order = self->has[ris3_import_plan_find (self, "position")];
  g_autoptr (GHashTable) families = NULL;
  g_autoptr (GHashTable) moved = NULL;
  GHashTableIter iter;
  gpointer family;

  if (first == end)
    {
      number_all (self, rows);
      return;
    }
  families = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, family_free);
  moved = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      Sibling sibling = { (gint) g_array_index (rows, guint, i), -1, -1, FALSE, 0 };
      Ris3PlanRow *row = ris3_import_plan_row (self, (guint) sibling.row);

      if (row->state == RIS3_IMPORT_REFUSED)
        continue;
      if (row->is_moved)
        g_hash_table_add (moved, GINT_TO_POINTER (row->match));
      if (row->parent_kind == RIS3_PARENT_AREA)
        {
          Ris3PlanArea *area = &g_array_index (self->areas, Ris3PlanArea, row->parent);
          Sibling above = { -1, (gint) row->parent, -1, FALSE, 0 };

          if (!area->is_placed)
            g_array_append_val (get_family (families, -1)->wanted, above);
          area->is_placed = TRUE;
        }
      g_array_append_val (get_family (families, get_family_key (self, row))->wanted, sibling);
    }
  for (guint i = first; i < end; i++)
    {
      const Ris3ExchangePlace *place = ris3_exchange_rows_get_place (self->atlas, i);
      Sibling sibling = { -1, -1, (gint) i, TRUE, place->position };

      if (!g_hash_table_contains (moved, GINT_TO_POINTER ((gint) i)))
        g_array_append_val (get_family (families, place->parent)->atlas, sibling);
    }
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &family))
    place_family (self, family, has_order);
}

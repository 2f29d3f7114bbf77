/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of a tree without a number are the same as those of the atlas with the same label and texts below the same
 * parent; else with the same label, or text, if that is the only one there.
 */

#include "config.h"

#include "model/ris3-import-tree-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-schema-private.h"

#define MAX_CANDIDATES 5
#define NEW_PARENT (-2)

static gint
get_parent_match (Ris3ImportPlan *self, const Ris3PlanRow *row)
{
  switch (row->parent_kind)
    {
    case RIS3_PARENT_ROW:
      return ris3_import_plan_row (self, row->parent)->match >= 0 ? ris3_import_plan_row (self, row->parent)->match
                                                                  : NEW_PARENT;
    case RIS3_PARENT_AREA:
      return NEW_PARENT;
    case RIS3_PARENT_ATLAS:
      return (gint) row->parent;
    case RIS3_PARENT_KEPT:
      return row->match >= 0 ? ris3_exchange_rows_get_place (self->atlas, (guint) row->match)->parent : -1;
    case RIS3_PARENT_NONE:
    default:
      return -1;
    }
}

/* Ways to find a row, the surest first. */
typedef enum
{
  BY_ALL,
  BY_LABEL,
  BY_TEXT,
  BY_ORIGINAL,
  N_WAYS,
} Way;

/* NULL: it cannot be found in that way. (transfer full) */
static char *
make_name (Ris3ImportTree *self, gboolean is_atlas, guint row, gint parent, Way way)
{
  const Ris3TreeColumns *columns = ris3_import_tree_get_columns ();
  const guint all[] = { columns->label, columns->text, columns->original };
  GString *name = g_string_new (NULL);
  gboolean is_empty = TRUE;

  g_string_append_printf (name, "%d", parent);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (self->plan->has[all[i]] && (way == BY_ALL || way == (Way) (BY_LABEL + i)))
      {
        const char *value = is_atlas ? ris3_exchange_rows_get (self->plan->atlas, row, all[i])
                                     : ris3_import_tree_get (self->plan, row, all[i]);

        g_string_append_printf (name, "\x1f%s", value);
        is_empty = is_empty && *value == '\0';
      }
  return g_string_free (name, is_empty);
}

static GArray *
get_list (GHashTable *lists, char *name)
{
  GArray *list = g_hash_table_lookup (lists, name);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lists, name, list);
    }
  else
    g_free (name);
  return list;
}

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static gboolean
is_open (Ris3ImportPlan *self, guint row)
{
  return ris3_import_plan_row (self, row)->match < 0 && !ris3_import_plan_is_refused (self, row);
}

static void
refuse_ambiguous (Ris3ImportTree *self, GArray *rows, GArray *candidates)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MAX_CANDIDATES); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "",
                            ris3_exchange_rows_get (self->plan->atlas, g_array_index (candidates, guint, i), 0));
  if (candidates->len > MAX_CANDIDATES)
    g_string_append (all, ", …");
  for (guint i = 0; i < rows->len; i++)
    ris3_import_plan_problem (
        self->plan, g_array_index (rows, guint, i), "label",
        _ ("several rows could be meant: in the atlas %s. Write in the column “%s” which one it is."), all->str,
        self->plan->columns[0].name);
}

static void
match_way (Ris3ImportTree *self, GArray *level, Way way)
{
  g_autoptr (GHashTable) atlas = NULL;
  g_autoptr (GHashTable) rows = new_lists ();
  gboolean is_anywhere = FALSE;
  GHashTableIter iter;
  gpointer name;
  gpointer list;

  for (guint i = 0; i < level->len; i++)
    {
      guint row = g_array_index (level, guint, i);
      const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
      gint parent = get_parent_match (self->plan, item);
      char *key;

      if (!is_open (self->plan, row) || parent == NEW_PARENT)
        continue;
      is_anywhere = item->parent_kind == RIS3_PARENT_KEPT;
      key = make_name (self, FALSE, row, is_anywhere ? -1 : parent, way);
      if (key != NULL)
        g_array_append_val (get_list (rows, key), row);
    }
  if (g_hash_table_size (rows) == 0)
    return;
  atlas = new_lists ();
  for (guint i = self->first; i < self->end; i++)
    {
      char *key;

      if (self->comparison->used[i])
        continue;
      key = make_name (self, TRUE, i, is_anywhere ? -1 : ris3_exchange_rows_get_place (self->plan->atlas, i)->parent,
                       way);
      if (key != NULL)
        g_array_append_val (get_list (atlas, key), i);
    }
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &name, &list))
    {
      GArray *found = list;
      GArray *candidates = g_hash_table_lookup (atlas, name);

      if (candidates == NULL)
        continue;
      if (way != BY_ALL && (found->len > 1 || candidates->len > 1))
        {
          refuse_ambiguous (self, found, candidates);
          continue;
        }
      /* Priorities that say the same may be there several times. */
      for (guint i = 0; i < MIN (found->len, candidates->len); i++)
        {
          guint match = g_array_index (candidates, guint, i);

          ris3_import_plan_row (self->plan, g_array_index (found, guint, i))->match = (gint) match;
          self->comparison->used[match] = TRUE;
        }
    }
}

/* Parents first, since rows are looked for below what their parent is. */
static void
match_rows (Ris3ImportTree *self)
{
  gboolean has_open = FALSE;

  for (guint i = 0; !has_open && i < self->rows->len; i++)
    has_open = is_open (self->plan, g_array_index (self->rows, guint, i));
  if (!has_open || self->first == self->end)
    return;
  for (guint d = 0; d <= self->depth; d++)
    {
      g_autoptr (GArray) level = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < self->rows->len; i++)
        {
          guint row = g_array_index (self->rows, guint, i);

          if (is_open (self->plan, row) && ris3_import_tree_get_depth (self, row) == d)
            g_array_append_val (level, row);
        }
      for (Way way = BY_ALL; level->len > 0 && way < N_WAYS; way++)
        match_way (self, level, way);
    }
}

/* What is part of a refused row is refused too. */
static void
refuse_below (Ris3ImportTree *self)
{
  for (guint d = 1; d <= self->depth; d++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        guint row = g_array_index (self->rows, guint, i);
        const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

        if (item->parent_kind == RIS3_PARENT_ROW && !ris3_import_plan_is_refused (self->plan, row)
            && ris3_import_plan_is_refused (self->plan, item->parent) && ris3_import_tree_get_depth (self, row) == d)
          ris3_import_tree_refuse_part (self, row);
      }
}

/* Whether rows would be within themselves, or too deep, as the atlas will be: an old row may come below a new one. */
static void
check_result (Ris3ImportTree *self, GHashTable *by_match)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
      gint above = -1;
      guint depth = 0;

      if (ris3_import_plan_is_refused (self->plan, row) || (item->match >= 0 && !item->is_moved))
        continue;
      for (; item != NULL && depth <= RIS3_SCHEMA_MAX_DEPTH; depth++)
        {
          if (item->parent_kind == RIS3_PARENT_ROW)
            {
              item = ris3_import_plan_row (self->plan, item->parent);
              continue;
            }
          above = get_parent_match (self->plan, item);
          depth += above == NEW_PARENT ? 1 : 0;
          item = NULL;
          for (; above >= 0 && item == NULL && depth <= RIS3_SCHEMA_MAX_DEPTH; depth++)
            {
              gpointer found;

              if (g_hash_table_lookup_extended (by_match, GINT_TO_POINTER (above), NULL, &found))
                item = ris3_import_plan_row (self->plan, GPOINTER_TO_UINT (found));
              else
                above = ris3_exchange_rows_get_place (self->plan->atlas, (guint) above)->parent;
            }
        }
      if (depth > RIS3_SCHEMA_MAX_DEPTH + 1)
        ris3_import_plan_problem (self->plan, row, ris3_import_tree_get_parent_column (self),
                                  _ ("the row is its own ancestor, or has more than %u rows above it. Name another "
                                     "parent."),
                                  (guint) RIS3_SCHEMA_MAX_DEPTH);
    }
}

static void
see_moves (Ris3ImportTree *self)
{
  g_autoptr (GHashTable) by_match = g_hash_table_new (NULL, NULL);
  gboolean has_moved = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

      if (item->match < 0)
        continue;
      g_hash_table_insert (by_match, GINT_TO_POINTER (item->match), GUINT_TO_POINTER (row));
      item->is_moved = get_parent_match (self->plan, item)
                       != ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent;
      has_moved = has_moved || item->is_moved;
    }
  if (has_moved || self->first < self->end)
    check_result (self, by_match);
}

static void
check_strategy (Ris3ImportTree *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

      if (item->match >= 0
          && !g_str_equal (ris3_exchange_rows_get (self->plan->atlas, (guint) item->match,
                                                   ris3_import_tree_get_columns ()->strategy_id),
                           self->strategy_id))
        ris3_import_plan_problem (self->plan, row, "strategy_id",
                                  _ ("the priority with this number is one of the strategy “%s”. Correct one of the "
                                     "two, or empty the number to add a priority."),
                                  ris3_exchange_rows_get (self->plan->atlas, (guint) item->match,
                                                          ris3_import_tree_get_columns ()->strategy_id));
    }
}

static void
tree_free (gpointer data)
{
  Ris3ImportTree *self = data;

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->atlas_labels, g_hash_table_unref);
  g_clear_pointer (&self->areas, g_hash_table_unref);
  g_array_unref (self->rows);
  g_free (self);
}

static void
match_tree (Ris3ImportTree *self)
{
  ris3_import_tree_find_parents (self);
  check_strategy (self);
  match_rows (self);
  see_moves (self);
}

void
ris3_import_plan_match_trees (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;
  g_autoptr (GHashTable) trees = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_atlas = ris3_exchange_rows_get_n_rows (self->atlas);

  comparison->trees = g_ptr_array_new_with_free_func (tree_free);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *strategy_id = ris3_import_plan_get_effective (self, i, ris3_import_tree_get_columns ()->strategy_id);
      Ris3ImportTree *tree = g_hash_table_lookup (trees, strategy_id);

      if (tree == NULL)
        {
          tree = g_new0 (Ris3ImportTree, 1);
          *tree = (Ris3ImportTree){ comparison, self, strategy_id, g_array_new (FALSE, FALSE, sizeof (guint)) };
          g_hash_table_insert (trees, (gpointer) strategy_id, tree);
          g_ptr_array_add (comparison->trees, tree);
        }
      g_array_append_val (tree->rows, i);
    }
  for (guint i = 0; i < n_atlas; i++)
    {
      Ris3ImportTree *tree = g_hash_table_lookup (
          trees, ris3_exchange_rows_get (self->atlas, i, ris3_import_tree_get_columns ()->strategy_id));

      if (tree == NULL)
        continue;
      if (tree->first == tree->end)
        tree->first = i;
      tree->end = i + 1;
    }
  for (guint i = 0; i < comparison->trees->len; i++)
    match_tree (g_ptr_array_index (comparison->trees, i));
}

/* In a new atlas, the rows of each strategy, and then its areas. */
static void
number_tree (Ris3ImportTree *self, guint *next_area, gint64 *next_number)
{
  for (guint i = 0; i < self->rows->len; i++)
    ris3_import_plan_row (self->plan, g_array_index (self->rows, guint, i))->number = (*next_number)++;
  for (; *next_area < self->plan->areas->len; (*next_area)++)
    {
      Ris3PlanArea *area = &g_array_index (self->plan->areas, Ris3PlanArea, *next_area);

      if (area->strategy_id != self->strategy_id)
        return;
      area->number = (*next_number)++;
    }
}

void
ris3_import_plan_place_trees (Ris3Comparison *comparison)
{
  guint next_area = 0;
  gint64 next_number = 1;

  for (guint i = 0; i < comparison->trees->len; i++)
    {
      Ris3ImportTree *tree = g_ptr_array_index (comparison->trees, i);

      refuse_below (tree);
      if (tree->plan->is_building)
        number_tree (tree, &next_area, &next_number);
      ris3_import_plan_place_tree (tree->plan, tree->rows, tree->first, tree->end);
    }
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tree of priorities of each strategy. A row names its parent by its position in the strategy, or by its label.
 * Labels are not keys: several rows of a strategy may have the same label, and many parents have no row. So the parent
 * is the nearest row before it with that label, else the first one after it; else the one of the atlas; and a label
 * that no other row has is an area. One area is made for each such label, placed just before the first row in it.
 *
 * Rows without a number are the same as those of the atlas with the same label and texts below the same parent; else
 * with the same label, or text, if that is the only one there.
 */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-schema-private.h"

#define MAX_CANDIDATES 5

typedef struct
{
  Ris3Comparison *comparison;
  Ris3ImportPlan *plan;
  const char *strategy_id;
  GArray *rows; /* of guint, in the order of their positions */
  guint first;  /* of the atlas, and one after the last */
  guint end;
  GHashTable *positions; /* to rows + 1; NULL: the file has no parent_position */
  GHashTable *labels;    /* to GArray of indices in rows */
  guint depth;           /* how many rows are above one at most */
} Tree;

typedef struct
{
  guint strategy_id, position, parent_position, parent_label, label, original, text, is_area;
} Columns;

static const Columns *
get_columns (void)
{
  static Columns columns;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      const struct
      {
        const char *name;
        guint *column;
      } all[] = {
        { "strategy_id", &columns.strategy_id },
        { "position", &columns.position },
        { "parent_position", &columns.parent_position },
        { "parent_label", &columns.parent_label },
        { "label", &columns.label },
        { "text_original", &columns.original },
        { "text_en", &columns.text },
        { "is_area", &columns.is_area },
      };

      for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
        *all[i].column = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, all[i].name);
      g_once_init_leave (&once, 1);
    }
  return &columns;
}

static const char *
get (Ris3ImportPlan *self, guint row, guint column)
{
  const char *value = *ris3_import_plan_cell (self, row, column);

  return value != NULL ? value : "";
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Ris3ImportPlan *self = user_data;
  guint column = get_columns ()->position;
  guint row_a = *(const guint *) a;
  guint row_b = *(const guint *) b;
  const char *text_a = get (self, row_a, column);
  const char *text_b = get (self, row_b, column);
  guint64 position_a = *text_a != '\0' ? g_ascii_strtoull (text_a, NULL, 10) : G_MAXUINT64;
  guint64 position_b = *text_b != '\0' ? g_ascii_strtoull (text_b, NULL, 10) : G_MAXUINT64;

  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;
  return row_a < row_b ? -1 : row_a > row_b;
}

static void
check_positions (Tree *self)
{
  for (guint i = 0; self->plan->is_building && i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      if (g_ascii_strtoull (get (self->plan, row, get_columns ()->position), NULL, 10) != i + 1)
        ris3_import_plan_problem (self->plan, row, "position",
                                  _ ("number %u is missing or used twice. Number the rows of a strategy 1, 2, 3 …"),
                                  i + 1);
    }
  for (guint i = 1; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      guint before = g_array_index (self->rows, guint, i - 1);
      const char *position = get (self->plan, row, get_columns ()->position);

      if (*position != '\0' && g_str_equal (position, get (self->plan, before, get_columns ()->position)))
        ris3_import_plan_problem (
            self->plan, row, "position",
            _ ("number %s is used twice, also in row %u. Number the rows of a strategy 1, 2, 3 …"), position,
            ris3_import_plan_row (self->plan, before)->line);
    }
}

static void
index_rows (Tree *self)
{
  const Columns *columns = get_columns ();

  if (self->plan->has[columns->parent_position])
    {
      self->positions = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->rows->len; i++)
        {
          guint row = g_array_index (self->rows, guint, i);

          g_hash_table_insert (self->positions, (gpointer) get (self->plan, row, columns->position),
                               GUINT_TO_POINTER (row + 1));
        }
      g_hash_table_remove (self->positions, "");
    }
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  if (!self->plan->has[columns->parent_label] || !self->plan->has[columns->label])
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *label = get (self->plan, g_array_index (self->rows, guint, i), columns->label);
      GArray *list = g_hash_table_lookup (self->labels, label);

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->labels, (gpointer) label, list);
        }
      g_array_append_val (list, i);
    }
}

/* FALSE: no other row has the label. */
static gboolean
find_by_label (Tree *self, guint index, const char *label, guint *row)
{
  GArray *list = g_hash_table_lookup (self->labels, label);
  guint low = 0;
  guint high = list != NULL ? list->len : 0;

  /* The first that is not before it. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (list, guint, middle) < index)
        low = middle + 1;
      else
        high = middle;
    }
  if (list == NULL)
    return FALSE;
  if (low > 0)
    {
      *row = g_array_index (self->rows, guint, g_array_index (list, guint, low - 1));
      return TRUE;
    }
  for (; low < list->len; low++)
    if (g_array_index (list, guint, low) != index)
      {
        *row = g_array_index (self->rows, guint, g_array_index (list, guint, low));
        return TRUE;
      }
  return FALSE;
}

static guint
find_area (Tree *self, const char *label)
{
  Ris3PlanArea area = { self->strategy_id, label, FALSE, 0, 0 };

  for (guint i = self->plan->areas->len; i-- > 0;)
    {
      const Ris3PlanArea *other = &g_array_index (self->plan->areas, Ris3PlanArea, i);

      if (!g_str_equal (other->strategy_id, self->strategy_id))
        break;
      if (g_str_equal (other->label, label))
        return i;
    }
  g_array_append_val (self->plan->areas, area);
  return self->plan->areas->len - 1;
}

/* A priority that is not in the file: the one that it is part of already, or the only one with that label, or the only
 * area. */
static void
find_in_atlas (Tree *self, guint index, const char *label)
{
  const Columns *columns = get_columns ();
  guint row = g_array_index (self->rows, guint, index);
  Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  gint present = item->match >= 0 ? ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent : -1;
  guint n = 0;
  guint n_areas = 0;
  guint found = 0;
  guint area = 0;

  for (guint i = self->first; i < self->end; i++)
    if (g_str_equal (ris3_exchange_rows_get (self->plan->atlas, i, columns->label), label) && (gint) i != item->match)
      {
        n++;
        found = i;
        if (g_str_equal (ris3_exchange_rows_get (self->plan->atlas, i, columns->is_area), "1"))
          {
            n_areas++;
            area = i;
          }
        if ((gint) i == present)
          {
            n = 1;
            break;
          }
      }
  item->parent_kind = n > 0 ? RIS3_PARENT_ATLAS : RIS3_PARENT_AREA;
  if (n == 0)
    item->parent = find_area (self, label);
  else if (n == 1 || n_areas == 1)
    item->parent = n == 1 ? found : area;
  else
    {
      item->parent_kind = RIS3_PARENT_KEPT;
      ris3_import_plan_problem (self->plan, row, "parent_label",
                                _ ("several priorities of the atlas have the label “%s”. Add a row for the one that is "
                                   "meant, with its number."),
                                label);
    }
}

static void
find_parent (Tree *self, guint index)
{
  const Columns *columns = get_columns ();
  guint row = g_array_index (self->rows, guint, index);
  Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  const char *position = get (self->plan, row, columns->parent_position);
  const char *label = get (self->plan, row, columns->parent_label);
  guint parent;

  item->parent_kind = self->plan->has[columns->parent_position] || self->plan->has[columns->parent_label]
                          ? RIS3_PARENT_NONE
                          : RIS3_PARENT_KEPT;
  if (*position != '\0')
    {
      parent = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, position));
      item->parent_kind = parent != 0 ? RIS3_PARENT_ROW : RIS3_PARENT_KEPT;
      item->parent = parent - 1;
      if (parent == 0
          && (item->match < 0
              || !g_str_equal (
                  position, ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, columns->parent_position))))
        ris3_import_plan_problem (self->plan, row, "parent_position",
                                  _ ("no row of this strategy has the position %s. Correct it, or add that row."),
                                  position);
      else if (parent != 0 && *label != '\0' && self->plan->has[columns->label]
               && !g_str_equal (label, get (self->plan, item->parent, columns->label)))
        ris3_import_plan_problem (self->plan, row, "parent_label",
                                  _ ("the row at position %s is not called “%s”. Correct one of the two."), position,
                                  label);
    }
  else if (*label != '\0')
    {
      if (find_by_label (self, index, label, &parent))
        {
          item->parent_kind = RIS3_PARENT_ROW;
          item->parent = parent;
        }
      else
        find_in_atlas (self, index, label);
    }
}

/* The number of rows above, as they are in the file. */
static guint
get_depth (Tree *self, guint row)
{
  guint depth = 0;
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

  for (; item->parent_kind == RIS3_PARENT_ROW && depth <= RIS3_SCHEMA_MAX_DEPTH; depth++)
    item = ris3_import_plan_row (self->plan, item->parent);
  return depth;
}

static const char *
get_parent_column (Tree *self)
{
  return self->plan->has[get_columns ()->parent_position] ? "parent_position" : "parent_label";
}

static void
refuse_part (Tree *self, guint row)
{
  ris3_import_plan_problem (self->plan, row, get_parent_column (self),
                            _ ("row %u, of which this one is a part, was refused. Correct that one."),
                            ris3_import_plan_row (self->plan, ris3_import_plan_row (self->plan, row)->parent)->line);
}

/* Rows that are above themselves, or too deep. Returns the greatest depth. */
static guint
check_depths (Tree *self)
{
  guint most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
      guint depth = get_depth (self, row);
      const Ris3PlanRow *above = item;
      const char *column = get_parent_column (self);
      gboolean is_circle = FALSE;
      guint n;

      if (depth <= RIS3_SCHEMA_MAX_DEPTH)
        {
          most = MAX (most, depth);
          continue;
        }
      for (n = 0; !is_circle && above->parent_kind == RIS3_PARENT_ROW && n <= self->rows->len; n++)
        {
          is_circle = above->parent == row;
          above = ris3_import_plan_row (self->plan, above->parent);
        }
      if (is_circle)
        ris3_import_plan_problem (self->plan, row, column, _ ("the row is its own ancestor. Name another parent."));
      else if (n > self->rows->len)
        refuse_part (self, row);
      else
        ris3_import_plan_problem (self->plan, row, column,
                                  _ ("there are more than %u rows above this one. Name another parent."),
                                  (guint) RIS3_SCHEMA_MAX_DEPTH);
    }
  return most;
}

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
make_name (Tree *self, gboolean is_atlas, guint row, gint parent, Way way)
{
  const Columns *columns = get_columns ();
  const guint all[] = { columns->label, columns->text, columns->original };
  GString *name = g_string_new (NULL);
  gboolean is_empty = TRUE;

  g_string_append_printf (name, "%d", parent);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (self->plan->has[all[i]] && (way == BY_ALL || way == (Way) (BY_LABEL + i)))
      {
        const char *value
            = is_atlas ? ris3_exchange_rows_get (self->plan->atlas, row, all[i]) : get (self->plan, row, all[i]);

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
refuse_ambiguous (Tree *self, GArray *rows, GArray *candidates)
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
match_way (Tree *self, GArray *level, Way way)
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
match_rows (Tree *self)
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

          if (is_open (self->plan, row) && get_depth (self, row) == d)
            g_array_append_val (level, row);
        }
      for (Way way = BY_ALL; level->len > 0 && way < N_WAYS; way++)
        match_way (self, level, way);
    }
}

/* What is part of a refused row is refused too. */
static void
refuse_below (Tree *self)
{
  for (guint d = 1; d <= self->depth; d++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        guint row = g_array_index (self->rows, guint, i);
        const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

        if (item->parent_kind == RIS3_PARENT_ROW && !ris3_import_plan_is_refused (self->plan, row)
            && ris3_import_plan_is_refused (self->plan, item->parent) && get_depth (self, row) == d)
          refuse_part (self, row);
      }
}

/* Whether rows would be within themselves, or too deep, as the atlas will be: an old row may come below a new one. */
static void
check_result (Tree *self, GHashTable *by_match)
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
        ris3_import_plan_problem (self->plan, row, get_parent_column (self),
                                  _ ("the row is its own ancestor, or has more than %u rows above it. Name another "
                                     "parent."),
                                  (guint) RIS3_SCHEMA_MAX_DEPTH);
    }
}

static void
see_moves (Tree *self)
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
check_strategy (Tree *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

      if (item->match >= 0
          && !g_str_equal (ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, get_columns ()->strategy_id),
                           self->strategy_id))
        ris3_import_plan_problem (
            self->plan, row, "strategy_id",
            _ ("the priority with this number is one of the strategy “%s”. Correct one of the "
               "two, or empty the number to add a priority."),
            ris3_exchange_rows_get (self->plan->atlas, (guint) item->match, get_columns ()->strategy_id));
    }
}

static void
tree_free (gpointer data)
{
  Tree *self = data;

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_array_unref (self->rows);
  g_free (self);
}

static void
match_tree (Tree *self)
{
  g_array_sort_with_data (self->rows, compare_rows, self->plan);
  check_strategy (self);
  check_positions (self);
  index_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    find_parent (self, i);
  self->depth = check_depths (self);
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
      const char *strategy_id = ris3_import_plan_get_effective (self, i, get_columns ()->strategy_id);
      Tree *tree = g_hash_table_lookup (trees, strategy_id);

      if (tree == NULL)
        {
          tree = g_new0 (Tree, 1);
          *tree = (Tree){ comparison, self, strategy_id, g_array_new (FALSE, FALSE, sizeof (guint)) };
          g_hash_table_insert (trees, (gpointer) strategy_id, tree);
          g_ptr_array_add (comparison->trees, tree);
        }
      g_array_append_val (tree->rows, i);
    }
  for (guint i = 0; i < n_atlas; i++)
    {
      Tree *tree = g_hash_table_lookup (trees, ris3_exchange_rows_get (self->atlas, i, get_columns ()->strategy_id));

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
number_tree (Tree *self, guint *next_area, gint64 *next_number)
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
      Tree *tree = g_ptr_array_index (comparison->trees, i);

      refuse_below (tree);
      if (tree->plan->is_building)
        number_tree (tree, &next_area, &next_number);
      ris3_import_plan_place_tree (tree->plan, tree->rows, tree->first, tree->end);
    }
}

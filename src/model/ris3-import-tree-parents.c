/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tree of priorities of each strategy. A row names its parent by its position in the strategy, or by its label.
 * Labels are not keys: several rows of a strategy may have the same label, and many parents have no row. So the parent
 * is the nearest row before it with that label, else the first one after it; else the one of the atlas; and a label
 * that no other row has is an area. One area is made for each such label, placed just before the first row in it.
 */

#include "config.h"

#include "model/ris3-import-tree-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-schema-private.h"

/* How far a way up is followed to see whether it ends. */
#define MAX_WALK 1000

const Ris3TreeColumns *
ris3_import_tree_get_columns (void)
{
  static Ris3TreeColumns columns;
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

const char *
ris3_import_tree_get (Ris3ImportPlan *self, guint row, guint column)
{
  const char *value = *ris3_import_plan_cell (self, row, column);

  return value != NULL ? value : "";
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Ris3ImportPlan *self = user_data;
  guint column = ris3_import_tree_get_columns ()->position;
  guint row_a = *(const guint *) a;
  guint row_b = *(const guint *) b;
  const char *text_a = ris3_import_tree_get (self, row_a, column);
  const char *text_b = ris3_import_tree_get (self, row_b, column);
  guint64 position_a = *text_a != '\0' ? g_ascii_strtoull (text_a, NULL, 10) : G_MAXUINT64;
  guint64 position_b = *text_b != '\0' ? g_ascii_strtoull (text_b, NULL, 10) : G_MAXUINT64;

  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;
  return row_a < row_b ? -1 : row_a > row_b;
}

static void
check_positions (Ris3ImportTree *self)
{
  for (guint i = 0; self->plan->is_building && i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      if (g_ascii_strtoull (ris3_import_tree_get (self->plan, row, ris3_import_tree_get_columns ()->position), NULL, 10)
          != i + 1)
        ris3_import_plan_problem (self->plan, row, "position",
                                  _ ("number %u is missing or used twice. Number the rows of a strategy 1, 2, 3 …"),
                                  i + 1);
    }
  for (guint i = 1; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      guint before = g_array_index (self->rows, guint, i - 1);
      const char *position = ris3_import_tree_get (self->plan, row, ris3_import_tree_get_columns ()->position);

      if (*position != '\0'
          && g_str_equal (position,
                          ris3_import_tree_get (self->plan, before, ris3_import_tree_get_columns ()->position)))
        ris3_import_plan_problem (
            self->plan, row, "position",
            _ ("number %s is used twice, also in row %u. Number the rows of a strategy 1, 2, 3 …"), position,
            ris3_import_plan_row (self->plan, before)->line);
    }
}

static void
add_to_list (GHashTable *lists, const char *name, guint row)
{
  GArray *list = g_hash_table_lookup (lists, name);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lists, (gpointer) name, list);
    }
  g_array_append_val (list, row);
}

static void
index_rows (Ris3ImportTree *self)
{
  const Ris3TreeColumns *columns = ris3_import_tree_get_columns ();

  if (self->plan->has[columns->parent_position])
    {
      self->positions = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->rows->len; i++)
        {
          guint row = g_array_index (self->rows, guint, i);

          g_hash_table_insert (self->positions, (gpointer) ris3_import_tree_get (self->plan, row, columns->position),
                               GUINT_TO_POINTER (row + 1));
        }
      g_hash_table_remove (self->positions, "");
    }
  self->areas = g_hash_table_new (g_str_hash, g_str_equal);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  if (!self->plan->has[columns->parent_label] || !self->plan->has[columns->label])
    return;
  for (guint i = 0; i < self->rows->len; i++)
    add_to_list (self->labels, ris3_import_tree_get (self->plan, g_array_index (self->rows, guint, i), columns->label),
                 i);
}

/* FALSE: no other row has the label. */
static gboolean
find_by_label (Ris3ImportTree *self, guint index, const char *label, guint *row)
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
find_area (Ris3ImportTree *self, const char *label)
{
  const Ris3PlanArea area = { self->strategy_id, label, FALSE, 0, 0 };
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->areas, label));

  if (found > 0)
    return found - 1;
  g_array_append_val (self->plan->areas, area);
  g_hash_table_insert (self->areas, (gpointer) label, GUINT_TO_POINTER (self->plan->areas->len));
  return self->plan->areas->len - 1;
}

static GArray *
get_atlas_rows (Ris3ImportTree *self, const char *label)
{
  if (self->atlas_labels == NULL)
    {
      self->atlas_labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
      for (guint i = self->first; i < self->end; i++)
        add_to_list (self->atlas_labels,
                     ris3_exchange_rows_get (self->plan->atlas, i, ris3_import_tree_get_columns ()->label), i);
    }
  return g_hash_table_lookup (self->atlas_labels, label);
}

/* A priority that is not in the file: the one that it is part of already, or the only one with that label, or the only
 * area. */
static void
find_in_atlas (Ris3ImportTree *self, guint index, const char *label)
{
  guint row = g_array_index (self->rows, guint, index);
  Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  GArray *list = get_atlas_rows (self, label);
  gint present = item->match >= 0 ? ris3_exchange_rows_get_place (self->plan->atlas, (guint) item->match)->parent : -1;
  guint n = 0;
  guint n_areas = 0;
  guint found = 0;
  guint area = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint atlas_row = g_array_index (list, guint, i);

      if ((gint) atlas_row == item->match)
        continue;
      n++;
      found = atlas_row;
      if (g_str_equal (ris3_exchange_rows_get (self->plan->atlas, atlas_row, ris3_import_tree_get_columns ()->is_area),
                       "1"))
        {
          n_areas++;
          area = atlas_row;
        }
      if ((gint) atlas_row == present)
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

/* Or was, before the file gave it another label. */
static gboolean
is_called (Ris3ImportPlan *self, guint row, const char *label)
{
  const char *old = ris3_import_plan_get_old_value (self, row, ris3_import_tree_get_columns ()->label);

  return g_str_equal (label, ris3_import_tree_get (self, row, ris3_import_tree_get_columns ()->label))
         || g_strcmp0 (label, old) == 0;
}

static void
find_parent (Ris3ImportTree *self, guint index)
{
  const Ris3TreeColumns *columns = ris3_import_tree_get_columns ();
  guint row = g_array_index (self->rows, guint, index);
  Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
  const char *position = ris3_import_tree_get (self->plan, row, columns->parent_position);
  const char *label = ris3_import_tree_get (self->plan, row, columns->parent_label);
  guint parent;

  item->parent_kind = (self->plan->has[columns->parent_position] || self->plan->has[columns->parent_label])
                              && (ris3_import_plan_clears (self->plan) || item->match < 0)
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
               && !is_called (self->plan, item->parent, label))
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
guint
ris3_import_tree_get_depth (Ris3ImportTree *self, guint row)
{
  guint depth = 0;
  const Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);

  for (; item->parent_kind == RIS3_PARENT_ROW && depth <= RIS3_SCHEMA_MAX_DEPTH; depth++)
    item = ris3_import_plan_row (self->plan, item->parent);
  return depth;
}

const char *
ris3_import_tree_get_parent_column (Ris3ImportTree *self)
{
  return self->plan->has[ris3_import_tree_get_columns ()->parent_position] ? "parent_position" : "parent_label";
}

void
ris3_import_tree_refuse_part (Ris3ImportTree *self, guint row)
{
  ris3_import_plan_problem (self->plan, row, ris3_import_tree_get_parent_column (self),
                            _ ("row %u, of which this one is a part, was refused. Correct that one."),
                            ris3_import_plan_row (self->plan, ris3_import_plan_row (self->plan, row)->parent)->line);
}

/* Rows that are above themselves, or too deep. Returns the greatest depth. */
static guint
check_depths (Ris3ImportTree *self)
{
  guint most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      Ris3PlanRow *item = ris3_import_plan_row (self->plan, row);
      guint depth = ris3_import_tree_get_depth (self, row);
      const Ris3PlanRow *above = item;
      const char *column = ris3_import_tree_get_parent_column (self);
      gboolean is_circle = FALSE;
      guint n;

      if (depth <= RIS3_SCHEMA_MAX_DEPTH)
        {
          most = MAX (most, depth);
          continue;
        }
      for (n = 0; !is_circle && above->parent_kind == RIS3_PARENT_ROW && n < MAX_WALK; n++)
        {
          is_circle = above->parent == row;
          above = ris3_import_plan_row (self->plan, above->parent);
        }
      if (is_circle)
        ris3_import_plan_problem (self->plan, row, column, _ ("the row is its own ancestor. Name another parent."));
      else if (n == MAX_WALK)
        ris3_import_tree_refuse_part (self, row);
      else
        ris3_import_plan_problem (self->plan, row, column,
                                  _ ("there are more than %u rows above this one. Name another parent."),
                                  (guint) RIS3_SCHEMA_MAX_DEPTH);
    }
  return most;
}

void
ris3_import_tree_find_parents (Ris3ImportTree *self)
{
  g_array_sort_with_data (self->rows, compare_rows, self->plan);
  check_positions (self);
  index_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    find_parent (self, i);
  self->depth = check_depths (self);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-cross-table.h"

#include <string.h>

#include "model/ris3-filter-index-private.h"

typedef struct
{
  guint32 n_strategies;
  guint32 n_priorities;
} Cell;

struct _Ris3CrossTable
{
  gatomicrefcount ref_count;
  Ris3FilterResult *result; /* with the index, which has the ids and titles */
  GArray *rows;             /* of Ris3CrossValue */
  GArray *columns;          /* the same */
  Cell *cells;              /* row by row */
};

G_DEFINE_BOXED_TYPE (Ris3CrossTable, ris3_cross_table, ris3_cross_table_ref, ris3_cross_table_unref)

typedef struct
{
  Ris3CrossTable *table;
  Ris3FilterIndex *index;
  const guint8 *strategies; /* that match */
  const guint8 *priorities;
  guint32 *n_priorities;  /* of each strategy: those that match */
  guint32 *first_columns; /* of each strategy, and one more: where its columns begin in */
  guint32 *strategy_columns;
  guint8 *has_row;   /* of each strategy: a value of the rows */
  guint8 *has_theme; /* of each priority: a theme of the rows; NULL where the rows are no themes */
} Counting;

static const Ris3FacetRows *
get_value (Ris3FilterIndex *index, Ris3Facet facet, guint i)
{
  return &g_array_index (index->facets[facet], Ris3FacetRows, i);
}

static gboolean
is_of_scheme (const char *theme, const char *scheme)
{
  return scheme == NULL || (g_str_has_prefix (theme, scheme) && theme[strlen (scheme)] == '/');
}

static void
add_value (GArray *values, const char *id, const char *title)
{
  Ris3CrossValue value = { id, title, 0, 0 };

  g_array_append_val (values, value);
}

/* Whether a priority matches, and is none that only groups others. */
static gboolean
is_counted (Counting *self, guint32 priority)
{
  return self->priorities[priority] && !self->index->are_areas[priority];
}

static void
count_priorities (Counting *self)
{
  for (guint32 i = 0; i < self->index->n_priorities; i++)
    self->n_priorities[self->index->owners[i]] += is_counted (self, i);
}

/* Puts the columns of each strategy one after the other. */
static void
place_columns (Counting *self, Ris3Facet facet)
{
  Ris3FilterIndex *index = self->index;
  guint n_values = facet < RIS3_N_FACETS ? index->facets[facet]->len : 0;
  guint32 n = 0;

  self->first_columns = g_new0 (guint32, index->n_strategies + 2);
  for (guint i = 0; i < n_values; i++)
    for (guint j = 0; j < get_value (index, facet, i)->n_rows; j++)
      self->first_columns[get_value (index, facet, i)->rows[j]]++;
  for (guint32 i = 0; i <= index->n_strategies; i++)
    {
      /* What has no value is in the last column. */
      guint32 n_own = i < index->n_strategies ? MAX (self->first_columns[i], 1) : 0;

      self->first_columns[i] = n;
      n += n_own;
    }
  self->strategy_columns = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    self->strategy_columns[i] = n_values;
  for (guint i = 0; i < n_values; i++)
    for (guint j = 0; j < get_value (index, facet, i)->n_rows; j++)
      {
        guint32 strategy = get_value (index, facet, i)->rows[j];
        guint32 at = self->first_columns[strategy];

        while (self->strategy_columns[at] != n_values)
          at++;
        self->strategy_columns[at] = i;
      }
}

static void
count_strategy (Counting *self, guint32 strategy, guint row, guint32 n_priorities)
{
  Ris3CrossValue *value = &g_array_index (self->table->rows, Ris3CrossValue, row);
  Cell *cells = self->table->cells + (gsize) row * self->table->columns->len;

  value->n_strategies++;
  value->n_priorities += n_priorities;
  for (guint32 i = self->first_columns[strategy]; i < self->first_columns[strategy + 1]; i++)
    {
      cells[self->strategy_columns[i]].n_strategies++;
      cells[self->strategy_columns[i]].n_priorities += n_priorities;
    }
}

static void
count_strategies (Counting *self, const Ris3FacetRows *value, guint row)
{
  for (guint i = 0; i < value->n_rows; i++)
    if (self->strategies[value->rows[i]])
      {
        self->has_row[value->rows[i]] = TRUE;
        count_strategy (self, value->rows[i], row, self->n_priorities[value->rows[i]]);
      }
}

/* Priorities are in the order of their strategies. */
static void
count_theme (Counting *self, const Ris3FacetRows *value, guint row)
{
  for (guint i = 0; i < value->n_rows;)
    {
      guint32 strategy = self->index->owners[value->rows[i]];
      gboolean is_there = FALSE;
      guint32 n = 0;

      for (; i < value->n_rows && self->index->owners[value->rows[i]] == strategy; i++)
        if (self->priorities[value->rows[i]])
          {
            self->has_theme[value->rows[i]] = TRUE;
            is_there = TRUE;
            n += is_counted (self, value->rows[i]);
          }
      if (!is_there)
        continue;
      self->has_row[strategy] = TRUE;
      count_strategy (self, strategy, row, n);
    }
}

/* Of themes, priorities without one may be of a strategy with one. */
static void
count_rest (Counting *self, guint row)
{
  Ris3FilterIndex *index = self->index;
  Ris3CrossValue *value = &g_array_index (self->table->rows, Ris3CrossValue, row);
  Cell *cells = self->table->cells + (gsize) row * self->table->columns->len;

  for (guint32 i = 0; i < index->n_strategies; i++)
    if (self->strategies[i] && !self->has_row[i])
      count_strategy (self, i, row, self->n_priorities[i]);
    else if (self->strategies[i] && self->has_theme != NULL)
      {
        guint32 n = 0;

        for (guint32 j = index->first_priorities[i]; j < index->first_priorities[i + 1]; j++)
          n += is_counted (self, j) && !self->has_theme[j];
        value->n_priorities += n;
        for (guint32 j = self->first_columns[i]; j < self->first_columns[i + 1]; j++)
          cells[self->strategy_columns[j]].n_priorities += n;
      }
}

static void
count_columns (Counting *self)
{
  for (guint32 i = 0; i < self->index->n_strategies; i++)
    for (guint32 j = self->first_columns[i]; self->strategies[i] && j < self->first_columns[i + 1]; j++)
      {
        Ris3CrossValue *value = &g_array_index (self->table->columns, Ris3CrossValue, self->strategy_columns[j]);

        value->n_strategies++;
        value->n_priorities += self->n_priorities[i];
      }
}

Ris3CrossTable *
ris3_cross_table_new (Ris3FilterResult *result, Ris3Facet rows, const char *scheme, Ris3Facet columns)
{
  Ris3CrossTable *self;
  Ris3FilterIndex *index;
  Counting counting = { NULL };
  guint row = 0;

  g_return_val_if_fail (result != NULL && rows < RIS3_N_FACETS && columns <= RIS3_N_FACETS, NULL);
  g_return_val_if_fail (columns != RIS3_FACET_THEME, NULL);

  index = result->index;
  self = g_new0 (Ris3CrossTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->result = ris3_filter_result_ref (result);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Ris3CrossValue));
  self->columns = g_array_new (FALSE, FALSE, sizeof (Ris3CrossValue));
  for (guint i = 0; i < index->facets[rows]->len; i++)
    if (rows != RIS3_FACET_THEME || is_of_scheme (get_value (index, rows, i)->id, scheme))
      add_value (self->rows, get_value (index, rows, i)->id, get_value (index, rows, i)->title);
  add_value (self->rows, NULL, NULL);
  for (guint i = 0; columns < RIS3_N_FACETS && i < index->facets[columns]->len; i++)
    add_value (self->columns, get_value (index, columns, i)->id, get_value (index, columns, i)->title);
  add_value (self->columns, NULL, NULL);
  self->cells = g_new0 (Cell, (gsize) self->rows->len * self->columns->len);

  counting = (Counting){ self, index, result->strategies, result->priorities };
  counting.n_priorities = g_new0 (guint32, index->n_strategies + 1);
  counting.has_row = g_new0 (guint8, index->n_strategies + 1);
  if (rows == RIS3_FACET_THEME)
    counting.has_theme = g_new0 (guint8, index->n_priorities + 1);
  count_priorities (&counting);
  place_columns (&counting, columns);
  for (guint i = 0; i < index->facets[rows]->len; i++)
    if (rows != RIS3_FACET_THEME)
      count_strategies (&counting, get_value (index, rows, i), row++);
    else if (is_of_scheme (get_value (index, rows, i)->id, scheme))
      count_theme (&counting, get_value (index, rows, i), row++);
  count_rest (&counting, row);
  count_columns (&counting);
  g_free (counting.n_priorities);
  g_free (counting.first_columns);
  g_free (counting.strategy_columns);
  g_free (counting.has_row);
  g_free (counting.has_theme);
  return self;
}

Ris3CrossTable *
ris3_cross_table_ref (Ris3CrossTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_cross_table_unref (Ris3CrossTable *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->cells);
  ris3_filter_result_unref (self->result);
  g_free (self);
}

guint
ris3_cross_table_get_n_strategies (Ris3CrossTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->result->n_strategies;
}

guint
ris3_cross_table_get_n_priorities (Ris3CrossTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->result->n_priorities;
}

guint
ris3_cross_table_get_n_rows (Ris3CrossTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

const Ris3CrossValue *
ris3_cross_table_get_row (Ris3CrossTable *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  return &g_array_index (self->rows, Ris3CrossValue, row);
}

guint
ris3_cross_table_get_n_columns (Ris3CrossTable *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->columns->len;
}

const Ris3CrossValue *
ris3_cross_table_get_column (Ris3CrossTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);
  return &g_array_index (self->columns, Ris3CrossValue, column);
}

guint
ris3_cross_table_count_strategies (Ris3CrossTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, 0);
  return self->cells[(gsize) row * self->columns->len + column].n_strategies;
}

guint
ris3_cross_table_count_priorities (Ris3CrossTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, 0);
  return self->cells[(gsize) row * self->columns->len + column].n_priorities;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers of a chart in words and as a table. */

#include "config.h"

#include "app/charts/ris3-chart-data-private.h"

#include <glib/gi18n.h>

#include "map/ris3-strategy-summary.h"

/* Of a long list, so many are read out. */
#define MAX_DESCRIBED 12

char *
ris3_chart_data_describe_cell (Ris3ChartData *self, guint row, guint column)
{
  const Ris3ChartValue *value = ris3_chart_data_get_row (self, row);
  guint base = ris3_chart_data_get_base (self);
  guint n = ris3_chart_data_get_cell (self, row, column);
  g_autofree char *share = ris3_share_to_text (n, base);
  guint n_selected = ris3_chart_data_get_selected (self, row, column);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (ris3_chart_kind_is_bars (self->kind))
    name = g_strdup (value->title);
  else
    /* Translators: a theme and a country. */
    name = g_strdup_printf (C_ ("chart", "%s, %s"), value->title, ris3_chart_data_get_column (self, column)->title);
  /* Translators: a bar of a chart: “France: 24 strategies, 11 % of 210”. */
  words = g_strdup_printf (ngettext ("%s: %'u strategy, %s of %'u", "%s: %'u strategies, %s of %'u", n), name, n, share,
                           base);
  if (self->second != NULL)
    {
      g_autofree char *first = g_steal_pointer (&words);
      guint n_second = ris3_chart_data_get_second (self, row, column);
      guint second_base = ris3_chart_data_get_second_base (self);
      g_autofree char *second_share = ris3_share_to_text (n_second, second_base);

      /* Translators: a bar of a chart, and the one below it of another map: “France: 24 strategies, 11 % of 210
       * (2014–2020); 12, 10 % of 119 (2021–2027)”. */
      words = g_strdup_printf (C_ ("chart", "%s (%s); %'u, %s of %'u (%s)"), first, self->side_titles[RIS3_SIDE_FIRST],
                               n_second, second_share, second_base, self->side_titles[RIS3_SIDE_SECOND]);
    }
  if (self->selected == NULL)
    return g_steal_pointer (&words);
  /* Translators: %s says how many strategies there are; this, how many of how many are of regions that are selected. */
  return g_strdup_printf (ngettext ("%s. %'u of %'u selected.", "%s. %'u of %'u selected.", n), words, n_selected, n);
}

char *
ris3_chart_data_describe (Ris3ChartData *self)
{
  GString *text;
  guint n_rows;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_string_new (self->base_words);
  n_rows = MIN (self->rows->len, MAX_DESCRIBED);
  g_string_append_c (text, '.');
  for (guint i = 0; i < n_rows; i++)
    {
      const Ris3ChartEntry *entry = &g_array_index (self->rows, Ris3ChartEntry, i);

      g_string_append_printf (text, " %s %'u", entry->title, entry->value.n_strategies);
      if (self->second != NULL)
        g_string_append_printf (text, " · %'u", entry->value.n_second);
      g_string_append_c (text, i + 1 < n_rows ? ';' : '.');
    }
  g_string_append_printf (text, " %s", _ ("The menu of the chart shows the same numbers as a table."));
  return g_string_free (text, FALSE);
}

/* What each cell has a column for. */
static guint
get_n_each (Ris3ChartData *self)
{
  return 1 + (self->selected != NULL ? 1 : 0) + (self->second != NULL ? 1 : 0);
}

guint
ris3_chart_data_get_n_table_columns (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, 0);
  if (ris3_chart_kind_is_bars (self->kind))
    return 4 + (self->selected != NULL ? 1 : 0) + (self->second != NULL ? 2 : 0);
  return 2 + get_n_each (self) * self->columns->len;
}

typedef enum
{
  COLUMN_FIRST,
  COLUMN_SELECTED,
  COLUMN_SECOND,
} ColumnKind;

/* Which cell of its row a column of the table shows, and what of it. */
static guint
find_cell (Ris3ChartData *self, guint column, ColumnKind *kind)
{
  guint n_each = get_n_each (self);
  guint which = (column - 2) % n_each;

  *kind = which == 0 ? COLUMN_FIRST : which == 1 && self->selected != NULL ? COLUMN_SELECTED : COLUMN_SECOND;
  return (column - 2) / n_each;
}

static char *
get_cell_heading (Ris3ChartData *self, guint column)
{
  ColumnKind kind;
  const char *title = g_array_index (self->columns, Ris3ChartEntry, find_cell (self, column, &kind)).title;

  if (kind == COLUMN_SELECTED)
    /* Translators: the heading of a column of numbers: how many of those of a country, %s, are selected. */
    return g_strdup_printf (C_ ("heading of a table", "%s, selected"), title);
  if (self->second == NULL)
    return g_strdup (title);
  /* Translators: the heading of a column of numbers: a country, and one of two maps: “France, 2014–2020”. */
  return g_strdup_printf (C_ ("heading of a table", "%s, %s"), title,
                          self->side_titles[kind == COLUMN_SECOND ? RIS3_SIDE_SECOND : RIS3_SIDE_FIRST]);
}

/* The columns of bars: those of the second map come last. */
static char *
get_bar_heading (Ris3ChartData *self, guint column)
{
  guint n = ris3_chart_data_get_n_table_columns (self);

  if (self->second != NULL && column + 2 == n)
    return g_strdup (self->side_titles[RIS3_SIDE_SECOND]);
  if (column == 2 || (self->second != NULL && column + 1 == n))
    return g_strdup (_ ("Share"));
  return g_strdup (column == 3 ? _ ("Priorities") : C_ ("heading of a table", "Selected"));
}

static char *
get_heading (Ris3ChartData *self, guint column)
{
  if (column == 0)
    return g_strdup (ris3_facet_get_title (self->kind->rows));
  if (column == 1)
    return g_strdup (self->second != NULL ? self->side_titles[RIS3_SIDE_FIRST] : _ ("Strategies"));
  return ris3_chart_kind_is_bars (self->kind) ? get_bar_heading (self, column) : get_cell_heading (self, column);
}

static char *
get_bar_text (Ris3ChartData *self, guint row, guint column)
{
  const Ris3ChartValue *value = &g_array_index (self->rows, Ris3ChartEntry, row).value;
  guint n = ris3_chart_data_get_n_table_columns (self);

  if (self->second != NULL && column + 2 == n)
    return g_strdup_printf ("%u", value->n_second);
  if (self->second != NULL && column + 1 == n)
    return ris3_share_to_text (value->n_second, ris3_chart_data_get_second_base (self));
  if (column == 2)
    return ris3_share_to_text (value->n_strategies, ris3_chart_data_get_base (self));
  return g_strdup_printf ("%u", column == 3 ? value->n_priorities : ris3_chart_data_get_selected (self, row, 0));
}

char *
ris3_chart_data_get_table_text (Ris3ChartData *self, gint row, guint column)
{
  const Ris3ChartValue *value;
  ColumnKind kind;
  guint cell;

  g_return_val_if_fail (self != NULL && row < (gint) self->rows->len, NULL);
  g_return_val_if_fail (column < ris3_chart_data_get_n_table_columns (self), NULL);
  if (row < 0)
    return get_heading (self, column);
  value = &g_array_index (self->rows, Ris3ChartEntry, row).value;
  if (column == 0)
    return g_strdup (value->title);
  if (column == 1)
    return g_strdup_printf ("%u", value->n_strategies);
  if (ris3_chart_kind_is_bars (self->kind))
    return get_bar_text (self, (guint) row, column);
  cell = find_cell (self, column, &kind);
  return g_strdup_printf ("%u", kind == COLUMN_SELECTED ? ris3_chart_data_get_selected (self, (guint) row, cell)
                                : kind == COLUMN_SECOND ? ris3_chart_data_get_second (self, (guint) row, cell)
                                                        : ris3_chart_data_get_cell (self, (guint) row, cell));
}

char *
ris3_chart_data_to_tsv (Ris3ChartData *self)
{
  GString *tsv;
  guint n_columns;

  g_return_val_if_fail (self != NULL, NULL);
  tsv = g_string_new (NULL);
  n_columns = ris3_chart_data_get_n_table_columns (self);
  for (gint row = -1; row < (gint) self->rows->len; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *text = ris3_chart_data_get_table_text (self, row, column);

        g_strdelimit (text, "\t\n\r", ' ');
        g_string_append_printf (tsv, "%s%c", text, column + 1 < n_columns ? '\t' : '\n');
      }
  return g_string_free (tsv, FALSE);
}

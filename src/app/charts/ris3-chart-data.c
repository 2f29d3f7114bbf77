/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/charts/ris3-chart-data-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-filter.h"
#include "map/ris3-filter-description.h"
#include "map/ris3-period.h"
#include "map/ris3-region-term.h"
#include "map/ris3-strategy-summary.h"
#include "model/ris3-cross-table.h"
#include "model/ris3-theme.h"

/* What the chart does not choose itself. */
static Ris3Filter *
leave_out (const Ris3ChartKind *kind, Ris3Filter *filter)
{
  g_autoptr (Ris3Filter) rest = ris3_filter_without (filter, kind->rows);

  return ris3_chart_kind_is_bars (kind) ? g_steal_pointer (&rest) : ris3_filter_without (rest, kind->columns);
}

/* Whether it shows what the map has one of at a time: all of them are counted, and one is chosen in its place. */
static gboolean
is_of_map (Ris3Session *session, const Ris3ChartKind *kind)
{
  return kind->rows == RIS3_FACET_PERIOD && ris3_session_has_map_period (session)
         && ris3_session_get_comparison (session) == NULL;
}

static Ris3FilterResult *
find_result (Ris3Session *session, const Ris3ChartKind *kind)
{
  Ris3FilterResult *present = ris3_session_get_filter_result (session);
  Ris3Filter *filter = present != NULL ? ris3_filter_result_get_filter (present) : NULL;
  g_autoptr (Ris3Filter) rest = NULL;
  Ris3FilterIndex *index = ris3_session_get_filter_index (session);

  if (present == NULL || index == NULL)
    return NULL;
  if (is_of_map (session, kind))
    return ris3_session_apply_to_all_periods (session);
  rest = leave_out (kind, filter);
  if (ris3_filter_equal (rest, filter))
    return ris3_filter_result_ref (present);
  return ris3_filter_index_apply (index, rest, ris3_view_get_period (ris3_session_get_view (session)), NULL);
}

/* What a filter leaves of one of two maps: its period, and of maps of two indicators what its headline speaks of.
 * (transfer full) */
static Ris3FilterResult *
find_side (Ris3Session *session, Ris3FilterResult *of_first, Ris3Side side)
{
  Ris3Classification *first = ris3_session_get_side (session, RIS3_SIDE_FIRST);
  Ris3Classification *second = ris3_session_get_side (session, RIS3_SIDE_SECOND);
  Ris3Classification *classification = side == RIS3_SIDE_FIRST ? first : second;
  const Ris3Indicator *indicator = ris3_view_get_indicator (ris3_classification_get_view (classification));
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (GHashTable) ids = NULL;
  Ris3Strategy *const *strategies;
  guint n_strategies;

  if (g_strcmp0 (ris3_classification_get_period (first), ris3_classification_get_period (classification)) == 0)
    result = ris3_filter_result_ref (of_first);
  else
    result = ris3_filter_index_apply (ris3_session_get_filter_index (session), ris3_filter_result_get_filter (of_first),
                                      ris3_classification_get_period (classification), NULL);
  if (result == NULL
      || ris3_view_get_indicator (ris3_classification_get_view (first))
             == ris3_view_get_indicator (ris3_classification_get_view (second)))
    return g_steal_pointer (&result);
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  strategies = ris3_placement_get_strategy_array (ris3_classification_get_placement (classification), &n_strategies);
  for (guint i = 0; i < n_strategies; i++)
    {
      Ris3Value value = indicator->get_value (indicator, strategies[i]);

      if (ris3_indicator_is_found (indicator, &value))
        g_hash_table_add (ids, (gpointer) ris3_strategy_get_id (strategies[i]));
    }
  return ris3_filter_result_with_only (result, ids);
}

/* Whether both maps count strategies. */
static gboolean
can_compare (Ris3Session *session)
{
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    {
      Ris3Classification *classification = ris3_session_get_side (session, side);

      if (classification == NULL
          || ris3_view_get_indicator (ris3_classification_get_view (classification))->get_value == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The atlas's own themes; all others where it has none of these. */
static const char *
find_scheme (Ris3FilterResult *result, const Ris3ChartKind *kind)
{
  guint n_values;
  const Ris3FacetValue *values = ris3_filter_result_get_values (result, RIS3_FACET_THEME, &n_values);

  for (guint i = 0; kind->rows == RIS3_FACET_THEME && i < n_values; i++)
    if (g_str_has_prefix (values[i].id, RIS3_THEME_SCHEME "/"))
      return RIS3_THEME_SCHEME;
  return NULL;
}

static void
clear_entry (gpointer data)
{
  g_free (((Ris3ChartEntry *) data)->title);
}

static void
add_entry (GArray *entries,
           const Ris3ChartKind *kind,
           Ris3FilterResult *result,
           Ris3Facet facet,
           Ris3Filter *filter,
           const Ris3CrossValue *value,
           const Ris3CrossValue *second,
           guint place)
{
  Ris3ChartEntry entry = { place,
                           { value->id, NULL, value->n_strategies, value->n_priorities,
                             second != NULL ? second->n_strategies : 0, FALSE },
                           NULL };

  if (value->id != NULL)
    entry.value.is_chosen = ris3_filter_has (filter, facet, value->id);
  if (value->n_strategies == 0 && entry.value.n_second == 0 && !entry.value.is_chosen)
    return;
  entry.title = value->id != NULL ? ris3_filter_value_words (result, facet, value->id)
                                  : g_strdup (g_dpgettext2 (NULL, "chart", kind->none));
  entry.value.title = entry.title;
  g_array_append_val (entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer by_name)
{
  const Ris3ChartEntry *left = a, *right = b;
  int order = (left->value.id == NULL) - (right->value.id == NULL);

  if (order == 0 && !GPOINTER_TO_INT (by_name))
    {
      guint n_left = left->value.n_strategies + left->value.n_second;
      guint n_right = right->value.n_strategies + right->value.n_second;

      order = (n_left < n_right) - (n_left > n_right);
    }
  if (order == 0)
    order = g_utf8_collate (left->title, right->title);
  return order != 0 ? order : (int) left->place - (int) right->place;
}

static void
add_rows (Ris3ChartData *self, Ris3FilterResult *result, Ris3Filter *filter, gboolean by_name)
{
  for (guint i = 0; i < ris3_cross_table_get_n_rows (self->table); i++)
    add_entry (self->rows, self->kind, result, self->kind->rows, filter, ris3_cross_table_get_row (self->table, i),
               self->second != NULL ? ris3_cross_table_get_row (self->second, i) : NULL, i);
  if (!self->kind->keeps_order)
    g_array_sort_with_data (self->rows, compare_entries, GINT_TO_POINTER (by_name));
}

static void
add_columns (Ris3ChartData *self, Ris3FilterResult *result, Ris3Filter *filter)
{
  for (guint i = 0; i < ris3_cross_table_get_n_columns (self->table); i++)
    {
      const Ris3CrossValue *column = ris3_cross_table_get_column (self->table, i);
      const Ris3CrossValue *second = self->second != NULL ? ris3_cross_table_get_column (self->second, i) : NULL;

      if (ris3_chart_kind_is_bars (self->kind))
        {
          Ris3ChartEntry entry = { i,
                                   { NULL, NULL, column->n_strategies, column->n_priorities,
                                     second != NULL ? second->n_strategies : 0, FALSE },
                                   NULL };

          g_array_append_val (self->columns, entry);
        }
      else
        add_entry (self->columns, self->kind, result, self->kind->columns, filter, column, second, i);
    }
}

static void
mark_of_map (Ris3ChartData *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Ris3ChartValue *value = &g_array_index (self->rows, Ris3ChartEntry, i).value;

      value->is_chosen = g_strcmp0 (value->id, id) == 0;
    }
}

static char *
describe_base (guint n, gboolean is_filtered, const char *period, gboolean may_overlap)
{
  g_autofree char *base = NULL;
  g_autofree char *strategies
      = g_strdup_printf (is_filtered ? ngettext ("of %'u strategy that matches", "of %'u strategies that match", n)
                                     : ngettext ("of %'u strategy", "of %'u strategies", n),
                         n);
  g_autofree char *years = NULL;

  /* Translators: these are after a number of strategies and a comma. */
  if (g_strcmp0 (period, RIS3_FILTER_ANY_PERIOD) == 0)
    years = g_strdup (_ ("all periods; the marked one is on the map"));
  else
    years = period != NULL ? ris3_period_to_text (period) : g_strdup (_ ("the latest of each region"));

  /* Translators: what the figures of a chart are shares of: “of 210 strategies that match”, “2014–2020”. */
  base = g_strdup_printf (_ ("%s, %s"), strategies, years);
  if (!may_overlap)
    return g_steal_pointer (&base);
  /* Translators: %s is what the figures of a chart are shares of. */
  return g_strdup_printf (_ ("%s; one may be in several rows"), base);
}

static gboolean
has_any_chosen (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, Ris3ChartEntry, i).value.is_chosen)
      return TRUE;
  return FALSE;
}

/* What the selected regions have of a result, which may be NULL. (transfer full) */
static Ris3FilterResult *
find_selected (Ris3Session *session, Ris3FilterResult *result)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  guint n_selected;
  const guint *selected = ris3_session_get_selection (session, &n_selected);
  g_autoptr (GHashTable) ids = NULL;

  if (result == NULL || classification == NULL || n_selected == 0)
    return NULL;
  ids = ris3_region_terms_find_strategies (ris3_classification_get_placement (classification), selected, n_selected);
  return ris3_filter_result_with_only (result, ids);
}

Ris3FilterResult *
ris3_chart_data_find_selected (Ris3Session *session)
{
  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  return find_selected (session, ris3_session_get_filter_result (session));
}

/* Counts the second map. Returns what the first one has of a result. (transfer full) */
static Ris3FilterResult *
add_second (Ris3ChartData *self, Ris3Session *session, Ris3FilterResult *result, const char *scheme)
{
  Ris3Classification *first = ris3_session_get_side (session, RIS3_SIDE_FIRST);
  Ris3Classification *second = ris3_session_get_side (session, RIS3_SIDE_SECOND);
  g_autoptr (Ris3FilterResult) of_second = find_side (session, result, RIS3_SIDE_SECOND);
  g_autoptr (Ris3FilterResult) of_first = find_side (session, result, RIS3_SIDE_FIRST);

  if (of_first == NULL || of_second == NULL)
    return ris3_filter_result_ref (result);
  self->second = ris3_cross_table_new (of_second, self->kind->rows, scheme, self->kind->columns);
  self->side_titles[RIS3_SIDE_FIRST] = ris3_comparison_dup_side_title (first, second);
  self->side_titles[RIS3_SIDE_SECOND] = ris3_comparison_dup_side_title (second, first);
  return g_steal_pointer (&of_first);
}

Ris3ChartData *
ris3_chart_data_new (Ris3Session *session, Ris3FilterResult *selected, const Ris3ChartKind *kind, gboolean by_name)
{
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3FilterResult) counted = NULL;
  const char *scheme;
  Ris3Filter *filter;
  Ris3ChartData *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && kind != NULL, NULL);
  result = find_result (session, kind);
  if (result == NULL)
    return NULL;
  filter = ris3_filter_result_get_filter (ris3_session_get_filter_result (session));
  self = g_new0 (Ris3ChartData, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->is_of_map = is_of_map (session, kind);
  /* It has the names of values, which a part of it has not. */
  scheme = find_scheme (result, kind);
  counted = can_compare (session) ? add_second (self, session, result, scheme) : ris3_filter_result_ref (result);
  self->table = ris3_cross_table_new (counted, kind->rows, scheme, kind->columns);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Ris3ChartEntry));
  self->columns = g_array_new (FALSE, FALSE, sizeof (Ris3ChartEntry));
  g_array_set_clear_func (self->rows, clear_entry);
  g_array_set_clear_func (self->columns, clear_entry);
  add_rows (self, result, filter, by_name);
  add_columns (self, result, filter);
  if (self->is_of_map)
    mark_of_map (self, ris3_view_get_period (ris3_session_get_view (session)));
  self->base_words = describe_base (
      ris3_cross_table_get_n_strategies (self->table), !ris3_filter_is_empty (ris3_filter_result_get_filter (result)),
      self->is_of_map ? RIS3_FILTER_ANY_PERIOD : ris3_view_get_period (ris3_session_get_view (session)),
      kind->may_overlap);
  if (self->second != NULL)
    {
      g_autofree char *base_words = g_steal_pointer (&self->base_words);

      /* Translators: two maps, each with how many strategies its bars are shares of. */
      self->base_words
          = g_strdup_printf (C_ ("chart", "%s: of %'u; %s: of %'u"), self->side_titles[RIS3_SIDE_FIRST],
                             ris3_cross_table_get_n_strategies (self->table), self->side_titles[RIS3_SIDE_SECOND],
                             ris3_cross_table_get_n_strategies (self->second));
      if (kind->may_overlap)
        {
          g_autofree char *both = g_steal_pointer (&self->base_words);

          self->base_words = g_strdup_printf (_ ("%s; one may be in several rows"), both);
        }
    }
  if (selected != NULL)
    {
      g_autofree char *base_words = g_steal_pointer (&self->base_words);
      g_autofree char *regions = NULL;
      g_autoptr (Ris3FilterResult) of_all = self->is_of_map ? find_selected (session, result) : NULL;
      guint n_selected, n_regions;

      ris3_session_get_selection (session, &n_regions);
      self->selected = ris3_cross_table_new (of_all != NULL ? of_all : selected, kind->rows, scheme, kind->columns);
      n_selected = ris3_cross_table_get_n_strategies (self->selected);
      regions = g_strdup_printf (ngettext ("of %'u selected region", "of %'u selected regions", n_regions), n_regions);
      /* Translators: the first %s is what the figures of a chart are shares of; the line is drawn within each bar and
       * says how many strategies there are; the last %s is “of 19 selected regions”. Where one of these has none, the
       * strategy of the region that it lies in counts. */
      self->base_words
          = g_strdup_printf (ngettext ("%s; the line within: %'u strategy %s, or of what they lie in",
                                       "%s; the line within: %'u strategies %s, or of what they lie in", n_selected),
                             base_words, n_selected, regions);
    }
  self->has_chosen_row = has_any_chosen (self->rows);
  self->has_chosen_column = has_any_chosen (self->columns);
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->columns->len; j++)
      self->maximum
          = MAX (self->maximum, MAX (ris3_chart_data_get_cell (self, i, j), ris3_chart_data_get_second (self, i, j)));
  return self;
}

Ris3ChartData *
ris3_chart_data_ref (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_chart_data_unref (Ris3ChartData *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ris3_cross_table_unref (self->table);
  g_clear_pointer (&self->selected, ris3_cross_table_unref);
  g_clear_pointer (&self->second, ris3_cross_table_unref);
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    g_free (self->side_titles[side]);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->base_words);
  g_free (self);
}

const Ris3ChartKind *
ris3_chart_data_get_kind (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->kind;
}

guint
ris3_chart_data_get_base (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return ris3_cross_table_get_n_strategies (self->table);
}

const char *
ris3_chart_data_get_base_words (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->base_words;
}

gboolean
ris3_chart_data_is_of_map (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_of_map;
}

gboolean
ris3_chart_data_has_chosen (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_chosen_row || self->has_chosen_column;
}

guint
ris3_chart_data_get_n_rows (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->rows->len;
}

const Ris3ChartValue *
ris3_chart_data_get_row (Ris3ChartData *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  return &g_array_index (self->rows, Ris3ChartEntry, row).value;
}

guint
ris3_chart_data_get_n_columns (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->columns->len;
}

const Ris3ChartValue *
ris3_chart_data_get_column (Ris3ChartData *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);
  return &g_array_index (self->columns, Ris3ChartEntry, column).value;
}

guint
ris3_chart_data_get_cell (Ris3ChartData *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, 0);
  return ris3_cross_table_count_strategies (self->table, g_array_index (self->rows, Ris3ChartEntry, row).place,
                                            g_array_index (self->columns, Ris3ChartEntry, column).place);
}

gboolean
ris3_chart_data_has_selection (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->selected != NULL;
}

guint
ris3_chart_data_get_selected (Ris3ChartData *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, 0);
  return self->selected != NULL
             ? ris3_cross_table_count_strategies (self->selected, g_array_index (self->rows, Ris3ChartEntry, row).place,
                                                  g_array_index (self->columns, Ris3ChartEntry, column).place)
             : 0;
}

gboolean
ris3_chart_data_has_second (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->second != NULL;
}

guint
ris3_chart_data_get_second (Ris3ChartData *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, 0);
  return self->second != NULL
             ? ris3_cross_table_count_strategies (self->second, g_array_index (self->rows, Ris3ChartEntry, row).place,
                                                  g_array_index (self->columns, Ris3ChartEntry, column).place)
             : 0;
}

guint
ris3_chart_data_get_second_base (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->second != NULL ? ris3_cross_table_get_n_strategies (self->second) : 0;
}

const char *
ris3_chart_data_get_side_title (Ris3ChartData *self, Ris3Side side)
{
  g_return_val_if_fail (self != NULL && side < RIS3_N_SIDES, NULL);
  return self->side_titles[side];
}

guint
ris3_chart_data_get_maximum (Ris3ChartData *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->maximum;
}

gboolean
ris3_chart_data_is_chosen (Ris3ChartData *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, FALSE);
  /* Where one side is not filtered by, as the one column of bars, all of it is in. */
  return ris3_chart_data_has_chosen (self)
         && (!self->has_chosen_row || g_array_index (self->rows, Ris3ChartEntry, row).value.is_chosen)
         && (!self->has_chosen_column || g_array_index (self->columns, Ris3ChartEntry, column).value.is_chosen);
}

gboolean
ris3_chart_data_can_choose (Ris3ChartData *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (row >= self->rows->len || column >= self->columns->len)
    return FALSE;
  if (g_array_index (self->rows, Ris3ChartEntry, row).value.id == NULL)
    return FALSE;
  if (ris3_chart_kind_is_bars (self->kind))
    return TRUE;
  /* An empty cell would leave nothing. */
  return g_array_index (self->columns, Ris3ChartEntry, column).value.id != NULL
         && (ris3_chart_data_get_cell (self, row, column) > 0 || ris3_chart_data_get_second (self, row, column) > 0
             || ris3_chart_data_is_chosen (self, row, column));
}

Ris3Filter *
ris3_chart_data_choose (Ris3ChartData *self, Ris3Filter *filter, guint row, guint column, gboolean adds)
{
  gboolean is_bars = ris3_chart_kind_is_bars (self->kind);
  const char *row_id, *column_id;
  g_autoptr (Ris3Filter) rest = NULL;
  g_autoptr (Ris3Filter) begun = NULL;
  g_autoptr (Ris3Filter) chosen = NULL;
  gboolean has_both;

  g_return_val_if_fail (filter != NULL && ris3_chart_data_can_choose (self, row, column), NULL);
  row_id = g_array_index (self->rows, Ris3ChartEntry, row).value.id;
  column_id = g_array_index (self->columns, Ris3ChartEntry, column).value.id;
  rest = leave_out (self->kind, filter);
  has_both = ris3_filter_has (filter, self->kind->rows, row_id)
             && (is_bars || ris3_filter_has (filter, self->kind->columns, column_id));
  begun = ris3_filter_with (adds ? filter : rest, self->kind->rows, row_id, !(adds && has_both));
  chosen = is_bars ? ris3_filter_ref (begun)
                   : ris3_filter_with (begun, self->kind->columns, column_id, !(adds && has_both));
  /* What alone is chosen already is not chosen once more. */
  return !adds && ris3_filter_equal (chosen, filter) ? g_steal_pointer (&rest) : g_steal_pointer (&chosen);
}

Ris3Filter *
ris3_chart_data_choose_only (Ris3ChartData *self, Ris3Filter *filter, guint row, guint column)
{
  g_autoptr (Ris3Filter) rest = NULL;

  g_return_val_if_fail (self != NULL && filter != NULL, NULL);
  rest = leave_out (self->kind, filter);
  return ris3_chart_data_choose (self, rest, row, column, FALSE);
}

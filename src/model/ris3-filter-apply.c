/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which strategies and priorities match a filter, and how many each value of a facet would give. */

#include "config.h"

#include <string.h>

#include "model/ris3-filter-index-private.h"

/* What a strategy fails in: nothing, one facet (its number + 1), the years, or more than that. */
#define FAILS_NOTHING 0
#define FAILS_YEARS (RIS3_N_FACETS + 1)
#define FAILS_MUCH G_MAXUINT8

typedef struct
{
  Ris3FilterIndex *index;
  Ris3Filter *filter;
  Ris3FilterResult *result;
  guint8 *fails;       /* of each strategy */
  guint8 *has_themes;  /* of each priority: one of those that are asked for */
  guint8 *fulfils;     /* of each strategy: what is asked of priorities */
  guint8 *has_each;    /* of each strategy: all themes that are asked for */
  Ris3WordRows *words; /* NULL: no words */
} Applying;

static const Ris3FacetRows *
get_value (Ris3FilterIndex *index, Ris3Facet facet, guint i)
{
  return &g_array_index (index->facets[facet], Ris3FacetRows, i);
}

/* Whether the words, if there are any, are found in a priority. */
static gboolean
has_words (Applying *self, guint32 priority)
{
  return self->words == NULL || self->words->priorities[priority];
}

static gboolean
is_asked (Applying *self, Ris3Facet facet)
{
  return self->filter->values[facet][0] != NULL;
}

static void
choose_period (Applying *self, const char *period)
{
  Ris3FilterIndex *index = self->index;
  gboolean any = g_strcmp0 (period, RIS3_FILTER_ANY_PERIOD) == 0;

  for (guint i = 0; i < index->n_strategies; i++)
    self->fails[i] = any || (period == NULL && index->is_latest[i]) ? FAILS_NOTHING : FAILS_MUCH;
  if (period != NULL && !any)
    {
      gint value = ris3_filter_index_find_value (index, RIS3_FACET_PERIOD, period);

      for (guint i = 0; value >= 0 && i < get_value (index, RIS3_FACET_PERIOD, (guint) value)->n_rows; i++)
        self->fails[get_value (index, RIS3_FACET_PERIOD, (guint) value)->rows[i]] = FAILS_NOTHING;
    }
  for (guint i = 0; i < index->n_strategies; i++)
    if (self->fails[i] == FAILS_NOTHING)
      self->result->n_all_strategies++;
}

/* The strategies of a region or class, which the filter has been told. */
static const char *const *
get_members (Applying *self, const char *value)
{
  static const char *const nobody[] = { NULL };
  const Ris3FilterMembers *members = ris3_filter_get_members (self->filter, value);

  return members != NULL ? (const char *const *) members->ids : nobody;
}

static gboolean
find_strategy (Applying *self, const char *id, guint32 *strategy)
{
  gpointer row = g_hash_table_lookup (self->index->strategy_rows, id);

  *strategy = GPOINTER_TO_UINT (row) - 1;
  return row != NULL;
}

static void
mark_members (Applying *self, Ris3Facet facet, guint8 *rows)
{
  for (char **value = self->filter->values[facet]; *value != NULL; value++)
    for (const char *const *id = get_members (self, *value); *id != NULL; id++)
      {
        guint32 strategy;

        if (find_strategy (self, *id, &strategy))
          rows[strategy] = TRUE;
      }
}

/* Marks the rows that have one of the values that are asked for. */
static void
mark_rows (Applying *self, Ris3Facet facet, guint8 *rows)
{
  if (ris3_facet_is_told (facet))
    {
      mark_members (self, facet, rows);
      return;
    }
  for (char **id = self->filter->values[facet]; *id != NULL; id++)
    {
      gint place = ris3_filter_index_find_value (self->index, facet, *id);
      const Ris3FacetRows *value = place >= 0 ? get_value (self->index, facet, (guint) place) : NULL;

      for (guint i = 0; value != NULL && i < value->n_rows; i++)
        rows[value->rows[i]] = TRUE;
    }
}

static void
test_strategies (Applying *self)
{
  Ris3FilterIndex *index = self->index;
  g_autofree guint8 *has = g_new0 (guint8, index->n_strategies + 1);

  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      if (facet == RIS3_FACET_THEME || !is_asked (self, facet))
        continue;
      memset (has, 0, index->n_strategies);
      mark_rows (self, facet, has);
      for (guint i = 0; i < index->n_strategies; i++)
        if (!has[i])
          self->fails[i] = self->fails[i] == FAILS_NOTHING ? (guint8) (facet + 1) : FAILS_MUCH;
    }
  if (self->filter->since == 0 && self->filter->until == 0)
    return;
  for (guint i = 0; i < index->n_strategies; i++)
    if (index->years[i] == 0 || index->years[i] < self->filter->since
        || (self->filter->until != 0 && index->years[i] > self->filter->until))
      self->fails[i] = self->fails[i] == FAILS_NOTHING ? FAILS_YEARS : FAILS_MUCH;
}

/* Which strategies have each of the themes, in priorities with the words. */
static void
find_each (Applying *self)
{
  Ris3FilterIndex *index = self->index;
  g_autofree guint32 *counts = g_new0 (guint32, index->n_strategies + 1);
  guint n = 0;

  for (char **id = self->filter->values[RIS3_FACET_THEME]; *id != NULL; id++, n++)
    {
      gint place = ris3_filter_index_find_value (index, RIS3_FACET_THEME, *id);
      const Ris3FacetRows *value = place >= 0 ? get_value (index, RIS3_FACET_THEME, (guint) place) : NULL;

      for (guint i = 0; value != NULL && i < value->n_rows; i++)
        if (counts[index->owners[value->rows[i]]] == n && has_words (self, value->rows[i]))
          counts[index->owners[value->rows[i]]] = n + 1;
    }
  self->has_each = g_new0 (guint8, index->n_strategies + 1);
  for (guint i = 0; i < index->n_strategies; i++)
    self->has_each[i] = counts[i] == n;
}

static void
test_priorities (Applying *self)
{
  Ris3FilterIndex *index = self->index;
  gboolean asks_themes = is_asked (self, RIS3_FACET_THEME);

  if (asks_themes)
    {
      self->has_themes = g_new0 (guint8, index->n_priorities + 1);
      mark_rows (self, RIS3_FACET_THEME, self->has_themes);
      if (self->filter->all_themes)
        find_each (self);
    }
  self->fulfils = g_new0 (guint8, index->n_strategies + 1);
  for (guint32 i = 0; i < index->n_strategies; i++)
    {
      gboolean fulfils = (!asks_themes && self->words == NULL) || (!asks_themes && self->words->strategies[i])
                         || (self->has_each != NULL && self->has_each[i]);

      if (self->has_each == NULL)
        for (guint32 j = index->first_priorities[i]; j < index->first_priorities[i + 1] && !fulfils; j++)
          fulfils = (!asks_themes || self->has_themes[j]) && has_words (self, j);
      self->fulfils[i] = fulfils;
    }
}

static void
match (Applying *self)
{
  Ris3FilterIndex *index = self->index;
  Ris3FilterResult *result = self->result;

  result->strategies = g_new0 (guint8, index->n_strategies + 1);
  result->priorities = g_new0 (guint8, index->n_priorities + 1);
  for (guint32 i = 0; i < index->n_strategies; i++)
    {
      if (self->fails[i] != FAILS_NOTHING || !self->fulfils[i])
        continue;
      result->strategies[i] = TRUE;
      result->n_strategies++;
      for (guint32 j = index->first_priorities[i]; j < index->first_priorities[i + 1]; j++)
        if ((self->has_themes == NULL || self->has_themes[j]) && has_words (self, j))
          {
            result->priorities[j] = TRUE;
            result->n_priorities += !index->are_areas[j];
          }
    }
}

static void
count_years (Applying *self)
{
  Ris3FilterIndex *index = self->index;
  g_autofree guint *counts = g_new0 (guint, G_MAXUINT16 + 1);

  for (guint32 i = 0; i < index->n_strategies; i++)
    if ((self->fails[i] == FAILS_NOTHING || self->fails[i] == FAILS_YEARS) && self->fulfils[i])
      counts[index->years[i]]++;
  for (guint year = 1; year <= G_MAXUINT16; year++)
    if (counts[year] > 0)
      {
        Ris3YearCount count = { year, counts[year] };

        g_array_append_val (self->result->years, count);
      }
}

/* Whether a strategy matches, if a value of the facet that it has is asked for. */
static gboolean
would_match (Applying *self, Ris3Facet facet, guint32 strategy)
{
  guint8 fails = self->fails[strategy];

  return (fails == FAILS_NOTHING || fails == facet + 1) && self->fulfils[strategy];
}

static guint
count_value (Applying *self, Ris3Facet facet, const Ris3FacetRows *value)
{
  guint n = 0;

  for (guint i = 0; i < value->n_rows; i++)
    n += would_match (self, facet, value->rows[i]);
  return n;
}

static guint
count_members (Applying *self, Ris3Facet facet, const char *value)
{
  guint n = 0;

  for (const char *const *id = get_members (self, value); *id != NULL; id++)
    {
      guint32 strategy;

      n += find_strategy (self, *id, &strategy) && would_match (self, facet, strategy);
    }
  return n;
}

/* Strategies with a priority of the theme and the words, each once. */
static guint
count_theme (Applying *self, const Ris3FacetRows *value)
{
  guint32 last = RIS3_NO_ROW;
  guint n = 0;

  for (guint i = 0; i < value->n_rows; i++)
    {
      guint32 strategy = self->index->owners[value->rows[i]];

      if (strategy != last && self->fails[strategy] == FAILS_NOTHING && has_words (self, value->rows[i])
          && (self->has_each == NULL || self->has_each[strategy]))
        {
          last = strategy;
          n++;
        }
    }
  return n;
}

static void
count_facet (Applying *self, Ris3Facet facet)
{
  Ris3FilterIndex *index = self->index;
  GArray *values = g_array_sized_new (FALSE, FALSE, sizeof (Ris3FacetValue), index->facets[facet]->len);

  for (guint i = 0; i < index->facets[facet]->len; i++)
    {
      const Ris3FacetRows *rows = get_value (index, facet, i);
      Ris3FacetValue value = { rows->id, rows->title, 0, ris3_filter_has (self->filter, facet, rows->id) };

      /* Themes that nothing is tagged with are not offered. */
      if (rows->n_rows == 0 && !value.is_chosen && ris3_facet_get_fixed_values (facet) == NULL)
        continue;
      value.n_strategies = facet == RIS3_FACET_THEME ? count_theme (self, rows) : count_value (self, facet, rows);
      g_array_append_val (values, value);
    }
  for (char **id = self->filter->values[facet]; *id != NULL; id++)
    if (ris3_filter_index_find_value (index, facet, *id) < 0)
      {
        Ris3FacetValue value = { *id, ris3_facet_get_value_title (facet, *id), 0, TRUE };

        if (ris3_facet_is_told (facet))
          {
            const Ris3FilterMembers *members = ris3_filter_get_members (self->filter, *id);

            value.n_strategies = count_members (self, facet, *id);
            if (members != NULL && members->title != NULL)
              value.title = members->title;
          }
        g_array_append_val (values, value);
      }
  self->result->values[facet] = values;
}

Ris3FilterResult *
ris3_filter_index_apply (Ris3FilterIndex *self, Ris3Filter *filter, const char *period, GError **error)
{
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3WordRows) words = NULL;
  Applying applying = { self };

  g_return_val_if_fail (self != NULL && filter != NULL, NULL);
  if (*ris3_filter_get_words (filter) != '\0')
    {
      words = ris3_filter_index_find_words (self, ris3_filter_get_words (filter), error);
      if (words == NULL)
        return NULL;
    }
  result = g_new0 (Ris3FilterResult, 1);
  g_atomic_ref_count_init (&result->ref_count);
  result->index = ris3_filter_index_ref (self);
  result->filter = ris3_filter_index_resolve_some (self, filter);
  applying.filter = result->filter;
  applying.result = result;
  applying.words = words;
  applying.fails = g_new0 (guint8, self->n_strategies + 1);
  choose_period (&applying, period);
  test_strategies (&applying);
  test_priorities (&applying);
  match (&applying);
  result->years = g_array_new (FALSE, FALSE, sizeof (Ris3YearCount));
  count_years (&applying);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    count_facet (&applying, i);
  g_free (applying.fails);
  g_free (applying.has_themes);
  g_free (applying.fulfils);
  g_free (applying.has_each);
  return g_steal_pointer (&result);
}

typedef struct
{
  Ris3FilterIndex *index;
  Ris3Filter *filter;
  char *period;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  ris3_filter_index_unref (asked->index);
  ris3_filter_unref (asked->filter);
  g_free (asked->period);
  g_free (asked);
}

static void
apply_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Asked *asked = task_data;
  GError *error = NULL;
  Ris3FilterResult *result;

  if (g_task_return_error_if_cancelled (task))
    return;
  result = ris3_filter_index_apply (asked->index, asked->filter, asked->period, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ris3_filter_result_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_filter_index_apply_async (Ris3FilterIndex *self,
                               Ris3Filter *filter,
                               const char *period,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Asked *asked;

  g_return_if_fail (self != NULL && filter != NULL);
  asked = g_new (Asked, 1);
  *asked = (Asked){ ris3_filter_index_ref (self), ris3_filter_ref (filter), g_strdup (period) };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ris3_filter_index_apply_async);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, apply_in_thread);
}

Ris3FilterResult *
ris3_filter_index_apply_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_filter_index_apply_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

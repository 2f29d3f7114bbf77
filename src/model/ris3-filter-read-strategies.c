/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Strategies, as filters see them. */

#include "config.h"

#include "model/ris3-filter-read-private.h"

#include <string.h>

#include "model/ris3-countries-private.h"

enum
{
  STRATEGY_ID,
  STRATEGY_NUTS_VERSION,
  STRATEGY_REGION,
  STRATEGY_YEAR,
  STRATEGY_PERIOD,
  STRATEGY_LANGUAGE,
  STRATEGY_STATE,
  STRATEGY_WITHHELD,
  STRATEGY_HEALTH,
  STRATEGY_MARK,
  STRATEGY_DISPUTED,
  STRATEGY_SOURCE,
};

#define SELECT_STRATEGIES                                                                                              \
  "SELECT id, nuts_version, region_code, year, period, language, analysis_state, withheld, health_priority, pm_mark,"  \
  " pm_disputed, source_kind FROM strategy ORDER BY id"

/* What the map says of it: nothing is told of one that is withheld, or that nobody has read. */
static void
add_findings (Ris3FilterReader *self, sqlite3_stmt *row, guint32 strategy)
{
  gboolean is_withheld = sqlite3_column_int (row, STRATEGY_WITHHELD) != 0;
  gboolean is_analysed = !g_str_equal (_ris3_filter_get_text (row, STRATEGY_STATE), "pending");
  gboolean is_known = !is_withheld && is_analysed && sqlite3_column_type (row, STRATEGY_MARK) != SQLITE_NULL;
  gboolean is_marked = is_known && sqlite3_column_int (row, STRATEGY_MARK) != 0;

  _ris3_filter_reader_add (self, RIS3_FACET_PM, !is_known ? "unknown" : is_marked ? "yes" : "no", strategy);
  if (!is_withheld && sqlite3_column_int (row, STRATEGY_DISPUTED) != 0)
    _ris3_filter_reader_add (self, RIS3_FACET_PM, "disputed", strategy);
  _ris3_filter_reader_add (self, RIS3_FACET_ABSENCE,
                           is_withheld                                                   ? "withheld"
                           : !is_analysed                                                ? "not-analysed"
                           : is_marked || sqlite3_column_int (row, STRATEGY_HEALTH) != 0 ? "none"
                                                                                         : "no-priority",
                           strategy);
}

static gboolean
read_strategy (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  Ris3FilterIndex *index = self->index;
  guint32 strategy = index->strategy_ids->len;
  const char *code = _ris3_filter_get_text (row, STRATEGY_REGION);
  const char *language = _ris3_filter_get_text (row, STRATEGY_LANGUAGE);
  g_autofree char *country = g_strndup (code, 2);
  gsize length = strlen (code);
  char level[] = { (char) ('0' + CLAMP (length, 2, 5) - 2), '\0' };
  guint16 year = (guint16) sqlite3_column_int (row, STRATEGY_YEAR);
  guint32 region = _ris3_filter_need_region (index, (guint) sqlite3_column_int (row, STRATEGY_NUTS_VERSION), code);
  Ris3FilterRank rank = { g_strdup (_ris3_filter_get_text (row, STRATEGY_PERIOD)), year,
                          !g_str_equal (_ris3_filter_get_text (row, STRATEGY_STATE), "pending") };
  char *id = g_strdup (_ris3_filter_get_text (row, STRATEGY_ID));

  g_ptr_array_add (index->strategy_ids, id);
  g_hash_table_insert (index->strategy_rows, id, GUINT_TO_POINTER (strategy + 1));
  g_array_append_val (self->years, year);
  g_array_append_val (self->regions, region);
  g_array_append_val (self->ranks, rank);
  _ris3_filter_reader_add (self, RIS3_FACET_COUNTRY, country, strategy);
  if (ris3_country_get_group (country) != NULL)
    _ris3_filter_reader_add (self, RIS3_FACET_GROUP, ris3_country_get_group (country), strategy);
  _ris3_filter_reader_add (self, RIS3_FACET_LEVEL, level, strategy);
  _ris3_filter_reader_add (self, RIS3_FACET_PERIOD, rank.period, strategy);
  _ris3_filter_reader_add (self, RIS3_FACET_LANGUAGE, *language != '\0' ? language : RIS3_FILTER_NO_LANGUAGE, strategy);
  _ris3_filter_reader_add (self, RIS3_FACET_SOURCE, _ris3_filter_get_text (row, STRATEGY_SOURCE), strategy);
  _ris3_filter_reader_add (self, RIS3_FACET_ANALYSIS, _ris3_filter_get_text (row, STRATEGY_STATE), strategy);
  add_findings (self, row, strategy);
  return TRUE;
}

/* As the map has it: ris3_strategy_find_latest (). */
static void
find_latest (Ris3FilterReader *self)
{
  Ris3FilterIndex *index = self->index;
  g_autofree guint32 *latest = g_new (guint32, index->regions->len + 1);

  memset (latest, 0xff, (index->regions->len + 1) * sizeof (guint32));
  for (guint32 i = 0; i < index->n_strategies; i++)
    {
      guint32 *other = &latest[index->strategy_regions[i]];
      const Ris3FilterRank *rank = &g_array_index (self->ranks, Ris3FilterRank, i);
      const Ris3FilterRank *best = *other != RIS3_NO_ROW ? &g_array_index (self->ranks, Ris3FilterRank, *other) : NULL;
      int order = best == NULL ? 1 : strcmp (rank->period, best->period);

      if (order == 0)
        order = (int) rank->year - (int) best->year;
      if (order == 0)
        order = rank->is_analysed - best->is_analysed;
      if (order == 0)
        order = 1; /* They come in the order of their ids. */
      if (order > 0)
        *other = i;
    }
  index->is_latest = g_new0 (guint8, index->n_strategies + 1);
  for (guint i = 0; i < index->regions->len; i++)
    if (latest[i] != RIS3_NO_ROW)
      index->is_latest[latest[i]] = TRUE;
}

static void
sort_by_region (Ris3FilterIndex *index)
{
  guint32 at = 0;

  index->n_own_regions = index->regions->len;
  index->first_of_region = g_new0 (guint32, index->n_own_regions + 2);
  index->by_region = g_new (guint32, index->n_strategies + 1);
  for (guint i = 0; i < index->n_strategies; i++)
    index->first_of_region[index->strategy_regions[i]]++;
  for (guint i = 0; i <= index->n_own_regions; i++)
    {
      guint32 n = index->first_of_region[i];

      index->first_of_region[i] = at;
      at += n;
    }
  for (guint32 i = 0; i < index->n_strategies; i++)
    index->by_region[index->first_of_region[index->strategy_regions[i]]++] = i;
  /* Each now says where the next one begins. */
  memmove (index->first_of_region + 1, index->first_of_region, (index->n_own_regions + 1) * sizeof (guint32));
  index->first_of_region[0] = 0;
}

gboolean
_ris3_filter_read_strategies (Ris3Connection *connection, Ris3FilterReader *self, GError **error)
{
  Ris3FilterIndex *index = self->index;

  if (!ris3_loader_for_each_row (connection, SELECT_STRATEGIES, NULL, read_strategy, self, error))
    return FALSE;
  index->n_strategies = index->strategy_ids->len;
  index->years = (guint16 *) (void *) g_array_steal (self->years, NULL);
  index->strategy_regions = (guint32 *) (void *) g_array_steal (self->regions, NULL);
  sort_by_region (index);
  find_latest (self);
  self->comments = g_new0 (guint8, index->n_strategies + 1);
  self->activities = g_new0 (guint8, index->n_strategies + 1);
  return TRUE;
}

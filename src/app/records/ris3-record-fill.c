/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the table lists: which rows, and what each is about. */

#include "config.h"

#include "app/records/ris3-record-data-private.h"

#include <string.h>

#include "model/ris3-priority-counts.h"
#include "model/ris3-theme.h"

static gboolean
shows_contents (Ris3Strategy *strategy)
{
  return !ris3_strategy_get_withheld (strategy);
}

/* Where each strategy lies: the placement says it the other way round. */
static void
find_regions (Ris3RecordData *self, GHashTable *indices)
{
  Ris3Placement *placement = ris3_classification_get_placement (self->classification);
  guint n_regions = ris3_boundaries_get_n_regions (self->boundaries);
  g_autofree guint *next = g_new0 (guint, self->n_strategies + 1);

  self->first_region = g_new0 (guint, self->n_strategies + 1);
  for (gboolean is_counted = FALSE;; is_counted = TRUE)
    {
      for (guint region = 0; region < n_regions; region++)
        {
          guint n;
          Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (placement, region, &n);

          for (guint i = 0; i < n; i++)
            {
              guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indices, ris3_strategy_get_id (strategies[i])));

              if (is_counted)
                self->regions[next[index]++] = region;
              else
                self->first_region[index + 1]++;
            }
        }
      if (is_counted)
        return;
      for (guint i = 0; i < self->n_strategies; i++)
        self->first_region[i + 1] += self->first_region[i];
      memcpy (next, self->first_region, self->n_strategies * sizeof *next);
      self->regions = g_new (guint, self->first_region[self->n_strategies] + 1);
    }
}

/* Which strategies a map counts. */
static void
add_period (Ris3RecordData *self, Ris3Classification *classification)
{
  const char *period = ris3_classification_get_period (classification);
  g_autoptr (GHashTable) latest = NULL;

  if (period == NULL)
    latest = ris3_strategy_find_latest (
        ris3_placement_get_strategies (ris3_classification_get_placement (classification)));
  for (guint i = 0; i < self->n_strategies; i++)
    if (latest != NULL ? g_hash_table_contains (latest, self->strategies[i])
                       : g_str_equal (ris3_strategy_get_period (self->strategies[i]), period))
      self->are_of_period[i] = TRUE;
}

static void
find_periods (Ris3RecordData *self)
{
  self->are_of_period = g_new0 (guint8, self->n_strategies + 1);
  add_period (self, self->classification);
  if (self->second != NULL)
    add_period (self, self->second);
}

static GHashTable *
find_strategies (Ris3RecordData *self)
{
  GHashTable *indices = g_hash_table_new (g_str_hash, g_str_equal);

  self->strategies = ris3_placement_get_strategy_array (ris3_classification_get_placement (self->classification),
                                                        &self->n_strategies);
  for (guint i = 0; i < self->n_strategies; i++)
    g_hash_table_insert (indices, (gpointer) ris3_strategy_get_id (self->strategies[i]), GUINT_TO_POINTER (i));
  find_regions (self, indices);
  find_periods (self);
  return indices;
}

gboolean
_ris3_record_data_fill_strategies (Ris3RecordData *self,
                                   const char *atlas_path,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autoptr (GHashTable) indices = find_strategies (self);
  g_autoptr (GHashTable) counts = ris3_priority_counts_load (atlas_path, cancellable, error);

  if (counts == NULL)
    return FALSE;
  self->n_rows = self->n_strategies;
  self->counts = g_new0 (guint, self->n_strategies + 1);
  for (guint i = 0; i < self->n_strategies; i++)
    if (shows_contents (self->strategies[i]))
      self->counts[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ris3_strategy_get_id (self->strategies[i])));
  return TRUE;
}

static void
fill_themes (Ris3RecordData *self, GPtrArray *themes)
{
  self->codebook = g_ptr_array_ref (themes);
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < themes->len; i++)
    {
      const Ris3Theme *theme = themes->pdata[i];

      if (g_str_equal (theme->scheme, RIS3_THEME_SCHEME))
        g_hash_table_insert (self->themes, g_strdup (theme->code), theme->name);
      g_hash_table_insert (self->themes, ris3_theme_get_key (theme), theme->name);
    }
}

gboolean
_ris3_record_data_fill_priorities (Ris3RecordData *self,
                                   const char *atlas_path,
                                   GPtrArray *themes,
                                   Ris3ExchangeRows *rows,
                                   GCancellable *cancellable,
                                   GError **error)
{
  guint strategy = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, "strategy_id");
  g_autoptr (GHashTable) indices = find_strategies (self);
  guint is_area = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, "is_area");
  guint n_rows;

  fill_themes (self, themes);
  self->rows = rows != NULL ? ris3_exchange_rows_ref (rows)
                            : ris3_exchange_rows_load (atlas_path, RIS3_EXCHANGE_PRIORITIES, cancellable, error);
  if (self->rows == NULL)
    return FALSE;
  n_rows = ris3_exchange_rows_get_n_rows (self->rows);
  self->places = g_new (guint32, n_rows + 1);
  self->owners = g_new (guint32, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      gpointer owner;

      /* What only groups others is no priority; a strategy may have been added since the map was drawn; what is
       * withheld is not shown. */
      if (g_str_equal (ris3_exchange_rows_get (self->rows, i, is_area), "1")
          || !g_hash_table_lookup_extended (indices, ris3_exchange_rows_get (self->rows, i, strategy), NULL, &owner)
          || !shows_contents (self->strategies[GPOINTER_TO_UINT (owner)]))
        continue;
      self->places[self->n_rows] = i;
      self->owners[self->n_rows++] = GPOINTER_TO_UINT (owner);
    }
  return TRUE;
}

static void
mark_areas (Ris3Classification *classification, guint8 *are_there)
{
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    are_there[ris3_classification_get_territory (classification, i)->region] = TRUE;
}

static void
place_areas (Ris3RecordData *self)
{
  self->first_places = g_new (gint, self->n_rows + 1);
  self->second_places = self->second != NULL ? g_new (gint, self->n_rows + 1) : NULL;
  for (guint row = 0; row < self->n_rows; row++)
    {
      self->first_places[row] = ris3_classification_find_territory (self->classification, self->areas[row]);
      if (self->second != NULL)
        self->second_places[row] = ris3_classification_find_territory (self->second, self->areas[row]);
    }
}

/* The areas of two maps, and what else is known of one of them: a strategy of a region that is divided. */
static void
fill_compared (Ris3RecordData *self)
{
  g_autoptr (Ris3Comparison) comparison = ris3_comparison_new (self->classification, self->second);
  GArray *compared = ris3_comparison_get_regions (comparison);
  guint n_regions = ris3_boundaries_get_n_regions (self->boundaries);
  g_autofree guint8 *are_there = g_new0 (guint8, n_regions + 1);
  g_autofree gint *differences = g_new (gint, n_regions + 1);

  mark_areas (self->classification, are_there);
  mark_areas (self->second, are_there);
  for (guint region = 0; region < n_regions; region++)
    differences[region] = -1;
  for (guint i = 0; i < compared->len; i++)
    {
      const Ris3ComparedRegion *one = &g_array_index (compared, Ris3ComparedRegion, i);

      are_there[one->region] = TRUE;
      differences[one->region] = (gint) one->difference;
    }
  self->areas = g_new (guint, n_regions + 1);
  self->differences = g_new (gint, n_regions + 1);
  for (guint region = 0; region < n_regions; region++)
    if (are_there[region])
      {
        self->differences[self->n_rows] = differences[region];
        self->areas[self->n_rows++] = region;
      }
  place_areas (self);
}

void
_ris3_record_data_fill_regions (Ris3RecordData *self)
{
  if (self->second != NULL)
    {
      fill_compared (self);
      return;
    }
  self->n_rows = ris3_classification_get_n_territories (self->classification);
  self->areas = g_new (guint, self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    self->areas[row] = ris3_classification_get_territory (self->classification, row)->region;
  place_areas (self);
}

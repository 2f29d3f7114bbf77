/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-data-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/records/ris3-record-columns.h"
#include "map/ris3-strategy-summary.h"
#include "model/ris3-priority-counts.h"
#include "model/ris3-text.h"
#include "model/ris3-theme.h"

/* Characters of a cell that are compared. */
#define MAX_COMPARED 200

static const struct
{
  const char *id;
  const char *title;
} kinds[RIS3_N_RECORDS] = {
  [RIS3_RECORDS_STRATEGIES] = { "strategies", N_ ("Strategies") },
  [RIS3_RECORDS_PRIORITIES] = { "priorities", N_ ("Priorities") },
  [RIS3_RECORDS_REGIONS] = { "regions", N_ ("Regions") },
};

const char *
ris3_records_get_id (Ris3Records records)
{
  g_return_val_if_fail (records < RIS3_N_RECORDS, NULL);
  return kinds[records].id;
}

gboolean
ris3_records_from_id (const char *id, Ris3Records *records)
{
  for (guint i = 0; i < RIS3_N_RECORDS; i++)
    if (g_str_equal (kinds[i].id, id))
      {
        *records = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ris3_records_get_title (Ris3Records records)
{
  g_return_val_if_fail (records < RIS3_N_RECORDS, NULL);
  return _ (kinds[records].title);
}

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

static gboolean
fill_strategies (Ris3RecordData *self, const char *atlas_path, GCancellable *cancellable, GError **error)
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

static gboolean
fill_priorities (Ris3RecordData *self,
                 const char *atlas_path,
                 GPtrArray *themes,
                 Ris3ExchangeRows *rows,
                 GCancellable *cancellable,
                 GError **error)
{
  guint strategy = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_PRIORITIES, "strategy_id");
  g_autoptr (GHashTable) indices = find_strategies (self);
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

      /* A strategy may have been added since the map was drawn; what is withheld is not shown. */
      if (!g_hash_table_lookup_extended (indices, ris3_exchange_rows_get (self->rows, i, strategy), NULL, &owner)
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

static void
fill_regions (Ris3RecordData *self)
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

Ris3RecordData *
ris3_record_data_new (Ris3Records records,
                      Ris3Classification *classification,
                      Ris3Classification *second,
                      const char *atlas_path,
                      GPtrArray *themes,
                      Ris3ExchangeRows *rows,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (Ris3RecordData) self = g_new0 (Ris3RecordData, 1);
  guint n_columns;

  g_return_val_if_fail (records < RIS3_N_RECORDS && classification != NULL && atlas_path != NULL, NULL);
  g_return_val_if_fail (records != RIS3_RECORDS_PRIORITIES || themes != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  ris3_record_columns_get (records, &n_columns);
  self->ranks = g_new0 (guint32 *, n_columns);
  self->records = records;
  self->classification = ris3_classification_ref (classification);
  self->second = second != NULL ? ris3_classification_ref (second) : NULL;
  self->boundaries = ris3_classification_get_boundaries (classification);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  if (records == RIS3_RECORDS_STRATEGIES && !fill_strategies (self, atlas_path, cancellable, error))
    return NULL;
  if (records == RIS3_RECORDS_PRIORITIES && !fill_priorities (self, atlas_path, themes, rows, cancellable, error))
    return NULL;
  if (records == RIS3_RECORDS_REGIONS)
    fill_regions (self);
  for (guint row = 0; row < self->n_rows; row++)
    g_hash_table_insert (self->keys, (gpointer) ris3_record_data_get_key (self, row), GUINT_TO_POINTER (row));
  return g_steal_pointer (&self);
}

Ris3RecordData *
ris3_record_data_ref (Ris3RecordData *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_record_data_unref (Ris3RecordData *self)
{
  guint n_columns;

  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ris3_record_columns_get (self->records, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_free (self->ranks[i]);
  g_free (self->ranks);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_clear_pointer (&self->codebook, g_ptr_array_unref);
  g_clear_pointer (&self->rows, ris3_exchange_rows_unref);
  g_free (self->places);
  g_free (self->owners);
  g_free (self->counts);
  g_free (self->first_region);
  g_free (self->regions);
  g_free (self->are_of_period);
  g_free (self->areas);
  g_free (self->first_places);
  g_free (self->second_places);
  g_free (self->differences);
  g_clear_pointer (&self->second, ris3_classification_unref);
  ris3_classification_unref (self->classification);
  g_free (self);
}

Ris3Records
ris3_record_data_get_records (Ris3RecordData *self)
{
  return self->records;
}

guint
ris3_record_data_get_n_rows (Ris3RecordData *self)
{
  return self->n_rows;
}

Ris3Classification *
ris3_record_data_get_classification (Ris3RecordData *self)
{
  return self->classification;
}

Ris3Classification *
ris3_record_data_get_second (Ris3RecordData *self)
{
  return self->second;
}

Ris3ExchangeRows *
ris3_record_data_get_rows (Ris3RecordData *self)
{
  return self->rows;
}

const char *
ris3_record_data_get_key (Ris3RecordData *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, "");
  switch (self->records)
    {
    case RIS3_RECORDS_STRATEGIES:
      return ris3_strategy_get_id (self->strategies[row]);
    case RIS3_RECORDS_PRIORITIES:
      return ris3_exchange_rows_get (self->rows, self->places[row], 0);
    case RIS3_RECORDS_REGIONS:
      return ris3_boundaries_get_region (self->boundaries, self->areas[row])->code;
    case RIS3_N_RECORDS:
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
ris3_record_data_find (Ris3RecordData *self, const char *key, guint *row)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->keys, key, NULL, &found))
    return FALSE;
  *row = GPOINTER_TO_UINT (found);
  return TRUE;
}

static guint
get_owner (const Ris3RecordData *self, guint row)
{
  return self->records == RIS3_RECORDS_PRIORITIES ? self->owners[row] : row;
}

Ris3Strategy *
ris3_record_data_get_strategy (Ris3RecordData *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);
  return self->records == RIS3_RECORDS_REGIONS ? NULL : self->strategies[get_owner (self, row)];
}

const guint *
ris3_record_data_get_regions (Ris3RecordData *self, guint row, guint *n_regions)
{
  guint owner;

  g_return_val_if_fail (row < self->n_rows && n_regions != NULL, NULL);
  if (self->records == RIS3_RECORDS_REGIONS)
    {
      *n_regions = 1;
      return &self->areas[row];
    }
  owner = get_owner (self, row);
  *n_regions = self->first_region[owner + 1] - self->first_region[owner];
  return self->regions + self->first_region[owner];
}

static gboolean
territory_matches (Ris3Classification *classification, gint territory, Ris3FilterResult *result)
{
  Ris3Strategy *const *strategies;

  if (territory < 0)
    return FALSE;
  strategies = ris3_classification_get_strategies (classification, (guint) territory);
  for (guint i = 0; i < ris3_classification_get_territory (classification, (guint) territory)->n_strategies; i++)
    if (ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategies[i])))
      return TRUE;
  return FALSE;
}

gboolean
ris3_record_data_matches (Ris3RecordData *self, guint row, Ris3FilterResult *result)
{
  if (self->records == RIS3_RECORDS_STRATEGIES)
    return ris3_filter_result_has_strategy (result, ris3_strategy_get_id (self->strategies[row]));
  if (self->records == RIS3_RECORDS_PRIORITIES)
    return ris3_filter_result_has_priority (result, g_ascii_strtoll (ris3_record_data_get_key (self, row), NULL, 10));
  return territory_matches (self->classification, self->first_places[row], result)
         || (self->second != NULL && territory_matches (self->second, self->second_places[row], result));
}

gboolean
ris3_record_data_is_of_period (Ris3RecordData *self, guint row)
{
  return self->records == RIS3_RECORDS_REGIONS || self->are_of_period[get_owner (self, row)];
}

gboolean
ris3_record_data_get_difference (Ris3RecordData *self, guint row, Ris3Difference *difference)
{
  g_return_val_if_fail (row < self->n_rows && difference != NULL, FALSE);
  if (self->differences == NULL || self->differences[row] < 0)
    return FALSE;
  *difference = (Ris3Difference) self->differences[row];
  return TRUE;
}

char *
ris3_record_data_get_text (Ris3RecordData *self, guint row, guint column)
{
  guint n_columns;
  const Ris3RecordColumn *columns = ris3_record_columns_get (self->records, &n_columns);

  g_return_val_if_fail (row < self->n_rows && column < n_columns, NULL);
  return columns[column].get_text (self, row);
}

static gboolean
texts_equal (Ris3RecordData *self, guint row, Ris3RecordData *other, guint other_row)
{
  guint n_columns;

  ris3_record_columns_get (self->records, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = ris3_record_data_get_text (self, row, i);
      g_autofree char *other_text = ris3_record_data_get_text (other, other_row, i);

      if (!g_str_equal (text, other_text))
        return FALSE;
    }
  return TRUE;
}

gboolean
ris3_record_data_equal (Ris3RecordData *self, guint row, Ris3RecordData *other, guint other_row)
{
  guint n_columns;

  if (self == other)
    return row == other_row;
  /* A strategy without changes stays the same object, and names come from the boundaries. */
  if (self->records == RIS3_RECORDS_REGIONS || self->boundaries != other->boundaries)
    return texts_equal (self, row, other, other_row);
  if (self->strategies[get_owner (self, row)] != other->strategies[get_owner (other, other_row)])
    return FALSE;
  if (self->records == RIS3_RECORDS_STRATEGIES)
    return self->counts[row] == other->counts[other_row];
  if (self->codebook != other->codebook)
    return texts_equal (self, row, other, other_row);
  ris3_exchange_get_columns (RIS3_EXCHANGE_PRIORITIES, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if (!g_str_equal (ris3_exchange_rows_get (self->rows, self->places[row], i),
                      ris3_exchange_rows_get (other->rows, other->places[other_row], i)))
      return FALSE;
  return TRUE;
}

/* What all rows with one text have in common. */
typedef struct
{
  char *key; /* compared by strcmp (); NULL: a number */
  double number;
  guint32 rank;
} Value;

static void
value_free (gpointer data)
{
  g_free (((Value *) data)->key);
  g_free (data);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *left = *(const Value *const *) a, *right = *(const Value *const *) b;

  if (left->key != NULL)
    return strcmp (left->key, right->key);
  return (left->number > right->number) - (left->number < right->number);
}

static Value *
value_new (const char *text, Ris3RecordColumnKind kind)
{
  Value *value = g_new0 (Value, 1);
  g_autofree char *begin = NULL;

  if (kind == RIS3_RECORD_NUMBER)
    {
      value->number = g_ascii_strtod (text, NULL);
      return value;
    }
  begin = ris3_text_shorten (text, MAX_COMPARED);
  value->key = kind == RIS3_RECORD_LABEL ? g_utf8_collate_key_for_filename (begin, -1) : g_utf8_collate_key (begin, -1);
  return value;
}

static guint32 *
find_ranks (Ris3RecordData *self, guint column)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  g_autofree Value **of_rows = g_new0 (Value *, self->n_rows + 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint32 *ranks = g_new (guint32, self->n_rows + 1);
  guint32 rank = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      g_autofree char *text = ris3_record_data_get_text (self, row, column);

      if (*text == '\0')
        continue;
      of_rows[row] = g_hash_table_lookup (values, text);
      if (of_rows[row] == NULL)
        {
          of_rows[row] = value_new (text, ris3_record_columns_get (self->records, NULL)[column].kind);
          g_ptr_array_add (sorted, of_rows[row]);
          g_hash_table_insert (values, g_steal_pointer (&text), of_rows[row]);
        }
    }
  g_ptr_array_sort (sorted, compare_values);
  for (guint i = 0; i < sorted->len; i++)
    {
      if (i > 0 && compare_values (&sorted->pdata[i - 1], &sorted->pdata[i]) != 0)
        rank++;
      ((Value *) sorted->pdata[i])->rank = rank;
    }
  for (guint row = 0; row < self->n_rows; row++)
    ranks[row] = of_rows[row] != NULL ? of_rows[row]->rank : G_MAXUINT32;
  return ranks;
}

const guint32 *
ris3_record_data_get_ranks (Ris3RecordData *self, guint column)
{
  const guint32 *ranks;

  g_mutex_lock (&self->lock);
  if (self->ranks[column] == NULL)
    self->ranks[column] = find_ranks (self, column);
  ranks = self->ranks[column];
  g_mutex_unlock (&self->lock);
  return ranks;
}

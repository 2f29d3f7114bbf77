/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-data-private.h"

#include <glib/gi18n.h>

#include "app/records/ris3-record-columns.h"

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
  if (records == RIS3_RECORDS_STRATEGIES && !_ris3_record_data_fill_strategies (self, atlas_path, cancellable, error))
    return NULL;
  if (records == RIS3_RECORDS_PRIORITIES
      && !_ris3_record_data_fill_priorities (self, atlas_path, themes, rows, cancellable, error))
    return NULL;
  if (records == RIS3_RECORDS_REGIONS)
    _ris3_record_data_fill_regions (self);
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

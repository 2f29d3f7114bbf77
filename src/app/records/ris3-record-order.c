/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-order.h"

#include <string.h>

struct _Ris3RecordOrder
{
  gatomicrefcount ref_count;
  Ris3RecordData *data;
  guint n_rows;
  guint n_all;
  guint32 *rows;
  guint32 *positions; /* of the rows of the data; G_MAXUINT32: not shown */
};

static gboolean
has_difference (Ris3RecordData *data, guint row, gint wanted)
{
  Ris3Difference difference;

  if (wanted < 0 || ris3_record_data_get_second (data) == NULL
      || ris3_record_data_get_records (data) != RIS3_RECORDS_REGIONS)
    return TRUE;
  return ris3_record_data_get_difference (data, row, &difference) && (gint) difference == wanted;
}

/* The rows that are to be shown, in their natural order. */
static void
add_rows (Ris3RecordOrder *self, const Ris3RecordChoice *choice)
{
  guint n = ris3_record_data_get_n_rows (self->data);

  for (guint row = 0; row < n; row++)
    {
      if (!choice->all_periods && !ris3_record_data_is_of_period (self->data, row))
        continue;
      self->n_all++;
      if ((choice->filter == NULL || ris3_record_data_matches (self->data, row, choice->filter))
          && has_difference (self->data, row, choice->difference))
        self->rows[self->n_rows++] = row;
    }
}

/* By counting: equal ranks keep their order, whatever the direction. */
static void
sort (Ris3RecordOrder *self, gint column, gboolean descending)
{
  const guint32 *ranks = ris3_record_data_get_ranks (self->data, (guint) column);
  guint n = ris3_record_data_get_n_rows (self->data);
  g_autofree guint32 *from = g_memdup2 (self->rows, self->n_rows * sizeof *self->rows);
  g_autofree guint *begin = g_new0 (guint, n + 2);

  /* Of n rows there are at most n ranks, and the empty ones come after them. */
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint32 rank = ranks[from[i]];

      begin[(rank == G_MAXUINT32 ? n : descending ? n - 1 - rank : rank) + 1]++;
    }
  for (guint i = 0; i <= n; i++)
    begin[i + 1] += begin[i];
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint32 rank = ranks[from[i]];

      self->rows[begin[rank == G_MAXUINT32 ? n : descending ? n - 1 - rank : rank]++] = from[i];
    }
}

Ris3RecordOrder *
ris3_record_order_new (Ris3RecordData *data, const Ris3RecordChoice *choice, gint column, gboolean descending)
{
  Ris3RecordOrder *self = g_new0 (Ris3RecordOrder, 1);
  guint n = ris3_record_data_get_n_rows (data);

  g_atomic_ref_count_init (&self->ref_count);
  self->data = ris3_record_data_ref (data);
  self->rows = g_new (guint32, n + 1);
  self->positions = g_new (guint32, n + 1);
  add_rows (self, choice);
  if (column >= 0)
    sort (self, column, descending);
  memset (self->positions, 0xff, n * sizeof *self->positions);
  for (guint i = 0; i < self->n_rows; i++)
    self->positions[self->rows[i]] = i;
  return self;
}

Ris3RecordOrder *
ris3_record_order_ref (Ris3RecordOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_record_order_unref (Ris3RecordOrder *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ris3_record_data_unref (self->data);
  g_free (self->rows);
  g_free (self->positions);
  g_free (self);
}

Ris3RecordData *
ris3_record_order_get_data (Ris3RecordOrder *self)
{
  return self->data;
}

guint
ris3_record_order_get_n_rows (Ris3RecordOrder *self)
{
  return self->n_rows;
}

guint
ris3_record_order_get_n_all (Ris3RecordOrder *self)
{
  return self->n_all;
}

guint
ris3_record_order_get_row (Ris3RecordOrder *self, guint position)
{
  g_return_val_if_fail (position < self->n_rows, 0);
  return self->rows[position];
}

gboolean
ris3_record_order_find (Ris3RecordOrder *self, guint row, guint *position)
{
  if (row >= ris3_record_data_get_n_rows (self->data) || self->positions[row] == G_MAXUINT32)
    return FALSE;
  *position = self->positions[row];
  return TRUE;
}

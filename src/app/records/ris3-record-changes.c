/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-changes.h"

/* With more, the rows are shown anew. */
#define MAX_CHANGES 200

typedef struct
{
  Ris3RecordOrder *from, *to;
  Ris3RecordData *from_data, *to_data;
} Pair;

static gboolean
has_same_key (const Pair *pair, guint from, guint to)
{
  guint from_row = ris3_record_order_get_row (pair->from, from);
  guint to_row = ris3_record_order_get_row (pair->to, to);

  if (pair->from_data == pair->to_data)
    return from_row == to_row;
  return g_str_equal (ris3_record_data_get_key (pair->from_data, from_row),
                      ris3_record_data_get_key (pair->to_data, to_row));
}

static gboolean
is_same (const Pair *pair, guint from, guint to)
{
  return has_same_key (pair, from, to)
         && ris3_record_data_equal (pair->from_data, ris3_record_order_get_row (pair->from, from), pair->to_data,
                                    ris3_record_order_get_row (pair->to, to));
}

static void
add (GArray *changes, guint position, guint n_removed, guint n_added)
{
  Ris3RecordChange change = { position, n_removed, n_added };

  if (n_removed > 0 || n_added > 0)
    g_array_append_val (changes, change);
}

/* Rows that are the same ones, and say something else. FALSE: they are others, or too many. */
static gboolean
add_single (GArray *changes, const Pair *pair, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    if (!has_same_key (pair, i, i))
      return FALSE;
  for (guint i = begin; i < end; i++)
    if (!is_same (pair, i, i))
      {
        add (changes, i, 1, 1);
        if (changes->len > MAX_CHANGES)
          return FALSE;
      }
  return TRUE;
}

GArray *
ris3_record_changes_new (Ris3RecordOrder *from, Ris3RecordOrder *to)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Ris3RecordChange));
  Pair pair = { from, to, NULL, ris3_record_order_get_data (to) };
  guint n_to = ris3_record_order_get_n_rows (to);
  guint n_from, begin = 0, n_end = 0;

  if (from == NULL)
    {
      add (changes, 0, 0, n_to);
      return changes;
    }
  n_from = ris3_record_order_get_n_rows (from);
  pair.from_data = ris3_record_order_get_data (from);
  if (ris3_record_data_get_records (pair.from_data) != ris3_record_data_get_records (pair.to_data))
    {
      add (changes, 0, n_from, n_to);
      return changes;
    }
  while (begin < MIN (n_from, n_to) && is_same (&pair, begin, begin))
    begin++;
  while (n_end < MIN (n_from, n_to) - begin && is_same (&pair, n_from - 1 - n_end, n_to - 1 - n_end))
    n_end++;
  if (n_from == n_to && add_single (changes, &pair, begin, n_from - n_end))
    return changes;
  g_array_set_size (changes, 0);
  add (changes, begin, n_from - n_end - begin, n_to - n_end - begin);
  return changes;
}

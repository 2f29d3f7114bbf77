/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order of the rows by what a column shows of them. */

#include "config.h"

#include "app/records/ris3-record-data-private.h"

#include <string.h>

#include "app/records/ris3-record-columns.h"
#include "model/ris3-text.h"

/* Characters of a cell that are compared. */
#define MAX_COMPARED 200

/* What all rows with one text have in common. */
typedef struct
{
  char *key; /* compared by strcmp () where the numbers are the same; NULL: a number */
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

  int order = (left->number > right->number) - (left->number < right->number);

  return order == 0 && left->key != NULL ? strcmp (left->key, right->key) : order;
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
  const Ris3RecordColumn *info = &ris3_record_columns_get (self->records, NULL)[column];
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
          of_rows[row] = value_new (text, info->kind);
          if (info->get_order != NULL)
            of_rows[row]->number = info->get_order (self, row);
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

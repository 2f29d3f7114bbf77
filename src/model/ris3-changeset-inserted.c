/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changesets of rows that are known to be new: what a session would have made of them, in the order of their keys. */

#include "config.h"

#include "model/ris3-change-log-private.h"

#include <string.h>

/* As bytes to begin with. */
#define ROOM_FOR_A_ROW 64

static void
append_byte (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

/* SQLite's own form: seven bits a byte, the highest first; of lengths below 2^28, which all are. */
static void
append_number (GByteArray *bytes, guint number)
{
  for (guint shift = 21; shift > 0; shift -= 7)
    if (number >> shift != 0)
      append_byte (bytes, (guint8) (0x80 | ((number >> shift) & 0x7f)));
  append_byte (bytes, (guint8) (number & 0x7f));
}

static void
append_value (GByteArray *bytes, const Ris3ArrayValue *value)
{
  guint64 big;

  append_byte (bytes, (guint8) value->type);
  switch (value->type)
    {
    case SQLITE_INTEGER:
      big = GUINT64_TO_BE ((guint64) value->integer);
      g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
      break;
    case SQLITE_FLOAT:
      memcpy (&big, &value->real, sizeof big);
      big = GUINT64_TO_BE (big);
      g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
      break;
    case SQLITE_TEXT:
      append_number (bytes, (guint) value->length);
      g_byte_array_append (bytes, (const guint8 *) value->text, (guint) value->length);
      break;
    case SQLITE_NULL:
    default:
      break;
    }
}

static void
append_table (GByteArray *bytes, const Ris3KnownTable *table)
{
  append_byte (bytes, 'T');
  append_number (bytes, table->columns->len);
  for (guint i = 0; i < table->columns->len; i++)
    {
      guint8 place = 0;

      for (guint j = 0; j < table->keys->len && place == 0; j++)
        if (g_array_index (table->keys, guint, j) == i)
          place = (guint8) (j + 1);
      append_byte (bytes, place);
    }
  g_byte_array_append (bytes, (const guint8 *) table->name, (guint) strlen (table->name) + 1);
}

static void
clear_rows (gpointer data)
{
  Ris3InsertedRows *rows = data;

  g_clear_pointer (&rows->records, g_byte_array_unref);
}

GArray *
ris3_inserted_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Ris3InsertedRows));

  g_array_set_clear_func (rows, clear_rows);
  return rows;
}

void
ris3_inserted_rows_fill (GArray *ranges, const Ris3ArrayTable *array, guint n_columns)
{
  Ris3InsertedRows *range = &g_array_index (ranges, Ris3InsertedRows, 0);

  for (guint row = 0; row < array->n_rows; row++)
    {
      Ris3ArrayValue number = array->get_column (array->user_data, row, 0);

      while (number.integer > range->last)
        range++;
      if (range->records == NULL)
        range->records = g_byte_array_sized_new ((array->n_rows - row) * ROOM_FOR_A_ROW);
      append_byte (range->records, SQLITE_INSERT);
      append_byte (range->records, 0); /* not by a trigger */
      append_value (range->records, &number);
      for (guint i = 1; i < n_columns; i++)
        {
          Ris3ArrayValue value = array->get_column (array->user_data, row, i);

          append_value (range->records, &value);
        }
      range->n_rows++;
    }
}

static gint
compare_tables (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ris3InsertedRows *) a)->table, ((const Ris3InsertedRows *) b)->table);
}

/* What comes before the records of rows: each table is named once. NULL: nothing. (transfer full) */
static GByteArray *
make_head (const Ris3References *references, const Ris3InsertedRows *rows, const char **last)
{
  GByteArray *head;

  if (rows->records == NULL || g_strcmp0 (rows->table, *last) == 0)
    return NULL;
  *last = rows->table;
  head = g_byte_array_new ();
  append_table (head, ris3_references_find_table (references, rows->table));
  return head;
}

static gsize
get_size (const GByteArray *bytes)
{
  return bytes != NULL ? bytes->len : 0;
}

static guint8 *
add (guint8 *to, const GByteArray *bytes)
{
  if (get_size (bytes) > 0)
    memcpy (to, bytes->data, bytes->len);
  return to + get_size (bytes);
}

void
ris3_changeset_add_inserted (Ris3Changeset *self, const Ris3References *references, GArray *inserted)
{
  g_autofree GByteArray **heads = g_new0 (GByteArray *, inserted->len + 1);
  const char *last = NULL;
  gsize size = (gsize) self->size;
  guint8 *bytes;
  guint8 *next;

  g_array_sort (inserted, compare_tables);
  for (guint i = 0; i < inserted->len; i++)
    {
      const Ris3InsertedRows *rows = &g_array_index (inserted, Ris3InsertedRows, i);

      heads[i] = make_head (references, rows, &last);
      size += get_size (heads[i]) + get_size (rows->records);
    }
  next = bytes = sqlite3_malloc64 (size);
  if (bytes == NULL || size > G_MAXINT)
    g_error ("Not enough memory for a change of %" G_GSIZE_FORMAT " bytes", size);
  for (guint i = 0; i < inserted->len; i++)
    {
      Ris3InsertedRows *rows = &g_array_index (inserted, Ris3InsertedRows, i);

      next = add (add (next, heads[i]), rows->records);
      g_clear_pointer (&heads[i], g_byte_array_unref);
      clear_rows (rows);
    }
  if (self->size > 0)
    memcpy (next, self->bytes, (gsize) self->size);
  sqlite3_free (self->bytes);
  self->bytes = bytes;
  self->size = (int) size;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/records/ris3-record-shown.h"

#include <glib/gi18n.h>

#include "app/records/ris3-record-columns.h"

struct _Ris3RecordShown
{
  gatomicrefcount ref_count;
  Ris3RecordOrder *order;
  Ris3RecordData *data; /* of it */
  guint *columns;
  guint n_columns;
  char **titles;
  char *sorted_by;
};

static const Ris3RecordColumn *
get_column (Ris3RecordShown *self, guint column)
{
  return &ris3_record_columns_get (ris3_record_data_get_records (self->data), NULL)[self->columns[column]];
}

Ris3RecordShown *
ris3_record_shown_new (Ris3RecordOrder *order, const guint *columns, guint n_columns, const char *sorted_by)
{
  Ris3RecordShown *self = g_new0 (Ris3RecordShown, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->order = ris3_record_order_ref (order);
  self->data = ris3_record_order_get_data (order);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->titles = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->titles[i]
        = ris3_record_column_dup_title (get_column (self, i), ris3_record_data_get_classification (self->data),
                                        ris3_record_data_get_second (self->data));
  self->sorted_by = g_strdup (sorted_by);
  return self;
}

Ris3RecordShown *
ris3_record_shown_ref (Ris3RecordShown *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_record_shown_unref (Ris3RecordShown *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ris3_record_order_unref (self->order);
  g_free (self->columns);
  g_strfreev (self->titles);
  g_free (self->sorted_by);
  g_free (self);
}

Ris3RecordOrder *
ris3_record_shown_get_order (Ris3RecordShown *self)
{
  return self->order;
}

const char *
ris3_record_shown_get_contents (Ris3RecordShown *self)
{
  return ris3_records_get_title (ris3_record_data_get_records (self->data));
}

guint
ris3_record_shown_get_n_columns (Ris3RecordShown *self)
{
  return self->n_columns;
}

const char *
ris3_record_shown_get_title (Ris3RecordShown *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);
  return self->titles[column];
}

/* Tabs and line ends divide cells: a text is on one line, and has none within it. */
static void
append_cell (GString *tsv, const char *text, gboolean is_last)
{
  gsize begin = tsv->len;

  g_string_append (tsv, text);
  for (gsize i = begin; i < tsv->len; i++)
    if (tsv->str[i] == '\t' || tsv->str[i] == '\n' || tsv->str[i] == '\r')
      tsv->str[i] = ' ';
  g_string_append_c (tsv, is_last ? '\n' : '\t');
}

char *
ris3_record_shown_to_tsv (Ris3RecordShown *self, GArray *rows)
{
  GString *tsv = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    append_cell (tsv, ris3_record_shown_get_title (self, i), i + 1 == self->n_columns);
  for (guint row = 0; row < rows->len; row++)
    for (guint i = 0; i < self->n_columns; i++)
      {
        g_autofree char *text
            = ris3_record_data_get_text (self->data, g_array_index (rows, guint, row), self->columns[i]);

        append_cell (tsv, text, i + 1 == self->n_columns);
      }
  return g_string_free (tsv, FALSE);
}

static char *
get_cell (guint row, guint column, gpointer user_data)
{
  Ris3RecordShown *self = user_data;

  return ris3_record_data_get_text (self->data, ris3_record_order_get_row (self->order, row), self->columns[column]);
}

Ris3Export *
ris3_record_shown_export (Ris3RecordShown *self, const Ris3ExportBase *base)
{
  Ris3Records records = ris3_record_data_get_records (self->data);
  g_autofree const char **titles = g_new0 (const char *, self->n_columns + 1);
  g_autofree gboolean *are_numbers = g_new0 (gboolean, self->n_columns + 1);
  const Ris3ExportCells cells
      = { .name = ris3_records_get_id (records),
          .contents = ris3_records_get_title (records),
          .order = self->sorted_by,
          .columns = titles,
          .are_numbers = are_numbers,
          .n_columns = self->n_columns,
          .n_rows = ris3_record_order_get_n_rows (self->order),
          .get_cell = get_cell,
          .user_data = self,
          .classification = records == RIS3_RECORDS_REGIONS ? ris3_record_data_get_classification (self->data) : NULL };

  for (guint i = 0; i < self->n_columns; i++)
    {
      titles[i] = ris3_record_shown_get_title (self, i);
      are_numbers[i] = get_column (self, i)->kind == RIS3_RECORD_NUMBER;
    }
  return ris3_export_new_cells (&cells, base);
}

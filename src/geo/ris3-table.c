/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-table-private.h"

static void
free_strings (gpointer strings)
{
  g_string_chunk_free (strings);
}

Ris3Table *
ris3_table_new (void)
{
  Ris3Table *self = g_new0 (Ris3Table, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
  self->strings = g_ptr_array_new_with_free_func (free_strings);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

GStringChunk *
ris3_table_add_strings (Ris3Table *self)
{
  GStringChunk *strings = g_string_chunk_new (4096);

  g_ptr_array_add (self->strings, strings);
  return strings;
}

Ris3Table *
ris3_table_ref (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_table_unref (Ris3Table *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->lines);
  g_clear_pointer (&self->kinds, g_byte_array_unref);
  g_free (self);
}

guint
ris3_table_get_n_columns (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->columns->len;
}

const char *const *
ris3_table_get_columns (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->columns->pdata;
}

guint
ris3_table_get_n_rows (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lines->len;
}

const char *const *
ris3_table_get_cells (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->cells->pdata;
}

const guint *
ris3_table_get_lines (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const guint *) self->lines->data;
}

guint
ris3_table_get_heading_row (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->heading_row;
}

const guint8 *
ris3_table_get_kinds (Ris3Table *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->kinds != NULL ? self->kinds->data : NULL;
}

/* Rows between two looks at the cancellable. */
#define ROWS_BETWEEN_CHECKS 256

gboolean
ris3_reading_limits_count (const Ris3ReadingLimits *self, guint n_rows, GError **error)
{
  if (self->progress != NULL)
    g_atomic_int_set (self->progress, (gint) n_rows);
  if (n_rows % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  return self->max_rows == 0 || n_rows < self->max_rows;
}

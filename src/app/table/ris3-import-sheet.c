/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-sheet.h"

#include "map/ris3-column-mapping.h"

struct _Ris3ImportSheet
{
  guint number;
  guint heading_row;
  GPtrArray *rows; /* of Ris3TableRow */
  Ris3Table *sample;
  gboolean is_guessed;
  gboolean is_remembered;
  gboolean is_table_chosen;
  Ris3ColumnMapping *guess;
  Ris3ColumnMapping *mapping;
  guint64 by_hand; /* columns */
  Ris3ImportIdentity identity;
  gboolean clears;
};

/* (transfer full) */
static void
set_guess (Ris3ImportSheet *self, Ris3ColumnMapping *guess)
{
  g_clear_pointer (&self->guess, ris3_column_mapping_free);
  g_clear_pointer (&self->mapping, ris3_column_mapping_free);
  self->guess = guess;
  self->mapping = ris3_column_mapping_copy (guess);
  self->by_hand = 0;
}

Ris3ImportSheet *
ris3_import_sheet_new (const Ris3HeadedSheet *headed)
{
  Ris3ImportSheet *self;

  g_return_val_if_fail (headed != NULL, NULL);
  self = g_new0 (Ris3ImportSheet, 1);
  self->number = headed->sheet;
  self->heading_row = headed->heading_row;
  self->rows = headed->rows != NULL ? g_ptr_array_ref (headed->rows) : NULL;
  self->sample = ris3_table_ref (headed->sample);
  self->is_guessed = headed->is_known;
  set_guess (self,
             ris3_column_mapping_guess (headed->is_known ? headed->table : RIS3_EXCHANGE_STRATEGIES, headed->sample));
  return self;
}

Ris3ImportSheet *
ris3_import_sheet_copy (const Ris3ImportSheet *self)
{
  Ris3ImportSheet *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = g_new (Ris3ImportSheet, 1);
  *copy = *self;
  copy->rows = self->rows != NULL ? g_ptr_array_ref (self->rows) : NULL;
  copy->sample = ris3_table_ref (self->sample);
  copy->guess = ris3_column_mapping_copy (self->guess);
  copy->mapping = ris3_column_mapping_copy (self->mapping);
  return copy;
}

void
ris3_import_sheet_free (Ris3ImportSheet *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  ris3_table_unref (self->sample);
  ris3_column_mapping_free (self->guess);
  ris3_column_mapping_free (self->mapping);
  g_free (self);
}

guint
ris3_import_sheet_get_number (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->number;
}

guint
ris3_import_sheet_get_heading_row (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->heading_row;
}

GPtrArray *
ris3_import_sheet_get_rows (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->rows;
}

Ris3Table *
ris3_import_sheet_get_sample (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sample;
}

Ris3Exchange
ris3_import_sheet_get_table (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, RIS3_EXCHANGE_STRATEGIES);
  return ris3_column_mapping_get_table (self->mapping);
}

gboolean
ris3_import_sheet_is_guessed (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_guessed;
}

gboolean
ris3_import_sheet_is_remembered (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_remembered;
}

gboolean
ris3_import_sheet_is_table_chosen (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_table_chosen;
}

const Ris3ColumnMapping *
ris3_import_sheet_get_mapping (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->mapping;
}

const Ris3ColumnMapping *
ris3_import_sheet_get_guess (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->guess;
}

gboolean
ris3_import_sheet_is_column_chosen (const Ris3ImportSheet *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < 64, FALSE);
  return (self->by_hand & G_GUINT64_CONSTANT (1) << column) != 0;
}

void
ris3_import_sheet_choose_table (Ris3ImportSheet *self, Ris3Exchange table)
{
  g_return_if_fail (self != NULL && table < RIS3_N_EXCHANGES);
  if (ris3_column_mapping_get_table (self->mapping) != table)
    set_guess (self, ris3_column_mapping_guess (table, self->sample));
  self->is_guessed = FALSE;
  self->is_remembered = FALSE;
  self->is_table_chosen = TRUE;
}

void
ris3_import_sheet_choose_column (Ris3ImportSheet *self, guint column, gint from)
{
  g_return_if_fail (self != NULL && column < 64);
  ris3_column_mapping_set (self->mapping, column, from);
  self->by_hand |= G_GUINT64_CONSTANT (1) << column;
}

void
ris3_import_sheet_choose_identity (Ris3ImportSheet *self, Ris3ImportIdentity identity)
{
  g_return_if_fail (self != NULL && identity < RIS3_N_IDENTITIES);
  self->identity = identity;
}

void
ris3_import_sheet_choose_clears (Ris3ImportSheet *self, gboolean clears)
{
  g_return_if_fail (self != NULL);
  self->clears = clears;
}

Ris3ImportIdentity
ris3_import_sheet_get_identity (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, RIS3_IDENTITY_USUAL);
  return self->identity;
}

gboolean
ris3_import_sheet_get_clears (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->clears;
}

gboolean
ris3_import_sheet_recall (Ris3ImportSheet *self, const char *text)
{
  Ris3ColumnMapping *mapping;

  g_return_val_if_fail (self != NULL, FALSE);
  mapping = ris3_column_mapping_from_text (text, self->sample);
  if (mapping == NULL)
    return FALSE;
  if (ris3_column_mapping_get_table (mapping) != ris3_column_mapping_get_table (self->guess))
    set_guess (self, ris3_column_mapping_guess (ris3_column_mapping_get_table (mapping), self->sample));
  ris3_column_mapping_free (self->mapping);
  self->mapping = mapping;
  self->is_remembered = TRUE;
  return TRUE;
}

char *
ris3_import_sheet_dup_choices (const Ris3ImportSheet *self)
{
  g_autofree char *columns = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  columns = ris3_column_mapping_to_text (self->mapping, self->sample);
  return g_strdup_printf ("%u %u %s %d %s", self->number, self->heading_row,
                          ris3_import_identity_get_name (self->identity), self->clears, columns);
}

char *
ris3_import_sheet_dup_problem (const Ris3ImportSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_column_mapping_dup_problem (self->mapping);
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-export-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-exchange-rows.h"

/* Fields that name a person, outside the table of contacts. A table is exported without them unless they are asked
 * for; what imports it leaves them as they are. */
static const char *const personal_fields[] = { "analyst", "author", NULL };

gboolean
ris3_export_is_personal (Ris3Exchange table, guint column)
{
  const Ris3ExchangeColumn *columns;
  guint n_columns = 0;

  columns = ris3_exchange_get_columns (table, &n_columns);
  g_return_val_if_fail (column < n_columns, FALSE);
  return table == RIS3_EXCHANGE_CONTACTS
         || (columns[column].field != NULL && g_strv_contains (personal_fields, columns[column].field));
}

static Ris3ColumnKind
get_kind (Ris3ExchangeKind kind)
{
  switch (kind)
    {
    case RIS3_EXCHANGE_INTEGER:
    case RIS3_EXCHANGE_ANSWER:
      return RIS3_COLUMN_INTEGER;
    case RIS3_EXCHANGE_REAL:
      return RIS3_COLUMN_REAL;
    case RIS3_EXCHANGE_DATE:
      return RIS3_COLUMN_DATE;
    default:
      return RIS3_COLUMN_TEXT;
    }
}

static gboolean
find_named (Ris3Exchange table, const char *const *wanted, Ris3ExportFlags flags, GArray *columns, GError **error)
{
  for (; *wanted != NULL; wanted++)
    {
      gint found = ris3_exchange_find_column (table, *wanted);
      guint column = (guint) found;

      if (found < 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The table “%s” has no column “%s”."),
                       ris3_exchange_get_name (table), *wanted);
          return FALSE;
        }
      if (ris3_export_is_personal (table, column) && !(flags & RIS3_EXPORT_PERSONAL_DATA))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                       _ ("The column “%s” holds personal data, which is exported only when it is asked for in so many "
                          "words."),
                       *wanted);
          return FALSE;
        }
      g_array_append_val (columns, column);
    }
  return TRUE;
}

static gboolean
find_columns (Ris3Exchange table, const char *const *wanted, Ris3ExportFlags flags, GArray *columns, GError **error)
{
  guint n_columns = 0;

  if (table == RIS3_EXCHANGE_CONTACTS && !(flags & RIS3_EXPORT_PERSONAL_DATA))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           _ ("Contacts are personal data, which is exported only when it is asked for in so many "
                              "words."));
      return FALSE;
    }
  if (wanted != NULL)
    return find_named (table, wanted, flags, columns, error);
  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if ((flags & RIS3_EXPORT_PERSONAL_DATA) || !ris3_export_is_personal (table, i))
      g_array_append_val (columns, i);
  return TRUE;
}

static void
add_row (Ris3Export *self, Ris3ExchangeRows *rows, guint row, GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    _ris3_export_add_cell_of (self, ris3_exchange_rows_get (rows, row, g_array_index (columns, guint, i)));
}

/* The rows with these keys, in their order. */
static gboolean
add_named_rows (Ris3Export *self, Ris3ExchangeRows *rows, const char *const *keys, GArray *columns, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < ris3_exchange_rows_get_n_rows (rows); row++)
    g_hash_table_insert (known, (gpointer) ris3_exchange_rows_get (rows, row, 0), GUINT_TO_POINTER (row));
  for (; *keys != NULL; keys++)
    {
      gpointer row;

      if (!g_hash_table_lookup_extended (known, *keys, NULL, &row))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("The row “%s” is no longer in the atlas. Look at the table again, and export it then."),
                       *keys);
          return FALSE;
        }
      add_row (self, rows, GPOINTER_TO_UINT (row), columns);
    }
  return TRUE;
}

static gboolean
add_rows (Ris3Export *self, Ris3ExchangeRows *rows, const char *const *keys, GArray *columns, GError **error)
{
  if (keys != NULL)
    return add_named_rows (self, rows, keys, columns, error);
  for (guint row = 0; row < ris3_exchange_rows_get_n_rows (rows); row++)
    add_row (self, rows, row, columns);
  return TRUE;
}

/* Where the names of regions come from. */
static void
add_about (Ris3Export *self, Ris3Exchange table, const Ris3ExportBase *base, Ris3ExportFlags flags)
{
  _ris3_export_begin_about (self, base, ris3_exchange_get_title (table));
  _ris3_export_end_about (self, base);
  if (ris3_exchange_find_column (table, "nuts_version") >= 0)
    _ris3_export_add_about (self, _ ("NUTS version"), _ ("as the column “nuts_version” says, row by row"));
  _ris3_export_add_about (self, _ ("Personal data"),
                          flags & RIS3_EXPORT_PERSONAL_DATA ? _ ("included, as asked for") : _ ("left out"));
  _ris3_export_add_about (self, _ ("Credit"), _ ("codes and names of regions: Eurostat (NUTS)"));
}

Ris3Export *
ris3_export_new_table (const char *atlas_path,
                       Ris3Exchange table,
                       const Ris3ExportBase *base,
                       const char *const *keys,
                       const char *const *columns,
                       Ris3ExportFlags flags,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Ris3ExchangeRows) rows = NULL;
  g_autoptr (Ris3Export) self = NULL;
  const Ris3ExchangeColumn *known;

  g_return_val_if_fail (atlas_path != NULL && table < RIS3_N_EXCHANGES && base != NULL, NULL);

  if (!find_columns (table, columns, flags, chosen, error))
    return NULL;
  rows = ris3_exchange_rows_load (atlas_path, table, cancellable, error);
  if (rows == NULL)
    return NULL;
  self = _ris3_export_new (ris3_exchange_get_name (table));
  self->rows = ris3_exchange_rows_ref (rows);
  known = ris3_exchange_get_columns (table, NULL);
  for (guint i = 0; i < chosen->len; i++)
    {
      const Ris3ExchangeColumn *column = &known[g_array_index (chosen, guint, i)];

      _ris3_export_add_column (self, column->name, get_kind (column->kind));
    }
  if (!add_rows (self, rows, keys, chosen, error))
    return NULL;
  add_about (self, table, base, flags);
  return g_steal_pointer (&self);
}

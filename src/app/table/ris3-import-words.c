/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-words.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

/* Characters of a value. */
#define MAX_VALUE 300

const char *
ris3_import_state_words (Ris3ImportState state)
{
  switch (state)
    {
    case RIS3_IMPORT_NEW:
      return C_ ("rows of a table", "New");
    case RIS3_IMPORT_CHANGED:
      return C_ ("rows of a table", "Changed");
    case RIS3_IMPORT_SAME:
      return C_ ("rows of a table", "Same");
    case RIS3_IMPORT_REFUSED:
    case RIS3_N_IMPORT_STATES:
    default:
      return C_ ("rows of a table", "Refused");
    }
}

const char *
ris3_import_state_icon (Ris3ImportState state)
{
  static const char *const icons[]
      = { "list-add-symbolic", "document-edit-symbolic", "object-select-symbolic", "dialog-error-symbolic" };

  return icons[MIN (state, RIS3_IMPORT_REFUSED)];
}

const char *
ris3_import_column_words (Ris3Exchange table, guint column)
{
  guint n_columns;
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

  g_return_val_if_fail (column < n_columns, "");
  return _ (columns[column].title);
}

char *
ris3_import_value_words (Ris3Exchange table, guint column, const char *value)
{
  guint n_columns;
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

  g_return_val_if_fail (column < n_columns, NULL);
  if (value == NULL || *value == '\0')
    return g_strdup (columns[column].kind == RIS3_EXCHANGE_ANSWER ? _ ("Not answered") : _ ("Empty"));
  if (columns[column].kind == RIS3_EXCHANGE_ANSWER && g_str_equal (value, "1"))
    return g_strdup (_ ("Yes"));
  if (columns[column].kind == RIS3_EXCHANGE_ANSWER && g_str_equal (value, "0"))
    return g_strdup (_ ("No"));
  return ris3_text_to_line (value, MAX_VALUE);
}

char *
ris3_import_count_words (guint n_rows)
{
  return g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
}

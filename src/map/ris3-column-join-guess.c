/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a table that is to be joined seems to be. */

#include "config.h"

#include <string.h>

#include "map/ris3-column-join.h"
#include "map/ris3-number-text.h"

/* Rows that a column is judged by. */
#define N_ROWS 200

static gboolean
is_code (const char *text)
{
  gsize length = strlen (text);

  if (length < 2 || length > 5 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return FALSE;
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_number (const char *text)
{
  double number;

  return ris3_number_text_read (text, RIS3_DECIMAL_POINT, &number)
         || ris3_number_text_read (text, RIS3_DECIMAL_COMMA, &number);
}

static guint
count (Ris3Table *table, guint column, gboolean (*is) (const char *text))
{
  const char *const *cells = ris3_table_get_cells (table);
  guint n_columns = ris3_table_get_n_columns (table);
  guint n = 0;

  for (guint row = 0; row < MIN (N_ROWS, ris3_table_get_n_rows (table)); row++)
    {
      g_autofree char *text
          = g_strstrip (g_strdup (cells[row * n_columns + column] ? cells[row * n_columns + column] : ""));

      n += *text != '\0' && is (text);
    }
  return n;
}

gboolean
ris3_column_join_guess (Ris3Table *table, guint *code_column, guint *value_column)
{
  guint n_columns, n_codes = 0, n_numbers = 0;

  g_return_val_if_fail (table != NULL && code_column != NULL && value_column != NULL, FALSE);
  n_columns = ris3_table_get_n_columns (table);
  *code_column = *value_column = 0;
  for (guint i = 0; i < n_columns; i++)
    {
      guint n = count (table, i, is_code);

      if (n > n_codes)
        {
          n_codes = n;
          *code_column = i;
        }
    }
  for (guint i = 0; i < n_columns; i++)
    {
      guint n = i != *code_column ? count (table, i, is_number) : 0;

      /* Of as many numbers, what comes later is newer, or what was asked for: keys and years come first. */
      if (n > 0 && n >= n_numbers)
        {
          n_numbers = n;
          *value_column = i;
        }
    }
  if (n_numbers == 0)
    *value_column = n_columns > 1 && *code_column == n_columns - 1 ? n_columns - 2 : n_columns - 1;
  return n_codes > 0 && n_columns > 1;
}

void
ris3_column_join_read_heading (const char *heading, const char *file_name, char **name, char **unit, guint *year)
{
  g_autoptr (GRegex) years = g_regex_new ("\\b(19|20)[0-9]{2}\\b", 0, 0, NULL);
  g_autoptr (GRegex) units = g_regex_new ("[(\\[]([^()\\[\\]]+)[)\\]]", 0, 0, NULL);
  g_autoptr (GMatchInfo) found_year = NULL;
  g_autoptr (GMatchInfo) found_unit = NULL;
  g_autofree char *rest = NULL;

  g_return_if_fail (heading != NULL && file_name != NULL && name != NULL && unit != NULL && year != NULL);
  *year = 0;
  if (g_regex_match (years, heading, 0, &found_year))
    {
      g_autofree char *text = g_match_info_fetch (found_year, 0);

      *year = (guint) g_ascii_strtoull (text, NULL, 10);
    }
  *unit = g_regex_match (units, heading, 0, &found_unit) ? g_match_info_fetch (found_unit, 1) : g_strdup ("");
  if (is_number (*unit))
    (*unit)[0] = '\0';
  rest = g_regex_replace_literal (units, heading, -1, 0, " ", 0, NULL);
  *name = g_regex_replace_literal (years, rest, -1, 0, " ", 0, NULL);
  g_strdelimit (*name, "\t\r\n", ' ');
  for (char *at = strstr (*name, "  "); at != NULL; at = strstr (*name, "  "))
    memmove (at, at + 1, strlen (at));
  g_strstrip (*name);
  if (**name == '\0')
    {
      const char *dot = strrchr (file_name, '.');

      g_free (*name);
      *name = dot != NULL && dot > file_name ? g_strndup (file_name, (gsize) (dot - file_name)) : g_strdup (file_name);
    }
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-csv-text-private.h"

#include <string.h>

/* Rows that show what the separator is. */
#define SAMPLE_ROWS 100

/* The number of cells that each of the first rows has with a separator; 0: they differ, or there is but one row. */
static guint
count_cells (const char *text, const char *end, char separator)
{
  gboolean quoted = FALSE, has_text = FALSE;
  guint n_cells = 0, n_rows = 0, n = 1;

  for (const char *p = text; p <= end && n_rows < SAMPLE_ROWS; p++)
    {
      gboolean is_end = p == end || (!quoted && (*p == '\n' || *p == '\r'));

      if (!is_end)
        {
          quoted ^= *p == '"';
          n += !quoted && *p == separator;
          has_text = TRUE;
          continue;
        }
      if (has_text && n_rows++ > 0 && n != n_cells)
        return 0;
      if (has_text)
        n_cells = n;
      n = 1;
      has_text = FALSE;
    }
  return n_rows > 1 && n_cells > 1 ? n_cells : 0;
}

char
ris3_csv_find_separator (const char *text, gsize length)
{
  static const char known[] = RIS3_TABLE_SEPARATORS;
  char found = '\0';

  for (const char *separator = known; *separator != '\0'; separator++)
    if (count_cells (text, text + length, *separator) > 0)
      {
        /* That is two readings. */
        if (found != '\0')
          return '\0';
        found = *separator;
      }
  return found;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-gdal-cells-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Every program writes that many digits of a whole number. */
#define MAX_DIGITS 15
/* A spreadsheet takes 1900 for a leap year, so that older days are others in each program. */
#define FIRST_YEAR 1901

gboolean
ris3_gdal_parse_day (const char *text, GDate *day)
{
  guint year, month, number;

  g_date_clear (day, 1);
  if (strlen (text) != 10 || strspn (text, "0123456789-") != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  number = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gboolean
is_integer (const char *text)
{
  const char *digits = text + (*text == '-');
  gsize n_digits = strspn (digits, "0123456789");

  return n_digits > 0 && n_digits <= MAX_DIGITS && digits[n_digits] == '\0'
         && (*digits != '0' || g_str_equal (text, "0"));
}

gboolean
ris3_gdal_is_number (const char *text)
{
  char *end = NULL;

  return strspn (text, "0123456789+-.eE") == strlen (text) && isfinite (g_ascii_strtod (text, &end)) && end != text
         && *end == '\0';
}

/* In a CSV, OGR writes 15 digits: others stay as they are only as a text. */
static gboolean
is_real (const char *text, Ris3TableFormat format)
{
  char written[G_ASCII_DTOSTR_BUF_SIZE];

  return ris3_gdal_is_number (text)
         && (format != RIS3_TABLE_CSV
             || g_str_equal (text, g_ascii_formatd (written, sizeof written, "%.15g", g_ascii_strtod (text, NULL))));
}

static gboolean
is_of_kind (const char *text, Ris3ColumnKind kind, Ris3TableFormat format)
{
  GDate day;

  switch (kind)
    {
    case RIS3_COLUMN_INTEGER:
      return is_integer (text);
    case RIS3_COLUMN_REAL:
      return is_real (text, format);
    case RIS3_COLUMN_DATE:
      return ris3_gdal_parse_day (text, &day) && g_date_get_year (&day) >= FIRST_YEAR;
    case RIS3_COLUMN_TEXT:
    default:
      return TRUE;
    }
}

Ris3ColumnKind
ris3_gdal_find_kind (const Ris3SheetSource *sheet, guint column, Ris3TableFormat format)
{
  Ris3ColumnKind kind = sheet->kinds[column];

  for (guint row = 0; kind != RIS3_COLUMN_TEXT && row < sheet->n_rows; row++)
    {
      const char *text = sheet->get_cell (row, column, sheet->user_data);

      if (text != NULL && *text != '\0' && !is_of_kind (text, kind, format))
        return RIS3_COLUMN_TEXT;
    }
  return kind;
}

/* In UTF-16, as Excel counts. */
static gboolean
is_too_long (const char *text)
{
  glong n_units = 0;

  if (strlen (text) <= RIS3_SPREADSHEET_MAX_TEXT)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    n_units += g_utf8_get_char (text) > 0xffff ? 2 : 1;
  return n_units > RIS3_SPREADSHEET_MAX_TEXT;
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' && strchr ("\t\r\n", *text) == NULL)
      return TRUE;
  return FALSE;
}

const char *
ris3_gdal_check_text (const char *text, gboolean is_xml)
{
  if (!g_utf8_validate (text, -1, NULL))
    return _ ("it is not valid text (UTF-8). Correct it in the atlas.");
  if (is_too_long (text))
    return _ ("the text is longer than the 32,767 characters that a cell of a spreadsheet can hold. Shorten it, or "
              "export a CSV file.");
  if (is_xml && has_control (text))
    return _ ("the text has a control character, which this kind of file cannot hold. Remove it, or export a CSV "
              "file.");
  if (strstr (text, "\xef\xbf\xbe") != NULL || strstr (text, "\xef\xbf\xbf") != NULL)
    return _ (
        "the text has a code that is no character (U+FFFE or U+FFFF), which a spreadsheet cannot hold. Remove it, "
        "or export a CSV file.");
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-date-text.h"

#include <string.h>

#include "geo/ris3-fold.h"
#include "map/ris3-table-words.h"

#define MAX_LENGTH 100
#define MAX_WORDS 8

static void
write_digits (char *text, guint n, gint64 number)
{
  for (; n > 0; n--, number /= 10)
    text[n - 1] = (char) ('0' + number % 10);
}

static gboolean
write_date (gint64 year, gint64 month, gint64 day, char date[RIS3_DATE_LENGTH])
{
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return FALSE;
  write_digits (date, 4, year);
  date[4] = '-';
  write_digits (date + 5, 2, month);
  date[7] = '-';
  write_digits (date + 8, 2, day);
  date[10] = '\0';
  return TRUE;
}

/* Three numbers with one sign between them; how many digits each has. */
static gboolean
read_numbers (const char *text, char *sign, gint64 numbers[3], gsize lengths[3], const char **rest)
{
  for (guint i = 0; i < 3; i++)
    {
      numbers[i] = 0;
      lengths[i] = strspn (text, "0123456789");
      if (lengths[i] == 0 || lengths[i] > 4)
        return FALSE;
      for (gsize j = 0; j < lengths[i]; j++)
        numbers[i] = 10 * numbers[i] + (text[j] - '0');
      text += lengths[i];
      if (i == 2)
        break;
      if (*text == '\0' || strchr ("./- ", *text) == NULL || (i == 1 && *text != *sign))
        return FALSE;
      *sign = *text++;
      /* "1. 2. 2021" */
      if (*sign == '.' && *text == ' ')
        text++;
    }
  *rest = text;
  return TRUE;
}

/* Nothing, a full stop, or a time. */
static gboolean
ends (const char *rest)
{
  if (*rest == '.' || *rest == 'Z')
    rest++;
  if ((*rest == 'T' || *rest == ' ') && g_ascii_isdigit (rest[1]))
    rest += 1 + strspn (rest + 1, "0123456789:.+-Z");
  return *rest == '\0';
}

/* "3 mars 2021", "3. März 2021", "3 de marzo de 2021", "March 3rd, 2021" */
static gboolean
read_words (const char *text, gboolean takes_short_year, char date[RIS3_DATE_LENGTH])
{
  g_autofree char *folded = ris3_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", MAX_WORDS);
  gint64 year = 0, month = 0, day = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n_digits = strspn (words[i], "0123456789");
      const char *found = n_digits == 0 ? ris3_table_words_find ("month", words[i]) : NULL;

      if (found != NULL && month == 0)
        month = g_ascii_strtoll (found, NULL, 10);
      else if (n_digits == 4 && words[i][4] == '\0' && year == 0)
        year = g_ascii_strtoll (words[i], NULL, 10);
      else if (n_digits >= 1 && n_digits <= 2 && strlen (words[i]) <= n_digits + 2 && day == 0)
        day = g_ascii_strtoll (words[i], NULL, 10);
      else if (takes_short_year && n_digits == 2 && words[i][2] == '\0' && year == 0)
        year = 2000;
      else if (!g_str_equal (words[i], "de") && !g_str_equal (words[i], "of") && !g_str_equal (words[i], "the")
               && !g_str_equal (words[i], "r"))
        return FALSE;
    }
  return month != 0 && write_date (year, month, day, date);
}

gboolean
ris3_date_text_read (const char *text, Ris3DateOrder order, char date[RIS3_DATE_LENGTH])
{
  gint64 numbers[3];
  gsize lengths[3];
  char sign = '\0';
  const char *rest;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);
  if (strlen (text) > MAX_LENGTH)
    return FALSE;
  stripped = g_strstrip (g_strdup (text));
  if (!read_numbers (stripped, &sign, numbers, lengths, &rest))
    return read_words (stripped, FALSE, date);
  if (!ends (rest))
    return FALSE;
  if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    return write_date (numbers[0], numbers[1], numbers[2], date);
  if (lengths[2] != 4 || lengths[0] > 2 || lengths[1] > 2)
    return FALSE;
  /* With full stops, the day comes first everywhere. */
  if (order == RIS3_DAY_FIRST || sign == '.')
    return write_date (numbers[2], numbers[1], numbers[0], date);
  return write_date (numbers[2], numbers[0], numbers[1], date);
}

gboolean
ris3_date_text_lacks_century (const char *text)
{
  gint64 numbers[3];
  gsize lengths[3];
  char sign = '\0';
  const char *rest;
  char date[RIS3_DATE_LENGTH];
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  if (strlen (text) > MAX_LENGTH)
    return FALSE;
  stripped = g_strstrip (g_strdup (text));
  if (read_numbers (stripped, &sign, numbers, lengths, &rest))
    return ends (rest) && lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] <= 2;
  return read_words (stripped, TRUE, date);
}

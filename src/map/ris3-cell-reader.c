/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-cell-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map/ris3-table-words.h"
#include "model/ris3-text.h"

/* Of a cell, in a sentence. */
#define MAX_SHOWN 60
/* Words of a column that are remembered. */
#define MAX_WORDS 1000

void
ris3_cell_reading_clear (Ris3CellReading *self)
{
  g_free (self->remark);
  g_free (self->problem);
  *self = (Ris3CellReading){ 0 };
}

Ris3CellReader *
ris3_cell_reader_new (const Ris3ExchangeColumn *column)
{
  Ris3CellReader *self;

  g_return_val_if_fail (column != NULL, NULL);
  self = g_new0 (Ris3CellReader, 1);
  self->column = column;
  self->buffer = g_string_new (NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ris3_cell_reader_free (Ris3CellReader *self)
{
  g_return_if_fail (self != NULL);
  g_string_free (self->buffer, TRUE);
  g_hash_table_unref (self->words);
  g_free (self);
}

const char *
_ris3_cell_reader_find_word (Ris3CellReader *self, const char *list, const char *text)
{
  const char *found = g_hash_table_lookup (self->words, text);

  if (found != NULL)
    return found;
  found = ris3_table_words_find (list, text);
  if (found != NULL && g_hash_table_size (self->words) < MAX_WORDS)
    g_hash_table_insert (self->words, g_strdup (text), (gpointer) found);
  return found;
}

/* What most numbers are. */
static gboolean
is_plain (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  return n_digits > 0 && n_digits < 10 && text[n_digits] == '\0' && (*text != '0' || n_digits == 1);
}

/* How a cell of numbers can be read: bit 1 with a decimal point, bit 2 with a comma. Of two readings, one that cannot
 * be meant is none: half a year, or a latitude of a thousand degrees. */
static guint
read_number (Ris3CellReader *self, const char *text, double numbers[RIS3_N_DECIMALS])
{
  guint readings = 0, fitting = 0;

  for (guint i = 0; i < RIS3_N_DECIMALS; i++)
    if (ris3_number_text_read (text, (Ris3Decimal) i, &numbers[i]))
      {
        gboolean is_bounded = self->column->least < self->column->most;

        readings |= 1u << i;
        if ((self->column->kind != RIS3_EXCHANGE_INTEGER || floor (numbers[i]) == numbers[i])
            && (!is_bounded
                || (numbers[i] >= (double) self->column->least && numbers[i] <= (double) self->column->most)))
          fitting |= 1u << i;
      }
  return fitting != 0 ? fitting : readings;
}

static guint
read_date (const char *text, char dates[RIS3_N_DATE_ORDERS][RIS3_DATE_LENGTH])
{
  guint readings = 0;

  for (guint i = 0; i < RIS3_N_DATE_ORDERS; i++)
    if (ris3_date_text_read (text, (Ris3DateOrder) i, dates[i]))
      readings |= 1u << i;
  return readings;
}

void
ris3_cell_reader_look (Ris3CellReader *self, const char *text, Ris3CellKind kind)
{
  double numbers[RIS3_N_DECIMALS];
  char dates[RIS3_N_DATE_ORDERS][RIS3_DATE_LENGTH];
  guint readings = 0;

  g_return_if_fail (self != NULL && text != NULL);
  if (kind != RIS3_CELL_TEXT || is_plain (text))
    return;
  if (self->column->kind == RIS3_EXCHANGE_INTEGER || self->column->kind == RIS3_EXCHANGE_REAL)
    readings = read_number (self, text, numbers);
  else if (self->column->kind == RIS3_EXCHANGE_DATE)
    readings = read_date (text, dates);
  if (readings == 1 || readings == 2)
    self->evidence[readings - 1]++;
}

/* Which of two readings all cells that have but one agree on; -1 if there is none. */
static int
decide (Ris3CellReader *self)
{
  if ((self->evidence[0] > 0) == (self->evidence[1] > 0))
    return -1;
  return self->evidence[0] > 0 ? 0 : 1;
}

static void
take_number (Ris3CellReader *self, Ris3CellReading *reading, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (floor (number) == number && fabs (number) < 1e15)
    g_string_printf (self->buffer, "%.0f", number);
  else
    {
      for (int digits = 15; digits <= 17; digits++)
        {
          const char format[] = { '%', '.', '1', (char) ('0' + digits - 10), 'g', '\0' };

          g_ascii_formatd (text, sizeof text, format, number);
          if (g_ascii_strtod (text, NULL) == number)
            break;
        }
      g_string_assign (self->buffer, text);
    }
  reading->value = self->buffer->str;
}

static char *
format_number (double number)
{
  return floor (number) == number ? g_strdup_printf ("%.0f", number) : g_strdup_printf ("%g", number);
}

/* "NUTS 2016" */
static const char *
skip_nuts (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  if (g_ascii_strncasecmp (text, "NUTS", 4) == 0)
    for (text += 4; *text == ' ' || *text == '-';)
      text++;
  return text;
}

static void
understand_number (Ris3CellReader *self, const char *text, Ris3CellKind kind, Ris3CellReading *reading)
{
  double numbers[RIS3_N_DECIMALS] = { 0 };
  g_autofree char *shown = NULL;
  guint readings;
  int order;

  if (is_plain (text) && kind <= RIS3_CELL_NUMBER)
    return;
  if (kind == RIS3_CELL_NUMBER)
    {
      readings = 1;
      numbers[0] = g_ascii_strtod (text, NULL);
    }
  else if (kind == RIS3_CELL_TEXT)
    readings = read_number (self, g_str_equal (self->column->name, "nuts_version") ? skip_nuts (text) : text, numbers);
  else
    readings = 0;
  order = readings == 3 ? (numbers[0] == numbers[1] ? 0 : decide (self)) : readings == 2 ? 1 : 0;
  if (readings != 0 && order >= 0
      && (self->column->kind != RIS3_EXCHANGE_INTEGER || floor (numbers[order]) == numbers[order]))
    {
      take_number (self, reading, numbers[order]);
      return;
    }
  shown = ris3_text_to_line (text, MAX_SHOWN);
  if (readings == 3)
    {
      g_autofree char *first = format_number (numbers[0]);
      g_autofree char *second = format_number (numbers[1]);

      /* Translators: what a cell has, and the two numbers that it may be: “1,234” may be 1234 or 1.234 */
      reading->problem = g_strdup_printf (
          _ ("“%s” may be %s or %s, and no other cell of the column tells which. Write it without a separator."), shown,
          first, second);
    }
  else if (self->column->kind == RIS3_EXCHANGE_INTEGER)
    reading->problem = g_strdup_printf (_ ("“%s” is no whole number. Write digits alone."), shown);
  else
    reading->problem
        = g_strdup_printf (_ ("“%s” is no number. Write digits, with a decimal sign where it has one."), shown);
}

static void
understand_date (Ris3CellReader *self, const char *text, Ris3CellKind kind, Ris3CellReading *reading)
{
  char dates[RIS3_N_DATE_ORDERS][RIS3_DATE_LENGTH];
  guint readings = kind == RIS3_CELL_TEXT || kind == RIS3_CELL_DATE ? read_date (text, dates) : 0;
  g_autofree char *shown = NULL;
  int order = readings == 3 ? (g_str_equal (dates[0], dates[1]) ? 0 : decide (self)) : readings == 2 ? 1 : 0;

  if (readings != 0 && order >= 0)
    {
      g_string_assign (self->buffer, dates[order]);
      reading->value = self->buffer->str;
      return;
    }
  shown = ris3_text_to_line (text, MAX_SHOWN);
  if (readings == 3)
    /* Translators: what a cell has, and the two days that it may be */
    reading->problem = g_strdup_printf (
        _ ("“%s” may be %s or %s, and no other cell of the column tells which. Write it like the one that is meant."),
        shown, dates[0], dates[1]);
  else if (kind == RIS3_CELL_NUMBER)
    reading->problem = g_strdup_printf (
        _ ("“%s” is a number, not a day. Format the column as dates, or write days like 2021-03-31."), shown);
  else if (ris3_date_text_lacks_century (text))
    reading->problem = g_strdup_printf (_ ("“%s” has a year of two digits. Write four, as in 2021-03-31."), shown);
  else
    reading->problem = g_strdup_printf (_ ("“%s” is no day. Write it like 2021-03-31."), shown);
}

static void
understand_answer (Ris3CellReader *self, const char *text, Ris3CellReading *reading)
{
  g_autofree char *shown = NULL;

  reading->value = _ris3_cell_reader_find_word (self, "answer", text);
  if (reading->value != NULL)
    return;
  shown = ris3_text_to_line (text, MAX_SHOWN);
  reading->problem
      = g_strdup_printf (_ ("“%s” is neither yes nor no. Write one of them, or leave the cell empty."), shown);
}

static void
understand_word (Ris3CellReader *self, const char *text, Ris3CellReading *reading)
{
  g_autofree char *stripped = NULL;
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; self->column->words[i] != NULL; i++)
    if (g_str_equal (self->column->words[i], text))
      {
        reading->value = text;
        return;
      }
  reading->value = _ris3_cell_reader_find_word (self, self->column->name, text);
  if (reading->value != NULL)
    return;
  shown = ris3_text_to_line (text, MAX_SHOWN);
  words = g_strjoinv (", ", (char **) self->column->words);
  /* Translators: what a cell has, and the words that it can have */
  reading->problem
      = g_strdup_printf (_ ("“%s” is none of the words that can be here. Write one of these: %s."), shown, words);
}

Ris3CellReading
ris3_cell_reader_read (Ris3CellReader *self, const char *text, Ris3CellKind kind)
{
  Ris3CellReading reading = { .value = text };

  g_return_val_if_fail (self != NULL && text != NULL, reading);
  if (kind == RIS3_CELL_ERROR)
    {
      g_autofree char *shown = ris3_text_to_line (text, MAX_SHOWN);

      reading.problem = g_strdup_printf (
          _ ("the cell has a formula without a value: “%s”. Correct it in the spreadsheet, or write the value."),
          shown);
      return reading;
    }
  switch (self->column->kind)
    {
    case RIS3_EXCHANGE_INTEGER:
    case RIS3_EXCHANGE_REAL:
      understand_number (self, text, kind, &reading);
      break;
    case RIS3_EXCHANGE_DATE:
      understand_date (self, text, kind, &reading);
      break;
    case RIS3_EXCHANGE_ANSWER:
      understand_answer (self, text, &reading);
      break;
    case RIS3_EXCHANGE_WORD:
      understand_word (self, text, &reading);
      break;
    case RIS3_EXCHANGE_CODE:
    case RIS3_EXCHANGE_THEMES:
    case RIS3_EXCHANGE_KEY:
      _ris3_cell_reader_understand_code (self, text, kind, &reading);
      break;
    case RIS3_EXCHANGE_TEXT:
    case RIS3_EXCHANGE_REGION:
    default:
      break;
    }
  return reading;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-cell-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-table-words.h"
#include "model/ris3-text.h"

/* Numbers that SQLite gives. */
static gboolean
is_number_of_row (const Ris3ExchangeColumn *column)
{
  return column->kind == RIS3_EXCHANGE_KEY && !g_str_equal (column->name, "strategy_id")
         && !g_str_equal (column->name, "organisation");
}

/* "2.10" that a spreadsheet took for a number is "2.1", and "007" is "7". */
static void
judge_number (Ris3CellReader *self, const char *text, Ris3CellReading *reading)
{
  if (is_number_of_row (self->column))
    return;
  if (strpbrk (text, ".eE") != NULL)
    reading->problem = g_strdup_printf (
        _ ("the spreadsheet has the number “%s” here, which may have been “%s0”: a code is a text. Format the column "
           "as text and write the code again."),
        text, text);
  else if (g_str_equal (self->column->name, "phone"))
    reading->problem = g_strdup_printf (
        _ ("the spreadsheet has the number “%s” here, so zeros at its beginning are lost. Format the column as text "
           "and write it again."),
        text);
  else
    reading->remark = g_strdup_printf (
        _ ("The spreadsheet has the number “%s” here. If the code began with zeros, they are lost."), text);
}

/* "2014–2020", "2014/20", "2014 to 2020" */
static gboolean
read_period (const char *text, GString *period)
{
  g_autofree char *first = NULL;
  gsize length = strspn (text, "0123456789");
  const char *second = text + length;
  gsize second_length;

  if (length != 4)
    return FALSE;
  second += strcspn (second, "0123456789");
  second_length = strspn (second, "0123456789");
  if (second - text > 16 || second[second_length] != '\0' || (second_length != 4 && second_length != 2))
    return FALSE;
  g_string_truncate (period, 0);
  g_string_append_len (period, text, 4);
  g_string_append_c (period, '-');
  if (second_length == 2)
    g_string_append_len (period, text, 2);
  g_string_append (period, second);
  return TRUE;
}

/* Whether all that commas divide are codes: the name of a theme has commas, too. */
static gboolean
has_codes_between_commas (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strchr (g_strstrip (parts[i]), ' ') != NULL)
      return FALSE;
  return TRUE;
}

/* Themes may be divided by semicolons, bars or lines, codes by commas, too. */
static void
read_themes (const char *text, GString *themes)
{
  gboolean has_separator = strpbrk (text, ";|\n\r") != NULL;
  g_auto (GStrv) parts = g_strsplit_set (text, !has_separator && has_codes_between_commas (text) ? "," : ";|\n\r", -1);

  g_string_truncate (themes, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (themes->len > 0)
        g_string_append_c (themes, ';');
      g_string_append (themes, parts[i]);
    }
}

static void
read_language (Ris3CellReader *self, Ris3CellReading *reading)
{
  const char *code;

  if (strlen (self->buffer->str) == 2)
    {
      g_string_ascii_down (self->buffer);
      return;
    }
  code = _ris3_cell_reader_find_word (self, "language", self->buffer->str);
  if (code != NULL)
    reading->value = code;
}

void
_ris3_cell_reader_understand_code (Ris3CellReader *self, const char *text, Ris3CellKind kind, Ris3CellReading *reading)
{
  const char *name = self->column->name;
  g_autofree char *stripped = NULL;

  if (kind == RIS3_CELL_NUMBER)
    judge_number (self, text, reading);
  else if (kind == RIS3_CELL_DATE && self->column->kind != RIS3_EXCHANGE_KEY && !g_str_has_suffix (name, "_at"))
    reading->problem = g_strdup_printf (
        _ ("the spreadsheet has the date %s here, and may have made it of a code such as “3.1”. Format the column as "
           "text and write the code again."),
        text);
  if (reading->problem != NULL)
    return;
  /* A label is what it is, with its spaces, and so are names that other rows may have with theirs. */
  if ((self->column->kind == RIS3_EXCHANGE_CODE && !g_str_equal (name, "period") && !g_str_equal (name, "language"))
      || (self->column->kind == RIS3_EXCHANGE_KEY && !is_number_of_row (self->column)))
    return;
  stripped = g_strstrip (g_strdup (text));
  g_string_assign (self->buffer, stripped);
  reading->value = self->buffer->str;
  if (self->column->kind == RIS3_EXCHANGE_THEMES)
    read_themes (stripped, self->buffer);
  else if (g_str_equal (name, "period"))
    {
      if (!read_period (stripped, self->buffer))
        g_string_assign (self->buffer, stripped);
    }
  else if (g_str_equal (name, "language"))
    read_language (self, reading);
}

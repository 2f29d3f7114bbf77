/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cells as people write them. */

#include "config.h"

#include <string.h>

#include "map/ris3-cell-reader.h"

static const Ris3ExchangeColumn *
find_column (Ris3Exchange table, const char *name)
{
  gint column = ris3_exchange_find_column (table, name);

  g_assert_cmpint (column, >=, 0);
  return &ris3_exchange_get_columns (table, NULL)[column];
}

typedef struct
{
  const char *cell;
  const char *value; /* NULL: it is refused */
  const char *said;  /* within the problem or remark; NULL: nothing */
} Cell;

/* cells: a whole column, up to one without text */
static void
check (Ris3Exchange table, const char *name, Ris3CellKind kind, const Cell *cells)
{
  g_autoptr (Ris3CellReader) reader = ris3_cell_reader_new (find_column (table, name));

  for (guint i = 0; cells[i].cell != NULL; i++)
    ris3_cell_reader_look (reader, cells[i].cell, kind);
  for (guint i = 0; cells[i].cell != NULL; i++)
    {
      g_auto (Ris3CellReading) reading = ris3_cell_reader_read (reader, cells[i].cell, kind);
      const char *said = reading.problem != NULL ? reading.problem : reading.remark;

      g_test_message ("%s “%s”: %s, %s", name, cells[i].cell, reading.value, said);
      if (cells[i].value == NULL)
        g_assert_nonnull (reading.problem);
      else
        {
          g_assert_null (reading.problem);
          g_assert_cmpstr (reading.value, ==, cells[i].value);
        }
      if (cells[i].said != NULL)
        g_assert_nonnull (strstr (said, cells[i].said));
      else if (cells[i].value != NULL)
        g_assert_null (said);
    }
}

#define COLUMN(...) ((const Cell[]){ __VA_ARGS__, { NULL } })

static void
test_numbers (void)
{
  Ris3Exchange notes = RIS3_EXCHANGE_NOTES, priorities = RIS3_EXCHANGE_PRIORITIES;

  check (RIS3_EXCHANGE_STRATEGIES, "year", RIS3_CELL_TEXT,
         COLUMN ({ "2014", "2014" }, { " 2015 ", "2015" }, { "2 016", "2016" }, { "2.017", "2017" },
                 { "2018.0", "2018" }, { "2019,0", "2019" }, { "c. 2020", NULL, "no whole number" }, { "2014.5", NULL },
                 { "14", "14" }));
  check (RIS3_EXCHANGE_STRATEGIES, "nuts_version", RIS3_CELL_TEXT,
         COLUMN ({ "NUTS 2016", "2016" }, { "2013", "2013" }));
  check (priorities, "page_index", RIS3_CELL_TEXT,
         COLUMN ({ "1.234", "1234" }, { "1 234", "1234" }, { "1 234", "1234" }, { "1'234", "1234" }, { "12", "12" },
                 { "12.34", NULL }));
  /* A decimal comma elsewhere in the column tells. */
  check (notes, "longitude", RIS3_CELL_TEXT, COLUMN ({ "12,5", "12.5" }, { "−3,25", "-3.25" }, { "7", "7" }));
  check (notes, "longitude", RIS3_CELL_TEXT, COLUMN ({ "12.5", "12.5" }, { "-3.25", "-3.25" }));
  /* 12345 degrees are not meant. */
  check (notes, "longitude", RIS3_CELL_TEXT, COLUMN ({ "12,345", "12.345" }, { "9,187", "9.187" }));
  check (notes, "longitude", RIS3_CELL_TEXT, COLUMN ({ "east", NULL, "no number" }, { "1e5", NULL }, { "", NULL }));
  check (notes, "longitude", RIS3_CELL_NUMBER, COLUMN ({ "12.345", "12.345" }));
  /* Bounds do not tell of this one. */
  {
    static const Ris3ExchangeColumn amount = { "amount", "Amount", NULL, RIS3_EXCHANGE_REAL };
    g_autoptr (Ris3CellReader) reader = ris3_cell_reader_new (&amount);
    g_auto (Ris3CellReading) first = { 0 };
    g_auto (Ris3CellReading) second = { 0 };

    ris3_cell_reader_look (reader, "1,234", RIS3_CELL_TEXT);
    first = ris3_cell_reader_read (reader, "1,234", RIS3_CELL_TEXT);
    g_assert_nonnull (strstr (first.problem, "may be 1234 or 1.234"));
    ris3_cell_reader_look (reader, "1.234,5", RIS3_CELL_TEXT);
    second = ris3_cell_reader_read (reader, "1,234", RIS3_CELL_TEXT);
    g_assert_cmpstr (second.value, ==, "1.234");
  }
}

static void
test_dates (void)
{
  Ris3Exchange table = RIS3_EXCHANGE_STRATEGIES;

  check (table, "reviewed_on", RIS3_CELL_TEXT,
         COLUMN ({ "2021-03-31", "2021-03-31" }, { "2021/3/1", "2021-03-01" }, { "31.3.2021", "2021-03-31" },
                 { "1. 2. 2021", "2021-02-01" }, { "3 mars 2021", "2021-03-03" }, { "3. März 2021", "2021-03-03" },
                 { "3 de marzo de 2021", "2021-03-03" }, { "1er mars 2021", "2021-03-01" },
                 { "March 3rd, 2021", "2021-03-03" }, { "3 marca 2021 r.", "2021-03-03" },
                 { "3 Sept. 2021", "2021-09-03" }, { "2021-03-03T10:00:00Z", "2021-03-03" },
                 { "2021-03-03 00:00:00", "2021-03-03" }, { "31.3.21", NULL, "two digits" },
                 { "3 mars 21", NULL, "two digits" }, { "2021-02-30", NULL, "no day" }, { "March 2021", NULL },
                 { "soon", NULL, "no day" }));
  /* One day above 12 tells the order of all. */
  check (table, "reviewed_on", RIS3_CELL_TEXT, COLUMN ({ "01/02/2021", "2021-02-01" }, { "31/01/2021", "2021-01-31" }));
  check (table, "reviewed_on", RIS3_CELL_TEXT, COLUMN ({ "01/02/2021", "2021-01-02" }, { "01/31/2021", "2021-01-31" }));
  check (table, "reviewed_on", RIS3_CELL_TEXT,
         COLUMN ({ "01/02/2021", NULL, "may be 2021-02-01 or 2021-01-02" }, { "03/03/2021", "2021-03-03" }));
  check (table, "reviewed_on", RIS3_CELL_TEXT,
         COLUMN ({ "01/02/2021", NULL, "may be" }, { "31/01/2021", "2021-01-31" }, { "01/31/2021", "2021-01-31" }));
  check (table, "reviewed_on", RIS3_CELL_DATE, COLUMN ({ "2021-02-01", "2021-02-01" }));
  check (table, "reviewed_on", RIS3_CELL_NUMBER, COLUMN ({ "44258", NULL, "number, not a day" }));
}

static void
test_words (void)
{
  Ris3Exchange table = RIS3_EXCHANGE_STRATEGIES;

  check (table, "pm_mark", RIS3_CELL_TEXT,
         COLUMN ({ "ja", "1" }, { "NO", "0" }, { "x", "1" }, { "unknown", "" },
                 { "perhaps", NULL, "neither yes nor no" }));
  check (table, "pm_mark", RIS3_CELL_BOOLEAN, COLUMN ({ "1", "1" }, { "0", "0" }));
  check (table, "analysis_state", RIS3_CELL_TEXT,
         COLUMN ({ "desk", "desk" }, { "Confirmée", "confirmed" },
                 { "done", NULL, "pending, desk, document, confirmed" }));
  check (table, "pm_basis", RIS3_CELL_ERROR, COLUMN ({ "#REF!", NULL, "formula" }));
}

static void
test_codes (void)
{
  Ris3Exchange table = RIS3_EXCHANGE_PRIORITIES;

  check (table, "label", RIS3_CELL_TEXT, COLUMN ({ "2.10", "2.10" }, { "007", "007" }));
  check (table, "label", RIS3_CELL_NUMBER, COLUMN ({ "2.1", NULL, "“2.10”" }, { "7", "7", "zeros" }));
  check (table, "label", RIS3_CELL_DATE, COLUMN ({ "2026-01-03", NULL, "may have made it of a code" }));
  check (table, "priority_id", RIS3_CELL_NUMBER, COLUMN ({ "7", "7" }));
  check (table, "strategy_id", RIS3_CELL_TEXT, COLUMN ({ " AT-2014 ", " AT-2014 " }));
  check (
      table, "themes", RIS3_CELL_TEXT,
      COLUMN ({ "ageing-care;biotech", "ageing-care;biotech" }, { "ageing-care, biotech", "ageing-care;biotech" },
              { "ageing-care\nbiotech", "ageing-care;biotech" }, { "health-theme 1 x; y", "health-theme 1 x;y" },
              { "permed 1 2.10", "permed 1 2.10" },
              { "Personalised, precision or stratified medicine", "Personalised, precision or stratified medicine" }));
  check (table, "themes", RIS3_CELL_NUMBER, COLUMN ({ "2.1", NULL, "“2.10”" }));
  check (RIS3_EXCHANGE_CONTACTS, "phone", RIS3_CELL_NUMBER, COLUMN ({ "391234", NULL, "zeros" }));
  check (RIS3_EXCHANGE_STRATEGIES, "period", RIS3_CELL_TEXT,
         COLUMN ({ "2014-2020", "2014-2020" }, { "2014–2020", "2014-2020" }, { "2014 - 20", "2014-2020" },
                 { "2021 to 2027", "2021-2027" }, { "the nineties", "the nineties" }));
  check (RIS3_EXCHANGE_STRATEGIES, "language", RIS3_CELL_TEXT,
         COLUMN ({ "DE", "de" }, { "Deutsch", "de" }, { "Katalanisch", "ca" }, { "catalán", "ca" }, { "basque", "eu" },
                 { "Klingon", "Klingon" }));
}

/* What nobody writes: it is refused or read, and never more than that. */
static void
test_noise (void)
{
  static const char *const pieces[]
      = { "1", "12", "2021", "999999999999", ".", ",", " ",  "-", "/",  "mars", "x", "\u202f", "\u2212",
          "é", "€",  "(",    "ITC4",         ";", "|", "\n", "'", "\t", "T",    "Z", "+" };

  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      guint n_columns;
      const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

      for (guint i = 0; i < n_columns; i++)
        {
          g_autoptr (Ris3CellReader) reader = ris3_cell_reader_new (&columns[i]);

          for (guint j = 0; j < 500; j++)
            {
              g_autoptr (GString) text = g_string_new (NULL);
              guint n_pieces = (guint) g_test_rand_int_range (1, 40);
              Ris3CellKind kind = (Ris3CellKind) g_test_rand_int_range (RIS3_CELL_TEXT, RIS3_CELL_ERROR + 1);
              g_auto (Ris3CellReading) reading = { 0 };

              for (guint k = 0; k < n_pieces; k++)
                g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
              ris3_cell_reader_look (reader, text->str, kind);
              reading = ris3_cell_reader_read (reader, text->str, kind);
              g_assert_true (reading.problem != NULL || g_utf8_validate (reading.value, -1, NULL));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-reader/numbers", test_numbers);
  g_test_add_func ("/cell-reader/dates", test_dates);
  g_test_add_func ("/cell-reader/words", test_words);
  g_test_add_func ("/cell-reader/codes", test_codes);
  g_test_add_func ("/cell-reader/noise", test_noise);
  return g_test_run ();
}

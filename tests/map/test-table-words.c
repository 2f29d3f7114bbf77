/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Headings and words of tables in the languages of the program. */

#include "config.h"

#include "map/ris3-table-words.h"

static void
test_columns (void)
{
  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      guint n_columns;
      const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

      for (guint i = 0; i < n_columns; i++)
        {
          g_autoptr (GArray) found = ris3_table_words_find_columns (table, columns[i].name);

          g_test_message ("%s %s", ris3_exchange_get_name (table), columns[i].name);
          g_assert_true (ris3_table_words_has_column (table, i));
          g_assert_cmpuint (found->len, >, 0);
          g_assert_cmpuint (g_array_index (found, Ris3HeadingMeaning, 0).column, ==, i);
          g_assert_cmpuint (g_array_index (found, Ris3HeadingMeaning, 0).rank, ==, RIS3_HEADING_NAME);
          for (guint j = 0; columns[i].words != NULL && columns[i].words[j] != NULL; j++)
            g_assert_cmpstr (ris3_table_words_find (columns[i].name, columns[i].words[j]), ==, columns[i].words[j]);
        }
    }
}

static void
check (Ris3Exchange table, const char *heading, const char *column, guint least, guint most)
{
  g_autoptr (GArray) found = ris3_table_words_find_columns (table, heading);
  gboolean is_found = column == NULL && found->len == 0;

  for (guint i = 0; i < found->len; i++)
    {
      const Ris3HeadingMeaning *meaning = &g_array_index (found, Ris3HeadingMeaning, i);
      const char *name = ris3_exchange_get_columns (table, NULL)[meaning->column].name;

      g_test_message ("%s: %s %u", heading, name, meaning->rank);
      if (g_strcmp0 (name, column) == 0)
        {
          is_found = TRUE;
          g_assert_cmpuint (meaning->rank, >=, least);
          g_assert_cmpuint (meaning->rank, <=, most);
        }
    }
  g_assert_true (is_found);
}

static void
test_headings (void)
{
  check (RIS3_EXCHANGE_STRATEGIES, "has_health_priority", "has_health_priority", 0, 0);
  check (RIS3_EXCHANGE_STRATEGIES, "Health Priority", "has_health_priority", 1, 1);
  check (RIS3_EXCHANGE_STRATEGIES, "GESUNDHEITSPRIORITÄT", "has_health_priority", 1, 1);
  check (RIS3_EXCHANGE_STRATEGIES, "Wersja NUTS", "nuts_version", 1, 1);
  check (RIS3_EXCHANGE_STRATEGIES, "NUTS ID", "nuts_code", 2, 9);
  check (RIS3_EXCHANGE_STRATEGIES, "Región", "nuts_code", 1, 1);
  check (RIS3_EXCHANGE_STRATEGIES, "Region", "region_name", 2, 9);
  check (RIS3_EXCHANGE_STRATEGIES, "Langauge", "language", RIS3_HEADING_SIMILAR, 999);
  check (RIS3_EXCHANGE_STRATEGIES, "Prioritaet Gesundheit", "has_health_priority", 2, 999);
  check (RIS3_EXCHANGE_STRATEGIES, "Budget", NULL, 0, 0);
  check (RIS3_EXCHANGE_STRATEGIES, "", NULL, 0, 0);
  /* A line of one table goes before that of all. */
  check (RIS3_EXCHANGE_ACTIVITIES, "Project", "title", 2, 9);
  check (RIS3_EXCHANGE_STRATEGIES, "Project", NULL, 0, 0);
  check (RIS3_EXCHANGE_CONTACTS, "Courriel", "email", 1, 1);
  g_assert_true (ris3_table_words_is_table (RIS3_EXCHANGE_PRIORITIES, "Prioritäten"));
  g_assert_true (ris3_table_words_is_table (RIS3_EXCHANGE_PARTICIPATIONS, "participation"));
  g_assert_false (ris3_table_words_is_table (RIS3_EXCHANGE_PRIORITIES, "Tabelle1"));
}

static void
test_words (void)
{
  static const struct
  {
    const char *list;
    const char *word;
    const char *value;
  } words[] = {
    { "answer", "yes", "1" },
    { "answer", "OUI", "1" },
    { "answer", "Ja", "1" },
    { "answer", "sí", "1" },
    { "answer", "tak", "1" },
    { "answer", "x", "1" },
    { "answer", " ✓ ", "1" },
    { "answer", "TRUE", "1" },
    { "answer", "non", "0" },
    { "answer", "nein", "0" },
    { "answer", "nie", "0" },
    { "answer", "falsch", "0" },
    { "answer", "n/a", "" },
    { "answer", "–", "" },
    { "answer", "unbekannt", "" },
    { "answer", "perhaps", NULL },
    { "analysis_state", "bestätigt", "confirmed" },
    { "analysis_state", "en attente", "pending" },
    { "source_kind", "Página oficial", "official-page" },
    { "kind", "Dobra praktyka", "best-practice" },
    { "role", "Kommission", "Commission" },
    { "month", "mars", "3" },
    { "month", "März", "3" },
    { "month", "października", "10" },
    { "language", "Deutsch", "de" },
    { "language", "polonais", "pl" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s %s", words[i].list, words[i].word);
      g_assert_cmpstr (ris3_table_words_find (words[i].list, words[i].word), ==, words[i].value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-words/columns", test_columns);
  g_test_add_func ("/table-words/headings", test_headings);
  g_test_add_func ("/table-words/words", test_words);
  return g_test_run ();
}

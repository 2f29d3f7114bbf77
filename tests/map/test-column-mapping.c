/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which column is which, by headings of many languages and by contents. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "map/ris3-column-mapping.h"

static Ris3Table *
read_table (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("ris3-XXXXXX.csv", &path, &error);
  Ris3Table *table;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return table;
}

/* expected: the text form */
static void
check_guess (Ris3Exchange table, const char *text, const char *expected)
{
  g_autoptr (Ris3Table) from = read_table (text);
  g_autoptr (Ris3ColumnMapping) mapping = ris3_column_mapping_guess (table, from);
  g_autofree char *found = ris3_column_mapping_to_text (mapping, from);
  g_autoptr (Ris3ColumnMapping) again = ris3_column_mapping_from_text (found, from);
  g_autofree char *same = NULL;

  g_assert_cmpstr (found, ==, expected);
  g_assert_nonnull (again);
  same = ris3_column_mapping_to_text (again, from);
  g_assert_cmpstr (same, ==, expected);
}

static void
test_guess (void)
{
  Ris3Exchange strategies = RIS3_EXCHANGE_STRATEGIES, priorities = RIS3_EXCHANGE_PRIORITIES;

  check_guess (strategies, "nuts_code,title,period\nITC4,A,2014-2020\n",
               "strategies nuts_code=nuts_code;title=title;period=period");
  check_guess (strategies, "Région;Intitulé;Année;Période;Langue\nFR82;A;2014;2014-2020;fr\n",
               "strategies nuts_code=Région;title=Intitulé;year=Année;period=Période;language=Langue");
  check_guess (strategies, "Region;Titel;Jahr;Zeitraum;Priorität Gesundheit\nDE2;A;2014;2014-2020;ja\n",
               "strategies nuts_code=Region;title=Titel;year=Jahr;period=Zeitraum;has_health_priority=Priorität "
               "Gesundheit");
  check_guess (strategies, "Województwo,Tytuł,Okres,Medycyna spersonalizowana\nPL71,A,2014-2020,tak\n",
               "strategies nuts_code=Województwo;title=Tytuł;period=Okres;pm_mark=Medycyna spersonalizowana");
  /* Languages mixed, a slip, and another heading that is better for names. */
  check_guess (strategies, "NUTS,Region,Titre,Periodo,Langauge,Budget\nFR82,PACA,A,2014-2020,fr,1\n",
               "strategies nuts_code=NUTS;region_name=Region;title=Titre;period=Periodo;language=Langauge");
  /* A name may be a title; an identifier is no title with spaces. */
  check_guess (strategies, "Strategy,Region\nA strategy for health,ITC4\n",
               "strategies nuts_code=Region;title=Strategy");
  check_guess (strategies, "Strategy,Region,Title\nITC4-2014,ITC4,A\n",
               "strategies strategy_id=Strategy;nuts_code=Region;title=Title");
  check_guess (priorities, "Strategy ID,Label,Priority,Page\nITC4-2014,2.10,Health and care,17\n",
               "priorities strategy_id=Strategy ID;label=Label;text_en=Priority;page=Page");
  check_guess (strategies, "Nom de la région,Titre,Période\nLombardie,A,2014-2020\n",
               "strategies nuts_code=Nom de la région;title=Titre;period=Période");
  /* By contents alone. */
  check_guess (strategies, "A,B,C,D\nITC4,2014-2020,https://example.org/,x y\nFR82,2021-2027,https://example.org/2,z\n",
               "strategies nuts_code=A;period=B;source_url=C");
  check_guess (strategies, "A,B\nYES,NO\nNO,YES\n", "strategies");
  /* Signs of the text form, and a heading that is there twice. */
  check_guess (strategies, "region,\"Title; of=100 %\"\nITC4,A\n", "strategies nuts_code=region");
}

static void
test_change (void)
{
  g_autoptr (Ris3Table) from = read_table ("Region,\"a;b=100 %\",Name\nITC4,A,B\n");
  g_autoptr (Ris3ColumnMapping) mapping = ris3_column_mapping_guess (RIS3_EXCHANGE_STRATEGIES, from);
  g_autoptr (Ris3ColumnMapping) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint title = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, "title");
  guint remark = (guint) ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, "remark");

  g_assert_cmpint (ris3_column_mapping_get (mapping, title), ==, 2);
  g_assert_false (ris3_column_mapping_is_sure (mapping, title));
  ris3_column_mapping_set (mapping, title, 1);
  g_assert_true (ris3_column_mapping_is_sure (mapping, title));
  ris3_column_mapping_set (mapping, remark, 2);
  text = ris3_column_mapping_to_text (mapping, from);
  again = ris3_column_mapping_from_text (text, from);
  g_assert_nonnull (again);
  g_assert_cmpint (ris3_column_mapping_get (again, title), ==, 1);
  g_assert_cmpint (ris3_column_mapping_get (again, remark), ==, 2);
  /* A column of the file is one thing. */
  ris3_column_mapping_set (mapping, title, 2);
  g_assert_cmpint (ris3_column_mapping_get (mapping, remark), ==, -1);

  g_assert_true (ris3_column_mapping_apply (mapping, "title=;remark=name", from, &error));
  g_assert_cmpint (ris3_column_mapping_get (mapping, title), ==, -1);
  g_assert_cmpint (ris3_column_mapping_get (mapping, remark), ==, 2);
  g_assert_false (ris3_column_mapping_apply (mapping, "titel=Name", from, &error));
  g_assert_nonnull (strstr (error->message, "has no column “titel”"));
  g_clear_error (&error);
  g_assert_false (ris3_column_mapping_apply (mapping, "title=Nome", from, &error));
  g_assert_nonnull (strstr (error->message, "no column “Nome”"));
  g_clear_error (&error);
  g_assert_false (ris3_column_mapping_apply (mapping, "title", from, &error));
  g_assert_null (ris3_column_mapping_from_text ("strategies title=Nome", from));
  g_assert_null (ris3_column_mapping_from_text ("cakes title=Name", from));
}

static void
check_table (const char *text, const char *file_name, const char *sheet, const char *expected)
{
  g_autoptr (Ris3Table) from = read_table (text);
  Ris3Exchange table;

  if (!ris3_column_mapping_guess_table (from, file_name, sheet, &table))
    g_assert_null (expected);
  else
    g_assert_cmpstr (ris3_exchange_get_name (table), ==, expected);
}

static void
test_table (void)
{
  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      guint n_columns;
      const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (GString) titles = g_string_new (NULL);

      for (guint i = 0; i < n_columns; i++)
        {
          g_string_append_printf (names, "%s%s", i > 0 ? "," : "", columns[i].name);
          g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", columns[i].title);
        }
      g_string_append_c (names, '\n');
      g_string_append_c (titles, '\n');
      check_table (names->str, "table.csv", NULL, ris3_exchange_get_name (table));
      check_table (titles->str, "table.csv", NULL, ris3_exchange_get_name (table));
    }
  check_table ("Region,Titel,Zeitraum\n", "a.xlsx", "Strategien", "strategies");
  check_table ("Region,Titel\n", "a.xlsx", "Aktivitäten", "activities");
  check_table ("Nom,Courriel,Téléphone,Organisme\n", "a.csv", NULL, "contacts");
  check_table ("fruit,colour\n", "a.csv", NULL, NULL);
  /* The map, as the program exports it. */
  check_table ("code,name,name_latin,country,level,nuts_version,indicator,class,class_title,absence,value,value_base,"
               "description,inherited,disputed,source_region,n_areas,strategies\n",
               "regions.csv", NULL, NULL);
}

static void
test_problem (void)
{
  g_autoptr (Ris3Table) from = read_table ("Region,strategy_id\nITC4,A\n");
  g_autoptr (Ris3ColumnMapping) mapping = ris3_column_mapping_guess (RIS3_EXCHANGE_STRATEGIES, from);
  g_autoptr (Ris3ColumnMapping) empty = ris3_column_mapping_new (RIS3_EXCHANGE_STRATEGIES);
  g_autofree char *none = ris3_column_mapping_dup_problem (mapping);
  g_autofree char *problem = NULL;
  g_autofree char *empty_problem = ris3_column_mapping_dup_problem (empty);
  g_autofree char *key = ris3_column_mapping_dup_headings_key (from);
  g_autoptr (Ris3Table) turned = read_table ("strategy_id,Region\nITC4,A\n");
  g_autofree char *turned_key = ris3_column_mapping_dup_headings_key (turned);

  g_assert_null (none);
  ris3_column_mapping_set (mapping, 0, -1);
  problem = ris3_column_mapping_dup_problem (mapping);
  g_assert_nonnull (strstr (problem, "“Title”"));
  g_assert_nonnull (strstr (empty_problem, "No column"));
  g_assert_cmpstr (key, ==, turned_key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-mapping/guess", test_guess);
  g_test_add_func ("/column-mapping/change", test_change);
  g_test_add_func ("/column-mapping/table", test_table);
  g_test_add_func ("/column-mapping/problem", test_problem);
  return g_test_run ();
}

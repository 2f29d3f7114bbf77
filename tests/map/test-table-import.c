/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables become plans: the default atlas, as it is written, changes nothing in itself; what colleagues send is
 * understood. The locale is English. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "map/ris3-table-import.h"
#include "model/ris3-exchange-rows.h"

static Ris3RegionFinder *finder;

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

/* Understood and compared with the default atlas. */
static Ris3ImportPlan *
make_plan (Ris3Exchange table, Ris3Table *from)
{
  g_autoptr (Ris3ColumnMapping) mapping = ris3_column_mapping_guess (table, from);
  g_autoptr (Ris3ImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint progress = 0;

  if (finder == NULL)
    finder = ris3_region_finder_new (fixture_get_geodata (2016));
  plan = ris3_table_import_read (from, "table.csv", NULL, mapping, finder, NULL, NULL, 0, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress, ==, (gint) ris3_table_get_n_rows (from));
  ris3_import_plan_compare (plan, fixture_get_atlas_path (), NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&plan);
}

static Ris3ImportPlan *
import (Ris3Exchange table, const char *text)
{
  g_autoptr (Ris3Table) from = read_table (text);

  return make_plan (table, from);
}

/* What differs is told. */
static void
assert_same (Ris3ImportPlan *plan)
{
  guint n_columns;
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (ris3_import_plan_get_table (plan), &n_columns);

  for (guint i = 0; i < ris3_import_plan_get_n_rows (plan); i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *message = ris3_import_plan_dup_message (plan, i, j);

        if (message != NULL)
          g_test_message ("%s", message);
        if (ris3_import_plan_is_changed (plan, i, j))
          g_test_message ("line %u, %s: “%s” was “%s”", ris3_import_plan_get_line (plan, i), columns[j].name,
                          ris3_import_plan_get_value (plan, i, j), ris3_import_plan_get_old_value (plan, i, j));
      }
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME), ==, ris3_import_plan_get_n_rows (plan));
}

static void
append_cell (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

/* with_titles: as the window writes them, else as files do; yes, no: answers of a colleague, or NULL */
static void
check_export (Ris3Exchange table, gboolean with_titles, const char *yes, const char *no)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ExchangeRows) rows = ris3_exchange_rows_load (fixture_get_atlas_path (), table, NULL, &error);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (Ris3ImportPlan) plan = NULL;
  guint n_columns;
  const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

  g_assert_no_error (error);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", with_titles ? columns[i].title : columns[i].name);
  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (rows); i++)
    for (guint j = 0; j < n_columns; j++)
      {
        const char *value = ris3_exchange_rows_get (rows, i, j);

        g_string_append_c (csv, j > 0 ? ',' : '\n');
        if (yes != NULL && columns[j].kind == RIS3_EXCHANGE_ANSWER && *value != '\0')
          append_cell (csv, g_str_equal (value, "1") ? yes : no);
        else
          append_cell (csv, value);
      }
  g_string_append_c (csv, '\n');
  plan = import (table, csv->str);
  g_assert_cmpuint (ris3_import_plan_get_n_rows (plan), ==, ris3_exchange_rows_get_n_rows (rows));
  assert_same (plan);
}

static void
test_export (void)
{
  static const char *const answers[][2] = { { "yes", "no" }, { "ja", "nein" }, { "oui", "non" },   { "sí", "no" },
                                            { "sì", "no" },  { "tak", "nie" }, { "TRUE", "FALSE" } };

  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      check_export (table, FALSE, NULL, NULL);
      check_export (table, TRUE, NULL, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
        check_export (table, FALSE, answers[i][0], answers[i][1]);
    }
}

/* The tables that the default atlas is made of. */
static void
test_data (void)
{
  static const struct
  {
    Ris3Exchange table;
    const char *name;
  } files[] = {
    { RIS3_EXCHANGE_STRATEGIES, "strategies.csv" },
    { RIS3_EXCHANGE_PRIORITIES, "priorities.csv" },
    { RIS3_EXCHANGE_PARTICIPATIONS, "participation.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("RIS3_DATA_DIR"), "atlas", files[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Table) from = ris3_table_load (path, NULL, &error);
      g_autoptr (Ris3ImportPlan) plan = NULL;
      Ris3Exchange table;

      g_assert_no_error (error);
      g_assert_true (ris3_column_mapping_guess_table (from, path, NULL, &table));
      g_assert_cmpint (table, ==, files[i].table);
      plan = make_plan (table, from);
      g_assert_cmpuint (ris3_import_plan_get_n_rows (plan), >, 30);
      assert_same (plan);
    }
}

static const char *
get_value (Ris3ImportPlan *plan, guint row, const char *column)
{
  return ris3_import_plan_get_value (plan, row,
                                     (guint) ris3_exchange_find_column (ris3_import_plan_get_table (plan), column));
}

static void
assert_said (Ris3ImportPlan *plan, guint row, const char *column, const char *remark, const char *problem)
{
  guint index = (guint) ris3_exchange_find_column (ris3_import_plan_get_table (plan), column);
  const char *found_remark = ris3_import_plan_get_remark (plan, row, index);
  const char *found_problem = ris3_import_plan_get_problem (plan, row, index);

  g_test_message ("%s: %s, %s", column, found_remark, found_problem);
  if (remark != NULL)
    g_assert_nonnull (strstr (found_remark, remark));
  if (problem != NULL)
    g_assert_nonnull (strstr (found_problem, problem));
  else
    g_assert_null (found_problem);
}

/* A spreadsheet of a French colleague with a heading in German. */
static void
test_colleague (void)
{
  g_autoptr (Ris3ImportPlan) plan = import (
      RIS3_EXCHANGE_STRATEGIES, "Région;Intitulé;Période;Année;Gesundheit;État de l'analyse;Relu le;Type de source\n"
                                "Lombardie;Stratégie A;2028–2034;2 014;oui;document;3 mars 2021;Page officielle\n"
                                "FR82;Stratégie B;2014-2020;2015;non;en attente;04/03/2021;actualité\n"
                                "Limburg;Stratégie C;2014-2020;;oui;document;;\n"
                                ";;;;;;;\n"
                                "Atlantide;Stratégie D;2014-2020;deux mille;peut-être;document;31.12.20;\n");

  g_assert_cmpuint (ris3_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpstr (get_value (plan, 0, "nuts_code"), ==, "ITC4");
  g_assert_cmpstr (get_value (plan, 0, "nuts_version"), ==, "2016");
  g_assert_cmpstr (get_value (plan, 0, "period"), ==, "2028-2034");
  g_assert_cmpstr (get_value (plan, 0, "year"), ==, "2014");
  g_assert_cmpstr (get_value (plan, 0, "has_health_priority"), ==, "1");
  g_assert_cmpstr (get_value (plan, 0, "analysis_state"), ==, "document");
  g_assert_cmpstr (get_value (plan, 0, "reviewed_on"), ==, "2021-03-03");
  g_assert_cmpstr (get_value (plan, 0, "source_kind"), ==, "official-page");
  assert_said (plan, 0, "nuts_code", "“Lombardie” is understood as ITC4, Lombardy, by its name.", NULL);
  g_assert_cmpint (ris3_import_plan_get_state (plan, 0), ==, RIS3_IMPORT_NEW);
  g_assert_cmpstr (get_value (plan, 1, "nuts_code"), ==, "FR82");
  g_assert_cmpstr (get_value (plan, 1, "nuts_version"), ==, "2013");
  assert_said (plan, 1, "nuts_code", "NUTS 2013 alone", NULL);
  /* Nothing tells whether it is in March or April. */
  assert_said (plan, 1, "reviewed_on", NULL, "may be 2021-03-04 or 2021-04-03");
  assert_said (plan, 2, "nuts_code", NULL, "add a column with the country");
  g_assert_cmpuint (ris3_import_plan_get_line (plan, 3), ==, 6);
  assert_said (plan, 3, "nuts_code", NULL, "NUTS 2016 has no region “Atlantide”");
  assert_said (plan, 3, "year", NULL, "no whole number");
  assert_said (plan, 3, "has_health_priority", NULL, "neither yes nor no");
  assert_said (plan, 3, "reviewed_on", NULL, "two digits");
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_REFUSED), ==, 3);
}

/* Country and level help. */
static void
test_country (void)
{
  g_autoptr (Ris3ImportPlan) plan = import (RIS3_EXCHANGE_PARTICIPATIONS, "programme,role,country,nuts_code,name\n"
                                                                          "Test,member,Netherlands,Limburg,A\n"
                                                                          "Test,member,GR,,B\n"
                                                                          "Test,member,BR,,C\n"
                                                                          "Test,member,Belgique,GB,D\n");

  g_assert_cmpstr (get_value (plan, 0, "country"), ==, "NL");
  g_assert_cmpstr (get_value (plan, 0, "nuts_code"), ==, "NL42");
  assert_said (plan, 0, "country", "“Netherlands” is understood as NL", NULL);
  g_assert_cmpstr (get_value (plan, 1, "country"), ==, "EL");
  g_assert_cmpstr (get_value (plan, 1, "nuts_code"), ==, "");
  g_assert_cmpstr (get_value (plan, 2, "country"), ==, "BR");
  g_assert_cmpstr (get_value (plan, 3, "nuts_code"), ==, "UK");
  g_assert_cmpint (ris3_import_plan_get_state (plan, 3), ==, RIS3_IMPORT_REFUSED);
}

/* Code and name say two things: the row is not refused, as the code is what counts, but it is told. */
static void
test_contradiction (void)
{
  g_autoptr (Ris3ImportPlan) plan = import (RIS3_EXCHANGE_STRATEGIES, "Region,Name of the region,Title,Period\n"
                                                                      "DE1,Lombardia,A,2028-2034\n"
                                                                      "DE1,Baden-Württemberg,B,2028-2034\n"
                                                                      "DE1,Stuttgart,C,2028-2034\n"
                                                                      "DE1,Deutschland,D,2028-2034\n"
                                                                      "DE1,The Ländle,E,2028-2034\n"
                                                                      "ITC4,,F,2028-2034\n");
  const char *said = "“Lombardia” is the name of Lombardy (ITC4), but the code of the row, DE1, is that of "
                     "Baden-Württemberg. Check both.";

  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_NEW), ==, 6);
  g_assert_cmpstr (get_value (plan, 0, "nuts_code"), ==, "DE1");
  assert_said (plan, 0, "region_name", said, NULL);
  /* Its own name, one within it, one around it, one that nobody knows, none. */
  for (guint row = 1; row < 6; row++)
    g_assert_null (ris3_import_plan_get_remark (
        plan, row, (guint) ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, "region_name")));
}

static void
test_preview (void)
{
  g_autoptr (Ris3Table) from
      = read_table ("Region,Title,Period\nITC4,A,2014-2020\nITC4,B,2014-2020\nITC4,C,2014-2020\n");
  g_autoptr (Ris3ColumnMapping) mapping = ris3_column_mapping_guess (RIS3_EXCHANGE_STRATEGIES, from);
  g_autoptr (Ris3ImportPlan) plan = NULL;
  g_autoptr (Ris3ImportPlan) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  plan = ris3_table_import_read (from, "a.csv", NULL, mapping, finder, NULL, NULL, 2, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_import_plan_get_n_rows (plan), ==, 2);
  g_cancellable_cancel (cancellable);
  cancelled = ris3_table_import_read (from, "a.csv", NULL, mapping, finder, NULL, NULL, 0, NULL, cancellable, &error);
  g_assert_null (cancelled);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  g_test_add_func ("/table-import/export", test_export);
  g_test_add_func ("/table-import/data", test_data);
  g_test_add_func ("/table-import/colleague", test_colleague);
  g_test_add_func ("/table-import/country", test_country);
  g_test_add_func ("/table-import/contradiction", test_contradiction);
  g_test_add_func ("/table-import/preview", test_preview);
  status = fixture_run ();
  g_clear_pointer (&finder, ris3_region_finder_unref);
  return status;
}

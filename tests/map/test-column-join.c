/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns joined from tables: what is guessed, which rows are joined and which not, and what a map of them shows. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "map/ris3-classification.h"
#include "map/ris3-column-join.h"
#include "fixture.h"
#include "model/ris3-editor.h"

static const char table_text[] = "geo;Region;2020;GDP per head (EUR) 2021\n"
                                 "EL30;Attica;1;27 000,5\n"
                                 "GR41;Voreio;1;12 000\n"
                                 "GB;United Kingdom;1;:\n"
                                 "FRL0;PACA;1;33 100,25 p\n"
                                 "FR82;PACA of 2013;1;1\n"
                                 "ITC4;Lombardia;1;many\n"
                                 "XX99;nowhere;1;5\n"
                                 ";nothing;1;6\n"
                                 "DE;Deutschland;1;43 290\n"
                                 "DE;Deutschland;1;43 291\n"
                                 "AT;Austria;1;-45\n";

static Ris3Table *
load (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gdp.csv", NULL);
  g_autoptr (GError) error = NULL;
  Ris3Table *table;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return table;
}

static void
test_guess (void)
{
  static const struct
  {
    const char *heading;
    const char *name;
    const char *unit;
    guint year;
  } headings[] = {
    { "GDP per head (EUR) 2021", "GDP per head", "EUR", 2021 },
    { "2021", "gdp", "", 2021 },
    { "Population [1000]", "Population", "", 0 },
    { "Unemployment, 2019 [%]", "Unemployment,", "%", 2019 },
    { "  Density\n(per km²)", "Density", "per km²", 0 },
    { "", "gdp", "", 0 },
  };
  g_autoptr (Ris3Table) table = load (table_text);
  g_autoptr (Ris3Table) plain = load ("a,b\nx,y\n");
  guint code, value;

  g_assert_true (ris3_column_join_guess (table, &code, &value));
  g_assert_cmpuint (code, ==, 0);
  g_assert_cmpuint (value, ==, 2);
  g_assert_false (ris3_column_join_guess (plain, &code, &value));
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *unit = NULL;
      guint year;

      ris3_column_join_read_heading (headings[i].heading, "gdp.csv", &name, &unit, &year);
      g_assert_cmpstr (name, ==, headings[i].name);
      g_assert_cmpstr (unit, ==, headings[i].unit);
      g_assert_cmpuint (year, ==, headings[i].year);
    }
}

static Ris3JoinChoice
get_choice (void)
{
  return (Ris3JoinChoice){ .code_column = 0,
                           .value_column = 3,
                           .name = "GDP per head",
                           .unit = "EUR",
                           .year = 2021,
                           .source = "Eurostat",
                           .source_file = "gdp.csv",
                           .source_date = "2026-11-02" };
}

/* Both ways: rows without a region, and regions without a value. */
static void
test_rows (void)
{
  static const struct
  {
    guint line;
    const char *words;
  } unjoined[] = { { 7, "no number" }, { 8, "XX99" }, { 9, "names no region" }, { 11, "already has a value" } };
  g_autoptr (Ris3Table) table = load (table_text);
  g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (fixture_get_geodata (2016));
  g_autoptr (Ris3ColumnJoin) join = NULL;
  g_autoptr (GError) error = NULL;
  Ris3JoinChoice choice = get_choice ();
  GPtrArray *rows;

  join = ris3_column_join_new (table, &choice, finder, &error);
  g_assert_no_error (error);
  g_assert_false (ris3_column_join_get_is_text (join));
  g_assert_cmpstr (ris3_column_join_get_indicator (join), ==, "column:GDP per head");
  g_assert_cmpuint (ris3_column_join_get_n_values (join), ==, 6);
  g_assert_cmpuint (ris3_column_join_get_n_empty (join), ==, 1);
  g_assert_cmpuint (ris3_column_join_get_level (join), ==, 2);
  g_assert_true (g_strv_contains (ris3_column_join_get_missing (join), "ITC4"));
  g_assert_false (g_strv_contains (ris3_column_join_get_missing (join), "EL41"));
  rows = ris3_column_join_get_unjoined (join);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (unjoined));
  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3UnjoinedRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (row->line, ==, unjoined[i].line);
      if (strstr (row->problem, unjoined[i].words) == NULL && strstr (row->text, unjoined[i].words) == NULL)
        g_error ("%s: %s", unjoined[i].words, row->problem);
    }
}

static void
test_refused (void)
{
  g_autoptr (Ris3Table) table = load (table_text);
  g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (fixture_get_geodata (2016));
  Ris3JoinChoice choices[] = { get_choice (), get_choice (), get_choice (), get_choice () };

  choices[0].value_column = 0;
  choices[1].name = "two\nlines";
  choices[2].year = 12;
  choices[3].code_column = 2;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_column_join_new (table, &choices[i], finder, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static double
get_number (Ris3Classification *classification, const char *code)
{
  gint region = ris3_boundaries_find (ris3_classification_get_boundaries (classification), code);
  gint territory = ris3_classification_find_territory (classification, (guint) region);

  g_assert_cmpint (territory, >=, 0);
  return ris3_classification_get_territory (classification, (guint) territory)->value.number;
}

/* The map shows what is in the file: a value is that of its own region, on no other level, and nothing is added up. */
static void
test_map (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "atlas.ris3atlas", NULL);
  g_autoptr (Ris3Table) table = load (table_text);
  g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (fixture_get_geodata (2016));
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  Ris3JoinChoice choice = get_choice ();

  g_assert_true (ris3_atlas_copy (fixture_get_atlas_path (), path, &error));
  {
    g_autoptr (Ris3ColumnJoin) join = ris3_column_join_new (table, &choice, finder, &error);

    g_assert_no_error (error);
    edit = ris3_column_join_make_edit (join);
  }
  editor = ris3_editor_open (path, "Analyst", &error);
  g_assert_no_error (error);
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Ris3Placement) placement
          = ris3_placement_new_of_atlas (fixture_get_geodata (i == 0 ? 2016 : 2021), atlas);
      g_autoptr (Ris3View) view
          = ris3_view_from_text ("indicator=column:GDP%20per%20head level=2 nuts=2016", NULL, &error);
      g_autoptr (Ris3View) countries = ris3_view_with_level_rule (view, RIS3_LEVEL_RULE_COUNTRY);
      g_autoptr (Ris3Classification) regions = ris3_classification_new (placement, view);
      g_autoptr (Ris3Classification) whole = ris3_classification_new (placement, countries);
      g_autofree char *note = ris3_classification_get_note (regions);
      g_autofree char *described = NULL;
      Ris3Boundaries *boundaries = ris3_classification_get_boundaries (regions);

      g_assert_no_error (error);
      g_assert_cmpfloat (get_number (regions, "EL30"), ==, 27000.5);
      g_assert_cmpfloat (get_number (regions, "FRL0"), ==, 33100.25);
      g_assert_cmpfloat (get_number (whole, "AT"), ==, -45);
      /* Regions with values do not make one of their country, nor the other way round. */
      g_assert_true (get_number (whole, "EL") == RIS3_NUMBER_UNKNOWN);
      g_assert_true (get_number (regions, "AT11") == RIS3_NUMBER_UNKNOWN);
      g_assert_nonnull (strstr (note, "0: 2, 2: 3"));
      g_assert_nonnull (strstr (note, "Eurostat, 2021 (gdp.csv, 2026-11-02)"));
      described = ris3_classification_describe (
          regions,
          (guint) ris3_classification_find_territory (regions, (guint) ris3_boundaries_find (boundaries, "FRL0")));
      g_assert_cmpstr (described, ==, "33100.25\302\240EUR");
      g_assert_cmpuint (ris3_classification_get_summary (regions)->n_found, ==, 3);
    }
  g_remove (path);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/column-join/guess", test_guess);
  g_test_add_func ("/column-join/rows", test_rows);
  g_test_add_func ("/column-join/refused", test_refused);
  g_test_add_func ("/column-join/map", test_map);
  return fixture_run ();
}

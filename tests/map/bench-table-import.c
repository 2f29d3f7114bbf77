/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to understand a table of 150,000 rows, as a part of an import. */

#include "config.h"

#include <glib/gstdio.h>

#include "fixture.h"
#include "map/ris3-table-import.h"

#define N_ROWS 150000

static void
print_time (const char *what, gint64 start)
{
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_print ("# %s: %.2f s, %.0f rows/s\n", what, seconds, N_ROWS / seconds);
}

static Ris3Table *
make_table (void)
{
  static const char *const regions[] = { "ITC4", "DE2", "FR82", "GR30", "Lombardia", "Bayern", "PL71", "ES51" };
  g_autoptr (GString) text = g_string_new ("ID,Region,Titel,Year,Période,Language,Analysis,Health,Reviewed on,Link\n");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Ris3Table *table;
  gint64 start;

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text,
                            "S-%u,%s,Title number %u of a strategy,20%u,2028–2034,Deutsch,document,oui,%u/%u/2021,"
                            "https://example.org/%u\n",
                            i, regions[i % G_N_ELEMENTS (regions)], i, 14 + i % 10, 1 + i % 28, 1 + i % 12, i);
  path = g_build_filename (g_get_tmp_dir (), "ris3-bench-import.csv", NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  start = g_get_monotonic_time ();
  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  print_time ("CSV to table", start);
  g_unlink (path);
  return table;
}

static void
bench (void)
{
  g_autoptr (Ris3Table) table = make_table ();
  g_autoptr (Ris3RegionFinder) finder = ris3_region_finder_new (fixture_get_geodata (2016));
  g_autoptr (Ris3ColumnMapping) mapping = NULL;
  g_autoptr (Ris3ImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  mapping = ris3_column_mapping_guess (RIS3_EXCHANGE_STRATEGIES, table);
  print_time ("headings", start);
  start = g_get_monotonic_time ();
  plan = ris3_table_import_read (table, "big.csv", NULL, mapping, finder, NULL, NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  print_time ("table to plan", start);
  g_assert_cmpuint (ris3_import_plan_get_n_rows (plan), ==, N_ROWS);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/table-import/bench", bench);
  return fixture_run ();
}

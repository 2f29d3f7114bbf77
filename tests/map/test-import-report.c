/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said of a compared plan. The locale is English. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "map/ris3-import-report.h"

static guint
find (const char *column)
{
  return (guint) ris3_exchange_find_column (RIS3_EXCHANGE_STRATEGIES, column);
}

/* One row of each state. */
static Ris3ImportPlan *
make_plan (void)
{
  static const char *const rows[][3] = {
    { "FRL0-2014", "FRL0", "Another title" },
    { "new-2030", "ITC4", "A new one" },
    { "wrong-2030", "ITZ9", "A wrong one" },
  };
  Ris3ImportPlan *plan = ris3_import_plan_new (RIS3_EXCHANGE_STRATEGIES, "table.xlsx", "Sheet 1");
  g_autoptr (GError) error = NULL;

  ris3_import_plan_add_column (plan, find ("strategy_id"), "ID");
  ris3_import_plan_add_column (plan, find ("nuts_code"), "Région");
  ris3_import_plan_add_column (plan, find ("title"), "Titre");
  ris3_import_plan_add_column (plan, find ("period"), "Période");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ris3_import_plan_add_row (plan, (guint) i + 2);
      ris3_import_plan_set (plan, find ("strategy_id"), rows[i][0]);
      ris3_import_plan_set (plan, find ("nuts_code"), rows[i][1]);
      ris3_import_plan_set (plan, find ("title"), rows[i][2]);
      ris3_import_plan_set (plan, find ("period"), i == 0 ? "2014-2020" : "2028-2034");
    }
  ris3_import_plan_refuse (plan, find ("nuts_code"), "there is no such region.");
  ris3_import_plan_compare (plan, fixture_get_atlas_path (), NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static void
test_text (void)
{
  g_autoptr (Ris3ImportPlan) plan = make_plan ();
  g_autoptr (Ris3ImportReport) report = ris3_import_report_new (plan, RIS3_IMPORT_ALL_STATES);
  g_autoptr (Ris3ImportReport) refused = ris3_import_report_new (plan, RIS3_IMPORT_STATE_BIT (RIS3_IMPORT_REFUSED));
  g_autofree char *text = ris3_import_report_dup_text (report);
  g_autofree char *line = NULL;

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Row 2, “Titre”: “"));
  g_assert_nonnull (strstr (text, "” becomes “Another title”."));
  g_assert_nonnull (strstr (text, "Row 3 is new: "));
  g_assert_nonnull (strstr (text, "table.xlsx, sheet “Sheet 1”, row 4, Région: there is no such region."));
  g_assert_nonnull (strstr (text, "3 rows: 1 new, 1 changed, 0 the same, 1 refused.\n"));
  g_assert_cmpuint (ris3_import_report_get_n_lines (refused), ==, 1);
  line = ris3_import_report_dup_line_text (refused, 0);
  g_assert_nonnull (strstr (line, "row 4"));
  g_assert_cmpint (ris3_import_report_get_line (refused, 0)->kind, ==, RIS3_REPORT_PROBLEM);
}

static void
test_table (void)
{
  g_autoptr (Ris3ImportPlan) plan = make_plan ();
  g_autoptr (Ris3ImportReport) report = ris3_import_report_new (plan, RIS3_IMPORT_ALL_STATES);
  guint n_columns;
  const char *const *headings = ris3_import_report_get_headings (report, &n_columns);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_cmpuint (g_strv_length ((char **) headings), ==, n_columns);
  for (guint i = 0; i < ris3_import_report_get_n_lines (report); i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *cell = ris3_import_report_dup_cell (report, i, j);

        g_string_append_printf (all, "%s%c", cell != NULL ? cell : "", j + 1 < n_columns ? '|' : '\n');
      }
  g_test_message ("%s", all->str);
  g_assert_nonnull (
      strstr (all->str, "table.xlsx|Sheet 1|4|Refused|A wrong one|Région||ITZ9|there is no such region.\n"));
  g_assert_nonnull (strstr (all->str, "table.xlsx|Sheet 1|3|New|A new one||||\n"));
  g_assert_nonnull (strstr (all->str, "|2|Changed|Another title|Titre|"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/import-report/text", test_text);
  g_test_add_func ("/import-report/table", test_table);
  return fixture_run ();
}

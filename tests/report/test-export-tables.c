/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is exported is what is read back, cell by cell: of the default atlas, and of one with texts that do harm. */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "report/ris3-export.h"
#include "harmful-atlas.h"
#include "model/ris3-import-plan.h"
#include "table-read-back.h"

static const Ris3ExportBase base = { "The atlas", "2026-11-23", NULL };

/* The test's first argument, and a copy of it with such texts. */
static char *default_atlas;
static char *harmful_atlas;
static char *folder;

static Ris3Export *
make_table (const char *path, Ris3Exchange table)
{
  g_autoptr (GError) error = NULL;
  Ris3Export *export = ris3_export_new_table (path, table, &base, NULL, NULL, RIS3_EXPORT_PERSONAL_DATA, NULL, &error);

  g_assert_no_error (error);
  return export;
}

/* A spreadsheet has 16 digits of a number: not all that there can be. */
static gboolean
is_same (const char *found, const char *cell, gboolean is_real)
{
  double number = g_ascii_strtod (cell, NULL);

  if (is_real && *found != '\0' && *cell != '\0')
    return fabs (g_ascii_strtod (found, NULL) - number) <= 1e-14 * fabs (number);
  return g_str_equal (found, cell);
}

/* The dry run of what was read finds each row in the atlas, and nothing that it would change. */
static void
check_plan (const char *atlas, Ris3Export *export, Ris3Exchange table, GPtrArray *cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ImportPlan) plan = ris3_import_plan_new (table, ris3_exchange_get_name (table), NULL);
  guint n_columns = ris3_export_get_n_columns (export);
  guint n_rows = cells->len / n_columns;
  g_autofree guint *columns = g_new (guint, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      columns[i] = (guint) ris3_exchange_find_column (table, ris3_export_get_column (export, i));
      ris3_import_plan_add_column (plan, columns[i], ris3_export_get_column (export, i));
    }
  for (guint row = 0; row < n_rows; row++)
    {
      ris3_import_plan_add_row (plan, row + 2);
      for (guint i = 0; i < n_columns; i++)
        ris3_import_plan_set (plan, columns[i], g_ptr_array_index (cells, row * n_columns + i));
    }
  ris3_import_plan_compare (plan, atlas, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      if (ris3_import_plan_get_state (plan, row) != RIS3_IMPORT_SAME
          && (ris3_import_plan_is_changed (plan, row, columns[i])
              || ris3_import_plan_get_problem (plan, row, columns[i]) != NULL))
        g_error ("%s, row %u, %s: “%s” is not “%s” (state %d): %s", ris3_exchange_get_name (table), row + 2,
                 ris3_export_get_column (export, i), ris3_import_plan_get_value (plan, row, columns[i]),
                 ris3_import_plan_get_old_value (plan, row, columns[i]), (int) ris3_import_plan_get_state (plan, row),
                 ris3_import_plan_get_problem (plan, row, columns[i]));
  g_assert_cmpuint (ris3_import_plan_get_n_in_state (plan, RIS3_IMPORT_SAME), ==, n_rows);
}

static void
check_file (const char *atlas, Ris3Export *export, Ris3Exchange table, Ris3ExportFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (ris3_exchange_get_name (table), ris3_export_format_get_suffix (format), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) found = NULL;
  char *contents = NULL;
  guint n_columns = 0;
  gsize length;

  ris3_export_write (export, format, path, FALSE, NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  g_unlink (path);
  found = table_read_back (bytes, (Ris3TableFormat) format, &n_columns);
  g_assert_cmpuint (n_columns, ==, ris3_export_get_n_columns (export));
  g_assert_cmpuint (found->len, ==, n_columns * ris3_export_get_n_rows (export));
  for (guint i = 0; i < found->len; i++)
    {
      const char *cell = ris3_export_get_cell (export, i / n_columns, i % n_columns);

      const char *column = ris3_export_get_column (export, i % n_columns);
      gint index = ris3_exchange_find_column (table, column);
      gboolean is_real
          = format != RIS3_EXPORT_CSV && ris3_exchange_get_columns (table, NULL)[index].kind == RIS3_EXCHANGE_REAL;

      if (!is_same (g_ptr_array_index (found, i), cell, is_real))
        g_error ("%s, row %u, %s: “%s” instead of “%s”", name, i / n_columns + 2, column,
                 (char *) g_ptr_array_index (found, i), cell);
    }
  check_plan (atlas, export, table, found);
}

static void
check_all (gconstpointer data)
{
  const char *path = *(char *const *) data;

  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      g_autoptr (Ris3Export) export = make_table (path, table);

      if (path == harmful_atlas)
        g_assert_cmpuint (ris3_export_get_n_rows (export), >=, HARMFUL_N_TEXTS);
      for (guint format = RIS3_EXPORT_CSV; format <= RIS3_EXPORT_ODS; format++)
        check_file (path, export, table, format);
    }
}

/* Rows and columns as they were chosen. */
static void
test_choice (void)
{
  static const char *const keys[] = { "FR-2014", "AT-2014", NULL };
  static const char *const columns[] = { "title", "strategy_id", NULL };
  static const char *const no_keys[] = { "AT-2014", "XX", NULL };
  static const char *const no_columns[] = { "titel", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Export) all = make_table (default_atlas, RIS3_EXCHANGE_STRATEGIES);
  g_autoptr (Ris3Export) some = NULL;
  const char *first = ris3_export_get_cell (all, 0, 0);
  const char *last = ris3_export_get_cell (all, ris3_export_get_n_rows (all) - 1, 0);
  const char *const chosen[] = { last, first, NULL };

  some = ris3_export_new_table (default_atlas, RIS3_EXCHANGE_STRATEGIES, &base, chosen, columns, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_export_get_n_rows (some), ==, 2);
  g_assert_cmpuint (ris3_export_get_n_columns (some), ==, 2);
  g_assert_cmpstr (ris3_export_get_cell (some, 0, 1), ==, last);
  g_assert_cmpstr (ris3_export_get_cell (some, 1, 1), ==, first);

  g_assert_null (
      ris3_export_new_table (default_atlas, RIS3_EXCHANGE_STRATEGIES, &base, no_keys, NULL, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (
      ris3_export_new_table (default_atlas, RIS3_EXCHANGE_STRATEGIES, &base, keys, no_columns, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static gboolean
has_column (Ris3Export *export, const char *name)
{
  for (guint i = 0; i < ris3_export_get_n_columns (export); i++)
    if (g_str_equal (ris3_export_get_column (export, i), name))
      return TRUE;
  return FALSE;
}

/* Names of persons only when they are asked for. */
static void
test_persons (void)
{
  static const char *const analyst[] = { "analyst", NULL };
  static const char *const name[] = { "name", NULL };
  g_autoptr (GError) error = NULL;

  for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
    {
      g_autoptr (Ris3Export) whole = make_table (harmful_atlas, table);
      g_autoptr (Ris3Export) export
          = ris3_export_new_table (harmful_atlas, table, &base, NULL, NULL, RIS3_EXPORT_DEFAULT, NULL, &error);

      if (table == RIS3_EXCHANGE_CONTACTS)
        {
          g_assert_null (export);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
          g_clear_error (&error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (ris3_export_get_n_rows (export), ==, ris3_export_get_n_rows (whole));
      g_assert_false (has_column (export, "analyst"));
      g_assert_false (has_column (export, "author"));
      g_assert_cmpint (has_column (whole, "analyst"), ==, table == RIS3_EXCHANGE_STRATEGIES);
      g_assert_cmpint (has_column (whole, "author"), ==, table == RIS3_EXCHANGE_NOTES);
    }
  g_assert_null (
      ris3_export_new_table (harmful_atlas, RIS3_EXCHANGE_STRATEGIES, &base, NULL, analyst, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  g_assert_null (ris3_export_new_table (harmful_atlas, RIS3_EXCHANGE_CONTACTS, &base, NULL, name, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  default_atlas = argv[1];
  folder = g_dir_make_tmp ("ris3-export-XXXXXX", NULL);
  harmful_atlas = harmful_atlas_make (default_atlas, folder);

  g_test_add_data_func ("/report/export-tables/default", &default_atlas, check_all);
  g_test_add_data_func ("/report/export-tables/harmful", &harmful_atlas, check_all);
  g_test_add_func ("/report/export-tables/choice", test_choice);
  g_test_add_func ("/report/export-tables/persons", test_persons);

  status = g_test_run ();
  g_unlink (harmful_atlas);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (harmful_atlas);
  g_free (folder);
  return status;
}

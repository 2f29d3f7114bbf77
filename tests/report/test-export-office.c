/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* LibreOffice shows what was exported, and what it saves is read back as it was. Left out where it is not installed. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "geo/ris3-formula-guard.h"
#include "geo/ris3-table.h"
#include "harmful-atlas.h"
#include "report/ris3-export.h"
#include "table-read-back.h"
#include "test-files.h"

/* UTF-8, all texts quoted, the cells as they are stored. */
#define TO_CSV "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false"

static const Ris3ExportBase base = { "The atlas", "2026-11-23", NULL };
static const Ris3Exchange tables[] = { RIS3_EXCHANGE_ACTIVITIES, RIS3_EXCHANGE_CONTACTS, RIS3_EXCHANGE_STRATEGIES };
static const Ris3ExportFormat formats[] = { RIS3_EXPORT_XLSX, RIS3_EXPORT_ODS };

static char *folder;
static char *atlas;

/* Converts the files that were exported. */
static void
convert (const char *to, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *output = NULL;
  int status;

  g_ptr_array_add (arguments, g_strdup ("soffice"));
  g_ptr_array_add (arguments, g_steal_pointer (&profile));
  for (const char *const *word = (const char *const[]){ "--headless", "--convert-to", to, "--outdir", out, NULL };
       *word != NULL; word++)
    g_ptr_array_add (arguments, g_strdup (*word));
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
      g_ptr_array_add (arguments, g_strdup_printf ("%s-%s%s", ris3_exchange_get_name (tables[i]),
                                                   ris3_export_format_get_id (formats[f]),
                                                   ris3_export_format_get_suffix (formats[f])));
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (folder, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", output);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* Of a CSV as LibreOffice writes it. */
static GPtrArray *
read_csv (const char *path, guint *n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Table) table = ris3_table_load (path, NULL, &error);
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  *n_columns = ris3_table_get_n_columns (table);
  for (guint i = 0; i < ris3_table_get_n_rows (table) * *n_columns; i++)
    g_ptr_array_add (cells, g_strdup (ris3_table_get_cells (table)[i]));
  return cells;
}

static GPtrArray *
read_spreadsheet (const char *path, Ris3TableFormat format, guint *n_columns)
{
  g_autoptr (GBytes) bytes = NULL;
  char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  return table_read_back (bytes, format, n_columns);
}

/* A day is shown in the manner of the country: so it is one, and no text. */
static gboolean
is_same (const char *found, const char *cell, gboolean is_shown_day)
{
  return is_shown_day && *cell != '\0' ? strstr (found, "31") != NULL && strstr (found, "26") != NULL && *found != '2'
                                       : g_str_equal (found, cell);
}

static void
check (const char *out, Ris3TableFormat read_as, const char *suffix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3Export) export
            = ris3_export_new_table (atlas, tables[i], &base, NULL, NULL, RIS3_EXPORT_PERSONAL_DATA, NULL, &error);
        g_autofree char *path = g_strdup_printf ("%s/%s/%s-%s%s", folder, out, ris3_exchange_get_name (tables[i]),
                                                 ris3_export_format_get_id (formats[f]), suffix);
        guint n_columns = 0;
        g_autoptr (GPtrArray) found = NULL;

        g_assert_no_error (error);
        found = read_as == RIS3_TABLE_CSV ? read_csv (path, &n_columns) : read_spreadsheet (path, read_as, &n_columns);
        g_assert_cmpuint (n_columns, ==, ris3_export_get_n_columns (export));
        g_assert_cmpuint (found->len, ==, n_columns * ris3_export_get_n_rows (export));
        for (guint k = 0; k < found->len; k++)
          {
            const char *cell = ris3_export_get_cell (export, k / n_columns, k % n_columns);
            /* LibreOffice guards nothing, so the reader takes a text that looks so for a guarded one. */
            const char *expected = read_as == RIS3_TABLE_CSV ? ris3_formula_unguard (cell) : cell;

            const char *column = ris3_export_get_column (export, k % n_columns);
            gint index = ris3_exchange_find_column (tables[i], column);
            gboolean is_shown_day = read_as == RIS3_TABLE_CSV
                                    && ris3_exchange_get_columns (tables[i], NULL)[index].kind == RIS3_EXCHANGE_DATE;

            if (!is_same (g_ptr_array_index (found, k), expected, is_shown_day))
              g_error ("%s, row %u, %s: “%s” instead of “%s”", path, k / n_columns + 2, column,
                       (char *) g_ptr_array_index (found, k), expected);
          }
      }
}

static void
test_shown (void)
{
  convert (TO_CSV, "shown");
  check ("shown", RIS3_TABLE_CSV, ".csv");
}

static void
test_saved_ods (void)
{
  convert ("ods", "ods");
  check ("ods", RIS3_TABLE_ODS, ".ods");
}

static void
test_saved_xlsx (void)
{
  convert ("xlsx", "xlsx");
  check ("xlsx", RIS3_TABLE_XLSX, ".xlsx");
}

static void
write_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3Export) export
            = ris3_export_new_table (atlas, tables[i], &base, NULL, NULL, RIS3_EXPORT_PERSONAL_DATA, NULL, &error);
        g_autofree char *path
            = g_strdup_printf ("%s/%s-%s%s", folder, ris3_exchange_get_name (tables[i]),
                               ris3_export_format_get_id (formats[f]), ris3_export_format_get_suffix (formats[f]));

        g_assert_no_error (error);
        ris3_export_write (export, formats[f], path, FALSE, NULL, 0, NULL, NULL, &error);
        g_assert_no_error (error);
      }
}

int
main (int argc, char **argv)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  if (soffice == NULL)
    {
      g_print ("1..0 # SKIP LibreOffice is not installed\n");
      return 0;
    }
  folder = g_dir_make_tmp ("ris3-office-XXXXXX", NULL);
  atlas = harmful_atlas_make (argv[1], folder);
  write_files ();

  g_test_add_func ("/report/export-office/shown", test_shown);
  g_test_add_func ("/report/export-office/saved-ods", test_saved_ods);
  g_test_add_func ("/report/export-office/saved-xlsx", test_saved_xlsx);

  status = g_test_run ();
  test_files_remove_folder (folder);
  g_free (atlas);
  g_free (folder);
  return status;
}

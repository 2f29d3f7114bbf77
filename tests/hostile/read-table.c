/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads all sheets of a table file and prints them: a line for each sheet, the names of its columns, then the rows; in
 * each cell the kind and the text. Ends with 2 and a sentence where it is refused. */

#include "config.h"

#include "geo/ris3-table-file.h"

static void
print_cell (const char *kind, const char *text)
{
  g_autofree char *escaped = text != NULL ? g_strescape (text, NULL) : g_strdup ("-");

  g_print ("%s%s|", kind, escaped);
}

static void
print_table (Ris3Table *table)
{
  static const char *const kinds[] = { "", "n:", "d:", "b:", "e:" };
  guint n_columns = ris3_table_get_n_columns (table), n_rows = ris3_table_get_n_rows (table);

  for (guint i = 0; i < n_columns; i++)
    print_cell ("", ris3_table_get_columns (table)[i]);
  /* Enough to compare. */
  for (guint row = 0; row < MIN (n_rows, 50); row++)
    {
      g_print ("\n%u: ", ris3_table_get_lines (table)[row]);
      for (guint i = 0; i < n_columns; i++)
        {
          guint cell = row * n_columns + i;
          const guint8 *kind = ris3_table_get_kinds (table);

          print_cell (kinds[kind != NULL ? kind[cell] : RIS3_CELL_TEXT], ris3_table_get_cells (table)[cell]);
        }
    }
  g_print ("\n%u rows\n", n_rows);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3TableFile) file = NULL;

  if (argc != 2)
    return 1;
  file = ris3_table_file_open (argv[1], NULL, NULL, &error);
  for (guint i = 0; file != NULL && error == NULL && i < ris3_table_file_get_n_sheets (file); i++)
    {
      const Ris3Sheet *sheet = ris3_table_file_get_sheet (file, i);
      g_autoptr (Ris3Table) table = ris3_table_file_read (file, i, 0, NULL, NULL, &error);

      g_print ("sheet %s%s\n", sheet->name, sheet->is_hidden ? " (hidden)" : "");
      if (table != NULL)
        print_table (table);
    }
  if (error == NULL)
    return 0;
  g_printerr ("%s\n", error->message);
  return 2;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables as people send them: in any encoding, with any separator, and of several sheets. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-table-file.h"
#include "geo/ris3-table-writer.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ris3-geo-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture *fixture, const char *name, const char *contents, gsize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  return path;
}

/* Columns, then rows: "a|b/1:c|d". */
static char *
to_text (Ris3Table *table)
{
  GString *text = g_string_new (NULL);
  guint n = ris3_table_get_n_columns (table);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", ris3_table_get_columns (table)[i]);
  for (guint row = 0; row < ris3_table_get_n_rows (table); row++)
    {
      g_string_append_printf (text, "/%u:", ris3_table_get_lines (table)[row]);
      for (guint i = 0; i < n; i++)
        {
          const char *cell = ris3_table_get_cells (table)[row * n + i];

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell != NULL ? cell : "-");
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_read (const char *path, const Ris3TableOptions *options, guint sheet, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, options, NULL, &error);
  g_autoptr (Ris3Table) table = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  table = ris3_table_file_read (file, sheet, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  text = to_text (table);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Länder;Größe\r\nKärnten;„1,5“\r\n";
  static const char expected[] = "Länder|Größe/2:Kärnten|„1,5“";
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_length;
    const char *found;
  } files[] = {
    { "UTF-8", "", 0, "UTF-8" },
    { "UTF-8", "\xef\xbb\xbf", 3, "UTF-8" },
    { "UTF-16LE", "\xff\xfe", 2, "UTF-16LE" },
    { "UTF-16BE", "\xfe\xff", 2, "UTF-16BE" },
    { "UTF-16LE", "", 0, "UTF-16LE" },
    { "UTF-16BE", "", 0, "UTF-16BE" },
    { "WINDOWS-1252", "", 0, "WINDOWS-1252" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length;
      g_autofree char *encoded = g_convert (text, -1, files[i].encoding, "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) contents = g_string_new_len (files[i].mark, (gssize) files[i].mark_length);
      g_autofree char *path = NULL;
      g_autoptr (Ris3TableFile) file = NULL;
      Ris3TableOptions named = { files[i].encoding, '\0' };

      g_string_append_len (contents, encoded, (gssize) length);
      path = write_file (fixture, "t.csv", contents->str, contents->len);
      file = ris3_table_file_open (path, NULL, NULL, NULL);
      g_assert_cmpstr (ris3_table_file_get_encoding (file), ==, files[i].found);
      g_assert_cmpint (ris3_table_file_get_separator (file), ==, ';');
      assert_read (path, NULL, 0, expected);
      assert_read (path, &named, 0, expected);
    }
}

static void
test_separators (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    char separator;
    const char *expected;
  } files[] = {
    { "a,b\n1,2\n", ',', "a|b/2:1|2" },
    { "a;b\n1,5;2\n", ';', "a|b/2:1,5|2" },
    { "a\tb\n1,5\t2;3\n", '\t', "a|b/2:1,5|2;3" },
    { "a|b\n1,5|2;3\n", '|', "a|b/2:1,5|2;3" },
    { "a, the first;b\n1;2\n", ';', "a, the first|b/2:1|2" },
    { "\"a;b\",c\n1,2\n", ',', "a;b|c/2:1|2" },
    { "a\n1\n", ',', "a/2:1" },
    { "one;two,2;three,3\n1,1;2,2;3\n", ';', "one|two,2|three,3/2:1,1|2,2|3" },
    { "=a,b\n'=1,'-2\n\"'@x\",'y\n", ',', "=a|b/2:=1|-2/3:@x|'y" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_file (fixture, "t.txt", files[i].text, strlen (files[i].text));
      g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, NULL, NULL, NULL);

      g_assert_cmpint (ris3_table_file_get_separator (file), ==, files[i].separator);
      g_assert_cmpuint (ris3_table_file_get_n_sheets (file), ==, 1);
      g_assert_cmpstr (ris3_table_file_get_sheet (file, 0)->name, ==, "t");
      assert_read (path, NULL, 0, files[i].expected);
    }
}

static void
test_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "t.csv", "a;b,c\n1;2,3\n", 12);
  Ris3TableOptions comma = { NULL, ',' }, semicolon = { NULL, ';' };

  assert_read (path, &comma, 0, "a;b|c/2:1;2|3");
  assert_read (path, &semicolon, 0, "a|b,c/2:1|2,3");
}

static void
assert_refused (const char *path, const Ris3TableOptions *options, const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3TableFile) file = ris3_table_file_open (path, options, NULL, &error);
  g_autoptr (Ris3Table) table = NULL;

  if (file != NULL)
    table = ris3_table_file_read (file, 0, 0, NULL, NULL, &error);
  g_assert_null (table);
  g_assert_nonnull (error);
  if (strstr (error->message, complaint) == NULL)
    g_error ("“%s” instead of “%s”", error->message, complaint);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  Ris3TableOptions utf_8 = { "UTF-8", '\0' }, utf_16 = { "UTF-16LE", '\0' }, nonsense = { "KLINGON", '\0' };
  g_autofree char *latin = write_file (fixture, "latin.csv", "a\nb\nP\xe4", 6);
  g_autofree char *nul = write_file (fixture, "nul.csv", "a,b\n1,x\0y\n", 10);
  g_autofree char *odd = write_file (fixture, "odd.csv", "a\0b\0\n\0x", 7);
  g_autofree char *old = write_file (fixture, "old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  g_autofree char *empty = write_file (fixture, "empty.csv", "", 0);
  g_autofree char *ragged = write_file (fixture, "ragged.csv", "a;b\n1;2;3\n", 10);
  g_autofree char *cut = write_file (fixture, "cut.xlsx", "PK\003\004 and no more", 16);

  assert_refused (latin, &utf_8, "latin.csv:3: a: this text is not UTF-8");
  assert_refused (nul, NULL, "nul.csv:2: b: the cell holds a NUL");
  assert_refused (odd, &utf_16, "not in the encoding UTF-16LE");
  assert_refused (latin, &nonsense, "not in the encoding KLINGON");
  assert_refused (old, NULL, "is a spreadsheet in an old format (XLS), or has a password");
  assert_refused (empty, NULL, "has no columns");
  assert_refused (ragged, NULL, "ragged.csv:2: the row has 3 cells, but there are 2 columns");
  assert_refused (cut, NULL, "it is damaged, or cut off");
  assert_refused (fixture->folder, NULL, "Cannot read “");
}

static const char *const cells[] = { "FRL0", "2014",       "2014-03-01", "2.1", "", "007",  "",  "2021-12-31",
                                     "=1+1", "two\nlines", "x",          "7",   "", "2.10", "'y" };

static const char *
get_cell (guint row, guint column, gpointer user_data)
{
  return cells[row * 5 + column];
}

static void
test_sheets (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "code", "year", "date", "label", "" };
  static const Ris3ColumnKind kinds[]
      = { RIS3_COLUMN_TEXT, RIS3_COLUMN_INTEGER, RIS3_COLUMN_DATE, RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT };
  const Ris3SheetSource sheets[]
      = { { "One", columns, kinds, 5, 3, get_cell, NULL }, { "Two", columns, kinds, 2, 1, get_cell, NULL } };
  static const Ris3TableFormat formats[] = { RIS3_TABLE_XLSX, RIS3_TABLE_ODS };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "named-otherwise.csv", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Ris3TableFile) file = NULL;
      g_autoptr (Ris3Table) table = NULL;
      const guint8 *found;
      gint progress = 0;

      bytes = ris3_table_write (formats[i], sheets, 2, NULL, NULL, &error);
      g_assert_no_error (error);
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
      file = ris3_table_file_open (path, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ris3_table_file_get_n_sheets (file), ==, 2);
      g_assert_cmpstr (ris3_table_file_get_sheet (file, 1)->name, ==, "Two");
      g_assert_null (ris3_table_file_get_encoding (file));
      assert_read (path, NULL, 0,
                   "code|year|date|label|/2:FRL0|2014|2014-03-01|2.1|-/3:007|-|2021-12-31|=1+1|two\nlines/"
                   "4:x|7|-|2.10|'y");
      assert_read (path, NULL, 1, "code|year/2:FRL0|2014");
      table = ris3_table_file_read (file, 0, 2, &progress, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ris3_table_get_n_rows (table), ==, 2);
      g_assert_cmpint (progress, ==, 2);
      found = ris3_table_get_kinds (table);
      g_assert_nonnull (found);
      g_assert_cmpint (found[0], ==, RIS3_CELL_TEXT);
      g_assert_cmpint (found[1], ==, RIS3_CELL_NUMBER);
      g_assert_cmpint (found[2], ==, RIS3_CELL_DATE);
      g_assert_cmpint (found[3], ==, RIS3_CELL_TEXT);
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (Ris3Table) table = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "1,2\n");
  path = write_file (fixture, "t.csv", text->str, text->len);
  file = ris3_table_file_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  table = ris3_table_file_read (file, 0, 10, NULL, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_table_get_n_rows (table), ==, 10);
  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_table_file_read (file, 0, 0, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/table-file/encodings", test_encodings);
  ADD ("/table-file/separators", test_separators);
  ADD ("/table-file/named", test_named);
  ADD ("/table-file/refused", test_refused);
  ADD ("/table-file/sheets", test_sheets);
  ADD ("/table-file/cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-formula-guard.h"
#include "geo/ris3-spreadsheet-text-private.h"
#include "geo/ris3-table-writer.h"
#include "table-read-back.h"

static const char *const suffixes[] = { "csv", "xlsx", "ods" };

/* What a colleague, or an attacker, may have typed. */
static const char *const texts[] = {
  "plain",
  "2.10",
  "007",
  "1e5",
  "=1+1",
  "=HYPERLINK(\"http://example.org\";\"x\")",
  "+49 30 1234",
  "-1",
  "@SUM(A1)",
  "\ttab first",
  "a\ttab",
  "'quoted'",
  "'=1+1",
  "''=1+1",
  "'",
  "of:=1+1",
  "'of:=1+1",
  "say \"so\", twice",
  "\"",
  ",;|",
  "two\nlines",
  "two\n\nparagraphs\n",
  "\nfirst line is empty",
  "\n\nfirst two lines are empty",
  "  two spaces at the beginning",
  "and at the end  ",
  "in  the   middle",
  " ",
  "line \n line",
  "<b>&amp; \"markup\"</b> ]]>",
  "<text:s text:c=\"3\"/>",
  "</text:p><text:p>",
  "</t>",
  "_x000D_",
  "_x005F_x000D_",
  "_xZZZZ_",
  "😀👩‍⚕️🇪🇺",
  "e\xcc\x81 a\xcc\x8a \xcc\x81",
  "Κρήτη Ελλάδα София Žilina",
  "مرحبا שלום",
  "\xe2\x80\xa8\xe2\x80\xa9\xc2\xa0\xef\xbb\xbf",
  "\xef\xb7\x90 marked",
  "TRUE",
  "2026-01-31",
  "NULL",
  "#REF!",
};

typedef struct
{
  const char *const *cells; /* row by row */
  guint n_columns;
} Cells;

static const char *
get_cell (guint row, guint column, gpointer user_data)
{
  const Cells *cells = user_data;

  return cells->cells[row * cells->n_columns + column];
}

static GBytes *
write_cells (Ris3TableFormat format,
             const char *const *cells,
             const char *const *columns,
             const Ris3ColumnKind *kinds,
             guint n_columns,
             guint n_rows,
             GError **error)
{
  Cells all = { cells, n_columns };
  const Ris3SheetSource sheet = { "Priorities", columns, kinds, n_columns, n_rows, get_cell, &all };

  return ris3_table_write (format, &sheet, 1, NULL, NULL, error);
}

static void
assert_same (const GPtrArray *found, const GPtrArray *cells, guint format)
{
  g_assert_cmpuint (found->len, ==, cells->len);
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (g_strcmp0 (g_ptr_array_index (found, i), cell != NULL ? cell : "") != 0)
        g_error ("%s, cell %u: “%s” instead of “%s”", suffixes[format], i, (char *) g_ptr_array_index (found, i), cell);
    }
}

/* Each text comes back from each kind of file as it was. */
static void
test_texts (void)
{
  static const char *const columns[] = { "id", "text", "héading, \"2\"" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_INTEGER, RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT };

  for (guint format = RIS3_TABLE_CSV; format <= RIS3_TABLE_ODS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GBytes) bytes = NULL;
      guint n_columns;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_ptr_array_add (cells, g_strdup_printf ("%u", i));
          g_ptr_array_add (cells, g_strdup (texts[i]));
          g_ptr_array_add (cells, i % 3 == 0 ? NULL : g_strdup (i % 3 == 1 ? "" : texts[G_N_ELEMENTS (texts) - 1 - i]));
        }
      bytes = write_cells (format, (const char *const *) cells->pdata, columns, kinds, 3, G_N_ELEMENTS (texts), &error);
      g_assert_no_error (error);
      found = table_read_back (bytes, format, &n_columns);
      g_assert_cmpuint (n_columns, ==, 3);
      assert_same (found, cells, format);
    }
}

/* And so does each mixture of what is dangerous. */
static void
test_mixtures (void)
{
  static const char *const pieces[]
      = { " ", "  ",   "\n",      "\t",        "=",         "-", "'", "\"", ",", "<",        ">",
          "&", "of:=", "_x0041_", "</text:p>", "<text:s/>", "a", "1", "é",  "😀", "\xcc\x81", "\xe2\x80\xa8" };
  static const char *const columns[] = { "id", "text" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_INTEGER, RIS3_COLUMN_TEXT };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = 2000;

  for (guint row = 0; row < n_rows; row++)
    {
      GString *text = g_string_new (NULL);

      for (gint i = g_test_rand_int_range (1, 7); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_ptr_array_add (cells, g_strdup_printf ("%u", row));
      g_ptr_array_add (cells, g_string_free (text, FALSE));
    }
  for (guint format = RIS3_TABLE_CSV; format <= RIS3_TABLE_ODS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes
          = write_cells (format, (const char *const *) cells->pdata, columns, kinds, 2, n_rows, &error);
      g_autoptr (GPtrArray) found = NULL;
      guint n_columns;

      g_assert_no_error (error);
      found = table_read_back (bytes, format, &n_columns);
      assert_same (found, cells, format);
    }
}

/* A file in an archive. (transfer full) */
static char *
get_member (GBytes *bytes, const char *suffix, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("ris3-member-XXXXXX.", suffix, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  const char *arguments[]
      = { "python3",
          "-c",
          "import sys, zipfile; sys.stdout.write (zipfile.ZipFile (sys.argv[1]).read (sys.argv[2]).decode ())",
          path,
          member,
          NULL };
  char *text = NULL;
  int fd = g_mkstemp (path);
  int status;

  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return text;
}

/* A spreadsheet gets texts, numbers and days, and never a formula. */
static void
test_kinds (void)
{
  static const char *const columns[] = { "code", "year", "longitude", "day" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT, RIS3_COLUMN_INTEGER, RIS3_COLUMN_REAL, RIS3_COLUMN_DATE };
  static const char *const cells[] = { "007", "2014", "-3.7038", "2014-02-28", "of:=1+1", NULL, "", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = write_cells (RIS3_TABLE_CSV, cells, columns, kinds, 4, 2, &error);
  g_autoptr (GBytes) xlsx = write_cells (RIS3_TABLE_XLSX, cells, columns, kinds, 4, 2, &error);
  g_autoptr (GBytes) ods = write_cells (RIS3_TABLE_ODS, cells, columns, kinds, 4, 2, &error);
  g_autofree char *text = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *strings = NULL;
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf"
                   "code,year,longitude,day\n\"007\",2014,-3.7038,2014-02-28\nof:=1+1,,,\n");

  sheet = get_member (xlsx, "xlsx", "xl/worksheets/sheet1.xml");
  strings = get_member (xlsx, "xlsx", "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (sheet, "<v>2014</v>"));
  g_assert_nonnull (strstr (sheet, "<v>-3.7038</v>"));
  g_assert_nonnull (strstr (sheet, "<v>41698</v>"));
  g_assert_null (strstr (sheet, "<f"));
  /* Each column is described once, and no other with it. */
  g_assert_nonnull (strstr (sheet, "<cols><col min=\"1\" max=\"1\" "));
  g_assert_nonnull (strstr (sheet, "<col min=\"4\" max=\"4\" "));
  g_assert_null (strstr (sheet, "<col min=\"5\""));
  g_assert_null (strstr (sheet, "1024"));
  g_assert_nonnull (strstr (strings, ">007</t>"));

  content = get_member (ods, "ods", "content.xml");
  g_assert_nonnull (strstr (content, "office:value-type=\"float\" office:value=\"2014\""));
  g_assert_nonnull (strstr (content, "office:value-type=\"date\" office:date-value=\"2014-02-28\""));
  g_assert_nonnull (strstr (content, "<text:p>007</text:p>"));
  g_assert_nonnull (strstr (content, "<text:p>of:=1+1</text:p>"));
  g_assert_null (strstr (content, "table:formula"));
}

/* What other programs would drop has elements of its own. */
static void
test_elements (void)
{
  static const char *const columns[] = { "text" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT };
  static const char *const cells[] = { "  a  b\tc\nd ", "e" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xlsx = write_cells (RIS3_TABLE_XLSX, cells, columns, kinds, 1, 2, &error);
  g_autoptr (GBytes) ods = write_cells (RIS3_TABLE_ODS, cells, columns, kinds, 1, 2, &error);
  g_autofree char *strings = get_member (xlsx, "xlsx", "xl/sharedStrings.xml");
  g_autofree char *content = get_member (ods, "ods", "content.xml");

  g_assert_nonnull (strstr (strings, "<t xml:space=\"preserve\">  a  b\tc\nd </t>"));
  g_assert_nonnull (strstr (content, "<text:p><text:s text:c=\"2\"/>a <text:s text:c=\"1\"/>b\tc</text:p>\n"
                                     "<text:p>d<text:s text:c=\"1\"/></text:p>"));
  /* By this its kind is known. */
  g_assert_cmpint (memcmp ((const char *) g_bytes_get_data (ods, NULL) + 30, "mimetypeapplication/vnd.oasis", 29), ==,
                   0);
}

/* One cell that is not of its kind makes all of the column texts. */
static void
test_demotion (void)
{
  static const char *const columns[] = { "year", "longitude", "day" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_INTEGER, RIS3_COLUMN_REAL, RIS3_COLUMN_DATE };
  static const char *const cells[]
      = { "2014", "0.1", "2014-02-28", "about 2014", "12.3456789012345678", "2019-05", "007", "1e999", "1850-01-01" };

  for (guint format = RIS3_TABLE_CSV; format <= RIS3_TABLE_ODS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = write_cells (format, cells, columns, kinds, 3, 3, &error);
      g_autoptr (GPtrArray) found = NULL;
      guint n_columns;

      g_assert_no_error (error);
      found = table_read_back (bytes, format, &n_columns);
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        g_assert_cmpstr (g_ptr_array_index (found, i), ==, cells[i]);
    }
}

/* A negative number is no formula, even in a column that is one of texts. */
static void
test_negative (void)
{
  static const char *const columns[] = { "longitude", "text" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_REAL, RIS3_COLUMN_TEXT };
  static const char *const cells[] = { "-3.7038", "-3.7038", "-13.472266666666668", "x", "-1+1", "y" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = write_cells (RIS3_TABLE_CSV, cells, columns, kinds, 2, 3, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf"
                   "longitude,text\n\"-3.7038\",'-3.7038\n\"-13.472266666666668\",x\n'-1+1,y\n");
}

/* Nothing is cut in silence. */
static void
test_limits (void)
{
  static const char *const columns[] = { "text" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT };
  g_autofree char *fits = g_strnfill (RIS3_SPREADSHEET_MAX_TEXT, 'x');
  g_autofree char *is_longer = g_strnfill (RIS3_SPREADSHEET_MAX_TEXT + 1, 'x');
  g_autofree char *huge = g_strnfill (4 * 1024 * 1024, 'y');
  const struct
  {
    const char *text;
    const char *complaints[3]; /* of CSV, XLSX, ODS; NULL: it is written */
  } cases[] = {
    { fits, { NULL, NULL, NULL } },
    { is_longer, { NULL, "longer than the 32,767", "longer than the 32,767" } },
    { huge, { NULL, "longer than the 32,767", "longer than the 32,767" } },
    { "a\x01z", { NULL, NULL, "a control character" } },
    { "a\xef\xbf\xbfz", { NULL, "no character", "no character" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint format = RIS3_TABLE_CSV; format <= RIS3_TABLE_ODS; format++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = write_cells (format, &cases[i].text, columns, kinds, 1, 1, &error);
        g_autoptr (GPtrArray) found = NULL;
        guint n_columns;

        if (cases[i].complaints[format] != NULL)
          {
            g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE);
            g_assert_nonnull (strstr (error->message, "Priorities, row 2, column “text”: "));
            g_assert_nonnull (strstr (error->message, cases[i].complaints[format]));
            continue;
          }
        g_assert_no_error (error);
        found = table_read_back (bytes, format, &n_columns);
        g_assert_cmpstr (g_ptr_array_index (found, 0), ==, cases[i].text);
      }
}

/* A form keeps each text, and its empty cells are empty. */
static void
test_form (void)
{
  static const char *const columns[] = { "first", "second", "third", "<&>" };
  static const char *const choices[] = { "d’accord", "<&>", NULL };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT };
  static const char *const cells[]
      = { NULL, "a\n b  c", NULL, "=1+1", " <row r=\"1\"> & </c>", NULL, "</table:table-cell>", "x",
          NULL, NULL,       NULL, "2.10" };
  static const Ris3ColumnLook looks[] = { { RIS3_COLUMN_TITLE, 10, NULL },
                                          { RIS3_COLUMN_RECORDED, 30, NULL },
                                          { RIS3_COLUMN_ANSWER, 5, choices },
                                          { RIS3_COLUMN_HIDDEN, 5, NULL } };
  Cells all = { cells, 4 };

  for (Ris3TableFormat format = RIS3_TABLE_XLSX; format <= RIS3_TABLE_ODS; format++)
    for (guint n_rows = 0; n_rows <= 3; n_rows += 3)
      {
        const Ris3SheetSource sheet = { .name = "It’s <&>",
                                        .columns = columns,
                                        .kinds = kinds,
                                        .n_columns = 4,
                                        .n_rows = n_rows,
                                        .get_cell = n_rows > 0 ? get_cell : NULL,
                                        .user_data = &all,
                                        .looks = looks,
                                        .n_frozen = 2 };
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = ris3_table_write (format, &sheet, 1, NULL, NULL, &error);
        g_autoptr (GPtrArray) found = NULL;
        guint n_columns;

        g_assert_no_error (error);
        found = table_read_back (bytes, format, &n_columns);
        g_assert_cmpuint (n_columns, ==, 4);
        g_assert_cmpuint (found->len, ==, 4 * n_rows);
        for (guint i = 0; i < 4 * n_rows; i++)
          g_assert_cmpstr (g_ptr_array_index (found, i), ==, cells[i] != NULL ? cells[i] : "");
      }
}

static const char *
get_same (guint row, guint column, gpointer user_data)
{
  return user_data;
}

/* A sheet that is too long is refused before anything of it is made; a CSV may be longer. Cancelling works. */
static void
test_rows (void)
{
  static const char *const columns[] = { "text" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT };
  const Ris3SheetSource sheet
      = { "Priorities", columns, kinds, 1, RIS3_SPREADSHEET_MAX_ROWS, get_same, (gpointer) "x" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  gint progress = 0;

  g_assert_null (ris3_table_write (RIS3_TABLE_XLSX, &sheet, 1, NULL, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE);
  g_assert_nonnull (
      strstr (error->message, "has 1048576 rows, and a sheet of a spreadsheet cannot hold more than 1048575"));
  g_clear_error (&error);

  bytes = ris3_table_write (RIS3_TABLE_CSV, &sheet, 1, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress, ==, RIS3_SPREADSHEET_MAX_ROWS);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==,
                    strlen ("\xef\xbb\xbf"
                            "text\n")
                        + 2 * RIS3_SPREADSHEET_MAX_ROWS);

  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_table_write (RIS3_TABLE_CSV, &sheet, 1, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static const char *
get_number (guint row, guint column, gpointer user_data)
{
  return ((char **) user_data)[row];
}

/* A long CSV is written in parts: each row is there once, in order, and the headings once. */
static void
test_parts (void)
{
  static const char *const columns[] = { "number" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_INTEGER };
  guint n_rows = 123457;
  g_auto (GStrv) numbers = g_new0 (char *, n_rows + 1);
  const Ris3SheetSource sheet = { "Numbers", columns, kinds, 1, n_rows, get_number, numbers };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *expected = NULL;
  gint progress = 0;

  for (guint i = 0; i < n_rows; i++)
    numbers[i] = g_strdup_printf ("%u", i);
  bytes = ris3_table_write (RIS3_TABLE_CSV, &sheet, 1, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress, ==, (int) n_rows);
  {
    g_autofree char *lines = g_strjoinv ("\n", numbers);

    expected = g_strconcat ("\xef\xbb\xbf"
                            "number\n",
                            lines, "\n", NULL);
  }
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));

  /* One cell that is no number makes all of them texts, in whichever part it is. */
  g_free (numbers[7]);
  numbers[7] = g_strdup ("007");
  g_bytes_unref (bytes);
  bytes = ris3_table_write (RIS3_TABLE_CSV, &sheet, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\n\"123456\"\n", 10));
}

/* A table without rows still says what its columns are. */
static void
test_empty (void)
{
  static const char *const columns[] = { "text", "number" };
  static const Ris3ColumnKind kinds[] = { RIS3_COLUMN_TEXT, RIS3_COLUMN_INTEGER };

  for (guint format = RIS3_TABLE_CSV; format <= RIS3_TABLE_ODS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = write_cells (format, NULL, columns, kinds, 2, 0, &error);
      g_autoptr (GPtrArray) found = NULL;
      guint n_columns;

      g_assert_no_error (error);
      found = table_read_back (bytes, format, &n_columns);
      g_assert_cmpuint (n_columns, ==, 2);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_guard (void)
{
  static const char *const pairs[][2] = {
    { "=1", "'=1" },  { "'=1", "''=1" }, { "'x", "'x" },    { "", "" },     { "'", "'" },     { "-", "'-" },
    { "a=1", "a=1" }, { "\r", "'\r" },   { "\n=", "'\n=" }, { "''", "''" }, { " =1", " =1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *guarded = ris3_formula_guard (pairs[i][0]);

      g_assert_cmpstr (guarded != NULL ? guarded : pairs[i][0], ==, pairs[i][1]);
      g_assert_cmpstr (ris3_formula_unguard (pairs[i][1]), ==, pairs[i][0]);
    }
}

/* What other programs write. */
static void
test_decode (void)
{
  static const char *const pairs[][2] = {
    { "<text:p>a<text:s/>b<text:s text:c=\"3\"/></text:p>", "<text:p>a b   </text:p>" },
    { "<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "<text:p>a\tb\nc</text:p>" },
    { "<text:span text:style-name=\"T1\">a</text:span>", "<text:span text:style-name=\"T1\">a</text:span>" },
    { "<text:s text:c=\"4294967295\"", "<text:s text:c=\"4294967295\"" },
    { "<text:s text:c='2'/>x<text:", "  x<text:" },
    { "<text:s text:c='3'>x</text:s>", "<text:s text:c='3'>x</text:s>" },
    { "<text:p/><text:p>a</text:p> <text:p text:style-name='P1'>b</text:p><text:p/>", "<text:p>\na\nb\n</text:p>" },
    { "<text:p>a</text:p></c><c><text:p>b</text:p>", "<text:p>a</text:p></c><c><text:p>b</text:p>" },
    { "<text:p><text:span>of:=1</text:span></text:p>", "<text:p><text:span>\xef\xb7\x90of:=1</text:span></text:p>" },
    { "<text:p>a<text:span>of:=1</text:span></text:p>", "<text:p>a<text:span>of:=1</text:span></text:p>" },
    { "<text:p/><text:p>of:=1</text:p>", "<text:p>\nof:=1</text:p>" },
    { "<text:p>of:=1</text:p>", "<text:p>\xef\xb7\x90of:=1</text:p>" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GString) text = ris3_ods_text_decode (pairs[i][0], strlen (pairs[i][0]));

      g_assert_cmpstr (text->str, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/table-writer/guard", test_guard);
  g_test_add_func ("/geo/table-writer/decode", test_decode);
  g_test_add_func ("/geo/table-writer/texts", test_texts);
  g_test_add_func ("/geo/table-writer/mixtures", test_mixtures);
  g_test_add_func ("/geo/table-writer/kinds", test_kinds);
  g_test_add_func ("/geo/table-writer/elements", test_elements);
  g_test_add_func ("/geo/table-writer/demotion", test_demotion);
  g_test_add_func ("/geo/table-writer/negative", test_negative);
  g_test_add_func ("/geo/table-writer/parts", test_parts);
  g_test_add_func ("/geo/table-writer/empty", test_empty);
  g_test_add_func ("/geo/table-writer/limits", test_limits);
  g_test_add_func ("/geo/table-writer/form", test_form);
  g_test_add_func ("/geo/table-writer/rows", test_rows);

  return g_test_run ();
}

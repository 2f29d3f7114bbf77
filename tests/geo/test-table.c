/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-table-file.h"

static char *folder;

/* Reads bytes as a file of this name. */
static Ris3Table *
read_bytes (const char *bytes, gsize length, const Ris3TableOptions *options, char **encoding, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autoptr (Ris3TableFile) file = NULL;
  Ris3Table *table;
  gint progress = -1;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  file = ris3_table_file_open (path, options, NULL, error);
  g_unlink (path);
  if (file == NULL)
    return NULL;
  g_assert_cmpuint (ris3_table_file_get_n_sheets (file), ==, 1);
  g_assert_cmpstr (ris3_table_file_get_sheet (file, 0)->name, ==, "t");
  if (encoding != NULL)
    *encoding = g_strdup_printf ("%s %c", ris3_table_file_get_encoding (file), ris3_table_file_get_separator (file));
  table = ris3_table_file_read (file, 0, 0, &progress, NULL, error);
  if (table != NULL)
    g_assert_cmpint (progress, ==, (gint) ris3_table_get_n_rows (table));
  return table;
}

/* The cells of a table as one text, for comparison: rows end with "/", cells with "|". */
static char *
to_text (Ris3Table *table)
{
  GString *text = g_string_new (NULL);
  guint n_columns = ris3_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s|", ris3_table_get_columns (table)[i]);
  for (guint row = 0; row < ris3_table_get_n_rows (table); row++)
    {
      g_string_append_printf (text, "/%u:", ris3_table_get_lines (table)[row]);
      for (guint i = 0; i < n_columns; i++)
        g_string_append_printf (text, "%s|", ris3_table_get_cells (table)[row * n_columns + i]);
    }
  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *file;
    const char *text;
  } tables[] = {
    { "a,b\n1,2\n3,4\n", "a|b|/2:1|2|/3:3|4|" },
    { "a,b\r\n1,2\r\n3,4", "a|b|/2:1|2|/3:3|4|" },
    { "a,b\r1,2\r", "a|b|/2:1|2|" },
    { "\xef\xbb\xbf"
      "a,b\n1,2\n",
      "a|b|/2:1|2|" },
    { "\n\na,b\n\n1,2\n\n\n3,4\n\n", "a|b|/5:1|2|/8:3|4|" },
    { "a;b\n1,5;2\n", "a|b|/2:1,5|2|" },
    { "a\tb\n1,5\t2;3\n", "a|b|/2:1,5|2;3|" },
    { "\"a;b\",c\n1,2\n", "a;b|c|/2:1|2|" },
    { "a,b\n\"1,5\",\"say \"\"so\"\"\"\n", "a|b|/2:1,5|say \"so\"|" },
    { "a,b\n\"two\r\nlines\",2\n3,4\n", "a|b|/2:two\nlines|2|/4:3|4|" },
    { "a,b\n,\n\"\",\"\"\n", "a|b|/2:||/3:||" },
    { "a\n2.10\n007\n", "a|/2:2.10|/3:007|" },
    { "a,b\n", "a|b|" },
    { "a|b\n1,5|2;3\n", "a|b|/2:1,5|2;3|" },
    /* What OGR would make something else of. */
    { "WKT,WKT,X,\nPOINT (1 2),NULL,1.0, x \n", "WKT|WKT|X||/2:POINT (1 2)|NULL|1.0| x |" },
    { "1,2\n3,4\n", "1|2|/2:3|4|" },
    { "a\n\"\"\nx\n", "a|/2:|/3:x|" },
    { "a\tb\n\t\n=\t\"=\"\"007\"\"\"\n", "a|b|/2:||/3:=|=\"007\"|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Table) table = read_bytes (tables[i].file, strlen (tables[i].file), NULL, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = to_text (table);
      g_assert_cmpstr (text, ==, tables[i].text);
    }
}

/* Nothing is lost in silence: file, line and column are named. */
static void
test_refused (void)
{
#define FILE_OF(text) text, sizeof text - 1
  static const struct
  {
    const char *file;
    gsize length;
    const char *complaint;
  } tables[] = {
    { FILE_OF ("a;b\n1;2\n3;4;5\n"), "t.csv:3: the row has 3 cells, but there are 2 columns: “5” is after the last" },
    { FILE_OF ("a;b\nx;Aus;tria\n"), "t.csv:2: the row has 3 cells, but there are 2 columns: “tria”" },
    { FILE_OF ("a,b\n1,2,,,\n"), "t.csv:2: the row has 5 cells" },
    { FILE_OF ("a,b\n\n1\n"), "t.csv:3: b: the row ends before this column" },
    { FILE_OF ("a,b\n1,Bio\0markers\n"), "t.csv:2: b: the cell holds a NUL" },
    { FILE_OF ("a,b\n1,\"Bio\0markers\"\n"), "t.csv:2: b: the cell holds a NUL" },
    { FILE_OF ("a,b\0c\n1,2\n"), "t.csv:1: the cell holds a NUL" },
    { FILE_OF ("a,b\n1,Pa\xeds\n2,Pa\xc3\xads\n"), "t.csv:2: b: this text is not UTF-8" },
    { FILE_OF ("a,b\n1,Pa\x81s\n"), "t.csv:2: b: this text is not UTF-8" },
    { FILE_OF ("a,b\n1,\xed\xa0\x80\n"), "t.csv:2: b: this text is not UTF-8" },
    { FILE_OF ("\xef\xbb\xbf"
               "a,b\n1,Pa\xeds\n2,Pa\xc3\xads\n"),
      "t.csv:2: b: this text is not UTF-8" },
    { FILE_OF ("\xff\xfe"
               "a\0\n\0\0\xd8\n\0"),
      "t.csv:2: this text is not UTF-16LE" },
    { FILE_OF ("\xff\xfe"
               "a\0,\0b\0\n\0\0"),
      "t.csv:2: this text is not UTF-16LE" },
    { FILE_OF ("a,b\n1,say \"so\"\n"), "t.csv:2: b: a quotation mark is in the middle" },
    { FILE_OF ("a,b\n\"1\"2,3\n"), "t.csv:2: a: text follows the closing quotation mark" },
    { FILE_OF ("a,b\n1,\"two\nlines\n"), "t.csv:2: b: a quotation mark is opened here but never closed" },
    { FILE_OF ("a;b,c\n1;2,3\n"), "t.csv:1: the first row has more than one kind of separator" },
    { FILE_OF (""), "“t.csv” has no columns" },
    { FILE_OF ("\n\r\n\n"), "“t.csv” has no columns" },
  };
#undef FILE_OF

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (tables[i].file, tables[i].length, NULL, NULL, &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, tables[i].complaint))
        g_error ("“%s” instead of “%s”", error->message, tables[i].complaint);
    }
}

/* The encoding is found out, or is what the caller says. */
static void
test_encodings (void)
{
#define FILE_OF(text) text, sizeof text - 1
  static const struct
  {
    const char *file;
    gsize length;
    Ris3TableOptions options;
    const char *text;
    const char *how;
  } tables[] = {
    { FILE_OF ("a;b\n1;\xc3\xa4\n"), { NULL, '\0' }, "a|b|/2:1|ä|", "UTF-8 ;" },
    { FILE_OF ("a;b\n1;\xe4\x80\n"), { NULL, '\0' }, "a|b|/2:1|ä€|", "WINDOWS-1252 ;" },
    { FILE_OF ("\xff\xfe"
               "a\0\t\0b\0\r\0\n\0\x31\0\t\0\xe4\0"),
      { NULL, '\0' },
      "a|b|/2:1|ä|",
      "UTF-16LE \t" },
    { FILE_OF ("\xfe\xff\0a\0,\0b\0\n\0\x31\0,\xd8\x3d\xde\x00"), { NULL, '\0' }, "a|b|/2:1|😀|", "UTF-16BE ," },
    { FILE_OF ("a\0,\0b\0\n\0\x31\0,\0\x32\0"), { NULL, '\0' }, "a|b|/2:1|2|", "UTF-16LE ," },
    { FILE_OF ("\0a\0,\0b\0\n\0\x31\0,\0\x32"), { NULL, '\0' }, "a|b|/2:1|2|", "UTF-16BE ," },
    { FILE_OF ("a;b\n1;\xb1\n"), { "ISO-8859-2", '\0' }, "a|b|/2:1|ą|", "ISO-8859-2 ;" },
    { FILE_OF ("a;b,c\n1;2,5\n"), { NULL, ';' }, "a|b,c|/2:1|2,5|", "UTF-8 ;" },
    { FILE_OF ("a,b\n1;2,5\n"), { NULL, ',' }, "a|b|/2:1;2|5|", "UTF-8 ," },
  };
#undef FILE_OF
  const Ris3TableOptions unknown = { "KLINGON", '\0' }, ascii = { "ASCII", '\0' };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *how = NULL;
      g_autoptr (Ris3Table) table = read_bytes (tables[i].file, tables[i].length, &tables[i].options, &how, &error);

      g_assert_no_error (error);
      text = to_text (table);
      g_assert_cmpstr (text, ==, tables[i].text);
      g_assert_cmpstr (how, ==, tables[i].how);
      g_assert_null (ris3_table_get_kinds (table));
    }
  g_assert_null (read_bytes ("a\n", 2, &unknown, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Cannot read “t.csv”: the encoding “KLINGON” is not known. Choose another one.");
  g_clear_error (&error);
  g_assert_null (read_bytes ("a\n\xe4", 3, &ascii, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "t.csv:2: this text is not ASCII. Save the file as UTF-8"));
}

/* A few rows for a preview, then all; and a read that is cancelled. */
static void
test_preview (void)
{
  g_autofree char *path = g_build_filename (folder, "p.csv", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3TableFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "a\n1\n2\n3\n", -1, NULL));
  file = ris3_table_file_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  for (guint max_rows = 0; max_rows < 6; max_rows++)
    {
      g_autoptr (Ris3Table) table = ris3_table_file_read (file, 0, max_rows, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ris3_table_get_n_rows (table), ==, max_rows == 0 ? 3 : MIN (max_rows, 3));
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_table_file_read (file, 0, 0, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Parts of a large file are read at the same time: each row is in its place, with its line, also a short first part of
 * it; with rows of several lines, and with a separator that OGR does not know. */
static void
test_parts (void)
{
  static const struct
  {
    guint n_rows;
    guint max_rows;
    const char *separator;
  } tables[] = { { 8190, 0, "," },  { 8191, 0, "," },      { 8192, 0, "," },    { 40000, 0, "," },
                 { 40000, 0, "|" }, { 40000, 20000, "," }, { 40000, 8191, "," } };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (folder, "p.csv", NULL);
      g_autoptr (GString) text = g_string_new ("a");
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3TableFile) file = NULL;
      g_autoptr (Ris3Table) table = NULL;
      guint n_rows = tables[i].max_rows > 0 ? tables[i].max_rows : tables[i].n_rows;
      guint line = 2;
      gint progress = -1;

      g_string_append_printf (text, "%sb\n", tables[i].separator);
      for (guint row = 0; row < tables[i].n_rows; row++)
        g_string_append_printf (text, "%u%s%s\n", row, tables[i].separator, row % 7 == 0 ? "\"two\nlines\"" : "");
      g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
      file = ris3_table_file_open (path, NULL, NULL, &error);
      g_assert_no_error (error);
      g_unlink (path);
      table = ris3_table_file_read (file, 0, tables[i].max_rows, &progress, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ris3_table_get_n_rows (table), ==, n_rows);
      g_assert_cmpint (progress, ==, (gint) n_rows);
      for (guint row = 0; row < n_rows; row++)
        {
          const char *const *cells = ris3_table_get_cells (table) + row * 2;

          g_assert_cmpuint (g_ascii_strtoull (cells[0], NULL, 10), ==, row);
          g_assert_cmpstr (cells[1], ==, row % 7 == 0 ? "two\nlines" : "");
          g_assert_cmpuint (ris3_table_get_lines (table)[row], ==, line);
          line += row % 7 == 0 ? 2 : 1;
        }
    }
}

/* What a message shows of a file is short, and a table of nothing but separators costs no memory. */
static void
test_long (void)
{
  g_autofree char *cell = g_strnfill (8 * 1024 * 1024, 'x');
  g_autofree char *surplus = g_strconcat ("a\n1,", cell, "\n", NULL);
  g_autofree char *commas = g_strnfill (8 * 1024 * 1024, ',');
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (surplus, strlen (surplus), NULL, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_assert_cmpuint (strlen (error->message), <, 500);
  g_clear_error (&error);
  g_assert_null (read_bytes (commas, strlen (commas), NULL, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "t.csv:1: there are more than 256 columns"));
}

/* Only a file is read, it alone, and without waiting. */
static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  g_autofree char *types = g_build_filename (folder, "t.csvt", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.csv", NULL);
  g_autofree char *large = g_build_filename (folder, "large.csv", NULL);
  g_autoptr (Ris3Table) table = NULL;
  g_autofree char *text = NULL;
  FILE *stream;

  g_assert_true (g_file_set_contents (path, "a,b\n2.10,007\n", -1, NULL));
  g_assert_true (g_file_set_contents (types, "Real,Integer\n", -1, NULL));
  table = ris3_table_load (path, NULL, &error);
  g_assert_no_error (error);
  text = to_text (table);
  g_assert_cmpstr (text, ==, "a|b|/2:2.10|007|");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (ris3_table_load (pipe, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "it is a pipe, a device or a socket, not a file"));
  g_clear_error (&error);
  g_assert_null (ris3_table_load (folder, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN);
  g_clear_error (&error);

  stream = g_fopen (large, "w");
  g_assert_nonnull (stream);
  g_assert_cmpint (ftruncate (fileno (stream), (off_t) 1 << 40), ==, 0);
  fclose (stream);
  g_assert_null (ris3_table_load (large, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "it is larger than 64"));

  g_unlink (path);
  g_unlink (types);
  g_unlink (pipe);
  g_unlink (large);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("ris3-geo-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/geo/table/read", test_read);
  g_test_add_func ("/geo/table/encodings", test_encodings);
  g_test_add_func ("/geo/table/preview", test_preview);
  g_test_add_func ("/geo/table/parts", test_parts);
  g_test_add_func ("/geo/table/refused", test_refused);
  g_test_add_func ("/geo/table/long", test_long);
  g_test_add_func ("/geo/table/files", test_files);

  status = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "geo/ris3-table.h"
#include "report/ris3-export-private.h"
#include "report/ris3-qgis-style-private.h"

static const Ris3ExportBase base = { "The atlas", "2026-11-23", "only Spain" };

static char *folder;

static Ris3Export *
make_regions (Ris3LevelRule rule, const char *const *columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Classification) classification = fixture_classify (2016, FIXTURE_PM, "2014-2020", rule);
  Ris3Export *export = ris3_export_new_regions (classification, &base, columns, &error);

  g_assert_no_error (error);
  return export;
}

static void
assert_written (Ris3Export *export, Ris3ExportFormat format, const char *path, gboolean with_base)
{
  g_autoptr (GError) error = NULL;
  gint progress = 0;

  ris3_export_write (export, format, path, with_base, NULL, 0, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress, >=, (int) ris3_export_get_n_rows (export));
}

static const char *
find_about (Ris3Export *export, const char *what)
{
  for (guint i = 0; i < ris3_export_get_n_about (export); i++)
    if (g_str_equal (ris3_export_get_about (export, i, 0), what))
      return ris3_export_get_about (export, i, 1);
  return NULL;
}

/* Each territory of the map is a row, with what the map shows; and the base tells where it comes from. */
static void
test_regions (void)
{
  static const char *const columns[] = { "class", "code", "inherited", NULL };
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3Export) export = make_regions (RIS3_LEVEL_RULE_STRATEGY_TERRITORY, columns);
  g_autoptr (Ris3Export) shares = make_regions (RIS3_LEVEL_RULE_COUNTRY, NULL);
  guint n_shares = 0;

  g_assert_cmpuint (ris3_export_get_n_rows (export), ==, ris3_classification_get_n_territories (classification));
  g_assert_cmpuint (ris3_export_get_n_columns (export), ==, 3);
  g_assert_cmpstr (ris3_export_get_column (export, 1), ==, "code");
  for (guint i = 0; i < ris3_export_get_n_rows (export); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);

      g_assert_cmpstr (ris3_export_get_cell (export, i, 0), ==, fixture_class_id (classification, territory));
      g_assert_cmpstr (
          ris3_export_get_cell (export, i, 1), ==,
          ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), territory->region)->code);
      g_assert_cmpstr (ris3_export_get_cell (export, i, 2), ==, territory->marks & RIS3_MARK_INHERITED ? "1" : "0");
    }
  g_assert_cmpstr (find_about (export, "Atlas"), ==, "The atlas");
  g_assert_cmpstr (find_about (export, "Filter"), ==, "only Spain");
  g_assert_cmpstr (find_about (export, "State of the data"), ==, "23 November 2026");
  g_assert_cmpstr (find_about (export, "NUTS version"), ==, "2016");
  g_assert_nonnull (strstr (find_about (export, "Finding"), "32 of 170 analysed strategies"));
  g_assert_nonnull (strstr (find_about (export, "Credit"), "© EuroGeographics for the administrative boundaries"));
  g_assert_nonnull (strstr (find_about (export, "Licence of the boundaries"), "non-commercial"));
  g_assert_nonnull (find_about (export, "Exported on"));

  /* A share comes with its base. */
  for (guint i = 0; i < ris3_export_get_n_rows (shares); i++)
    {
      g_assert_cmpint (*ris3_export_get_cell (shares, i, 10) == '\0', ==,
                       *ris3_export_get_cell (shares, i, 11) == '\0');
      n_shares += *ris3_export_get_cell (shares, i, 10) != '\0';
    }
  g_assert_cmpuint (n_shares, >, 10);
}

typedef struct
{
  GHashTable *classes; /* of those that a rule has, its symbol */
  guint n_symbols;
  gboolean has_inherited;
  gboolean has_disputed;
} Rules;

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  Rules *rules = user_data;
  const char *filter = NULL, *symbol = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "filter"))
      filter = values[i];
    else if (g_str_equal (names[i], "symbol"))
      symbol = values[i];
  if (g_str_equal (element, "rule"))
    {
      g_auto (GStrv) parts = g_strsplit (filter, "'", -1);

      g_assert_nonnull (symbol);
      if (strstr (filter, "\"inherited\" = 1") != NULL)
        rules->has_inherited = TRUE;
      else if (strstr (filter, "\"disputed\" = 1") != NULL)
        rules->has_disputed = TRUE;
      else
        g_assert_true (g_hash_table_add (rules->classes, g_strdup (parts[1])));
    }
  else if (g_str_equal (element, "symbol"))
    rules->n_symbols++;
}

/* Well-formed, and with a rule for every class that a region can have. */
static void
test_style (void)
{
  static const GMarkupParser parser = { .start_element = start_element };
  const Ris3LevelRule level_rules[] = { RIS3_LEVEL_RULE_STRATEGY_TERRITORY, RIS3_LEVEL_RULE_COUNTRY };

  for (gsize i = 0; i < G_N_ELEMENTS (level_rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Classification) classification = fixture_classify (2016, FIXTURE_PM, "2014-2020", level_rules[i]);
      Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
      g_autofree char *style = _ris3_qgis_style_new (classification);
      Rules rules = { .classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &rules, NULL);

      g_assert_true (g_markup_parse_context_parse (context, style, -1, &error));
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_no_error (error);
      for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
        g_assert_true (g_hash_table_contains (rules.classes, ris3_class_scheme_get_id (scheme, klass)));
      g_assert_cmpuint (g_hash_table_size (rules.classes), ==, ris3_class_scheme_get_n_classes (scheme));
      g_assert_cmpint (rules.has_inherited, ==, ris3_classification_count_inherited (classification) > 0);
      g_assert_cmpint (rules.has_disputed, ==, ris3_classification_count_disputed (classification) > 0);
      g_hash_table_unref (rules.classes);
    }
}

/* The base is beside the file when it is asked for; both are there, or neither. */
static void
test_files (void)
{
  static const char *const columns[] = { "code", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Export) export = make_regions (RIS3_LEVEL_RULE_STRATEGY_TERRITORY, columns);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *text_path = g_build_filename (folder, "a.csv.txt", NULL);
  g_autofree char *xlsx_path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  assert_written (export, RIS3_EXPORT_CSV, path, FALSE);
  g_assert_false (g_file_test (text_path, G_FILE_TEST_EXISTS));
  assert_written (export, RIS3_EXPORT_CSV, path, TRUE);
  g_assert_true (g_file_get_contents (text_path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Atlas: The atlas\nContents: "));
  g_unlink (path);
  g_unlink (text_path);

  /* What stands there is not lost. */
  g_assert_true (g_file_set_contents (text_path, "%PDF-1.4", -1, NULL));
  g_assert_false (ris3_export_write (export, RIS3_EXPORT_CSV, path, TRUE, NULL, 0, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_str_has_prefix (error->message, "Nothing was exported: "));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_unlink (text_path);

  g_cancellable_cancel (cancellable);
  g_assert_false (ris3_export_write (export, RIS3_EXPORT_XLSX, xlsx_path, TRUE, NULL, 0, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

/* What an atlas says of itself may be anything, and every kind of file holds its base. */
static void
test_bad_base (void)
{
  static const char *const columns[] = { "code", NULL };
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *title = g_strconcat ("A \x01\x1b[31m \"title\"\nof \\ lines </about> =1+1 \xff ", long_text, NULL);
  const Ris3ExportBase bad = { title, "not a date \x02", long_text };
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_COUNTRY);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Export) export = ris3_export_new_regions (classification, &bad, columns, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (find_about (export, "Atlas"), "A ␁␛[31m \"title\" of \\ lines"));
  for (guint format = 0; format < RIS3_N_EXPORT_FORMATS; format++)
    {
      g_autofree char *name = g_strconcat ("a", ris3_export_format_get_suffix (format), NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      assert_written (export, format, path, FALSE);
      g_unlink (path);
    }
}

static void
test_formats (void)
{
  Ris3ExportFormat found;

  for (guint format = 0; format < RIS3_N_EXPORT_FORMATS; format++)
    {
      g_autofree char *path = g_strconcat ("/a.b/c.D", ris3_export_format_get_suffix (format), NULL);

      g_assert_true (ris3_export_format_from_id (ris3_export_format_get_id (format), &found));
      g_assert_cmpuint (found, ==, format);
      g_assert_true (ris3_export_format_from_path (path, &found));
      g_assert_cmpuint (found, ==, format);
    }
  g_assert_true (ris3_export_format_from_path ("A.JSON", &found));
  g_assert_cmpuint (found, ==, RIS3_EXPORT_GEOJSON);
  g_assert_false (ris3_export_format_from_path ("csv", &found));
  g_assert_false (ris3_export_format_from_path ("/a.csv/b", &found));
  g_assert_false (ris3_export_format_from_path ("a.png", &found));
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-export-XXXXXX", NULL);

  g_test_add_func ("/report/export/formats", test_formats);
  g_test_add_func ("/report/export/regions", test_regions);
  g_test_add_func ("/report/export/style", test_style);
  g_test_add_func ("/report/export/bad-base", test_bad_base);
  g_test_add_func ("/report/export/files", test_files);

  status = fixture_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}

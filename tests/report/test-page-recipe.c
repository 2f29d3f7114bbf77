/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A figure says itself what it shows, and other files do not. */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "map/ris3-extent.h"
#include "report/ris3-map-page.h"
#include "report/ris3-page-recipe.h"

#define STATE "sha256=00ff changes=12"
#define VIEW "indicator=personalised-medicine period=2014-2020"

static char *folder;

static char *
write_page (const char *name, const char *text, Ris3View **view)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text (text, NULL, &error);
  g_autoptr (Ris3Classification) classification
      = fixture_classify (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  Ris3MapPage page = { .classification = classification, .state = STATE };
  Ris3PageFormat format;

  g_assert_no_error (error);
  g_assert_true (ris3_map_page_set_options (&page, options, &error));
  page.extent = ris3_extent_of_europe (ris3_plane_get_mercator ());
  page.crs = NULL;
  g_assert_true (ris3_page_format_from_path (path, &format));
  g_assert_true (ris3_map_page_write (&page, format, path, NULL, 0, NULL, NULL, &error));
  g_assert_no_error (error);
  *view = ris3_view_ref (ris3_classification_get_view (classification));
  return path;
}

/* In the letters of English, where PDF keeps a text as it is, and in others, where it does not. */
static void
test_round_trip (void)
{
  static const char *const names[] = { "figure.png", "figure.svg", "figure.pdf" };
  static const char *const texts[]
      = { "size=600x600 dpi=96 title=Plain%20(1)%20%5C%20%3C%26 class-0=Yes graticule=yes",
          "size=600x600 dpi=96 title=%C3%9Cbersicht%20%E2%80%93%20%CE%95%CE%BB%CE%BB%CE%AC%CE%B4%CE%B1 names=FRL0" };

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i / G_N_ELEMENTS (names)];
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3View) view = NULL;
      g_autofree char *path = write_page (names[i % G_N_ELEMENTS (names)], text, &view);
      g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text (text, NULL, NULL);
      g_autoptr (Ris3PageRecipe) recipe = ris3_page_recipe_read (path, &error);

      g_assert_no_error (error);
      g_assert_true (ris3_page_recipe_may_have (path));
      g_assert_true (ris3_view_equal (recipe->view, view));
      g_assert_true (ris3_page_options_equal (recipe->options, options));
      g_assert_cmpstr (recipe->state, ==, STATE);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static Ris3PageRecipe *
read_bytes (const char *name, gconstpointer bytes, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  Ris3PageRecipe *recipe;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  recipe = ris3_page_recipe_read (path, error);
  g_assert_cmpint (g_remove (path), ==, 0);
  return recipe;
}

/* As Cairo 1.18 writes it: the words are in a packed stream of objects, after others. */
static void
test_packed (void)
{
  static const char objects[]
      = "1 0 2 10 << /Type /X >> << /Keywords (" VIEW "\\ntemplate=square title=A\\(\\051\\\\) >>";
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3PageRecipe) recipe = NULL;
  static const char head[] = "%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /Length 9 >>\nstream\nno zlib\nendstream\n"
                             "6 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n";
  guint8 packed[1024];
  gsize n_read, n_written;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (compressor), objects, strlen (objects), packed, sizeof packed,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_append (file, (const guint8 *) head, strlen (head));
  g_byte_array_append (file, packed, (guint) n_written);
  g_byte_array_append (file, (const guint8 *) "\nendstream\n", 11);
  recipe = read_bytes ("packed.pdf", file->data, file->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (recipe->options->page, ==, RIS3_PAGE_TEMPLATE_SQUARE);
  g_assert_cmpstr (recipe->options->title, ==, "A()\\");
}

/* A file of another program, half a file, and a view that there is not: a sentence. */
static void
test_refused (void)
{
  static const char *const others[] = { "",
                                        "RIS3 view",
                                        "<svg><title>A</title></svg>",
                                        "<svg><recipe>x</recipe></svg>",
                                        "<svg><metadata><recipe>indicator=nothing</recipe>",
                                        "%PDF-1.4 /Keywords (a",
                                        "%PDF-1.4 /Keywords <FE",
                                        "%PDF-1.4 /ObjStm stream" };
  g_autoptr (Ris3View) view = NULL;
  g_autofree char *path = write_page ("whole.png", "size=600x600 dpi=96 title=A", &view);
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes ("other.svg", others[i], strlen (others[i]), &error));
      g_assert_nonnull (strstr (error->message, "other.svg"));
    }
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize n = 0; n < MIN (length, 2000); n += 7)
    {
      g_autoptr (Ris3PageRecipe) recipe = read_bytes ("half.png", contents, n, NULL);

      g_assert_true (recipe == NULL || ris3_view_equal (recipe->view, view));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (ris3_page_recipe_read (path, NULL));
  g_assert_null (ris3_page_recipe_read (folder, NULL));
  g_assert_false (ris3_page_recipe_may_have ("table.csv"));
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-page-recipe-XXXXXX", NULL);
  g_test_add_func ("/report/page-recipe/round-trip", test_round_trip);
  g_test_add_func ("/report/page-recipe/packed", test_packed);
  g_test_add_func ("/report/page-recipe/refused", test_refused);
  status = fixture_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}

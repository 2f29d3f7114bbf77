/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "report/ris3-page-format.h"
#include "report/ris3-page-options.h"
#include "report/ris3-saved-pages.h"

static Ris3PageOptions *
read_options (const char *text)
{
  g_autoptr (GError) error = NULL;
  Ris3PageOptions *options = ris3_page_options_from_text (text, NULL, &error);

  if (error != NULL)
    g_error ("%s: %s", text, error->message);
  return options;
}

/* Text form, options, and text form again: the same. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "",
    "template=a4-portrait",
    "template=column dpi=600",
    "size=1600x1200 dpi=96",
    "size=297x210mm",
    "size=210.5x99.25mm dpi=150.5",
    "title=A%20map crs=EPSG:3857 second-map=no insets=no small-states=yes graticule=yes disclaimer=no",
    "names=FRL0,DE1 figure=Figure%203.2 publisher=the%20Commission notes=One%0ATwo subtitle=%3D%25%26%20%C3%A9",
    "class-0=Yes class-3=No%20strategy",
    "pins=yes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Ris3PageOptions) options = read_options (texts[i]);
      g_autofree char *text = ris3_page_options_to_text (options);
      g_autoptr (Ris3PageOptions) again = read_options (text);
      g_autofree char *second = ris3_page_options_to_text (again);
      g_autoptr (Ris3PageOptions) copy = ris3_page_options_copy (options);

      g_assert_cmpstr (text, ==, second);
      g_assert_true (ris3_page_options_equal (options, again));
      g_assert_true (ris3_page_options_equal (options, copy));
      for (guint j = 0; j < i; j++)
        {
          g_autoptr (Ris3PageOptions) other = read_options (texts[j]);

          g_assert_false (ris3_page_options_equal (options, other));
        }
    }
}

static void
test_values (void)
{
  g_autoptr (Ris3PageOptions) base = read_options ("title=Base dpi=200 names=AT");
  g_autoptr (Ris3PageOptions) options = NULL;

  options = ris3_page_options_from_text ("subtitle=Caf%C3%A9%20au%20lait title= class-2=Two names=", base, NULL);
  g_assert_cmpstr (options->title, ==, NULL);
  g_assert_cmpstr (options->subtitle, ==, "Café au lait");
  g_assert_null (options->names);
  g_assert_cmpfloat (ris3_page_options_get_dpi (options), ==, 200);
  g_assert_cmpstr (ris3_page_options_get_class_title (options, 2, "own"), ==, "Two");
  g_assert_cmpstr (ris3_page_options_get_class_title (options, 1, "own"), ==, "own");
  g_assert_cmpstr (ris3_page_options_get_class_title (options, 9, "own"), ==, "own");
  g_assert_cmpstr (base->title, ==, "Base");
}

/* Every template has a size in pixels, A4 that of ISO 216, and a slide that of a screen. */
static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    guint width, height;
  } cases[] = {
    { "template=a4-landscape", 3508, 2480 },    { "template=a4-portrait dpi=150", 1240, 1754 },
    { "template=slide", 1920, 1080 },           { "template=square", 2126, 2126 },
    { "template=column", 1004, 2008 },          { "template=map-only", 1890, 1535 },
    { "size=841x1189mm dpi=300", 9933, 14043 }, { "size=600x500", 600, 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3PageOptions) options = read_options (cases[i].text);
      guint width, height;

      g_assert_true (ris3_page_options_get_pixels (options, &width, &height, NULL));
      g_assert_cmpuint (width, ==, cases[i].width);
      g_assert_cmpuint (height, ==, cases[i].height);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "title", "“title” is not KEY=VALUE" },
    { "=3", "is not KEY=VALUE" },
    { "title=%zz", "is not KEY=VALUE" },
    { "title=%ff", "is not KEY=VALUE" },
    { "dpi=96 dpi=96", "“dpi” is given twice" },
    { "colour=red", "“colour” is nothing that a page has" },
    { "template=poster", "one of a4-landscape, a4-portrait, column, slide, square, map-only" },
    { "dpi=0", "from 36 to 1200" },
    { "dpi=x", "from 36 to 1200" },
    { "dpi=nan", "from 36 to 1200" },
    { "insets=maybe", "“yes” or “no”" },
    { "size=5x5", "each from 480 to 20000" },
    { "size=1600x1200x3", "each from 480 to 20000" },
    { "size=-5x700", "each from 480 to 20000" },
    { "size=1e4x1e400", "each from 480 to 20000" },
    { "size=10x10mm", "each from 30 to 2400" },
    { "size=infxinfmm", "each from 30 to 2400" },
    { "class-x=A", "from 0 to 31" },
    { "class-99=A", "from 0 to 31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text (cases[i].text, NULL, &error);

      if (options != NULL || strstr (error->message, cases[i].sentence) == NULL)
        g_error ("%s: %s", cases[i].text, error != NULL ? error->message : "taken");
      g_assert_true (error->domain == RIS3_PAGE_OPTIONS_ERROR);
    }
}

/* A page of paper that no computer could draw. */
static void
test_too_large (void)
{
  g_autoptr (Ris3PageOptions) options = read_options ("size=841x1189mm dpi=1200");
  g_autoptr (GError) error = NULL;
  guint width, height;

  g_assert_false (ris3_page_options_get_pixels (options, &width, &height, &error));
  g_assert_error (error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "Choose another size, or another resolution."));
}

static void
test_formats (void)
{
  Ris3PageFormat format = RIS3_N_PAGE_FORMATS;

  g_assert_true (ris3_page_format_from_path ("a.b/map.PDF", &format));
  g_assert_cmpint (format, ==, RIS3_PAGE_FORMAT_PDF);
  g_assert_true (ris3_page_format_from_path ("map.svg", &format));
  g_assert_cmpint (format, ==, RIS3_PAGE_FORMAT_SVG);
  g_assert_false (ris3_page_format_from_path ("map.jpg", &format));
  g_assert_false (ris3_page_format_from_path ("map", &format));
}

/* In the place of a test's own: there are no others. */
static char *
get_pages_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ris3-atlas", "pages", NULL);
}

static void
test_saved (void)
{
  g_autoptr (Ris3PageOptions) options
      = read_options ("template=slide dpi=200 publisher=Us title=Mine names=FRL0 pins=yes class-1=A");
  g_autoptr (Ris3PageOptions) asked = NULL;
  g_autoptr (Ris3PageOptions) slide = NULL;
  g_autoptr (Ris3SavedPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ris3_saved_pages_save ("Österreich & co", options, &error));
  g_assert_no_error (error);
  g_assert_true (ris3_saved_pages_save ("Second", options, &error));
  ris3_page_options_set (&options->publisher, "Them");
  g_assert_true (ris3_saved_pages_save ("second", options, &error));
  pages = ris3_saved_pages_read (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_saved_pages_get_n (pages), ==, 2);
  g_assert_cmpstr (ris3_saved_pages_get_name (pages, 1), ==, "second");
  /* What belongs to one map is not kept. */
  asked = ris3_saved_pages_ask ("österreich & CO", &error);
  g_assert_no_error (error);
  text = ris3_page_options_to_text (asked);
  g_assert_cmpstr (
      text, ==,
      "template=slide dpi=200 publisher=Us second-map=yes insets=yes small-states=no graticule=no disclaimer=yes");
  slide = ris3_saved_pages_ask ("slide", &error);
  g_assert_cmpint (slide->page, ==, RIS3_PAGE_TEMPLATE_SLIDE);

  g_assert_false (ris3_saved_pages_rename ("Second", "Österreich & Co", &error));
  g_assert_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_NAME);
  g_clear_error (&error);
  g_assert_true (ris3_saved_pages_rename ("Second", "Third", &error));
  g_assert_true (ris3_saved_pages_delete ("Österreich & co", &error));
  g_assert_false (ris3_saved_pages_delete ("Österreich & co", &error));
  g_assert_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (ris3_saved_pages_ask ("Fourth", &error));
  g_assert_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "map-only, “Third”."));
}

static void
test_saved_names (void)
{
  static const char *const wrong[] = { "", " a", "a ", "a\nb", "a=b", "slide", "\xff" };
  g_autofree char *longest = g_strnfill (RIS3_SAVED_PAGES_MAX_NAME, 'a');
  g_autofree char *longer = g_strconcat (longest, "a", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ris3_saved_pages_check_name (wrong[i], &error));
      g_assert_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_NAME);
    }
  g_assert_true (ris3_saved_pages_check_name (longest, NULL));
  g_assert_false (ris3_saved_pages_check_name (longer, NULL));
}

/* It is said which line is wrong, and the file is left as it is. */
static void
test_saved_damaged (void)
{
  static const struct
  {
    const char *contents;
    const char *words;
  } cases[] = { { "name=A template=slide\n\nname=B template=poster\n", "line 3: template=poster" },
                { "name=A template=slide\nname=a template=slide\n", "line 2: “a” is there twice" },
                { "template=slide\n", "line 1: it does not begin" },
                { "name=a%3Db template=slide\n", "line 1: The name of a page has no “=”" },
                { "\xff\xfe", "it is no text" } };
  g_autofree char *path = get_pages_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3PageOptions) options = ris3_page_options_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].contents, -1, NULL));
      g_assert_false (ris3_saved_pages_save ("New", options, &error));
      g_assert_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, cases[i].contents);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("ris3-pages-XXXXXX", NULL);

  /* Folders that GLib itself isolates, it leaks. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/page-options/round-trip", test_round_trip);
  g_test_add_func ("/report/page-options/values", test_values);
  g_test_add_func ("/report/page-options/sizes", test_sizes);
  g_test_add_func ("/report/page-options/refused", test_refused);
  g_test_add_func ("/report/page-options/too-large", test_too_large);
  g_test_add_func ("/report/page-options/formats", test_formats);
  g_test_add_func ("/report/page-options/saved", test_saved);
  g_test_add_func ("/report/page-options/saved-names", test_saved_names);
  g_test_add_func ("/report/page-options/saved-damaged", test_saved_damaged);
  return g_test_run ();
}

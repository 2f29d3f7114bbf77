/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page as a file, read by other programs: rsvg-convert, pdftotext, pdftoppm, pdfinfo, pdffonts and cs2cs. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "map/ris3-extent.h"
#include "map/ris3-palette.h"
#include "report/ris3-map-page-private.h"

#define CREDIT "© EuroGeographics for the administrative boundaries · © TurkStat"

static char *folder;

/* The default atlas in EPSG:3035 with insets, as options say. */
static Ris3MapPage
make_page (const Ris3PageOptions *options, Ris3LevelRule rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) flat = fixture_classify (2016, FIXTURE_PM, "2014-2020", rule);
  Ris3MapPage page = { .source = "The atlas", .data_date = "2026-11-23" };

  g_assert_true (ris3_map_page_set_options (&page, options, &error));
  geodata = ris3_map_page_project (fixture_get_geodata (2016), page.crs, &error);
  g_assert_no_error (error);
  placement = ris3_placement_new_of_atlas (geodata, fixture_get_atlas ());
  page.classification = ris3_classification_new (placement, ris3_classification_get_view (flat));
  page.extent = ris3_extent_of_europe (ris3_boundaries_get_plane (ris3_geodata_get_boundaries (geodata)));
  g_assert_true (ris3_map_page_add_insets (&page, geodata, fixture_get_geodata (2016), &error));
  return page;
}

/* Adds the map of another period. */
static void
add_second (Ris3MapPage *page)
{
  g_autoptr (Ris3Classification) alone = page->classification;
  g_autoptr (Ris3View) view = ris3_view_with_against (ris3_classification_get_view (alone), "2021-2027", NULL);
  g_autoptr (Ris3View) compared = ris3_view_get_compared (view);

  page->classification = ris3_classification_new (ris3_classification_get_placement (alone), view);
  page->compared = ris3_classification_new_second (page->classification, compared, NULL);
  page->comparison = ris3_comparison_new (page->classification, page->compared);
}

static void
clear_page (Ris3MapPage *page)
{
  g_clear_pointer (&page->classification, ris3_classification_unref);
  g_clear_pointer (&page->compared, ris3_classification_unref);
  g_clear_pointer (&page->comparison, ris3_comparison_free);
  g_clear_pointer (&page->insets, g_ptr_array_unref);
}

static Ris3PageOptions *
read_options (const char *text)
{
  g_autoptr (GError) error = NULL;
  Ris3PageOptions *options = ris3_page_options_from_text (text, NULL, &error);

  g_assert_no_error (error);
  return options;
}

static char *
write_page (const Ris3MapPage *page, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  Ris3PageFormat format;

  g_assert_true (ris3_page_format_from_path (path, &format));
  g_assert_true (ris3_map_page_write (page, format, path, NULL, 0, NULL, NULL, &error));
  g_assert_no_error (error);
  return path;
}

/* Runs a program that must succeed and complain about nothing; what it prints. (transfer full) */
static char *
run (const char *const *argv, const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error);
  char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, input, NULL, &out, &err, &error));
  if (!g_subprocess_get_successful (process) || err[0] != '\0')
    g_error ("%s: %s", argv[0], err);
  return out;
}

/* Whether a sign covers a place in the plane. radius: in the plane */
static gboolean
is_under_sign (const Ris3MapPage *page, Ris3Point place, double radius)
{
  GArray *compared = ris3_comparison_get_regions (page->comparison);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);

  for (guint i = 0; i < compared->len; i++)
    {
      const Ris3ComparedRegion *region = &g_array_index (compared, Ris3ComparedRegion, i);
      Ris3Point sign = ris3_boundaries_get_region (boundaries, region->region)->inside;

      if ((region->difference == RIS3_DIFFERENCE_NEW || region->difference == RIS3_DIFFERENCE_DROPPED)
          && hypot (sign.x - place.x, sign.y - place.y) < radius)
        return TRUE;
    }
  return FALSE;
}

/* The classes of a map's areas are where they should be in a picture that another program has made. */
static void
check_map (const Ris3MapPage *page, guint map, const char *path)
{
  g_autoptr (Ris3MapPageLayout) layout = _ris3_map_page_layout_new (page);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create_from_png (path);
  Ris3Classification *classification = _ris3_map_page_get_map (page, map);
  int left = layout->map_x + (map > 0 ? layout->step_x : 0), top = layout->map_y + (map > 0 ? layout->step_y : 0);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  Ris3Frame frame = ris3_frame_of_box (&page->extent, (guint) layout->map_width, (guint) layout->map_height);
  int width = cairo_image_surface_get_width (surface);
  double scale = (double) width / page->width;
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint n_seen = 0;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, territory->region);
      double x = (region->inside.x - frame.x) * frame.scale, y = (region->inside.y - frame.y) * frame.scale;
      guint32 wanted = ris3_class_scheme_get_fill (ris3_classification_get_scheme (classification), territory->klass,
                                                   ris3_palette_get (RIS3_PALETTE_LIGHT))
                           .colour;
      guint32 seen;

      /* Areas that are larger than their border. */
      if (region->is_overseas || territory->marks != RIS3_MARK_NONE
          || (region->box.x1 - region->box.x0) * frame.scale * scale < 12 || x < 0 || y < 0 || x > frame.width
          || y > frame.height
          || (page->comparison != NULL
              && is_under_sign (page, region->inside, 1.2 * RIS3_MAP_PAGE_SIGN * layout->font_size / frame.scale)))
        continue;
      seen = *(const guint32 *) (const void *) (data
                                                + (gsize) ((top + y) * scale)
                                                      * (gsize) cairo_image_surface_get_stride (surface)
                                                + 4 * (gsize) ((left + x) * scale))
             & 0xffffff;
      if (seen != wanted)
        g_error ("%s: %06x instead of %06x", region->code, seen, wanted);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 60);
}

static void
check_picture (const Ris3MapPage *page, const char *path)
{
  for (guint map = 0; map < _ris3_map_page_get_n_maps (page); map++)
    check_map (page, map, path);
}

/* An element of an SVG file with its id, title and text, as GMarkup reads it. */
typedef struct
{
  GHashTable *ids; /* of char, to the title of the element */
  GString *words;  /* of all text elements */
  char *description;
  char *recipe;
  char *id; /* of the element whose title comes next */
  guint n_paths;
} Svg;

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Svg *svg = data;

  svg->n_paths += g_str_equal (element, "path");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id") && g_str_equal (element, "g"))
      {
        g_free (svg->id);
        svg->id = g_strdup (values[i]);
        g_assert_true (g_hash_table_insert (svg->ids, g_strdup (values[i]), NULL));
      }
  if (g_str_equal (element, "text"))
    g_string_append_c (svg->words, '\n');
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  const char *element = g_markup_parse_context_get_element (context);
  Svg *svg = data;

  if (g_str_equal (element, "tspan"))
    g_string_append_len (svg->words, text, (gssize) length);
  else if (g_str_equal (element, "title") && svg->id != NULL)
    g_hash_table_insert (svg->ids, g_steal_pointer (&svg->id), g_strndup (text, length));
  else if (g_str_equal (element, "desc"))
    svg->description = g_strndup (text, length);
  else if (g_str_equal (element, "recipe"))
    svg->recipe = g_strndup (text, length);
}

static void
read_svg (const char *path, Svg *svg)
{
  static const GMarkupParser parser = { .start_element = on_start, .text = on_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, svg, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_true (g_markup_parse_context_parse (context, contents, (gssize) length, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
}

/* Text is text, each area that is seen is an element with its code and what it shows, and other programs draw it. */
static void
test_svg (void)
{
  g_autoptr (Ris3PageOptions) options
      = read_options ("template=slide title=%3CMap%3E%20%26%20%22more%22 graticule=yes small-states=yes names=PT15");
  Ris3MapPage page = make_page (options, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autofree char *path = write_page (&page, "map.svg");
  g_autofree char *picture = g_build_filename (folder, "svg.png", NULL);
  g_autofree char *described = ris3_map_page_describe (&page);
  g_autofree char *view = ris3_view_to_text (ris3_classification_get_view (page.classification));
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page.classification);
  Svg svg = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), .words = g_string_new (NULL) };
  g_autofree char *out = NULL;
  guint n_shown = 0;

  read_svg (path, &svg);
  g_assert_nonnull (strstr (svg.words->str, "\n<Map> & \"more\""));
  g_assert_nonnull (strstr (svg.words->str, CREDIT));
  g_assert_nonnull (strstr (svg.words->str, "\n32 of 170 analysed strategies"));
  g_assert_cmpstr (svg.description, ==, described);
  g_assert_true (g_str_has_prefix (svg.recipe, view));
  for (guint i = 0; i < ris3_classification_get_n_territories (page.classification); i++)
    {
      guint region = ris3_classification_get_territory (page.classification, i)->region;
      const char *code = ris3_boundaries_get_region (boundaries, region)->code;
      const char *title = g_hash_table_lookup (svg.ids, code);
      g_autofree char *words = ris3_classification_describe (page.classification, i);

      n_shown += title != NULL;
      g_assert_true (title == NULL || g_str_has_suffix (title, words));
    }
  /* All of them: what lies overseas is in an inset. */
  g_assert_cmpuint (n_shown, ==, ris3_classification_get_n_territories (page.classification));
  g_assert_nonnull (strstr (g_hash_table_lookup (svg.ids, "FRY4"), "Réunion: "));

  out = run ((const char *const[]){ "rsvg-convert", "-w", "1920", "-o", picture, path, NULL }, NULL);
  check_picture (&page, picture);
  g_remove (picture);
  g_remove (path);
  g_hash_table_unref (svg.ids);
  g_string_free (svg.words, TRUE);
  g_free (svg.description);
  g_free (svg.recipe);
  g_free (svg.id);
  clear_page (&page);
}

/* Both maps are in a file of each kind, with the words of both, and each area of either has an id of its own. */
static void
test_pair (void)
{
  g_autoptr (Ris3PageOptions) options = read_options ("template=a4-landscape small-states=yes");
  Ris3MapPage page = make_page (options, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  Svg svg = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), .words = g_string_new (NULL) };
  g_autofree char *picture = g_build_filename (folder, "pair-drawn.png", NULL);
  g_autofree char *stem = g_build_filename (folder, "pair-drawn", NULL);
  g_autofree char *described = NULL, *counts = NULL;
  g_autofree char *drawing = NULL, *document = NULL, *pixels = NULL, *words = NULL, *info = NULL, *out = NULL,
                  *again = NULL;
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page.classification);

  add_second (&page);
  counts = ris3_comparison_describe (page.comparison);
  described = ris3_map_page_describe (&page);
  g_assert_nonnull (strstr (described, "A · 2014–2020: 32 of 170"));
  g_assert_nonnull (strstr (described, "B · 2021–2027: "));
  g_assert_true (g_str_has_suffix (described, counts));

  pixels = write_page (&page, "pair.png");
  check_picture (&page, pixels);
  drawing = write_page (&page, "pair.svg");
  read_svg (drawing, &svg);
  g_assert_cmpstr (svg.description, ==, described);
  g_assert_nonnull (strstr (svg.recipe, "against=period:2021-2027"));
  g_assert_nonnull (strstr (svg.words->str, "A · 2014–2020"));
  g_assert_nonnull (strstr (svg.words->str, "B · 2021–2027"));
  g_assert_nonnull (strstr (svg.words->str, "From A to B, by region"));
  for (guint map = 0; map < 2; map++)
    {
      Ris3Classification *classification = _ris3_map_page_get_map (&page, map);

      for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
        {
          const Ris3Region *region
              = ris3_boundaries_get_region (boundaries, ris3_classification_get_territory (classification, i)->region);
          g_autofree char *id = g_strconcat (map > 0 ? "b-" : "", region->code, NULL);
          g_autofree char *shown = ris3_classification_describe (classification, i);
          const char *title = g_hash_table_lookup (svg.ids, id);

          /* What lies overseas is there if there is room for insets. */
          if (title == NULL && region->is_overseas)
            continue;
          g_assert_nonnull (title);
          g_assert_true (g_str_has_suffix (title, shown));
        }
    }
  out = run ((const char *const[]){ "rsvg-convert", "-w", "3508", "-o", picture, drawing, NULL }, NULL);
  check_picture (&page, picture);

  document = write_page (&page, "pair.pdf");
  words = run ((const char *const[]){ "pdftotext", "-layout", document, "-", NULL }, NULL);
  info = run ((const char *const[]){ "pdfinfo", document, NULL }, NULL);
  g_assert_nonnull (strstr (words, "A · 2014–2020"));
  g_assert_nonnull (strstr (words, "B · 2021–2027"));
  g_assert_nonnull (strstr (info, "against=period:2021-2027"));
  again = run ((const char *const[]){ "pdftoppm", "-png", "-r", "300", "-singlefile", document, stem, NULL }, NULL);
  check_picture (&page, picture);
  g_remove (picture);
  g_remove (pixels);
  g_remove (drawing);
  g_remove (document);
  g_hash_table_unref (svg.ids);
  g_string_free (svg.words, TRUE);
  g_free (svg.description);
  g_free (svg.recipe);
  g_free (svg.id);
  clear_page (&page);
}

static void
test_pdf (void)
{
  g_autoptr (Ris3PageOptions) options = read_options ("template=a4-portrait title=Größe");
  Ris3MapPage page = make_page (options, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autofree char *path = write_page (&page, "map.pdf");
  g_autofree char *stem = g_build_filename (folder, "pdf", NULL);
  g_autofree char *picture = g_build_filename (folder, "pdf.png", NULL);
  g_autofree char *words = run ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL }, NULL);
  g_autofree char *info = run ((const char *const[]){ "pdfinfo", path, NULL }, NULL);
  g_autofree char *fonts = run ((const char *const[]){ "pdffonts", path, NULL }, NULL);
  g_autofree char *described = ris3_map_page_describe (&page);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  g_autofree char *out = NULL, *contents = NULL;
  gsize length;

  /* Said by an update of the catalog, which other programs still read. */
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_nonnull (memmem (contents, length, "/Lang (en)", 10));
  g_assert_nonnull (strstr (words, "Größe"));
  g_assert_nonnull (strstr (words, CREDIT));
  g_assert_nonnull (strstr (words, "of 170 analysed strategies"));
  g_assert_nonnull (strstr (words, "Canarias"));
  g_assert_nonnull (strstr (info, "Größe"));
  g_assert_nonnull (strstr (info, described));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (info, "template=a4-portrait"));
  /* Two lines are a heading; each font is embedded. */
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes yes "));
  out = run ((const char *const[]){ "pdftoppm", "-png", "-r", "200", "-singlefile", path, stem, NULL }, NULL);
  check_picture (&page, picture);
  g_remove (picture);
  g_remove (path);
  clear_page (&page);
}

/* The file has the pixels that the page has when it is drawn at once, and says how large it is on paper. */
static void
test_png (void)
{
  g_autoptr (Ris3PageOptions) options = read_options ("template=square size=1100x1037 dpi=254");
  Ris3MapPage page = make_page (options, RIS3_LEVEL_RULE_NUTS_3);
  g_autofree char *path = write_page (&page, "map.png");
  g_autoptr (cairo_surface_t) drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1100, 1037);
  g_autoptr (cairo_t) cr = cairo_create (drawn);
  g_autoptr (cairo_surface_t) read = cairo_image_surface_create_from_png (path);
  g_autofree char *contents = NULL;
  const guint8 *at;
  gsize length;

  ris3_map_page_draw (&page, cr);
  cairo_surface_flush (drawn);
  g_assert_cmpint (cairo_image_surface_get_height (read), ==, 1037);
  for (int y = 0; y < 1037; y++)
    {
      const guint32 *a = (const guint32 *) (const void *) (cairo_image_surface_get_data (drawn)
                                                           + y * cairo_image_surface_get_stride (drawn));
      const guint32 *b = (const guint32 *) (const void *) (cairo_image_surface_get_data (read)
                                                           + y * cairo_image_surface_get_stride (read));

      for (int x = 0; x < 1100; x++)
        if ((a[x] & 0xffffff) != (b[x] & 0xffffff))
          g_error ("%d, %d: %06x instead of %06x", x, y, b[x] & 0xffffff, a[x] & 0xffffff);
    }
  check_picture (&page, path);

  /* 254 dots an inch are 10,000 a metre. */
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  at = memmem (contents, length, "pHYs", 4);
  g_assert_nonnull (at);
  g_assert_cmpmem (at + 4, 9, "\x00\x00\x27\x10\x00\x00\x27\x10\x01", 9);
  g_assert_nonnull (memmem (contents, length, "RIS3 page", 9));
  g_remove (path);
  clear_page (&page);
}

/* A smaller picture of the same page: words where they are, and classes where they are. */
static void
test_preview (void)
{
  g_autoptr (Ris3PageOptions) options = read_options ("template=a4-landscape");
  Ris3MapPage page = make_page (options, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1404, 992);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autofree char *path = g_build_filename (folder, "preview.png", NULL);

  cairo_scale (cr, 0.4, 0.4);
  ris3_map_page_draw (&page, cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  check_picture (&page, path);
  g_remove (path);
  clear_page (&page);
}

static gboolean
stop_in_the_middle (double done, gpointer data)
{
  guint *n_calls = data;

  ++*n_calls;
  return done < 0.5;
}

/* Who stops a page keeps what was there before. */
static void
test_stop (void)
{
  static const char *const names[] = { "map.png", "map.svg", "map.pdf" };
  g_autoptr (Ris3PageOptions) options = read_options ("template=slide");
  Ris3MapPage page = make_page (options, RIS3_LEVEL_RULE_STRATEGY_TERRITORY);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      guint n_calls = 0;

      g_assert_true (g_file_set_contents (path, i == 0 ? "" : "x", -1, NULL));
      g_assert_false (ris3_map_page_write (&page, i, path, NULL, 0, stop_in_the_middle, &n_calls, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (n_calls, >, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, i == 0 ? "" : "x");
      g_remove (path);
    }
  clear_page (&page);
}

/* Where PROJ's own program says that a place is. */
static void
test_projection (void)
{
  static const char *const systems[] = { "EPSG:3035", "EPSG:3034", "EPSG:25832", "EPSG:3857" };

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Plane) plane = ris3_plane_new (systems[i], &error);
      g_autoptr (GString) input = g_string_new (NULL);
      g_autofree char *out = NULL;
      g_auto (GStrv) lines = NULL;
      guint n = 0;

      g_assert_no_error (error);
      for (double latitude = 35; latitude <= 70; latitude += 7)
        for (double longitude = -9; longitude <= 33; longitude += 7)
          g_string_append_printf (input, "%.0f %.0f\n", latitude, longitude);
      out = run ((const char *const[]){ "cs2cs", "-f", "%.4f", "EPSG:4326", systems[i], NULL }, input->str);
      lines = g_strsplit (out, "\n", -1);
      for (double latitude = 35; latitude <= 70; latitude += 7)
        for (double longitude = -9; longitude <= 33; longitude += 7)
          {
            gboolean is_northing_first = i < 2;
            char *end = NULL;
            double first = g_ascii_strtod (lines[n], &end), second = g_ascii_strtod (end, NULL);
            Ris3Point point;

            g_assert_true (ris3_plane_project (plane, longitude, latitude, &point));
            g_assert_cmpfloat_with_epsilon (point.x, is_northing_first ? second : first, 0.001);
            g_assert_cmpfloat_with_epsilon (-point.y, is_northing_first ? first : second, 0.001);
            n++;
          }
    }
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-map-files-XXXXXX", NULL);
  g_test_add_func ("/report/map-files/svg", test_svg);
  g_test_add_func ("/report/map-files/pdf", test_pdf);
  g_test_add_func ("/report/map-files/pair", test_pair);
  g_test_add_func ("/report/map-files/png", test_png);
  g_test_add_func ("/report/map-files/preview", test_preview);
  g_test_add_func ("/report/map-files/stop", test_stop);
  g_test_add_func ("/report/map-files/projection", test_projection);
  status = fixture_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#include "fixture.h"
#include "map/ris3-extent.h"
#include "model/ris3-note-private.h"
#include "report/ris3-map-page-private.h"

#define CREDIT "© EuroGeographics for the administrative boundaries · © TurkStat"

/* The default atlas on a page; the classification is to be freed. */
static Ris3MapPage
make_page (guint nuts_version, const Ris3Indicator *indicator, const char *period, Ris3LevelRule rule)
{
  return (Ris3MapPage){
    .classification = fixture_classify (nuts_version, indicator, period, rule),
    .source = "The atlas",
    .data_date = "2026-11-23",
    .extent = ris3_extent_of_europe (ris3_plane_get_mercator ()),
    .width = 1000,
    .height = 800,
  };
}

static Ris3MapPage
make_default_page (void)
{
  return make_page (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
}

static Ris3MapPageLayout *
lay_out (const Ris3MapPage *page)
{
  return _ris3_map_page_layout_new (page);
}

typedef struct
{
  double x0, y0, x1, y1;
  const char *what;
} Place;

static gboolean
is_beside (const Ris3MapPageLayout *layout, const Ris3MapPageInset *inset)
{
  return inset->x >= layout->map_x + layout->map_width;
}

static void
collect_places (const Ris3MapPageLayout *layout, GArray *places)
{
  Place map = { layout->map_x, layout->map_y, layout->map_x + layout->map_width, layout->map_y + layout->map_height,
                "the map" };

  g_array_append_val (places, map);
  if (layout->step_x != 0 || layout->step_y != 0)
    {
      Place second = { map.x0 + layout->step_x, map.y0 + layout->step_y, map.x1 + layout->step_x,
                       map.y1 + layout->step_y, "the second map" };

      g_array_append_val (places, second);
    }
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const Ris3MapPageText *text = &g_array_index (layout->texts, Ris3MapPageText, i);
      Place place
          = { text->x, text->y, text->x + text->width, text->y + text->height, pango_layout_get_text (text->layout) };

      g_array_append_val (places, place);
    }
  for (guint i = 0; i < layout->swatches->len; i++)
    {
      const Ris3MapPageSwatch *swatch = &g_array_index (layout->swatches, Ris3MapPageSwatch, i);
      Place place = { swatch->x, swatch->y, swatch->x + swatch->width, swatch->y + swatch->height, "a sample" };

      g_array_append_val (places, place);
    }
  for (guint i = 0; i < layout->signs->len; i++)
    {
      const Ris3MapPageSign *sign = &g_array_index (layout->signs, Ris3MapPageSign, i);
      double radius = RIS3_MAP_PAGE_SIGN * layout->font_size;
      Place place = { sign->x - radius, sign->y - radius, sign->x + radius, sign->y + radius, "a sign" };

      g_array_append_val (places, place);
    }
  /* Others are on the map. */
  for (guint i = 0; i < layout->insets->len; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, i);
      Place place = { inset->x, inset->y, inset->x + inset->frame.width, inset->y + inset->frame.height, "an inset" };

      if (is_beside (layout, inset))
        g_array_append_val (places, place);
    }
}

/* Everything is within the page, and nothing overlaps. (transfer full) */
static Ris3MapPageLayout *
lay_out_checked (const Ris3MapPage *page)
{
  g_autoptr (Ris3MapPageLayout) layout = lay_out (page);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_assert_true (layout->fits);
  collect_places (layout, places);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *a = &g_array_index (places, Place, i);

      if (!(a->x0 >= 0 && a->y0 >= 0 && a->x1 <= page->width && a->y1 <= page->height && a->x0 < a->x1
            && a->y0 < a->y1))
        g_error ("%ux%u: “%s” is not on the page", page->width, page->height, a->what);
      for (guint j = i + 1; j < places->len; j++)
        {
          const Place *b = &g_array_index (places, Place, j);

          /* Half a pixel is rounding. */
          if (MIN (a->x1, b->x1) - MAX (a->x0, b->x0) > 0.5 && MIN (a->y1, b->y1) - MAX (a->y0, b->y0) > 0.5)
            g_error ("%ux%u: “%s” lies on “%s”", page->width, page->height, a->what, b->what);
        }
    }
  return g_steal_pointer (&layout);
}

static void
check_layout (const Ris3MapPage *page)
{
  g_autoptr (Ris3MapPageLayout) layout = lay_out_checked (page);
}

/* Adds what a page is compared with, as in the text form of a view. */
static void
compare_with (Ris3MapPage *page, const char *against)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Classification) alone = page->classification;
  g_autoptr (Ris3View) view = ris3_view_with_against (ris3_classification_get_view (alone), against, &error);
  g_autoptr (Ris3View) compared = NULL;

  g_assert_no_error (error);
  compared = ris3_view_get_compared (view);
  page->classification = ris3_classification_new (ris3_classification_get_placement (alone), view);
  page->compared = ris3_classification_new_second (page->classification, compared, NULL);
  page->comparison = ris3_comparison_new (page->classification, page->compared);
}

static Ris3MapPage
make_pair_page (const char *against)
{
  Ris3MapPage page = make_default_page ();

  compare_with (&page, against);
  return page;
}

static void
clear_page (Ris3MapPage *page)
{
  g_clear_pointer (&page->classification, ris3_classification_unref);
  g_clear_pointer (&page->compared, ris3_classification_unref);
  g_clear_pointer (&page->comparison, ris3_comparison_free);
  g_clear_pointer (&page->insets, g_ptr_array_unref);
}

/* A map of symbols. */
static Ris3MapPage
make_symbol_page (void)
{
  Ris3MapPage page
      = make_page (2016, ris3_indicator_find ("priorities"), "2014-2020", RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3View) view = ris3_view_with_symbols (ris3_classification_get_view (page.classification), TRUE);
  g_autoptr (Ris3Classification) classes = page.classification;

  page.classification = ris3_classification_new (ris3_classification_get_placement (classes), view);
  return page;
}

/* The largest circle is drawn at its area's inside point, as wide as the legend says, and the legend's circles lie one
 * within the other. */
static void
test_symbols (void)
{
  Ris3MapPage page = make_symbol_page ();
  g_autoptr (Ris3MapPageLayout) layout = lay_out (&page);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, page.width, page.height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GArray) symbols = ris3_symbols_list (page.classification, NULL);
  Ris3Frame frame = ris3_frame_of_box (&page.extent, layout->map_width, layout->map_height);
  guint32 colour = ris3_palette_get (RIS3_PALETTE_LIGHT)->symbol;
  const Ris3Symbol *last = &g_array_index (symbols, Ris3Symbol, symbols->len - 1);
  double x, y, size;
  const guint32 *pixels;

  g_assert_cmpuint (layout->keys[0].n_rows, >=, 1);
  for (guint i = 1; i < layout->keys[0].n_rows; i++)
    {
      g_assert_cmpfloat (layout->keys[0].rows[i].radius, <, layout->keys[0].rows[i - 1].radius);
      g_assert_cmpfloat_with_epsilon (layout->keys[0].rows[i].top + 2 * layout->keys[0].rows[i].radius,
                                      layout->keys[0].rows[0].top + 2 * layout->keys[0].rows[0].radius, 1e-6);
    }
  ris3_map_page_draw (&page, cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  /* The last one drawn is not hidden. */
  g_assert_true (ris3_symbol_place (last, &frame, RIS3_MAP_PAGE_SYMBOL * layout->font_size, &x, &y, &size));
  g_assert_cmphex (pixels[(guint) (layout->map_y + y) * page.width + (guint) (layout->map_x + x)] & 0xffffff, ==,
                   colour);
  /* The greatest circle of the legend. */
  g_assert_cmphex (
      pixels[(guint) (layout->keys[0].y + layout->keys[0].rows[0].top + layout->keys[0].rows[0].radius * 0.3)
                 * page.width
             + (guint) (layout->keys[0].x + RIS3_MAP_PAGE_SYMBOL * layout->font_size - 4)]
          & 0xffffff,
      ==, colour);
  ris3_classification_unref (page.classification);
}

static void
test_layout (void)
{
  static const guint sizes[] = { 480, 640, 800, 1200, 1600, 2400, 4096 };
  Ris3MapPage pages[] = {
    make_default_page (),
    make_page (2013, FIXTURE_PM, NULL, RIS3_LEVEL_RULE_NUTS_3),
    make_page (2021, FIXTURE_HEALTH, "2021-2027", RIS3_LEVEL_RULE_COUNTRY),
    make_symbol_page (),
    make_pair_page ("2021-2027"),
    make_pair_page ("year"),
    make_symbol_page (),
  };

  compare_with (&pages[6], "2021-2027");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guint step = pages[i].compared != NULL ? 2 : 1;

      for (guint w = 0; w < G_N_ELEMENTS (sizes); w += step)
        for (guint h = 0; h < G_N_ELEMENTS (sizes); h += step)
          {
            pages[i].width = sizes[w];
            pages[i].height = sizes[h];
            check_layout (&pages[i]);
          }
      clear_page (&pages[i]);
    }
}

/* The default atlas in a projection, with the outermost regions; what it is made of is to be freed. */
static Ris3MapPage
make_projected_page (const char *crs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Plane) plane = ris3_plane_new (crs, &error);
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) flat = NULL;
  Ris3MapPage page = make_default_page ();

  g_assert_no_error (error);
  flat = page.classification;
  geodata = ris3_geodata_project (fixture_get_geodata (2016), plane);
  placement = ris3_placement_new_of_atlas (geodata, fixture_get_atlas ());
  page.classification = ris3_classification_new (placement, ris3_classification_get_view (flat));
  page.crs = crs;
  page.extent = ris3_extent_of_europe (plane);
  page.insets = ris3_map_insets_new (fixture_get_geodata (2016), TRUE, FALSE, &error);
  g_assert_no_error (error);
  return page;
}

/* The inset that a place lies in; NULL: none. */
static const Ris3MapPageInset *
find_inset (const Ris3MapPageLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->insets->len; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, i);

      if (x >= inset->x && y >= inset->y && x <= inset->x + inset->frame.width && y <= inset->y + inset->frame.height)
        return inset;
    }
  return NULL;
}

/* Words on the map do not cover each other, nor an inset that is not theirs. */
static void
check_names (const Ris3MapPageLayout *layout)
{
  guint first = 2 * layout->insets->len;

  for (guint i = first; i < layout->map_texts->len; i++)
    {
      const Ris3MapPageText *a = &g_array_index (layout->map_texts, Ris3MapPageText, i);

      /* The number of a note in an inset is beside the map where that is. */
      if (find_inset (layout, a->x, a->y) == NULL)
        {
          g_assert_cmpfloat (a->x, >=, layout->map_x);
          g_assert_cmpfloat (a->x + a->width, <=, layout->map_x + layout->map_width);
        }
      for (guint j = first; j < i; j++)
        {
          const Ris3MapPageText *b = &g_array_index (layout->map_texts, Ris3MapPageText, j);

          g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x || a->y + a->height <= b->y
                         || b->y + b->height <= a->y);
        }
    }
}

/* Every template, with words of three lengths, and from the smallest page to A0; of two maps fewer of these, as each
 * takes longer. */
static void
check_templates (Ris3MapPage *page)
{
  static const char *const sizes[] = { "",
                                       "size=600x480 dpi=96",
                                       "size=480x600 dpi=96",
                                       "size=841x1189mm dpi=300",
                                       "size=1189x841mm dpi=300",
                                       "size=100x300mm dpi=600" };
  static const guint repeats[] = { 0, 1, 6 };

  guint n_sizes = page->compared != NULL ? 3 : G_N_ELEMENTS (sizes);
  guint step = page->compared != NULL ? 2 : 1;

  for (guint template = 0; template <RIS3_N_PAGE_TEMPLATES; template ++)
    for (guint i = 0; i < n_sizes; i++)
      for (guint length = 0; length < G_N_ELEMENTS (repeats); length += step)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text (sizes[i], NULL, &error);
          g_autoptr (GString) words = g_string_new (NULL);
          g_autoptr (Ris3MapPageLayout) layout = NULL;

          g_assert_no_error (error);
          options->page = template;
          for (guint j = 0; j < repeats[length]; j++)
            g_string_append (words, "Regions that put personalised medicine into their strategy ");
          ris3_page_options_set (&options->title, words->str);
          ris3_page_options_set (&options->subtitle, words->str);
          ris3_page_options_set (&options->notes, words->str);
          ris3_page_options_set (&options->publisher, words->str);
          ris3_page_options_set (&options->figure, repeats[length] > 0 ? "Figure 12.3" : NULL);
          /* A word of a legend is not a sentence. */
          ris3_page_options_set_class_title (options, 1,
                                             repeats[length] > 0 ? "Health is one of the priorities" : NULL);
          options->names = g_strsplit ("FRL0,FRK2,ITC1,ITC4,DE1,DE2,ES21,ES22,SK,MT,IS00,FRY1,XX", ",", -1);
          options->has_graticule = TRUE;
          g_assert_true (ris3_map_page_set_options (page, options, &error));
          g_test_message ("%s %s, length %u: %ux%u", ris3_page_template_get_size (template)->id, sizes[i], length,
                          page->width, page->height);
          layout = lay_out_checked (page);
          check_names (layout);
          page->options = NULL;
        }
}

static void
test_templates (void)
{
  Ris3MapPage page = make_projected_page (RIS3_MAP_PAGE_CRS);

  check_templates (&page);
  clear_page (&page);
}

static void
add_note (GListStore *notes, double longitude, double latitude, const char *text, gboolean hidden)
{
  g_autoptr (Ris3Note) note = g_object_new (RIS3_TYPE_NOTE, NULL);

  note->id = g_list_model_get_n_items (G_LIST_MODEL (notes)) + 1;
  note->longitude = longitude;
  note->latitude = latitude;
  note->text = g_strdup (text);
  note->author = g_strdup ("Ada Lovelace");
  note->colour = g_strdup ("#c01c28");
  note->hidden = hidden;
  note->region_code = g_strdup ("");
  note->strategy_id = g_strdup ("");
  g_list_store_append (notes, note);
}

/* Several at one place, in the middle and at the edges; three on outermost regions; one far away, a hidden one, and one
 * without a place. */
static GListModel *
make_notes (void)
{
  GListStore *notes = g_list_store_new (RIS3_TYPE_NOTE);

  for (guint i = 0; i < 4; i++)
    add_note (notes, 5.4, 43.3, "Ask again in spring", FALSE);
  for (guint i = 0; i < 6; i++)
    add_note (notes, -8 + 6.0 * i, 38 + 5.0 * i, i == 3 ? "Two\nlines & <more>" : "A note that is somewhat longer",
              FALSE);
  add_note (notes, -61.5, 16.2, "On Guadeloupe", FALSE);
  add_note (notes, -15.6, 28, "On Gran Canaria", FALSE);
  add_note (notes, 55.5, -21.1, "On Reunion", FALSE);
  add_note (notes, -61, 30, "Far away", FALSE);
  add_note (notes, 10, 50, "Not to be seen", TRUE);
  add_note (notes, NAN, NAN, "Nowhere", FALSE);
  return G_LIST_MODEL (notes);
}

/* Discs lie within the map, or within the inset that their place is in; not on each other, on words that are not their
 * own, or on another inset. Returns how many of them are in insets. */
static guint
check_pins (const Ris3MapPageLayout *layout)
{
  guint n_in_insets = 0;

  for (guint i = 0; i < layout->pins->len; i++)
    {
      const Ris3MapPagePin *a = &g_array_index (layout->pins, Ris3MapPagePin, i);
      Ris3MapPagePlace disc = { a->disc_x - a->radius, a->disc_y - a->radius, 2 * a->radius, 2 * a->radius };
      const Ris3MapPageInset *own = find_inset (layout, a->x, a->y);
      Ris3MapPagePlace around
          = own != NULL ? (Ris3MapPagePlace){ own->x, own->y, own->frame.width, own->frame.height }
                        : (Ris3MapPagePlace){ layout->map_x, layout->map_y, layout->map_width, layout->map_height };
      guint n_words = 0;

      n_in_insets += own != NULL;
      g_assert_true (disc.x >= around.x && disc.y >= around.y && disc.x + disc.width <= around.x + around.width
                     && disc.y + disc.height <= around.y + around.height);
      for (guint j = 0; j < i; j++)
        {
          const Ris3MapPagePin *b = &g_array_index (layout->pins, Ris3MapPagePin, j);

          g_assert_cmpfloat (hypot (a->disc_x - b->disc_x, a->disc_y - b->disc_y), >=, 2 * a->radius - 1e-6);
        }
      for (guint j = 0; j < layout->map_texts->len; j++)
        {
          const Ris3MapPageText *text = &g_array_index (layout->map_texts, Ris3MapPageText, j);
          Ris3MapPagePlace words = { text->x, text->y, text->width, text->height };

          n_words += _ris3_map_page_places_meet (&disc, &words);
        }
      g_assert_cmpuint (n_words, ==, 1);
      for (guint j = 0; j < layout->insets->len; j++)
        {
          const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, j);
          Ris3MapPagePlace place = { inset->x, inset->y, inset->frame.width, inset->frame.height };

          g_assert_true (inset == own || !_ris3_map_page_places_meet (&disc, &place));
        }
    }
  return n_in_insets;
}

/* Whether legend and insets are at the same side and corner of two pages, if both have any. */
static gboolean
is_alike (const Ris3MapPageLayout *a, const Ris3MapPageLayout *b)
{
  if (a->insets->len == 0 || b->insets->len == 0)
    return TRUE;
  return a->arrangement == b->arrangement && a->is_beside == b->is_beside && a->inset_corner == b->inset_corner
         && a->inset_columns == b->inset_columns;
}

/* Notes are on the page only on request: numbers on the map, their texts below, without who wrote them; nothing else
 * changes its side for them. */
static void
test_notes (void)
{
  guint n_same = 0, n_pages = 0;
  static const char *const sizes[] = { "", "size=600x480 dpi=96", "size=480x600 dpi=96", "size=841x1189mm dpi=300" };
  Ris3MapPage page = make_projected_page (RIS3_MAP_PAGE_CRS);
  g_autoptr (GListModel) notes = make_notes ();

  for (guint template = 0; template <RIS3_N_PAGE_TEMPLATES; template ++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text (sizes[i], NULL, &error);
        g_autoptr (Ris3MapPageLayout) bare = NULL;
        g_autoptr (Ris3MapPageLayout) layout = NULL;
        gboolean has_words = ris3_page_template_get_size (template)->has_words;
        g_autofree char *words = NULL;
        guint n_in_insets;

        g_assert_no_error (error);
        options->page = template;
        options->names = g_strsplit ("FRL0,ITC1,ES30,SE11", ",", -1);
        g_assert_true (ris3_map_page_set_options (&page, options, &error));
        ris3_map_page_add_notes (&page, notes);
        g_assert_null (page.notes);
        g_assert_null (words = _ris3_map_page_get_notes (&page, FALSE));

        bare = lay_out (&page);
        options->has_pins = TRUE;
        ris3_map_page_add_notes (&page, notes);
        check_layout (&page);
        layout = lay_out (&page);
        n_same += is_alike (bare, layout);
        n_pages++;
        n_in_insets = check_pins (layout);
        check_names (layout);
        g_test_message ("%s %s: %ux%u", ris3_page_template_get_size (template)->id, sizes[i], page.width, page.height);
        g_test_message ("%u beyond", page.n_notes_beyond);
        g_assert_cmpuint (n_in_insets, ==, has_words && layout->insets->len > 0 ? 3 : 0);
        g_assert_cmpuint (layout->pins->len, ==, (has_words ? 10 : 0) + n_in_insets);
        words = _ris3_map_page_get_notes (&page, FALSE);
        if (has_words)
          {
            g_assert_nonnull (strstr (words, "\n10\302\240– "));
            g_assert_nonnull (strstr (words, "\n11\302\240– On Gran Canaria\n12\302\240– On Guadeloupe\n13"));
            g_assert_nonnull (strstr (words, "Ask again in spring"));
            g_assert_nonnull (strstr (words, "Two lines & <more>"));
            g_assert_nonnull (strstr (words, "1 note is not within this map."));
            g_assert_null (strstr (words, "Ada"));
            g_assert_null (strstr (words, "Not to be seen"));
          }
        else
          g_assert_null (words);
        g_clear_pointer (&page.notes, g_ptr_array_unref);
        page.n_notes_beyond = 0;
        page.options = NULL;
      }
  g_test_message ("%u of %u alike", n_same, n_pages);
  g_assert_cmpuint (n_same, ==, n_pages);
  clear_page (&page);
}

/* In each kind of file. */
static void
test_note_files (void)
{
  static const char *const names[] = { "map.svg", "map.pdf", "map.png" };
  static const Ris3PageFormat formats[] = { RIS3_PAGE_FORMAT_SVG, RIS3_PAGE_FORMAT_PDF, RIS3_PAGE_FORMAT_PNG };
  Ris3MapPage page = make_projected_page (RIS3_MAP_PAGE_CRS);
  g_autoptr (GListModel) notes = make_notes ();
  g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text ("size=1000x800 dpi=96 pins=yes", NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("ris3-map-notes-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ris3_map_page_set_options (&page, options, &error));
  ris3_map_page_add_notes (&page, notes);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (ris3_map_page_write (&page, formats[i], path, NULL, 0, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, &error));
      if (formats[i] == RIS3_PAGE_FORMAT_SVG)
        {
          g_assert_nonnull (strstr (contents, "id=\"notes\""));
          g_assert_nonnull (strstr (contents, "Ask again in spring"));
          g_assert_nonnull (strstr (contents, "pins=yes"));
          g_assert_null (strstr (contents, "Lovelace"));
        }
      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&page.notes, g_ptr_array_unref);
  clear_page (&page);
}

/* The same of two maps: of two periods, with one legend, and of two indicators. */
static void
test_pair_templates (void)
{
  static const char *const against[] = { "2021-2027", "period:2021-2027,indicator:year" };

  for (guint i = 0; i < G_N_ELEMENTS (against); i++)
    {
      Ris3MapPage page = make_projected_page (RIS3_MAP_PAGE_CRS);

      compare_with (&page, against[i]);
      check_templates (&page);
      clear_page (&page);
    }
}

/* The legend goes where it leaves the map more room; text grows with the page. */
static void
test_arrangement (void)
{
  Ris3MapPage page = make_default_page ();
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autoptr (Ris3MapPageLayout) wide = NULL;
  g_autoptr (Ris3MapPageLayout) tall = NULL;
  g_autoptr (Ris3MapPageLayout) large = NULL;

  page.width = 1600;
  wide = lay_out (&page);
  g_assert_cmpint (wide->map_x + wide->map_width, <, 1300);
  page.width = 1000;
  page.height = 1600;
  tall = lay_out (&page);
  g_assert_cmpint (tall->map_width, >, 900);
  page.width = 4000;
  page.height = 3200;
  large = lay_out (&page);
  g_assert_cmpfloat (large->font_size, >, 2 * wide->font_size);
  g_assert_cmpuint (_ris3_map_page_get_scale_factor (large->line), >, _ris3_map_page_get_scale_factor (wide->line));
}

static gboolean
has_text (const Ris3MapPageLayout *layout, const char *wanted)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (strstr (pango_layout_get_text (g_array_index (layout->texts, Ris3MapPageText, i).layout), wanted) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_words (void)
{
  Ris3MapPage page = make_default_page ();
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autoptr (Ris3MapPageLayout) layout = lay_out (&page);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);

  g_assert_true (has_text (layout, "Personalised medicine (PM) in RIS3"));
  g_assert_true (
      has_text (layout, "Strategy territory · NUTS 2016 · strategies of 2014–2020 · data as of 23 November 2026"));
  g_assert_true (has_text (
      layout, "32 of 170 analysed strategies of 2014–2020 (19 %) explicitly prioritise personalised medicine"));
  g_assert_true (has_text (layout, "Source: The atlas; 198 strategies of 2014–2020, each with its public source."));
  g_assert_true (has_text (layout, CREDIT));
  g_assert_true (has_text (layout, "on the part of the publisher concerning the legal status"));
  g_assert_true (
      has_text (layout, "On the map these are 30 areas: 27 by a strategy of their own, 3 by those of wider regions."));
  g_assert_true (has_text (layout, "Disputed: 5 strategies, seen in "));
  g_assert_true (has_text (layout, "EPSG:3857"));
  g_assert_true (has_text (layout, "areas overseas are counted, and drawn only where the map reaches them."));
  g_assert_false (has_text (layout, "beyond this map"));
  g_assert_false (has_text (layout, "placed in NUTS"));
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    {
      gboolean listed = ris3_classification_lists_class (classification, klass);
      g_autofree char *count = g_strdup_printf ("%u", ris3_classification_count_class (classification, klass));

      g_assert_true (has_text (layout, ris3_class_scheme_get_title (scheme, klass)) == listed);
      g_assert_true (!listed || has_text (layout, count));
    }
}

/* A map of a part says that its counts are not of that part. */
static void
test_part (void)
{
  Ris3MapPage page = make_default_page ();
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autoptr (Ris3MapPageLayout) layout = NULL;
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);

  page.extent = ris3_boundaries_get_region (boundaries, (guint) ris3_boundaries_find (boundaries, "FRL0"))->box;
  layout = lay_out (&page);
  g_assert_true (has_text (layout, "All counts are of the whole of Europe, also beyond this map."));
}

/* A map of shares says nothing of areas that it does not show. */
static void
test_shares (void)
{
  Ris3MapPage page = make_page (2016, FIXTURE_PM, "2014-2020", RIS3_LEVEL_RULE_COUNTRY);
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autoptr (Ris3MapPageLayout) layout = lay_out (&page);

  g_assert_true (has_text (layout, "Regions by class"));
  g_assert_false (has_text (layout, "On the map these are"));
  g_assert_false (has_text (layout, "Disputed: "));
}

/* The credit is on every page, whatever the version and the indicator, and however little is known. */
static void
test_credit (void)
{
  for (guint v = 0; fixture_nuts_versions[v] != 0; v++)
    for (guint indicator = 0; indicator < ris3_indicator_get_n_indicators (); indicator++)
      {
        Ris3MapPage page = make_page (fixture_nuts_versions[v], ris3_indicator_get (indicator), "2007-2013",
                                      RIS3_LEVEL_RULE_COUNTRY);
        g_autoptr (Ris3Classification) classification = page.classification;
        g_autoptr (Ris3MapPageLayout) layout = NULL;

        page.source = NULL;
        page.data_date = NULL;
        layout = lay_out (&page);
        g_assert_true (has_text (layout, CREDIT));
        g_assert_true (has_text (layout, "Source: RIS3 Atlas"));
        g_assert_true (ris3_indicator_get (indicator)->base == RIS3_BASE_AREAS
                       || has_text (layout, "0 of 0 analysed strategies")
                       || has_text (layout, "0 of 0 known strategies"));
        g_assert_false (has_text (layout, "data as of"));
      }
}

/* Serbia is not in NUTS 2013. */
static void
test_unplaced (void)
{
  Ris3MapPage page = make_page (2013, FIXTURE_HEALTH, NULL, RIS3_LEVEL_RULE_NUTS_2);
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autoptr (Ris3MapPageLayout) layout = lay_out (&page);

  g_assert_true (has_text (layout, "1 strategy cannot be placed in NUTS 2013: RS."));
}

/* White paper, and on the map the colour of a region's class. */
static void
test_drawing (void)
{
  Ris3MapPage page = make_default_page ();
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autoptr (Ris3MapPageLayout) layout = lay_out (&page);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, page.width, page.height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  Ris3Boundaries *boundaries = fixture_get_boundaries (2016);
  Ris3Point inside = ris3_boundaries_get_region (boundaries, ris3_boundaries_find (boundaries, "FRL0"))->inside;
  double scale = MIN (layout->map_width / (page.extent.x1 - page.extent.x0),
                      layout->map_height / (page.extent.y1 - page.extent.y0));
  guint x = layout->map_x + layout->map_width / 2.0 + (inside.x - (page.extent.x0 + page.extent.x1) / 2) * scale;
  guint y = layout->map_y + layout->map_height / 2.0 + (inside.y - (page.extent.y0 + page.extent.y1) / 2) * scale;
  const guint8 *data;
  gsize stride;

  ris3_map_page_draw (&page, cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  g_assert_cmphex (((const guint32 *) (const void *) data)[0] & 0xffffff, ==, 0xffffff);
  g_assert_cmphex (((const guint32 *) (const void *) (data + y * stride))[x] & 0xffffff, ==, 0x0b4f8a);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static guint32
get_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

/* The text of a key in a PNG file, each of whose chunks must be whole. (transfer full) */
static char *
find_text (const char *path, const char *key)
{
  g_autofree char *contents = NULL;
  g_autofree char *found = NULL;
  const guint8 *png;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  png = (const guint8 *) contents;
  for (gsize at = 8; at < size;)
    {
      gsize length = get_number (png + at);
      const char *data = contents + at + 8;

      g_assert_cmpuint (at + 12 + length, <=, size);
      g_assert_cmphex (get_number (png + at + 8 + length), ==, crc32 (0, png + at + 4, length + 4));
      if (memcmp (png + at + 4, "iTXt", 4) == 0 && strcmp (data, key) == 0)
        {
          gsize head = strlen (key) + 5;

          g_assert_null (found);
          found = g_strndup (data + head, length - head);
        }
      at += 12 + length;
    }
  return g_steal_pointer (&found);
}

static void
test_write (void)
{
  Ris3MapPage page = make_default_page ();
  g_autoptr (Ris3Classification) classification = page.classification;
  g_autofree char *folder = g_dir_make_tmp ("ris3-map-page-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.png", NULL);
  g_autofree char *text = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autofree char *missing = g_build_filename (folder, "missing", "map.png", NULL);
  g_autoptr (cairo_surface_t) read = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++) /* the second time over the existing file */
    {
      g_assert_true (ris3_map_page_write (&page, RIS3_PAGE_FORMAT_PNG, path, NULL, 0, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  read = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (read), ==, page.width);
  g_assert_cmpint (cairo_image_surface_get_height (read), ==, page.height);
  /* What was asked for can be read from the figure, and asked for again. */
  text = find_text (path, RIS3_MAP_PAGE_VIEW_KEY);
  g_assert_nonnull (text);
  view = ris3_view_from_text (text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_view_equal (view, ris3_classification_get_view (classification)));

  g_assert_false (ris3_map_page_write (&page, RIS3_PAGE_FORMAT_PNG, folder, NULL, 0, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (ris3_map_page_write (&page, RIS3_PAGE_FORMAT_PNG, missing, NULL, 0, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "missing"));
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_remove (path);
  g_rmdir (folder);
}

/* Insets are on the map, do not lie on each other, on the scale or on a region, and their texts are within them. */
static void
check_furniture (const Ris3MapPage *page, const Ris3MapPageLayout *layout)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page->classification);
  Ris3Frame frame = ris3_frame_of_box (&page->extent, layout->map_width, layout->map_height);

  g_assert_cmpuint (layout->bars->len, ==, layout->insets->len + 1);
  g_assert_cmpuint (layout->map_texts->len, ==, 2 * layout->insets->len + 1);
  for (guint i = 0; i < layout->insets->len; i++)
    {
      const Ris3MapPageInset *inset = &g_array_index (layout->insets, Ris3MapPageInset, i);
      double x1 = inset->x + inset->frame.width, y1 = inset->y + inset->frame.height;

      g_assert_cmpint (inset->x, >, layout->map_x);
      g_assert_cmpint (inset->y, >, layout->map_y);
      g_assert_true (is_beside (layout, inset) || x1 < layout->map_x + layout->map_width);
      g_assert_cmpfloat (y1, <=, layout->map_y + layout->map_height);
      for (guint j = 0; j < i; j++)
        {
          const Ris3MapPageInset *other = &g_array_index (layout->insets, Ris3MapPageInset, j);

          g_assert_false (inset->x < other->x + (int) other->frame.width && other->x < x1
                          && inset->y < other->y + (int) other->frame.height && other->y < y1);
        }
      for (guint j = 2 * i; j < 2 * i + 2; j++)
        {
          const Ris3MapPageText *text = &g_array_index (layout->map_texts, Ris3MapPageText, j);

          g_assert_cmpfloat (text->x, >=, inset->x);
          g_assert_cmpfloat (text->y, >=, inset->y);
          g_assert_cmpfloat (text->x + text->width, <=, x1);
          g_assert_cmpfloat (text->y + text->height, <=, y1);
        }
      for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (boundaries)->n_shapes; leaf++)
        {
          const Ris3Region *region
              = ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf));
          double x = layout->map_x + (region->inside.x - frame.x) * frame.scale;
          double y = layout->map_y + (region->inside.y - frame.y) * frame.scale;

          if (!region->is_overseas && x >= inset->x && x < x1 && y >= inset->y && y < y1)
            g_error ("%s lies under an inset", region->code);
        }
    }
}

/* All pixels of a picture of the page. (transfer full) */
static cairo_surface_t *
paint_page (const Ris3MapPage *page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) page->width, (int) page->height);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  ris3_map_page_draw (page, cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_insets (void)
{
  static const struct
  {
    const char *crs;
    guint width, height;
  } sizes[] = {
    { "EPSG:3035", 1000, 800 },  { "EPSG:3035", 1600, 1200 }, { "EPSG:3035", 700, 1000 },   { "EPSG:3035", 1920, 1080 },
    { "EPSG:3035", 4096, 4096 }, { "EPSG:3035", 640, 480 },   { "EPSG:25832", 1200, 1200 }, { "EPSG:3034", 1600, 900 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Ris3MapPage page = make_projected_page (sizes[i].crs);
      g_autoptr (Ris3MapPageLayout) layout = NULL;

      page.width = sizes[i].width;
      page.height = sizes[i].height;
      layout = lay_out_checked (&page);
      g_test_message ("%s, %ux%u: %u insets", sizes[i].crs, page.width, page.height, layout->insets->len);
      g_assert_cmpuint (layout->insets->len, ==, 8);
      check_furniture (&page, layout);
      clear_page (&page);
    }
}

/* An inset has the colour of its region's class, and all that lies overseas is on the page then. */
static void
test_inset_colours (void)
{
  Ris3MapPage page = make_projected_page ("EPSG:3035");
  g_autoptr (Ris3MapPageLayout) layout = NULL;
  g_autoptr (cairo_surface_t) surface = NULL;
  const guint32 *pixels;
  g_autofree char *overseas = _ris3_map_page_get_overseas (&page);
  g_autofree char *projection = _ris3_map_page_get_projection (&page);
  guint n_seen = 0;

  /* So large that the Azores are more than specks. */
  page.width = 3200;
  page.height = 2400;
  layout = lay_out (&page);
  surface = paint_page (&page);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < layout->insets->len; i++)
    {
      const Ris3MapPageInset *place = &g_array_index (layout->insets, Ris3MapPageInset, i);
      const Ris3Region *region = ris3_boundaries_get_region (place->inset->boundaries, place->inset->region);
      gint index = ris3_classification_find_territory (page.classification, place->inset->region);
      const Ris3Territory *territory
          = index >= 0 ? ris3_classification_get_territory (page.classification, (guint) index) : NULL;
      guint x = (guint) (place->x + (region->inside.x - place->frame.x) * place->frame.scale);
      guint y = (guint) (place->y + (region->inside.y - place->frame.y) * place->frame.scale);
      Ris3Fill fill;

      if (territory == NULL || territory->marks != RIS3_MARK_NONE)
        continue;
      fill = ris3_class_scheme_get_fill (ris3_classification_get_scheme (page.classification), territory->klass,
                                         ris3_palette_get (RIS3_PALETTE_LIGHT));
      g_test_message ("%s", region->code);
      g_assert_cmphex (pixels[y * page.width + x] & 0xffffff, ==, fill.colour);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 4);
  g_assert_nonnull (strstr (projection, "EPSG:3035"));
  g_assert_null (overseas);
  clear_page (&page);
}

/* A map without room for them has none, and says that they are counted. */
static void
test_no_room (void)
{
  Ris3MapPage page = make_projected_page ("EPSG:3035");
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (page.classification);
  g_autoptr (Ris3MapPageLayout) layout = NULL;
  gboolean is_said = FALSE;

  /* France fills it, and there is nothing beside it. */
  page.width = 700;
  page.height = 1000;
  page.extent = ris3_boundaries_get_region (boundaries, (guint) ris3_boundaries_find (boundaries, "FRK2"))->box;
  layout = lay_out (&page);
  g_assert_cmpuint (layout->insets->len, ==, 0);
  g_assert_cmpuint (layout->bars->len, ==, 1);
  for (guint i = 0; i < layout->texts->len; i++)
    is_said
        |= strstr (pango_layout_get_text (g_array_index (layout->texts, Ris3MapPageText, i).layout), "beyond this map")
           != NULL;
  g_assert_true (is_said);
  clear_page (&page);
}

/* The scale bar is as long as it says, within a per cent. */
static void
test_scale (void)
{
  Ris3MapPage page = make_projected_page ("EPSG:3035");
  g_autoptr (Ris3MapPageLayout) layout = lay_out (&page);
  Ris3Frame frame = ris3_frame_of_box (&page.extent, layout->map_width, layout->map_height);
  const Ris3MapPageBar *bar = &g_array_index (layout->bars, Ris3MapPageBar, layout->bars->len - 1);
  const Ris3MapPageText *text = &g_array_index (layout->map_texts, Ris3MapPageText, layout->map_texts->len - 1);
  double metres = g_ascii_strtod (pango_layout_get_text (text->layout), NULL) * 1000;

  /* The true scale in the middle of Europe is that of the plane. */
  g_assert_cmpfloat_with_epsilon (bar->width / frame.scale, metres, 0.01 * metres);
  clear_page (&page);
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("RIS3_LOCALE_DIR");

  /* In the language of the environment, if it names one. */
  if (folder != NULL && setlocale (LC_ALL, "") != NULL)
    {
      bindtextdomain (GETTEXT_PACKAGE, folder);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    }
  fixture_init (&argc, &argv);
  g_test_add_func ("/report/map-page/layout", test_layout);
  g_test_add_func ("/report/map-page/notes", test_notes);
  g_test_add_func ("/report/map-page/note-files", test_note_files);
  g_test_add_func ("/report/map-page/templates/one", test_templates);
  g_test_add_func ("/report/map-page/templates/pair", test_pair_templates);
  g_test_add_func ("/report/map-page/arrangement", test_arrangement);
  g_test_add_func ("/report/map-page/words", test_words);
  g_test_add_func ("/report/map-page/part", test_part);
  g_test_add_func ("/report/map-page/shares", test_shares);
  g_test_add_func ("/report/map-page/credit", test_credit);
  g_test_add_func ("/report/map-page/unplaced", test_unplaced);
  g_test_add_func ("/report/map-page/drawing", test_drawing);
  g_test_add_func ("/report/map-page/symbols", test_symbols);
  g_test_add_func ("/report/map-page/write", test_write);
  g_test_add_func ("/report/map-page/insets", test_insets);
  g_test_add_func ("/report/map-page/inset-colours", test_inset_colours);
  g_test_add_func ("/report/map-page/no-room", test_no_room);
  g_test_add_func ("/report/map-page/scale", test_scale);
  return fixture_run ();
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "map/ris3-pack-words.h"
#include "report/ris3-sheet-foot-private.h"
#include "report/ris3-map-page.h"
#include "report/ris3-pack-print.h"
#include "report/ris3-region-sheet.h"
#include "report/ris3-sheet-flow-private.h"

static char *folder;

static Ris3Classification *
classify (Ris3LevelRule rule)
{
  g_autoptr (Ris3Classification) flat = fixture_classify (2016, FIXTURE_PM, NULL, rule);
  g_autoptr (Ris3Geodata) geodata = ris3_map_page_project (fixture_get_geodata (2016), RIS3_MAP_PAGE_CRS, NULL);
  g_autoptr (Ris3Placement) placement = ris3_placement_new_of_atlas (geodata, fixture_get_atlas ());

  return ris3_classification_new (placement, ris3_classification_get_view (flat));
}

static char *
read_pdf (const char *path, const char *program, const char *option)
{
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, option, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *out = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

/* No word of the first page stands on the map. */
static void
check_map_is_clear (const char *path)
{
  const double left = RIS3_SHEET_WIDTH - RIS3_SHEET_MARGIN - 210, bottom = RIS3_SHEET_MARGIN + 190;
  g_autofree char *boxes = read_pdf (path, "pdftotext", "-bbox");
  const char *page_end = strstr (boxes, "</page>");
  guint n_beside = 0;
  double x, y, end;

  for (const char *word = strstr (boxes, "<word "); word != NULL && word < page_end; word = strstr (word + 1, "<word "))
    {
      g_assert_cmpint (sscanf (word, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\"", &x, &y, &end), ==, 3);
      n_beside += y < bottom;
      if (y < bottom && end > left)
        g_error ("On the map: %.80s", word);
    }
  g_assert_cmpuint (n_beside, >, 5);
}

/* All words of priorities of a strategy are in the text, however its lines were broken. */
static void
check_priorities (GListModel *priorities, const char *words)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      g_auto (GStrv) parts = g_strsplit (ris3_priority_get_text (priority), " ", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        if (strstr (words, parts[j]) == NULL)
          g_error ("“%s” of “%s” is not on the sheet", parts[j], ris3_priority_get_text (priority));
      check_priorities (ris3_priority_get_children (priority), words);
    }
}

static void
test_region (void)
{
  g_autoptr (Ris3Classification) classification = classify (RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3SheetMaker) sheet = ris3_sheet_maker_new (fixture_get_atlas (), classification);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  guint region = (guint) ris3_boundaries_find (boundaries, "FRL0");
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *info = NULL;
  guint n_pages = 0, n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (
      ris3_classification_get_placement (classification), region, &n_strategies);

  g_assert_true (ris3_region_sheet_write (sheet, region, path, NULL, 0, &n_pages, &error));
  g_assert_no_error (error);
  words = read_pdf (path, "pdftotext", "-raw");
  info = read_pdf (path, "pdfinfo", "-isodates");
  g_assert_nonnull (strstr (words, "Provence-Alpes"));
  g_assert_nonnull (strstr (words, "FRL0 · NUTS 2016, level 2"));
  g_assert_nonnull (strstr (words, "© EuroGeographics"));
  g_assert_nonnull (strstr (words, "[names personalised medicine]"));
  g_assert_nonnull (strstr (words, ", p. 28"));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_cmpuint (n_strategies, >, 0);
  check_priorities (ris3_strategy_get_priorities (strategies[0]), words);
  check_map_is_clear (path);
  g_remove (path);
}

/* A country lists its areas by class. */
static void
test_country (void)
{
  g_autoptr (Ris3Classification) classification = classify (RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3SheetMaker) sheet = ris3_sheet_maker_new (fixture_get_atlas (), classification);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_true (ris3_region_sheet_write (
      sheet, (guint) ris3_boundaries_find (ris3_classification_get_boundaries (classification), "IT"), path, NULL, 0,
      NULL, &error));
  words = read_pdf (path, "pdftotext", "-raw");
  g_assert_nonnull (strstr (words, "areas by class"));
  g_assert_nonnull (strstr (words, "ITC4"));
  g_assert_nonnull (strstr (words, "ITG2"));
  g_assert_null (strstr (words, "FRL0"));
  g_remove (path);
}

/* The pack of the first strategy of a region, as if nobody was asked. */
static const Ris3Pack *
find_pack (GPtrArray *packs, const char *code)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (((const Ris3Pack *) packs->pdata[i])->region_code, code))
      return packs->pdata[i];
  g_assert_not_reached ();
}

/* The PDF beside a pack says the same as its spreadsheet, in the same language, whatever that of the program. */
static void
test_pack (void)
{
  g_autoptr (Ris3Classification) classification = classify (RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  g_autoptr (Ris3SheetMaker) print = ris3_sheet_maker_new (fixture_get_atlas (), classification);
  g_autoptr (GPtrArray) packs = ris3_packs_list (fixture_get_atlas (), NULL, NULL, NULL, "fr", NULL);
  const Ris3Pack *pack = find_pack (packs, "FRL0");
  const Ris3PackSender sender
      = { .name = "DG <Research> & Co., Unit of Strategies, Health and Other Matters", .reply_to = "ris3@example.eu" };
  g_autofree char *path = g_build_filename (folder, "pack.pdf", NULL);
  g_autofree char *words = NULL, *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (ris3_pack_print_write (print, pack, &sender, path, NULL, 0, &error));
  g_assert_no_error (error);
  check_map_is_clear (path);
  words = read_pdf (path, "pdftotext", "-raw");
  for (guint i = 0; i < pack->strategies->len; i++)
    check_priorities (ris3_strategy_get_priorities (pack->strategies->pdata[i]), words);
  for (const char *const *word
       = (const char *const[]){ "(FRL0, NUTS 2016)", "Ce qui est enregistré", "Page du document : 28",
                                "La médecine personnalisée est citée : oui", "1 sur 2", "2 sur 2",
                                "© EuroGeographics pour les limites administratives", "Pas encore analysée",
                                "Nouvelles priorités", "Thèmes : ", "Envoyé par : DG <Research> & Co.",
                                "Merci d’envoyer vos réponses à : ris3@example.eu", NULL };
       *word != NULL; word++)
    if (strstr (words, *word) == NULL)
      g_error ("“%s” is not in the PDF: %s", *word, words);
  /* How to answer is on the first page, and never alone on the last. */
  g_assert_nonnull (strstr (words, "Comment répondre"));
  g_assert_cmpuint (strstr (words, "Comment répondre") - words, <, strstr (words, "Ce qui est enregistré") - words);
  g_assert_null (strstr (words, "Not yet analysed"));
  g_assert_null (strstr (words, " of 2"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_nonnull (g_strstr_len (bytes + length - 2000, 2000, "/Lang (fr)"));
  g_remove (path);
}

/* What the map of such a PDF may show has a word in each language. */
static void
test_pack_legend (void)
{
  g_autoptr (Ris3Classification) classification = classify (RIS3_LEVEL_RULE_STRATEGY_TERRITORY);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  const char *const *languages = ris3_pack_words_get_languages ();

  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    for (guint i = 0; languages[i] != NULL; i++)
      {
        const char *id = ris3_class_scheme_get_id (scheme, klass);
        g_autofree char *name = g_strconcat ("class-", id, NULL);

        if (g_strcmp0 (id, "explicit") != 0)
          g_assert_cmpstr (ris3_pack_words_get (name, languages[i]), !=, "");
      }
}

/* What cannot be written leaves nothing behind. */
static void
test_refused (void)
{
  g_autoptr (Ris3Classification) classification = classify (RIS3_LEVEL_RULE_COUNTRY);
  g_autoptr (Ris3SheetMaker) sheet = ris3_sheet_maker_new (fixture_get_atlas (), classification);
  g_autofree char *missing = g_build_filename (folder, "missing", "sheet.pdf", NULL);
  g_autofree char *picture = g_build_filename (folder, "sheet.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ris3_region_sheet_write (sheet, 0, missing, NULL, 0, NULL, &error));
  g_assert_nonnull (strstr (error->message, "The fact sheet was not written: "));
  g_clear_error (&error);
  g_assert_false (ris3_region_sheet_write (sheet, 0, picture, NULL, 0, NULL, &error));
  g_assert_nonnull (strstr (error->message, "is not the name of a PDF document"));
}

/* Paragraphs go on on the next page, and a heading is never the last line of one. */
static void
test_flow (void)
{
  g_autoptr (Ris3SheetFlow) flow = _ris3_sheet_flow_new (50, 50, 300, 200);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "flow.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 400, 300);
  cairo_t *cr = cairo_create (surface);
  guint n_pages;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *heading = g_strdup_printf ("heading%u", i);

      g_string_append_printf (words, "word%u ", i);
      _ris3_sheet_flow_add (flow, RIS3_SHEET_HEADING, 0, heading, NULL);
      _ris3_sheet_flow_add (flow, RIS3_SHEET_TEXT, 20, words->str, "https://example.org/a");
    }
  n_pages = _ris3_sheet_flow_get_n_pages (flow);
  g_assert_cmpuint (n_pages, >, 10);
  for (guint page = 0; page < n_pages; page++)
    {
      _ris3_sheet_flow_draw (flow, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  {
    g_autofree char *text = read_pdf (path, "pdftotext", "-raw");
    g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

    g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
    for (guint i = 0; i < n_pages; i++)
      {
        g_auto (GStrv) lines = g_strsplit (g_strchomp (pages[i]), "\n", -1);

        g_assert_false (g_str_has_prefix (lines[g_strv_length (lines) - 1], "heading"));
      }
    for (guint i = 0; i < 40; i++)
      {
        g_autofree char *heading = g_strdup_printf ("heading%u", i);

        g_assert_nonnull (strstr (text, heading));
      }
  }
  g_remove (path);
}

int
main (int argc, char **argv)
{
  int status;

  fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("ris3-region-sheet-XXXXXX", NULL);
  g_test_add_func ("/report/region-sheet/region", test_region);
  g_test_add_func ("/report/region-sheet/country", test_country);
  g_test_add_func ("/report/region-sheet/pack", test_pack);
  g_test_add_func ("/report/region-sheet/pack-legend", test_pack_legend);
  g_test_add_func ("/report/region-sheet/refused", test_refused);
  g_test_add_func ("/report/region-sheet/flow", test_flow);
  status = fixture_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}

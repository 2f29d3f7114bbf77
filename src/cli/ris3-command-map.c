/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-map-json.h"
#include "cli/ris3-page-arguments.h"
#include "cli/ris3-view-options.h"
#include "report/ris3-map-page.h"

/* Boundaries of a small place leave most of Europe's strategies without one. */
#define MAX_UNPLACED 12

/* By the name of the file, if nothing else is said. */
static gboolean
parse_format (const Ris3Arguments *arguments, const char *output, Ris3PageFormat *format, GError **error)
{
  const char *id = ris3_arguments_get (arguments, RIS3_OPTION_FORMAT);

  *format = RIS3_PAGE_FORMAT_PNG;
  if (id == NULL)
    {
      ris3_page_format_from_path (output, format);
      return TRUE;
    }
  for (guint i = 0; i < RIS3_N_PAGE_FORMATS; i++)
    if (g_str_equal (ris3_page_format_get_id (i), id))
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--format %s: a map is png, svg or pdf."), id);
  return FALSE;
}

/* What is not on the map is said, not dropped in silence. */
static void
tell_unplaced (Ris3Classification *classification)
{
  g_autofree char *boundaries = ris3_boundaries_dup_title (ris3_classification_get_boundaries (classification));
  guint n_unplaced = 0;
  Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (classification, &n_unplaced);

  for (guint i = 0; i < MIN (n_unplaced, MAX_UNPLACED); i++)
    /* Translators: a strategy, its region, and “NUTS 2016” or a file. */
    g_printerr (_ ("ris3: %s (%s) cannot be placed in %s.\n"), ris3_strategy_get_id (unplaced[i]),
                ris3_strategy_get_region_name (unplaced[i]), boundaries);
  if (n_unplaced > MAX_UNPLACED)
    g_printerr (ngettext ("ris3: %u more strategy cannot be placed. --json lists all.\n",
                          "ris3: %u more strategies cannot be placed. --json lists all.\n", n_unplaced - MAX_UNPLACED),
                n_unplaced - MAX_UNPLACED);
}

static void
tell_warning (Ris3Classification *classification)
{
  g_autofree char *warning = ris3_classification_get_warning (classification);
  g_auto (GStrv) lines = g_strsplit (warning != NULL ? warning : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_printerr ("ris3: %s\n", lines[i]);
}

/* What has not been said of the first map. */
static void
tell_second (const Ris3MapPage *page)
{
  if (!ris3_comparison_shares_classes (page->classification, page->compared))
    tell_warning (page->compared);
  if (g_strcmp0 (ris3_classification_get_period (page->classification), ris3_classification_get_period (page->compared))
      != 0)
    tell_unplaced (page->compared);
}

static gboolean
write_map (const Ris3Arguments *arguments,
           Ris3Atlas *atlas,
           Ris3View *view,
           const Ris3PageOptions *options,
           Ris3PageFormat format,
           GError **error)
{
  const char *path = ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT);
  const char *extent = ris3_arguments_get (arguments, RIS3_OPTION_EXTENT);
  g_autoptr (Ris3MapMaker) maker = ris3_page_arguments_new_maker (arguments, atlas, options);
  Ris3MapPage page;
  const char *table = ris3_arguments_get (arguments, RIS3_OPTION_WITH_TABLE);
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];
  guint n_inputs;

  if (!ris3_map_maker_make (maker, view, extent != NULL ? extent : ris3_view_get_extent (view), &page, error))
    return FALSE;
  n_inputs = ris3_map_maker_list_inputs (maker, inputs);
  if (!ris3_map_page_write (&page, format, path, inputs, n_inputs, NULL, NULL, error)
      || (table != NULL && !ris3_map_page_write_table (&page, table, inputs, n_inputs, error)))
    return FALSE;
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    ris3_map_json (atlas, &page, path);
  else
    {
      tell_warning (page.classification);
      tell_unplaced (page.classification);
      if (page.compared != NULL)
        tell_second (&page);
    }
  return TRUE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *output = ris3_arguments_need_output (arguments);
  g_autoptr (Ris3PageOptions) options = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;
  Ris3PageFormat format;

  if (output == NULL)
    return RIS3_EXIT_ERROR;
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON) && ris3_arguments_is_standard_output (output))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("The map and JSON cannot both be written to standard output. Name a file with "
                                  "--output, or leave out --json."));
      return RIS3_EXIT_ERROR;
    }
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  options = asked != NULL ? ris3_page_arguments_read_options (arguments, &error) : NULL;
  if (options == NULL || !parse_format (arguments, output, &format, &error))
    return ris3_command_fail (error);

  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_fit (arguments, NULL, atlas, &error);
  if (view == NULL || !write_map (arguments, atlas, view, options, format, &error))
    return ris3_command_fail (error);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_map = {
  .name = "map",
  .summary = N_ ("Draw the map as a PNG, SVG or PDF file"),
  .details = N_ ("Draws the map onto a page with title, legend, headline and credit, as a picture of pixels (PNG), a "
                 "drawing in which text stays text and each area has its code (SVG), or a document (PDF)."),
  .options
  = { { RIS3_OPTION_OUTPUT,
        N_ ("required; its ending tells the kind of file: png, svg or pdf; “-” is standard output") },
      { RIS3_OPTION_FORMAT, N_ ("png, svg or pdf") },
      { RIS3_OPTION_ATLAS },
      { RIS3_OPTION_VIEW },
      { RIS3_OPTION_SAVED_VIEW },
      { RIS3_OPTION_FILTER, N_ ("what does not match fades") },
      { RIS3_OPTION_INDICATOR },
      { RIS3_OPTION_WITH },
      { RIS3_OPTION_AGAINST,
        N_ ("a second map is drawn beside the first, or below it, with what differs; in an SVG file, "
            "the id of each of its areas is “b-” and then the code") },
      { RIS3_OPTION_CLASSES },
      { RIS3_OPTION_PALETTE },
      { RIS3_OPTION_PERIOD, N_ ("2014-2020 by default, where the atlas has it") },
      { RIS3_OPTION_LEVEL },
      { RIS3_OPTION_NUTS },
      { RIS3_OPTION_BOUNDARIES, N_ ("or of another kind that “ris3 boundaries” reads; by default those that the "
                                    "atlas remembers, or else those of the program") },
      { RIS3_OPTION_EXTENT, N_ ("europe by default, or all boundaries of one’s own that are a small part of it") },
      { RIS3_OPTION_CRS, N_ ("the map projection, EPSG:3035 by default; also EPSG:3857, EPSG:4326, and any other") },
      { RIS3_OPTION_SIZE, N_ ("1600x1200 by default") },
      { RIS3_OPTION_PAGE,
        N_ ("templates are a4-landscape, a4-portrait, column, slide, square and map-only; its other "
            "words are size, dpi, crs, title, subtitle, notes, publisher, figure, names=CODES, "
            "second-map, pins, insets, small-states, graticule, disclaimer, and class-NUMBER for the words of a "
            "class; in a value, %20 is a blank") },
      { RIS3_OPTION_NOTES },
      { RIS3_OPTION_WITH_TABLE, N_ ("its ending tells the kind: csv, xlsx or ods") },
      { RIS3_OPTION_JSON,
        N_ ("it tells the view, the classes with their counts and which strategies have no place") } },
  .n_options = 22,
  .run = run,
};

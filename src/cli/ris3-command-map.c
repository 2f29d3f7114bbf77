/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-boundaries-argument.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-map-json.h"
#include "cli/ris3-view-options.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-extent.h"
#include "model/ris3-data-dir.h"
#include "model/ris3-output-file.h"
#include "report/ris3-map-page.h"

/* Boundaries of a small place leave most of Europe's strategies without one. */
#define MAX_UNPLACED 12

/* A picture for the screen, unless the page is said. */
#define SCREEN_PAGE "size=1600x1200 dpi=96"

/* What the page is like: --page, and the options that say a part of it. (transfer full) */
static Ris3PageOptions *
parse_page (const Ris3Arguments *arguments, GError **error)
{
  const char *text = ris3_arguments_get (arguments, RIS3_OPTION_PAGE);
  const char *size = ris3_arguments_get (arguments, RIS3_OPTION_SIZE);
  const char *crs = ris3_arguments_get (arguments, RIS3_OPTION_CRS);
  g_autoptr (Ris3PageOptions) options = ris3_page_options_from_text (text != NULL ? text : SCREEN_PAGE, NULL, error);
  guint width, height;

  if (options == NULL)
    {
      g_prefix_error (error, "--page: ");
      return NULL;
    }
  if (crs != NULL)
    ris3_page_options_set (&options->crs, crs);
  if (size != NULL && !ris3_page_options_set_size (options, size, error))
    {
      g_prefix_error (error, "--size: ");
      return NULL;
    }
  /* Paper is read more closely than a screen. */
  if (size != NULL && text == NULL && options->pixel_width == 0)
    options->dpi = 0;
  return ris3_page_options_get_pixels (options, &width, &height, error) ? g_steal_pointer (&options) : NULL;
}

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

/* text: (nullable): what the window shows at first */
static gboolean
parse_extent (const char *text, Ris3Geodata *geodata, Ris3Box *extent, GError **error)
{
  if (text == NULL && ris3_extent_of_own (ris3_geodata_get_boundaries (geodata), extent))
    return TRUE;
  if (text == NULL)
    text = RIS3_EXTENT_EUROPE;
  if (ris3_extent_from_text (text, geodata, extent, error))
    return TRUE;
  g_prefix_error (error, "--extent %s: ", text);
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

/* A page has one map. */
static void
tell_compared (Ris3View *view)
{
  g_autoptr (Ris3View) compared = ris3_view_get_compared (view);

  if (compared != NULL)
    g_printerr (_ ("ris3: Only the first map is drawn. “ris3 compare” counts what differs on the second.\n"));
}

static void
tell_warning (Ris3Classification *classification)
{
  g_autofree char *warning = ris3_classification_get_warning (classification);
  g_auto (GStrv) lines = g_strsplit (warning != NULL ? warning : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_printerr ("ris3: %s\n", lines[i]);
}

static Ris3Geodata *
project (Ris3Geodata *loaded, const char *crs, GError **error)
{
  Ris3Geodata *projected = ris3_map_page_project (loaded, crs, error);

  if (projected == NULL)
    g_prefix_error (error, "--crs: ");
  return projected;
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
  const char *option = ris3_arguments_get (arguments, RIS3_OPTION_EXTENT);
  const char *extent = option != NULL ? option : ris3_view_get_extent (view);
  guint nuts_version = ris3_view_get_nuts_version (view);
  Ris3MapPage page = { 0 };
  g_autoptr (GPtrArray) insets = NULL;
  g_autoptr (Ris3Geodata) loaded = NULL;
  g_autoptr (Ris3OwnBoundaries) own = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autofree char *boundaries = ris3_data_find ("boundaries.gpkg");
  Ris3FileId inputs[3];
  guint n_inputs;

  if (!ris3_map_page_set_options (&page, options, error))
    return FALSE;
  loaded = ris3_boundaries_argument_load (arguments, atlas, nuts_version, &own, error);
  geodata = loaded != NULL ? project (loaded, page.crs, error) : NULL;
  if (geodata == NULL || !parse_extent (extent, geodata, &page.extent, error)
      || !ris3_view_options_check_level (view, ris3_geodata_get_boundaries (geodata), error)
      || !ris3_map_page_add_insets (&page, geodata, loaded, error))
    return FALSE;
  insets = page.insets;
  placement = ris3_placement_new_of_atlas (geodata, atlas);
  if (!ris3_view_options_filter (atlas, view, ris3_view_get_period (view), placement, &result, error))
    return FALSE;
  classification = ris3_classification_new_filtered (placement, view, result);
  page.classification = classification;
  page.source = ris3_atlas_get_title (atlas);
  page.data_date = ris3_atlas_get_data_date (atlas);
  n_inputs = ris3_file_id_get (ris3_atlas_get_path (atlas), &inputs[0]) ? 1 : 0;
  if (boundaries != NULL && ris3_file_id_get (boundaries, &inputs[n_inputs]))
    n_inputs++;
  if (own != NULL && ris3_file_id_get (own->path, &inputs[n_inputs]))
    n_inputs++;
  if (!ris3_map_page_write (&page, format, path, inputs, n_inputs, NULL, NULL, error))
    return FALSE;
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    ris3_map_json (atlas, &page, path);
  else
    {
      tell_warning (classification);
      tell_unplaced (classification);
    }
  return TRUE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *output = ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT);
  g_autoptr (Ris3PageOptions) options = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;
  Ris3PageFormat format;

  if (output == NULL)
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments), _ ("--output is needed."));
      return RIS3_EXIT_ERROR;
    }
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON) && ris3_arguments_is_standard_output (output))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("The map and JSON cannot both be written to standard output. Name a file with "
                                  "--output, or leave out --json."));
      return RIS3_EXIT_ERROR;
    }
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  options = asked != NULL ? parse_page (arguments, &error) : NULL;
  if (options == NULL || !parse_format (arguments, output, &format, &error))
    return ris3_command_fail (error);

  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_fit (arguments, NULL, atlas, &error);
  if (view == NULL || !write_map (arguments, atlas, view, options, format, &error))
    return ris3_command_fail (error);
  tell_compared (view);
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
      { RIS3_OPTION_PAGE, N_ ("templates are a4-landscape, a4-portrait, column, slide, square and map-only; its other "
                              "words are size, dpi, crs, title, subtitle, notes, publisher, figure, names=CODES, "
                              "insets, small-states, graticule, disclaimer, and class-NUMBER for the words of a "
                              "class; in a value, %20 is a blank") },
      { RIS3_OPTION_JSON,
        N_ ("it tells the view, the classes with their counts and which strategies have no place") } },
  .n_options = 19,
  .run = run,
};

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-command.h"
#include "cli/ris3-view-options.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-extent.h"
#include "report/ris3-map-page.h"

static gboolean
complain (GError **error, const char *option, const char *value, const char *allowed)
{
  /* Translators: an option, its value, and what it may be instead. */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s %s: it must be %s."), option, value, allowed);
  return FALSE;
}

static gboolean
parse_size (const char *text, guint *width, guint *height, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", -1);
  g_autofree char *allowed = NULL;
  guint64 numbers[2];

  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[0], 10, RIS3_MAP_PAGE_MIN_WIDTH, RIS3_MAP_PAGE_MAX_SIZE, &numbers[0], NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, RIS3_MAP_PAGE_MIN_HEIGHT, RIS3_MAP_PAGE_MAX_SIZE, &numbers[1], NULL))
    {
      *width = (guint) numbers[0];
      *height = (guint) numbers[1];
      return TRUE;
    }
  allowed = g_strdup_printf (_ ("WIDTHxHEIGHT in pixels, from %ux%u to %ux%u"), RIS3_MAP_PAGE_MIN_WIDTH,
                             RIS3_MAP_PAGE_MIN_HEIGHT, RIS3_MAP_PAGE_MAX_SIZE, RIS3_MAP_PAGE_MAX_SIZE);
  return complain (error, "size", text, allowed);
}

static gboolean
parse_extent (const char *text, Ris3Geodata *geodata, Ris3Box *extent, GError **error)
{
  if (ris3_extent_from_text (text, geodata, extent, error))
    return TRUE;
  g_prefix_error (error, "--extent %s: ", text);
  return FALSE;
}

/* What is not on the map is said, not dropped in silence. */
static void
tell_unplaced (Ris3Classification *classification, guint nuts_version)
{
  guint n_unplaced = 0;
  Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (classification, &n_unplaced);

  for (guint i = 0; i < n_unplaced; i++)
    g_printerr (_ ("ris3 map: %s (%s) has no place in NUTS %u.\n"), ris3_strategy_get_id (unplaced[i]),
                ris3_strategy_get_region_name (unplaced[i]), nuts_version);
}

static gboolean
write_map (Ris3Atlas *atlas,
           Ris3View *view,
           const char *extent,
           guint width,
           guint height,
           const char *path,
           GError **error)
{
  guint nuts_version = ris3_view_get_nuts_version (view);
  Ris3MapPage page = { .width = width, .height = height };
  g_autoptr (Ris3Geodata) geodata = ris3_geodata_load (nuts_version, NULL, error);
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) classification = NULL;

  if (geodata == NULL || !parse_extent (extent, geodata, &page.extent, error))
    return FALSE;
  placement = ris3_placement_new (geodata, ris3_atlas_get_strategies (atlas));
  classification = ris3_classification_new (placement, view);
  page.classification = classification;
  page.source = ris3_atlas_get_title (atlas);
  page.data_date = ris3_atlas_get_data_date (atlas);
  if (!ris3_map_page_write_png (&page, path, error))
    return FALSE;
  tell_unplaced (classification, nuts_version);
  return TRUE;
}

int
ris3_cli_map (int argc, char **argv)
{
  g_auto (Ris3ViewOptions) options = { 0 };
  g_autofree char *output = NULL;
  g_autofree char *size = NULL;
  g_autofree char *extent = NULL;
  g_autofree char *versions = ris3_nuts_version_list ();
  g_autofree char *nuts_help
      = g_strdup_printf (_ ("NUTS version: %s; %u by default"), versions, RIS3_DEFAULT_NUTS_VERSION);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("PNG file to write; - is standard output"), N_ ("FILE") },
    RIS3_VIEW_OPTIONS_FIRST (&options),
    RIS3_VIEW_OPTIONS_REST (&options),
    { "nuts", 'n', 0, G_OPTION_ARG_STRING, &options.nuts, nuts_help, N_ ("YEAR") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &size, N_ ("Pixels, 1600x1200 by default"), N_ ("WIDTHxHEIGHT") },
    { "extent", 'e', 0, G_OPTION_ARG_STRING, &extent,
      N_ ("What to show: europe (the default), a region’s code, or west,south,east,north in degrees"), N_ ("EXTENT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (GError) error = NULL;
  guint width = 1600, height = 1200;

  if (!ris3_cli_parse ("map", _ ("[ATLAS]"),
                       _ ("Draws the map onto a page with title, legend, headline and credit, as a PNG file."), entries,
                       0, 1, &argc, &argv))
    return RIS3_EXIT_ERROR;
  if (output == NULL)
    {
      g_printerr (_ ("ris3 map: --output is needed.\nTry “ris3 map --help”.\n"));
      return RIS3_EXIT_ERROR;
    }
  asked = ris3_view_options_get_view (&options, &error);
  if (asked == NULL || (size != NULL && !parse_size (size, &width, &height, &error)))
    return ris3_cli_fail (error);

  atlas = ris3_cli_open_atlas (argc > 1 ? argv[1] : NULL);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_fit (&options, asked, atlas, &error);
  if (view == NULL || !write_map (atlas, view, extent != NULL ? extent : "europe", width, height, output, &error))
    return ris3_cli_fail (error);
  return RIS3_EXIT_FINE;
}

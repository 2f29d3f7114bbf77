/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-command.h"
#include "cli/ris3-region-argument.h"
#include "cli/ris3-show.h"
#include "cli/ris3-view-options.h"
#include "geo/ris3-nuts-version.h"
#include "model/ris3-data-dir.h"

/* Without a version being asked for: that of the strategies, else the newest that has the code. */
static guint
choose_version (Ris3Atlas *atlas, const char *code)
{
  if (ris3_atlas_lookup_region (atlas, RIS3_DEFAULT_NUTS_VERSION, code) == NULL)
    for (guint i = RIS3_N_NUTS_VERSIONS; i > 0; i--)
      if (ris3_atlas_lookup_region (atlas, ris3_nuts_versions[i - 1], code) != NULL)
        return ris3_nuts_versions[i - 1];
  return RIS3_DEFAULT_NUTS_VERSION;
}

int
ris3_cli_show (int argc, char **argv)
{
  g_autofree char *atlas_path = NULL;
  g_autofree char *boundaries = NULL;
  gint nuts_version = 0;
  gboolean as_json = FALSE;
  g_auto (Ris3ViewOptions) options = { 0 };
  g_autofree char *versions = ris3_nuts_version_list ();
  g_autofree char *nuts_help = g_strdup_printf (_ ("NUTS version of the code: %s"), versions);
  const GOptionEntry entries[] = {
    { "atlas", 'a', 0, G_OPTION_ARG_FILENAME, &atlas_path, N_ ("Atlas, instead of the default one"), N_ ("FILE") },
    { "nuts-version", 'n', 0, G_OPTION_ARG_INT, &nuts_version, nuts_help, N_ ("YEAR") },
    { "boundaries", 'b', 0, G_OPTION_ARG_FILENAME, &boundaries,
      N_ ("Boundaries whose lineage leads from one NUTS version to another, instead of the default ones"),
      N_ ("FILE") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &options.indicator,
      N_ ("What the classes are of: personalised-medicine (the default) or health"), N_ ("NAME") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3RegionFacts) facts = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autofree char *code = NULL;
  g_autofree char *region = NULL;
  g_autoptr (GError) error = NULL;

  if (!ris3_cli_parse (
          "show", _ ("REGION"),
          _ ("Shows what is known of a region, named by any name or code: strategies with their priorities, "
             "marks and sources, participation, assessments and comments; or which kind of absence it is."),
          entries, 1, 1, &argc, &argv))
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_get_view (&options, &error);
  if (view == NULL)
    return ris3_cli_fail (error);
  atlas = ris3_cli_open_atlas (atlas_path);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;

  code = ris3_region_argument_get_code (argv[1]);
  if (nuts_version <= 0)
    nuts_version = (gint) choose_version (atlas, code);
  if (boundaries == NULL)
    boundaries = ris3_data_find ("boundaries.gpkg");
  geodata = boundaries != NULL ? ris3_geodata_load_file (boundaries, (guint) nuts_version, NULL, &error)
                               : ris3_geodata_load ((guint) nuts_version, NULL, &error);
  if (geodata == NULL)
    return ris3_cli_fail (error);
  placement = ris3_placement_new (geodata, ris3_atlas_get_strategies (atlas));
  region = ris3_region_argument_resolve (argv[1], placement, &error);
  if (region == NULL)
    return ris3_cli_fail (error);
  facts
      = ris3_region_facts_new (atlas, ris3_view_get_indicator (view), (guint) nuts_version, region, boundaries, &error);
  if (facts == NULL)
    return ris3_cli_fail (error);

  if (as_json)
    ris3_show_json (facts);
  else
    ris3_show_text (facts);
  return RIS3_EXIT_FINE;
}

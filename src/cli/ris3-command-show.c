/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-region-argument.h"
#include "cli/ris3-show.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-classification.h"

static Ris3RegionFacts *
gather (const Ris3Arguments *arguments, Ris3Atlas *atlas, GError **error)
{
  const char *boundaries = ris3_arguments_get (arguments, RIS3_OPTION_BOUNDARIES);
  const char *operand = ris3_arguments_get_operand (arguments);
  g_autofree char *code = ris3_region_argument_get_code (operand);
  g_autoptr (Ris3View) base = ris3_region_argument_make_base (atlas, code);
  g_autoptr (Ris3View) view = ris3_view_options_fit (arguments, base, atlas, error);
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  guint nuts_version;
  gint region;

  if (view == NULL)
    return NULL;
  nuts_version = ris3_view_get_nuts_version (view);
  geodata = boundaries != NULL ? ris3_geodata_load_file (boundaries, nuts_version, NULL, error)
                               : ris3_geodata_load (nuts_version, NULL, error);
  if (geodata == NULL)
    return NULL;
  placement = ris3_placement_new_of_atlas (geodata, atlas);
  region = ris3_region_argument_resolve (operand, placement, error);
  if (region < 0)
    return NULL;
  classification = ris3_classification_new (placement, view);
  return ris3_region_facts_new (atlas, classification, (guint) region);
}

static int
run (const Ris3Arguments *arguments)
{
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3RegionFacts) facts = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (GError) error = NULL;

  asked = ris3_view_options_get_view (arguments, NULL, &error);
  if (asked == NULL)
    return ris3_command_fail (error);
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  facts = gather (arguments, atlas, &error);
  if (facts == NULL)
    return ris3_command_fail (error);

  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    ris3_show_json (facts);
  else
    ris3_show_text (facts);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_show = {
  .name = "show",
  .summary = N_ ("Show what is known about a region"),
  .details = N_ ("Shows what is known about a region, given by any name or code: strategies with their priorities, "
                 "marks and sources, participation, assessments and comments; or which kind of absence it is."),
  .operand = N_ ("REGION"),
  .options = { { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_VIEW },
               { RIS3_OPTION_SAVED_VIEW },
               { RIS3_OPTION_INDICATOR },
               { RIS3_OPTION_CLASSES },
               { RIS3_OPTION_PALETTE },
               { RIS3_OPTION_PERIOD, N_ ("latest by default") },
               { RIS3_OPTION_LEVEL },
               { RIS3_OPTION_NUTS, N_ ("by default one that has the code") },
               { RIS3_OPTION_BOUNDARIES, N_ ("instead of the default one") },
               { RIS3_OPTION_JSON } },
  .n_options = 11,
  .run = run,
};

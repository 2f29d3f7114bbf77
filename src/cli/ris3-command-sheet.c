/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-json.h"
#include "cli/ris3-page-arguments.h"
#include "cli/ris3-print.h"
#include "cli/ris3-region-argument.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-view-result.h"
#include "report/ris3-region-sheet.h"

static void
tell_json (Ris3Atlas *atlas, Ris3Classification *classification, guint region, const char *path, guint n_pages)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  g_autofree char *view = ris3_view_to_text (ris3_classification_get_view (classification));
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "output", path);
  ris3_json_text (json, "atlas", ris3_atlas_get_path (atlas));
  ris3_json_text (json, "view", view);
  ris3_json_text (json, "region", ris3_boundaries_get_region (boundaries, region)->code);
  ris3_json_number (json, "pages", n_pages);
  ris3_json_end (json);
  ris3_print_json (json);
}

static gboolean
write_sheet (const Ris3Arguments *arguments, Ris3Atlas *atlas, const char *path, GError **error)
{
  const char *operand = ris3_arguments_get_operand (arguments);
  g_autofree char *code = ris3_region_argument_get_code (operand);
  g_autoptr (Ris3View) base = ris3_region_argument_make_base (atlas, code);
  g_autoptr (Ris3View) view = ris3_view_options_fit (arguments, base, atlas, error);
  g_autoptr (Ris3PageOptions) options = ris3_page_options_new ();
  g_autoptr (Ris3MapMaker) maker = ris3_page_arguments_new_maker (arguments, atlas, options);
  Ris3Placement *placement = view != NULL ? ris3_map_maker_get_placement (maker, view, error) : NULL;
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3SheetMaker) sheet = NULL;
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];
  guint n_pages = 0;
  gint region;

  if (placement == NULL || !ris3_view_result_check_level (view, ris3_placement_get_boundaries (placement), error))
    return FALSE;
  region = ris3_region_argument_resolve (operand, placement, error);
  if (region < 0)
    return FALSE;
  classification = ris3_classification_new (placement, view);
  sheet = ris3_sheet_maker_new (atlas, classification);
  if (!ris3_region_sheet_write (sheet, (guint) region, path, inputs, ris3_map_maker_list_inputs (maker, inputs),
                                &n_pages, error))
    return FALSE;
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    tell_json (atlas, classification, (guint) region, path, n_pages);
  return TRUE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *output = ris3_arguments_need_output (arguments);
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return RIS3_EXIT_ERROR;
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON) && ris3_arguments_is_standard_output (output))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("The sheet and JSON cannot both be written to standard output. Name a file with "
                                  "--output, or leave out --json."));
      return RIS3_EXIT_ERROR;
    }
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  if (asked == NULL)
    return ris3_command_fail (error);
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  return write_sheet (arguments, atlas, output, &error) ? RIS3_EXIT_FINE : ris3_command_fail (error);
}

const Ris3Command ris3_command_sheet = {
  .name = "sheet",
  .summary = N_ ("Write a fact sheet of a region or a country as PDF"),
  .details = N_ ("Writes all that is known about a region or a country, given by any name or code, onto pages of A4: "
                 "where it is on the map, strategies with priorities and pages, participation, activities, how many "
                 "comments there are of which state, and sources. “ris3 batch” writes the sheets of all regions."),
  .operand = N_ ("REGION"),
  .options = { { RIS3_OPTION_OUTPUT, N_ ("a PDF document, required; “-” is standard output") },
               { RIS3_OPTION_ATLAS },
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
  .n_options = 12,
  .run = run,
};

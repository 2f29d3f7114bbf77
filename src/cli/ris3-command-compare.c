/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-boundaries-argument.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-view-result.h"
#include "map/ris3-comparison.h"

/* (transfer full) */
static Ris3Classification *
classify (Ris3Atlas *atlas, Ris3Placement *placement, Ris3View *view, GError **error)
{
  g_autoptr (Ris3FilterResult) result = NULL;

  if (!ris3_view_result_filter (atlas, view, ris3_view_get_period (view), placement, &result, error))
    return NULL;
  return ris3_classification_new_filtered (placement, view, result);
}

static gboolean
is_change (Ris3Difference difference)
{
  return difference == RIS3_DIFFERENCE_NEW || difference == RIS3_DIFFERENCE_DROPPED;
}

static void
print_text (Ris3Comparison *comparison, Ris3Boundaries *boundaries, Ris3View *first, Ris3View *second)
{
  GArray *regions = ris3_comparison_get_regions (comparison);
  g_autofree char *first_words = ris3_view_describe (first);
  g_autofree char *second_words = ris3_view_describe (second);
  g_autofree char *words = ris3_comparison_describe (comparison);

  ris3_print (_ ("First map: %s\n"), first_words);
  ris3_print (_ ("Second map: %s\n"), second_words);
  ris3_print ("%s\n", words);
  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3ComparedRegion *compared = &g_array_index (regions, Ris3ComparedRegion, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, compared->region);

      if (is_change (compared->difference))
        ris3_print ("%s\t%s\t%s\n", ris3_difference_get_title (compared->difference), region->code, region->name);
    }
}

static void
print_json (Ris3Comparison *comparison, Ris3Boundaries *boundaries, Ris3View *first, Ris3View *second)
{
  GArray *regions = ris3_comparison_get_regions (comparison);
  g_autofree char *first_text = ris3_view_to_text (first);
  g_autofree char *second_text = ris3_view_to_text (second);
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "first", first_text);
  ris3_json_text (json, "second", second_text);
  ris3_json_number (json, "base", ris3_comparison_count_base (comparison));
  for (Ris3Difference i = 0; i < RIS3_N_DIFFERENCES; i++)
    ris3_json_number (json, ris3_difference_get_id (i), ris3_comparison_count (comparison, i));
  ris3_json_begin_array (json, "regions");
  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3ComparedRegion *compared = &g_array_index (regions, Ris3ComparedRegion, i);
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, compared->region);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "code", region->code);
      ris3_json_text (json, "name", region->name);
      ris3_json_text (json, "difference", ris3_difference_get_id (compared->difference));
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (Ris3View) first_view = NULL;
  g_autoptr (Ris3View) second_view = NULL;
  g_autoptr (Ris3OwnBoundaries) own = NULL;
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (Ris3Classification) first = NULL;
  g_autoptr (Ris3Classification) second = NULL;
  g_autoptr (Ris3Comparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  view = ris3_view_options_fit (arguments, NULL, atlas, &error);
  if (view == NULL)
    return ris3_command_fail (error);
  second_view = ris3_view_get_compared (view);
  if (second_view == NULL)
    {
      ris3_arguments_complain (
          ris3_arguments_get_command (arguments),
          _ ("--against is needed: a period that the atlas has, or an indicator, to compare the map with."));
      return RIS3_EXIT_ERROR;
    }
  first_view = ris3_view_with_against (view, NULL, NULL);
  geodata = ris3_boundaries_argument_load (arguments, atlas, ris3_view_get_nuts_version (view), &own, &error);
  if (geodata == NULL)
    return ris3_command_fail (error);
  placement = ris3_placement_new_of_atlas (geodata, atlas);
  first = classify (atlas, placement, first_view, &error);
  second = first != NULL ? classify (atlas, placement, second_view, &error) : NULL;
  if (second == NULL)
    return ris3_command_fail (error);
  comparison = ris3_comparison_new (first, second);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (comparison, ris3_geodata_get_boundaries (geodata), first_view, second_view);
  else
    print_text (comparison, ris3_geodata_get_boundaries (geodata), first_view, second_view);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_compare = {
  .name = "compare",
  .summary = N_ ("Compare two maps region by region"),
  .details
  = N_ ("Counts in which regions the finding of an indicator is new, kept or dropped from one map to another, "
        "of those that are known on both, and lists what is new and what was dropped. The maps differ in their "
        "period, their indicator, or both."),
  .options = { { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_AGAINST, N_ ("required, unless the view has it") },
               { RIS3_OPTION_VIEW },
               { RIS3_OPTION_SAVED_VIEW },
               { RIS3_OPTION_FILTER },
               { RIS3_OPTION_INDICATOR },
               { RIS3_OPTION_PERIOD, N_ ("2014-2020 by default, where the atlas has it") },
               { RIS3_OPTION_NUTS },
               { RIS3_OPTION_BOUNDARIES },
               { RIS3_OPTION_JSON, N_ ("it lists every region that is known on one of the maps") } },
  .n_options = 10,
  .run = run,
};

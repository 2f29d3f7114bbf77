/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"

static void
print_json (Ris3View *view, const char *text)
{
  g_autofree char *filter = ris3_filter_to_text (ris3_view_get_filter (view));
  const char *period = ris3_view_get_period (view);
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "view", text);
  if (*filter != '\0')
    ris3_json_text (json, "filter", filter);
  ris3_json_text (json, "indicator", ris3_view_get_indicator (view)->id);
  ris3_json_text (json, "classes", ris3_view_get_scheme (view));
  ris3_json_text (json, "palette", ris3_view_get_palette (view));
  ris3_json_text (json, "period", period != NULL ? period : "latest");
  ris3_json_text (json, "level", ris3_level_rule_get_id (ris3_view_get_level_rule (view)));
  ris3_json_number (json, "nuts_version", ris3_view_get_nuts_version (view));
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  g_autoptr (Ris3View) view = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autofree char *text = NULL;

  if (!ris3_view_options_open (arguments, &atlas, &view))
    return RIS3_EXIT_ERROR;
  text = ris3_view_to_text (view);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (view, text);
  else
    ris3_print ("%s\n", text);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_view = {
  .name = "view",
  .summary = N_ ("Check a view and print it as one text"),
  .details
  = N_ ("Checks the view that the options ask for against the atlas, and prints it in full as one line of text, "
        "which --view of the other commands accepts."),
  .options = { { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_VIEW },
               { RIS3_OPTION_SAVED_VIEW },
               { RIS3_OPTION_FILTER },
               { RIS3_OPTION_INDICATOR },
               { RIS3_OPTION_AGAINST },
               { RIS3_OPTION_WITH },
               { RIS3_OPTION_CLASSES },
               { RIS3_OPTION_PALETTE },
               { RIS3_OPTION_PERIOD, N_ ("2014-2020 by default, where the atlas has it") },
               { RIS3_OPTION_LEVEL },
               { RIS3_OPTION_NUTS },
               { RIS3_OPTION_JSON } },
  .n_options = 13,
  .run = run,
};

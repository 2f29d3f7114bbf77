/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-data-dir.h"

static void
print_json (const char *path)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  g_autofree char *origin = ris3_data_find ("default.ris3atlas");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return RIS3_EXIT_ERROR;
  if (origin == NULL)
    {
      g_printerr (_ ("ris3: The default atlas, which a new one is made of, is not installed.\n"));
      return RIS3_EXIT_ERROR;
    }
  if (ris3_arguments_has (arguments, RIS3_OPTION_EMPTY) ? !ris3_atlas_create_like (path, origin, FALSE, &error)
                                                        : !ris3_atlas_copy_new (origin, path, &error))
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_new = {
  .name = "new",
  .summary = N_ ("Make a new atlas"),
  .details = N_ ("Makes an atlas of your own from the default one. A file that exists is not overwritten."),
  .options = { { RIS3_OPTION_ATLAS, N_ ("the new file, required") }, { RIS3_OPTION_EMPTY }, { RIS3_OPTION_JSON } },
  .n_options = 3,
  .run = run,
};

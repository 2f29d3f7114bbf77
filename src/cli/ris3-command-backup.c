/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"

/* Beside the atlas, named after it and the time, so that none is ever overwritten. */
static char *
make_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  gsize length = strlen (path);

  if (g_str_has_suffix (path, RIS3_ATLAS_SUFFIX))
    length -= strlen (RIS3_ATLAS_SUFFIX);
  return g_strdup_printf ("%.*s-%s%s", (int) length, path, time, RIS3_ATLAS_SUFFIX);
}

static void
print_json (const char *path, const char *name)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *shown_name = g_filename_display_name (name);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_text (json, "backup", shown_name);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  const char *output = ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return RIS3_EXIT_ERROR;
  name = output != NULL ? g_strdup (output) : make_name (path);
  if (output != NULL ? !ris3_atlas_copy (path, name, &error) : !ris3_atlas_copy_new (path, name, &error))
    return ris3_command_fail (error);
  shown = g_filename_display_name (name);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, name);
  else
    ris3_print ("%s\n", shown);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_backup = {
  .name = "backup",
  .summary = N_ ("Make a backup copy of an atlas"),
  .details
  = N_ ("Copies an atlas as it is at this moment, also while others are editing it, checks the copy, and prints its "
        "name."),
  .options = { { RIS3_OPTION_ATLAS, N_ ("required") },
               { RIS3_OPTION_OUTPUT, N_ ("by default beside the atlas, named after it and the time") },
               { RIS3_OPTION_JSON } },
  .n_options = 3,
  .run = run,
};

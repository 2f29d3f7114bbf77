/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-check.h"

static void
print_json (const char *path, GPtrArray *findings)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", path);
  ris3_json_begin_array (json, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      const Ris3Finding *finding = g_ptr_array_index (findings, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "kind", finding->kind);
      ris3_json_text (json, "subject", finding->subject);
      ris3_json_text (json, "message", finding->message);
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  g_autofree char *path = ris3_arguments_find_atlas (arguments);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return RIS3_EXIT_ERROR;
  findings = ris3_atlas_check (path, NULL, &error);
  if (findings == NULL)
    return ris3_command_fail (error);

  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, findings);
  else if (findings->len == 0)
    ris3_print ("%s\n", _ ("No problems found."));
  else
    for (guint i = 0; i < findings->len; i++)
      {
        const Ris3Finding *finding = g_ptr_array_index (findings, i);

        /* Some messages are about the file and name it. */
        if (strstr (finding->message, finding->subject) != NULL)
          ris3_print ("%s (%s)\n", finding->message, finding->kind);
        else
          ris3_print ("%s: %s (%s)\n", finding->subject, finding->message, finding->kind);
      }
  return findings->len == 0 ? RIS3_EXIT_FINE : RIS3_EXIT_PROBLEMS;
}

const Ris3Command ris3_command_check = {
  .name = "check",
  .summary = N_ ("Look for damage and gaps in an atlas"),
  .details = N_ ("Looks for damage, unmatched codes, strategies without a source and contradictions. Nothing is "
                 "changed."),
  .options = { { RIS3_OPTION_ATLAS }, { RIS3_OPTION_JSON } },
  .n_options = 2,
  .run = run,
};

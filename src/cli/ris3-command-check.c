/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-command.h"
#include "cli/ris3-json.h"
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
  g_print ("%s", ris3_json_get_text (json));
}

int
ris3_cli_check (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!ris3_cli_parse (
          "check", _ ("[ATLAS]"),
          _ ("Looks for damage, unmatched codes, strategies without a source and contradictions. Nothing is "
             "changed."),
          entries, 0, 1, &argc, &argv))
    return RIS3_EXIT_ERROR;

  path = argc > 1 ? g_strdup (argv[1]) : ris3_cli_find_default_atlas ();
  if (path == NULL)
    return RIS3_EXIT_ERROR;
  findings = ris3_atlas_check (path, NULL, &error);
  if (findings == NULL)
    return ris3_cli_fail (error);

  if (as_json)
    print_json (path, findings);
  else if (findings->len == 0)
    g_print ("%s\n", _ ("Nothing was found."));
  else
    for (guint i = 0; i < findings->len; i++)
      {
        const Ris3Finding *finding = g_ptr_array_index (findings, i);
        g_print ("%s: %s (%s)\n", finding->subject, finding->message, finding->kind);
      }
  return findings->len == 0 ? RIS3_EXIT_FINE : RIS3_EXIT_PROBLEMS;
}

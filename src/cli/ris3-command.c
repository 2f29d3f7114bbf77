/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-command.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-data-dir.h"

int
ris3_cli_fail (const GError *error)
{
  g_printerr ("ris3: %s\n", error->message);
  return RIS3_EXIT_ERROR;
}

gboolean
ris3_cli_parse (const char *command,
                const char *usage,
                const char *summary,
                const GOptionEntry *entries,
                int least,
                int most,
                int *argc,
                char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("ris3 %s", command);

  /* So that the help reads "ris3 show [OPTION…]". */
  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context,
                                    _ ("Exit status: 0 fine, 1 problems were found, 2 wrong usage or data that "
                                       "cannot be read or written."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr (_ ("ris3 %s: %s\nTry “ris3 %s --help”.\n"), command, error->message, command);
      return FALSE;
    }
  if (*argc - 1 < least || *argc - 1 > most)
    {
      if (*argc - 1 < least)
        g_printerr (_ ("ris3 %s: an argument is missing: %s\nTry “ris3 %s --help”.\n"), command, usage, command);
      else
        g_printerr (_ ("ris3 %s: “%s” is one argument too many.\nTry “ris3 %s --help”.\n"), command, (*argv)[most + 1],
                    command);
      return FALSE;
    }
  return TRUE;
}

char *
ris3_cli_find_default_atlas (void)
{
  char *path = ris3_data_find ("default.ris3atlas");

  if (path == NULL)
    g_printerr (_ ("ris3: the default atlas is not installed. Name an atlas instead.\n"));
  return path;
}

Ris3Atlas *
ris3_cli_open_atlas (const char *path)
{
  g_autofree char *found = path != NULL ? g_strdup (path) : ris3_cli_find_default_atlas ();
  g_autoptr (GError) error = NULL;
  Ris3Atlas *atlas;

  if (found == NULL)
    return NULL;
  atlas = ris3_atlas_open (found, NULL, &error);
  if (atlas == NULL)
    ris3_cli_fail (error);
  return atlas;
}

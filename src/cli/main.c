/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* ris3: the work of RIS3 Atlas without a display. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "cli/ris3-command.h"

typedef struct
{
  const char *name;
  Ris3CommandFunc func;
  const char *summary;
} Command;

static const Command commands[] = {
  { "stats", ris3_cli_stats, N_ ("Count the strategies of a period, each share with its base") },
  { "show", ris3_cli_show, N_ ("Show what is known of a region") },
  { "map", ris3_cli_map, N_ ("Draw the map into a PNG file") },
  { "check", ris3_cli_check, N_ ("Look for damage and gaps in an atlas") },
  { "build-default", ris3_cli_build_default, N_ ("Build an atlas from tables") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: ris3 COMMAND [OPTION…]"));
  g_print ("%s\n\n",
           _ ("Which regions of Europe put health, and personalised medicine, into their smart specialisation "
              "strategies."));
  g_print ("%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-15s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“ris3 COMMAND --help” tells more of a command; “ris3 --version” tells the version."));
  g_print ("%s\n",
           _ ("Exit status: 0 fine, 1 problems were found, 2 wrong usage or data that cannot be read or written."));
}

int
main (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RIS3_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (name == NULL)
    {
      g_printerr (_ ("ris3: a command is missing.\nTry “ris3 --help”.\n"));
      return RIS3_EXIT_ERROR;
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help ();
      return RIS3_EXIT_FINE;
    }
  if (g_str_equal (name, "--version"))
    {
      g_print ("ris3 %s\n", RIS3_VERSION);
      return RIS3_EXIT_FINE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i].name))
      return commands[i].func (argc - 1, argv + 1);

  g_printerr (_ ("ris3: there is no command “%s”.\nTry “ris3 --help”.\n"), name);
  return RIS3_EXIT_ERROR;
}

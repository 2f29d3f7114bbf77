/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* ris3: the work of RIS3 Atlas without a display. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-describe.h"
#include "cli/ris3-help.h"
#include "cli/ris3-print.h"
#include "geo/ris3-environment.h"
#include "model/ris3-data-dir.h"
#include "model/ris3-output-file.h"

static int
complain (const char *sentence, const char *word)
{
  g_autofree char *shown = g_filename_display_name (word);
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  g_printerr ("ris3: %s%s%s\n%s\n", parts[0], parts[1] != NULL ? shown : "", parts[1] != NULL ? parts[1] : "",
              _ ("Try “ris3 --help”."));
  return RIS3_EXIT_ERROR;
}

static int
run_help (const char *name)
{
  const Ris3Command *command = name != NULL ? ris3_command_find (name) : NULL;

  if (name != NULL && command == NULL)
    return complain (_ ("There is no command “%s”."), name);
  if (command != NULL)
    ris3_help_command (command);
  else
    ris3_help_program ();
  return RIS3_EXIT_FINE;
}

static int
run_command (const Ris3Command *command, int argc, char **argv)
{
  g_autoptr (Ris3Arguments) arguments = ris3_arguments_new (command, argc, argv);

  if (arguments == NULL)
    return RIS3_EXIT_ERROR;
  if (ris3_arguments_has (arguments, RIS3_OPTION_HELP))
    ris3_help_command (command);
  else if (ris3_arguments_has (arguments, RIS3_OPTION_VERSION))
    ris3_help_version ();
  else
    return command->run (arguments);
  return RIS3_EXIT_FINE;
}

static int
run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  const Ris3Command *command;

  if (name == NULL)
    return complain (_ ("A command is missing."), "");
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    return argc > 3 ? complain (_ ("“%s” is one argument too many."), argv[3]) : run_help (argv[2]);
  if (g_str_equal (name, "--version") || g_str_equal (name, "-V"))
    {
      ris3_help_version ();
      return RIS3_EXIT_FINE;
    }
  if (g_str_equal (name, "--describe"))
    return ris3_describe (argv[2]);
  command = ris3_command_find (name);
  if (command != NULL)
    return run_command (command, argc - 1, argv + 1);
  return complain (*name == '-' ? _ ("“%s” is in the place of a command. Put options after the command.")
                                : _ ("There is no command “%s”."),
                   name);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  ris3_environment_clear ();
  ris3_output_file_init ();
  ris3_data_set_language ();
  ris3_print_init ();
  status = run (argc, argv);
  return ris3_print_flush (&error) ? status : ris3_command_fail (error);
}

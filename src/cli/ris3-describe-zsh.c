/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-describe-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/ris3-help.h"
#include "cli/ris3-print.h"

/* The completion of zsh: see _arguments in zshcompsys(1). */

/* Text within a single-quoted specification of _arguments. */
static void
print_escaped (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\'')
      ris3_print ("'\\''");
    else
      ris3_print ("%s%c", strchr ("[]:\\", *p) != NULL ? "\\" : "", *p);
}

static void
print_offer (Ris3OptionId id)
{
  g_auto (GStrv) words = ris3_option_get_words (id);
  g_autofree char *joined = g_strjoinv (" ", words);

  switch (ris3_option_get (id)->offer)
    {
    case RIS3_OFFER_WORDS:
      ris3_print ("(");
      print_escaped (joined);
      ris3_print (")");
      break;
    case RIS3_OFFER_PERIODS:
      ris3_print ("_ris3_periods");
      break;
    case RIS3_OFFER_FILES:
      ris3_print ("_files");
      break;
    case RIS3_OFFER_ATLASES:
      ris3_print ("_files -g \"*.ris3atlas\"");
      break;
    case RIS3_OFFER_BOUNDARIES:
      ris3_print ("_files -g \"*.gpkg\"");
      break;
    case RIS3_OFFER_FOLDERS:
      ris3_print ("_files -/");
      break;
    case RIS3_OFFER_NOTHING:
      ris3_print (" ");
      break;
    }
}

static void
print_option (const Ris3Command *command, guint index)
{
  Ris3OptionId id = ris3_help_get_option (command, index);
  const Ris3Option *option = ris3_option_get (id);
  const char *equals = option->argument != NULL ? "=" : "";
  g_autofree char *text = ris3_help_describe_option (command, index);

  if (id == RIS3_OPTION_HELP || id == RIS3_OPTION_VERSION)
    ris3_print (" \\\n        '(- *)'");
  else if (option->letter != 0)
    ris3_print (" \\\n        '(-%c --%s)'", option->letter, option->name);
  else
    ris3_print (" \\\n        '(--%s)'", option->name);
  if (option->letter != 0)
    ris3_print ("{-%c%s,--%s%s}'[", option->letter, option->argument != NULL ? "+" : "", option->name, equals);
  else
    ris3_print ("--%s%s'[", option->name, equals);
  print_escaped (text);
  ris3_print ("]");
  if (option->argument != NULL)
    {
      ris3_print (":");
      print_escaped (_ (option->argument));
      ris3_print (":");
      print_offer (id);
    }
  ris3_print ("'");
}

static void
print_command (const Ris3Command *command)
{
  guint n_operands = 0;

  ris3_print ("    (%s)\n      _arguments -s -S", command->name);
  for (guint i = 0; i < ris3_help_get_n_options (command); i++)
    print_option (command, i);
  if (command->operand != NULL)
    {
      if (command->has_operands)
        ris3_print (" \\\n        '*:");
      else
        ris3_print (" \\\n        '%u:", ++n_operands);
      print_escaped (_ (command->operand));
      ris3_print (":");
      if (command->operand_is_file)
        print_offer (RIS3_OPTION_INPUT);
      else
        ris3_print (" ");
      ris3_print ("'");
    }
  if (!command->has_operands && ris3_command_has_option (command, RIS3_OPTION_ATLAS))
    {
      ris3_print (" \\\n        '%u::", ++n_operands);
      print_escaped (_ ("ATLAS"));
      ris3_print (":");
      print_offer (RIS3_OPTION_ATLAS);
      ris3_print ("'");
    }
  ris3_print (" ;;\n");
}

void
_ris3_describe_zsh (void)
{
  ris3_print ("#compdef ris3\n"
              "# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers\n"
              "# SPDX-License-Identifier: GPL-3.0-or-later\n"
              "# Made by “ris3 --describe zsh”.\n"
              "\n"
              "_ris3_periods ()\n"
              "{\n"
              "  local -a periods\n"
              "  periods=(${(f)\"$(ris3 --describe periods 2>/dev/null)\"})\n"
              "  compadd -a periods\n"
              "}\n"
              "\n"
              "_ris3_commands ()\n"
              "{\n"
              "  local -a commands\n"
              "  commands=(\n");
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    {
      ris3_print ("    '%s:", ris3_command_get (i)->name);
      print_escaped (_ (ris3_command_get (i)->summary));
      ris3_print ("'\n");
    }
  ris3_print ("    'help:");
  print_escaped (ris3_help_get_summary ());
  ris3_print ("'\n"
              "  )\n"
              "  _describe command commands\n"
              "}\n"
              "\n"
              "_ris3 ()\n"
              "{\n"
              "  local curcontext=$curcontext state line\n"
              "  typeset -A opt_args\n"
              "\n"
              "  _arguments -C '(- *)'{-h,--help}'[");
  print_escaped (_ (ris3_option_get (RIS3_OPTION_HELP)->help));
  ris3_print ("]' '(- *)'{-V,--version}'[");
  print_escaped (_ (ris3_option_get (RIS3_OPTION_VERSION)->help));
  ris3_print ("]' \\\n"
              "    '1:command:_ris3_commands' '*::argument:->argument'\n"
              "  [[ $state = argument ]] || return\n"
              "  curcontext=${curcontext%%:*}-$words[1]:\n"
              "  case $words[1] in\n"
              "    (help)\n"
              "      _arguments '1:command:_ris3_commands' ;;\n");
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    print_command (ris3_command_get (i));
  ris3_print ("  esac\n"
              "}\n"
              "\n"
              "_ris3 \"$@\"\n");
}

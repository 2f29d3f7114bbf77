/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-describe-private.h"

#include "cli/ris3-print.h"

/* The completion of bash. It needs no bash-completion to be there. */

static const char head[] = "# bash completion for ris3                                    -*- shell-script -*-\n"
                           "# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers\n"
                           "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                           "# Made by “ris3 --describe bash”.\n"
                           "\n"
                           "_ris3_offer ()\n"
                           "{\n"
                           "  mapfile -t COMPREPLY < <(compgen \"$@\" -- \"$current\")\n"
                           "}\n"
                           "\n"
                           "# Files of a pattern, and folders on the way to them.\n"
                           "_ris3_offer_files ()\n"
                           "{\n"
                           "  compopt -o filenames 2>/dev/null\n"
                           "  current=${current//\\\\/}\n"
                           "  mapfile -t COMPREPLY < <(compgen -f -X \"!*$1\" -- \"$current\"; [ -z \"$1\" ] || "
                           "compgen -d -- \"$current\")\n"
                           "}\n"
                           "\n";

static const char tail[] = "_ris3 ()\n"
                           "{\n"
                           "  local current=${COMP_WORDS[COMP_CWORD]} option= command= n_operands=0 ended= word i\n"
                           "\n"
                           "  COMPREPLY=()\n"
                           "  # “--nuts=20” comes as three words.\n"
                           "  if [ \"$current\" = = ]; then\n"
                           "    current= option=${COMP_WORDS[COMP_CWORD - 1]}\n"
                           "  elif [ \"${COMP_WORDS[COMP_CWORD - 1]}\" = = ]; then\n"
                           "    option=${COMP_WORDS[COMP_CWORD - 2]}\n"
                           "  elif _ris3_takes_value \"${COMP_WORDS[COMP_CWORD - 1]}\"; then\n"
                           "    option=${COMP_WORDS[COMP_CWORD - 1]}\n"
                           "  fi\n"
                           "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
                           "    word=${COMP_WORDS[i]}\n"
                           "    if [ \"$ended\" ]; then\n"
                           "      n_operands=$((n_operands + 1))\n"
                           "    elif [ \"$word\" = -- ]; then\n"
                           "      ended=1\n"
                           "    elif [ \"$word\" = = ]; then\n"
                           "      i=$((i + 1))\n"
                           "    elif _ris3_takes_value \"$word\"; then\n"
                           "      [ \"${COMP_WORDS[i + 1]}\" = = ] || i=$((i + 1))\n"
                           "    elif [ \"${word#-}\" != \"$word\" ]; then\n"
                           "      :\n"
                           "    elif [ -z \"$command\" ]; then\n"
                           "      command=$word\n"
                           "    else\n"
                           "      n_operands=$((n_operands + 1))\n"
                           "    fi\n"
                           "  done\n"
                           "\n"
                           "  if [ -n \"$option\" ] && [ -z \"$ended\" ]; then\n"
                           "    _ris3_offer_values \"$option\"\n"
                           "  elif [ -z \"$command\" ]; then\n"
                           "    _ris3_offer -W \"$_ris3_commands --help --version\"\n"
                           "  elif [ \"$command\" = help ]; then\n"
                           "    [ \"$n_operands\" -gt 0 ] || _ris3_offer -W \"$_ris3_commands\"\n"
                           "  elif [ \"${current#-}\" != \"$current\" ] && [ -z \"$ended\" ]; then\n"
                           "    _ris3_offer -W \"$(_ris3_options \"$command\")\"\n"
                           "  else\n"
                           "    _ris3_offer_operands \"$command\" \"$n_operands\"\n"
                           "  fi\n"
                           "}\n"
                           "\n"
                           "complete -F _ris3 ris3\n";

/* What bash runs to offer values. */
static void
print_offer (Ris3OptionId id)
{
  g_auto (GStrv) words = ris3_option_get_words (id);
  g_autofree char *joined = g_strjoinv (" ", words);

  switch (ris3_option_get (id)->offer)
    {
    case RIS3_OFFER_WORDS:
      ris3_print ("_ris3_offer -W '%s'", joined);
      break;
    case RIS3_OFFER_PERIODS:
      ris3_print ("_ris3_offer -W \"$(ris3 --describe periods 2>/dev/null)\"");
      break;
    case RIS3_OFFER_FILES:
      ris3_print ("_ris3_offer_files ''");
      break;
    case RIS3_OFFER_ATLASES:
      ris3_print ("_ris3_offer_files .ris3atlas");
      break;
    case RIS3_OFFER_BOUNDARIES:
      ris3_print ("_ris3_offer_files .gpkg");
      break;
    case RIS3_OFFER_FOLDERS:
      ris3_print ("compopt -o filenames 2>/dev/null; _ris3_offer -d");
      break;
    case RIS3_OFFER_NOTHING:
      ris3_print (":");
      break;
    }
}

/* "-n SEPARATOR --nuts", or without what comes before the name where there is no letter. */
static void
print_names (Ris3OptionId id, const char *separator)
{
  const Ris3Option *option = ris3_option_get (id);

  if (option->letter != 0)
    ris3_print ("-%c%s", option->letter, separator);
  ris3_print ("--%s", option->name);
}

static void
print_values (void)
{
  const char *separator = "";

  ris3_print ("_ris3_takes_value ()\n{\n  case $1 in\n    ");
  for (Ris3OptionId id = 0; id < RIS3_N_OPTIONS; id++)
    if (ris3_option_get (id)->argument != NULL)
      {
        ris3_print ("%s", separator);
        print_names (id, " | ");
        separator = " | ";
      }
  ris3_print (") return 0 ;;\n  esac\n  return 1\n}\n\n");

  ris3_print ("_ris3_offer_values ()\n{\n  case $1 in\n");
  for (Ris3OptionId id = 0; id < RIS3_N_OPTIONS; id++)
    if (ris3_option_get (id)->argument != NULL)
      {
        ris3_print ("    ");
        print_names (id, " | ");
        ris3_print (") ");
        print_offer (id);
        ris3_print (" ;;\n");
      }
  ris3_print ("  esac\n}\n\n");
}

static void
print_commands (void)
{
  ris3_print ("_ris3_commands='");
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    ris3_print ("%s ", ris3_command_get (i)->name);
  ris3_print ("help'\n\n_ris3_options ()\n{\n  case $1 in\n");
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    {
      const Ris3Command *command = ris3_command_get (i);

      /* echo would take a first “-n” for its own. */
      ris3_print ("    %s) printf '%%s '", command->name);
      for (Ris3OptionId id = 0; id < RIS3_N_OPTIONS; id++)
        if (ris3_command_has_option (command, id))
          {
            ris3_print (" ");
            print_names (id, " ");
          }
      ris3_print (" ;;\n");
    }
  ris3_print ("  esac\n}\n\n_ris3_offer_operands ()\n{\n  case $1,$2 in\n");
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    {
      const Ris3Command *command = ris3_command_get (i);

      if (command->operand_is_file)
        {
          /* One of several may be the atlas. */
          ris3_print (command->has_operands ? "    %s,*) " : "    %s,0) ", command->name);
          print_offer (RIS3_OPTION_INPUT);
          ris3_print (" ;;\n");
        }
      if (command->has_operands || !ris3_command_has_option (command, RIS3_OPTION_ATLAS))
        continue;
      ris3_print ("    %s,%d) ", command->name, command->operand != NULL ? 1 : 0);
      print_offer (RIS3_OPTION_ATLAS);
      ris3_print (" ;;\n");
    }
  ris3_print ("  esac\n}\n\n");
}

void
_ris3_describe_bash (void)
{
  ris3_print ("%s", head);
  print_values ();
  print_commands ();
  ris3_print ("%s", tail);
}

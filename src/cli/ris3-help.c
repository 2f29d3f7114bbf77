/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-help.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-print.h"

#define LINE_LENGTH 80
#define NAME_LENGTH 28

/* Prints a text from the column on that the line has reached, further lines indented. */
static void
print_wrapped (const char *text, glong column, guint indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (i > 0 && column + 1 + length > LINE_LENGTH)
        {
          ris3_print ("\n%*s", (int) indent, "");
          column = indent;
        }
      else if (i > 0)
        {
          ris3_print (" ");
          column++;
        }
      ris3_print ("%s", words[i]);
      column += length;
    }
  ris3_print ("\n");
}

/* A name, with what is said of it beside it, or below a long one. */
static void
print_entry (const char *name, const char *text)
{
  glong length = g_utf8_strlen (name, -1);

  ris3_print ("  %s", name);
  if (length + 4 > NAME_LENGTH)
    ris3_print ("\n%*s", NAME_LENGTH, "");
  else
    ris3_print ("%*s", (int) (NAME_LENGTH - 2 - length), "");
  print_wrapped (text, NAME_LENGTH, NAME_LENGTH);
}

char *
ris3_help_name_option (Ris3OptionId id)
{
  const Ris3Option *option = ris3_option_get (id);
  const char *argument = option->argument != NULL ? _ (option->argument) : "";
  g_autofree char *name = g_strconcat ("--", option->name, option->argument != NULL ? "=" : "", argument, NULL);

  /* Long names are below each other, with a letter before them or without. */
  return option->letter != 0 ? g_strdup_printf ("-%c, %s", option->letter, name) : g_strdup_printf ("    %s", name);
}

const char *
ris3_help_get_summary (void)
{
  return _ ("Show how to call the program or one of its commands");
}

const char *
ris3_help_get_exit_status (void)
{
  return _ ("Exit status: 0 success, 1 problems were found, 2 wrong usage or data that cannot be read or written.");
}

guint
ris3_help_get_n_options (const Ris3Command *command)
{
  g_return_val_if_fail (command != NULL, 0);
  return command->n_options + 2;
}

Ris3OptionId
ris3_help_get_option (const Ris3Command *command, guint index)
{
  g_return_val_if_fail (command != NULL && index < ris3_help_get_n_options (command), RIS3_OPTION_HELP);
  if (index < command->n_options)
    return command->options[index].id;
  return index == command->n_options ? RIS3_OPTION_HELP : RIS3_OPTION_VERSION;
}

char *
ris3_help_describe_option (const Ris3Command *command, guint index)
{
  const char *note;

  g_return_val_if_fail (command != NULL && index < ris3_help_get_n_options (command), NULL);
  note = index < command->n_options ? command->options[index].note : NULL;
  return ris3_option_get_help (ris3_help_get_option (command, index), note != NULL ? _ (note) : NULL);
}

void
ris3_help_command (const Ris3Command *command)
{
  g_autofree char *usage = NULL;

  g_return_if_fail (command != NULL);
  usage = ris3_command_get_usage (command);
  ris3_print (_ ("Usage: %s"), usage);
  ris3_print ("\n\n");
  print_wrapped (_ (command->details), 0, 0);
  ris3_print ("\n%s\n", _ ("Options:"));
  for (guint i = 0; i < ris3_help_get_n_options (command); i++)
    {
      g_autofree char *name = ris3_help_name_option (ris3_help_get_option (command, i));
      g_autofree char *text = ris3_help_describe_option (command, i);

      print_entry (name, text);
    }
  ris3_print ("\n");
  print_wrapped (ris3_help_get_exit_status (), 0, 0);
}

void
ris3_help_program (void)
{
  g_autofree char *help = NULL;

  ris3_print ("%s\n\n", _ ("Usage: ris3 COMMAND [OPTION…] [ARGUMENT…]"));
  print_wrapped (_ ("Which regions of Europe put health, and personalised medicine, into their smart specialisation "
                    "strategies."),
                 0, 0);
  ris3_print ("\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    print_entry (ris3_command_get (i)->name, _ (ris3_command_get (i)->summary));
  help = g_strdup_printf ("help [%s]", _ ("COMMAND"));
  print_entry (help, ris3_help_get_summary ());
  ris3_print ("\n%s\n", _ ("Options, which every command has too:"));
  for (Ris3OptionId id = RIS3_OPTION_HELP; id <= RIS3_OPTION_VERSION; id++)
    {
      g_autofree char *name = ris3_help_name_option (id);

      print_entry (name, _ (ris3_option_get (id)->help));
    }
  ris3_print ("\n");
  print_wrapped (ris3_help_get_exit_status (), 0, 0);
}

void
ris3_help_version (void)
{
  ris3_print ("ris3 %s\n", RIS3_VERSION);
}

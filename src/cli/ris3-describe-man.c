/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-describe-private.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-help.h"
#include "cli/ris3-print.h"

/* The manual page, in the macros of man(7): see groff_man(7). */

/* Text as roff takes it: signs that mean something to it, and those that not every device has, are escaped. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  if (*text == '.' || *text == '\'')
    g_string_append (escaped, "\\&");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\\')
        g_string_append (escaped, "\\e");
      else if (character == '-')
        g_string_append (escaped, "\\-");
      else if (character >= 0x80)
        g_string_append_printf (escaped, "\\[u%04X]", character);
      else
        g_string_append_c (escaped, (char) character);
    }
  return g_string_free (escaped, FALSE);
}

static void
print_text (const char *text)
{
  g_autofree char *escaped = escape (text);

  ris3_print ("%s\n", escaped);
}

static void
print_paragraph (const char *text)
{
  ris3_print (".PP\n");
  print_text (text);
}

static void
print_heading (const char *macro, const char *text)
{
  g_autofree char *escaped = escape (text);

  ris3_print (".%s %s\n", macro, escaped);
}

/* The macro .TP: what is named, and what is said of it. */
static void
print_term (const char *term, const char *text)
{
  g_autofree char *escaped = escape (term);

  ris3_print (".TP\n\\fB%s\\fR\n", escaped);
  print_text (text);
}

static void
print_option (const Ris3Command *command, guint index)
{
  const Ris3Option *option = ris3_option_get (ris3_help_get_option (command, index));
  g_autofree char *text = ris3_help_describe_option (command, index);
  g_autofree char *name = escape (option->name);

  ris3_print (".TP\n");
  if (option->letter != 0)
    ris3_print ("\\fB\\-%c\\fR, ", option->letter);
  ris3_print ("\\fB\\-\\-%s\\fR", name);
  if (option->argument != NULL)
    {
      g_autofree char *argument = escape (_ (option->argument));
      ris3_print ("=\\fI%s\\fR", argument);
    }
  ris3_print ("\n");
  print_text (text);
}

static void
print_command (const Ris3Command *command)
{
  g_autofree char *usage = ris3_command_get_usage (command);

  print_heading ("SS", usage);
  print_text (_ (command->details));
  for (guint i = 0; i < command->n_options; i++)
    print_option (command, i);
}

static void
print_views (void)
{
  print_heading ("SH", _ ("VIEWS"));
  print_text (_ ("A view is all that is asked of a map at once. Its text form is one line of words, as in"));
  ris3_print (".PP\n.RS\n");
  print_text ("indicator=health period=2014-2020 level=strategy-territory nuts=2016");
  ris3_print (".RE\n");
  print_paragraph (
      _ ("A word that is left out has its default. “ris3 view” checks a view and prints it in full; --view of the "
         "other commands accepts it, and --indicator, --classes, --period, --level and --nuts take "
         "precedence over it."));
}

static void
print_examples (void)
{
  static const struct
  {
    const char *call;
    const char *text;
  } examples[] = {
    { "ris3 stats --period=2014-2020", N_ ("How many strategies of a period prioritise personalised medicine.") },
    { "ris3 show FRL0", N_ ("What is known of Provence-Alpes-Côte d’Azur.") },
    { "ris3 map --indicator=health --extent=FR --output=france.png", N_ ("A map of France.") },
    { "ris3 map --output=map.png --json | jq .classes", N_ ("The classes of a map and their counts.") },
  };

  print_heading ("SH", _ ("EXAMPLES"));
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    print_term (examples[i].call, _ (examples[i].text));
}

void
_ris3_describe_man (void)
{
  g_autofree char *command = escape (_ ("COMMAND"));
  g_autofree char *option = escape (_ ("OPTION"));
  g_autofree char *argument = escape (_ ("ARGUMENT"));
  g_autofree char *help = g_strdup_printf ("help [%s]", _ ("COMMAND"));

  ris3_print (".\\\" SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers\n"
              ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
              ".\\\" Made by ris3 --describe man.\n"
              ".TH RIS3 1 \"\" \"RIS3 Atlas " RIS3_VERSION "\"\n");
  print_heading ("SH", C_ ("section of the manual", "NAME"));
  ris3_print ("ris3 \\- ");
  print_text (_ ("the work of RIS3 Atlas without a display"));
  print_heading ("SH", _ ("SYNOPSIS"));
  ris3_print ("\\fBris3\\fR \\fI%s\\fR [\\fI%s\\fR]... [\\fI%s\\fR]...\n", command, option, argument);
  print_heading ("SH", _ ("DESCRIPTION"));
  print_text (_ ("Which regions of Europe put health, and personalised medicine, into their smart specialisation "
                 "strategies (RIS3). The commands count, show, draw and check what an atlas holds: a file, or without "
                 "one the atlas that comes along."));
  print_paragraph (_ ("Options may come before or after arguments; long ones may be abbreviated as long as they remain "
                      "unambiguous; “--” ends the options."));
  print_heading ("SH", _ ("COMMANDS"));
  for (guint i = 0; i < ris3_command_get_n_commands (); i++)
    print_command (ris3_command_get (i));
  print_heading ("SS", help);
  print_text (ris3_help_get_summary ());
  print_heading ("SH", _ ("OPTIONS OF EVERY COMMAND"));
  for (guint i = 0; i < 2; i++)
    print_option (ris3_command_get (0), ris3_command_get (0)->n_options + i);
  print_views ();
  print_heading ("SH", _ ("EXIT STATUS"));
  print_text (ris3_help_get_exit_status ());
  print_heading ("SH", _ ("ENVIRONMENT"));
  print_term ("RIS3_DATA_DIR",
              _ ("Folders, with “:” between them, in which the atlas and the boundaries that come along "
                 "are looked for first."));
  print_term ("RIS3_LOCALE_DIR", _ ("Folder in which translations of the texts are looked for."));
  print_term ("RIS3_MODULE_DIR", _ ("Folder of the module that reads tables and other boundaries."));
  print_examples ();
  print_heading ("SH", _ ("SEE ALSO"));
  ris3_print ("\\fBris3\\-atlas\\fR ");
  print_text (_ ("is the same program with windows."));
}

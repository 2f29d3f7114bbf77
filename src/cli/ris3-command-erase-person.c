/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-contact.h"

/* Whether it is to be done: --yes says so, or a person who is asked. FALSE after telling why not. */
static gboolean
confirm (const Ris3Arguments *arguments, const char *who)
{
  char answer[32] = "";

  if (ris3_arguments_has (arguments, RIS3_OPTION_YES))
    return TRUE;
  if (!isatty (STDIN_FILENO))
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("An erasure cannot be undone. Add --yes to do it without being asked."));
      return FALSE;
    }
  /* Translators: %s is a name or an e-mail address; “yes” is what is to be typed, and stays as it is. */
  g_printerr (_ ("Erase “%s” from the atlas and its backup copies? This cannot be undone. Type “yes”: "), who);
  if (fgets (answer, sizeof answer, stdin) != NULL && g_str_equal (g_strstrip (answer), "yes"))
    return TRUE;
  g_printerr (_ ("Nothing was changed.\n"));
  return FALSE;
}

static void
add_list (Ris3Json *json, const char *name, char **lines)
{
  ris3_json_begin_array (json, name);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (lines[i]);

      ris3_json_text (json, NULL, shown);
    }
  ris3_json_end (json);
}

static void
print_json (const char *path, const Ris3Erasure *erasure)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_number (json, "erased", erasure->n_contacts);
  add_list (json, "backups", erasure->backups);
  add_list (json, "left_backups", erasure->left_backups);
  add_list (json, "mentions", erasure->mentions);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  const char *who = ris3_arguments_get_operand (arguments);
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3Erasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || !confirm (arguments, who))
    return RIS3_EXIT_ERROR;
  editor = ris3_arguments_open_editor (arguments, NULL);
  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  erasure = ris3_editor_erase_person (editor, who, &error);
  if (erasure == NULL)
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, erasure);
  else
    {
      g_autofree char *text = ris3_erasure_to_text (erasure);

      ris3_print ("%s", text);
    }
  return erasure->left_backups[0] != NULL || erasure->mentions[0] != NULL ? RIS3_EXIT_PROBLEMS : RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_erase_person = {
  .name = "erase-person",
  .summary = N_ ("Erase a person from an atlas and its backup copies"),
  .details = N_ ("Erases all that is recorded about a person, who is named by the e-mail address or name that the "
                 "atlas has, from every byte of the atlas and of its backup copies; comments stay with role and "
                 "organisation. It tells which copies it could not write, and where the name still stands in texts; "
                 "then it ends with status 1. It cannot be undone, and asks before it begins."),
  .operand = N_ ("PERSON"),
  .options = { { RIS3_OPTION_ATLAS, N_ ("required") }, { RIS3_OPTION_YES }, { RIS3_OPTION_JSON } },
  .n_options = 3,
  .run = run,
};

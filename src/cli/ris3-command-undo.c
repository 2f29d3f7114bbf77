/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"

static void
print_json (const char *path, const Ris3EditResult *result)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_number (json, "change", result->change_id);
  ris3_json_text (json, "title", result->title);
  ris3_json_end (json);
  ris3_print_json (json);
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  const char *by = ris3_arguments_get (arguments, RIS3_OPTION_BY);
  gboolean redo = ris3_arguments_has (arguments, RIS3_OPTION_REDO);
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 change;

  if (path == NULL || !ris3_arguments_get_number (arguments, RIS3_OPTION_CHANGE, 0, &change))
    return RIS3_EXIT_ERROR;
  if (redo && change != 0)
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("--redo and --change do not go together. Undo the undo by its number instead."));
      return RIS3_EXIT_ERROR;
    }
  editor = ris3_arguments_open_editor (arguments, by);
  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  ris3_editor_set_undo_actor (editor, by);
  result = redo ? ris3_editor_redo (editor, &error) : ris3_editor_undo (editor, change, &error);
  ris3_command_warn_of_backup (editor);
  if (result == NULL)
    return ris3_command_fail (error);

  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, result);
  else
    ris3_print ("%" G_GINT64_FORMAT ": %s\n", result->change_id, result->title);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_undo = {
  .name = "undo",
  .summary = N_ ("Undo an edit"),
  .details
  = N_ ("Undoes the last edit of an atlas, or the one that is named by its number; also an undo. It is refused if "
        "what it is about has been changed since, and then that edit is named. An undo is itself an entry of the "
        "history."),
  .options = { { RIS3_OPTION_ATLAS, N_ ("required") },
               { RIS3_OPTION_CHANGE, N_ ("the last one by default") },
               { RIS3_OPTION_REDO },
               { RIS3_OPTION_BY, N_ ("only edits of this person are undone, and it is they who undo") },
               { RIS3_OPTION_JSON } },
  .n_options = 5,
  .run = run,
};

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-backup.h"

/* Beside the atlas, named after it and the time, so that none is ever overwritten. */
static char *
make_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  gsize length = strlen (path);

  if (g_str_has_suffix (path, RIS3_ATLAS_SUFFIX))
    length -= strlen (RIS3_ATLAS_SUFFIX);
  return g_strdup_printf ("%.*s-%s%s", (int) length, path, time, RIS3_ATLAS_SUFFIX);
}

static void
print_json (const char *path, const char *name)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *shown_name = g_filename_display_name (name);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_text (json, "backup", shown_name);
  ris3_json_end (json);
  ris3_print_json (json);
}

static const char *
get_kind (Ris3BackupKind kind)
{
  switch (kind)
    {
    case RIS3_BACKUP_BEFORE_RESTORE:
      return "before-restore";
    case RIS3_BACKUP_BEFORE_UPDATE:
      return "before-update";
    case RIS3_BACKUP_BY_HAND:
      return "by-hand";
    case RIS3_BACKUP_DAILY:
    default:
      return "daily";
    }
}

static void
print_backup (Ris3Json *json, const Ris3Backup *backup)
{
  g_autofree char *shown = g_filename_display_name (backup->path);
  g_autofree char *time = g_date_time_format (backup->time, json != NULL ? "%Y-%m-%dT%H:%M:%S%:z" : "%Y-%m-%d %H:%M");

  if (json == NULL)
    {
      ris3_print ("%s  %s  %s\n", time, get_kind (backup->kind), shown);
      return;
    }
  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "time", time);
  ris3_json_text (json, "kind", get_kind (backup->kind));
  ris3_json_text (json, "backup", shown);
  ris3_json_end (json);
}

static int
list (const Ris3Arguments *arguments, const char *path)
{
  g_autoptr (GPtrArray) backups = ris3_backup_list (path);
  g_autoptr (Ris3Json) json = ris3_arguments_has (arguments, RIS3_OPTION_JSON) ? ris3_json_new () : NULL;
  g_autofree char *shown = g_filename_display_name (path);

  if (json != NULL)
    {
      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "atlas", shown);
      ris3_json_begin_array (json, "backups");
    }
  else if (backups->len == 0)
    ris3_print ("%s\n", _ ("There is no backup copy yet."));
  for (guint i = 0; i < backups->len; i++)
    print_backup (json, g_ptr_array_index (backups, i));
  if (json != NULL)
    {
      ris3_json_end (json);
      ris3_json_end (json);
      ris3_print_json (json);
    }
  return RIS3_EXIT_FINE;
}

static int
restore (const Ris3Arguments *arguments, const char *path, const char *backup_path)
{
  g_autofree char *name = g_filename_display_basename (backup_path);
  /* Translators: the name of an edit; %s is that of a file. */
  g_autofree char *title = g_strdup_printf (_ ("Restore the backup copy “%s”"), name);
  g_autoptr (Ris3Edit) edit = ris3_edit_new_backup (backup_path, title);
  g_autoptr (Ris3Editor) editor = ris3_arguments_open_editor (arguments, NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  ris3_command_warn_of_backup (editor);
  if (results == NULL)
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, backup_path);
  else
    ris3_print ("%s\n", title);
  return RIS3_EXIT_FINE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  const char *output = ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT);
  const char *backup_path = ris3_arguments_get (arguments, RIS3_OPTION_RESTORE);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return RIS3_EXIT_ERROR;
  if ((output != NULL) + (backup_path != NULL) + ris3_arguments_has (arguments, RIS3_OPTION_LIST) > 1)
    {
      ris3_arguments_complain (ris3_arguments_get_command (arguments),
                               _ ("--output, --list and --restore do not go together."));
      return RIS3_EXIT_ERROR;
    }
  if (ris3_arguments_has (arguments, RIS3_OPTION_LIST))
    return list (arguments, path);
  if (backup_path != NULL)
    return restore (arguments, path, backup_path);
  name = output != NULL ? g_strdup (output) : make_name (path);
  if (output != NULL ? !ris3_atlas_copy (path, name, &error) : !ris3_atlas_copy_new (path, name, &error))
    return ris3_command_fail (error);
  shown = g_filename_display_name (name);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, name);
  else
    ris3_print ("%s\n", shown);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_backup = {
  .name = "backup",
  .summary = N_ ("Make a backup copy of an atlas"),
  .details
  = N_ ("Copies an atlas as it is at this moment, also while others are editing it, checks the copy, and prints its "
        "name. With --list, it lists those that there are: the programs keep one of each day on which an atlas is "
        "edited. "
        "With --restore, all records get the values that they have in one; that is an edit, which can be undone, and "
        "what the atlas holds now is kept first."),
  .options = { { RIS3_OPTION_ATLAS, N_ ("required") },
               { RIS3_OPTION_OUTPUT, N_ ("by default beside the atlas, named after it and the time") },
               { RIS3_OPTION_LIST },
               { RIS3_OPTION_RESTORE },
               { RIS3_OPTION_JSON } },
  .n_options = 5,
  .run = run,
};

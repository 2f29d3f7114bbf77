/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "model/ris3-edit-json.h"

/* All of standard input. */
static GBytes *
read_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n_read;

  while ((n_read = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n_read);
  if (n_read < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Standard input cannot be read."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
read_edits (const char *input, GError **error)
{
  char *contents;
  gsize length;

  if (input == NULL || g_str_equal (input, "-"))
    return read_input (error);
  return g_file_get_contents (input, &contents, &length, error) ? g_bytes_new_take (contents, length) : NULL;
}

static int
fail_in_line (const char *input, guint line, const GError *error)
{
  g_autofree char *shown = input != NULL && !g_str_equal (input, "-") ? g_filename_display_name (input) : NULL;

  /* Translators: where an edit is read from, the number of its line, and what is wrong with it. */
  g_printerr (_ ("ris3: %s, line %u: %s\n"), shown != NULL ? shown : _ ("standard input"), line, error->message);
  g_printerr (_ ("Nothing was changed.\n"));
  return RIS3_EXIT_ERROR;
}

static void
print_json (const char *path, GPtrArray *results, const GArray *lines)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (path);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "atlas", shown);
  ris3_json_begin_array (json, "edits");
  for (guint i = 0; i < results->len; i++)
    {
      const Ris3EditResult *result = g_ptr_array_index (results, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_number (json, "line", g_array_index (lines, guint, i));
      if (result->change_id != 0)
        ris3_json_number (json, "change", result->change_id);
      else
        ris3_json_null (json, "change");
      ris3_json_text (json, "title", result->title);
      ris3_json_begin_array (json, "ids");
      for (guint j = 0; j < result->n_ids; j++)
        ris3_json_number (json, NULL, result->ids[j]);
      ris3_json_end (json);
      ris3_json_end (json);
    }
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_print_json (json);
}

static void
print_text (GPtrArray *results, gboolean is_trial)
{
  for (guint i = 0; i < results->len; i++)
    {
      const Ris3EditResult *result = g_ptr_array_index (results, i);

      if (result->change_id == 0)
        ris3_print (_ ("Unchanged: %s\n"), result->title);
      else if (is_trial)
        ris3_print (_ ("Would do: %s\n"), result->title);
      else
        ris3_print ("%" G_GINT64_FORMAT ": %s\n", result->change_id, result->title);
    }
}

static int
run (const Ris3Arguments *arguments)
{
  const char *path = ris3_arguments_need_atlas (arguments);
  const char *input = ris3_arguments_get (arguments, RIS3_OPTION_INPUT);
  gboolean is_trial = ris3_arguments_has (arguments, RIS3_OPTION_DRY_RUN);
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  guint failed = 0;

  if (path == NULL)
    return RIS3_EXIT_ERROR;
  bytes = read_edits (input, &error);
  if (bytes == NULL)
    return ris3_command_fail (error);
  edits = ris3_edits_read_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &lines, &failed, &error);
  if (edits == NULL)
    return fail_in_line (input, failed, error);
  editor = ris3_arguments_open_editor (arguments, ris3_arguments_get (arguments, RIS3_OPTION_BY));
  if (editor == NULL)
    return RIS3_EXIT_ERROR;
  results = ris3_editor_apply (editor, (Ris3Edit *const *) edits->pdata, edits->len,
                               is_trial ? RIS3_EDITOR_TRY : RIS3_EDITOR_DEFAULT, &failed, &error);
  ris3_command_warn_of_backup (editor);
  if (results == NULL && error->domain == RIS3_ATLAS_ERROR)
    return ris3_command_fail (error);
  if (results == NULL)
    return fail_in_line (input, g_array_index (lines, guint, failed), error);

  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (path, results, lines);
  else
    print_text (results, is_trial);
  return RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_edit = {
  .name = "edit",
  .summary = N_ ("Edit an atlas"),
  .details = N_ ("Makes edits, which are read as JSON, one object a line, such as "
                 "{\"edit\": \"strategy-set\", \"id\": \"FRL0-2014\", \"year\": 2014}. "
                 "Each is an entry of the history; all are made, or none, and then the line that is wrong is named. "
                 "An edit is TABLE-add, TABLE-set or TABLE-delete (strategy, priority, note, activity, participation, "
                 "organisation, assessment, saved_view, meta), priority-move, priority-shift, priority-themes, restore "
                 "or group."),
  .options = { { RIS3_OPTION_ATLAS, N_ ("required") },
               { RIS3_OPTION_INPUT, N_ ("standard input by default") },
               { RIS3_OPTION_DRY_RUN },
               { RIS3_OPTION_BY, N_ ("whom the history names, that of the account by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 5,
  .run = run,
};

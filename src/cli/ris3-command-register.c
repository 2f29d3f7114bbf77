/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-print.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-filter-description.h"
#include "report/ris3-export.h"
#include "report/ris3-register-sheet.h"

/* FALSE after telling what is wrong. is_sheet: (out): it is to be a PDF, and has no format of a table */
static gboolean
find_format (const Ris3Arguments *arguments, Ris3ExportFormat *format, gboolean *is_sheet)
{
  const Ris3Command *command = ris3_arguments_get_command (arguments);
  const char *output = ris3_arguments_need_output (arguments);

  if (output == NULL)
    return FALSE;
  if (ris3_arguments_is_standard_output (output))
    {
      *format = RIS3_EXPORT_CSV;
      if (!ris3_arguments_has (arguments, RIS3_OPTION_JSON))
        return TRUE;
      ris3_arguments_complain (command, _ ("The table and JSON cannot both be written to standard output. Name a file "
                                           "with --output, or leave out --json."));
      return FALSE;
    }
  *is_sheet = g_str_has_suffix (output, ".pdf") || g_str_has_suffix (output, ".PDF");
  if (*is_sheet && ris3_arguments_has (arguments, RIS3_OPTION_WITH_BASE))
    {
      ris3_arguments_complain (command, _ ("A PDF says itself where its contents come from. Leave out --with-base."));
      return FALSE;
    }
  if (*is_sheet || (ris3_export_format_from_path (output, format) && !ris3_export_format_has_shapes (*format)))
    return TRUE;
  ris3_arguments_complain (command, _ ("End the name of the output in “.csv”, “.xlsx”, “.ods” or “.pdf”."));
  return FALSE;
}

/* What is left out is said. (transfer full) */
static char *
describe_filter (const Ris3Arguments *arguments, Ris3FilterResult *result)
{
  const char *states = ris3_arguments_get (arguments, RIS3_OPTION_STATE);
  g_autofree char *filter
      = result != NULL ? ris3_filter_describe (ris3_filter_result_get_filter (result), result) : NULL;

  if (filter != NULL && *filter == '\0')
    g_clear_pointer (&filter, g_free);
  if (filter != NULL && states != NULL)
    return g_strjoin (" · ", filter, states, NULL);
  return filter != NULL ? g_steal_pointer (&filter) : g_strdup (states);
}

static void
print_json (const Ris3Arguments *arguments, guint n_rows, guint n_mentions)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *shown = g_filename_display_name (ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT));

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "output", shown);
  ris3_json_number (json, "rows", n_rows);
  ris3_json_number (json, "mentions", n_mentions);
  ris3_json_end (json);
  ris3_print_json (json);
}

static gboolean
write_table (const Ris3Arguments *arguments,
             Ris3CommentRegister *comments,
             const char *filter,
             Ris3ExportFormat format,
             const Ris3FileId *inputs,
             guint n_inputs,
             GError **error)
{
  Ris3Atlas *atlas = ris3_comment_register_get_atlas (comments);
  Ris3ExportBase base
      = { .title = ris3_atlas_get_title (atlas), .data_date = ris3_atlas_get_data_date (atlas), .filter = filter };
  g_autoptr (Ris3Export) export = ris3_export_new_register (comments, &base, format);

  return ris3_export_write (export, format, ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT),
                            ris3_arguments_has (arguments, RIS3_OPTION_WITH_BASE), inputs, n_inputs, NULL, NULL, error);
}

/* It is written all the same: whom a text mentions is for people to judge. */
static void
warn_of_mentions (guint n_mentions)
{
  g_autofree char *words = ris3_comment_register_describe_mentions (n_mentions);

  if (words != NULL)
    g_printerr ("ris3: %s\n", words);
}

static int
write_register (const Ris3Arguments *arguments,
                Ris3ExportFormat format,
                gboolean is_sheet,
                guint states,
                GError **error)
{
  g_autoptr (Ris3Atlas) atlas = ris3_arguments_open_atlas (arguments);
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3CommentRegister) comments = NULL;
  g_autofree char *filter = NULL;
  Ris3FileId input;
  guint n_inputs, n_mentions;
  gboolean ok;

  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  if (!ris3_view_options_filter (arguments, atlas, &result, error))
    return ris3_command_fail (*error);
  comments = ris3_comment_register_new (atlas, result, states, NULL, error);
  if (comments == NULL)
    return ris3_command_fail (*error);
  filter = describe_filter (arguments, result);
  n_inputs = ris3_file_id_get (ris3_atlas_get_path (atlas), &input) ? 1 : 0;
  if (is_sheet)
    ok = ris3_register_sheet_write (comments, filter, ris3_arguments_get (arguments, RIS3_OPTION_OUTPUT), &input,
                                    n_inputs, NULL, error);
  else
    ok = write_table (arguments, comments, filter, format, &input, n_inputs, error);
  if (!ok || !ris3_comment_register_count_mentions (comments, &n_mentions, NULL, error))
    return ris3_command_fail (*error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (arguments, ris3_comment_register_get_n_rows (comments), n_mentions);
  else
    warn_of_mentions (n_mentions);
  return RIS3_EXIT_FINE;
}

static int
run (const Ris3Arguments *arguments)
{
  const char *words = ris3_arguments_get (arguments, RIS3_OPTION_STATE);
  g_autoptr (Ris3View) asked = NULL;
  g_autoptr (GError) error = NULL;
  Ris3ExportFormat format = RIS3_EXPORT_CSV;
  gboolean is_sheet = FALSE;
  guint states = 0;

  if (!find_format (arguments, &format, &is_sheet))
    return RIS3_EXIT_ERROR;
  if (words != NULL && !ris3_comment_register_read_states (words, &states, &error))
    {
      g_autofree char *help = ris3_option_get_help (RIS3_OPTION_STATE, NULL);

      ris3_arguments_complain (ris3_arguments_get_command (arguments), "--state: %s %s", error->message, help);
      return RIS3_EXIT_ERROR;
    }
  asked = ris3_view_options_get_view (arguments, NULL, &error);
  return asked != NULL ? write_register (arguments, format, is_sheet, states, &error) : ris3_command_fail (error);
}

const Ris3Command ris3_command_register = {
  .name = "register",
  .summary = N_ ("Write the register of comments: what was answered, and what became of it"),
  .details = N_ ("Writes one row for each comment as a CSV file or a spreadsheet, or a PDF to be read: what it is "
                 "about, who answered in "
                 "which role and when, what is proposed, and its state, decision, reason and the change that it led "
                 "to. It can be sent back to the authorities: it names no persons, but for those in texts of "
                 "comments; how many mention a person of the atlas is told. Its headings are in the language of the "
                 "locale: “LANGUAGE=fr ris3 register …” writes them in French."),
  .options = { { RIS3_OPTION_OUTPUT, N_ ("required; “-” is standard output, as CSV") },
               { RIS3_OPTION_STATE },
               { RIS3_OPTION_WITH_BASE },
               { RIS3_OPTION_ATLAS },
               { RIS3_OPTION_SAVED_VIEW, N_ ("of which the filter counts") },
               { RIS3_OPTION_FILTER, N_ ("by the strategy or priority that a comment is about; of a comment on a "
                                         "region, by the strategies of that") },
               { RIS3_OPTION_JSON } },
  .n_options = 7,
  .run = run,
};

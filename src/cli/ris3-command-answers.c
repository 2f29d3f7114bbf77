/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-arguments.h"
#include "cli/ris3-command-private.h"
#include "cli/ris3-json.h"
#include "cli/ris3-print.h"
#include "map/ris3-pack-answers.h"
#include "model/ris3-proposal.h"

static const char *
get_state (Ris3PackAnswerState state)
{
  static const char *const words[RIS3_N_PACK_ANSWER_STATES] = {
    [RIS3_PACK_ANSWER_NEW] = "new",
    [RIS3_PACK_ANSWER_KNOWN] = "known",
    [RIS3_PACK_ANSWER_REFUSED] = "refused",
    [RIS3_PACK_ANSWER_REMARK] = "remark",
  };

  return words[state];
}

static void
print_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    ris3_print ("    %s\n", lines[i]);
}

static void
print_answer (const Ris3PackAnswer *answer)
{
  g_autofree char *place = ris3_pack_answer_describe_place (answer, TRUE);
  gboolean is_shown = answer->state == RIS3_PACK_ANSWER_NEW || answer->state == RIS3_PACK_ANSWER_REFUSED;

  ris3_print ("%s: %s\n", ris3_pack_answer_state_get_title (answer->state), place);
  if (is_shown && answer->key != NULL)
    ris3_print ("  %s\n", answer->target_name);
  if (is_shown && answer->text != NULL)
    print_lines (answer->text);
  if (is_shown && answer->key != NULL && *answer->proposed_change != '\0')
    {
      g_autofree char *proposal = ris3_proposal_describe (answer->proposed_change, answer->target);

      print_lines (proposal);
    }
  if (answer->words != NULL)
    ris3_print ("  %s\n", answer->words);
}

static void
add_answer (Ris3Json *json, const Ris3PackAnswer *answer)
{
  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "state", get_state (answer->state));
  ris3_json_text (json, "file", answer->file);
  ris3_json_text (json, "sheet", answer->sheet);
  if (answer->row > 0)
    ris3_json_number (json, "row", answer->row);
  else
    ris3_json_null (json, "row");
  ris3_json_text (json, "column", answer->column);
  ris3_json_text (json, "words", answer->words);
  ris3_json_text (json, "key", answer->key);
  ris3_json_text (json, "region", answer->region_code);
  ris3_json_text (json, "target", answer->target);
  ris3_json_text (json, "strategy", answer->strategy_id);
  if (answer->priority_id != 0)
    ris3_json_number (json, "priority", answer->priority_id);
  else
    ris3_json_null (json, "priority");
  ris3_json_text (json, "target_name", answer->target_name);
  ris3_json_text (json, "author_role", answer->author_role);
  ris3_json_text (json, "language", answer->language);
  ris3_json_text (json, "text", answer->text);
  ris3_json_text (json, "proposed_change", answer->proposed_change);
  ris3_json_boolean (json, "outdated", answer->is_outdated);
  ris3_json_boolean (json, "odd", answer->is_odd);
  ris3_json_end (json);
}

static void
print_json (Ris3PackAnswers *answers, const Ris3EditResult *result)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  GPtrArray *all = ris3_pack_answers_get (answers);

  ris3_json_begin_object (json, NULL);
  ris3_json_begin_array (json, "answers");
  for (guint i = 0; i < all->len; i++)
    add_answer (json, g_ptr_array_index (all, i));
  ris3_json_end (json);
  for (guint state = 0; state < RIS3_N_PACK_ANSWER_STATES; state++)
    ris3_json_number (json, get_state (state), ris3_pack_answers_get_n_in_state (answers, state));
  ris3_json_number (json, "unanswered", ris3_pack_answers_get_n_unanswered (answers));
  ris3_json_boolean (json, "applied", result != NULL);
  if (result != NULL)
    ris3_json_number (json, "change", result->change_id);
  else
    ris3_json_null (json, "change");
  ris3_json_end (json);
  ris3_print_json (json);
}

static void
print_text (Ris3PackAnswers *answers, const Ris3EditResult *result)
{
  GPtrArray *all = ris3_pack_answers_get (answers);
  guint n_new = ris3_pack_answers_get_n_in_state (answers, RIS3_PACK_ANSWER_NEW);
  guint n_unanswered = ris3_pack_answers_get_n_unanswered (answers);

  for (guint i = 0; i < all->len; i++)
    print_answer (g_ptr_array_index (all, i));
  ris3_print (_ ("%u new, %u already there, %u refused"), n_new,
              ris3_pack_answers_get_n_in_state (answers, RIS3_PACK_ANSWER_KNOWN),
              ris3_pack_answers_get_n_in_state (answers, RIS3_PACK_ANSWER_REFUSED));
  ris3_print ("; ");
  ris3_print (ngettext ("%u row has no answer.\n", "%u rows have no answer.\n", n_unanswered), n_unanswered);
  if (result != NULL)
    ris3_print ("%" G_GINT64_FORMAT ": %s\n", result->change_id, result->title);
  else
    ris3_print ("%s\n", n_new > 0 ? _ ("Nothing was changed. Add --apply to take in what is new.")
                                  : _ ("Nothing was changed."));
}

/* NULL where nothing is new, and on an error. */
static Ris3EditResult *
apply (const Ris3Arguments *arguments, Ris3PackAnswers *answers, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (Ris3Edit) edit = ris3_pack_answers_make_edit (answers, today);
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GPtrArray) results = NULL;

  if (edit == NULL)
    return NULL;
  editor = ris3_editor_open (ris3_arguments_get (arguments, RIS3_OPTION_ATLAS),
                             ris3_arguments_get (arguments, RIS3_OPTION_BY), error);
  if (editor == NULL)
    return NULL;
  ris3_editor_set_keeps_backups (editor, TRUE);
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, error);
  ris3_command_warn_of_backup (editor);
  if (results == NULL)
    return NULL;
  g_ptr_array_set_free_func (results, NULL);
  return g_ptr_array_index (results, 0);
}

static int
run (const Ris3Arguments *arguments)
{
  const char *const *files = ris3_arguments_get_operand_files (arguments);
  gboolean applies = ris3_arguments_has (arguments, RIS3_OPTION_APPLY);
  gboolean skips = ris3_arguments_has (arguments, RIS3_OPTION_SKIP_REFUSED);
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3PackAnswers) answers = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_refused;

  if (ris3_arguments_need_atlas (arguments) == NULL)
    return RIS3_EXIT_ERROR;
  atlas = ris3_arguments_open_atlas (arguments);
  if (atlas == NULL)
    return RIS3_EXIT_ERROR;
  answers = ris3_pack_answers_new (atlas);
  for (guint i = 0; files[i] != NULL; i++)
    ris3_pack_answers_read (answers, files[i]);
  has_refused = ris3_pack_answers_get_n_in_state (answers, RIS3_PACK_ANSWER_REFUSED) > 0;
  if (applies && (!has_refused || skips))
    result = apply (arguments, answers, &error);
  if (error != NULL)
    return ris3_command_fail (error);
  if (ris3_arguments_has (arguments, RIS3_OPTION_JSON))
    print_json (answers, result);
  else
    print_text (answers, result);
  if (applies && has_refused && !skips)
    g_printerr (_ ("ris3: Nothing was changed, as rows are refused. Correct them, or leave them out with "
                   "--skip-refused.\n"));
  return has_refused && !(applies && skips) ? RIS3_EXIT_PROBLEMS : RIS3_EXIT_FINE;
}

const Ris3Command ris3_command_answers = {
  .name = "answers",
  .summary = N_ ("Take in what authorities have answered in packs"),
  .details = N_ (
      "Reads packs that came back filled in, XLSX or ODS, and tells row by row what is new, already there or refused, "
      "and where somebody wrote over what was recorded. With --apply, what is new becomes comments, each on its "
      "region, strategy or priority, with the change that it proposes; all is one edit, which can be undone. To read a "
      "file "
      "again changes nothing. If rows are refused, nothing is changed unless --skip-refused is given."),
  .operand = N_ ("FILE…"),
  .operand_is_file = TRUE,
  .has_operands = TRUE,
  .options = { { RIS3_OPTION_ATLAS, N_ ("required; by default the last argument") },
               { RIS3_OPTION_APPLY },
               { RIS3_OPTION_SKIP_REFUSED },
               { RIS3_OPTION_BY, N_ ("whom the history names, that of the account by default") },
               { RIS3_OPTION_JSON } },
  .n_options = 5,
  .run = run,
};

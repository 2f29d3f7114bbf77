/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What becomes of a row that was answered: the comment that it is. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-pack-words.h"
#include "map/ris3-table-words.h"
#include "model/ris3-proposal.h"

/* What a comment says: the answer, the words, the role if it is none that the atlas knows. answer: -1: none. (transfer
 * full) */
static char *
compose_text (Ris3PackRow *self, gint answer, const char *comment, const char *role)
{
  static const char *const recorded[_RIS3_PACK_N_REPLIES] = { "says-agree", "says-disagree" };
  static const char *const none[_RIS3_PACK_N_REPLIES] = { "says-none", "says-have" };
  const char *const *says = self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY ? none : recorded;
  const char *language = self->sheet->saying_language;
  GString *text = g_string_new (answer >= 0 ? ris3_pack_words_get (says[answer], language) : NULL);

  if (*comment != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", comment);
  else if (text->len == 0 && self->proposals->len > 0)
    g_string_append (text, ris3_pack_words_get ("says-change", language));
  if (self->odd->len > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->odd->str);
  if (*role != '\0' && ris3_table_words_find ("role", role) == NULL)
    g_string_append_printf (text, "\n— %s", role);
  return g_string_free (text, FALSE);
}

/* Of the organisation that was asked, unless the row tells. (transfer full) */
static char *
find_role (Ris3Atlas *atlas, gint64 organisation_id, const char *role)
{
  const char *known = *role != '\0' ? ris3_table_words_find ("role", role) : NULL;
  Ris3Organisation *organisation
      = known == NULL && organisation_id != 0 ? ris3_atlas_lookup_organisation (atlas, organisation_id) : NULL;

  if (organisation != NULL)
    return g_strdup (ris3_organisation_get_role (organisation));
  return g_strdup (known != NULL ? known : "regional authority");
}

/* The same for the same answer to the same row of the same pack, whenever it is read. (transfer full) */
static char *
make_key (const char *target, const char *text, const char *proposed_change)
{
  g_autofree char *all = g_strjoin ("\n\n", target, text, proposed_change, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);

  return g_strdup_printf ("pack-%.32s", digest);
}

/* Whether the row was answered before: in the atlas, or in what was read. */
static void
compare (Ris3PackAnswers *answers, Ris3PackAnswer *answer, const char *target)
{
  const char *where = g_hash_table_lookup (answers->keys, answer->key);
  const Ris3PackAnswer *other = g_hash_table_lookup (answers->rows, target);
  const char *words = NULL;
  g_autofree char *before = answer->words;

  if (where != NULL)
    {
      answer->state = RIS3_PACK_ANSWER_KNOWN;
      words = *where == '\0' ? _ ("The atlas has it already.") : where;
    }
  else if (other != NULL)
    {
      answer->state = RIS3_PACK_ANSWER_REFUSED;
      words = _ ("The same row was answered in another way before, in these files. Leave one of the two.");
    }
  else
    {
      /* Translators: a file, a sheet and a row of it. */
      g_hash_table_insert (
          answers->keys, g_strdup (answer->key),
          g_strdup_printf (_ ("It was read before: %s, %s, row %u."), answer->file, answer->sheet, answer->row));
      g_hash_table_insert (answers->rows, g_strdup (target), answer);
    }
  answer->words = words != NULL && before != NULL ? g_strdup_printf ("%s %s", before, words)
                  : words != NULL                 ? g_strdup (words)
                                                  : g_steal_pointer (&before);
}

/* What is answered, as a text that is the same wherever it stands. Where anything may be written, all that is written
 * counts. (transfer full) */
static char *
make_target (const Ris3PackKey *key, const char *text)
{
  gboolean is_free = !ris3_pack_key_is_recorded (key);

  return g_strdup_printf ("%u %s %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT "%s%s", key->nuts_version, key->region_code,
                          key->request_id, key->strategy_id != NULL ? key->strategy_id : "*", key->priority_id,
                          is_free ? "\n" : "", is_free ? text : "");
}

char *
_ris3_pack_row_name_target (const Ris3PackRow *self, Ris3Atlas *atlas)
{
  const Ris3PackKey *key = self->key;
  Ris3Strategy *strategy = key->strategy_id != NULL ? ris3_atlas_lookup_strategy (atlas, key->strategy_id) : NULL;
  Ris3Priority *priority = key->priority_id != 0 ? ris3_atlas_lookup_priority (atlas, key->priority_id, NULL) : NULL;

  if (priority != NULL)
    return g_strjoin (" ", ris3_priority_get_label (priority), ris3_priority_get_any_text (priority), NULL);
  return strategy != NULL ? g_strdup (ris3_strategy_get_title (strategy)) : NULL;
}

void
_ris3_pack_row_add_answer (Ris3PackRow *self,
                           Ris3PackAnswers *answers,
                           guint line,
                           gint reply,
                           const char *comment,
                           const char *role)
{
  const Ris3PackKey *key = self->key;
  gboolean is_recorded = ris3_pack_key_is_recorded (key);
  Ris3Request *request = key->request_id != 0 ? ris3_atlas_lookup_request (answers->atlas, key->request_id) : NULL;
  g_autofree char *text = compose_text (self, reply, comment, role);
  g_autofree char *target = make_target (key, text);
  gboolean is_outdated = is_recorded && _ris3_pack_row_remark_changes (self);
  Ris3PackAnswer *answer;

  if (key->request_id != 0 && request == NULL)
    _ris3_pack_row_remark (self, g_strdup (_ ("The request that it answers is no longer in the atlas.")));
  answer = _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_NEW, self->sheet, line, NULL,
                                   self->remarks->len > 0 ? self->remarks->str : NULL);
  answer->nuts_version = key->nuts_version;
  answer->region_code = g_strdup (key->region_code);
  answer->request_id = request != NULL ? key->request_id : 0;
  answer->organisation_id = request != NULL ? ris3_request_get_organisation_id (request) : 0;
  answer->target = self->priority != NULL ? "priority" : self->strategy != NULL ? "strategy" : "region";
  answer->strategy_id = self->strategy != NULL ? g_strdup (key->strategy_id) : NULL;
  answer->priority_id = key->priority_id;
  answer->target_name = _ris3_pack_row_name_target (self, answers->atlas);
  if (answer->target_name == NULL)
    answer->target_name
        = g_strdup (ris3_atlas_lookup_region (answers->atlas, key->nuts_version, key->region_code)->name_latin);
  answer->page_label = g_strdup (self->priority != NULL ? ris3_priority_get_page_label (self->priority) : "");
  answer->author_role = find_role (answers->atlas, answer->organisation_id, role);
  answer->language = self->sheet->answer_language;
  answer->text = g_steal_pointer (&text);
  answer->proposed_change = ris3_proposal_to_text (self->proposals, NULL);
  /* Of a strategy, the text has all that is proposed. */
  answer->key
      = make_key (target, answer->text, key->about != RIS3_PACK_ABOUT_NEW_STRATEGY ? answer->proposed_change : "");
  compare (answers, answer, target);
  answer->is_odd = self->odd->len > 0;
  answer->is_outdated = is_outdated && answer->state == RIS3_PACK_ANSWER_NEW;
}

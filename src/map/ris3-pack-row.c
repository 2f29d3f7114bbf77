/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row that came back: what it is about, and what was answered. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-pack-words.h"
#include "map/ris3-table-words.h"
#include "model/ris3-proposal.h"
#include "model/ris3-text.h"

enum
{
  AGREE,
  DISAGREE,
  N_ANSWERS,
};

static void
row_clear (Ris3PackRow *self)
{
  g_clear_pointer (&self->key, ris3_pack_key_free);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_string_free (self->remarks, TRUE);
  g_free (self->problem);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3PackRow, row_clear)

char *
_ris3_pack_row_get_cell (const Ris3PackRow *self, const char *column, Ris3CellKind *kind)
{
  Ris3Table *table = self->sheet->table;
  gint found = _ris3_pack_sheet_find (self->sheet, column);
  gsize at = self->index * (gsize) ris3_table_get_n_columns (table) + (gsize) MAX (found, 0);
  const char *cell = found >= 0 ? ris3_table_get_cells (table)[at] : NULL;
  const guint8 *kinds = ris3_table_get_kinds (table);

  if (kind != NULL)
    *kind = found >= 0 && kinds != NULL ? kinds[at] : RIS3_CELL_TEXT;
  return g_strstrip (g_strdup (cell != NULL ? cell : ""));
}

const char *
_ris3_pack_row_get_heading (const Ris3PackRow *self, const char *column)
{
  gint found = _ris3_pack_sheet_find (self->sheet, column);

  return found >= 0 ? ris3_table_get_columns (self->sheet->table)[found] : NULL;
}

gboolean
_ris3_pack_row_refuse (Ris3PackRow *self, const char *column, const char *problem)
{
  g_autofree char *cell = NULL;
  g_autofree char *shown = NULL;
  const char *heading = _ris3_pack_row_get_heading (self, column);

  if (self->problem != NULL)
    return FALSE;
  cell = _ris3_pack_row_get_cell (self, column, NULL);
  shown = ris3_text_to_line (cell, _RIS3_PACK_MAX_SHOWN);
  self->problem_column = heading;
  /* Keys say nothing to people. */
  if (*cell == '\0' || heading == NULL || g_str_equal (column, "key"))
    self->problem = g_strdup (problem);
  else
    /* Translators: what stands in a cell, the heading of its column, and a sentence that says what is wrong with it. */
    self->problem = g_strdup_printf (_ ("“%s” in “%s”: %s"), shown, heading, problem);
  return FALSE;
}

void
_ris3_pack_row_remark (Ris3PackRow *self, char *sentence)
{
  if (self->remarks->len > 0)
    g_string_append_c (self->remarks, ' ');
  g_string_append (self->remarks, sentence);
  g_free (sentence);
}

/* An id beside a key that is whole says the same as the key, or was changed. */
static gboolean
check_id (Ris3PackRow *self, const char *column, const char *sent)
{
  g_autofree char *found = _ris3_pack_row_get_cell (self, column, NULL);
  g_autofree char *problem = NULL;

  if (*found == '\0' || g_str_equal (found, sent))
    return TRUE;
  /* Translators: %s is an ID. */
  problem = g_strdup_printf (_ ("“%s” was sent here. The ID was changed, so that nobody knows what the row is about. "
                                "Write what was sent, or copy the row from the file that was sent."),
                             sent);
  return _ris3_pack_row_refuse (self, column, problem);
}

static gboolean
check_ids (Ris3PackRow *self)
{
  g_autofree char *priority = g_strdup_printf ("%" G_GINT64_FORMAT, self->key->priority_id);

  return (self->key->strategy_id == NULL || check_id (self, "strategy_id", self->key->strategy_id))
         && (self->key->about != RIS3_PACK_ABOUT_PRIORITY || check_id (self, "priority_id", priority));
}

static gboolean
read_key (Ris3PackRow *self, Ris3Atlas *atlas)
{
  g_autofree char *text = _ris3_pack_row_get_cell (self, "key", NULL);

  self->key = *text == '\0' ? _ris3_pack_row_guess_key (self, atlas) : ris3_pack_key_from_text (text);
  if (self->key != NULL)
    return *text == '\0' || check_ids (self);
  return _ris3_pack_row_refuse (
      self, "key",
      *text == '\0' ? _ ("The row has no key: what is new cannot be told from what was sent. Write it on the sheet "
                         "for new priorities, or record it by hand.")
                    : _ ("The key was changed, so that nobody knows what the row is about. Copy it from the "
                         "file that was sent."));
}

/* Whether the pack was sent to a region of which no strategy was recorded. */
static gboolean
is_without_strategy (const Ris3PackSheet *sheet)
{
  const Ris3PackKey *first = sheet->free_keys->len > 0 ? g_ptr_array_index (sheet->free_keys, 0) : NULL;

  return first != NULL && first->strategy_id == NULL;
}

/* What the row is about. */
static gboolean
find_target (Ris3PackRow *self, Ris3Atlas *atlas)
{
  Ris3Strategy *strategy = NULL;

  if (ris3_atlas_lookup_region (atlas, self->key->nuts_version, self->key->region_code) == NULL)
    return _ris3_pack_row_refuse (self, "key",
                                  _ ("The atlas has no such region. Is it the atlas that the pack was made of?"));
  if (self->key->about == RIS3_PACK_ABOUT_REGION || self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY
      || (self->key->about == RIS3_PACK_ABOUT_NEW && is_without_strategy (self->sheet)))
    return TRUE;
  if (self->strategy == NULL && self->key->about == RIS3_PACK_ABOUT_NEW)
    {
      _ris3_pack_row_remark (self, g_strdup (self->key->strategy_id != NULL
                                                 ? _ ("The strategy is no longer in the atlas: this becomes a comment "
                                                      "on the region.")
                                                 : _ ("It is not said which strategy this belongs to: it becomes a "
                                                      "comment on the region.")));
      return TRUE;
    }
  if (self->strategy == NULL)
    return _ris3_pack_row_refuse (self, "key",
                                  _ ("The atlas has no such strategy, or no longer. Is it the atlas that the pack was "
                                     "made of?"));
  if (self->key->about != RIS3_PACK_ABOUT_PRIORITY)
    return TRUE;
  self->priority = ris3_atlas_lookup_priority (atlas, self->key->priority_id, &strategy);
  if (self->priority == NULL || strategy != self->strategy)
    return _ris3_pack_row_refuse (
        self, "key", _ ("The strategy has no such priority, or no longer. Record the answer as a comment by hand."));
  return TRUE;
}

/* What a comment says: the answer, the words, the role if it is none that the atlas knows. answer: -1: none. (transfer
 * full) */
static char *
compose_text (Ris3PackRow *self, gint answer, const char *comment, const char *role)
{
  static const char *const recorded[N_ANSWERS] = { "says-agree", "says-disagree" };
  static const char *const none[N_ANSWERS] = { "says-none", "says-have" };
  const char *const *says = self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY ? none : recorded;
  const char *language = self->sheet->language;
  GString *text = g_string_new (answer >= 0 ? ris3_pack_words_get (says[answer], language) : NULL);

  if (*comment != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", comment);
  else if (text->len == 0)
    g_string_append (text, ris3_pack_words_get ("says-change", language));
  if (*role != '\0' && ris3_table_words_find ("role", role) == NULL)
    g_string_append_printf (text, "\n— %s", role);
  return g_string_free (text, FALSE);
}

/* -1: none. FALSE: refused. */
static gboolean
read_answer (Ris3PackRow *self, gint *answer)
{
  static const char *const words[] = { "agree", "disagree", "yes", "no", NULL };
  Ris3CellKind kind;
  g_autofree char *text = _ris3_pack_row_get_cell (self, "answer", &kind);
  gint found = ris3_pack_words_find (words, text, NULL);

  *answer = found < 0 ? -1 : found % N_ANSWERS;
  if (*text == '\0' || found >= 0)
    return TRUE;
  return _ris3_pack_row_refuse (
      self, "answer",
      _ ("This is neither agreement nor disagreement. Write one of the two words of the heading, and anything "
         "else as a comment."));
}

/* Of the organisation that was asked, unless the row tells. (transfer full) */
static char *
find_role (Ris3Atlas *atlas, gint64 organisation_id, const char *role)
{
  const char *known = *role != '\0' ? ris3_table_words_find ("role", role) : NULL;
  GListModel *organisations = ris3_atlas_get_organisations (atlas);

  for (guint i = 0; known == NULL && i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (Ris3Organisation) organisation = g_list_model_get_item (organisations, i);

      if (ris3_organisation_get_id (organisation) == organisation_id)
        return g_strdup (ris3_organisation_get_role (organisation));
    }
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
  gboolean is_free = key->about != RIS3_PACK_ABOUT_PRIORITY && key->about != RIS3_PACK_ABOUT_STRATEGY;

  return g_strdup_printf ("%u %s %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT "%s%s", key->nuts_version, key->region_code,
                          key->request_id, key->strategy_id != NULL ? key->strategy_id : "*", key->priority_id,
                          is_free ? "\n" : "", is_free ? text : "");
}

/* What the row of a key is about, if the atlas has it; NULL: it has not. (transfer full) */
static char *
name_key (const Ris3PackKey *key, Ris3Atlas *atlas)
{
  Ris3Strategy *strategy = key->strategy_id != NULL ? ris3_atlas_lookup_strategy (atlas, key->strategy_id) : NULL;
  Ris3Priority *priority = key->priority_id != 0 ? ris3_atlas_lookup_priority (atlas, key->priority_id, NULL) : NULL;

  if (priority != NULL)
    return g_strjoin (" ", ris3_priority_get_label (priority), ris3_priority_get_text (priority), NULL);
  return strategy != NULL ? g_strdup (ris3_strategy_get_title (strategy)) : NULL;
}

static void
add_answer (Ris3PackAnswers *answers, Ris3PackRow *self, guint line, gint reply, const char *comment, const char *role)
{
  const Ris3PackKey *key = self->key;
  gboolean is_recorded = key->about == RIS3_PACK_ABOUT_PRIORITY || key->about == RIS3_PACK_ABOUT_STRATEGY;
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
  answer->target_name = name_key (key, answers->atlas);
  if (answer->target_name == NULL)
    answer->target_name
        = g_strdup (ris3_atlas_lookup_region (answers->atlas, key->nuts_version, key->region_code)->name_latin);
  answer->page_label = g_strdup (self->priority != NULL ? ris3_priority_get_page_label (self->priority) : "");
  answer->author_role = find_role (answers->atlas, answer->organisation_id, role);
  answer->language = self->sheet->language;
  answer->text = g_steal_pointer (&text);
  answer->proposed_change = ris3_proposal_to_text (self->proposals, NULL);
  answer->key = make_key (target, answer->text, answer->proposed_change);
  compare (answers, answer, target);
  answer->is_outdated = is_outdated && answer->state == RIS3_PACK_ANSWER_NEW;
}

static gboolean
is_empty (const Ris3PackSheet *sheet, guint index)
{
  guint n_columns = ris3_table_get_n_columns (sheet->table);
  const char *const *cells = ris3_table_get_cells (sheet->table) + index * (gsize) n_columns;

  for (guint i = 0; i < n_columns; i++)
    if (cells[i] != NULL && strspn (cells[i], " \t\r\n") < strlen (cells[i]))
      return FALSE;
  return TRUE;
}

/* What was answered to what is recorded. reply: (out): -1: neither agreement nor disagreement. The comment (transfer
 * full) */
static char *
read_reply (Ris3PackRow *self, Ris3Atlas *atlas, gint *reply, gboolean *is_answered)
{
  char *comment = _ris3_pack_row_get_cell (self, "comment", NULL);

  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    _ris3_pack_row_read_field (self, i);
  if (self->key->about == RIS3_PACK_ABOUT_PRIORITY)
    _ris3_pack_row_remark_themes (self, atlas);
  read_answer (self, reply);
  *is_answered = *reply >= 0 || self->proposals->len > 0 || *comment != '\0';
  return comment;
}

/* What was written into a row in which anything may be. The words (transfer full) */
static char *
read_words (Ris3PackRow *self, gint *reply, gboolean *is_answered)
{
  g_autofree char *comment = _ris3_pack_row_get_cell (self, "comment", NULL);
  char *words = _ris3_pack_row_read_words (self);

  if (self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY)
    read_answer (self, reply);
  /* Whoever says what the strategy is has one. */
  if (self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY && *reply < 0 && words != NULL && !g_str_equal (words, comment))
    *reply = DISAGREE;
  *is_answered = words != NULL || *reply >= 0;
  return words != NULL ? words : g_strdup ("");
}

void
_ris3_pack_row_read (Ris3PackAnswers *answers, const Ris3PackSheet *sheet, guint index)
{
  g_auto (Ris3PackRow) self = { .sheet = sheet,
                                .index = index,
                                .proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_proposal_free),
                                .remarks = g_string_new (NULL) };
  guint line = ris3_table_get_lines (sheet->table)[index];
  g_autofree char *role = _ris3_pack_row_get_cell (&self, "role", NULL);
  g_autofree char *words = NULL;
  gboolean is_answered = FALSE;
  gint reply = -1;

  if (is_empty (sheet, index))
    return;
  if (read_key (&self, answers->atlas))
    {
      if (self.key->strategy_id != NULL)
        self.strategy = ris3_atlas_lookup_strategy (answers->atlas, self.key->strategy_id);
      if (self.key->about == RIS3_PACK_ABOUT_PRIORITY || self.key->about == RIS3_PACK_ABOUT_STRATEGY)
        words = read_reply (&self, answers->atlas, &reply, &is_answered);
      else
        words = read_words (&self, &reply, &is_answered);
      /* What has been deleted since is of interest where it was answered. */
      if (is_answered)
        find_target (&self, answers->atlas);
    }
  if (self.problem != NULL)
    _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, sheet, line, self.problem_column, self.problem)
        ->target_name
        = self.key != NULL ? name_key (self.key, answers->atlas) : NULL;
  else if (is_answered)
    add_answer (answers, &self, line, reply, words, role);
  else
    {
      /* One that was left empty for a priority that is not recorded asks nothing. */
      answers->n_unanswered += self.key->about != RIS3_PACK_ABOUT_NEW && self.key->about != RIS3_PACK_ABOUT_REGION;
      if (self.remarks->len > 0)
        _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REMARK, sheet, line, NULL, self.remarks->str);
    }
}

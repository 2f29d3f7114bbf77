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

static void
row_clear (Ris3PackRow *self)
{
  g_clear_pointer (&self->key, ris3_pack_key_free);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_string_free (self->remarks, TRUE);
  g_string_free (self->odd, TRUE);
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
  g_autofree char *before = g_steal_pointer (&self->problem);
  const char *heading = _ris3_pack_row_get_heading (self, column);

  cell = _ris3_pack_row_get_cell (self, column, NULL);
  shown = ris3_text_to_line (cell, _RIS3_PACK_MAX_SHOWN);
  if (before == NULL)
    self->problem_column = heading;
  /* Keys say nothing to people. */
  if (*cell == '\0' || heading == NULL || g_str_equal (column, "key"))
    self->problem = g_strdup (problem);
  else
    /* Translators: what stands in a cell, the heading of its column, and a sentence that says what is wrong with it. */
    self->problem = g_strdup_printf (_ ("“%s” in “%s”: %s"), shown, heading, problem);
  if (before != NULL)
    {
      g_autofree char *last = g_steal_pointer (&self->problem);

      self->problem = g_strdup_printf ("%s %s", before, last);
    }
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
  gboolean is_strategy = self->key->strategy_id == NULL || check_id (self, "strategy_id", self->key->strategy_id);
  gboolean is_priority = self->key->about != RIS3_PACK_ABOUT_PRIORITY || check_id (self, "priority_id", priority);

  return is_strategy && is_priority;
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

/* By the words that a pack offers, or those that people write of themselves. -1: none. */
static gint
find_reply (const char *text)
{
  static const char *const words[] = { "agree", "disagree", "yes", "no", NULL };
  gint found = ris3_pack_words_find (words, text, NULL);
  const char *reply = found < 0 ? ris3_table_words_find ("reply", text) : NULL;

  if (found < 0 && reply != NULL)
    found = g_str_equal (reply, "agree") ? _RIS3_PACK_AGREE : _RIS3_PACK_DISAGREE;
  return found < 0 ? -1 : found % _RIS3_PACK_N_REPLIES;
}

/* -1: none, or one that is neither. */
static gint
read_answer (Ris3PackRow *self)
{
  g_autofree char *text = _ris3_pack_row_get_cell (self, "answer", NULL);
  gint found = find_reply (text);

  if (found < 0 && *text != '\0')
    _ris3_pack_row_set_aside (self, "answer", _ ("This is neither agreement nor disagreement."));
  return found;
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

  *reply = read_answer (self);
  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    _ris3_pack_row_read_field (self, i);
  if (self->key->about == RIS3_PACK_ABOUT_PRIORITY)
    _ris3_pack_row_remark_themes (self, atlas);
  *is_answered = *reply >= 0 || self->proposals->len > 0 || *comment != '\0' || self->odd->len > 0;
  return comment;
}

/* What was written into a row in which anything may be. The words (transfer full) */
static char *
read_words (Ris3PackRow *self, gint *reply, gboolean *is_answered)
{
  g_autofree char *comment = _ris3_pack_row_get_cell (self, "comment", NULL);
  char *words = _ris3_pack_row_read_words (self);

  if (self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY)
    *reply = read_answer (self);
  /* Whoever says what the strategy is has one. */
  if (self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY && *reply < 0 && words != NULL && !g_str_equal (words, comment))
    *reply = _RIS3_PACK_DISAGREE;
  *is_answered = words != NULL || *reply >= 0 || self->odd->len > 0;
  return words != NULL ? words : g_strdup ("");
}

void
_ris3_pack_row_read (Ris3PackAnswers *answers, const Ris3PackSheet *sheet, guint index)
{
  g_auto (Ris3PackRow) self = { .answers = answers,
                                .sheet = sheet,
                                .index = index,
                                .proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_proposal_free),
                                .remarks = g_string_new (NULL),
                                .odd = g_string_new (NULL) };
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
      if (ris3_pack_key_is_recorded (self.key))
        words = read_reply (&self, answers->atlas, &reply, &is_answered);
      else
        words = read_words (&self, &reply, &is_answered);
      /* What has been deleted since is of interest where it was answered. */
      if (is_answered)
        find_target (&self, answers->atlas);
    }
  if (self.problem != NULL)
    {
      Ris3PackAnswer *refused
          = _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, sheet, line, self.problem_column, self.problem);

      refused->target_name = self.key != NULL ? _ris3_pack_row_name_target (&self, answers->atlas) : NULL;
      refused->text = _ris3_pack_row_collect_written (&self);
    }
  else if (is_answered)
    _ris3_pack_row_add_answer (&self, answers, line, reply, words, role);
  else
    {
      /* One that was left empty for a priority that is not recorded asks nothing. */
      answers->n_unanswered += self.key->about != RIS3_PACK_ABOUT_NEW && self.key->about != RIS3_PACK_ABOUT_REGION;
      if (self.remarks->len > 0)
        _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REMARK, sheet, line, NULL, self.remarks->str);
    }
}

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* What came back in packs (ris3-pack.h): each row with an answer is a comment, once, however often its file is read. It
 * is about a priority or a strategy; about the region, where something is said of all of it or no strategy is recorded;
 * and a priority that is not recorded is proposed by a comment on the strategy, in words and so that it is added when
 * that is accepted.
 * Rows are known by their keys, and columns by their headings in any of the languages of packs: these may have been
 * moved, sheets renamed, and columns deleted. What was proposed is told from what was sent by the digests within the
 * key, also where somebody wrote over it. Nothing is left out in silence. */
typedef struct _Ris3PackAnswers Ris3PackAnswers;

typedef enum
{
  RIS3_PACK_ANSWER_NEW,
  RIS3_PACK_ANSWER_KNOWN,   /* the atlas has it already, or it was read before */
  RIS3_PACK_ANSWER_REFUSED, /* it cannot be taken in, or not with certainty */
  RIS3_PACK_ANSWER_REMARK,  /* no answer: something that was not read, or not taken for one */
  RIS3_N_PACK_ANSWER_STATES,
} Ris3PackAnswerState;

/* What is said of a row, a sheet or a file. What is not there is NULL. */
typedef struct
{
  Ris3PackAnswerState state;
  char *file;   /* its name, for people */
  char *sheet;  /* NULL: the file as a whole */
  guint row;    /* from 1; 0: the sheet as a whole */
  char *column; /* by its heading */
  char *words;  /* what is wrong and what to do, or how it was understood */

  /* Of an answer that is new or known: the comment. */
  char *key;
  guint nuts_version;
  char *region_code;
  gint64 request_id;      /* 0: none */
  gint64 organisation_id; /* 0: not known */
  const char *target;     /* "region", "strategy" or "priority"; static */
  char *strategy_id;      /* NULL: about the region */
  gint64 priority_id;     /* 0: about no priority */
  char *target_name;      /* what it is about; also of one that is refused, where that is known, as is the text */
  char *page_label;
  char *author_role;
  const char *language; /* static */
  char *text;
  char *proposed_change; /* as ris3-proposal.h has it */
  gboolean is_outdated;  /* what is recorded was changed since the pack was written, as the words say */
  gboolean is_odd;       /* what stands in a cell is no value of it, and only in the text, as the words say */
  gboolean is_left_out;  /* nobody wants it, though it is new: ris3_pack_answers_leave_out () */
} Ris3PackAnswer;

/* What it is for people: "New". (transfer none) */
const char *ris3_pack_answer_state_get_title (Ris3PackAnswerState state);
/* Where it stands, as far as that is told: “FRL0.xlsx, Priorities, row 4, column “Answer””, and of one that is refused,
 * what the row is about. with_folder: of the file, as it was given (transfer full) */
char *ris3_pack_answer_describe_place (const Ris3PackAnswer *answer, gboolean with_folder);

/* atlas: read whole (transfer full) */
Ris3PackAnswers *ris3_pack_answers_new (Ris3Atlas *atlas);
void ris3_pack_answers_free (Ris3PackAnswers *self);

/* Reads a file: a spreadsheet, or a sheet of one as CSV. What is wrong with it is among the answers. */
void ris3_pack_answers_read (Ris3PackAnswers *self, const char *path);

/* All that is said, in the order of the files (element-type Ris3PackAnswer). (transfer none) */
GPtrArray *ris3_pack_answers_get (Ris3PackAnswers *self);
guint ris3_pack_answers_get_n_in_state (Ris3PackAnswers *self, Ris3PackAnswerState state);
/* Rows that nobody has answered. */
guint ris3_pack_answers_get_n_unanswered (Ris3PackAnswers *self);

/* Leaves out an answer that is new, or does not. It stays new: who reads the file again is asked again. answer: one of
 * these */
void ris3_pack_answers_leave_out (Ris3PackAnswers *self, const Ris3PackAnswer *answer, gboolean left_out);
/* How many are new and not left out. */
guint ris3_pack_answers_get_n_taken (Ris3PackAnswers *self);
/* What is not taken in, and why: what is refused or was not read, with what was written there, and what is left out;
 * one a line. "": nothing. (transfer full) */
char *ris3_pack_answers_describe_left_out (Ris3PackAnswers *self);

/* One edit that takes in what is new and not left out, says of the requests that they were answered, and attaches to
 * each comment the file that it came in.
 *
 * today: ISO 8601 date
 *
 * NULL: that is nothing. (transfer full) */
Ris3Edit *ris3_pack_answers_make_edit (Ris3PackAnswers *self, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PackAnswers, ris3_pack_answers_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the answer to a comment stands, in the order of the work; in the file, and in the functions that take a word,
 * "received", "acknowledged", "in review", "accepted", "partly accepted", "not accepted", "noted", "applied", "closed".
 *
 * What is received is acknowledged and reviewed, or decided at once; what is accepted is applied to the record; what is
 * applied, noted or not accepted is closed. Whatever is decided can be taken up again, which needs a reason, as the
 * decision itself does. (To take note needed none until 2026: files have comments that are noted without one.) */
typedef enum
{
  RIS3_COMMENT_RECEIVED,
  RIS3_COMMENT_ACKNOWLEDGED,
  RIS3_COMMENT_IN_REVIEW,
  RIS3_COMMENT_ACCEPTED,
  RIS3_COMMENT_PARTLY_ACCEPTED,
  RIS3_COMMENT_NOT_ACCEPTED,
  RIS3_COMMENT_NOTED,
  RIS3_COMMENT_APPLIED,
  RIS3_COMMENT_CLOSED,
  RIS3_N_COMMENT_STATES,
} Ris3CommentState;

/* The word of a state. (transfer none) */
const char *ris3_comment_state_get_word (Ris3CommentState state);
/* The state that a word means; FALSE: none has it. state: may be NULL */
gboolean ris3_comment_state_from_word (const char *word, Ris3CommentState *state);
/* Whether a comment may go from one state to another. */
gboolean ris3_comment_state_can_follow (Ris3CommentState from, Ris3CommentState to);
/* Whether that needs a reason: a decision does, and taking up again what was decided. */
gboolean ris3_comment_state_needs_reason (Ris3CommentState from, Ris3CommentState to);
/* Whether it waits for a decision. */
gboolean ris3_comment_state_is_open (Ris3CommentState state);
/* Whether it is itself a decision, whose reason the comment keeps. */
gboolean ris3_comment_state_is_decision (Ris3CommentState state);

G_END_DECLS

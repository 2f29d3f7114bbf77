/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-comment-state.h"

#define BIT(state) (1 << RIS3_COMMENT_##state)
#define DECISIONS (BIT (ACCEPTED) | BIT (PARTLY_ACCEPTED) | BIT (NOT_ACCEPTED) | BIT (NOTED))

static const struct
{
  const char *word;
  guint next; /* the states that may follow, as bits */
} states[RIS3_N_COMMENT_STATES] = {
  [RIS3_COMMENT_RECEIVED] = { "received", BIT (ACKNOWLEDGED) | BIT (IN_REVIEW) | DECISIONS },
  [RIS3_COMMENT_ACKNOWLEDGED] = { "acknowledged", BIT (IN_REVIEW) | DECISIONS },
  [RIS3_COMMENT_IN_REVIEW] = { "in review", DECISIONS },
  [RIS3_COMMENT_ACCEPTED] = { "accepted", BIT (APPLIED) | BIT (IN_REVIEW) },
  [RIS3_COMMENT_PARTLY_ACCEPTED] = { "partly accepted", BIT (APPLIED) | BIT (IN_REVIEW) },
  [RIS3_COMMENT_NOT_ACCEPTED] = { "not accepted", BIT (CLOSED) | BIT (IN_REVIEW) },
  [RIS3_COMMENT_NOTED] = { "noted", BIT (CLOSED) | BIT (IN_REVIEW) },
  [RIS3_COMMENT_APPLIED] = { "applied", BIT (CLOSED) | BIT (IN_REVIEW) },
  [RIS3_COMMENT_CLOSED] = { "closed", BIT (IN_REVIEW) },
};

const char *
ris3_comment_state_get_word (Ris3CommentState state)
{
  g_return_val_if_fail (state < RIS3_N_COMMENT_STATES, NULL);
  return states[state].word;
}

gboolean
ris3_comment_state_from_word (const char *word, Ris3CommentState *state)
{
  g_return_val_if_fail (word != NULL, FALSE);

  for (guint i = 0; i < RIS3_N_COMMENT_STATES; i++)
    if (g_str_equal (states[i].word, word))
      {
        if (state != NULL)
          *state = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ris3_comment_state_can_follow (Ris3CommentState from, Ris3CommentState to)
{
  g_return_val_if_fail (from < RIS3_N_COMMENT_STATES && to < RIS3_N_COMMENT_STATES, FALSE);
  return (states[from].next & (1u << to)) != 0;
}

gboolean
ris3_comment_state_needs_reason (Ris3CommentState from, Ris3CommentState to)
{
  return ris3_comment_state_is_decision (to) || (to == RIS3_COMMENT_IN_REVIEW && !ris3_comment_state_is_open (from));
}

gboolean
ris3_comment_state_is_open (Ris3CommentState state)
{
  return state <= RIS3_COMMENT_IN_REVIEW;
}

gboolean
ris3_comment_state_is_decision (Ris3CommentState state)
{
  return state < RIS3_N_COMMENT_STATES && (DECISIONS & (1u << state)) != 0;
}

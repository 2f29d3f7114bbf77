/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

#define RIS3_PROPOSAL_NEW_PRIORITY "new_priority."
#define RIS3_PROPOSAL_NEW_STRATEGY "new_strategy."

/* What a comment proposes to change of its strategy or priority, or to add to its region. In the atlas it is a text
 * that people and programs read alike: a line "field: value" for each field, the fields named as in schema.sql, a value
 * of several lines going on with lines that begin with two spaces; all other lines are words for a person. Answers
 * (pm_mark, explicit_pm …) are "yes", "no" or "unknown". For a strategy, "new_priority.label" and the like are of a
 * priority that is to be added to it, where its number belongs: "3.4" below "3"; its themes are names of the codebook,
 * with a semicolon between them. If nothing else is proposed, the comment is about that priority once it is added, with
 * the same proposal. For a region, "new_strategy.title" and the like are of a strategy that is to be recorded of it.
 *
 *   The label was changed in the final version.
 *   label: 3.2
 *   text: Personalised medicine and
 *     in-vitro diagnostics
 */
typedef struct
{
  char *field;
  char *value; /* "": empty, unanswered */
} Ris3Proposal;

void ris3_proposal_free (Ris3Proposal *self);

/* The fields of a target ("strategy", "priority" or "region") that can be proposed, NULL-terminated; none for others.
 * (transfer none) */
const char *const *ris3_proposal_get_fields (const char *target);
/* What such a field is for people: "Label", "New priority: Label". (transfer full) */
char *ris3_proposal_get_field_name (const char *target, const char *field);
/* What is recorded in such a field now; NULL: nothing, or it is of what is new. key: of the target (transfer full) */
char *ris3_proposal_dup_present (Ris3Atlas *atlas, const char *target, const char *key, const char *field);
/* What a comment on a region says of a strategy that is to be recorded; NULL: nothing. field: of that (transfer full)
 */
char *ris3_proposal_dup_new_strategy (Ris3Comment *comment, const char *field);
/* Whether it is a question that is answered by yes or no. */
gboolean ris3_proposal_is_answer (const char *field);
/* Takes such a text apart (element-type Ris3Proposal); words: what is left for a person, NULL if not wanted (transfer
 * full). (transfer full) */
GPtrArray *ris3_proposal_parse (const char *text, const char *target, char **words);
/* Such a text with its fields as people call them. (transfer full) */
char *ris3_proposal_describe (const char *text, const char *target);
/* Makes such a text. words: may be NULL. (transfer full) */
char *ris3_proposal_to_text (GPtrArray *proposals, const char *words);

/* Whether a comment proposes another original text of a priority and none in English, so that the one in English, which
 * readers see first, is older once that is applied. change, target, key: as the comment has them */
gboolean ris3_proposal_outdates_english (Ris3Atlas *atlas, const char *change, const char *target, const char *key);

/* The edit that accepts a comment, if that has not been decided, makes the change that it proposes (of a strategy or
 * priority, or a priority that is new) and says that it is applied: one edit, in which the comment leads to the change
 * and the change to the comment. Values that were changed meanwhile, since the atlas was read, are refused when it is
 * applied.
 *
 * reason: of the decision; needed if it was not accepted before
 * role: as in ris3_edit_new_comment_state ()
 *
 * A comment that proposes a strategy is not applied so: that needs more than an authority says. Without a proposal that
 * a program can make, a value that a field does not take, or a target that is gone: NULL, RIS3_EDIT_ERROR_INVALID.
 * (transfer full) */
Ris3Edit *
ris3_proposal_make_edit (Ris3Atlas *atlas, Ris3Comment *comment, const char *reason, const char *role, GError **error);

/* Puts comments (element-type Ris3Comment) in the order in which they are to be applied in one edit, so that priorities
 * which several of them propose for one strategy come in the order of their numbers. Of numbers below one that is
 * itself proposed, nothing is known then: "3.4.1" beside "3.4" goes last. */
void ris3_proposal_sort (Ris3Atlas *atlas, GPtrArray *comments);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Proposal, ris3_proposal_free)

G_END_DECLS

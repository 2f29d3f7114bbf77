/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* The register of comments, which an authority is sent back: one row a comment, by country, region and day of receipt
 * with replies below what they are to (ris3-comment-order.h), with what became of it: its state, the
 * decision with its reason and day, and the edit that applied it. It has organisations and roles, and no person
 * but for those whom texts of comments mention.
 * Immutable. */
typedef struct _Ris3CommentRegister Ris3CommentRegister;

/* The states that are asked for, by their words, with “-” or a space within, and commas between; "open" are those that
 * wait for a decision.
 *
 * states: (out): a bit for each Ris3CommentState
 *
 * Errors: G_IO_ERROR_INVALID_ARGUMENT, a sentence */
gboolean ris3_comment_register_read_states (const char *words, guint *states, GError **error);

/* atlas: read whole
 * filter: only comments that it means, see Ris3CommentScope; NULL: all
 * states: a bit for each Ris3CommentState that is wanted; 0: all
 *
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3CommentRegister *ris3_comment_register_new (Ris3Atlas *atlas,
                                                Ris3FilterResult *filter,
                                                guint states,
                                                GCancellable *cancellable,
                                                GError **error);
/* Of some comments, and the replies to them.
 *
 * atlas: read whole
 * ids: of comments, n_ids of them; one that the atlas does not have is left out
 *
 * Errors: as ris3_comment_register_new (). (transfer full) */
Ris3CommentRegister *ris3_comment_register_new_listed (Ris3Atlas *atlas,
                                                       const gint64 *ids,
                                                       guint n_ids,
                                                       GCancellable *cancellable,
                                                       GError **error);
void ris3_comment_register_free (Ris3CommentRegister *self);

Ris3Atlas *ris3_comment_register_get_atlas (Ris3CommentRegister *self); /* (transfer none) */
guint ris3_comment_register_get_n_rows (Ris3CommentRegister *self);
guint ris3_comment_register_get_n_columns (void);
/* How many of its comments mention a person of the atlas by name or e-mail address in their texts, which people wrote
 * and which stand in it. In any thread. FALSE: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. */
gboolean ris3_comment_register_count_mentions (Ris3CommentRegister *self,
                                               guint *n_comments,
                                               GCancellable *cancellable,
                                               GError **error);
/* Says so; NULL: of none. (transfer full) */
char *ris3_comment_register_describe_mentions (guint n_comments);
/* Names as in other tables that are exported: "region_code". (transfer none) */
const char *const *ris3_comment_register_get_columns (void);
/* What people call a column. (transfer none) */
const char *ris3_comment_register_get_title (guint column);
/* What a cell says to people, in the language of the locale: a state, a role. NULL: nothing. (transfer full) */
char *ris3_comment_register_get_words (Ris3CommentRegister *self, guint row, guint column);
/* The same for programs. (transfer full) */
char *ris3_comment_register_get_cell (Ris3CommentRegister *self, guint row, guint column);

/* What a change that a comment led to made of the record, a line for each field: "Label: “9.1” → “9.9”", or for
 * each priority that it added: "Priority “3.4 Genomics” added". What it says of comments is told elsewhere. values: of
 * Ris3ChangedValue, as ris3_history_read_values () gives them NULL: nothing (transfer full) */
char *ris3_comment_register_describe_change (GPtrArray *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3CommentRegister, ris3_comment_register_free)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-pack-answers.h"

G_BEGIN_DECLS

#define RIS3_TYPE_ANSWER_ITEM (ris3_answer_item_get_type ())
G_DECLARE_FINAL_TYPE (Ris3AnswerItem, ris3_answer_item, RIS3, ANSWER_ITEM, GObject)

/* What is said of a row of a pack that came back, in a list. answer: of answers, which are borrowed for as long as it
 * lives
 *
 * Properties:
 *   taken (boolean): of one that is new: whether it is to be taken in; else FALSE, and stays so
 */
Ris3AnswerItem *ris3_answer_item_new (Ris3PackAnswers *answers, const Ris3PackAnswer *answer);
const Ris3PackAnswer *ris3_answer_item_get (Ris3AnswerItem *self);
gboolean ris3_answer_item_get_taken (Ris3AnswerItem *self);
void ris3_answer_item_set_taken (Ris3AnswerItem *self, gboolean taken);

/* All of them, those first that a person has to look at: what is refused, then what is new, then the rest, each in the
 * order of the files. answers: lives longer (transfer full) */
GListModel *ris3_answer_items_list (Ris3PackAnswers *answers);

G_END_DECLS

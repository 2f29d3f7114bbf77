/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/consultation/ris3-answer-item.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* A row of the list of answers: what became of it, where it stands in which file, and, of an answer, what it is about,
 * its words, and each value that it wants to be changed beside what the atlas has; of one that is new, a check that
 * says whether it is taken in. (transfer floating) */
GtkWidget *ris3_answer_row_new (Ris3Atlas *atlas, Ris3AnswerItem *item);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* What authorities have said about one priority. */
typedef struct
{
  guint n_open;            /* comments that are not decided yet */
  gboolean is_applied;     /* whether one has changed it */
  gboolean is_english_old; /* and that was its original text, after which the English text was not looked at */
} Ris3PriorityComments;

/* Those of the priorities of a strategy that have any: the id (gint64) to Ris3PriorityComments. (transfer full) */
GHashTable *ris3_priority_comments_read (Ris3Atlas *atlas, const char *strategy_id);
/* The same as a text that differs if any of it does. (transfer full) */
char *ris3_priority_comments_to_text (Ris3Atlas *atlas, const char *strategy_id);

G_END_DECLS

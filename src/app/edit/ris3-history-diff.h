/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} Ris3HistoryRange;

/* Which words differ between an old and a new text: what is left out of the old one, and what the new one has instead.
 * The words that both have are a longest common subsequence, and then the signs and spaces between them; in texts of
 * which more than some hundreds of words differ, all between the first and the last difference counts as different, so
 * that a text of any length takes no time.
 *
 * Returns in removed and added arrays of Ris3HistoryRange, in order, none next to another. (transfer full)
 */
void ris3_history_diff (const char *before, const char *after, GArray **removed, GArray **added);

G_END_DECLS

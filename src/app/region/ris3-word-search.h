/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "app/ris3-session-filter.h"

G_BEGIN_DECLS

#define RIS3_TYPE_WORD_SEARCH (ris3_word_search_get_type ())
G_DECLARE_FINAL_TYPE (Ris3WordSearch, ris3_word_search, RIS3, WORD_SEARCH, GObject)

/* Looks for the words that somebody types in all texts of the session's atlas, off the main thread, as soon as the
 * typing rests.
 *
 * Signals: found (): of the last text; not if it was given up
 */
Ris3WordSearch *ris3_word_search_new (Ris3Session *session);

/* FALSE if there is nothing to look for: the text is too short, or the atlas has not been read yet. What was found
 * before is forgotten then; else it stays until there is something new. */
gboolean ris3_word_search_begin (Ris3WordSearch *self, const char *text);

/* (transfer none) */
guint ris3_word_search_get_n_hits (Ris3WordSearch *self);
const Ris3FilterHit *ris3_word_search_get_hit (Ris3WordSearch *self, guint index);
/* The words as a filter has them: "genom*"; NULL if they are none. (transfer none) */
const char *ris3_word_search_get_words (Ris3WordSearch *self);

G_END_DECLS

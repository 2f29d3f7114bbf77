/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MAX_GAP 3 /* words that ".." stands for */

/* A word of a text, for matching and for showing */
typedef struct
{
  char *folded;
  gsize start, end; /* in the text, in bytes */
} Ris3TextWord;

/* A line of a list */
typedef struct _Ris3WordPattern Ris3WordPattern;

/* The words of a text; free with g_array_unref (). (transfer full): of Ris3TextWord */
GArray *ris3_text_words_new (const char *text);

/* pattern: as in a list. NULL if it is none. (transfer full) */
Ris3WordPattern *ris3_word_pattern_new (const char *pattern);
void ris3_word_pattern_free (Ris3WordPattern *self);
/* What words that it begins with begin with; 0 for any. */
char ris3_word_pattern_get_first (const Ris3WordPattern *self);
/* The number of words that it covers from there on; 0 if it does not match. */
guint ris3_word_pattern_match (const Ris3WordPattern *self, GArray *words, guint at);

G_END_DECLS
